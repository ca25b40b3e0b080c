import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ai', '0001_initial'),
        ('directory', '0002_initial'),
        ('property', '0001_initial'),
        ('ref', '0002_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='agent',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agents', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agentcapability',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='agent_capabilities', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='conversations', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='channel',
                    field=core.models.fields.CodeField(db_column='channel', on_delete=django.db.models.deletion.PROTECT, related_name='agent_conversations', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_conversations', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='escalated_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_conversations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='language',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agent_conversations', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='agentconversation',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_conversations', to='property.property'),
                ),
            ],
        ),
    ]
