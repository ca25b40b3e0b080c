import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('inventory', '0002_initial'),
        ('property', '0001_initial'),
        ('ref', '0002_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
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
            ],
        ),
    ]
