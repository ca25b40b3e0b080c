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
        ("brand_marketing", "0001_initial"),
        ("ai", "0001_initial"),
        ("comms", "0001_initial"),
        ("directory", "0001_initial"),
        ("finance", "0001_initial"),
        ("geo", "0001_initial"),
        ("homeowner_acquisition", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("secure", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='adcampaign',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_campaigns', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='adcampaign',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_campaigns', to='property.property'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='ad_campaign',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ad_creatives', to='brand_marketing.adcampaign'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_creatives', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_creatives', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='adperformance',
                    name='ad_campaign',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='ad_performance', to='brand_marketing.adcampaign'),
                ),
                migrations.AddField(
                    model_name='adperformance',
                    name='ad_creative',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_performance', to='brand_marketing.adcreative'),
                ),
                migrations.AddField(
                    model_name='brandasset',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='brand_assets', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='brandasset',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = company-wide', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_assets', to='property.property'),
                ),
                migrations.AddField(
                    model_name='brandasset',
                    name='uploaded_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_assets', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='adcreative',
                    name='brand_asset',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_creatives', to='brand_marketing.brandasset'),
                ),
                migrations.AddField(
                    model_name='brandfont',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_fonts', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='brandguideline',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_guidelines', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='brandguideline',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_guidelines', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='brandguideline',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = company', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_guidelines', to='property.property'),
                ),
                migrations.AddField(
                    model_name='brandfont',
                    name='guideline',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_fonts', to='brand_marketing.brandguideline'),
                ),
                migrations.AddField(
                    model_name='brandcolor',
                    name='guideline',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_colors', to='brand_marketing.brandguideline'),
                ),
                migrations.AddField(
                    model_name='brandtemplate',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_templates', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='brandtemplate',
                    name='channel',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='brand_templates', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='brandtemplate',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='brand_templates', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='brandtemplate',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='brand_templates', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='calendarentry',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_calendar', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='calendarentry',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_calendar', to='property.property'),
                ),
                migrations.AddField(
                    model_name='campaignaudience',
                    name='contact_group',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_audiences', to='directory.contactgroup'),
                ),
                migrations.AddField(
                    model_name='campaignchannel',
                    name='ad_campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_channels', to='brand_marketing.adcampaign'),
                ),
                migrations.AddField(
                    model_name='campaignchannel',
                    name='comms_campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_channels', to='comms.messagecampaign'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_content', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='brand_asset',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_content', to='brand_marketing.brandasset'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='brand_template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_content', to='brand_marketing.brandtemplate'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='campaign_content', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_pieces_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_pieces', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='author',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_pieces_as_author', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_pieces', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='content_pieces', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='parent_content',
                    field=models.ForeignKey(blank=True, help_text='source or earlier version', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='brand_marketing.contentpiece'),
                ),
                migrations.AddField(
                    model_name='contentpiece',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_pieces', to='property.property'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='content_piece',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaign_content', to='brand_marketing.contentpiece'),
                ),
                migrations.AddField(
                    model_name='calendarentry',
                    name='content_piece',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_calendar', to='brand_marketing.contentpiece'),
                ),
                migrations.AddIndex(
                    model_name='emaillist',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='email_lists_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddField(
                    model_name='emailsubscriber',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='email_subscribers', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='emailsubscriber',
                    name='email_list',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='email_subscribers', to='brand_marketing.emaillist'),
                ),
                migrations.AddField(
                    model_name='marketingcampaign',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='marketingcampaign',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='marketingcampaign',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='marketingcampaign',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns_as_owner_member', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='marketingcampaign',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='campaigns', to='property.property'),
                ),
                migrations.AddField(
                    model_name='campaignmetric',
                    name='campaign',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='campaign_metrics', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='campaigncontent',
                    name='campaign',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='campaign_content', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='campaignchannel',
                    name='campaign',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='campaign_channels', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='campaignaudience',
                    name='campaign',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='campaign_audiences', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='calendarentry',
                    name='campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_calendar', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='adcampaign',
                    name='campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='ad_campaigns', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='referrals', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='prospect',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='referrals', to='homeowner_acquisition.prospect'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='referred_contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='referrals_as_referred_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='referrer_contact',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals_as_referrer_contact', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='referrals', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='finance.transaction'),
                ),
                migrations.AddIndex(
                    model_name='referralprogram',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='referral_programs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='referralprogram',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('start_date')), _connector='OR'), name='referral_programs_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddField(
                    model_name='referral',
                    name='referral_program',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='brand_marketing.referralprogram'),
                ),
                migrations.AddField(
                    model_name='seokeyword',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seo_keywords', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='seokeyword',
                    name='content_piece',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seo_keywords', to='brand_marketing.contentpiece'),
                ),
                migrations.AddField(
                    model_name='seoranking',
                    name='seo_keyword',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='seo_rankings', to='brand_marketing.seokeyword'),
                ),
                migrations.AddField(
                    model_name='socialaccount',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_accounts', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='socialaccount',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = company', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_accounts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='socialmetric',
                    name='social_account',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='social_metrics', to='brand_marketing.socialaccount'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='content_piece',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts', to='brand_marketing.contentpiece'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='social_posts', to='property.property'),
                ),
                migrations.AddField(
                    model_name='socialpost',
                    name='social_account',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='social_posts', to='brand_marketing.socialaccount'),
                ),
                migrations.AddField(
                    model_name='socialmetric',
                    name='social_post',
                    field=models.ForeignKey(blank=True, help_text='empty = account-level row', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='social_metrics', to='brand_marketing.socialpost'),
                ),
                migrations.AddField(
                    model_name='calendarentry',
                    name='social_post',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='content_calendar', to='brand_marketing.socialpost'),
                ),
                migrations.AddIndex(
                    model_name='adperformance',
                    index=models.Index(fields=['metric_date'], name='ad_performance_metric_date'),
                ),
                migrations.AddConstraint(
                    model_name='adperformance',
                    constraint=models.UniqueConstraint(fields=('ad_campaign', 'ad_creative', 'metric_date'), name='ad_performance_ad_campaign_ad_creative_metric_date_unique', nulls_distinct=False, violation_error_message='There is already a row with this ad campaign, ad creative, metric date.'),
                ),
                migrations.AddIndex(
                    model_name='brandasset',
                    index=models.Index(fields=['asset_type'], name='brand_assets_asset_type'),
                ),
                migrations.AddIndex(
                    model_name='brandasset',
                    index=models.Index(fields=['status'], name='brand_assets_status'),
                ),
                migrations.AddIndex(
                    model_name='brandasset',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='brand_assets_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='adcreative',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ad_creatives_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='brandguideline',
                    index=models.Index(fields=['category'], name='brand_guidelin_category'),
                ),
                migrations.AddIndex(
                    model_name='brandguideline',
                    index=models.Index(fields=['status'], name='brand_guidelin_status'),
                ),
                migrations.AddIndex(
                    model_name='brandguideline',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='brand_guidelines_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='brandfont',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='brand_fonts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='brandfont',
                    constraint=models.UniqueConstraint(fields=('font_name', 'font_role', 'font_weight'), name='brand_fonts_font_name_font_role_font_weight_unique', violation_error_message='There is already a row with this font name, font role, font weight.'),
                ),
                migrations.AddIndex(
                    model_name='brandcolor',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='brand_colors_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='brandcolor',
                    constraint=models.CheckConstraint(condition=models.Q(('hex_value__regex', '^#[0-9A-Fa-f]{6}$')), name='brand_colors_hex_value_check', violation_error_message='Must hold: hex value ~ ^#[0-9A-Fa-f]{6}$.'),
                ),
                migrations.AddIndex(
                    model_name='brandtemplate',
                    index=models.Index(fields=['template_type'], name='brand_template_template_type'),
                ),
                migrations.AddIndex(
                    model_name='brandtemplate',
                    index=models.Index(fields=['status'], name='brand_template_status'),
                ),
                migrations.AddIndex(
                    model_name='brandtemplate',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='brand_templates_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='contentpiece',
                    index=models.Index(fields=['status'], name='content_pieces_status'),
                ),
                migrations.AddIndex(
                    model_name='contentpiece',
                    index=models.Index(fields=['content_type'], name='content_pieces_content_type'),
                ),
                migrations.AddIndex(
                    model_name='contentpiece',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='content_pieces_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='emailsubscriber',
                    index=models.Index(fields=['status'], name='email_subscrib_status'),
                ),
                migrations.AddIndex(
                    model_name='emailsubscriber',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='email_subscribers_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='emailsubscriber',
                    constraint=models.UniqueConstraint(fields=('email_list', 'email'), name='email_subscribers_email_list_email_unique', violation_error_message='There is already a row with this email list, email.'),
                ),
                migrations.AddIndex(
                    model_name='marketingcampaign',
                    index=models.Index(fields=['status'], name='campaigns_status_75'),
                ),
                migrations.AddIndex(
                    model_name='marketingcampaign',
                    index=models.Index(fields=['start_date', 'end_date'], name='campaigns_start_date_end_date'),
                ),
                migrations.AddIndex(
                    model_name='marketingcampaign',
                    index=models.Index(fields=['campaign_type'], name='campaigns_campaign_type'),
                ),
                migrations.AddIndex(
                    model_name='marketingcampaign',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='campaigns_search_78', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='marketingcampaign',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('start_date')), _connector='OR'), name='campaigns_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddConstraint(
                    model_name='marketingcampaign',
                    constraint=models.CheckConstraint(condition=models.Q(('budget_amount__gte', 0)), name='campaigns_budget_amount_check', violation_error_message='Budget amount cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='marketingcampaign',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:scheduled,draft:active,draft:cancelled,scheduled:active,scheduled:cancelled,scheduled:draft,active:paused,active:completed,active:cancelled,paused:active,paused:cancelled,paused:completed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='b8e38b6a8c0f65ba4300b0e426d789c2200db57f', operation='UPDATE', pgid='pgtrigger_status_moves_4af95', table='brand_marketing"."campaigns', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='campaignmetric',
                    index=models.Index(fields=['metric_date'], name='campaign_metri_metric_date'),
                ),
                migrations.AddConstraint(
                    model_name='campaignmetric',
                    constraint=models.UniqueConstraint(fields=('campaign', 'metric_date', 'channel', 'variant'), name='campaign_metrics_campaign_metric_date_channel_variant_unique', violation_error_message='There is already a row with this campaign, metric date, channel, variant.'),
                ),
                migrations.AddIndex(
                    model_name='campaigncontent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='campaign_content_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='campaignchannel',
                    constraint=models.CheckConstraint(condition=models.Q(('allocated_budget__gte', 0)), name='campaign_channels_allocated_budget_check', violation_error_message='Allocated budget cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='campaignchannel',
                    constraint=models.UniqueConstraint(fields=('campaign', 'channel'), name='campaign_channels_campaign_channel_unique', violation_error_message='There is already a row with this campaign, channel.'),
                ),
                migrations.AddIndex(
                    model_name='campaignaudience',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='campaign_audiences_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='adcampaign',
                    index=models.Index(fields=['status'], name='ad_campaigns_status'),
                ),
                migrations.AddIndex(
                    model_name='adcampaign',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='ad_campaigns_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='adcampaign',
                    constraint=models.CheckConstraint(condition=models.Q(('daily_budget__gte', 0)), name='ad_campaigns_daily_budget_check', violation_error_message='Daily budget cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='adcampaign',
                    constraint=models.CheckConstraint(condition=models.Q(('total_budget__gte', 0)), name='ad_campaigns_total_budget_check', violation_error_message='Total budget cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='adcampaign',
                    constraint=models.UniqueConstraint(fields=('ad_platform', 'external_campaign_id'), name='ad_campaigns_ad_platform_external_campaign_id_unique', nulls_distinct=False, violation_error_message='There is already a row with this ad platform, external campaign id.'),
                ),
                migrations.AddIndex(
                    model_name='referral',
                    index=models.Index(fields=['status'], name='referrals_status'),
                ),
                migrations.AddIndex(
                    model_name='referral',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='referrals_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(('referrer_contact', models.F('referred_contact')), _negated=True), name='referrals_referrer_contact_id_referred_contact_id_check', violation_error_message='Referrer contact and referred contact cannot be the same.'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.UniqueConstraint(condition=models.Q(('referral_code__isnull', False)), fields=('referral_program', 'referral_code'), name='referrals_referral_program_referral_code_unique', violation_error_message='There is already a row with this referral program, referral code.'),
                ),
                migrations.AddIndex(
                    model_name='seokeyword',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='seo_keywords_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='seokeyword',
                    constraint=models.UniqueConstraint(fields=('keyword', 'website_domain', 'search_engine'), name='seo_keywords_keyword_website_domain_search_engine_unique', violation_error_message='There is already a row with this keyword, website domain, search engine.'),
                ),
                migrations.AddIndex(
                    model_name='seoranking',
                    index=models.Index(fields=['checked_on'], name='seo_rankings_checked_on'),
                ),
                migrations.AddConstraint(
                    model_name='seoranking',
                    constraint=models.CheckConstraint(condition=models.Q(('position__isnull', True), ('position__gte', 1), _connector='OR'), name='seo_rankings_position_check', violation_error_message='Position must not be below 1.'),
                ),
                migrations.AddConstraint(
                    model_name='seoranking',
                    constraint=models.UniqueConstraint(fields=('seo_keyword', 'checked_on', 'device'), name='seo_rankings_seo_keyword_checked_on_device_unique', violation_error_message='There is already a row with this seo keyword, checked on, device.'),
                ),
                migrations.AddIndex(
                    model_name='socialaccount',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='social_accounts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='socialaccount',
                    constraint=models.UniqueConstraint(fields=('platform', 'external_account_id'), name='social_accounts_platform_external_account_id_unique', nulls_distinct=False, violation_error_message='There is already a row with this platform, external account id.'),
                ),
                migrations.AddIndex(
                    model_name='socialpost',
                    index=models.Index(fields=['status', 'scheduled_at'], name='social_posts_status_sche_83954'),
                ),
                migrations.AddIndex(
                    model_name='socialpost',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='social_posts_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='socialmetric',
                    constraint=models.CheckConstraint(condition=models.Q(('social_post__isnull', False), ('social_account__isnull', False), _connector='OR'), name='social_metrics_social_post_id_social_account_id_check', violation_error_message='Social post or social account is needed.'),
                ),
                migrations.AddConstraint(
                    model_name='socialmetric',
                    constraint=models.UniqueConstraint(condition=models.Q(('social_post__isnull', False)), fields=('social_post', 'metric_date'), name='social_metrics_social_post_metric_date_unique', violation_error_message='There is already a row with this social post, metric date.'),
                ),
                migrations.AddConstraint(
                    model_name='socialmetric',
                    constraint=models.UniqueConstraint(condition=models.Q(('social_post__isnull', True)), fields=('social_account', 'metric_date'), name='social_metrics_social_account_metric_date_unique', nulls_distinct=False, violation_error_message='There is already a row with this social account, metric date.'),
                ),
                migrations.AddIndex(
                    model_name='calendarentry',
                    index=models.Index(fields=['scheduled_date', 'status'], name='content_calend_scheduled_fc798'),
                ),
                migrations.AddIndex(
                    model_name='calendarentry',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='content_calendar_search', opclasses=['gin_trgm_ops']),
                ),
            ],
        ),
    ]
