import core.models.fields
import django.contrib.postgres.fields
from decimal import Decimal
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.db.models.deletion
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("ai", "0001_initial"),
        ("comms", "0001_initial"),
        ("directory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("secure", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
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
                migrations.AddField(
                    model_name='agentescalation',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_escalations', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='agentevaluation',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentevaluation',
                    name='evaluated_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_evaluations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agentfeedback',
                    name='agent',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feedback', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentfeedback',
                    name='conversation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_feedback', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agentfeedback',
                    name='provided_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_feedback', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agenthandoff',
                    name='conversation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_handoffs', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agenthandoff',
                    name='from_agent',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handoffs_as_from_agent', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agenthandoff',
                    name='to_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='handoffs_as_to_agent', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentmemory',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='memory', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentmemory',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='agent_memory', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='agentmemory',
                    name='source_conversation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_memory', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agentmessage',
                    name='comms_message',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_messages', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='agentmessage',
                    name='conversation',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='agent_messages', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agentfeedback',
                    name='message',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_feedback', to='ai.agentmessage'),
                ),
                migrations.AddField(
                    model_name='agentprompt',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='prompts', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agentprompt',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_prompts_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agentprompt',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_prompts_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agent',
                    name='active_prompt',
                    field=models.ForeignKey(blank=True, help_text='overrides system_prompt', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agents', to='ai.agentprompt'),
                ),
                migrations.AddField(
                    model_name='agentsetting',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='configs', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agenttask',
                    name='agent',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agenttask',
                    name='parent_task',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='ai.agenttask'),
                ),
                migrations.AddField(
                    model_name='agenttask',
                    name='requested_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tasks', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agenttask',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tasks', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='agenttaskresult',
                    name='output_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_task_results', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='agenttaskresult',
                    name='task',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='results', to='ai.agenttask'),
                ),
                migrations.AddField(
                    model_name='agenttool',
                    name='agent',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='tools', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agenttool',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tools', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='agenttoolcall',
                    name='agent',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tool_calls', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='agenttoolcall',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tool_calls', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='agenttoolcall',
                    name='conversation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tool_calls', to='ai.agentconversation'),
                ),
                migrations.AddField(
                    model_name='agenttoolcall',
                    name='task',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agent_tool_calls', to='ai.agenttask'),
                ),
                migrations.AddField(
                    model_name='agenttoolcall',
                    name='tool',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='ai.agenttool'),
                ),
                migrations.AddField(
                    model_name='agentusage',
                    name='agent',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='usage_logs', to='ai.agent'),
                ),
                migrations.AddIndex(
                    model_name='embeddingmodel',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='embedding_configs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='embeddingmodel',
                    constraint=models.CheckConstraint(condition=models.Q(('dimensions__gt', 0)), name='embedding_configs_dimensions_check', violation_error_message='Dimensions must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='embeddingmodel',
                    constraint=models.CheckConstraint(condition=models.Q(('chunk_overlap__lt', models.F('chunk_size'))), name='embedding_configs_chunk_overlap_chunk_size_check', violation_error_message='Must hold: chunk overlap < chunk size.'),
                ),
                migrations.AddConstraint(
                    model_name='embeddingmodel',
                    constraint=models.UniqueConstraint(fields=('provider', 'model_name'), name='embedding_configs_provider_model_name_unique', violation_error_message='There is already a row with this provider, model name.'),
                ),
                migrations.AddField(
                    model_name='languagemodel',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='model_configs', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='agentusage',
                    name='model_config',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='usage_logs', to='ai.languagemodel'),
                ),
                migrations.AddField(
                    model_name='agent',
                    name='model_config',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agents', to='ai.languagemodel'),
                ),
                migrations.AddIndex(
                    model_name='agentcapability',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_capabilities_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agentcapability',
                    constraint=models.UniqueConstraint(fields=('agent', 'capability_code'), name='agent_capabilities_agent_capability_code_unique', violation_error_message='There is already a row with this agent, capability code.'),
                ),
                migrations.AddIndex(
                    model_name='agentconversation',
                    index=models.Index(fields=['agent', '-started_at'], name='agent_conversa_agent_sta_966de'),
                ),
                migrations.AddIndex(
                    model_name='agentconversation',
                    index=models.Index(fields=['status'], name='agent_conversa_status'),
                ),
                migrations.AddIndex(
                    model_name='agentconversation',
                    index=models.Index(condition=models.Q(('escalated', True)), fields=['escalated'], name='agent_conversa_escalated_57ed7'),
                ),
                migrations.AddIndex(
                    model_name='agentconversation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_conversations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agentconversation',
                    constraint=models.CheckConstraint(condition=models.Q(('customer_satisfaction__gte', 1), ('customer_satisfaction__lte', 5)), name='agent_conversations_customer_satisfaction_check', violation_error_message='Customer satisfaction must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='agentescalation',
                    index=models.Index(fields=['status', 'escalated_at'], name='agent_escalati_status_es_1f0a6'),
                ),
                migrations.AddIndex(
                    model_name='agentevaluation',
                    index=models.Index(fields=['agent', '-evaluation_date'], name='agent_evaluati_agent_eva_bd363'),
                ),
                migrations.AddIndex(
                    model_name='agentevaluation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_evaluations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='agenthandoff',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_handoffs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='agentmemory',
                    index=models.Index(condition=models.Q(('expires_at__isnull', False)), fields=['expires_at'], name='agent_memory_expires_at_ebe68'),
                ),
                migrations.AddConstraint(
                    model_name='agentmemory',
                    constraint=models.UniqueConstraint(fields=('agent', 'memory_type', 'memory_key', 'context_id'), name='agent_memory_agent_memory_type_memory_key_context_id_unique', nulls_distinct=False, violation_error_message='There is already a row with this agent, memory type, memory key, context id.'),
                ),
                migrations.AddConstraint(
                    model_name='agentmessage',
                    constraint=models.UniqueConstraint(fields=('conversation', 'message_order'), name='agent_messages_conversation_message_order_unique', violation_error_message='There is already a row with this conversation, message order.'),
                ),
                migrations.AddConstraint(
                    model_name='agentfeedback',
                    constraint=models.CheckConstraint(condition=models.Q(('feedback_value__gte', 1), ('feedback_value__lte', 5)), name='agent_feedback_feedback_value_check', violation_error_message='Feedback value must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='agentprompt',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_prompts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agentprompt',
                    constraint=models.UniqueConstraint(fields=('agent', 'prompt_name', 'version'), name='agent_prompts_agent_prompt_name_version_unique', violation_error_message='There is already a row with this agent, prompt name, version.'),
                ),
                migrations.AddIndex(
                    model_name='agentsetting',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_configs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agentsetting',
                    constraint=models.UniqueConstraint(fields=('agent', 'config_key', 'environment'), name='agent_configs_agent_config_key_environment_unique', violation_error_message='There is already a row with this agent, config key, environment.'),
                ),
                migrations.AddIndex(
                    model_name='agenttask',
                    index=models.Index(fields=['status', 'scheduled_at'], name='agent_tasks_status_sched_c0a40'),
                ),
                migrations.AddIndex(
                    model_name='agenttask',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_tasks_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agenttask',
                    constraint=models.CheckConstraint(condition=models.Q(('retry_count__gte', 0)), name='agent_tasks_retry_count_check', violation_error_message='Retry count cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='agenttask',
                    constraint=models.CheckConstraint(condition=models.Q(('retry_count__lte', models.F('max_retries'))), name='agent_tasks_retry_count_max_retries_check', violation_error_message='Must hold: retry count is at most max retries.'),
                ),
                migrations.AddIndex(
                    model_name='agenttaskresult',
                    index=models.Index(fields=['task'], name='agent_task_res_task'),
                ),
                migrations.AddIndex(
                    model_name='agenttaskresult',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_task_results_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agenttaskresult',
                    constraint=models.UniqueConstraint(fields=('task', 'attempt_number'), name='agent_task_results_task_attempt_number_unique', violation_error_message='There is already a row with this task, attempt number.'),
                ),
                migrations.AddIndex(
                    model_name='agenttool',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agent_tools_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agenttool',
                    constraint=models.UniqueConstraint(fields=('agent', 'tool_name'), name='agent_tools_agent_tool_name_unique', nulls_distinct=False, violation_error_message='There is already a row with this agent, tool name.'),
                ),
                migrations.AddIndex(
                    model_name='agenttoolcall',
                    index=models.Index(fields=['agent', '-called_at'], name='agent_tool_cal_agent_called_at'),
                ),
                migrations.AddIndex(
                    model_name='agenttoolcall',
                    index=models.Index(fields=['status'], name='agent_tool_cal_status'),
                ),
                migrations.AddIndex(
                    model_name='languagemodel',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='model_configs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='languagemodel',
                    constraint=models.CheckConstraint(condition=models.Q(('temperature__gte', 0), ('temperature__lte', 2)), name='model_configs_temperature_check', violation_error_message='Temperature must lie between 0 and 2.'),
                ),
                migrations.AddConstraint(
                    model_name='languagemodel',
                    constraint=models.CheckConstraint(condition=models.Q(('top_p__gte', 0), ('top_p__lte', 1)), name='model_configs_top_p_check', violation_error_message='Top p must lie between 0 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='languagemodel',
                    constraint=models.UniqueConstraint(fields=('provider', 'model_name', 'model_version'), name='model_configs_provider_model_name_model_version_unique', nulls_distinct=False, violation_error_message='There is already a row with this provider, model name, model version.'),
                ),
                migrations.AddConstraint(
                    model_name='agentusage',
                    constraint=models.CheckConstraint(condition=models.Q(('usage_hour__gte', 0), ('usage_hour__lte', 23)), name='usage_logs_usage_hour_check', violation_error_message='Usage hour must lie between 0 and 23.'),
                ),
                migrations.AddConstraint(
                    model_name='agentusage',
                    constraint=models.UniqueConstraint(fields=('agent', 'model_config', 'usage_date', 'usage_hour'), name='usage_logs_agent_model_config_usage_date_usage_hour_unique', nulls_distinct=False, violation_error_message='There is already a row with this agent, model config, usage date, usage hour.'),
                ),
                migrations.AddIndex(
                    model_name='agent',
                    index=models.Index(fields=['status'], name='agents_status'),
                ),
                migrations.AddIndex(
                    model_name='agent',
                    index=models.Index(fields=['agent_type'], name='agents_agent_type'),
                ),
                migrations.AddIndex(
                    model_name='agent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='agents_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='agent',
                    constraint=models.CheckConstraint(condition=models.Q(('temperature__gte', 0), ('temperature__lte', 2)), name='agents_temperature_check', violation_error_message='Temperature must lie between 0 and 2.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agent',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:testing,draft:archived,testing:beta,testing:active,testing:draft,testing:archived,beta:active,beta:draft,beta:archived,active:inactive,active:archived,inactive:active,inactive:archived}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='652d490117ad4d5fc8f5f86c0b3bc46257d27011', operation='UPDATE', pgid='pgtrigger_status_moves_3055f', table='ai"."agents', when='BEFORE')),
                ),
            ],
        ),
    ]
