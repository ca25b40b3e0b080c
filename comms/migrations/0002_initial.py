import core.models.fields
import django.contrib.postgres.fields
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("comms", "0001_initial"),
        ("ai", "0001_initial"),
        ("brand_marketing", "0001_initial"),
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
                migrations.AddField(
                    model_name='message',
                    name='call_recording_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='homeowner',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='directory.homeowner'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='in_reply_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages_as_in_reply_to', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='language',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='property',
                    field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='property.property'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='sent_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages_as_sent_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='sent_by_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='campaignmessage',
                    name='message',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='campaign_messages', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='messageattachment',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='message_attachments', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='messageattachment',
                    name='message',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='messagecampaign',
                    name='brand_campaign',
                    field=models.ForeignKey(blank=True, help_text='marketing campaign it serves', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='messagecampaign',
                    name='contact_group',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='directory.contactgroup'),
                ),
                migrations.AddField(
                    model_name='messagecampaign',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='campaignmessage',
                    name='campaign',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='campaign_messages', to='comms.messagecampaign'),
                ),
                migrations.AddField(
                    model_name='messagechannel',
                    name='channel_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='channels', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='messagechannel',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channels', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='messagechannel',
                    name='team',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channels', to='team.team'),
                ),
                migrations.AddField(
                    model_name='messagecampaign',
                    name='channel',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='comms.messagechannel'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='channel',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='comms.messagechannel'),
                ),
                migrations.AddField(
                    model_name='channelsetting',
                    name='channel',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='channel_configs', to='comms.messagechannel'),
                ),
                migrations.AddField(
                    model_name='automation',
                    name='channel',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='automations', to='comms.messagechannel'),
                ),
                migrations.AddField(
                    model_name='messageevent',
                    name='message',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='messagerecipient',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='message_recipients', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='messagerecipient',
                    name='message',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='messageevent',
                    name='recipient',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='message_events', to='comms.messagerecipient'),
                ),
                migrations.AddField(
                    model_name='messagetemplate',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='templates_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='messagetemplate',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='templates_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='messagetemplate',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='messagetemplate',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='messagetemplate',
                    name='template_type',
                    field=core.models.fields.CodeField(db_column='template_type', on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='messagecampaign',
                    name='template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='message',
                    name='template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='automation',
                    name='template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='automations', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='messagetemplateversion',
                    name='changed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='template_versions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='messagetemplateversion',
                    name='template',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='template_versions', to='comms.messagetemplate'),
                ),
                migrations.AddIndex(
                    model_name='automationtrigger',
                    index=models.Index(fields=['trigger_event'], name='automation_tri_trigger_event'),
                ),
                migrations.AddConstraint(
                    model_name='messageattachment',
                    constraint=models.UniqueConstraint(fields=('message', 'file'), name='message_attachments_message_file_unique', violation_error_message='There is already a row with this message, file.'),
                ),
                migrations.AddConstraint(
                    model_name='campaignmessage',
                    constraint=models.UniqueConstraint(fields=('campaign', 'message'), name='campaign_messages_campaign_message_unique', violation_error_message='There is already a row with this campaign, message.'),
                ),
                migrations.AddIndex(
                    model_name='messagechannel',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='channels_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='channelsetting',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='channel_configs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='channelsetting',
                    constraint=models.UniqueConstraint(fields=('channel', 'config_key', 'environment'), name='channel_configs_channel_config_key_environment_unique', violation_error_message='There is already a row with this channel, config key, environment.'),
                ),
                migrations.AddIndex(
                    model_name='messagerecipient',
                    index=models.Index(fields=['status'], name='message_recipi_status'),
                ),
                migrations.AddConstraint(
                    model_name='messagerecipient',
                    constraint=models.UniqueConstraint(fields=('message', 'address', 'recipient_type'), name='message_recipients_message_address_recipient_type_unique', violation_error_message='There is already a row with this message, address, recipient type.'),
                ),
                migrations.AddIndex(
                    model_name='messageevent',
                    index=models.Index(fields=['message', 'occurred_at'], name='message_events_message_o_181b7'),
                ),
                migrations.AddIndex(
                    model_name='messageevent',
                    index=models.Index(fields=['event_type'], name='message_events_event_type'),
                ),
                migrations.AddIndex(
                    model_name='messagetemplate',
                    index=models.Index(fields=['category'], name='templates_category'),
                ),
                migrations.AddIndex(
                    model_name='messagetemplate',
                    index=models.Index(fields=['trigger_event'], name='templates_trigger_event'),
                ),
                migrations.AddIndex(
                    model_name='messagetemplate',
                    index=models.Index(fields=['is_active'], name='templates_is_active'),
                ),
                migrations.AddIndex(
                    model_name='messagetemplate',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='templates_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='messagecampaign',
                    index=models.Index(fields=['status'], name='campaigns_status'),
                ),
                migrations.AddIndex(
                    model_name='messagecampaign',
                    index=models.Index(fields=['scheduled_at'], name='campaigns_scheduled_at'),
                ),
                migrations.AddIndex(
                    model_name='messagecampaign',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='campaigns_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(fields=['thread_id', 'created_at'], name='messages_thread_id_created_at'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(fields=['status', 'scheduled_at'], name='messages_status_scheduled_at'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(condition=models.Q(('external_id__isnull', False)), fields=['external_id'], name='messages_external_id_partial'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(fields=['property', '-created_at'], name='messages_property_created_at'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='messages_search', opclasses=['gin_trgm_ops']),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='message',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending,draft:scheduled,draft:cancelled,pending:scheduled,pending:sent,pending:failed,pending:cancelled,scheduled:sent,scheduled:failed,scheduled:cancelled,sent:delivered,sent:bounced,sent:failed,delivered:read,failed:pending}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='de46c5ee665da87feaf7ed87bad433595b0bca0e', operation='UPDATE', pgid='pgtrigger_status_moves_fe762', table='comms"."messages', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='automation',
                    index=models.Index(fields=['trigger_type'], name='automations_trigger_type'),
                ),
                migrations.AddIndex(
                    model_name='automation',
                    index=models.Index(fields=['is_active'], name='automations_is_active'),
                ),
                migrations.AddIndex(
                    model_name='automation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='automations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='messagetemplateversion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='template_versions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='messagetemplateversion',
                    constraint=models.UniqueConstraint(fields=('template', 'version_number'), name='template_versions_template_version_number_unique', violation_error_message='There is already a row with this template, version number.'),
                ),
            ],
        ),
    ]
