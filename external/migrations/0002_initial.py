import core.models.fields
import django.contrib.postgres.fields
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import django.db.models.deletion


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("external", "0001_initial"),
        ("ai", "0001_initial"),
        ("directory", "0001_initial"),
        ("geo", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("secure", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='competitiveset',
                    name='added_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitive_sets', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='competitiveset',
                    name='our_property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='competitive_sets', to='property.property'),
                ),
                migrations.AddField(
                    model_name='competitorproperty',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='competitor_properties', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='datasource',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_sources', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='datasource',
                    name='provider_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='data_sources', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='competitorproperty',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitor_properties', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='marketlisting',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='market_listings', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='marketlisting',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_listings', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='marketlisting',
                    name='platform',
                    field=core.models.fields.CodeField(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='market_listings', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='competitorproperty',
                    name='market_listing',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitor_properties', to='external.marketlisting'),
                ),
                migrations.AddField(
                    model_name='marketoccupancy',
                    name='area',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='market_occupancy', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='marketoccupancy',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_occupancy', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='marketproperty',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='external_properties', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='marketproperty',
                    name='our_property',
                    field=models.ForeignKey(blank=True, help_text='when managed by us', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='external_properties', to='property.property'),
                ),
                migrations.AddField(
                    model_name='marketlisting',
                    name='market_property',
                    field=core.models.fields.CodeField(blank=True, db_column='external_tmk', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_listings', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='competitorproperty',
                    name='market_property',
                    field=core.models.fields.CodeField(blank=True, db_column='tmk', help_text='Tax Map Key when known', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitor_properties', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='competitiveset',
                    name='market_property',
                    field=core.models.fields.CodeField(db_column='external_tmk', on_delete=django.db.models.deletion.CASCADE, related_name='competitive_sets', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='marketrate',
                    name='area',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='market_rates', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='marketrate',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='market_rates', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='marketrate',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_rates', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='marketrate',
                    name='market_listing',
                    field=models.ForeignKey(blank=True, help_text='empty = area aggregate', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='market_rates', to='external.marketlisting'),
                ),
                migrations.AddField(
                    model_name='marketrate',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='market_rates', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='markettrend',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_trends', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='markettrend',
                    name='area',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='market_trends', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='markettrend',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_trends', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='markettrend',
                    name='reviewed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='market_trends', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='parcelmanager',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_managers', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='parcelmanager',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_managers', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='parcelmanager',
                    name='market_property',
                    field=core.models.fields.CodeField(db_column='tmk', on_delete=django.db.models.deletion.CASCADE, related_name='property_managers', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='parcelpricing',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='property_pricing', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='parcelpricing',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_pricing', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='parcelpricing',
                    name='market_property',
                    field=core.models.fields.CodeField(db_column='tmk', db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='property_pricing', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='parcelpricing',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='property_pricing', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='parcelreview',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_reviews', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='parcelreview',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_reviews', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='parcelreview',
                    name='market_property',
                    field=core.models.fields.CodeField(db_column='tmk', on_delete=django.db.models.deletion.CASCADE, related_name='property_reviews', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddField(
                    model_name='parcelreview',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='property_reviews', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='parcelsale',
                    name='data_source',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='property_sales', to='external.datasource'),
                ),
                migrations.AddField(
                    model_name='parcelsale',
                    name='market_property',
                    field=core.models.fields.CodeField(db_column='tmk', on_delete=django.db.models.deletion.CASCADE, related_name='property_sales', to='external.marketproperty', to_field='tmk'),
                ),
                migrations.AddIndex(
                    model_name='datasource',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='data_sources_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='marketoccupancy',
                    index=models.Index(fields=['area', 'period_start'], name='market_occupan_area_peri_fce4b'),
                ),
                migrations.AddConstraint(
                    model_name='marketoccupancy',
                    constraint=models.CheckConstraint(condition=models.Q(('occupancy_rate__gte', 0), ('occupancy_rate__lte', 1)), name='market_occupancy_occupancy_rate_check', violation_error_message='Occupancy rate must lie between 0 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='marketoccupancy',
                    constraint=models.UniqueConstraint(fields=('area', 'period_type', 'period_start', 'bedrooms', 'data_source'), name='market_occupancy_area_period_type_period_start_bedroom_6f80c', nulls_distinct=False, violation_error_message='There is already a row with this area, period type, period start, bedrooms, data source.'),
                ),
                migrations.AddIndex(
                    model_name='marketproperty',
                    index=models.Index(condition=models.Q(('is_hot_lead', True)), fields=['is_hot_lead'], name='properties_is_hot_lead_partial'),
                ),
                migrations.AddIndex(
                    model_name='marketproperty',
                    index=models.Index(fields=['our_status'], name='properties_our_status'),
                ),
                migrations.AddIndex(
                    model_name='marketproperty',
                    index=models.Index(fields=['rental_status'], name='properties_rental_status'),
                ),
                migrations.AddIndex(
                    model_name='marketproperty',
                    index=models.Index(fields=['owner_name'], name='properties_owner_name'),
                ),
                migrations.AddIndex(
                    model_name='marketproperty',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='properties_search_13', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='marketproperty',
                    constraint=models.CheckConstraint(condition=models.Q(('estimated_occupancy__gte', 0), ('estimated_occupancy__lte', 1)), name='properties_estimated_occupancy_check', violation_error_message='Estimated occupancy must lie between 0 and 1.'),
                ),
                migrations.AddIndex(
                    model_name='marketlisting',
                    index=models.Index(fields=['is_active'], name='market_listing_is_active'),
                ),
                migrations.AddIndex(
                    model_name='marketlisting',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='market_listings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='marketlisting',
                    constraint=models.UniqueConstraint(fields=('platform', 'external_listing_id'), name='market_listings_platform_external_listing_id_unique', violation_error_message='There is already a row with this platform, external listing id.'),
                ),
                migrations.AddIndex(
                    model_name='competitorproperty',
                    index=models.Index(fields=['our_status'], name='competitor_pro_our_status'),
                ),
                migrations.AddIndex(
                    model_name='competitorproperty',
                    index=models.Index(condition=models.Q(('is_hot_lead', True)), fields=['is_hot_lead'], name='competitor_pro_is_hot_le_9be43'),
                ),
                migrations.AddIndex(
                    model_name='competitorproperty',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='competitor_properties_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='competitorproperty',
                    constraint=models.UniqueConstraint(condition=models.Q(('market_property__isnull', False)), fields=('market_property',), name='competitor_properties_market_property_unique', violation_error_message='There is already a row with this market property.'),
                ),
                migrations.AddIndex(
                    model_name='competitiveset',
                    index=models.Index(fields=['competition_level'], name='competitive_se_competiti_71cd3'),
                ),
                migrations.AddConstraint(
                    model_name='competitiveset',
                    constraint=models.CheckConstraint(condition=models.Q(('similarity_score__gte', 1), ('similarity_score__lte', 100)), name='competitive_sets_similarity_score_check', violation_error_message='Similarity score must lie between 1 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='competitiveset',
                    constraint=models.UniqueConstraint(fields=('our_property', 'market_property'), name='competitive_sets_our_property_market_property_unique', violation_error_message='There is already a row with this our property, market property.'),
                ),
                migrations.AddIndex(
                    model_name='marketrate',
                    index=models.Index(fields=['area', 'stay_date'], name='market_rates_area_stay_date'),
                ),
                migrations.AddIndex(
                    model_name='marketrate',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='market_rates_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='marketrate',
                    constraint=models.UniqueConstraint(fields=('area', 'stay_date', 'bedrooms', 'platform', 'captured_on'), name='market_rates_area_stay_date_bedrooms_platform_captured_7e185', nulls_distinct=False, violation_error_message='There is already a row with this area, stay date, bedrooms, platform, captured on.'),
                ),
                migrations.AddIndex(
                    model_name='markettrend',
                    index=models.Index(fields=['area', 'period_start'], name='market_trends_area_perio_fb02f'),
                ),
                migrations.AddIndex(
                    model_name='markettrend',
                    index=models.Index(fields=['trend_type'], name='market_trends_trend_type'),
                ),
                migrations.AddIndex(
                    model_name='markettrend',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='market_trends_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='parcelmanager',
                    index=models.Index(fields=['manager_name'], name='property_manag_manager_name'),
                ),
                migrations.AddIndex(
                    model_name='parcelmanager',
                    index=models.Index(condition=models.Q(('is_hot_lead', True)), fields=['is_hot_lead'], name='property_manag_is_hot_le_b474d'),
                ),
                migrations.AddIndex(
                    model_name='parcelmanager',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_managers_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='parcelmanager',
                    constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='property_managers_ended_at_started_at_check', violation_error_message='Ended at must not be before started at.'),
                ),
                migrations.AddConstraint(
                    model_name='parcelmanager',
                    constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('market_property',), name='property_managers_market_property_unique', violation_error_message='There is already a row with this market property.'),
                ),
                migrations.AddIndex(
                    model_name='parcelpricing',
                    index=models.Index(fields=['market_property', 'check_in_date'], name='property_prici_market_pr_d6374'),
                ),
                migrations.AddIndex(
                    model_name='parcelpricing',
                    index=models.Index(fields=['-captured_at'], name='property_prici_captured_at'),
                ),
                migrations.AddIndex(
                    model_name='parcelpricing',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_pricing_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='parcelpricing',
                    constraint=models.CheckConstraint(condition=models.Q(('check_out_date__gt', models.F('check_in_date'))), name='property_pricing_check_out_date_check_in_date_check', violation_error_message='Check out date must be after check in date.'),
                ),
                migrations.AddConstraint(
                    model_name='parcelpricing',
                    constraint=models.CheckConstraint(condition=models.Q(('nightly_rate__gte', 0)), name='property_pricing_nightly_rate_check', violation_error_message='Nightly rate cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='parcelreview',
                    index=models.Index(fields=['-review_date'], name='property_revie_review_date'),
                ),
                migrations.AddIndex(
                    model_name='parcelreview',
                    index=models.Index(fields=['-opportunity_score'], name='property_revie_opportuni_39501'),
                ),
                migrations.AddIndex(
                    model_name='parcelreview',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_reviews_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='parcelreview',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='property_reviews_rating_check', violation_error_message='Rating must lie between 1 and 5.'),
                ),
                migrations.AddConstraint(
                    model_name='parcelreview',
                    constraint=models.CheckConstraint(condition=models.Q(('opportunity_score__gte', 1), ('opportunity_score__lte', 100)), name='property_reviews_opportunity_score_check', violation_error_message='Opportunity score must lie between 1 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='parcelreview',
                    constraint=models.UniqueConstraint(condition=models.Q(('external_review_id__isnull', False)), fields=('platform', 'external_review_id'), name='property_reviews_platform_external_review_id_unique', violation_error_message='There is already a row with this platform, external review id.'),
                ),
                migrations.AddIndex(
                    model_name='parcelsale',
                    index=models.Index(fields=['-sale_date'], name='property_sales_sale_date'),
                ),
                migrations.AddIndex(
                    model_name='parcelsale',
                    index=models.Index(condition=models.Q(('is_hot_lead', True)), fields=['is_hot_lead'], name='property_sales_is_hot_le_e6b46'),
                ),
                migrations.AddIndex(
                    model_name='parcelsale',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='property_sales_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='parcelsale',
                    constraint=models.CheckConstraint(condition=models.Q(('sale_price__gte', 0)), name='property_sales_sale_price_check', violation_error_message='Sale price cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='parcelsale',
                    constraint=models.UniqueConstraint(condition=models.Q(('document_number__isnull', False)), fields=('market_property', 'document_number'), name='property_sales_market_property_document_number_unique', violation_error_message='There is already a row with this market property, document number.'),
                ),
            ],
        ),
    ]
