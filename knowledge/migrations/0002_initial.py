import core.models.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from config.postgresql.migrations import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ai', '0002_initial'),
        ('knowledge', '0001_initial'),
        ('property', '0001_initial'),
        ('ref', '0002_initial'),
        ('team', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='article',
                    name='author',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles_as_author', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='article',
                    name='document_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='ref.documenttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='article',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='article',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='when specific to a unit', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to='property.property'),
                ),
                migrations.AddField(
                    model_name='article',
                    name='reviewer',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles_as_reviewer', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='articlecategory',
                    name='article',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='categories', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='articleembedding',
                    name='article',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='embeddings', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='articleembedding',
                    name='embedding_config',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='article_embeddings', to='ai.embeddingmodel'),
                ),
                migrations.AddField(
                    model_name='articlefeedback',
                    name='article',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='articlefeedback',
                    name='handled_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='feedback_as_handled_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='articlefeedback',
                    name='member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='feedback', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='articlefeedback',
                    name='user',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='feedback', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='articletag',
                    name='added_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='article_tags', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='articletag',
                    name='article',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='articleversion',
                    name='article',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='articleversion',
                    name='changed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='article_versions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='checklist',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklists', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='checklist',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = generic', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='checklists', to='property.property'),
                ),
                migrations.AddField(
                    model_name='checklist',
                    name='room_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checklists', to='ref.roomtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='checklistanswer',
                    name='answered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_responses', to='team.teammember'),
                ),
            ],
        ),
    ]
