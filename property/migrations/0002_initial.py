import core.models.fields
import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
from decimal import Decimal
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("property", "0001_initial"),
        ("directory", "0001_initial"),
        ("geo", "0001_initial"),
        ("inventory", "0001_initial"),
        ("knowledge", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='accesscode',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_access_codes', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='accesscode',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_access_codes', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='acsystem',
                    name='vendor_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ac_systems', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='acunit',
                    name='ac_system',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ac_units', to='property.acsystem'),
                ),
                migrations.AddField(
                    model_name='acunitroom',
                    name='ac_unit',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='property.acunit'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='appliance_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='appliances', to='ref.appliancetype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='manual_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appliances', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='replaced_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appliances_as_replaced_by', to='property.appliance'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='vendor_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appliances', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='appliancepart',
                    name='appliance',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='property.appliance'),
                ),
                migrations.AddField(
                    model_name='appliancepart',
                    name='supplier_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appliance_parts', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='bed',
                    name='bed_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='beds', to='ref.bedtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_assigned_to', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='checkin_reservation',
                    field=models.ForeignKey(blank=True, help_text='stay arriving after the clean', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_checkin_reservation', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='clean_type',
                    field=core.models.fields.CodeField(db_column='clean_type', on_delete=django.db.models.deletion.PROTECT, related_name='cleans', to='ref.cleaningtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='completed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_completed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='reclean_of',
                    field=models.ForeignKey(blank=True, help_text='original clean when redone', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_reclean_of', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='reservation',
                    field=models.ForeignKey(blank=True, help_text='departing stay', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='secondary_cleaner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_secondary_cleaner', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='supervisor',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_supervisor', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans', to='team.team'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='vendor_company',
                    field=models.ForeignKey(blank=True, help_text='when outsourced', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='cleans_as_verified_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='accesscode',
                    name='door',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='property_access_codes', to='property.door'),
                ),
                migrations.AddField(
                    model_name='fixture',
                    name='fixture_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='fixtures', to='ref.fixturetype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='clean_event',
                    field=models.ForeignKey(blank=True, db_column='clean_id', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspections', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='follow_up_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_inspections', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='inspector',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspections', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='template_checklist',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspections', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='ac_unit',
                    field=models.ForeignKey(blank=True, help_text='when the question concerns an AC unit', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_room_questions', to='property.acunit'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='answered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_room_questions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='generated_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_room_questions', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='inspection',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='room_questions', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='issue_severity',
                    field=core.models.fields.CodeField(blank=True, db_column='issue_severity', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_room_questions', to='ref.issueseverity', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectioninventorylink',
                    name='inventory_item',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_question_inventory_links', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='inspectioninventorylink',
                    name='item_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_question_inventory_links', to='ref.inventoryitemtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='category',
                    field=core.models.fields.CodeField(db_column='category', on_delete=django.db.models.deletion.PROTECT, related_name='inspection_issues', to='ref.inspectioncategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='generated_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_issues', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='inspection',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issues', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='reported_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_issues_as_reported_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='resolved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_issues_as_resolved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='severity',
                    field=core.models.fields.CodeField(db_column='severity', on_delete=django.db.models.deletion.PROTECT, related_name='inspection_issues', to='ref.issueseverity', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='issue',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_room_questions', to='property.inspectionissue'),
                ),
                migrations.AddField(
                    model_name='inspectionquestion',
                    name='category',
                    field=core.models.fields.CodeField(db_column='category', on_delete=django.db.models.deletion.PROTECT, related_name='inspection_questions', to='ref.inspectioncategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionquestion',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_questions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inspectionquestion',
                    name='default_severity_on_fail',
                    field=core.models.fields.CodeField(blank=True, db_column='default_severity_on_fail', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_questions', to='ref.issueseverity', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionquestion',
                    name='default_ticket_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_questions', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectionquestion',
                    name='room_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inspection_questions', to='ref.roomtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inspectioninventorylink',
                    name='question',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='inventory_links', to='property.inspectionquestion'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='question',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inspection_room_questions', to='property.inspectionquestion'),
                ),
                migrations.AddField(
                    model_name='inspectionroomscore',
                    name='inspection',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='room_scores', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='keycheckout',
                    name='checked_out_to',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='key_checkouts_as_checked_out_to', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='keycheckout',
                    name='contact',
                    field=models.ForeignKey(blank=True, help_text='when lent outside the team', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='key_checkouts', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='keycheckout',
                    name='returned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='key_checkouts_as_returned_to', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='keycheckout',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='key_checkouts', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='lock',
                    name='door',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='property_locks', to='property.door'),
                ),
                migrations.AddField(
                    model_name='keycheckout',
                    name='lock',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='key_checkouts', to='property.lock'),
                ),
                migrations.AddField(
                    model_name='accesscode',
                    name='lock',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_access_codes', to='property.lock'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='property_properties', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='country',
                    field=core.models.fields.CodeField(blank=True, default='US', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='ref.countrycode', to_field='code'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='primary_team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='properties', to='team.team'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='property_manager',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='properties', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='timezone',
                    field=core.models.fields.CodeField(blank=True, db_column='timezone', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='ref.timezone', to_field='code'),
                ),
                migrations.AddField(
                    model_name='light',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lighting', to='property.property'),
                ),
                migrations.AddField(
                    model_name='inspection',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='inspections', to='property.property'),
                ),
                migrations.AddField(
                    model_name='fixture',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fixtures', to='property.property'),
                ),
                migrations.AddField(
                    model_name='door',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='doors', to='property.property'),
                ),
                migrations.AddField(
                    model_name='clean',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='cleans', to='property.property'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='appliances', to='property.property'),
                ),
                migrations.AddField(
                    model_name='acsystem',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ac_systems', to='property.property'),
                ),
                migrations.AddField(
                    model_name='accesscode',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='access_codes', to='property.property'),
                ),
                migrations.AddField(
                    model_name='propertyamenity',
                    name='amenity_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='property_amenities', to='ref.amenitytype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='propertyamenity',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='amenities', to='property.property'),
                ),
                migrations.AddField(
                    model_name='propertyrule',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='property.property'),
                ),
                migrations.AddField(
                    model_name='resort',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='resorts', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='resort',
                    name='country',
                    field=core.models.fields.CodeField(blank=True, default='US', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resorts', to='ref.countrycode', to_field='code'),
                ),
                migrations.AddField(
                    model_name='resort',
                    name='hoa_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='resorts', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='resort',
                    name='hoa_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='resorts', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='property',
                    name='resort',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='properties', to='property.resort'),
                ),
                migrations.AddField(
                    model_name='room',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='property.property'),
                ),
                migrations.AddField(
                    model_name='room',
                    name='room_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='ref.roomtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='light',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lighting', to='property.room'),
                ),
                migrations.AddField(
                    model_name='inspectionroomscore',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inspection_room_scores', to='property.room'),
                ),
                migrations.AddField(
                    model_name='inspectionissue',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_issues', to='property.room'),
                ),
                migrations.AddField(
                    model_name='inspectionanswer',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inspection_room_questions', to='property.room'),
                ),
                migrations.AddField(
                    model_name='fixture',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fixtures', to='property.room'),
                ),
                migrations.AddField(
                    model_name='door',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_doors', to='property.room'),
                ),
                migrations.AddField(
                    model_name='bed',
                    name='room',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='beds', to='property.room'),
                ),
                migrations.AddField(
                    model_name='appliance',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='appliances', to='property.room'),
                ),
                migrations.AddField(
                    model_name='acunitroom',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ac_unit_rooms', to='property.room'),
                ),
                migrations.AddField(
                    model_name='acunit',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ac_units', to='property.room'),
                ),
                migrations.AddField(
                    model_name='roomfeature',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='room_features', to='property.property'),
                ),
                migrations.AddField(
                    model_name='roomfeature',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='features', to='property.room'),
                ),
                migrations.AddField(
                    model_name='safetyitem',
                    name='last_tested_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='safety_items', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='safetyitem',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='safety_items', to='property.property'),
                ),
                migrations.AddField(
                    model_name='safetyitem',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='safety_items', to='property.room'),
                ),
                migrations.AddField(
                    model_name='surface',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surfaces', to='property.property'),
                ),
                migrations.AddField(
                    model_name='surface',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='surfaces', to='property.room'),
                ),
                migrations.AddField(
                    model_name='surface',
                    name='surface_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='surfaces', to='ref.surfacetype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='windowcovering',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='window_coverings', to='property.property'),
                ),
                migrations.AddField(
                    model_name='windowcovering',
                    name='room',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='window_coverings', to='property.room'),
                ),
                migrations.AddIndex(
                    model_name='appliancepart',
                    index=models.Index(fields=['next_replacement_due'], name='appliance_part_next_repl_07004'),
                ),
                migrations.AddIndex(
                    model_name='appliancepart',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='appliance_parts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='inspectionquestion',
                    index=models.Index(fields=['is_active'], name='inspection_que_is_active'),
                ),
                migrations.AddIndex(
                    model_name='inspectionquestion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inspection_questions_search', opclasses=['gin_trgm_ops']),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='inspectionquestion',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.question_code = '' THEN NEW.question_code := core.scoped_business_id('INSPQ-' || upper(regexp_replace(NEW.category, '[^A-Za-z0-9]+', '', 'g')) || '-', 4); END IF; RETURN NEW;", hash='6dff5600ffd76f31ab4dbf78b69cd7b8776ca843', operation='INSERT', pgid='pgtrigger_number_f70f8', table='property"."inspection_questions', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='inspectioninventorylink',
                    constraint=models.CheckConstraint(condition=models.Q(('expected_quantity__gte', 0)), name='inspection_question_inventory_links_expected_quantity_check', violation_error_message='Expected quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inspectioninventorylink',
                    constraint=models.UniqueConstraint(fields=('question', 'inventory_item'), name='inspection_question_inventory_links_question_inventory_d0c96', violation_error_message='There is already a row with this question, inventory item.'),
                ),
                migrations.AddIndex(
                    model_name='lock',
                    index=models.Index(condition=models.Q(('smart_external_lock_id__isnull', False)), fields=['smart_external_lock_id'], name='property_locks_smart_ext_e7cf9'),
                ),
                migrations.AddIndex(
                    model_name='lock',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_locks_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='keycheckout',
                    index=models.Index(fields=['lock', '-checked_out_at'], name='key_checkouts_lock_check_fcf9e'),
                ),
                migrations.AddIndex(
                    model_name='keycheckout',
                    index=models.Index(condition=models.Q(('returned_at__isnull', True)), fields=['returned_at'], name='key_checkouts_returned_a_6ab89'),
                ),
                migrations.AddIndex(
                    model_name='keycheckout',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='key_checkouts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='keycheckout',
                    constraint=models.CheckConstraint(condition=models.Q(('returned_at__isnull', True), ('returned_at__gte', models.F('checked_out_at')), _connector='OR'), name='key_checkouts_returned_at_checked_out_at_check', violation_error_message='Returned at must not be before checked out at.'),
                ),
                migrations.AddIndex(
                    model_name='inspection',
                    index=models.Index(fields=['property', 'scheduled_date'], name='inspections_property_sch_6cf4f'),
                ),
                migrations.AddIndex(
                    model_name='inspection',
                    index=models.Index(fields=['status'], name='inspections_status'),
                ),
                migrations.AddIndex(
                    model_name='inspection',
                    index=models.Index(fields=['inspector', 'scheduled_date'], name='inspections_inspector_sc_b419a'),
                ),
                migrations.AddIndex(
                    model_name='inspection',
                    index=models.Index(condition=models.Q(('follow_up_required', True)), fields=['follow_up_required'], name='inspections_follow_up_re_55468'),
                ),
                migrations.AddIndex(
                    model_name='inspection',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inspections_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inspection',
                    constraint=models.CheckConstraint(condition=models.Q(('overall_score__gte', 0), ('overall_score__lte', 100)), name='inspections_overall_score_check', violation_error_message='Overall score must lie between 0 and 100.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='inspection',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{scheduled:in_progress,scheduled:cancelled,in_progress:completed,in_progress:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='42681ee3d283a4a6318afbc1d5bb65cf7fa6a619', operation='UPDATE', pgid='pgtrigger_status_moves_2cccc', table='property"."inspections', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='clean',
                    index=models.Index(fields=['property', 'scheduled_date'], name='cleans_property_scheduled_date'),
                ),
                migrations.AddIndex(
                    model_name='clean',
                    index=models.Index(fields=['scheduled_date', 'status'], name='cleans_scheduled_date_status'),
                ),
                migrations.AddIndex(
                    model_name='clean',
                    index=models.Index(fields=['assigned_to', 'scheduled_date'], name='cleans_assigned_to_sched_15c59'),
                ),
                migrations.AddIndex(
                    model_name='clean',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='cleans_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='clean',
                    constraint=models.CheckConstraint(condition=models.Q(('actual_end_at__isnull', True), ('actual_end_at__gte', models.F('actual_start_at')), _connector='OR'), name='cleans_actual_end_at_actual_start_at_check', violation_error_message='Actual end at must not be before actual start at.'),
                ),
                migrations.AddConstraint(
                    model_name='clean',
                    constraint=models.CheckConstraint(condition=models.Q(('duration_minutes__gte', 0)), name='cleans_duration_minutes_check', violation_error_message='Duration minutes cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clean',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{scheduled:assigned,scheduled:in_progress,scheduled:cancelled,scheduled:rescheduled,assigned:scheduled,assigned:in_progress,assigned:cancelled,assigned:rescheduled,rescheduled:scheduled,rescheduled:assigned,rescheduled:cancelled,in_progress:completed,in_progress:cancelled,completed:verified,completed:reclean,reclean:assigned,reclean:in_progress}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='3a526f0162e241e950b7f1406ea5914e8a245bf3', operation='UPDATE', pgid='pgtrigger_status_moves_45c53', table='property"."cleans', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='acsystem',
                    index=models.Index(fields=['next_service_date'], name='ac_systems_next_service_date'),
                ),
                migrations.AddIndex(
                    model_name='acsystem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ac_systems_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='accesscode',
                    index=models.Index(fields=['property', 'is_current'], name='property_acces_property_551d2'),
                ),
                migrations.AddIndex(
                    model_name='accesscode',
                    index=models.Index(fields=['valid_from', 'valid_until'], name='property_acces_valid_fro_d28d5'),
                ),
                migrations.AddConstraint(
                    model_name='accesscode',
                    constraint=models.CheckConstraint(condition=models.Q(('expiry_date__isnull', True), ('expiry_date__gte', models.F('effective_date')), _connector='OR'), name='property_access_codes_expiry_date_effective_date_check', violation_error_message='Expiry date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='accesscode',
                    constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='property_access_codes_valid_until_valid_from_check', violation_error_message='Valid until must be after valid from.'),
                ),
                migrations.AddConstraint(
                    model_name='propertyamenity',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='property_amenities_quantity_check', violation_error_message='Quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='propertyamenity',
                    constraint=models.UniqueConstraint(fields=('property', 'amenity_type'), name='property_amenities_property_amenity_type_unique', violation_error_message='There is already a row with this property, amenity type.'),
                ),
                migrations.AddIndex(
                    model_name='propertyrule',
                    index=models.Index(fields=['property', 'rule_category'], name='property_rules_property_cec53'),
                ),
                migrations.AddIndex(
                    model_name='propertyrule',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_rules_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='resort',
                    index=models.Index(fields=['status'], name='resorts_status'),
                ),
                migrations.AddIndex(
                    model_name='resort',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='resorts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='property',
                    index=models.Index(fields=['status'], name='properties_status'),
                ),
                migrations.AddIndex(
                    model_name='property',
                    index=models.Index(fields=['management_status'], name='properties_management_status'),
                ),
                migrations.AddIndex(
                    model_name='property',
                    index=models.Index(fields=['status', 'management_status'], name='properties_status_manage_7c5dd'),
                ),
                migrations.AddIndex(
                    model_name='property',
                    index=models.Index(condition=models.Q(('streamline_id__isnull', False)), fields=['streamline_id'], name='properties_streamline_id_65f8e'),
                ),
                migrations.AddIndex(
                    model_name='property',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='properties_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='property',
                    constraint=models.CheckConstraint(condition=models.Q(('bedrooms__gte', 0)), name='properties_bedrooms_check', violation_error_message='Bedrooms cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='property',
                    constraint=models.CheckConstraint(condition=models.Q(('bathrooms__gte', 0)), name='properties_bathrooms_check', violation_error_message='Bathrooms cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='property',
                    constraint=models.CheckConstraint(condition=models.Q(('sleeps__gt', 0)), name='properties_sleeps_check', violation_error_message='Sleeps must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='property',
                    constraint=models.CheckConstraint(condition=models.Q(('min_stay_nights__gte', 1)), name='properties_min_stay_nights_check', violation_error_message='Min stay nights cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='property',
                    constraint=models.CheckConstraint(condition=models.Q(('offboarding_date__isnull', True), ('offboarding_date__gte', models.F('onboarding_date')), _connector='OR'), name='properties_offboarding_date_onboarding_date_check', violation_error_message='Offboarding date must not be before onboarding date.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='property',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{onboarding:active,onboarding:inactive,active:inactive,active:maintenance_hold,active:long_term_rental,active:owner_hold,active:offboarding,maintenance_hold:active,maintenance_hold:inactive,maintenance_hold:offboarding,long_term_rental:active,long_term_rental:inactive,long_term_rental:offboarding,owner_hold:active,owner_hold:inactive,owner_hold:offboarding,inactive:active,inactive:offboarding,offboarding:churned,offboarding:active}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='76923fc346fe08fa871a1c5dd7d4e49c2a19842d', operation='UPDATE', pgid='pgtrigger_status_moves_613bd', table='property"."properties', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='room',
                    index=models.Index(fields=['property', 'sort_order'], name='rooms_property_sort_order'),
                ),
                migrations.AddIndex(
                    model_name='room',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='rooms_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='room',
                    constraint=models.UniqueConstraint(condition=models.Q(('room_code__isnull', False)), fields=('property', 'room_code'), name='rooms_property_room_code_unique', violation_error_message='There is already a row with this property, room code.'),
                ),
                migrations.AddIndex(
                    model_name='light',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='lighting_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inspectionroomscore',
                    constraint=models.UniqueConstraint(fields=('inspection', 'room'), name='inspection_room_scores_inspection_room_unique', violation_error_message='There is already a row with this inspection, room.'),
                ),
                migrations.AddIndex(
                    model_name='inspectionissue',
                    index=models.Index(fields=['status'], name='inspection_iss_status'),
                ),
                migrations.AddIndex(
                    model_name='inspectionissue',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inspection_issues_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inspectionissue',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'resolved'), _negated=True), ('resolved_at__isnull', False), _connector='OR'), name='inspection_issues_status_resolved_at_check', violation_error_message='Resolved at is needed when status is resolved.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='inspectionissue',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{open:assigned,open:in_progress,open:resolved,open:deferred,assigned:in_progress,assigned:resolved,assigned:deferred,in_progress:resolved,in_progress:deferred,deferred:open,deferred:assigned,resolved:open}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='37c4b94b20314108cef2031178a236fc70c8cde1', operation='UPDATE', pgid='pgtrigger_status_moves_e40f4', table='property"."inspection_issues', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='inspectionanswer',
                    index=models.Index(fields=['inspection'], name='inspection_roo_inspection'),
                ),
                migrations.AddIndex(
                    model_name='inspectionanswer',
                    index=models.Index(condition=models.Q(('is_issue', True)), fields=['is_issue'], name='inspection_roo_is_issue_f8d49'),
                ),
                migrations.AddConstraint(
                    model_name='inspectionanswer',
                    constraint=models.CheckConstraint(condition=models.Q(('response_rating__gte', 1), ('response_rating__lte', 5)), name='inspection_room_questions_response_rating_check', violation_error_message='Response rating must lie between 1 and 5.'),
                ),
                migrations.AddConstraint(
                    model_name='inspectionanswer',
                    constraint=models.UniqueConstraint(fields=('inspection', 'room', 'question', 'ac_unit'), name='inspection_room_questions_inspection_room_question_ac_6c45b', nulls_distinct=False, violation_error_message='There is already a row with this inspection, room, question, ac unit.'),
                ),
                migrations.AddIndex(
                    model_name='fixture',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='fixtures_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='door',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_doors_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='bed',
                    constraint=models.CheckConstraint(condition=models.Q(('bed_number__gte', 1)), name='beds_bed_number_check', violation_error_message='Bed number cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='bed',
                    constraint=models.UniqueConstraint(fields=('room', 'bed_number'), name='beds_room_bed_number_unique', violation_error_message='There is already a row with this room, bed number.'),
                ),
                migrations.AddIndex(
                    model_name='appliance',
                    index=models.Index(fields=['property', 'appliance_type'], name='appliances_property_appl_c6171'),
                ),
                migrations.AddIndex(
                    model_name='appliance',
                    index=models.Index(fields=['warranty_expiry'], name='appliances_warranty_expiry'),
                ),
                migrations.AddIndex(
                    model_name='appliance',
                    index=models.Index(fields=['next_service_date'], name='appliances_next_service_date'),
                ),
                migrations.AddIndex(
                    model_name='appliance',
                    index=models.Index(fields=['serial_number'], name='appliances_serial_number'),
                ),
                migrations.AddIndex(
                    model_name='appliance',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='appliances_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='acunitroom',
                    constraint=models.UniqueConstraint(fields=('ac_unit', 'room'), name='ac_unit_rooms_ac_unit_room_unique', violation_error_message='There is already a row with this ac unit, room.'),
                ),
                migrations.AddIndex(
                    model_name='acunit',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ac_units_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='roomfeature',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='room_features_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='safetyitem',
                    index=models.Index(fields=['property', 'item_type'], name='safety_items_property_it_8e12b'),
                ),
                migrations.AddIndex(
                    model_name='safetyitem',
                    index=models.Index(fields=['expiry_date'], name='safety_items_expiry_date'),
                ),
                migrations.AddIndex(
                    model_name='safetyitem',
                    index=models.Index(fields=['next_test_date'], name='safety_items_next_test_date'),
                ),
                migrations.AddIndex(
                    model_name='safetyitem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='safety_items_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='surface',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='surfaces_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='windowcovering',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='window_coverings_search', opclasses=['gin_trgm_ops']),
                ),
            ],
        ),
    ]
