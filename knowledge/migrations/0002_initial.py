import core.models.fields
import core.models.vector
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.fields


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("knowledge", "0001_initial"),
        ("ai", "0001_initial"),
        ("directory", "0001_initial"),
        ("inventory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
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
                migrations.AddField(
                    model_name='checklistanswer',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_responses', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='checklistanswer',
                    name='generated_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_responses', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='checklistitem',
                    name='checklist',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='checklistitem',
                    name='inventory_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_items', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='checklistitem',
                    name='ticket_category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checklist_items', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='checklistanswer',
                    name='checklist_item',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checklist_responses', to='knowledge.checklistitem'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_instances', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='checklist',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instances', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='clean_event',
                    field=models.ForeignKey(blank=True, db_column='clean_id', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='checklist_instances', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='inspection',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='checklist_instances', to='property.inspection'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklist_instances', to='property.property'),
                ),
                migrations.AddField(
                    model_name='checklistrun',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='checklist_instances', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='checklistanswer',
                    name='checklist_instance',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='checklist_responses', to='knowledge.checklistrun'),
                ),
                migrations.AddField(
                    model_name='companypolicy',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policies_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='companypolicy',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policies_as_owner_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='companypolicyversion',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policy_versions_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='companypolicyversion',
                    name='changed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policy_versions_as_changed_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='companypolicyversion',
                    name='policy',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='policy_versions', to='knowledge.companypolicy'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='document_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='ref.documenttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents_as_owner_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='property.property'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='documents', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='companypolicy',
                    name='document',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policies', to='knowledge.document'),
                ),
                migrations.AddField(
                    model_name='documentembedding',
                    name='document',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='embeddings', to='knowledge.document'),
                ),
                migrations.AddField(
                    model_name='documentembedding',
                    name='embedding_config',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='document_embeddings', to='ai.embeddingmodel'),
                ),
                migrations.AddField(
                    model_name='faq',
                    name='article',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='faqs', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='faq',
                    name='author',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='faqs', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='faq',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='faqs', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='faq',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='faqs', to='property.property'),
                ),
                migrations.AddField(
                    model_name='faqcategory',
                    name='faq',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='categories', to='knowledge.faq'),
                ),
                migrations.AddField(
                    model_name='glossaryterm',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='glossary', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='glossaryterm',
                    name='related_article',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='glossary', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='guidebook',
                    name='cover_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guidebooks', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='guidebook',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guidebooks', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='guidebook',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='guidebooks', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guidebook',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='guidebooks', to='property.property'),
                ),
                migrations.AddField(
                    model_name='guidebooksection',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guidebook_sections', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='guidebooksection',
                    name='guidebook',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='knowledge.guidebook'),
                ),
                migrations.AddField(
                    model_name='policyacknowledgment',
                    name='document',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='policy_acknowledgments', to='knowledge.document'),
                ),
                migrations.AddField(
                    model_name='policyacknowledgment',
                    name='member',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='policy_acknowledgments', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='policyacknowledgment',
                    name='policy',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='policy_acknowledgments', to='knowledge.companypolicy'),
                ),
                migrations.AddField(
                    model_name='procedure',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sops_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='procedure',
                    name='article',
                    field=models.ForeignKey(blank=True, help_text='long-form companion', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sops', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='procedure',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sops_as_owner_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='procedure',
                    name='ticket_category',
                    field=core.models.fields.CodeField(blank=True, help_text='suggested on tickets of this category', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sops', to='ref.ticketcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='checklist',
                    name='sop',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checklists', to='knowledge.procedure'),
                ),
                migrations.AddField(
                    model_name='procedurecheck',
                    name='checklist',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sop_checklists', to='knowledge.checklist'),
                ),
                migrations.AddField(
                    model_name='procedurecheck',
                    name='sop',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sop_checklists', to='knowledge.procedure'),
                ),
                migrations.AddField(
                    model_name='procedurestep',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sop_steps', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='procedurestep',
                    name='sop',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sop_steps', to='knowledge.procedure'),
                ),
                migrations.AddField(
                    model_name='procedurecheck',
                    name='step',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sop_checklists', to='knowledge.procedurestep'),
                ),
                migrations.AddField(
                    model_name='searchlog',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='search_logs', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='searchlog',
                    name='user',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='search_logs', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='suggestion',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='suggestion',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions_as_assigned_to', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='suggestion',
                    name='priority',
                    field=core.models.fields.CodeField(default='LOW', on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='suggestion',
                    name='related_article',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions', to='knowledge.article'),
                ),
                migrations.AddField(
                    model_name='suggestion',
                    name='suggested_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='suggestions_as_suggested_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='trainingcompletion',
                    name='certificate_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_completions', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='trainingcompletion',
                    name='member',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='training_completions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='trainingcompletion',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_completions_as_verified_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='trainingmaterial',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_materials', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='trainingmaterial',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_materials', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='trainingmaterial',
                    name='sop',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_materials', to='knowledge.procedure'),
                ),
                migrations.AddField(
                    model_name='trainingmodule',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='training_modules', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='trainingmodule',
                    name='training_material',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='training_modules', to='knowledge.trainingmaterial'),
                ),
                migrations.AddField(
                    model_name='trainingcompletion',
                    name='training_module',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='training_completions', to='knowledge.trainingmodule'),
                ),
                migrations.AddIndex(
                    model_name='article',
                    index=models.Index(fields=['status'], name='articles_status'),
                ),
                migrations.AddIndex(
                    model_name='article',
                    index=models.Index(fields=['article_type'], name='articles_article_type'),
                ),
                migrations.AddIndex(
                    model_name='article',
                    index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('title', 'content', config='english'), name='articles_full_text'),
                ),
                migrations.AddIndex(
                    model_name='article',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='articles_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='articlecategory',
                    index=models.Index(fields=['category_code'], name='article_catego_category_code'),
                ),
                migrations.AddIndex(
                    model_name='articlecategory',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='article_categories_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='articlecategory',
                    constraint=models.UniqueConstraint(fields=('article', 'category_code'), name='article_categories_article_category_code_unique', violation_error_message='There is already a row with this article, category code.'),
                ),
                migrations.AddIndex(
                    model_name='articleembedding',
                    index=core.models.vector.HnswIndex(ef_construction=64, fields=['embedding'], m=16, name='article_embeddings_hnsw', opclasses=['vector_cosine_ops']),
                ),
                migrations.AddIndex(
                    model_name='articleembedding',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='article_embeddings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='articleembedding',
                    constraint=models.UniqueConstraint(fields=('article', 'embedding_config', 'chunk_index'), name='article_embeddings_article_embedding_config_chunk_inde_68868', violation_error_message='There is already a row with this article, embedding config, chunk index.'),
                ),
                migrations.AddIndex(
                    model_name='articlefeedback',
                    index=models.Index(fields=['status'], name='feedback_status'),
                ),
                migrations.AddConstraint(
                    model_name='articlefeedback',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='feedback_rating_check', violation_error_message='Rating must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='articletag',
                    index=models.Index(fields=['tag'], name='article_tags_tag'),
                ),
                migrations.AddIndex(
                    model_name='articletag',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='article_tags_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='articletag',
                    constraint=models.UniqueConstraint(fields=('article', 'tag'), name='article_tags_article_tag_unique', violation_error_message='There is already a row with this article, tag.'),
                ),
                migrations.AddIndex(
                    model_name='articleversion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='article_versions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='articleversion',
                    constraint=models.UniqueConstraint(fields=('article', 'version_number'), name='article_versions_article_version_number_unique', violation_error_message='There is already a row with this article, version number.'),
                ),
                migrations.AddConstraint(
                    model_name='checklistitem',
                    constraint=models.UniqueConstraint(fields=('checklist', 'item_order'), name='checklist_items_checklist_item_order_unique', violation_error_message='There is already a row with this checklist, item order.'),
                ),
                migrations.AddIndex(
                    model_name='checklistrun',
                    index=models.Index(fields=['status'], name='checklist_inst_status'),
                ),
                migrations.AddIndex(
                    model_name='checklistrun',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='checklist_instances_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='checklistanswer',
                    constraint=models.UniqueConstraint(fields=('checklist_instance', 'checklist_item'), name='checklist_responses_checklist_instance_checklist_item_unique', violation_error_message='There is already a row with this checklist instance, checklist item.'),
                ),
                migrations.AddConstraint(
                    model_name='companypolicyversion',
                    constraint=models.UniqueConstraint(fields=('policy', 'version_number'), name='policy_versions_policy_version_number_unique', violation_error_message='There is already a row with this policy, version number.'),
                ),
                migrations.AddIndex(
                    model_name='document',
                    index=models.Index(fields=['status'], name='documents_status'),
                ),
                migrations.AddIndex(
                    model_name='document',
                    index=models.Index(condition=models.Q(('expires_on__isnull', False)), fields=['expires_on'], name='documents_expires_on_partial'),
                ),
                migrations.AddIndex(
                    model_name='document',
                    index=models.Index(fields=['entity_type', 'entity_id'], name='documents_entity_type_en_dc648'),
                ),
                migrations.AddIndex(
                    model_name='document',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='documents_search', opclasses=['gin_trgm_ops']),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='document',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.document_id = '' THEN NEW.document_id := core.scoped_business_id('DOC-' || NEW.document_type_code || '-', 6); END IF; RETURN NEW;", hash='45d5e95570c97d41d7adc38e18391cd7de23a227', operation='INSERT', pgid='pgtrigger_number_7d3be', table='knowledge"."documents', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='document',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending_approval,draft:archived,pending_approval:approved,pending_approval:draft,pending_approval:archived,approved:sent,approved:executed,approved:archived,sent:signed,sent:expired,sent:archived,signed:executed,executed:archived,executed:expired,expired:archived}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b7649385f5c81b2b201ed958c2ddd696e685167f', operation='UPDATE', pgid='pgtrigger_status_moves_89f54', table='knowledge"."documents', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='companypolicy',
                    index=models.Index(fields=['status'], name='policies_status'),
                ),
                migrations.AddIndex(
                    model_name='companypolicy',
                    index=models.Index(fields=['category'], name='policies_category'),
                ),
                migrations.AddIndex(
                    model_name='companypolicy',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='policies_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='documentembedding',
                    index=core.models.vector.HnswIndex(ef_construction=64, fields=['embedding'], m=16, name='document_embeddings_hnsw', opclasses=['vector_cosine_ops']),
                ),
                migrations.AddIndex(
                    model_name='documentembedding',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='document_embeddings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='documentembedding',
                    constraint=models.UniqueConstraint(fields=('document', 'embedding_config', 'chunk_index'), name='document_embeddings_document_embedding_config_chunk_in_98d7e', violation_error_message='There is already a row with this document, embedding config, chunk index.'),
                ),
                migrations.AddIndex(
                    model_name='faq',
                    index=models.Index(fields=['audience'], name='faqs_audience'),
                ),
                migrations.AddIndex(
                    model_name='faq',
                    index=models.Index(fields=['status'], name='faqs_status'),
                ),
                migrations.AddIndex(
                    model_name='faq',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='faqs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='faqcategory',
                    index=models.Index(fields=['category_code'], name='faq_categories_category_code'),
                ),
                migrations.AddIndex(
                    model_name='faqcategory',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='faq_categories_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='faqcategory',
                    constraint=models.UniqueConstraint(fields=('faq', 'category_code'), name='faq_categories_faq_category_code_unique', violation_error_message='There is already a row with this faq, category code.'),
                ),
                migrations.AddIndex(
                    model_name='glossaryterm',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='glossary_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='glossaryterm',
                    constraint=models.UniqueConstraint(fields=('term', 'language'), name='glossary_term_language_unique', violation_error_message='There is already a row with this term, language.'),
                ),
                migrations.AddIndex(
                    model_name='guidebook',
                    index=models.Index(fields=['status'], name='guidebooks_status'),
                ),
                migrations.AddIndex(
                    model_name='guidebook',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guidebooks_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='guidebook',
                    constraint=models.UniqueConstraint(fields=('property', 'language'), name='guidebooks_property_language_unique', violation_error_message='There is already a row with this property, language.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='guidebook',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.guidebook_id = '' THEN NEW.guidebook_id := (SELECT 'PGD-' || p.property_id FROM property.properties p WHERE p.id = NEW.property_id) || CASE NEW.language_code WHEN 'en' THEN '' ELSE '-' || upper(NEW.language_code) END; END IF; RETURN NEW;", hash='7eb4c4137b12c0c40e8ce74e6ea1ba4e2b70b96a', operation='INSERT', pgid='pgtrigger_number_11f74', table='knowledge"."guidebooks', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='guidebooksection',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guidebook_sections_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='guidebooksection',
                    constraint=models.UniqueConstraint(fields=('guidebook', 'sort_order'), name='guidebook_sections_guidebook_sort_order_unique', violation_error_message='There is already a row with this guidebook, sort order.'),
                ),
                migrations.AddConstraint(
                    model_name='policyacknowledgment',
                    constraint=models.UniqueConstraint(fields=('policy', 'version_number', 'member'), name='policy_acknowledgments_policy_version_number_member_unique', violation_error_message='There is already a row with this policy, version number, member.'),
                ),
                migrations.AddIndex(
                    model_name='procedure',
                    index=models.Index(fields=['status'], name='sops_status'),
                ),
                migrations.AddIndex(
                    model_name='procedure',
                    index=models.Index(fields=['department'], name='sops_department'),
                ),
                migrations.AddIndex(
                    model_name='procedure',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='sops_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='checklist',
                    index=models.Index(fields=['checklist_type'], name='checklists_checklist_type'),
                ),
                migrations.AddIndex(
                    model_name='checklist',
                    index=models.Index(fields=['is_active'], name='checklists_is_active'),
                ),
                migrations.AddIndex(
                    model_name='checklist',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='checklists_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='procedurestep',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='sop_steps_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='procedurestep',
                    constraint=models.UniqueConstraint(fields=('sop', 'step_number'), name='sop_steps_sop_step_number_unique', violation_error_message='There is already a row with this sop, step number.'),
                ),
                migrations.AddConstraint(
                    model_name='procedurecheck',
                    constraint=models.UniqueConstraint(fields=('sop', 'item_order'), name='sop_checklists_sop_item_order_unique', violation_error_message='There is already a row with this sop, item order.'),
                ),
                migrations.AddIndex(
                    model_name='searchlog',
                    index=models.Index(fields=['-searched_at'], name='search_logs_searched_at'),
                ),
                migrations.AddIndex(
                    model_name='suggestion',
                    index=models.Index(fields=['status'], name='suggestions_status'),
                ),
                migrations.AddIndex(
                    model_name='suggestion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='suggestions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='trainingmaterial',
                    index=models.Index(fields=['status'], name='training_mater_status'),
                ),
                migrations.AddIndex(
                    model_name='trainingmaterial',
                    index=models.Index(fields=['category'], name='training_mater_category'),
                ),
                migrations.AddIndex(
                    model_name='trainingmaterial',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='training_materials_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='trainingmodule',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='training_modules_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='trainingmodule',
                    constraint=models.UniqueConstraint(fields=('training_material', 'module_order'), name='training_modules_training_material_module_order_unique', violation_error_message='There is already a row with this training material, module order.'),
                ),
                migrations.AddIndex(
                    model_name='trainingcompletion',
                    index=models.Index(fields=['expires_on'], name='training_compl_expires_on'),
                ),
                migrations.AddConstraint(
                    model_name='trainingcompletion',
                    constraint=models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 100)), name='training_completions_score_check', violation_error_message='Score must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='trainingcompletion',
                    constraint=models.UniqueConstraint(fields=('training_module', 'member', 'attempt_number'), name='training_completions_training_module_member_attempt_nu_22172', violation_error_message='There is already a row with this training module, member, attempt number.'),
                ),
            ],
        ),
    ]
