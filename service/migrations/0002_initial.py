import core.models.fields
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("service", "0001_initial"),
        ("directory", "0001_initial"),
        ("finance", "0001_initial"),
        ("inventory", "0001_initial"),
        ("knowledge", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='claimdenial',
                    name='denial_letter_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claim_denials', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='claimappeal',
                    name='denial',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claim_appeals', to='service.claimdenial'),
                ),
                migrations.AddField(
                    model_name='claimsubmission',
                    name='submission_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claim_submissions', to='ref.claimsubmissiontype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='claimsubmission',
                    name='submitted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claim_submissions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='claimsubmission',
                    name='submitted_to_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claim_submissions', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='claimsubmission',
                    name='submitted_to_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claim_submissions', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='claimdenial',
                    name='submission',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claim_denials', to='service.claimsubmission'),
                ),
                migrations.AddField(
                    model_name='claimapproval',
                    name='submission',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claim_approvals', to='service.claimsubmission'),
                ),
                migrations.AddField(
                    model_name='claimappeal',
                    name='submission',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claim_appeals', to='service.claimsubmission'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='claim_owner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claims_as_claim_owner', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='damage_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='ref.damagecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='discovered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claims_as_discovered_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='priority',
                    field=core.models.fields.CodeField(db_column='priority', default='MEDIUM', on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='property.property'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='written_off_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claims_as_written_off_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='claimsubmission',
                    name='damage_claim',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='claimdenial',
                    name='damage_claim',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='denials', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='claimapproval',
                    name='damage_claim',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='claimappeal',
                    name='damage_claim',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appeals', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='inspectiontimeentry',
                    name='inspection',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='time_entries', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='inspectiontimeentry',
                    name='time_entry',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_time_entries', to='team.timeentry'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='projects', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='priority',
                    field=core.models.fields.CodeField(db_column='priority', default='MEDIUM', on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='resort',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='projects', to='property.resort'),
                ),
                migrations.AddField(
                    model_name='projectproperty',
                    name='assigned_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='project_properties', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='projectproperty',
                    name='project',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='properties', to='service.project'),
                ),
                migrations.AddField(
                    model_name='projectproperty',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_properties', to='property.property'),
                ),
                migrations.AddField(
                    model_name='projectproperty',
                    name='resort',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='project_properties', to='property.resort'),
                ),
                migrations.AddField(
                    model_name='projectticket',
                    name='project',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tickets', to='service.project'),
                ),
                migrations.AddField(
                    model_name='projectticket',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='project_tickets', to='property.property'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='category',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='recurring_tasks', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='checklist_template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recurring_tasks', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recurring_tasks_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='default_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recurring_tasks_as_default_agent', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='default_priority',
                    field=core.models.fields.CodeField(db_column='default_priority', default='MEDIUM', on_delete=django.db.models.deletion.PROTECT, related_name='recurring_tasks', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='default_team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recurring_tasks', to='team.team'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='knowledge_article',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recurring_tasks', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = all units in scope', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recurring_tasks', to='property.property'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='resort',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recurring_tasks', to='property.resort'),
                ),
                migrations.AddField(
                    model_name='recurringtask',
                    name='ticket_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='recurring_tasks', to='ref.tickettype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='category',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='closed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tickets_as_closed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tickets_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='current_agent',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tickets_as_current_agent', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='current_team',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tickets', to='team.team'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='priority',
                    field=core.models.fields.CodeField(db_column='priority', default='MEDIUM', help_text='drives the SLA; there is no due date', on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='property',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='property.property'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='requestor_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tickets', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='ticket',
                    name='ticket_type',
                    field=core.models.fields.CodeField(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tickets', to='ref.tickettype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='projectticket',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='project_tickets', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='damageclaim',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketclaim',
                    name='damage_claim',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ticket_claims', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='ticketclaim',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='claims', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketclean',
                    name='clean_event',
                    field=models.ForeignKey(db_column='clean_id', on_delete=django.db.models.deletion.PROTECT, related_name='ticket_cleans', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='ticketclean',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='cleans', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketcontact',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_contacts', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='ticketcontact',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_contacts', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='ticketcontact',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_contacts', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ticketcontact',
                    name='team_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_contacts', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketcontact',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_costs', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='expense_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_costs', to='ref.expensecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_costs', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='time_entry',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_costs', to='team.timeentry'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_costs', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='vendor',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_costs', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='ticketdamage',
                    name='damage_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_damage', to='ref.damagecategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticketdamage',
                    name='damage_claim',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_damage', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='ticketdamage',
                    name='discovered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_damage', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketdamage',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_damage', to='property.room'),
                ),
                migrations.AddField(
                    model_name='ticketdamage',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='damage', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketevent',
                    name='actor_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_events', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='ticketevent',
                    name='actor_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_events_as_actor_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketevent',
                    name='new_assignee',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_events_as_new_assignee', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketevent',
                    name='old_assignee',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_events_as_old_assignee', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketevent',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='tickethomeowner',
                    name='homeowner',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_homeowners', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='tickethomeowner',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='homeowners', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketinspection',
                    name='inspection',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_inspections', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='ticketinspection',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='ticket_inspections', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketinventoryevent',
                    name='inventory_event',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_inventory_events', to='inventory.inventoryevent'),
                ),
                migrations.AddField(
                    model_name='ticketinventoryevent',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='inventory_events', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketlabel',
                    name='applied_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_labels_as_applied_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketlabel',
                    name='label',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_labels', to='ref.label'),
                ),
                migrations.AddField(
                    model_name='ticketlabel',
                    name='removed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_labels_as_removed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketlabel',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='labels', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketmiss',
                    name='member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_misses', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketmiss',
                    name='reported_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_misses_as_reported_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketmiss',
                    name='shift',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_misses', to='team.shift'),
                ),
                migrations.AddField(
                    model_name='ticketmiss',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='misses', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketproperty',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_properties', to='property.property'),
                ),
                migrations.AddField(
                    model_name='ticketproperty',
                    name='resort',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_properties', to='property.resort'),
                ),
                migrations.AddField(
                    model_name='ticketproperty',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='properties', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketpurchase',
                    name='inventory_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_purchases', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='ticketpurchase',
                    name='ordered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_purchases', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketpurchase',
                    name='receipt_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_purchases', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='ticketpurchase',
                    name='supplier',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_purchases', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='ticketpurchase',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='purchases', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketcost',
                    name='purchase',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_costs', to='service.ticketpurchase'),
                ),
                migrations.AddField(
                    model_name='ticketrecurrence',
                    name='checklist_template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_recurring', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='ticketrecurrence',
                    name='knowledge_article',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_recurring', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='ticketrecurrence',
                    name='recurring_task',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_recurring', to='service.recurringtask'),
                ),
                migrations.AddField(
                    model_name='ticketrecurrence',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recurring', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketrelationship',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_relationships', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketrelationship',
                    name='related_ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relationships_as_related_ticket', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketrelationship',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='relationships', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketreservation',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_reservations', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='ticketreservation',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='reservations', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketshift',
                    name='shift',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_shifts', to='team.shift'),
                ),
                migrations.AddField(
                    model_name='ticketshift',
                    name='shift_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_shifts', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketshift',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='tickettimeentry',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='tickettimeentry',
                    name='time_entry',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_time_entries', to='team.timeentry'),
                ),
                migrations.AddField(
                    model_name='tickettransaction',
                    name='ticket',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='transactions', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='tickettransaction',
                    name='transaction',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ticket_transactions', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='invoice_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_vendors', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='quote_approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_vendors', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='ticket',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vendors', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='vendor',
                    field=models.ForeignKey(help_text='points at the company, as in the seed document', on_delete=django.db.models.deletion.PROTECT, related_name='ticket_vendors', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='vendor_category',
                    field=core.models.fields.CodeField(blank=True, db_column='vendor_category', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ticket_vendors', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='ticketvendor',
                    name='vendor_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ticket_vendors', to='directory.contact'),
                ),
                migrations.AddIndex(
                    model_name='claimsubmission',
                    index=models.Index(fields=['status_code'], name='damage_claim_s_status_code'),
                ),
                migrations.AddIndex(
                    model_name='claimsubmission',
                    index=models.Index(fields=['submission_deadline'], name='damage_claim_s_submissio_b1e44'),
                ),
                migrations.AddIndex(
                    model_name='claimsubmission',
                    index=models.Index(fields=['response_due_at'], name='damage_claim_s_response_due_at'),
                ),
                migrations.AddIndex(
                    model_name='claimsubmission',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claim_submission_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='claimsubmission',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_requested__gte', 0)), name='damage_claim_submissions_amount_requested_check', violation_error_message='Amount requested cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimsubmission',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_approved__gte', 0)), name='damage_claim_submissions_amount_approved_check', violation_error_message='Amount approved cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimsubmission',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_received__gte', 0)), name='damage_claim_submissions_amount_received_check', violation_error_message='Amount received cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimsubmission',
                    constraint=models.UniqueConstraint(fields=('damage_claim', 'submission_number'), name='damage_claim_submissions_damage_claim_submission_numbe_7ec66', violation_error_message='There is already a row with this damage claim, submission number.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='claimsubmission',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.submission_id = '' THEN NEW.submission_id := (SELECT 'SUB-' || substring(c.claim_id FROM 5) FROM service.damage_claims c WHERE c.id = NEW.damage_claim_id) || '-' || lpad(NEW.submission_number::text, 2, '0'); END IF; RETURN NEW;", hash='37094dc8af838eb2d3a01deb6e7acc547c79341b', operation='INSERT', pgid='pgtrigger_number_4b391', table='service"."damage_claim_submissions', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='claimsubmission',
                    trigger=pgtrigger.compiler.Trigger(name='status_code_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status_code", \':\', NEW."status_code") = ANY(\'{DRAFT:SUBMITTED,DRAFT:WITHDRAWN,SUBMITTED:PENDING,SUBMITTED:APPROVED,SUBMITTED:PARTIAL,SUBMITTED:DENIED,SUBMITTED:WITHDRAWN,PENDING:APPROVED,PENDING:PARTIAL,PENDING:DENIED,PENDING:WITHDRAWN,APPROVED:COLLECTED,PARTIAL:COLLECTED}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status_code" IS DISTINCT FROM NEW."status_code") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status_code" from "%" to "%" on table %\', OLD."status_code", NEW."status_code", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='10e77437d91afe72f630c22102671c62f34a8615', operation='UPDATE', pgid='pgtrigger_status_code_moves_82818', table='service"."damage_claim_submissions', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='claimdenial',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claim_denials_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='claimdenial',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_denied__gte', 0)), name='damage_claim_denials_amount_denied_check', violation_error_message='Amount denied cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimdenial',
                    constraint=models.UniqueConstraint(fields=('submission', 'denial_number'), name='damage_claim_denials_submission_denial_number_unique', violation_error_message='There is already a row with this submission, denial number.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='claimdenial',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.denial_id = '' THEN NEW.denial_id := (SELECT 'DNL-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.denial_number::text, 2, '0'); END IF; RETURN NEW;", hash='61d23b8ca27a904b6e875d0dbf5d78d2ef6fac0b', operation='INSERT', pgid='pgtrigger_number_ea49b', table='service"."damage_claim_denials', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='claimapproval',
                    index=models.Index(condition=models.Q(('is_reconciled', False)), fields=['is_reconciled'], name='damage_claim_a_is_reconc_f2a30'),
                ),
                migrations.AddIndex(
                    model_name='claimapproval',
                    index=models.Index(fields=['expected_payment_date'], name='damage_claim_a_expected_ad6a2'),
                ),
                migrations.AddIndex(
                    model_name='claimapproval',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claim_approvals_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='claimapproval',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_approved__gte', 0)), name='damage_claim_approvals_amount_approved_check', violation_error_message='Amount approved cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimapproval',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_received__gte', 0)), name='damage_claim_approvals_amount_received_check', violation_error_message='Amount received cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimapproval',
                    constraint=models.UniqueConstraint(fields=('submission', 'approval_number'), name='damage_claim_approvals_submission_approval_number_unique', violation_error_message='There is already a row with this submission, approval number.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='claimapproval',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.approval_id = '' THEN NEW.approval_id := (SELECT 'APV-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.approval_number::text, 2, '0'); END IF; RETURN NEW;", hash='46fa5cb035d79085fcbe969177955f2df12a40a3', operation='INSERT', pgid='pgtrigger_number_de55e', table='service"."damage_claim_approvals', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='claimappeal',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claim_appeals_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='claimappeal',
                    constraint=models.CheckConstraint(condition=models.Q(('additional_recovered__gte', 0)), name='damage_claim_appeals_additional_recovered_check', violation_error_message='Additional recovered cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='claimappeal',
                    constraint=models.UniqueConstraint(fields=('submission', 'appeal_number'), name='damage_claim_appeals_submission_appeal_number_unique', violation_error_message='There is already a row with this submission, appeal number.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='claimappeal',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.appeal_id = '' THEN NEW.appeal_id := (SELECT 'APL-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.appeal_number::text, 2, '0'); END IF; RETURN NEW;", hash='6e55e152dc9a51bf7468c816c783039fbeae7372', operation='INSERT', pgid='pgtrigger_number_2b915', table='service"."damage_claim_appeals', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='inspectiontimeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('allocated_seconds__gte', 0)), name='inspection_time_entries_allocated_seconds_check', violation_error_message='Allocated seconds cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inspectiontimeentry',
                    constraint=models.UniqueConstraint(fields=('inspection', 'time_entry'), name='inspection_time_entries_inspection_time_entry_unique', violation_error_message='There is already a row with this inspection, time entry.'),
                ),
                migrations.AddIndex(
                    model_name='project',
                    index=models.Index(fields=['status'], name='projects_status'),
                ),
                migrations.AddIndex(
                    model_name='project',
                    index=models.Index(fields=['target_end_date'], name='projects_target_end_date'),
                ),
                migrations.AddIndex(
                    model_name='project',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='projects_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(('target_end_date__isnull', True), ('target_end_date__gte', models.F('target_start_date')), _connector='OR'), name='projects_target_end_date_target_start_date_check', violation_error_message='Target end date must not be before target start date.'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('scope_type', 'RESORT'), _negated=True), ('resort__isnull', False), _connector='OR'), name='projects_scope_type_resort_id_check', violation_error_message='Resort is needed when scope type is resort.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='project',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{DRAFT:ACTIVE,DRAFT:CANCELLED,ACTIVE:PAUSED,ACTIVE:COMPLETED,ACTIVE:CANCELLED,PAUSED:ACTIVE,PAUSED:CANCELLED}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='c5c8461ecbb9714fd343bd0b45458cb12f18799b', operation='UPDATE', pgid='pgtrigger_status_moves_da0df', table='service"."projects', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='projectproperty',
                    index=models.Index(fields=['status'], name='project_proper_status'),
                ),
                migrations.AddConstraint(
                    model_name='projectproperty',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'SKIPPED'), _negated=True), ('skip_reason__isnull', False), _connector='OR'), name='project_properties_status_skip_reason_check', violation_error_message='Skip reason is needed when status is skipped.'),
                ),
                migrations.AddConstraint(
                    model_name='projectproperty',
                    constraint=models.UniqueConstraint(fields=('project', 'property'), name='project_properties_project_property_unique', violation_error_message='There is already a row with this project, property.'),
                ),
                migrations.AddIndex(
                    model_name='recurringtask',
                    index=models.Index(condition=models.Q(('is_active', True)), fields=['next_due_date'], name='recurring_task_next_due_e3609'),
                ),
                migrations.AddIndex(
                    model_name='recurringtask',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='recurring_tasks_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='recurringtask',
                    constraint=models.CheckConstraint(condition=models.Q(('frequency_interval__gte', 1)), name='recurring_tasks_frequency_interval_check', violation_error_message='Frequency interval cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='recurringtask',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('start_date')), _connector='OR'), name='recurring_tasks_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddConstraint(
                    model_name='recurringtask',
                    constraint=models.CheckConstraint(condition=models.Q(('day_of_week__gte', 0), ('day_of_week__lte', 6)), name='recurring_tasks_day_of_week_check', violation_error_message='Day of week must lie between 0 and 6.'),
                ),
                migrations.AddConstraint(
                    model_name='recurringtask',
                    constraint=models.CheckConstraint(condition=models.Q(('day_of_month__gte', 1), ('day_of_month__lte', 31)), name='recurring_tasks_day_of_month_check', violation_error_message='Day of month must lie between 1 and 31.'),
                ),
                migrations.AddConstraint(
                    model_name='recurringtask',
                    constraint=models.CheckConstraint(condition=models.Q(('month_of_year__gte', 1), ('month_of_year__lte', 12)), name='recurring_tasks_month_of_year_check', violation_error_message='Month of year must lie between 1 and 12.'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['status', 'priority'], name='tickets_status_priority'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['property', 'status'], name='tickets_property_status'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['current_team', 'status'], name='tickets_current_team_status'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['current_agent', 'status'], name='tickets_current_agent_status'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['scheduled_date'], name='tickets_scheduled_date'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['ticket_type', 'category'], name='tickets_ticket_type_category'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['created_at', 'id'], name='tickets_created_at'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='tickets_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticket',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('ticket_type', 'PC'), _negated=True), ('property__isnull', False), _connector='OR'), name='tickets_ticket_type_code_property_id_check', violation_error_message='Property is needed when ticket type is pc.'),
                ),
                migrations.AddConstraint(
                    model_name='ticket',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('ticket_type', 'RSV'), _negated=True), ('reservation__isnull', False), _connector='OR'), name='tickets_ticket_type_code_reservation_id_check', violation_error_message='Reservation is needed when ticket type is rsv.'),
                ),
                migrations.AddConstraint(
                    model_name='ticket',
                    constraint=models.CheckConstraint(condition=django.db.models.lookups.StartsWith(models.F('category'), django.db.models.functions.text.Concat(models.F('ticket_type'), models.Value('-'), output_field=models.TextField())), name='tickets_category_code_ticket_type_code_check', violation_error_message='Must hold: category like ticket type || -%.'),
                ),
                migrations.AddConstraint(
                    model_name='ticket',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'RESOLVED'), _negated=True), ('resolved_at__isnull', False), _connector='OR'), name='tickets_status_resolved_at_check', violation_error_message='Resolved at is needed when status is resolved.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='ticket',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.ticket_id = '' THEN NEW.ticket_id := core.scoped_business_id('TIK-' || NEW.ticket_type_code || '-', 6); END IF; RETURN NEW;", hash='7f2d06cd41e38fcf0400ec2a4735c020c2cdb616', operation='INSERT', pgid='pgtrigger_number_dcada', table='service"."tickets', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='ticket',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{OPEN:IN_PROGRESS,OPEN:ON_HOLD,OPEN:RESOLVED,OPEN:CANCELLED,IN_PROGRESS:ON_HOLD,IN_PROGRESS:RESOLVED,IN_PROGRESS:CANCELLED,ON_HOLD:IN_PROGRESS,ON_HOLD:RESOLVED,ON_HOLD:CANCELLED,RESOLVED:OPEN,CANCELLED:OPEN}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='03965c32d8c6899e21c7877cbd9485708ed06e54', operation='UPDATE', pgid='pgtrigger_status_moves_b5488', table='service"."tickets', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='projectticket',
                    constraint=models.UniqueConstraint(fields=('project', 'ticket'), name='project_tickets_project_ticket_unique', violation_error_message='There is already a row with this project, ticket.'),
                ),
                migrations.AddIndex(
                    model_name='damageclaim',
                    index=models.Index(fields=['status_code'], name='damage_claims_status_code'),
                ),
                migrations.AddIndex(
                    model_name='damageclaim',
                    index=models.Index(fields=['incident_date'], name='damage_claims_incident_date'),
                ),
                migrations.AddIndex(
                    model_name='damageclaim',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claims_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='damageclaim',
                    constraint=models.CheckConstraint(condition=models.Q(('total_damage_cost__gte', 0)), name='damage_claims_total_damage_cost_check', violation_error_message='Total damage cost cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='damageclaim',
                    constraint=models.CheckConstraint(condition=models.Q(('total_recovered__gte', 0)), name='damage_claims_total_recovered_check', violation_error_message='Total recovered cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='damageclaim',
                    constraint=models.CheckConstraint(condition=models.Q(('total_denied__gte', 0)), name='damage_claims_total_denied_check', violation_error_message='Total denied cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='damageclaim',
                    constraint=models.CheckConstraint(condition=models.Q(('outstanding__gte', 0)), name='damage_claims_outstanding_check', violation_error_message='Outstanding cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='damageclaim',
                    trigger=pgtrigger.compiler.Trigger(name='status_code_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status_code", \':\', NEW."status_code") = ANY(\'{OPEN:SUBMITTED,OPEN:RECOVERED,OPEN:WRITTEN_OFF,OPEN:CLOSED,SUBMITTED:PARTIAL,SUBMITTED:RECOVERED,SUBMITTED:DENIED,PARTIAL:SUBMITTED,PARTIAL:APPEALED,PARTIAL:RECOVERED,PARTIAL:WRITTEN_OFF,PARTIAL:CLOSED,DENIED:APPEALED,DENIED:SUBMITTED,DENIED:WRITTEN_OFF,DENIED:CLOSED,APPEALED:PARTIAL,APPEALED:RECOVERED,APPEALED:DENIED,RECOVERED:CLOSED,WRITTEN_OFF:CLOSED}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status_code" IS DISTINCT FROM NEW."status_code") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status_code" from "%" to "%" on table %\', OLD."status_code", NEW."status_code", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='049dfede026bca40a6b365ad11e58b0180d9424f', operation='UPDATE', pgid='pgtrigger_status_code_moves_08d1d', table='service"."damage_claims', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='ticketclaim',
                    constraint=models.UniqueConstraint(fields=('ticket', 'damage_claim'), name='ticket_claims_ticket_damage_claim_unique', violation_error_message='There is already a row with this ticket, damage claim.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketclean',
                    constraint=models.UniqueConstraint(fields=('ticket', 'clean_event', 'relationship'), name='ticket_cleans_ticket_clean_event_relationship_unique', violation_error_message='There is already a row with this ticket, clean event, relationship.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketcontact',
                    constraint=models.CheckConstraint(condition=models.Q(('contact__isnull', False), ('team_member__isnull', False), ('homeowner__isnull', False), ('guest__isnull', False), _connector='OR'), name='ticket_contacts_contact_id_team_member_id_homeowner_id_45ce2', violation_error_message='Must hold: num nonnulls(contact, team member, homeowner, guest) is at least 1.'),
                ),
                migrations.AddIndex(
                    model_name='ticketevent',
                    index=models.Index(fields=['ticket', '-created_at'], name='ticket_events_ticket_cre_90d81'),
                ),
                migrations.AddIndex(
                    model_name='ticketevent',
                    index=models.Index(fields=['event_type'], name='ticket_events_event_type'),
                ),
                migrations.AddIndex(
                    model_name='ticketevent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_events_search', opclasses=['gin_trgm_ops']),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='ticketevent',
                    trigger=pgtrigger.compiler.Trigger(name='keep', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e812322bf2c8b0f041cf737dcea56ef08771c24', operation='UPDATE OR DELETE', pgid='pgtrigger_keep_45197', table='service"."ticket_events', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='tickethomeowner',
                    constraint=models.UniqueConstraint(fields=('ticket', 'homeowner'), name='ticket_homeowners_ticket_homeowner_unique', violation_error_message='There is already a row with this ticket, homeowner.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketinspection',
                    constraint=models.UniqueConstraint(fields=('ticket', 'inspection', 'relationship'), name='ticket_inspections_ticket_inspection_relationship_unique', violation_error_message='There is already a row with this ticket, inspection, relationship.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketinventoryevent',
                    constraint=models.UniqueConstraint(fields=('ticket', 'inventory_event'), name='ticket_inventory_events_ticket_inventory_event_unique', violation_error_message='There is already a row with this ticket, inventory event.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketlabel',
                    constraint=models.CheckConstraint(condition=models.Q(('label__isnull', False), ('freeform_label__isnull', False), _connector='OR'), name='ticket_labels_label_id_freeform_label_check', violation_error_message='Label or freeform label is needed.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketlabel',
                    constraint=models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('ticket', 'label'), name='ticket_labels_ticket_label_unique', nulls_distinct=False, violation_error_message='There is already a row with this ticket, label.'),
                ),
                migrations.AddIndex(
                    model_name='ticketmiss',
                    index=models.Index(fields=['miss_date'], name='ticket_misses_miss_date'),
                ),
                migrations.AddIndex(
                    model_name='ticketmiss',
                    index=models.Index(fields=['miss_reason_code'], name='ticket_misses_miss_reason_code'),
                ),
                migrations.AddConstraint(
                    model_name='ticketproperty',
                    constraint=models.UniqueConstraint(fields=('ticket', 'property'), name='ticket_properties_ticket_property_unique', violation_error_message='There is already a row with this ticket, property.'),
                ),
                migrations.AddIndex(
                    model_name='ticketpurchase',
                    index=models.Index(fields=['status'], name='ticket_purchas_status'),
                ),
                migrations.AddIndex(
                    model_name='ticketpurchase',
                    index=models.Index(fields=['order_date'], name='ticket_purchas_order_date'),
                ),
                migrations.AddIndex(
                    model_name='ticketpurchase',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_purchases_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticketpurchase',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='ticket_purchases_quantity_check', violation_error_message='Quantity must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketpurchase',
                    constraint=models.CheckConstraint(condition=models.Q(('total_cost__gte', 0)), name='ticket_purchases_total_cost_check', violation_error_message='Total cost cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='ticketcost',
                    index=models.Index(fields=['allocation'], name='ticket_costs_allocation'),
                ),
                migrations.AddIndex(
                    model_name='ticketcost',
                    index=models.Index(condition=models.Q(('is_posted', False)), fields=['is_posted'], name='ticket_costs_is_posted_partial'),
                ),
                migrations.AddConstraint(
                    model_name='ticketcost',
                    constraint=models.CheckConstraint(condition=models.Q(('allocation_percentage__gte', 0), ('allocation_percentage__lte', 100)), name='ticket_costs_allocation_percentage_check', violation_error_message='Allocation percentage must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketcost',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__isnull', True), ('quantity__gte', 0), _connector='OR'), name='ticket_costs_quantity_check', violation_error_message='Quantity must not be below 0.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketcost',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('allocation', 'owner'), _negated=True), ('homeowner__isnull', False), _connector='OR'), name='ticket_costs_allocation_homeowner_id_check', violation_error_message='Homeowner is needed when allocation is owner.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketrecurrence',
                    constraint=models.UniqueConstraint(condition=models.Q(('recurring_task__isnull', False)), fields=('recurring_task', 'scheduled_date'), name='ticket_recurring_recurring_task_scheduled_date_unique', nulls_distinct=False, violation_error_message='There is already a row with this recurring task, scheduled date.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketrelationship',
                    constraint=models.CheckConstraint(condition=models.Q(('ticket', models.F('related_ticket')), _negated=True), name='ticket_relationships_ticket_id_related_ticket_id_check', violation_error_message='Ticket and related ticket cannot be the same.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketrelationship',
                    constraint=models.UniqueConstraint(fields=('ticket', 'related_ticket', 'relationship_type'), name='ticket_relationships_ticket_related_ticket_relationshi_a5147', violation_error_message='There is already a row with this ticket, related ticket, relationship type.'),
                ),
                migrations.AddIndex(
                    model_name='ticketreservation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_reservations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticketreservation',
                    constraint=models.UniqueConstraint(fields=('ticket', 'reservation'), name='ticket_reservations_ticket_reservation_unique', violation_error_message='There is already a row with this ticket, reservation.'),
                ),
                migrations.AddIndex(
                    model_name='ticketshift',
                    index=models.Index(fields=['shift_date'], name='ticket_shifts_shift_date'),
                ),
                migrations.AddConstraint(
                    model_name='ticketshift',
                    constraint=models.UniqueConstraint(fields=('ticket', 'shift'), name='ticket_shifts_ticket_shift_unique', violation_error_message='There is already a row with this ticket, shift.'),
                ),
                migrations.AddConstraint(
                    model_name='tickettimeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('allocated_seconds__gte', 0)), name='ticket_time_entries_allocated_seconds_check', violation_error_message='Allocated seconds cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='tickettimeentry',
                    constraint=models.CheckConstraint(condition=models.Q(('allocation_percentage__gte', 0), ('allocation_percentage__lte', 100)), name='ticket_time_entries_allocation_percentage_check', violation_error_message='Allocation percentage must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='tickettimeentry',
                    constraint=models.UniqueConstraint(fields=('ticket', 'time_entry'), name='ticket_time_entries_ticket_time_entry_unique', violation_error_message='There is already a row with this ticket, time entry.'),
                ),
                migrations.AddConstraint(
                    model_name='tickettransaction',
                    constraint=models.UniqueConstraint(fields=('ticket', 'transaction', 'role'), name='ticket_transactions_ticket_transaction_role_unique', violation_error_message='There is already a row with this ticket, transaction, role.'),
                ),
                migrations.AddIndex(
                    model_name='ticketvendor',
                    index=models.Index(fields=['status'], name='ticket_vendors_status'),
                ),
                migrations.AddIndex(
                    model_name='ticketvendor',
                    index=models.Index(fields=['scheduled_date'], name='ticket_vendors_scheduled_date'),
                ),
                migrations.AddIndex(
                    model_name='ticketvendor',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ticket_vendors_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='ticketvendor',
                    constraint=models.CheckConstraint(condition=models.Q(('internal_score__gte', 1), ('internal_score__lte', 5)), name='ticket_vendors_internal_score_check', violation_error_message='Internal score must lie between 1 and 5.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketvendor',
                    constraint=models.CheckConstraint(condition=models.Q(('cost_estimate__gte', 0)), name='ticket_vendors_cost_estimate_check', violation_error_message='Cost estimate cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='ticketvendor',
                    constraint=models.CheckConstraint(condition=models.Q(('actual_cost__gte', 0)), name='ticket_vendors_actual_cost_check', violation_error_message='Actual cost cannot be less than 0.'),
                ),
            ],
        ),
    ]
