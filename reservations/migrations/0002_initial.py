import core.models.expressions
import core.models.fields
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.expressions
from decimal import Decimal
from django.db import migrations, models
from config.postgresql.migrations import Together
import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("reservations", "0001_initial"),
        ("ai", "0001_initial"),
        ("comms", "0001_initial"),
        ("concierge", "0001_initial"),
        ("directory", "0001_initial"),
        ("finance", "0001_initial"),
        ("property", "0001_initial"),
        ("property_listings", "0001_initial"),
        ("ref", "0001_initial"),
        ("service", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='legacydamageclaim',
                    name='migrated_to_claim',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='damage_claims_legacy', to='service.damageclaim'),
                ),
                migrations.AddField(
                    model_name='legacydamageclaim',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims_legacy', to='property.property'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='assigned_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='booking_channel_listing',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservations', to='property_listings.channellisting'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='booking_source',
                    field=core.models.fields.CodeField(db_column='booking_source', help_text='platform code, e.g. AIRBNB', on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='previous_reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservations_as_previous_reservation', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='reservation',
                    name='property',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='reservations', to='property.property'),
                ),
                migrations.AddField(
                    model_name='legacydamageclaim',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='damage_claims_legacy', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='guestjourney',
                    name='reservation',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='guest_journey', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='added_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_fees_as_added_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='adjusted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_fees_as_adjusted_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='fee_rate',
                    field=models.ForeignKey(blank=True, help_text='rate row used', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_fees', to='ref.feerate'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='fee_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reservation_fees', to='ref.feetype'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='reservation',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='fees', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='reservationfee',
                    name='waived_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_fees_as_waived_by', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='reservationfinancials',
                    name='owner_statement',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_financials', to='finance.ownerstatement'),
                ),
                migrations.AddField(
                    model_name='reservationfinancials',
                    name='reservation',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reservation_financials', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='clean_event',
                    field=models.ForeignKey(blank=True, db_column='clean_id', help_text='clean before the stay, for cleaner accountability', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reviews', to='property.clean'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reviews', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='journey',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reviews', to='reservations.guestjourney'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='property',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='property.property'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='reservation',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reviews', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='responded_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reviews', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='review',
                    name='source',
                    field=core.models.fields.CodeField(db_column='source', on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='ref.platform', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestjourney',
                    name='review',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journeys', to='reservations.review'),
                ),
                migrations.AddField(
                    model_name='stayguest',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reservation_guests', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='stayguest',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guests', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='actor_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='channel',
                    field=core.models.fields.CodeField(blank=True, db_column='channel', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_journey_touchpoints', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='journey',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='touchpoints', to='reservations.guestjourney'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='linked_itinerary',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='concierge.itinerary'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='linked_message',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='linked_review',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='reservations.review'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='linked_survey',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='concierge.guestsurvey'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='linked_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='stage',
                    field=models.ForeignKey(blank=True, help_text='stage when it happened', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='ref.journeystage'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='team_member',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_journey_touchpoints', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='touchpoint',
                    name='touchpoint_type',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guest_journey_touchpoints', to='ref.touchpointtype'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=models.Index(fields=['property', 'check_in_date'], name='reservations_property_ch_a12c5'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=models.Index(fields=['status', 'check_in_date', 'id'], name='reservations_status'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=models.Index(fields=['check_in_date', 'id'], name='reservations_check_in_date'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=models.Index(fields=['check_out_date'], name='reservations_check_out_date'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=models.Index(fields=['booked_at'], name='reservations_booked_at'),
                ),
                migrations.AddIndex(
                    model_name='reservation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='reservations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('check_out_date__gt', models.F('check_in_date'))), name='reservations_check_out_date_check_in_date_check', violation_error_message='Check out date must be after check in date.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('adults__gte', 1)), name='reservations_adults_check', violation_error_message='Adults cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('children__gte', 0)), name='reservations_children_check', violation_error_message='Children cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('infants__gte', 0)), name='reservations_infants_check', violation_error_message='Infants cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('pets__gte', 0)), name='reservations_pets_check', violation_error_message='Pets cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('gross_total__gte', 0)), name='reservations_gross_total_check', violation_error_message='Gross total cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(('amount_paid__gte', 0)), name='reservations_amount_paid_check', violation_error_message='Amount paid cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('reservation_type', 'guest'), _negated=True), ('guest__isnull', False), _connector='OR'), name='reservations_reservation_type_guest_id_check', violation_error_message='Guest is needed when reservation type is guest.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status__in', ['cancelled', 'no_show', 'inquiry']), _negated=True), expressions=[('property', '='), ('stay', '&&')], name='reservation_stays_do_not_overlap', violation_error_message='Another stay already stands on these nights.'),
                ),
                migrations.AddConstraint(
                    model_name='reservation',
                    constraint=models.UniqueConstraint(condition=models.Q(('channel_reservation_id__isnull', False)), fields=('booking_source', 'channel_reservation_id'), name='reservations_booking_source_channel_reservation_id_unique', violation_error_message='There is already a row with this booking source, channel reservation id.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reservation',
                    trigger=pgtrigger.compiler.Trigger(name='number', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.reservation_id = '' THEN NEW.reservation_id := core.scoped_business_id('RES-' || extract(year FROM coalesce(NEW.booked_at, now()) AT TIME ZONE 'UTC')::int || '-', 6); END IF; RETURN NEW;", hash='24bb1809c1888c958af1c42d247c5ba3ee23263d', operation='INSERT', pgid='pgtrigger_number_69099', table='reservations"."reservations', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reservation',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{inquiry:pending,inquiry:confirmed,inquiry:cancelled,pending:confirmed,pending:cancelled,confirmed:checked_in,confirmed:cancelled,confirmed:no_show,checked_in:checked_out,no_show:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='3a59f55916db1680f016879078890bc4b459ba30', operation='UPDATE', pgid='pgtrigger_status_moves_1dfe2', table='reservations"."reservations', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='legacydamageclaim',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='damage_claims_legacy_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='reservationfee',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='reservation_fees_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='reservationfee',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 0)), name='reservation_fees_quantity_check', violation_error_message='Quantity cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='reservationfee',
                    constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('fee_name__isnull', False), _connector='OR'), name='reservation_fees_amount_fee_name_check', violation_error_message='Must hold: amount is at least 0 or fee name is given.'),
                ),
                migrations.AddConstraint(
                    model_name='reservationfee',
                    constraint=models.UniqueConstraint(fields=('reservation', 'fee_type', 'fee_name'), name='reservation_fees_reservation_fee_type_fee_name_unique', violation_error_message='There is already a row with this reservation, fee type, fee name.'),
                ),
                migrations.AddConstraint(
                    model_name='reservationfinancials',
                    constraint=models.CheckConstraint(condition=models.Q(('net_revenue__lte', models.F('gross_revenue'))), name='reservation_financials_net_revenue_gross_revenue_check', violation_error_message='Must hold: net revenue is at most gross revenue.'),
                ),
                migrations.AddIndex(
                    model_name='review',
                    index=models.Index(fields=['-review_date'], name='reviews_review_date'),
                ),
                migrations.AddIndex(
                    model_name='review',
                    index=models.Index(fields=['overall_rating'], name='reviews_overall_rating'),
                ),
                migrations.AddIndex(
                    model_name='review',
                    index=models.Index(condition=models.Q(('needs_response', True)), fields=['needs_response'], name='reviews_needs_response_partial'),
                ),
                migrations.AddIndex(
                    model_name='review',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='reviews_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='review',
                    constraint=models.CheckConstraint(condition=models.Q(('overall_rating__gte', 0), ('overall_rating__lte', models.F('rating_max'))), name='reviews_overall_rating_rating_max_check', violation_error_message='Must hold: overall rating between 0 and rating max.'),
                ),
                migrations.AddConstraint(
                    model_name='review',
                    constraint=models.CheckConstraint(condition=models.Q(('sentiment_score__gte', -1), ('sentiment_score__lte', 1)), name='reviews_sentiment_score_check', violation_error_message='Sentiment score must lie between -1 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='review',
                    constraint=models.UniqueConstraint(condition=models.Q(('external_review_id__isnull', False)), fields=('source', 'external_review_id'), name='reviews_source_external_review_id_unique', violation_error_message='There is already a row with this source, external review id.'),
                ),
                migrations.AddIndex(
                    model_name='guestjourney',
                    index=models.Index(fields=['journey_status'], name='guest_journeys_journey_status'),
                ),
                migrations.AddIndex(
                    model_name='guestjourney',
                    index=models.Index(condition=models.Q(('needs_attention', True)), fields=['needs_attention'], name='guest_journeys_needs_att_4fee3'),
                ),
                migrations.AddIndex(
                    model_name='guestjourney',
                    index=models.Index(fields=['next_touchpoint_due_at'], name='guest_journeys_next_touc_f9802'),
                ),
                migrations.AddIndex(
                    model_name='guestjourney',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guest_journeys_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='guestjourney',
                    constraint=models.CheckConstraint(condition=models.Q(('sentiment_score__gte', -1), ('sentiment_score__lte', 1)), name='guest_journeys_sentiment_score_check', violation_error_message='Sentiment score must lie between -1 and 1.'),
                ),
                migrations.AddConstraint(
                    model_name='guestjourney',
                    constraint=models.CheckConstraint(condition=models.Q(('completion_percentage__gte', 0), ('completion_percentage__lte', 100)), name='guest_journeys_completion_percentage_check', violation_error_message='Completion percentage must lie between 0 and 100.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='guestjourney',
                    trigger=pgtrigger.compiler.Trigger(name='journey_status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."journey_status", \':\', NEW."journey_status") = ANY(\'{active:on_hold,active:completed,active:cancelled,on_hold:active,on_hold:cancelled}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."journey_status" IS DISTINCT FROM NEW."journey_status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "journey_status" from "%" to "%" on table %\', OLD."journey_status", NEW."journey_status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='432867979a4c18f9e4d9bb3d9318c0e7daae39d8', operation='UPDATE', pgid='pgtrigger_journey_status_moves_b9bf0', table='reservations"."guest_journeys', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='stayguest',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='reservation_guests_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='stayguest',
                    constraint=models.CheckConstraint(condition=models.Q(('age__gte', 0), ('age__lte', 120)), name='reservation_guests_age_check', violation_error_message='Age must lie between 0 and 120.'),
                ),
                migrations.AddConstraint(
                    model_name='stayguest',
                    constraint=models.UniqueConstraint(condition=models.Q(('guest__isnull', False)), fields=('reservation', 'guest'), name='reservation_guests_reservation_guest_unique', violation_error_message='There is already a row with this reservation, guest.'),
                ),
                migrations.AddIndex(
                    model_name='touchpoint',
                    index=models.Index(fields=['journey', 'occurred_at'], name='guest_journey_journey_oc_211b4'),
                ),
                migrations.AddIndex(
                    model_name='touchpoint',
                    index=models.Index(fields=['status'], name='guest_journey_status'),
                ),
                migrations.AddIndex(
                    model_name='touchpoint',
                    index=models.Index(condition=models.Q(('status', 'pending')), fields=['scheduled_at'], name='guest_journey_scheduled_96d23'),
                ),
                migrations.AddIndex(
                    model_name='touchpoint',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guest_journey_touchpoin_search', opclasses=['gin_trgm_ops']),
                ),
            ],
        ),
    ]
