import core.models.fields
import django.contrib.postgres.fields
import django.db.models.expressions
import django.db.models.functions.comparison
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.db.models.deletion
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("inventory", "0001_initial"),
        ("directory", "0001_initial"),
        ("finance", "0001_initial"),
        ("geo", "0001_initial"),
        ("property", "0001_initial"),
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
                    model_name='companyasset',
                    name='assigned_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='company_inventory', to='property.property'),
                ),
                migrations.AddField(
                    model_name='companyasset',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='company_inventory', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='companyasset',
                    name='vendor_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='from_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_from_property', to='property.property'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='from_room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_from_room', to='property.room'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='performed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_events', to='property.property'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='to_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_to_property', to='property.property'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='to_room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_to_room', to='property.room'),
                ),
                migrations.AddField(
                    model_name='inventoryitem',
                    name='item_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_items', to='ref.inventoryitemtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='inventoryitem',
                    name='photo_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_items', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='inventoryitem',
                    name='preferred_supplier',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_items', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='inventoryitem',
                    name='replacement_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_items_as_replacement_item', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='item',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_events', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='companyasset',
                    name='item',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='company_inventory', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_purchases_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='item',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='inventory_purchases', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='ordered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_purchases_as_ordered_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_purchases', to='property.property'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='received_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_purchases_as_received_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='supplier',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_purchases', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_purchases', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='inventory_purchases', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='linencount',
                    name='counted_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linen_counts_as_counted_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linencount',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='linen_counts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='linencount',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_counts_as_verified_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linendelivery',
                    name='clean_event',
                    field=models.ForeignKey(blank=True, db_column='clean_id', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_deliveries', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='linendelivery',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='linen_deliveries', to='property.property'),
                ),
                migrations.AddField(
                    model_name='linendelivery',
                    name='received_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_deliveries', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linendelivery',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_deliveries', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='linendelivery',
                    name='service_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='linen_deliveries', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='discovered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_issues_as_discovered_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linen_issues', to='property.property'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_issues', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='resolved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_issues_as_resolved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_issues', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='linenitem',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_items', to='property.property'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='linen_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_issues', to='inventory.linenitem'),
                ),
                migrations.AddField(
                    model_name='linenorder',
                    name='ordered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_orders_as_ordered_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linenorder',
                    name='received_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_orders_as_received_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='linenorder',
                    name='supplier',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='linen_orders', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='linenorder',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='linen_orders', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='linenpar',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='linen_pars', to='property.property'),
                ),
                migrations.AddField(
                    model_name='linenpar',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_pars', to='property.room'),
                ),
                migrations.AddField(
                    model_name='linentype',
                    name='inventory_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linen_types', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='linenpar',
                    name='linen_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linen_pars', to='inventory.linentype'),
                ),
                migrations.AddField(
                    model_name='linenorder',
                    name='linen_type',
                    field=models.ForeignKey(help_text='lead type; further lines sit in items', on_delete=django.db.models.deletion.PROTECT, related_name='linen_orders', to='inventory.linentype'),
                ),
                migrations.AddField(
                    model_name='linenitem',
                    name='linen_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linen_items', to='inventory.linentype'),
                ),
                migrations.AddField(
                    model_name='linenissue',
                    name='linen_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linen_issues', to='inventory.linentype'),
                ),
                migrations.AddField(
                    model_name='owneritem',
                    name='homeowner',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owner_inventory', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='owneritem',
                    name='item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='owner_inventory', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='owneritem',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='owner_inventory', to='property.property'),
                ),
                migrations.AddField(
                    model_name='owneritem',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='owner_inventory', to='property.room'),
                ),
                migrations.AddField(
                    model_name='roomstock',
                    name='item',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='room_inventory', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='roomstock',
                    name='last_counted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='room_inventory', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='roomstock',
                    name='last_inspection',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='room_inventory', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='roomstock',
                    name='room',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='inventory', to='property.room'),
                ),
                migrations.AddField(
                    model_name='storagelocation',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='storage_locations', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='storagelocation',
                    name='parent_location',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='inventory.storagelocation'),
                ),
                migrations.AddField(
                    model_name='inventorypurchase',
                    name='destination_location',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_purchases', to='inventory.storagelocation'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='from_location',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_from_location', to='inventory.storagelocation'),
                ),
                migrations.AddField(
                    model_name='inventoryevent',
                    name='to_location',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inventory_events_as_to_location', to='inventory.storagelocation'),
                ),
                migrations.AddField(
                    model_name='companyasset',
                    name='storage_location',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='company_inventory', to='inventory.storagelocation'),
                ),
                migrations.AddField(
                    model_name='storagestock',
                    name='item',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='storage_inventory', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='storagestock',
                    name='last_counted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='storage_inventory', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='storagestock',
                    name='location',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='storage_inventory', to='inventory.storagelocation'),
                ),
                migrations.AddIndex(
                    model_name='inventoryitem',
                    index=models.Index(condition=models.Q(('sku__isnull', False)), fields=['sku'], name='inventory_item_sku_partial'),
                ),
                migrations.AddIndex(
                    model_name='inventoryitem',
                    index=models.Index(condition=models.Q(('upc__isnull', False)), fields=['upc'], name='inventory_item_upc_partial'),
                ),
                migrations.AddIndex(
                    model_name='inventoryitem',
                    index=models.Index(fields=['item_name'], name='inventory_item_item_name'),
                ),
                migrations.AddIndex(
                    model_name='inventoryitem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inventory_items_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inventoryitem',
                    constraint=models.CheckConstraint(condition=models.Q(('reorder_point__gte', 0)), name='inventory_items_reorder_point_check', violation_error_message='Reorder point cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inventoryitem',
                    constraint=models.CheckConstraint(condition=models.Q(('reorder_quantity__gte', 0)), name='inventory_items_reorder_quantity_check', violation_error_message='Reorder quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inventoryitem',
                    constraint=models.CheckConstraint(condition=models.Q(('replacement_item__isnull', True), models.Q(('replacement_item', models.F('id')), _negated=True), _connector='OR'), name='inventory_items_replacement_item_id_id_check', violation_error_message='Replacement item cannot be the row itself.'),
                ),
                migrations.AddIndex(
                    model_name='linencount',
                    index=models.Index(fields=['property', 'count_date'], name='linen_counts_property_co_e08fd'),
                ),
                migrations.AddIndex(
                    model_name='linencount',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_counts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='linendelivery',
                    index=models.Index(fields=['property', 'delivery_date'], name='linen_deliveri_property_5326b'),
                ),
                migrations.AddIndex(
                    model_name='linendelivery',
                    index=models.Index(fields=['status'], name='linen_deliveri_status'),
                ),
                migrations.AddIndex(
                    model_name='linendelivery',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_deliveries_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='linentype',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_types_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='linenpar',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_pars_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='linenpar',
                    constraint=models.CheckConstraint(condition=models.Q(('par_quantity__gte', 0)), name='linen_pars_par_quantity_check', violation_error_message='Par quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='linenpar',
                    constraint=models.CheckConstraint(condition=models.Q(('minimum_quantity__lte', models.F('par_quantity'))), name='linen_pars_minimum_quantity_par_quantity_check', violation_error_message='Must hold: minimum quantity is at most par quantity.'),
                ),
                migrations.AddConstraint(
                    model_name='linenpar',
                    constraint=models.UniqueConstraint(fields=('property', 'room', 'linen_type'), name='linen_pars_property_room_linen_type_unique', nulls_distinct=False, violation_error_message='There is already a row with this property, room, linen type.'),
                ),
                migrations.AddIndex(
                    model_name='linenorder',
                    index=models.Index(fields=['status'], name='linen_orders_status'),
                ),
                migrations.AddIndex(
                    model_name='linenorder',
                    index=models.Index(fields=['order_date'], name='linen_orders_order_date'),
                ),
                migrations.AddIndex(
                    model_name='linenorder',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_orders_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='linenorder',
                    constraint=models.CheckConstraint(condition=models.Q(('total_cost__gte', 0)), name='linen_orders_total_cost_check', violation_error_message='Total cost cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='linenitem',
                    index=models.Index(fields=['status'], name='linen_items_status'),
                ),
                migrations.AddIndex(
                    model_name='linenitem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_items_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='linenitem',
                    constraint=models.CheckConstraint(condition=models.Q(('wash_count__gte', 0)), name='linen_items_wash_count_check', violation_error_message='Wash count cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='linenitem',
                    constraint=models.UniqueConstraint(condition=models.Q(('barcode__isnull', False)), fields=('barcode',), name='linen_items_barcode_unique', violation_error_message='There is already a row with this barcode.'),
                ),
                migrations.AddIndex(
                    model_name='linenissue',
                    index=models.Index(fields=['status'], name='linen_issues_status'),
                ),
                migrations.AddIndex(
                    model_name='linenissue',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='linen_issues_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='linenissue',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='linen_issues_quantity_check', violation_error_message='Quantity must be more than 0.'),
                ),
                migrations.AddIndex(
                    model_name='owneritem',
                    index=models.Index(fields=['status'], name='owner_inventor_status'),
                ),
                migrations.AddIndex(
                    model_name='owneritem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='owner_inventory_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='owneritem',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='owner_inventory_quantity_check', violation_error_message='Quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='owneritem',
                    constraint=models.CheckConstraint(condition=models.Q(('estimated_value__gte', 0)), name='owner_inventory_estimated_value_check', violation_error_message='Estimated value cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='owneritem',
                    constraint=models.CheckConstraint(condition=models.Q(('item__isnull', False), ('custom_item_name__isnull', False), _connector='OR'), name='owner_inventory_item_id_custom_item_name_check', violation_error_message='Item or custom item name is needed.'),
                ),
                migrations.AddIndex(
                    model_name='roomstock',
                    index=models.Index(fields=['status'], name='room_inventory_status'),
                ),
                migrations.AddIndex(
                    model_name='roomstock',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='room_inventory_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='roomstock',
                    constraint=models.CheckConstraint(condition=models.Q(('par_quantity__gte', 0)), name='room_inventory_par_quantity_check', violation_error_message='Par quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='roomstock',
                    constraint=models.CheckConstraint(condition=models.Q(('current_quantity__gte', 0)), name='room_inventory_current_quantity_check', violation_error_message='Current quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='roomstock',
                    constraint=models.UniqueConstraint(fields=('room', 'item', 'location_detail'), name='room_inventory_room_item_location_detail_unique', nulls_distinct=False, violation_error_message='There is already a row with this room, item, location detail.'),
                ),
                migrations.AddIndex(
                    model_name='storagelocation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='storage_locations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='storagelocation',
                    constraint=models.CheckConstraint(condition=models.Q(('parent_location__isnull', True), models.Q(('parent_location', models.F('id')), _negated=True), _connector='OR'), name='storage_locations_parent_location_id_id_check', violation_error_message='Parent location cannot be the row itself.'),
                ),
                migrations.AddIndex(
                    model_name='inventorypurchase',
                    index=models.Index(condition=models.Q(('status__in', ['received', 'cancelled']), _negated=True), fields=['status'], name='inventory_purc_status_partial'),
                ),
                migrations.AddIndex(
                    model_name='inventorypurchase',
                    index=models.Index(fields=['order_date'], name='inventory_purc_order_date'),
                ),
                migrations.AddIndex(
                    model_name='inventorypurchase',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inventory_purchases_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inventorypurchase',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='inventory_purchases_quantity_check', violation_error_message='Quantity must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inventorypurchase',
                    constraint=models.CheckConstraint(condition=models.Q(('received_quantity__gte', 0)), name='inventory_purchases_received_quantity_check', violation_error_message='Received quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='inventorypurchase',
                    constraint=models.CheckConstraint(condition=models.Q(('unit_cost__gte', 0)), name='inventory_purchases_unit_cost_check', violation_error_message='Unit cost cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='inventorypurchase',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{requested:approved,requested:cancelled,approved:ordered,approved:cancelled,ordered:shipped,ordered:partial,ordered:received,ordered:cancelled,shipped:partial,shipped:received,partial:received,partial:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b544bd6d20695431a76180c0d30cd0cbba09ef1f', operation='UPDATE', pgid='pgtrigger_status_moves_ac3c5', table='inventory"."inventory_purchases', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='inventoryevent',
                    index=models.Index(fields=['item', '-performed_at'], name='inventory_even_item_perf_577e4'),
                ),
                migrations.AddIndex(
                    model_name='inventoryevent',
                    index=models.Index(fields=['event_type'], name='inventory_even_event_type'),
                ),
                migrations.AddIndex(
                    model_name='inventoryevent',
                    index=models.Index(fields=['reference_type', 'reference_id'], name='inventory_even_reference_c8d76'),
                ),
                migrations.AddIndex(
                    model_name='inventoryevent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='inventory_events_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='inventoryevent',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('quantity', 0), _negated=True), ('event_type', 'count'), _connector='OR'), name='inventory_events_quantity_event_type_check', violation_error_message='Must hold: quantity differs from 0 or event type is count.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='inventoryevent',
                    trigger=pgtrigger.compiler.Trigger(name='keep', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c70dab1cd3138ce80e35a4a780cb84af0e571b66', operation='UPDATE OR DELETE', pgid='pgtrigger_keep_bdc5a', table='inventory"."inventory_events', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='companyasset',
                    index=models.Index(fields=['status'], name='company_invent_status'),
                ),
                migrations.AddIndex(
                    model_name='companyasset',
                    index=models.Index(fields=['next_service_date'], name='company_invent_next_serv_956a4'),
                ),
                migrations.AddIndex(
                    model_name='companyasset',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='company_inventory_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='companyasset',
                    constraint=models.CheckConstraint(condition=models.Q(('purchase_price__gte', 0)), name='company_inventory_purchase_price_check', violation_error_message='Purchase price cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='companyasset',
                    constraint=models.CheckConstraint(condition=models.Q(('salvage_value__gte', 0)), name='company_inventory_salvage_value_check', violation_error_message='Salvage value cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='companyasset',
                    constraint=models.UniqueConstraint(condition=models.Q(('asset_tag__isnull', False)), fields=('asset_tag',), name='company_inventory_asset_tag_unique', violation_error_message='There is already a row with this asset tag.'),
                ),
                migrations.AddIndex(
                    model_name='storagestock',
                    index=models.Index(fields=['expiry_date'], name='storage_invent_expiry_date'),
                ),
                migrations.AddIndex(
                    model_name='storagestock',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='storage_inventory_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='storagestock',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='storage_inventory_quantity_check', violation_error_message='Quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='storagestock',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity_reserved__gte', 0)), name='storage_inventory_quantity_reserved_check', violation_error_message='Quantity reserved cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='storagestock',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity_reserved__lte', models.F('quantity'))), name='storage_inventory_quantity_reserved_quantity_check', violation_error_message='Must hold: quantity reserved is at most quantity.'),
                ),
                migrations.AddConstraint(
                    model_name='storagestock',
                    constraint=models.UniqueConstraint(fields=('item', 'location', 'lot_number'), name='storage_inventory_item_location_lot_number_unique', nulls_distinct=False, violation_error_message='There is already a row with this item, location, lot number.'),
                ),
            ],
        ),
    ]
