import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('comms', '0001_initial'),
        ('directory', '0002_initial'),
        ('property', '0001_initial'),
        ('ref', '0002_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='automation',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='automations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='automation',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = all units', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='automations', to='property.property'),
                ),
                migrations.AddField(
                    model_name='automation',
                    name='touchpoint_type',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='automations', to='ref.touchpointtype'),
                ),
                migrations.AddField(
                    model_name='automationtrigger',
                    name='automation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='triggers', to='comms.automation'),
                ),
                migrations.AddField(
                    model_name='campaignmessage',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_messages', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages_as_assigned_to', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='automation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='comms.automation'),
                ),
            ],
        ),
    ]
