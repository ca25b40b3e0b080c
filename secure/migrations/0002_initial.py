import core.models.fields
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from config.postgresql.migrations import Together


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("secure", "0001_initial"),
        ("directory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='auditlog',
                    trigger=pgtrigger.compiler.Trigger(name='keep', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d042ee314e005aa2312b31d11283cc0798318208', operation='UPDATE OR DELETE', pgid='pgtrigger_keep_17885', table='secure"."audit_logs', when='BEFORE')),
                ),
                migrations.AddField(
                    model_name='bankaccount',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bank_accounts', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='bankaccount',
                    name='country',
                    field=core.models.fields.CodeField(default='US', on_delete=django.db.models.deletion.PROTECT, related_name='bank_accounts', to='ref.countrycode', to_field='code'),
                ),
                migrations.AddField(
                    model_name='bankaccount',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bank_accounts_as_created_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='bankaccount',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='bank_accounts', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='bankaccount',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bank_accounts_as_verified_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='credential',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='access_credentials_as_created_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='credential',
                    name='property',
                    field=models.ForeignKey(blank=True, db_index=False, help_text='empty = company-wide system', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='access_credentials', to='property.property'),
                ),
                migrations.AddField(
                    model_name='credential',
                    name='updated_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='access_credentials_as_updated_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='paymentmethod',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payment_methods', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='paymentmethod',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='payment_methods', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='taxidentity',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ssn_data', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='taxidentity',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ssn_data_as_created_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='taxidentity',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ssn_data_as_verified_by', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddIndex(
                    model_name='bankaccount',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='bank_accounts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='bankaccount',
                    constraint=models.CheckConstraint(condition=models.Q(('account_last_four__regex', '^.{4}$')), name='bank_accounts_account_last_four_check', violation_error_message='Must hold: length(account last four) is 4.'),
                ),
                migrations.AddConstraint(
                    model_name='bankaccount',
                    constraint=models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('contact', 'data_hash'), name='bank_accounts_contact_data_hash_unique', nulls_distinct=False, violation_error_message='There is already a row with this contact, data hash.'),
                ),
                migrations.AddIndex(
                    model_name='credential',
                    index=models.Index(fields=['system_name'], name='access_credent_system_name'),
                ),
                migrations.AddIndex(
                    model_name='credential',
                    index=models.Index(fields=['rotation_due_at'], name='access_credent_rotation_due_at'),
                ),
                migrations.AddIndex(
                    model_name='credential',
                    index=models.Index(fields=['property'], name='access_credent_property'),
                ),
                migrations.AddIndex(
                    model_name='credential',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='access_credentials_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='credential',
                    constraint=models.UniqueConstraint(fields=('property', 'system_name', 'environment', 'credential_name'), name='access_credentials_property_system_name_environment_cr_f0943', nulls_distinct=False, violation_error_message='There is already a row with this property, system name, environment, credential name.'),
                ),
                migrations.AddIndex(
                    model_name='paymentmethod',
                    index=models.Index(condition=models.Q(('is_active', True)), fields=['is_active'], name='payment_method_is_active_9077d'),
                ),
                migrations.AddIndex(
                    model_name='paymentmethod',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='payment_methods_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='paymentmethod',
                    constraint=models.CheckConstraint(condition=models.Q(('expiry_month__gte', 1), ('expiry_month__lte', 12)), name='payment_methods_expiry_month_check', violation_error_message='Expiry month must lie between 1 and 12.'),
                ),
                migrations.AddConstraint(
                    model_name='paymentmethod',
                    constraint=models.CheckConstraint(condition=models.Q(('last_four__regex', '^.{4}$')), name='payment_methods_last_four_check', violation_error_message='Must hold: length(last four) is 4.'),
                ),
                migrations.AddIndex(
                    model_name='taxidentity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ssn_data_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='taxidentity',
                    constraint=models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('contact', 'data_type'), name='ssn_data_contact_data_type_unique', violation_error_message='There is already a row with this contact, data type.'),
                ),
            ],
        ),
    ]
