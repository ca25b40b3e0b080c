import core.models.fields
import django.contrib.postgres.fields
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("property_listings", "0001_initial"),
        ("ai", "0001_initial"),
        ("brand_marketing", "0001_initial"),
        ("directory", "0001_initial"),
        ("external", "0001_initial"),
        ("geo", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("secure", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='channelerror',
                    name='resolved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channel_errors', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='channelerror',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channel_errors', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='channellisting',
                    name='credential',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channel_listings', to='secure.credential'),
                ),
                migrations.AddField(
                    model_name='channellisting',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='channel_listings', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='channelerror',
                    name='channel_listing',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_errors', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='channelmapping',
                    name='channel_listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='channel_mappings', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='channelsync',
                    name='channel_listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='channel_sync_logs', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='channelsync',
                    name='user',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channel_sync_logs', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddField(
                    model_name='channelerror',
                    name='sync_log',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channel_errors', to='property_listings.channelsync'),
                ),
                migrations.AddField(
                    model_name='competitorlisting',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitor_listings', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='competitorlisting',
                    name='external_property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='competitor_listings', to='external.marketproperty'),
                ),
                migrations.AddField(
                    model_name='competitorlisting',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='competitor_listings', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='floorplan',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='floor_plans', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='listing',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listings', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='listing',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='listings', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listing',
                    name='owner_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listings', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listing',
                    name='property',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='listing', to='property.property'),
                ),
                migrations.AddField(
                    model_name='floorplan',
                    name='listing',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='floor_plans', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='competitorlisting',
                    name='listing',
                    field=models.ForeignKey(db_index=False, help_text='our listing', on_delete=django.db.models.deletion.CASCADE, related_name='competitor_listings', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='channellisting',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='channel_listings', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingamenity',
                    name='amenity_type',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='listing_amenities', to='ref.amenitytype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingamenity',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='amenities', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingamenity',
                    name='property_amenity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_amenities', to='property.propertyamenity'),
                ),
                migrations.AddField(
                    model_name='listingavailability',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_availability', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingavailability',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='availability', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingavailability',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='listing_availability', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='listingavailability',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_availability', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='listingbadge',
                    name='channel_listing',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='listing_badges', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='listingbadge',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_badges', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='listingbadge',
                    name='listing',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='badges', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_descriptions_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='brand_guideline',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_descriptions', to='brand_marketing.brandguideline'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_descriptions_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='listing_descriptions', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='descriptions', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingdescription',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, help_text='empty = every channel', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_descriptions', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingperformance',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='performance', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingperformance',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='listing_performance', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingphoto',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listing_photos', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='listingphoto',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingphoto',
                    name='room',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_photos', to='property.room'),
                ),
                migrations.AddField(
                    model_name='listingphoto',
                    name='room_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_photos', to='ref.roomtype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingpricing',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='listing_pricing', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingpricing',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='pricing', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingpricing',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, help_text='empty = every channel', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_pricing', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingpromotion',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_promotions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingpromotion',
                    name='campaign',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_promotions', to='brand_marketing.marketingcampaign'),
                ),
                migrations.AddField(
                    model_name='listingpromotion',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='promotions', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingpromotion',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_promotions', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingreviewsummary',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='reviews_summary', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingreviewsummary',
                    name='platform',
                    field=core.models.fields.CodeField(on_delete=django.db.models.deletion.PROTECT, related_name='listing_reviews_summary', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingrule',
                    name='listing',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rules', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingrule',
                    name='property_rule',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_rules', to='property.propertyrule'),
                ),
                migrations.AddField(
                    model_name='listingscore',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_scores', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='listingscore',
                    name='audited_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_scores', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingscore',
                    name='channel_listing',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_scores', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='listingscore',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingscore',
                    name='previous_score',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_scores_as_previous_score', to='property_listings.listingscore'),
                ),
                migrations.AddField(
                    model_name='listingseocontent',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='seo_content', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingseocontent',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='seo_content', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingseocontent',
                    name='og_image_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seo_content', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='listingseocontent',
                    name='primary_keyword',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='seo_content', to='brand_marketing.seokeyword'),
                ),
                migrations.AddField(
                    model_name='listingtitle',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_titles_as_approved_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingtitle',
                    name='created_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='listing_titles_as_created_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='listingtitle',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='listing_titles', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='listingtitle',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='titles', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='listingtitle',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, help_text='empty = every channel', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_titles', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='minimumstay',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='minimum_stays', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='minimumstay',
                    name='platform',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='listing_minimum_stays', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='neighborhoodcontent',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='neighborhood_content', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='neighborhoodcontent',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='neighborhood_content', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='neighborhoodcontent',
                    name='listing',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='neighborhood_content', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='virtualtour',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='virtual_tours', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='virtualtour',
                    name='listing',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='virtual_tours', to='property_listings.listing'),
                ),
                migrations.AddField(
                    model_name='virtualtour',
                    name='provider_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='virtual_tours', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='virtualtour',
                    name='thumbnail_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='virtual_tours_as_thumbnail_file', to='storage.storedfile'),
                ),
                migrations.AddConstraint(
                    model_name='channelmapping',
                    constraint=models.UniqueConstraint(fields=('channel_listing', 'our_field'), name='channel_mappings_channel_listing_our_field_unique', violation_error_message='There is already a row with this channel listing, our field.'),
                ),
                migrations.AddIndex(
                    model_name='channelsync',
                    index=models.Index(fields=['channel_listing', '-synced_at'], name='channel_sync_l_channel_l_8ed5d'),
                ),
                migrations.AddIndex(
                    model_name='channelsync',
                    index=models.Index(fields=['status'], name='channel_sync_l_status'),
                ),
                migrations.AddIndex(
                    model_name='channelsync',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='channel_sync_logs_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='channelerror',
                    index=models.Index(fields=['status', 'severity'], name='channel_errors_status_severity'),
                ),
                migrations.AddIndex(
                    model_name='channelerror',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='channel_errors_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='listing',
                    index=models.Index(fields=['status'], name='listings_status'),
                ),
                migrations.AddIndex(
                    model_name='listing',
                    index=models.Index(condition=models.Q(('is_published', True)), fields=['is_published'], name='listings_is_published_partial'),
                ),
                migrations.AddIndex(
                    model_name='listing',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listing',
                    constraint=models.CheckConstraint(condition=models.Q(('quality_score__gte', 0), ('quality_score__lte', 100)), name='listings_quality_score_check', violation_error_message='Quality score must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='listing',
                    constraint=models.CheckConstraint(condition=models.Q(('completeness_score__gte', 0), ('completeness_score__lte', 100)), name='listings_completeness_score_check', violation_error_message='Completeness score must lie between 0 and 100.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='listing',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{draft:pending_review,draft:active,draft:archived,pending_review:draft,pending_review:active,pending_review:archived,active:paused,active:archived,paused:active,paused:archived,archived:draft}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='042c54c379baa97a39265d89cc5f8c18f8effe63', operation='UPDATE', pgid='pgtrigger_status_moves_4d641', table='property_listings"."listings', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='floorplan',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='floor_plans_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='competitorlisting',
                    index=models.Index(fields=['listing'], name='competitor_lis_listing'),
                ),
                migrations.AddIndex(
                    model_name='competitorlisting',
                    index=models.Index(fields=['set_name'], name='competitor_lis_set_name'),
                ),
                migrations.AddIndex(
                    model_name='competitorlisting',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='competitor_listings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='competitorlisting',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 0), ('rating__lte', 10)), name='competitor_listings_rating_check', violation_error_message='Rating must lie between 0 and 10.'),
                ),
                migrations.AddConstraint(
                    model_name='competitorlisting',
                    constraint=models.CheckConstraint(condition=models.Q(('similarity_score__gte', 0), ('similarity_score__lte', 100)), name='competitor_listings_similarity_score_check', violation_error_message='Similarity score must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='competitorlisting',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform', 'external_listing_id'), name='competitor_listings_listing_platform_external_listing_3cf72', violation_error_message='There is already a row with this listing, platform, external listing id.'),
                ),
                migrations.AddIndex(
                    model_name='channellisting',
                    index=models.Index(fields=['status'], name='channel_listin_status'),
                ),
                migrations.AddIndex(
                    model_name='channellisting',
                    index=models.Index(fields=['sync_status'], name='channel_listin_sync_status'),
                ),
                migrations.AddIndex(
                    model_name='channellisting',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='channel_listings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='channellisting',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 0), ('rating__lte', 10)), name='channel_listings_rating_check', violation_error_message='Rating must lie between 0 and 10.'),
                ),
                migrations.AddConstraint(
                    model_name='channellisting',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform'), name='channel_listings_listing_platform_unique', violation_error_message='There is already a row with this listing, platform.'),
                ),
                migrations.AddConstraint(
                    model_name='channellisting',
                    constraint=models.UniqueConstraint(condition=models.Q(('external_listing_id__isnull', False)), fields=('platform', 'external_listing_id'), name='channel_listings_platform_external_listing_id_unique', violation_error_message='There is already a row with this platform, external listing id.'),
                ),
                migrations.AddIndex(
                    model_name='listingamenity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_amenities_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingamenity',
                    constraint=models.UniqueConstraint(fields=('listing', 'amenity_type'), name='listing_amenities_listing_amenity_type_unique', violation_error_message='There is already a row with this listing, amenity type.'),
                ),
                migrations.AddIndex(
                    model_name='listingavailability',
                    index=models.Index(fields=['listing', 'start_date'], name='listing_availa_listing_s_97303'),
                ),
                migrations.AddIndex(
                    model_name='listingavailability',
                    index=models.Index(fields=['block_type'], name='listing_availa_block_type'),
                ),
                migrations.AddConstraint(
                    model_name='listingavailability',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__gte', models.F('start_date'))), name='listing_availability_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddIndex(
                    model_name='listingbadge',
                    index=models.Index(fields=['expires_on'], name='listing_badges_expires_on'),
                ),
                migrations.AddIndex(
                    model_name='listingbadge',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_badges_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='listingdescription',
                    index=models.Index(fields=['listing'], name='listing_descri_listing'),
                ),
                migrations.AddIndex(
                    model_name='listingdescription',
                    index=models.Index(condition=models.Q(('is_current', True)), fields=['is_current'], name='listing_descri_is_curren_a2f78'),
                ),
                migrations.AddIndex(
                    model_name='listingdescription',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_descriptions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingdescription',
                    constraint=models.UniqueConstraint(fields=('listing', 'section', 'platform', 'language', 'version'), name='listing_descriptions_listing_section_platform_language_568d2', nulls_distinct=False, violation_error_message='There is already a row with this listing, section, platform, language, version.'),
                ),
                migrations.AddIndex(
                    model_name='listingperformance',
                    index=models.Index(fields=['metric_date'], name='listing_perfor_metric_date'),
                ),
                migrations.AddConstraint(
                    model_name='listingperformance',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform', 'metric_date'), name='listing_performance_listing_platform_metric_date_unique', violation_error_message='There is already a row with this listing, platform, metric date.'),
                ),
                migrations.AddIndex(
                    model_name='listingphoto',
                    index=models.Index(fields=['listing', 'sort_order'], name='listing_photos_listing_s_7c2e5'),
                ),
                migrations.AddIndex(
                    model_name='listingphoto',
                    index=models.Index(condition=models.Q(('is_primary', True)), fields=['is_primary'], name='listing_photos_is_primar_888cf'),
                ),
                migrations.AddIndex(
                    model_name='listingphoto',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_photos_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingphoto',
                    constraint=models.UniqueConstraint(fields=('listing', 'file'), name='listing_photos_listing_file_unique', violation_error_message='There is already a row with this listing, file.'),
                ),
                migrations.AddConstraint(
                    model_name='listingpricing',
                    constraint=models.CheckConstraint(condition=models.Q(('base_rate__gt', 0)), name='listing_pricing_base_rate_check', violation_error_message='Base rate must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='listingpricing',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='listing_pricing_end_date_effective_date_check', violation_error_message='End date must not be before effective date.'),
                ),
                migrations.AddConstraint(
                    model_name='listingpricing',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform', 'effective_date'), name='listing_pricing_listing_platform_effective_date_unique', nulls_distinct=False, violation_error_message='There is already a row with this listing, platform, effective date.'),
                ),
                migrations.AddIndex(
                    model_name='listingpromotion',
                    index=models.Index(fields=['listing', 'start_date'], name='listing_promot_listing_s_cc96a'),
                ),
                migrations.AddIndex(
                    model_name='listingpromotion',
                    index=models.Index(fields=['status'], name='listing_promot_status'),
                ),
                migrations.AddIndex(
                    model_name='listingpromotion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_promotions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingpromotion',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__gte', models.F('start_date'))), name='listing_promotions_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddConstraint(
                    model_name='listingpromotion',
                    constraint=models.CheckConstraint(condition=models.Q(('discount_percent__gte', 0), ('discount_percent__lte', 100)), name='listing_promotions_discount_percent_check', violation_error_message='Discount percent must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='listingpromotion',
                    constraint=models.CheckConstraint(condition=models.Q(('stay_end__isnull', True), ('stay_end__gte', models.F('stay_start')), _connector='OR'), name='listing_promotions_stay_end_stay_start_check', violation_error_message='Stay end must not be before stay start.'),
                ),
                migrations.AddConstraint(
                    model_name='listingreviewsummary',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform'), name='listing_reviews_summary_listing_platform_unique', violation_error_message='There is already a row with this listing, platform.'),
                ),
                migrations.AddIndex(
                    model_name='listingscore',
                    index=models.Index(fields=['listing', '-scored_on'], name='listing_scores_listing_s_41255'),
                ),
                migrations.AddIndex(
                    model_name='listingscore',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_scores_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingscore',
                    constraint=models.CheckConstraint(condition=models.Q(('overall_score__gte', 0), ('overall_score__lte', 100)), name='listing_scores_overall_score_check', violation_error_message='Overall score must lie between 0 and 100.'),
                ),
                migrations.AddIndex(
                    model_name='listingseocontent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='seo_content_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingseocontent',
                    constraint=models.UniqueConstraint(fields=('listing', 'page_path'), name='seo_content_listing_page_path_unique', violation_error_message='There is already a row with this listing, page path.'),
                ),
                migrations.AddIndex(
                    model_name='listingtitle',
                    index=models.Index(fields=['listing'], name='listing_titles_listing'),
                ),
                migrations.AddIndex(
                    model_name='listingtitle',
                    index=models.Index(condition=models.Q(('is_current', True)), fields=['is_current'], name='listing_titles_is_curren_bc53f'),
                ),
                migrations.AddIndex(
                    model_name='listingtitle',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_titles_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='listingtitle',
                    constraint=models.UniqueConstraint(fields=('listing', 'platform', 'language', 'version'), name='listing_titles_listing_platform_language_version_unique', nulls_distinct=False, violation_error_message='There is already a row with this listing, platform, language, version.'),
                ),
                migrations.AddIndex(
                    model_name='minimumstay',
                    index=models.Index(fields=['listing', 'start_date'], name='listing_minimu_listing_s_cea25'),
                ),
                migrations.AddIndex(
                    model_name='minimumstay',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='listing_minimum_stays_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='minimumstay',
                    constraint=models.CheckConstraint(condition=models.Q(('minimum_nights__gte', 1)), name='listing_minimum_stays_minimum_nights_check', violation_error_message='Minimum nights cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='minimumstay',
                    constraint=models.CheckConstraint(condition=models.Q(('maximum_nights__isnull', True), ('maximum_nights__gte', models.F('minimum_nights')), _connector='OR'), name='listing_minimum_stays_maximum_nights_minimum_nights_check', violation_error_message='Maximum nights must not be below minimum nights.'),
                ),
                migrations.AddConstraint(
                    model_name='minimumstay',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('start_date')), _connector='OR'), name='listing_minimum_stays_end_date_start_date_check', violation_error_message='End date must not be before start date.'),
                ),
                migrations.AddIndex(
                    model_name='neighborhoodcontent',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='neighborhood_content_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='neighborhoodcontent',
                    constraint=models.UniqueConstraint(fields=('listing', 'section', 'language'), name='neighborhood_content_listing_section_language_unique', violation_error_message='There is already a row with this listing, section, language.'),
                ),
                migrations.AddIndex(
                    model_name='virtualtour',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='virtual_tours_search', opclasses=['gin_trgm_ops']),
                ),
            ],
        ),
    ]
