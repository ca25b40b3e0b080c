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
        ("core", "0001_initial"),
        ('directory', '0001_initial'),
        ('property', '0001_initial'),
        ('ref', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.CreateModel(
                    name='BankAccount',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('BNK-', db_column='bank_account_id', width=6)),
                        ('account_purpose', core.models.fields.ChoiceField(choices=[('owner_payout', 'Owner Payout'), ('vendor_payment', 'Vendor Payment'), ('payroll', 'Payroll'), ('company_trust', 'Company Trust'), ('company_operating', 'Company Operating'), ('refund', 'Refund')], default='owner_payout')),
                        ('account_holder_name', core.models.fields.LineField()),
                        ('bank_name', core.models.fields.LineField(blank=True, null=True)),
                        ('account_type', core.models.fields.ChoiceField(choices=[('checking', 'Checking'), ('savings', 'Savings')], default='checking')),
                        ('account_number_encrypted', core.models.fields.LineField()),
                        ('routing_number_encrypted', core.models.fields.LineField()),
                        ('account_last_four', core.models.fields.LineField()),
                        ('encryption_key_id', core.models.fields.LineField()),
                        ('encryption_algorithm', core.models.fields.LineField(default='AES-256-GCM')),
                        ('data_hash', core.models.fields.LineField(blank=True, help_text='keyed hash for duplicate checks', null=True)),
                        ('verified_at', models.DateTimeField(blank=True, null=True)),
                        ('is_default', core.models.fields.FlagField(default=False)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('last_used_at', models.DateTimeField(blank=True, null=True)),
                        ('verification_status', core.models.fields.ChoiceField(choices=[('unverified', 'Unverified'), ('pending', 'Pending'), ('verified', 'Verified'), ('failed', 'Failed')], default='unverified')),
                        ('search_text', core.models.fields.SearchTextField('number', 'bank_name')),
                    ],
                    options={
                        'verbose_name': 'bank account',
                        'verbose_name_plural': 'bank accounts',
                        'db_table': 'secure"."bank_accounts',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='Credential',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('CRED-', db_column='credential_id', width=6)),
                        ('credential_name', core.models.fields.LineField()),
                        ('system_name', core.models.fields.LineField()),
                        ('credential_type', core.models.fields.ChoiceField(choices=[('api_key', 'Api Key'), ('oauth_token', 'Oauth Token'), ('password', 'Password'), ('certificate', 'Certificate'), ('ssh_key', 'Ssh Key'), ('bearer_token', 'Bearer Token'), ('door_code', 'Door Code'), ('alarm_code', 'Alarm Code'), ('wifi', 'Wifi'), ('lock_master', 'Lock Master')])),
                        ('environment', core.models.fields.ChoiceField(choices=[('production', 'Production'), ('staging', 'Staging'), ('development', 'Development'), ('test', 'Test')], default='production')),
                        ('username', core.models.fields.LineField(blank=True, null=True)),
                        ('encrypted_value', core.models.fields.LineField()),
                        ('encryption_key_id', core.models.fields.LineField()),
                        ('oauth_refresh_token_encrypted', core.models.fields.LineField(blank=True, null=True)),
                        ('oauth_expires_at', models.DateTimeField(blank=True, null=True)),
                        ('associated_email', core.models.fields.EmailField(blank=True, max_length=254, null=True)),
                        ('scopes', django.contrib.postgres.fields.ArrayField(base_field=core.models.fields.LineField(), blank=True, null=True)),
                        ('last_used_at', models.DateTimeField(blank=True, null=True)),
                        ('last_rotated_at', models.DateTimeField(blank=True, null=True)),
                        ('rotation_due_at', models.DateTimeField(blank=True, null=True)),
                        ('expires_at', models.DateTimeField(blank=True, null=True)),
                        ('failure_count', core.models.fields.IntegerField(default=0)),
                        ('last_failure_reason', core.models.fields.TextField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('notes', core.models.fields.TextField(blank=True, null=True)),
                        ('search_text', core.models.fields.SearchTextField('number', 'credential_name', 'system_name', 'associated_email')),
                    ],
                    options={
                        'verbose_name': 'credential',
                        'verbose_name_plural': 'credentials',
                        'db_table': 'secure"."access_credentials',
                        'ordering': ['credential_name'],
                    },
                ),
                migrations.CreateModel(
                    name='PaymentMethod',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('TOK-', db_column='token_id', width=6)),
                        ('payment_type', core.models.fields.ChoiceField(choices=[('credit_card', 'Credit Card'), ('debit_card', 'Debit Card'), ('bank_account', 'Bank Account'), ('ach', 'Ach'), ('paypal', 'Paypal')])),
                        ('last_four', core.models.fields.LineField(blank=True, null=True)),
                        ('card_brand', core.models.fields.ChoiceField(blank=True, choices=[('visa', 'Visa'), ('mastercard', 'Mastercard'), ('amex', 'Amex'), ('discover', 'Discover'), ('jcb', 'Jcb'), ('diners', 'Diners'), ('unionpay', 'Unionpay')], null=True)),
                        ('expiry_month', core.models.fields.IntegerField(blank=True, null=True)),
                        ('expiry_year', core.models.fields.IntegerField(blank=True, null=True)),
                        ('billing_name', core.models.fields.LineField(blank=True, null=True)),
                        ('billing_address', core.models.fields.LineField(blank=True, help_text='encrypted at rest', null=True)),
                        ('token', core.models.fields.LineField(blank=True, help_text='encrypted at rest; processor token only', null=True)),
                        ('is_default', core.models.fields.FlagField(default=False)),
                        ('is_verified', core.models.fields.FlagField(default=False)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('processor', core.models.fields.ChoiceField(choices=[('stripe', 'Stripe'), ('square', 'Square'), ('authorize_net', 'Authorize Net'), ('manual', 'Manual')], default='stripe')),
                        ('processor_customer_id', core.models.fields.LineField(blank=True, null=True)),
                        ('account_type', core.models.fields.ChoiceField(blank=True, choices=[('checking', 'Checking'), ('savings', 'Savings')], null=True)),
                        ('bank_name', core.models.fields.LineField(blank=True, null=True)),
                        ('last_used_at', models.DateTimeField(blank=True, null=True)),
                        ('failure_count', core.models.fields.IntegerField(default=0)),
                        ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                        ('search_text', core.models.fields.SearchTextField('number', 'billing_name', 'bank_name')),
                    ],
                    options={
                        'verbose_name': 'payment method',
                        'verbose_name_plural': 'payment methods',
                        'db_table': 'secure"."payment_methods',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='TaxIdentity',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('PII-', db_column='pii_id', width=6)),
                        ('data_type', core.models.fields.ChoiceField(choices=[('ssn', 'Ssn'), ('ein', 'Ein'), ('itin', 'Itin'), ('passport', 'Passport'), ('drivers_license', 'Drivers License'), ('tax_id', 'Tax Id')], default='ssn')),
                        ('encrypted_value', core.models.fields.LineField()),
                        ('last_four', core.models.fields.LineField(blank=True, null=True)),
                        ('encryption_key_id', core.models.fields.LineField()),
                        ('encryption_algorithm', core.models.fields.LineField(default='AES-256-GCM')),
                        ('data_hash', core.models.fields.LineField(blank=True, null=True)),
                        ('issuing_authority', core.models.fields.LineField(blank=True, null=True)),
                        ('issue_date', models.DateField(blank=True, null=True)),
                        ('expiration_date', models.DateField(blank=True, null=True)),
                        ('is_verified', core.models.fields.FlagField(default=False)),
                        ('verified_at', models.DateTimeField(blank=True, null=True)),
                        ('purge_after', models.DateField(blank=True, help_text='retention limit', null=True)),
                        ('consent_at', models.DateTimeField(blank=True, null=True)),
                        ('is_active', core.models.fields.FlagField(default=True)),
                        ('search_text', core.models.fields.SearchTextField('number')),
                    ],
                    options={
                        'verbose_name': 'tax identity',
                        'verbose_name_plural': 'tax identities',
                        'db_table': 'secure"."ssn_data',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='AuditLog',
                    fields=[
                        ('id', core.models.fields.UUIDv7Field(serialize=False)),
                        ('created_at', core.models.fields.TouchedField(verbose_name='created')),
                        ('updated_at', core.models.fields.TouchedField(verbose_name='changed')),
                        ('number', core.models.fields.BusinessIDField('AUD-', db_column='audit_id', width=8)),
                        ('occurred_at', core.models.fields.NowField()),
                        ('event_type', core.models.fields.ChoiceField(choices=[('login', 'Login'), ('logout', 'Logout'), ('permission_change', 'Permission Change'), ('data_access', 'Data Access'), ('config_change', 'Config Change'), ('security_incident', 'Security Incident'), ('api_access', 'Api Access'), ('export', 'Export'), ('bulk_operation', 'Bulk Operation'), ('data_change', 'Data Change')])),
                        ('action_type', core.models.fields.ChoiceField(choices=[('create', 'Create'), ('read', 'Read'), ('update', 'Update'), ('delete', 'Delete'), ('export', 'Export'), ('grant', 'Grant'), ('revoke', 'Revoke'), ('login', 'Login'), ('logout', 'Logout'), ('execute', 'Execute')])),
                        ('severity', core.models.fields.ChoiceField(choices=[('info', 'Info'), ('warning', 'Warning'), ('critical', 'Critical')], default='info')),
                        ('user_id', models.UUIDField(blank=True, help_text='no FK, survives user deletion', null=True)),
                        ('user_email', core.models.fields.EmailField(blank=True, max_length=254, null=True)),
                        ('user_role', core.models.fields.LineField(blank=True, null=True)),
                        ('actor_type', core.models.fields.ChoiceField(choices=[('user', 'User'), ('agent', 'Agent'), ('system', 'System'), ('api', 'Api'), ('scheduled_job', 'Scheduled Job')], default='user')),
                        ('ip_address', models.GenericIPAddressField(blank=True, null=True)),
                        ('user_agent', core.models.fields.LineField(blank=True, null=True)),
                        ('session_id', core.models.fields.LineField(blank=True, null=True)),
                        ('request_id', core.models.fields.LineField(blank=True, null=True)),
                        ('table_name', core.models.fields.LineField(blank=True, help_text='schema.table', null=True)),
                        ('record_id', models.UUIDField(blank=True, null=True)),
                        ('record_business_id', core.models.fields.LineField(blank=True, null=True)),
                        ('columns_accessed', django.contrib.postgres.fields.ArrayField(base_field=core.models.fields.LineField(), blank=True, null=True)),
                        ('old_values', models.JSONField(blank=True, null=True)),
                        ('new_values', models.JSONField(blank=True, null=True)),
                        ('description', core.models.fields.TextField()),
                        ('access_reason', core.models.fields.TextField(blank=True, null=True)),
                        ('data_classification', core.models.fields.ChoiceField(blank=True, choices=[('public', 'Public'), ('internal', 'Internal'), ('confidential', 'Confidential'), ('restricted', 'Restricted')], null=True)),
                        ('record_count', core.models.fields.IntegerField(default=1)),
                        ('success', core.models.fields.FlagField(default=True)),
                        ('failure_reason', core.models.fields.TextField(blank=True, null=True)),
                        ('risk_score', core.models.fields.IntegerField(blank=True, null=True)),
                        ('flagged_for_review', core.models.fields.FlagField(default=False)),
                        ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                        ('reviewed_by_id', models.UUIDField(blank=True, help_text='no FK', null=True)),
                        ('review_notes', core.models.fields.TextField(blank=True, null=True)),
                        ('previous_hash', core.models.fields.LineField(blank=True, help_text='hash chain for tamper evidence', null=True)),
                        ('entry_hash', core.models.fields.LineField(blank=True, null=True)),
                        ('metadata', models.JSONField(blank=True, null=True)),
                        ('search_text', core.models.fields.SearchTextField('number', 'user_email', 'table_name')),
                    ],
                    options={
                        'verbose_name': 'audit entry',
                        'verbose_name_plural': 'audit entries',
                        'db_table': 'secure"."audit_logs',
                        'ordering': ['-occurred_at'],
                        'indexes': [models.Index(fields=['-occurred_at'], name='audit_logs_occurred_at'), models.Index(fields=['user_id'], name='audit_logs_user_id'), models.Index(fields=['table_name', 'record_id'], name='audit_logs_table_name_re_1cf9e'), models.Index(fields=['event_type', 'severity'], name='audit_logs_event_type_severity'), models.Index(condition=models.Q(('flagged_for_review', True)), fields=['flagged_for_review'], name='audit_logs_flagged_for_r_21b4c'), django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='audit_logs_search', opclasses=['gin_trgm_ops'])],
                        'constraints': [models.CheckConstraint(condition=models.Q(('risk_score__gte', 0), ('risk_score__lte', 100)), name='audit_logs_risk_score_check', violation_error_message='Risk score must lie between 0 and 100.')],
                    },
                ),
            ],
        ),
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
