import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('concierge', '0002_initial'),
        ('directory', '0002_initial'),
        ('inventory', '0003_initial'),
        ('ref', '0002_initial'),
        ('reservations', '0001_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='touchpoint',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='reservations.touchpoint'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='amenity_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amenity_requests', to='ref.amenitytype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='delivered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='fee_type',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='ref.feetype'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='inventory_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amenity_requests', to='reservations.reservation'),
                ),
            ],
        ),
    ]
