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
        ("auth", "0012_alter_user_first_name_max_length"),
        ("core", "0001_initial"),
        ("directory", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='PortalSession',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('device_info', models.JSONField(blank=True, null=True)),
                        ('ip_address', models.GenericIPAddressField(blank=True, help_text='stored as inet', null=True)),
                        ('user_agent', core.models.fields.LineField(blank=True, null=True)),
                        ('started_at', core.models.fields.NowField()),
                        ('expires_at', models.DateTimeField()),
                        ('last_activity_at', models.DateTimeField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                        ('revoked_reason', core.models.fields.ChoiceField(blank=True, choices=[('logout', 'Logout'), ('expired', 'Expired'), ('password_change', 'Password Change'), ('suspension', 'Suspension'), ('admin', 'Admin'), ('security', 'Security')], null=True)),
                        ('token_hash', core.models.fields.LineField(help_text='hash of the JWT id, never the token', unique=True)),
                        ('refresh_token_hash', core.models.fields.LineField(blank=True, null=True, unique=True)),
                        ('refresh_expires_at', models.DateTimeField(blank=True, null=True)),
                        ('device_type', core.models.fields.ChoiceField(blank=True, choices=[('desktop', 'Desktop'), ('mobile', 'Mobile'), ('tablet', 'Tablet'), ('api_client', 'Api Client')], null=True)),
                        ('device_name', core.models.fields.LineField(blank=True, null=True)),
                        ('mfa_verified_at', models.DateTimeField(blank=True, null=True)),
                        ('search_text', core.models.fields.SearchTextField('device_name')),
                    ],
                    options={
                        'verbose_name': 'session',
                        'verbose_name_plural': 'sessions',
                        'db_table': 'portal"."sessions',
                        'ordering': ['-id'],
                    },
                ),
                migrations.CreateModel(
                    name='Role',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('role_code', core.models.fields.LineField(help_text='seven seeded roles; custom roles may be added', unique=True)),
                        ('role_name', core.models.fields.LineField()),
                        ('description', core.models.fields.TextField(blank=True, null=True)),
                        ('is_system', core.models.fields.FlagField(default=False)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('rank', core.models.fields.IntegerField(default=0, help_text='higher outranks lower')),
                        ('role_type', core.models.fields.ChoiceField(choices=[('guest', 'Guest'), ('homeowner', 'Homeowner'), ('team', 'Team'), ('admin', 'Admin')], default='team')),
                        ('max_sessions', core.models.fields.IntegerField(blank=True, help_text='concurrent session limit', null=True)),
                        ('search_text', core.models.fields.SearchTextField('role_code', 'role_name')),
                    ],
                    options={
                        'verbose_name': 'role',
                        'verbose_name_plural': 'roles',
                        'db_table': 'portal"."roles',
                        'ordering': ['rank', 'role_name'],
                    },
                ),
                migrations.CreateModel(
                    name='RolePermission',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('resource', core.models.fields.LineField()),
                        ('action', core.models.fields.ChoiceField(choices=[('read', 'Read'), ('create', 'Create'), ('write', 'Write'), ('delete', 'Delete'), ('approve', 'Approve'), ('export', 'Export'), ('admin', 'Admin'), ('view', 'View')])),
                        ('scope', core.models.fields.ChoiceField(choices=[('own', 'Own'), ('team', 'Team'), ('all', 'All')], default='own')),
                        ('conditions', models.JSONField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('permission_code', core.models.fields.LineField(help_text='{resource}.{action}')),
                        ('description', core.models.fields.TextField(blank=True, null=True)),
                        ('search_text', core.models.fields.SearchTextField('permission_code')),
                    ],
                    options={
                        'verbose_name': 'permission',
                        'verbose_name_plural': 'permissions',
                        'db_table': 'portal"."permissions',
                        'ordering': ['resource', 'action'],
                    },
                ),
                migrations.CreateModel(
                    name='UserPreference',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('preference_key', core.models.fields.LineField()),
                        ('preference_value', core.models.fields.LineField(blank=True, null=True)),
                        ('value_type', core.models.fields.ChoiceField(choices=[('string', 'String'), ('boolean', 'Boolean'), ('integer', 'Integer'), ('json', 'Json')], default='string')),
                    ],
                    options={
                        'verbose_name': 'preference',
                        'verbose_name_plural': 'preferences',
                        'db_table': 'portal"."preferences',
                        'ordering': ['preference_key'],
                    },
                ),
                migrations.CreateModel(
                    name='UserRole',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('granted_at', core.models.fields.NowField()),
                        ('expires_at', models.DateTimeField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('scope_type', core.models.fields.ChoiceField(choices=[('global', 'Global'), ('property', 'Property'), ('resort', 'Resort'), ('team', 'Team')], default='global')),
                        ('scope_id', models.UUIDField(blank=True, help_text='row limiting the grant', null=True)),
                        ('revoked_at', models.DateTimeField(blank=True, null=True)),
                        ('reason', core.models.fields.TextField(blank=True, null=True)),
                    ],
                    options={
                        'verbose_name': 'role grant',
                        'verbose_name_plural': 'role grants',
                        'db_table': 'portal"."user_roles',
                        'ordering': ['-id'],
                    },
                ),
                migrations.CreateModel(
                    name='User',
                    fields=[
                        ('password', models.CharField(max_length=128, verbose_name='password')),
                        ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                        ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('USR-', db_column='user_id', width=6)),
                        ('email', core.models.fields.EmailField(help_text='login name, compared case-insensitively', max_length=254, unique=True)),
                        ('user_type', core.models.fields.ChoiceField(choices=[('guest', 'Guest'), ('homeowner', 'Homeowner'), ('team', 'Team'), ('admin', 'Admin'), ('service', 'Service')])),
                        ('email_verified', core.models.fields.FlagField(default=False)),
                        ('email_verified_at', models.DateTimeField(blank=True, null=True)),
                        ('phone_verified', core.models.fields.FlagField(default=False)),
                        ('mfa_enabled', core.models.fields.FlagField(default=False)),
                        ('last_login_ip', models.GenericIPAddressField(blank=True, null=True)),
                        ('failed_login_count', core.models.fields.IntegerField(default=0)),
                        ('locked_until', models.DateTimeField(blank=True, null=True)),
                        ('password_changed_at', models.DateTimeField(blank=True, null=True)),
                        ('must_change_password', core.models.fields.FlagField(default=False)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('is_staff', core.models.fields.FlagField(default=False, help_text='admin site access')),
                        ('first_name', core.models.fields.LineField(blank=True, null=True)),
                        ('last_name', core.models.fields.LineField(blank=True, null=True)),
                        ('phone', core.models.fields.LineField(blank=True, null=True)),
                        ('mfa_method', core.models.fields.ChoiceField(blank=True, choices=[('totp', 'Totp'), ('sms', 'Sms'), ('webauthn', 'Webauthn')], null=True)),
                        ('mfa_secret_encrypted', core.models.fields.LineField(blank=True, null=True)),
                        ('auth_provider', core.models.fields.ChoiceField(choices=[('local', 'Local'), ('google', 'Google'), ('apple', 'Apple'), ('microsoft', 'Microsoft')], default='local')),
                        ('external_auth_id', core.models.fields.LineField(blank=True, null=True)),
                        ('date_joined', core.models.fields.NowField()),
                        ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                        ('status', core.models.fields.ChoiceField(choices=[('pending', 'Pending'), ('active', 'Active'), ('suspended', 'Suspended'), ('locked', 'Locked'), ('deactivated', 'Deactivated')], default='pending')),
                        ('search_text', core.models.fields.SearchTextField('number', 'email', 'first_name', 'last_name', 'phone')),
                        ('contact', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='user', to='directory.contact')),
                        ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                        ('guest', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='user', to='directory.guest')),
                        ('homeowner', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='user', to='directory.homeowner')),
                    ],
                    options={
                        'verbose_name': 'user',
                        'verbose_name_plural': 'users',
                        'db_table': 'portal"."users',
                        'ordering': ['email'],
                    },
                    bases=(guardian.mixins.GuardianUserMixin, models.Model),
                ),
            ],
        ),
    ]
