import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ai', '0002_initial'),
        ('concierge', '0001_initial'),
        ('directory', '0002_initial'),
        ('geo', '0002_initial'),
        ('ref', '0002_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='activity',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='interest',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='ref.interesttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='activity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.activity'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='recommended_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='team.teammember'),
                ),
            ],
        ),
    ]
