import django.db.models.deletion
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('finance', '0001_initial'),
        ('team', '0001_initial'),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='accountbalance',
                    name='reconciled_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account_balances', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='budget',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budgets_as_created_by', to='team.teammember'),
                ),
            ],
        ),
    ]
