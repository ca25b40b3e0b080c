import core.models.fields
import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ai', '0002_initial'),
        ('ref', '0002_initial'),
        ('reservations', '0001_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='agentconversation',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_conversations', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='agentescalation',
                    name='agent',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='escalations', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentescalation',
                    name='conversation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_escalations', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agentescalation',
                    name='escalated_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_escalations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agentescalation',
                    name='escalated_to_team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_escalations', to='team.team'),
                ),
                migrations.AddField(
                    model_name='agentescalation',
                    name='priority',
                    field=core.models.fields.CodeField(default='HIGH', on_delete=django.db.models.deletion.PROTECT, related_name='agent_escalations', to='ref.ticketpriority', to_field='code'),
                ),
            ],
        ),
    ]
