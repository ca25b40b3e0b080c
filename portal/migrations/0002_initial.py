import core.models.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from config.postgresql.migrations import Together
import guardian.mixins


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("portal", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("ref", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='user',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='users', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='user',
                    name='team_member',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='user', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='user',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, db_column='timezone', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='users', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='user',
                    name='user_permissions',
                    field=models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions'),
                ),
                migrations.AddField(
                    model_name='portalsession',
                    name='user',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='role',
                    name='parent_role',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='portal.role'),
                ),
                migrations.AddField(
                    model_name='rolepermission',
                    name='role',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='permissions', to='portal.role'),
                ),
                migrations.AddField(
                    model_name='userpreference',
                    name='user',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='preferences', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='userrole',
                    name='granted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='roles_as_granted_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='userrole',
                    name='revoked_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='roles_as_revoked_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='userrole',
                    name='role',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='user_roles', to='portal.role'),
                ),
                migrations.AddField(
                    model_name='userrole',
                    name='user',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=models.Index(fields=['user_type'], name='users_user_type'),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=models.Index(fields=['status'], name='users_status'),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='users_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='user',
                    constraint=models.CheckConstraint(condition=models.Q(('failed_login_count__gte', 0)), name='users_failed_login_count_check', violation_error_message='Failed login count cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='user',
                    constraint=models.UniqueConstraint(condition=models.Q(('external_auth_id__isnull', False)), fields=('auth_provider', 'external_auth_id'), name='users_auth_provider_external_auth_id_unique', violation_error_message='There is already a row with this auth provider, external auth id.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{pending:active,pending:deactivated,active:suspended,active:locked,active:deactivated,locked:active,locked:suspended,suspended:active,suspended:deactivated,deactivated:active}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='9d935b4dd8a353ea88c94f502b4ac98bef7f2a98', operation='UPDATE', pgid='pgtrigger_status_moves_486e2', table='portal"."users', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='portalsession',
                    index=models.Index(fields=['user', 'is_active'], name='sessions_user_is_active'),
                ),
                migrations.AddIndex(
                    model_name='portalsession',
                    index=models.Index(fields=['expires_at'], name='sessions_expires_at'),
                ),
                migrations.AddIndex(
                    model_name='portalsession',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='sessions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='portalsession',
                    constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('started_at'))), name='sessions_expires_at_started_at_check', violation_error_message='Expires at must be after started at.'),
                ),
                migrations.AddIndex(
                    model_name='role',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='roles_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='role',
                    constraint=models.CheckConstraint(condition=models.Q(('parent_role__isnull', True), models.Q(('parent_role', models.F('id')), _negated=True), _connector='OR'), name='roles_parent_role_id_id_check', violation_error_message='Parent role cannot be the row itself.'),
                ),
                migrations.AddIndex(
                    model_name='rolepermission',
                    index=models.Index(fields=['resource', 'action'], name='permissions_resource_action'),
                ),
                migrations.AddIndex(
                    model_name='rolepermission',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='permissions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='rolepermission',
                    constraint=models.UniqueConstraint(fields=('role', 'permission_code'), name='permissions_role_permission_code_unique', violation_error_message='There is already a row with this role, permission code.'),
                ),
                migrations.AddConstraint(
                    model_name='userpreference',
                    constraint=models.UniqueConstraint(fields=('user', 'preference_key'), name='preferences_user_preference_key_unique', violation_error_message='There is already a row with this user, preference key.'),
                ),
                migrations.AddIndex(
                    model_name='userrole',
                    index=models.Index(fields=['expires_at'], name='user_roles_expires_at'),
                ),
                migrations.AddConstraint(
                    model_name='userrole',
                    constraint=models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('user', 'role', 'scope_type', 'scope_id'), name='user_roles_user_role_scope_type_scope_id_unique', nulls_distinct=False, violation_error_message='There is already a row with this user, role, scope type, scope id.'),
                ),
            ],
        ),
    ]
