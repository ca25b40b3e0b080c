"""What guests see and send: field by field, nothing by accident."""

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.api.serializers import ApiModelSerializer, ApiSerializer, InstantField
from directory.choices.contacts import ContactPreferredContactMethod
from knowledge.models import Document, GuidebookSection
from property.models import PropertyAmenity, PropertyRule
from property.selectors.access import LIVE
from property.selectors.clock import zone_of
from reservations.models import Reservation, ReservationFee
from service.models import Ticket, TicketEvent
from storage.models import StoredFile


class StayHomeSerializer(ApiSerializer):
    """The home of a stay; its address once the stay is confirmed."""

    name = serializers.CharField(source="property_name")
    city = serializers.CharField(allow_null=True)
    state = serializers.CharField(allow_null=True)
    timezone = serializers.SerializerMethodField()
    check_in_time = serializers.TimeField()
    check_out_time = serializers.TimeField()
    address = serializers.SerializerMethodField()

    def get_timezone(self, home) -> str:
        """The zone in which times of the stay are meant."""
        return str(zone_of(home))

    def get_address(self, home) -> str | None:
        """Street, unit and place; only of a stay that stands."""
        if not self.context.get("shows_address"):
            return None
        parts = [home.address_line1, home.address_line2, home.unit_number, home.city, home.state]
        return ", ".join(part for part in [*parts, home.postal_code] if part) or None


class StaySerializer(ApiModelSerializer):
    """A stay of the guest's; dates are half-open: the day of check-out is no night."""

    home = serializers.SerializerMethodField()

    class Meta:
        model = Reservation
        fields = (
            "id",
            "number",
            "confirmation_code",
            "status",
            "check_in_date",
            "check_out_date",
            "nights",
            "adults",
            "children",
            "infants",
            "pets",
            "early_check_in",
            "late_check_out",
            "late_checkout_time",
            "expected_arrival_time",
            "special_requests",
            "home",
        )
        read_only_fields = fields

    @extend_schema_field(StayHomeSerializer)
    def get_home(self, stay) -> dict:
        """The home, as far as the stay's state lets it be known."""
        context = {**self.context, "shows_address": stay.status in LIVE}
        return StayHomeSerializer(stay.property, context=context).data


class AccessCodeSerializer(ApiSerializer):
    """A code and the door it opens."""

    kind = serializers.CharField(source="code_type")
    location = serializers.CharField(source="code_location", allow_null=True)
    code = serializers.CharField(
        allow_null=True, help_text="null: call us, it cannot be shown right now"
    )
    works_from = InstantField(source="valid_from", allow_null=True)
    works_until = InstantField(source="valid_until", allow_null=True)


class AccessSerializer(ApiSerializer):
    """The codes of a stay, inside their window; outside it from when they are shown."""

    is_available = serializers.BooleanField()
    available_from = InstantField(
        help_text=f"{settings.ACCESS_CODE_HOURS} hours before check-in by the home's clock"
    )
    available_until = InstantField(help_text="check-out, by the home's clock")
    codes = AccessCodeSerializer(many=True)


class GuideSectionSerializer(ApiModelSerializer):
    """A section of the guidebook: arrival, parking, appliances, leaving …"""

    language = serializers.CharField(source="guidebook.language_code")

    class Meta:
        model = GuidebookSection
        fields = ("section_type", "title", "content", "icon", "language")
        read_only_fields = fields


class RuleSerializer(ApiModelSerializer):
    """A house rule."""

    class Meta:
        model = PropertyRule
        fields = ("rule_category", "rule_name", "rule_text", "violation_fee")
        read_only_fields = fields


class AmenitySerializer(ApiModelSerializer):
    """Something the home has."""

    name = serializers.CharField(source="amenity_type.name")

    class Meta:
        model = PropertyAmenity
        fields = ("name", "quantity", "location", "notes")
        read_only_fields = fields


class WifiSerializer(ApiSerializer):
    """The network; its password while the stay's codes are shown."""

    network = serializers.CharField(allow_null=True)
    password = serializers.CharField(allow_null=True)
    password_from = InstantField()


class ParkingSerializer(ApiSerializer):
    """Where cars go."""

    kind = serializers.CharField(source="home.parking_type", allow_null=True)
    spaces = serializers.IntegerField(source="home.parking_spaces", allow_null=True)
    stalls = serializers.ListField(
        source="home.parking_stall_numbers", child=serializers.CharField(), allow_null=True
    )
    resort_info = serializers.CharField(source="resort.parking_info", default=None, allow_null=True)


class GuideResortSerializer(ApiSerializer):
    """What the resort asks of its guests and offers them."""

    name = serializers.CharField(source="resort_name")
    check_in_location = serializers.CharField(allow_null=True)
    front_desk_phone = serializers.CharField(allow_null=True)
    security_phone = serializers.CharField(allow_null=True)
    pool_hours = serializers.CharField(allow_null=True)
    quiet_hours = serializers.CharField(allow_null=True)
    trash_info = serializers.CharField(allow_null=True)
    package_pickup_location = serializers.CharField(allow_null=True)
    guest_registration_required = serializers.BooleanField()
    guest_registration_process = serializers.CharField(allow_null=True)


class GuideSerializer(ApiSerializer):
    """The facts of the house."""

    name = serializers.CharField(source="home.property_name")
    check_in_time = serializers.TimeField(source="home.check_in_time")
    check_out_time = serializers.TimeField(source="home.check_out_time")
    timezone = serializers.SerializerMethodField()
    wifi = serializers.SerializerMethodField()
    parking = serializers.SerializerMethodField()
    smoking_policy = serializers.CharField(source="home.smoking_policy", allow_null=True)
    pet_policy = serializers.CharField(source="home.pet_policy", allow_null=True)
    notes = serializers.CharField(source="home.guest_notes", allow_null=True)
    resort = GuideResortSerializer(allow_null=True)
    rules = RuleSerializer(many=True)
    amenities = AmenitySerializer(many=True)
    sections = GuideSectionSerializer(many=True)

    def get_timezone(self, guide) -> str:
        """The zone of the times."""
        return str(zone_of(guide.home))

    @extend_schema_field(WifiSerializer)
    def get_wifi(self, guide) -> dict:
        """Network and, in time, its password."""
        facts = {
            "network": guide.wifi_network,
            "password": guide.wifi_password,
            "password_from": guide.window.opens_at,
        }
        return WifiSerializer(facts).data

    @extend_schema_field(ParkingSerializer)
    def get_parking(self, guide) -> dict:
        """Where cars go."""
        return ParkingSerializer(guide).data


class FeeSerializer(ApiModelSerializer):
    """A fee or tax of the stay: ``amount`` times ``quantity``."""

    kind = serializers.CharField(source="fee_type.code")

    class Meta:
        model = ReservationFee
        fields = (
            "kind",
            "fee_name",
            "quantity",
            "amount",
            "tax_amount",
            "total_amount",
            "is_optional",
        )
        read_only_fields = fields


class FolioInvoiceSerializer(ApiSerializer):
    """An invoice of the stay."""

    number = serializers.CharField()
    invoice_type = serializers.CharField()
    invoice_date = serializers.DateField()
    due_date = serializers.DateField(allow_null=True)
    status = serializers.CharField()
    total_amount = serializers.DecimalField(12, 2)
    amount_paid = serializers.DecimalField(12, 2)
    balance_due = serializers.DecimalField(12, 2)


class FolioSerializer(ApiModelSerializer):
    """What the stay costs and what was paid: money in the stay's currency."""

    currency = serializers.CharField(source="currency_code")
    fees = FeeSerializer(many=True, source="folio_fees")
    invoices = FolioInvoiceSerializer(many=True, source="folio_invoices")

    class Meta:
        model = Reservation
        fields = (
            "number",
            "currency",
            "nightly_rate",
            "nights",
            "accommodation_total",
            "fees",
            "fees_total",
            "get_tax_amount",
            "tat_tax_amount",
            "county_tax_amount",
            "taxes_total",
            "gross_total",
            "discount_total",
            "refund_total",
            "net_total",
            "deposit_amount",
            "deposit_status",
            "amount_paid",
            "amount_due",
            "payment_status",
            "invoices",
        )
        read_only_fields = fields


class GuestDocumentSerializer(ApiModelSerializer):
    """A paper of one of the guest's stays."""

    stay = serializers.CharField(source="reservation.number", default=None, allow_null=True)
    kind = serializers.CharField(source="document_type_code")

    class Meta:
        model = Document
        fields = ("id", "number", "title", "kind", "status", "stay", "issued_on", "expires_on")
        read_only_fields = fields


class GuestFileSerializer(ApiModelSerializer):
    """A file about the home that is meant for guests."""

    name = serializers.CharField(source="original_filename", allow_null=True)

    class Meta:
        model = StoredFile
        fields = (
            "id",
            "number",
            "name",
            "description",
            "file_type",
            "mime_type",
            "file_size_bytes",
        )
        read_only_fields = fields


class RequestEventSerializer(ApiModelSerializer):
    """What happened to a request, as far as it is for the guest."""

    class Meta:
        model = TicketEvent
        fields = ("event_type", "old_status", "new_status", "comment_body", "created_at")
        read_only_fields = fields


class RequestSerializer(ApiModelSerializer):
    """Something the guest asked for."""

    stay = serializers.CharField(source="reservation.number", default=None, allow_null=True)
    category = serializers.CharField(source="category_code")

    class Meta:
        model = Ticket
        fields: tuple[str, ...] = (
            "id",
            "number",
            "stay",
            "category",
            "title",
            "description",
            "status",
            "resolution_summary",
            "created_at",
            "resolved_at",
        )
        read_only_fields: tuple[str, ...] = fields


class RequestDetailSerializer(RequestSerializer):
    """A request with its history."""

    events = RequestEventSerializer(many=True, source="shown_events")

    class Meta(RequestSerializer.Meta):
        fields = (*RequestSerializer.Meta.fields, "events")
        read_only_fields = fields


class NewRequestSerializer(ApiSerializer):
    """A request of a guest."""

    id = serializers.UUIDField(
        required=False, help_text="made by the app, so that sending twice makes one request"
    )
    title = serializers.CharField(max_length=200)
    description = serializers.CharField(required=False, default="", max_length=4000)
    category = serializers.CharField(
        required=False,
        default="RSV-GENERAL",
        max_length=64,
        help_text="RSV-EARLY_CHECK_IN, RSV-LATE_CHECKOUT, RSV-AMENITY, RSV-COMPLAINT …",
    )


class ContactPartSerializer(ApiSerializer):
    """Of a person's details, those that are theirs to change."""

    preferred_name = serializers.CharField(required=False, allow_null=True, max_length=200)
    email_secondary = serializers.EmailField(required=False, allow_null=True)
    phone = serializers.CharField(required=False, allow_null=True, max_length=40)
    address_line1 = serializers.CharField(required=False, allow_null=True, max_length=200)
    address_line2 = serializers.CharField(required=False, allow_null=True, max_length=200)
    city = serializers.CharField(required=False, allow_null=True, max_length=100)
    state = serializers.CharField(required=False, allow_null=True, max_length=100)
    postal_code = serializers.CharField(required=False, allow_null=True, max_length=20)
    preferred_contact_method = serializers.ChoiceField(
        ContactPreferredContactMethod.choices, required=False
    )
    sms_opt_in = serializers.BooleanField(required=False)
    email_opt_in = serializers.BooleanField(required=False)


class GuestProfileSerializer(ContactPartSerializer):
    """The guest's own details."""

    number = serializers.CharField(read_only=True)
    first_name = serializers.CharField(source="contact.first_name", read_only=True)
    last_name = serializers.CharField(source="contact.last_name", read_only=True)
    email = serializers.CharField(source="contact.email", read_only=True)
    birthday = serializers.DateField(required=False, allow_null=True)
    travels_with_pets = serializers.BooleanField(required=False)
    dietary_restrictions = serializers.ListField(
        child=serializers.CharField(max_length=100), required=False, allow_null=True, max_length=20
    )
    special_requests_default = serializers.CharField(
        required=False, allow_null=True, max_length=1000
    )
