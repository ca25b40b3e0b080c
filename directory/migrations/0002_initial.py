import core.models.fields
import django.contrib.postgres.fields
from decimal import Decimal
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("directory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='company',
                    name='vendor_category',
                    field=core.models.fields.CodeField(blank=True, db_column='vendor_category', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='companies', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contact',
                    name='country',
                    field=core.models.fields.CodeField(blank=True, default='US', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='ref.countrycode', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contact',
                    name='merged_into',
                    field=models.ForeignKey(blank=True, help_text='set when status is merged', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contacts_as_merged_into', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contact',
                    name='preferred_language',
                    field=core.models.fields.CodeField(blank=True, db_column='preferred_language', default='en', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contact',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, db_column='timezone', default='Pacific/Honolulu', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='company',
                    name='billing_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='companies_as_billing_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='company',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='companies', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='company',
                    name='primary_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='companies_as_primary_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactgroup',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_groups', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contactgroupmember',
                    name='added_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_group_members', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contactgroupmember',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_members', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactgroupmember',
                    name='group',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='directory.contactgroup'),
                ),
                migrations.AddField(
                    model_name='contactmerge',
                    name='merged_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_merge_history_as_merged_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contactmerge',
                    name='reversed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_merge_history_as_reversed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contactmerge',
                    name='surviving_contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merge_history', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactnote',
                    name='contact',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='contact_notes', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactnote',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_notes', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contactrelationship',
                    name='contact',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='relationships', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactrelationship',
                    name='related_contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relationships_as_related_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contactrelationship',
                    name='relationship_type',
                    field=core.models.fields.CodeField(db_column='relationship_type', on_delete=django.db.models.deletion.PROTECT, related_name='contact_relationships', to='ref.relationshiptype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contacttag',
                    name='applied_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_tags_as_applied_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contacttag',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='contacttag',
                    name='removed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contact_tags_as_removed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='guest',
                    name='contact',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='guest', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='guest',
                    name='referral_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guests_as_referral_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='homeowner',
                    name='contact',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='homeowner', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='ownership',
                    name='homeowner',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ownership',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ownerships', to='property.property'),
                ),
                migrations.AddField(
                    model_name='vendor',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='vendors', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='vendor',
                    name='company',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='vendors', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='vendor',
                    name='vendor_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vendors', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='vendorassignment',
                    name='company',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vendor_assignments', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='vendorassignment',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='vendor_assignments', to='property.property'),
                ),
                migrations.AddField(
                    model_name='vendorassignment',
                    name='service_category',
                    field=core.models.fields.CodeField(db_column='service_category', on_delete=django.db.models.deletion.PROTECT, related_name='vendor_assignments', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='vendorassignment',
                    name='vendor',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assignments', to='directory.vendor'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(condition=models.Q(('email__isnull', False)), fields=['email'], name='contacts_email_partial'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(condition=models.Q(('phone__isnull', False)), fields=['phone'], name='contacts_phone_partial'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(fields=['contact_type'], name='contacts_contact_type'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(fields=['status'], name='contacts_status'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(fields=['external_source', 'external_id'], name='contacts_external_source_3f88e'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=models.Index(fields=['last_name', 'first_name', '-id'], name='contacts_last_name_first_name'),
                ),
                migrations.AddIndex(
                    model_name='contact',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='contacts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='contact',
                    constraint=models.CheckConstraint(condition=models.Q(('contact_type', 'person'), ('company_name__isnull', False), _connector='OR'), name='contacts_contact_type_company_name_check', violation_error_message='Must hold: contact type is person or company name is given.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='contact',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{active:inactive,active:merged,active:deceased,inactive:active,inactive:merged,inactive:deceased}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='784c131e7ffd626646f9f8fff0abc1355a096239', operation='UPDATE', pgid='pgtrigger_status_moves_259a7', table='directory"."contacts', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=models.Index(fields=['company_name'], name='companies_company_name'),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=models.Index(fields=['company_type'], name='companies_company_type'),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=models.Index(fields=['status'], name='companies_status'),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=models.Index(condition=models.Q(('is_preferred', True)), fields=['is_preferred'], name='companies_is_preferred_partial'),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=models.Index(fields=['insurance_expiry'], name='companies_insurance_expiry'),
                ),
                migrations.AddIndex(
                    model_name='company',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='companies_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='company',
                    constraint=models.CheckConstraint(condition=models.Q(('internal_rating__gte', 1), ('internal_rating__lte', 5)), name='companies_internal_rating_check', violation_error_message='Internal rating must lie between 1 and 5.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='company',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{active:inactive,active:suspended,suspended:active,suspended:inactive,inactive:active}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='4d98cd312d353ed9f2e127bdddc0be3ee630a014', operation='UPDATE', pgid='pgtrigger_status_moves_c2df9', table='directory"."companies', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='contactgroup',
                    index=models.Index(fields=['group_type'], name='contact_groups_group_type'),
                ),
                migrations.AddIndex(
                    model_name='contactgroup',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='contact_groups_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='contactgroupmember',
                    constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('group', 'contact'), name='contact_group_members_group_contact_unique', violation_error_message='There is already a row with this group, contact.'),
                ),
                migrations.AddIndex(
                    model_name='contactmerge',
                    index=models.Index(fields=['merged_contact_id'], name='contact_merge_merged_con_c9cf9'),
                ),
                migrations.AddIndex(
                    model_name='contactmerge',
                    index=models.Index(fields=['merged_at'], name='contact_merge_merged_at'),
                ),
                migrations.AddIndex(
                    model_name='contactnote',
                    index=models.Index(fields=['contact', '-created_at'], name='contact_notes_contact_cr_92f25'),
                ),
                migrations.AddIndex(
                    model_name='contactnote',
                    index=models.Index(condition=models.Q(('is_pinned', True)), fields=['is_pinned'], name='contact_notes_is_pinned_df100'),
                ),
                migrations.AddConstraint(
                    model_name='contactrelationship',
                    constraint=models.CheckConstraint(condition=models.Q(('contact', models.F('related_contact')), _negated=True), name='contact_relationships_contact_id_related_contact_id_check', violation_error_message='Contact and related contact cannot be the same.'),
                ),
                migrations.AddConstraint(
                    model_name='contactrelationship',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='contact_relationships_end_date_effective_date_check', violation_error_message='End date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='contactrelationship',
                    constraint=models.UniqueConstraint(fields=('contact', 'related_contact', 'relationship_type'), name='contact_relationships_contact_related_contact_relation_a5b37', violation_error_message='There is already a row with this contact, related contact, relationship type.'),
                ),
                migrations.AddIndex(
                    model_name='contacttag',
                    index=models.Index(condition=models.Q(('removed_at__isnull', True)), fields=['tag'], name='contact_tags_tag_partial'),
                ),
                migrations.AddIndex(
                    model_name='contacttag',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='contact_tags_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='contacttag',
                    constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('contact', 'tag'), name='contact_tags_contact_tag_unique', violation_error_message='There is already a row with this contact, tag.'),
                ),
                migrations.AddIndex(
                    model_name='guest',
                    index=models.Index(fields=['guest_status'], name='guests_guest_status'),
                ),
                migrations.AddIndex(
                    model_name='guest',
                    index=models.Index(condition=models.Q(('is_vip', True)), fields=['is_vip'], name='guests_is_vip_partial'),
                ),
                migrations.AddIndex(
                    model_name='guest',
                    index=models.Index(fields=['loyalty_tier'], name='guests_loyalty_tier'),
                ),
                migrations.AddIndex(
                    model_name='guest',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guests_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='guest',
                    constraint=models.CheckConstraint(condition=models.Q(('lifetime_stays__gte', 0)), name='guests_lifetime_stays_check', violation_error_message='Lifetime stays cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='guest',
                    constraint=models.CheckConstraint(condition=models.Q(('lifetime_nights__gte', 0)), name='guests_lifetime_nights_check', violation_error_message='Lifetime nights cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='guest',
                    trigger=pgtrigger.compiler.Trigger(name='guest_status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."guest_status", \':\', NEW."guest_status") = ANY(\'{active:inactive,active:nurture,active:blocked,inactive:active,inactive:nurture,nurture:active,nurture:inactive,nurture:blocked,blocked:active}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."guest_status" IS DISTINCT FROM NEW."guest_status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "guest_status" from "%" to "%" on table %\', OLD."guest_status", NEW."guest_status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='613d2a61bf8b16c76ad2058e5d3d0701443ffaf9', operation='UPDATE', pgid='pgtrigger_guest_status_moves_8d8d5', table='directory"."guests', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='homeowner',
                    index=models.Index(fields=['owner_status'], name='homeowners_owner_status'),
                ),
                migrations.AddIndex(
                    model_name='homeowner',
                    index=models.Index(fields=['owner_type'], name='homeowners_owner_type'),
                ),
                migrations.AddIndex(
                    model_name='homeowner',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='homeowners_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='homeowner',
                    constraint=models.CheckConstraint(condition=models.Q(('contract_end_date__isnull', True), ('contract_end_date__gte', models.F('contract_start_date')), _connector='OR'), name='homeowners_contract_end_date_contract_start_date_check', violation_error_message='Contract end date must not be before contract start date.'),
                ),
                migrations.AddConstraint(
                    model_name='homeowner',
                    constraint=models.CheckConstraint(condition=models.Q(('approval_required_threshold__gte', 0)), name='homeowners_approval_required_threshold_check', violation_error_message='Approval required threshold cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='homeowner',
                    trigger=pgtrigger.compiler.Trigger(name='owner_status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."owner_status", \':\', NEW."owner_status") = ANY(\'{onboarding:active,onboarding:inactive,active:offboarding,active:inactive,offboarding:churned,offboarding:active,inactive:active,inactive:churned}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."owner_status" IS DISTINCT FROM NEW."owner_status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "owner_status" from "%" to "%" on table %\', OLD."owner_status", NEW."owner_status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='95fdc9e248fa6cfd5d7dbcde378ac6934153ba69', operation='UPDATE', pgid='pgtrigger_owner_status_moves_ca9d3', table='directory"."homeowners', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='ownership',
                    index=models.Index(condition=models.Q(('end_date__isnull', True)), fields=['property'], name='homeowner_prop_property_b4cd5'),
                ),
                migrations.AddConstraint(
                    model_name='ownership',
                    constraint=models.CheckConstraint(condition=models.Q(('ownership_percentage__gt', 0), ('ownership_percentage__lte', 100)), name='homeowner_property_relationship_ownership_percentage_check', violation_error_message='Must hold: ownership percentage > 0 and ownership percentage is at most 100.'),
                ),
                migrations.AddConstraint(
                    model_name='ownership',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='homeowner_property_relationship_end_date_effective_dat_2e1e6', violation_error_message='End date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='ownership',
                    constraint=models.UniqueConstraint(condition=models.Q(('end_date__isnull', True)), fields=('homeowner', 'property'), name='homeowner_property_relationship_homeowner_property_unique', violation_error_message='There is already a row with this homeowner, property.'),
                ),
                migrations.AddIndex(
                    model_name='vendor',
                    index=models.Index(fields=['vendor_type'], name='vendors_vendor_type'),
                ),
                migrations.AddIndex(
                    model_name='vendor',
                    index=models.Index(fields=['-performance_score'], name='vendors_performance_score'),
                ),
                migrations.AddIndex(
                    model_name='vendor',
                    index=models.Index(fields=['vendor_tier'], name='vendors_vendor_tier'),
                ),
                migrations.AddIndex(
                    model_name='vendor',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='vendors_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='vendor',
                    constraint=models.CheckConstraint(condition=models.Q(('emergency_rate_multiplier__gte', 1)), name='vendors_emergency_rate_multiplier_check', violation_error_message='Emergency rate multiplier cannot be less than 1.'),
                ),
                migrations.AddIndex(
                    model_name='vendorassignment',
                    index=models.Index(fields=['property', 'service_category'], name='vendor_assignm_property_23ef7'),
                ),
                migrations.AddConstraint(
                    model_name='vendorassignment',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='vendor_assignments_end_date_effective_date_check', violation_error_message='End date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='vendorassignment',
                    constraint=models.UniqueConstraint(condition=models.Q(('end_date__isnull', True)), fields=('company', 'property', 'service_category'), name='vendor_assignments_company_property_service_category_unique', violation_error_message='There is already a row with this company, property, service category.'),
                ),
            ],
        ),
    ]
