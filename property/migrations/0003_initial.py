import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('property', '0002_initial'),
        ('ref', '0002_initial'),
        ('reservations', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
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
            ],
        ),
    ]
