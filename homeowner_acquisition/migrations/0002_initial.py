import core.models.fields
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("homeowner_acquisition", "0001_initial"),
        ("ai", "0001_initial"),
        ("comms", "0001_initial"),
        ("directory", "0001_initial"),
        ("external", "0001_initial"),
        ("geo", "0001_initial"),
        ("knowledge", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='leadactivity',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lead_activities', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='leadactivity',
                    name='message',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lead_activities', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='leadactivity',
                    name='performed_by_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lead_activities', to='team.teammember'),
                ),
                migrations.AddIndex(
                    model_name='leadsource',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='lead_sources_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='document',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='contracts', to='knowledge.document'),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='assigned_to_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_progress_as_assigned_to_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='completed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_progress_as_completed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_progress', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_progress', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='onboardingtask',
                    name='checklist',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_tasks', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='onboardingtask',
                    name='default_team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_tasks', to='team.team'),
                ),
                migrations.AddField(
                    model_name='onboardingtask',
                    name='depends_on_task',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='onboarding_tasks_as_depends_on_task', to='homeowner_acquisition.onboardingtask'),
                ),
                migrations.AddField(
                    model_name='onboardingtask',
                    name='ticket_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='onboarding_tasks', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='task',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='onboarding_progress', to='homeowner_acquisition.onboardingtask'),
                ),
                migrations.AddField(
                    model_name='propertyassessment',
                    name='assessed_by_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_assessments', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='propertyassessment',
                    name='report_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_assessments', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='proposal',
                    name='document',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='knowledge.document'),
                ),
                migrations.AddField(
                    model_name='proposal',
                    name='prepared_by_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='proposal',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='homeowner_acquisition.proposal'),
                ),
                migrations.AddField(
                    model_name='proposalversion',
                    name='created_by_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal_versions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='proposalversion',
                    name='document_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposal_versions', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='proposalversion',
                    name='proposal',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='homeowner_acquisition.proposal'),
                ),
                migrations.AddField(
                    model_name='prospect',
                    name='assigned_to_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospects', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='prospect',
                    name='contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prospects', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='prospect',
                    name='converted_homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospects', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='prospect',
                    name='source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospects', to='homeowner_acquisition.leadsource'),
                ),
                migrations.AddField(
                    model_name='proposal',
                    name='prospect',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='propertyassessment',
                    name='prospect',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='property_assessments', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='onboardingtask',
                    name='prospect',
                    field=models.ForeignKey(blank=True, help_text='empty = standard template', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='onboarding_tasks', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='prospect',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='onboarding_progress', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='prospect',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='leadactivity',
                    name='prospect',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='lead_activities', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='prospectproperty',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospect_properties', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='prospectproperty',
                    name='market_property',
                    field=core.models.fields.CodeField(blank=True, db_column='external_tmk', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospect_properties', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='prospectproperty',
                    name='onboarded_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='prospect_properties', to='property.property'),
                ),
                migrations.AddField(
                    model_name='prospectproperty',
                    name='prospect',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='properties', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='proposal',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='propertyassessment',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='property_assessments', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='onboardingprogress',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='onboarding_progress', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='managementcontract',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='leadactivity',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lead_activities', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='revenueprojection',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revenue_projections', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='revenueprojection',
                    name='created_by_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='revenue_projections', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='revenueprojection',
                    name='prospect',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='revenue_projections', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='revenueprojection',
                    name='prospect_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='revenue_projections', to='homeowner_acquisition.prospectproperty'),
                ),
                migrations.AddField(
                    model_name='proposal',
                    name='revenue_projection',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='proposals', to='homeowner_acquisition.revenueprojection'),
                ),
                migrations.AddConstraint(
                    model_name='proposalversion',
                    constraint=models.UniqueConstraint(fields=('proposal', 'version_number'), name='proposal_versions_proposal_version_number_unique', violation_error_message='There is already a row with this proposal, version number.'),
                ),
                migrations.AddIndex(
                    model_name='prospect',
                    index=models.Index(fields=['status', 'next_follow_up_date'], name='prospects_status_next_fo_30d0f'),
                ),
                migrations.AddIndex(
                    model_name='prospect',
                    index=models.Index(fields=['priority'], name='prospects_priority'),
                ),
                migrations.AddIndex(
                    model_name='prospect',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='prospects_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='prospect',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'lost'), _negated=True), ('lost_reason__isnull', False), _connector='OR'), name='prospects_status_lost_reason_check', violation_error_message='Lost reason is needed when status is lost.'),
                ),
                migrations.AddConstraint(
                    model_name='prospect',
                    constraint=models.CheckConstraint(condition=models.Q(('lead_score__gte', 1), ('lead_score__lte', 100)), name='prospects_lead_score_check', violation_error_message='Lead score must lie between 1 and 100.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='prospect',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{new:contacted,new:nurture,new:lost,contacted:qualified,contacted:nurture,contacted:lost,qualified:proposal_sent,qualified:nurture,qualified:lost,proposal_sent:negotiating,proposal_sent:won,proposal_sent:lost,proposal_sent:nurture,negotiating:won,negotiating:lost,negotiating:nurture,nurture:contacted,nurture:lost,lost:nurture,lost:contacted}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b46865be614e68cbf52c4ec2bf537d4a1d013c48', operation='UPDATE', pgid='pgtrigger_status_moves_fa382', table='homeowner_acquisition"."prospects', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='onboardingtask',
                    index=models.Index(fields=['category', 'sort_order'], name='onboarding_tas_category_57196'),
                ),
                migrations.AddIndex(
                    model_name='onboardingtask',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='onboarding_tasks_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='onboardingtask',
                    constraint=models.CheckConstraint(condition=models.Q(('depends_on_task__isnull', True), models.Q(('depends_on_task', models.F('id')), _negated=True), _connector='OR'), name='onboarding_tasks_depends_on_task_id_id_check', violation_error_message='Depends on task cannot be the row itself.'),
                ),
                migrations.AddIndex(
                    model_name='prospectproperty',
                    index=models.Index(fields=['status'], name='prospect_prope_status'),
                ),
                migrations.AddIndex(
                    model_name='prospectproperty',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='prospect_properties_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='prospectproperty',
                    constraint=models.CheckConstraint(condition=models.Q(('management_fee_proposed__gte', 0), ('management_fee_proposed__lte', 1)), name='prospect_properties_management_fee_proposed_check', violation_error_message='Management fee proposed must lie between 0 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='prospectproperty',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'lost'), _negated=True), ('lost_reason__isnull', False), _connector='OR'), name='prospect_properties_status_lost_reason_check', violation_error_message='Lost reason is needed when status is lost.'),
                ),
                migrations.AddConstraint(
                    model_name='prospectproperty',
                    constraint=models.UniqueConstraint(condition=models.Q(('market_property__isnull', False)), fields=('prospect', 'market_property'), name='prospect_properties_prospect_market_property_unique', violation_error_message='There is already a row with this prospect, market property.'),
                ),
                migrations.AddIndex(
                    model_name='propertyassessment',
                    index=models.Index(fields=['assessment_date'], name='property_asses_assessment_date'),
                ),
                migrations.AddIndex(
                    model_name='propertyassessment',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_assessments_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='propertyassessment',
                    constraint=models.CheckConstraint(condition=models.Q(('estimated_prep_cost__gte', 0)), name='property_assessments_estimated_prep_cost_check', violation_error_message='Estimated prep cost cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='onboardingprogress',
                    index=models.Index(fields=['status'], name='onboarding_pro_status'),
                ),
                migrations.AddIndex(
                    model_name='onboardingprogress',
                    index=models.Index(fields=['due_date'], name='onboarding_pro_due_date'),
                ),
                migrations.AddConstraint(
                    model_name='onboardingprogress',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'blocked'), _negated=True), ('blocker_reason__isnull', False), _connector='OR'), name='onboarding_progress_status_blocker_reason_check', violation_error_message='Blocker reason is needed when status is blocked.'),
                ),
                migrations.AddConstraint(
                    model_name='onboardingprogress',
                    constraint=models.UniqueConstraint(fields=('prospect', 'task'), name='onboarding_progress_prospect_task_unique', violation_error_message='There is already a row with this prospect, task.'),
                ),
                migrations.AddIndex(
                    model_name='managementcontract',
                    index=models.Index(fields=['status'], name='contracts_status'),
                ),
                migrations.AddIndex(
                    model_name='managementcontract',
                    index=models.Index(fields=['expiration_date'], name='contracts_expiration_date'),
                ),
                migrations.AddIndex(
                    model_name='managementcontract',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='contracts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='managementcontract',
                    constraint=models.CheckConstraint(condition=models.Q(('expiration_date__isnull', True), ('expiration_date__gte', models.F('effective_date')), _connector='OR'), name='contracts_expiration_date_effective_date_check', violation_error_message='Expiration date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='managementcontract',
                    constraint=models.CheckConstraint(condition=models.Q(('management_fee_percent__gte', 0), ('management_fee_percent__lte', 1)), name='contracts_management_fee_percent_check', violation_error_message='Management fee percent must lie between 0 and 1.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='managementcontract',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:sent,draft:declined,sent:signed,sent:declined,sent:expired,signed:active,active:terminated,active:expired,expired:active}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='f09d6098f4df950a2c6722d52a759445382a051b', operation='UPDATE', pgid='pgtrigger_status_moves_cd131', table='homeowner_acquisition"."contracts', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='leadactivity',
                    index=models.Index(fields=['prospect', '-activity_date'], name='lead_activitie_prospect_3a96c'),
                ),
                migrations.AddIndex(
                    model_name='leadactivity',
                    index=models.Index(fields=['next_action_date'], name='lead_activitie_next_acti_3300a'),
                ),
                migrations.AddIndex(
                    model_name='leadactivity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='lead_activities_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='revenueprojection',
                    index=models.Index(fields=['prospect'], name='revenue_projec_prospect'),
                ),
                migrations.AddIndex(
                    model_name='revenueprojection',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='revenue_projections_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='revenueprojection',
                    constraint=models.CheckConstraint(condition=models.Q(('projected_occupancy__gte', 0), ('projected_occupancy__lte', 1)), name='revenue_projections_projected_occupancy_check', violation_error_message='Projected occupancy must lie between 0 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='revenueprojection',
                    constraint=models.CheckConstraint(condition=models.Q(('projected_gross_revenue__gte', 0)), name='revenue_projections_projected_gross_revenue_check', violation_error_message='Projected gross revenue cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='revenueprojection',
                    constraint=models.UniqueConstraint(fields=('prospect', 'prospect_property', 'projection_year', 'scenario', 'projection_date'), name='revenue_projections_prospect_prospect_property_project_82302', nulls_distinct=False, violation_error_message='There is already a row with this prospect, prospect property, projection year, scenario, projection date.'),
                ),
                migrations.AddIndex(
                    model_name='proposal',
                    index=models.Index(fields=['status'], name='proposals_status'),
                ),
                migrations.AddIndex(
                    model_name='proposal',
                    index=models.Index(fields=['expires_date'], name='proposals_expires_date'),
                ),
                migrations.AddIndex(
                    model_name='proposal',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='proposals_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(('management_fee_percent__gte', 0), ('management_fee_percent__lte', 1)), name='proposals_management_fee_percent_check', violation_error_message='Management fee percent must lie between 0 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='proposal',
                    constraint=models.CheckConstraint(condition=models.Q(('expires_date__isnull', True), ('expires_date__gte', models.F('sent_date')), _connector='OR'), name='proposals_expires_date_sent_date_check', violation_error_message='Expires date must not be before sent date.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='proposal',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:internal_review,draft:sent,draft:withdrawn,internal_review:draft,internal_review:sent,internal_review:withdrawn,sent:viewed,sent:under_review,sent:accepted,sent:rejected,sent:expired,sent:withdrawn,viewed:under_review,viewed:accepted,viewed:rejected,viewed:expired,viewed:withdrawn,under_review:accepted,under_review:rejected,under_review:expired,under_review:withdrawn,expired:sent}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='c7e870c48eb3e98b663637765f25737446bbff37', operation='UPDATE', pgid='pgtrigger_status_moves_06107', table='homeowner_acquisition"."proposals', when='BEFORE')),
                ),
            ],
        ),
    ]
