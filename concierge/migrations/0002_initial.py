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
        ("concierge", "0001_initial"),
        ("ai", "0001_initial"),
        ("comms", "0001_initial"),
        ("directory", "0001_initial"),
        ("finance", "0001_initial"),
        ("geo", "0001_initial"),
        ("inventory", "0001_initial"),
        ("property", "0001_initial"),
        ("ref", "0001_initial"),
        ("reservations", "0001_initial"),
        ("service", "0001_initial"),
        ("storage", "0001_initial"),
        ("team", "0001_initial"),
    ]
    operations = [
        Together(
            operations=[
                migrations.AddField(
                    model_name='activity',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='interest',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='ref.interesttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='activity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.activity'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='recommended_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='touchpoint',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendations', to='reservations.touchpoint'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='amenity_type',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amenity_requests', to='ref.amenitytype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='delivered_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='fee_type',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='ref.feetype'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='inventory_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='inventory.inventoryitem'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amenity_requests', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='amenityrequest',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='amenity_requests', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='attraction',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attractions', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='attraction',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='attractions', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='attraction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.attraction'),
                ),
                migrations.AddField(
                    model_name='bookingconfirmation',
                    name='channel',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='booking_confirmations', to='ref.channeltype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='bookingconfirmation',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='booking_confirmations', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='bookingconfirmation',
                    name='message',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='booking_confirmations', to='comms.message'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='activity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='concierge.activity'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='booked_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='currency',
                    field=core.models.fields.CodeField(default='USD', on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='ref.currency', to_field='code'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bookings', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='bookingconfirmation',
                    name='booking',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='booking_confirmations', to='concierge.conciergebooking'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='activity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='concierge.activity'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='attraction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='concierge.attraction'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='booking',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='concierge.conciergebooking'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='experience_ratings', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grocery_orders', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='receipt_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grocery_orders', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grocery_orders', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='stocked_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grocery_orders', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='transaction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='grocery_orders', to='finance.transaction'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_preferences', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='budget_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_preferences', to='ref.budgetlevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='dining_budget',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_preferences_as_dining_budget', to='ref.budgetlevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='driving_tolerance',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_preferences', to='ref.drivingtolerance', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='guest',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='guest_preference', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='guestpreference',
                    name='schedule_density',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_preferences', to='ref.scheduledensity', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_surveys', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='budget_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_surveys', to='ref.budgetlevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='driving_tolerance',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_surveys', to='ref.drivingtolerance', to_field='code'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='surveys', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='linked_ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_surveys', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guest_surveys', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='guestsurvey',
                    name='schedule_density',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guest_surveys', to='ref.scheduledensity', to_field='code'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='approved_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itineraries', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='generated_by_agent',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itineraries', to='ai.agent'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itineraries', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='property',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itineraries', to='property.property'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='reservation',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='itineraries', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='itinerary',
                    name='survey',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itineraries', to='concierge.guestsurvey'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='activity',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='concierge.activity'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='attraction',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='concierge.attraction'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='interest',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='ref.interesttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='itinerary',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='concierge.itinerary'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='itinerary_item',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='concierge.itineraryitem'),
                ),
                migrations.AddField(
                    model_name='localtip',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='local_tips', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='localtip',
                    name='author',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='local_tips', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='localtip',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='local_tips', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='local_tip',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.localtip'),
                ),
                migrations.AddField(
                    model_name='recommendationfeedback',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='recommendation_feedback', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='recommendationfeedback',
                    name='recommendation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recommendation_feedback', to='concierge.activityrecommendation'),
                ),
                migrations.AddField(
                    model_name='requestfulfillment',
                    name='booking',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='request_fulfillments', to='concierge.conciergebooking'),
                ),
                migrations.AddField(
                    model_name='requestfulfillment',
                    name='file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='request_fulfillments', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='requestfulfillment',
                    name='fulfilled_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='request_fulfillments', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='restaurant',
                    name='area',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restaurants', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='restaurant',
                    name='company',
                    field=models.ForeignKey(blank=True, help_text='when partner', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='restaurants', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='restaurant',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='restaurants', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='restaurant',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='concierge.restaurant'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='restaurant',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='concierge.restaurant'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='restaurant',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='concierge.restaurant'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='restaurant',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.restaurant'),
                ),
                migrations.AddField(
                    model_name='serviceoffering',
                    name='activity_level',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='service_offerings', to='ref.activitylevel', to_field='code'),
                ),
                migrations.AddField(
                    model_name='serviceoffering',
                    name='category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='service_offerings', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='serviceoffering',
                    name='interest',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_offerings', to='ref.interesttype', to_field='code'),
                ),
                migrations.AddField(
                    model_name='serviceoffering',
                    name='photo_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_offerings', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='itineraryitem',
                    name='service_offering',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='itinerary_items', to='concierge.serviceoffering'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='service_offering',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='concierge.serviceoffering'),
                ),
                migrations.AddField(
                    model_name='activityrecommendation',
                    name='service_offering',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recommendations', to='concierge.serviceoffering'),
                ),
                migrations.AddField(
                    model_name='serviceprovider',
                    name='area',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_providers', to='geo.area'),
                ),
                migrations.AddField(
                    model_name='serviceprovider',
                    name='category',
                    field=core.models.fields.CodeField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='service_providers', to='ref.vendorcategory', to_field='code'),
                ),
                migrations.AddField(
                    model_name='serviceprovider',
                    name='company',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_providers', to='directory.company'),
                ),
                migrations.AddField(
                    model_name='serviceprovider',
                    name='contact',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_providers', to='directory.contact'),
                ),
                migrations.AddField(
                    model_name='serviceprovider',
                    name='poi',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_providers', to='geo.pointofinterest'),
                ),
                migrations.AddField(
                    model_name='serviceoffering',
                    name='service_provider',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='service_offerings', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='requestfulfillment',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='request_fulfillments', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='groceryorder',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='grocery_orders', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='experiencerating',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='experience_ratings', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='conciergebooking',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='bookings', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='activity',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_requests', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_requests', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='priority',
                    field=core.models.fields.CodeField(default='MEDIUM', on_delete=django.db.models.deletion.PROTECT, related_name='service_requests', to='ref.ticketpriority', to_field='code'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_requests', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='service_offering',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_requests', to='concierge.serviceoffering'),
                ),
                migrations.AddField(
                    model_name='servicerequest',
                    name='ticket',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='service_requests', to='service.ticket'),
                ),
                migrations.AddField(
                    model_name='requestfulfillment',
                    name='service_request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='request_fulfillments', to='concierge.servicerequest'),
                ),
                migrations.AddField(
                    model_name='specialoccasion',
                    name='assigned_to',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='special_occasions', to='team.teammember'),
                ),
                migrations.AddField(
                    model_name='specialoccasion',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='special_occasions', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='specialoccasion',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='special_occasions', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='specialoccasion',
                    name='service_request',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='special_occasions', to='concierge.servicerequest'),
                ),
                migrations.AddField(
                    model_name='surveyanswer',
                    name='guest_survey',
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='survey_responses', to='concierge.guestsurvey'),
                ),
                migrations.AddField(
                    model_name='surveyquestion',
                    name='language',
                    field=core.models.fields.CodeField(default='en', on_delete=django.db.models.deletion.PROTECT, related_name='survey_questions', to='ref.language', to_field='code'),
                ),
                migrations.AddField(
                    model_name='surveyanswer',
                    name='survey_question',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='survey_responses', to='concierge.surveyquestion'),
                ),
                migrations.AddField(
                    model_name='transfer',
                    name='booking',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transportation', to='concierge.conciergebooking'),
                ),
                migrations.AddField(
                    model_name='transfer',
                    name='guest',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transportation', to='directory.guest'),
                ),
                migrations.AddField(
                    model_name='transfer',
                    name='reservation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transportation', to='reservations.reservation'),
                ),
                migrations.AddField(
                    model_name='transfer',
                    name='service_provider',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='transportation', to='concierge.serviceprovider'),
                ),
                migrations.AddField(
                    model_name='welcomepackage',
                    name='card_template',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='welcome_packages', to='comms.messagetemplate'),
                ),
                migrations.AddField(
                    model_name='welcomepackage',
                    name='photo_file',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='welcome_packages', to='storage.storedfile'),
                ),
                migrations.AddField(
                    model_name='welcomepackage',
                    name='property',
                    field=models.ForeignKey(blank=True, help_text='empty = company default', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='welcome_packages', to='property.property'),
                ),
                migrations.AddField(
                    model_name='welcomepackage',
                    name='supplier_company',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='welcome_packages', to='directory.company'),
                ),
                migrations.AddIndex(
                    model_name='amenityrequest',
                    index=models.Index(fields=['status', 'needed_by'], name='amenity_reques_status_ne_1f0dc'),
                ),
                migrations.AddIndex(
                    model_name='amenityrequest',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='amenity_requests_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='amenityrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='amenity_requests_quantity_check', violation_error_message='Quantity must be more than 0.'),
                ),
                migrations.AddIndex(
                    model_name='attraction',
                    index=models.Index(fields=['attraction_type'], name='attractions_attraction_type'),
                ),
                migrations.AddIndex(
                    model_name='attraction',
                    index=models.Index(condition=models.Q(('is_recommended', True)), fields=['is_recommended'], name='attractions_is_recommend_03c4a'),
                ),
                migrations.AddIndex(
                    model_name='attraction',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='attractions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='attraction',
                    constraint=models.CheckConstraint(condition=models.Q(('average_rating__gte', 0), ('average_rating__lte', 5)), name='attractions_average_rating_check', violation_error_message='Average rating must lie between 0 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='bookingconfirmation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='booking_confirmations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='guestpreference',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guest_preferences_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='guestsurvey',
                    index=models.Index(fields=['status', 'sent_at'], name='guest_surveys_status_sent_at'),
                ),
                migrations.AddIndex(
                    model_name='guestsurvey',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='guest_surveys_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='guestsurvey',
                    constraint=models.CheckConstraint(condition=models.Q(('completion_pct__gte', 0), ('completion_pct__lte', 100)), name='guest_surveys_completion_pct_check', violation_error_message='Completion pct must lie between 0 and 100.'),
                ),
                migrations.AddConstraint(
                    model_name='guestsurvey',
                    constraint=models.CheckConstraint(condition=models.Q(('nps_score__gte', 0), ('nps_score__lte', 10)), name='guest_surveys_nps_score_check', violation_error_message='Nps score must lie between 0 and 10.'),
                ),
                migrations.AddIndex(
                    model_name='itinerary',
                    index=models.Index(fields=['status'], name='itineraries_status'),
                ),
                migrations.AddIndex(
                    model_name='itinerary',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='itineraries_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='itinerary',
                    constraint=models.CheckConstraint(condition=models.Q(('trip_end_date__gte', models.F('trip_start_date'))), name='itineraries_trip_end_date_trip_start_date_check', violation_error_message='Trip end date must not be before trip start date.'),
                ),
                migrations.AddConstraint(
                    model_name='itinerary',
                    constraint=models.CheckConstraint(condition=models.Q(('guest_rating__gte', 1), ('guest_rating__lte', 5)), name='itineraries_guest_rating_check', violation_error_message='Guest rating must lie between 1 and 5.'),
                ),
                migrations.AddConstraint(
                    model_name='itinerary',
                    constraint=models.UniqueConstraint(fields=('reservation', 'version'), name='itineraries_reservation_version_unique', violation_error_message='There is already a row with this reservation, version.'),
                ),
                migrations.AddIndex(
                    model_name='localtip',
                    index=models.Index(fields=['tip_type'], name='local_tips_tip_type'),
                ),
                migrations.AddIndex(
                    model_name='localtip',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='local_tips_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='recommendationfeedback',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='recommendation_feedback_rating_check', violation_error_message='Rating must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='restaurant',
                    index=models.Index(fields=['price_level'], name='restaurants_price_level'),
                ),
                migrations.AddIndex(
                    model_name='restaurant',
                    index=models.Index(condition=models.Q(('is_recommended', True)), fields=['is_recommended'], name='restaurants_is_recommend_aaf76'),
                ),
                migrations.AddIndex(
                    model_name='restaurant',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='restaurants_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='restaurant',
                    constraint=models.CheckConstraint(condition=models.Q(('average_rating__gte', 0), ('average_rating__lte', 5)), name='restaurants_average_rating_check', violation_error_message='Average rating must lie between 0 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='itineraryitem',
                    index=models.Index(fields=['itinerary'], name='itinerary_item_itinerary'),
                ),
                migrations.AddIndex(
                    model_name='itineraryitem',
                    index=models.Index(fields=['item_type'], name='itinerary_item_item_type'),
                ),
                migrations.AddIndex(
                    model_name='itineraryitem',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='itinerary_items_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='itineraryitem',
                    constraint=models.CheckConstraint(condition=models.Q(('day_number__gte', 1)), name='itinerary_items_day_number_check', violation_error_message='Day number cannot be less than 1.'),
                ),
                migrations.AddConstraint(
                    model_name='itineraryitem',
                    constraint=models.CheckConstraint(condition=models.Q(('duration_minutes__gte', 0)), name='itinerary_items_duration_minutes_check', violation_error_message='Duration minutes cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='itineraryitem',
                    constraint=models.UniqueConstraint(fields=('itinerary', 'day_number', 'item_order'), name='itinerary_items_itinerary_day_number_item_order_unique', violation_error_message='There is already a row with this itinerary, day number, item order.'),
                ),
                migrations.AddIndex(
                    model_name='activityrecommendation',
                    index=models.Index(fields=['status'], name='recommendation_status'),
                ),
                migrations.AddIndex(
                    model_name='activityrecommendation',
                    index=models.Index(fields=['recommendation_type'], name='recommendation_recommend_347f3'),
                ),
                migrations.AddIndex(
                    model_name='activityrecommendation',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='recommendations_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='activityrecommendation',
                    constraint=models.CheckConstraint(condition=models.Q(('match_score__gte', 0), ('match_score__lte', 100)), name='recommendations_match_score_check', violation_error_message='Match score must lie between 0 and 100.'),
                ),
                migrations.AddIndex(
                    model_name='serviceprovider',
                    index=models.Index(condition=models.Q(('is_preferred', True)), fields=['is_preferred'], name='service_provid_is_prefer_7eea2'),
                ),
                migrations.AddIndex(
                    model_name='serviceprovider',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='service_providers_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='serviceprovider',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 0), ('rating__lte', 5)), name='service_providers_rating_check', violation_error_message='Rating must lie between 0 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='serviceoffering',
                    index=models.Index(fields=['is_active'], name='service_offeri_is_active'),
                ),
                migrations.AddIndex(
                    model_name='serviceoffering',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='service_offerings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='serviceoffering',
                    constraint=models.CheckConstraint(condition=models.Q(('price__gte', 0)), name='service_offerings_price_check', violation_error_message='Price cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='serviceoffering',
                    constraint=models.CheckConstraint(condition=models.Q(('max_participants__isnull', True), ('max_participants__gte', models.F('min_participants')), _connector='OR'), name='service_offerings_max_participants_min_participants_check', violation_error_message='Max participants must not be below min participants.'),
                ),
                migrations.AddIndex(
                    model_name='groceryorder',
                    index=models.Index(fields=['status', 'deliver_by'], name='grocery_orders_status_de_c7b4c'),
                ),
                migrations.AddIndex(
                    model_name='groceryorder',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='grocery_orders_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='groceryorder',
                    constraint=models.CheckConstraint(condition=models.Q(('total_amount__gte', 0)), name='grocery_orders_total_amount_check', violation_error_message='Total amount cannot be less than 0.'),
                ),
                migrations.AddIndex(
                    model_name='experiencerating',
                    index=models.Index(fields=['rating'], name='experience_rat_rating'),
                ),
                migrations.AddConstraint(
                    model_name='experiencerating',
                    constraint=models.CheckConstraint(condition=models.Q(('rating__gte', 1), ('rating__lte', 5)), name='experience_ratings_rating_check', violation_error_message='Rating must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='conciergebooking',
                    index=models.Index(fields=['booking_date'], name='bookings_booking_date'),
                ),
                migrations.AddIndex(
                    model_name='conciergebooking',
                    index=models.Index(fields=['status'], name='bookings_status'),
                ),
                migrations.AddIndex(
                    model_name='conciergebooking',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='bookings_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='conciergebooking',
                    constraint=models.CheckConstraint(condition=models.Q(('party_size__gt', 0)), name='bookings_party_size_check', violation_error_message='Party size must be more than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='conciergebooking',
                    constraint=models.CheckConstraint(condition=models.Q(('total_price__gte', 0)), name='bookings_total_price_check', violation_error_message='Total price cannot be less than 0.'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conciergebooking',
                    trigger=pgtrigger.compiler.Trigger(name='status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{requested:pending,requested:confirmed,requested:cancelled,pending:confirmed,pending:cancelled,confirmed:completed,confirmed:cancelled,confirmed:no_show}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='eabdafa7a37a8d60a90471e4c14a7006b7e634d4', operation='UPDATE', pgid='pgtrigger_status_moves_9676a', table='concierge"."bookings', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='activity',
                    index=models.Index(fields=['activity_type'], name='activities_activity_type'),
                ),
                migrations.AddIndex(
                    model_name='activity',
                    index=models.Index(condition=models.Q(('is_recommended', True)), fields=['is_recommended'], name='activities_is_recommende_09160'),
                ),
                migrations.AddIndex(
                    model_name='activity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='activities_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.CheckConstraint(condition=models.Q(('max_age__isnull', True), ('max_age__gte', models.F('min_age')), _connector='OR'), name='activities_max_age_min_age_check', violation_error_message='Max age must not be below min age.'),
                ),
                migrations.AddConstraint(
                    model_name='activity',
                    constraint=models.CheckConstraint(condition=models.Q(('average_rating__gte', 0), ('average_rating__lte', 5)), name='activities_average_rating_check', violation_error_message='Average rating must lie between 0 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='servicerequest',
                    index=models.Index(fields=['status', 'needed_by'], name='service_reques_status_ne_a9cea'),
                ),
                migrations.AddIndex(
                    model_name='servicerequest',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='service_requests_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='requestfulfillment',
                    index=models.Index(fields=['status'], name='request_fulfil_status'),
                ),
                migrations.AddConstraint(
                    model_name='requestfulfillment',
                    constraint=models.CheckConstraint(condition=models.Q(('actual_cost__gte', 0)), name='request_fulfillments_actual_cost_check', violation_error_message='Actual cost cannot be less than 0.'),
                ),
                migrations.AddConstraint(
                    model_name='requestfulfillment',
                    constraint=models.CheckConstraint(condition=models.Q(('guest_rating__gte', 1), ('guest_rating__lte', 5)), name='request_fulfillments_guest_rating_check', violation_error_message='Guest rating must lie between 1 and 5.'),
                ),
                migrations.AddIndex(
                    model_name='specialoccasion',
                    index=models.Index(fields=['occasion_date'], name='special_occasi_occasion_date'),
                ),
                migrations.AddIndex(
                    model_name='specialoccasion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='special_occasions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='surveyquestion',
                    index=models.Index(fields=['survey_type', 'section_number', 'sort_order'], name='survey_questio_survey_ty_64130'),
                ),
                migrations.AddIndex(
                    model_name='surveyquestion',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='survey_questions_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='surveyquestion',
                    constraint=models.UniqueConstraint(fields=('survey_type', 'question_code'), name='survey_questions_survey_type_question_code_unique', violation_error_message='There is already a row with this survey type, question code.'),
                ),
                migrations.AddIndex(
                    model_name='surveyanswer',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='survey_responses_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='surveyanswer',
                    constraint=models.UniqueConstraint(fields=('guest_survey', 'survey_question'), name='survey_responses_guest_survey_survey_question_unique', violation_error_message='There is already a row with this guest survey, survey question.'),
                ),
                migrations.AddIndex(
                    model_name='transfer',
                    index=models.Index(fields=['pickup_at'], name='transportation_pickup_at'),
                ),
                migrations.AddIndex(
                    model_name='transfer',
                    index=models.Index(fields=['status'], name='transportation_status'),
                ),
                migrations.AddIndex(
                    model_name='transfer',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='transportation_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='transfer',
                    constraint=models.CheckConstraint(condition=models.Q(('passenger_count__gt', 0)), name='transportation_passenger_count_check', violation_error_message='Passenger count must be more than 0.'),
                ),
                migrations.AddIndex(
                    model_name='welcomepackage',
                    index=models.Index(fields=['is_active'], name='welcome_packag_is_active'),
                ),
                migrations.AddIndex(
                    model_name='welcomepackage',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='welcome_packages_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddConstraint(
                    model_name='welcomepackage',
                    constraint=models.CheckConstraint(condition=models.Q(('end_date__isnull', True), ('end_date__gte', models.F('effective_date')), _connector='OR'), name='welcome_packages_end_date_effective_date_check', violation_error_message='End date must not be before effective date.'),
                ),
            ],
        ),
    ]
