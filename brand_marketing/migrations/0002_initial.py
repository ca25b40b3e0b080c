import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('brand_marketing', '0001_initial'),
        ('property', '0001_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='adcampaign',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_campaigns', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='adcampaign',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_campaigns', to='property.property'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='ad_campaign',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ad_creatives', to='brand_marketing.adcampaign'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_creatives', to='team.teammember'),
                ),
            ],
        ),
    ]
