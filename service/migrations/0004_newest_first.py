from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    dependencies = [
        ('service', '0003_messages'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['current_team', 'created_at', 'id'], name='tickets_team_newest'),
                ),
                migrations.AddIndex(
                    model_name='ticket',
                    index=models.Index(fields=['current_agent', 'created_at', 'id'], name='tickets_agent_newest'),
                ),
            ],
        ),
    ]
