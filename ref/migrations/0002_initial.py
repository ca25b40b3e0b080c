import core.models.fields
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from decimal import Decimal
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.db.models.functions.text


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("ref", "0001_initial"),
        ("comms", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='feetype',
                    name='revenue_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fee_types', to='ref.revenuecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='feetype',
                    name='tax_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fee_types', to='ref.taxtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticketcategory',
                    name='default_team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_category_key', to='team.team'),
                ),
                migrations.AddIndex(
                    model_name='ticketpriority',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_priority_key_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticketpriority',
                    constraint=models.CheckConstraint(condition=models.Q(('sla_hours__gt', 0)), name='ticket_priority_key_sla_hours_check', violation_error_message='Sla hours must be more than 0.'),
                ),
                migrations.AddField(
                    model_name='ticketcategory',
                    name='default_priority',
                    field=core.models.fields.CodeField(default='MEDIUM', on_delete=django.db.models.deletion.PROTECT, related_name='ticket_category_key', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='issueseverity',
                    name='ticket_priority',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='issue_severity_types', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddIndex(
                    model_name='tickettype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_type_key_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddField(
                    model_name='ticketcategory',
                    name='ticket_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_category_key', to='ref.tickettype', to_field='code'),
                ),
                migrations.AddIndex(
                    model_name='timezone',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='timezone_codes_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddField(
                    model_name='statecode',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='state_codes', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='touchpointtype',
                    name='default_channel',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touchpoint_types', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='touchpointtype',
                    name='template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='touchpoint_types', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='stagetouchpoint',
                    name='touchpoint_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stage_required_touchpoints', to='ref.touchpointtype'),
                ),
                migrations.AddField(
                    model_name='vendorcategory',
                    name='parent',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticketcategory',
                    name='default_vendor_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_category_key', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddIndex(
                    model_name='cleaningtype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='cleaning_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='countrycode',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='country_codes_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='expensecategory',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='expense_categories_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='interesttype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='interest_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='journeystage',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='journey_stages_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='feerate',
                    index=models.Index(fields=['fee_type', '-effective_date'], name='fee_rates_fee_type_effec_3dc16'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.CheckConstraint(condition=models.Q(('effective_to__isnull', True), ('effective_to__gte', models.F('effective_date')), _connector='OR'), name='fee_rates_effective_to_effective_date_check', violation_error_message='Effective to must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('scope_level', 'property'), _negated=True), ('property__isnull', False), _connector='OR'), name='fee_rates_scope_level_property_id_check', violation_error_message='Property is needed when scope level is property.'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('scope_level', 'resort'), _negated=True), ('resort__isnull', False), _connector='OR'), name='fee_rates_scope_level_resort_id_check', violation_error_message='Resort is needed when scope level is resort.'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('scope_level', 'platform'), _negated=True), ('platform__isnull', False), _connector='OR'), name='fee_rates_scope_level_platform_code_check', violation_error_message='Platform is needed when scope level is platform.'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.CheckConstraint(condition=models.Q(('rate__gte', 0)), name='fee_rates_rate_check', violation_error_message='Rate cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='feerate',
                    constraint=models.UniqueConstraint(fields=('fee_type', 'scope_level', 'platform', 'resort', 'property', 'effective_date'), name='fee_rates_fee_type_scope_level_platform_resort_propert_45da2', nulls_distinct=False, violation_error_message='There is already a row with this fee type, scope level, platform, resort, property, effective date.'),
                ),
                migrations.AddIndex(
                    model_name='claimsubmissiontype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='claim_submission_type_k_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='statustransition',
                    index=models.Index(fields=['domain_code', 'from_status'], name='status_transit_domain_co_c1ce0'),
                ),
                migrations.AddIndex(
                    model_name='statustransition',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='status_transitions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='statustransition',
                    constraint=models.CheckConstraint(condition=models.Q(('from_status', models.F('to_status')), _negated=True), name='status_transitions_from_status_code_to_status_code_check', violation_error_message='From status and to status cannot be the same.'),
                ),
                migrations.AddConstraint(
                    model_name='statustransition',
                    constraint=models.UniqueConstraint(fields=('domain_code', 'from_status', 'to_status'), name='status_transitions_domain_code_from_status_to_status_unique', violation_error_message='There is already a row with this domain code, from status, to status.'),
                ),
                migrations.AddIndex(
                    model_name='domainstatus',
                    index=models.Index(fields=['domain_code'], name='status_domains_domain_code'),
                ),
                migrations.AddIndex(
                    model_name='domainstatus',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='status_domains_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='domainstatus',
                    constraint=models.UniqueConstraint(fields=('status', 'domain_code'), name='status_domains_status_domain_code_unique', violation_error_message='There is already a row with this status, domain code.'),
                ),
                migrations.AddIndex(
                    model_name='feetype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='fee_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='issueseverity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='issue_severity_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='statecode',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='state_codes_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='touchpointtype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='touchpoint_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='stagetouchpoint',
                    constraint=models.UniqueConstraint(fields=('stage', 'touchpoint_type'), name='stage_required_touchpoints_stage_touchpoint_type_unique', violation_error_message='There is already a row with this stage, touchpoint type.'),
                ),
                migrations.AddIndex(
                    model_name='vendorcategory',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='vendor_categories_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='ticketcategory',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_category_key_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticketcategory',
                    constraint=models.CheckConstraint(condition=models.Q(('code__startswith', django.db.models.functions.text.Concat(models.F('ticket_type'), models.Value('-')))), name='ticket_category_key_code_ticket_type_code_check', violation_error_message='Must hold: code like ticket type || -%.'),
                ),
            ],
        ),
    ]
