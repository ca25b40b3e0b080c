"""What owners see and send; money in USD as strings, dates half-open."""

from rest_framework import serializers

from core.api.serializers import ApiModelSerializer, ApiSerializer, InstantField
from directory.choices.people import (
    HomeownerCommunicationFrequency,
    HomeownerCommunicationPreference,
    HomeownerReportDetailLevel,
    HomeownerStatementDelivery,
)
from finance.models import OwnerStatement, OwnerStatementLine
from knowledge.models import Document
from portal.api.guest.serializers import ContactPartSerializer
from property.models import Property
from reservations.choices.reservations import ReservationType
from reservations.models import Reservation


class ShareSerializer(ApiSerializer):
    """What the owner holds, in percentage points, on the days [start, end)."""

    percent = serializers.DecimalField(7, 4)
    start = serializers.DateField()
    end = serializers.DateField(allow_null=True)
    ownership_type = serializers.CharField()
    is_payee = serializers.BooleanField()


class OwnerPropertySerializer(ApiModelSerializer):
    """A home of the owner's, with the share that is in force."""

    share = ShareSerializer(allow_null=True)
    shares = ShareSerializer(many=True)

    class Meta:
        model = Property
        fields = (
            "id",
            "number",
            "property_code",
            "property_name",
            "address_line1",
            "unit_number",
            "city",
            "state",
            "bedrooms",
            "bathrooms",
            "sleeps",
            "timezone",
            "check_in_time",
            "check_out_time",
            "status",
            "share",
            "shares",
        )
        read_only_fields = fields


class TakenSerializer(ApiSerializer):
    """Nights that are taken: [check_in_date, check_out_date), without who sleeps there."""

    id = serializers.UUIDField()
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField()
    kind = serializers.CharField(help_text="guest, owner, owner_guest, maintenance, hold …")
    status = serializers.CharField()
    is_own = serializers.BooleanField()
    continues_before = serializers.BooleanField(
        help_text="began before the days on which you own a share"
    )
    continues_after = serializers.BooleanField()


class CalendarSerializer(ApiSerializer):
    """The calendar of a home on the days [first, end)."""

    property = serializers.UUIDField()
    first = serializers.DateField()
    end = serializers.DateField()
    stays = TakenSerializer(many=True)


class NewStaySerializer(ApiSerializer):
    """An owner's wish to stay."""

    id = serializers.UUIDField(
        required=False, help_text="made by the app, so that sending twice makes one stay"
    )
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField(help_text="the day of leaving: no night")
    kind = serializers.ChoiceField(
        [ReservationType.OWNER, ReservationType.OWNER_GUEST], default=ReservationType.OWNER
    )
    adults = serializers.IntegerField(min_value=1, max_value=50, default=2)
    children = serializers.IntegerField(min_value=0, max_value=50, default=0)
    note = serializers.CharField(required=False, default="", allow_blank=True, max_length=2000)


class OwnStaySerializer(ApiModelSerializer):
    """A stay of the owner's, or of the owner's guests."""

    kind = serializers.CharField(source="reservation_type")

    class Meta:
        model = Reservation
        fields = (
            "id",
            "number",
            "property",
            "kind",
            "status",
            "check_in_date",
            "check_out_date",
            "nights",
            "adults",
            "children",
        )
        read_only_fields = fields


class StatementSerializer(ApiModelSerializer):
    """A statement: what one home earned one owner in a period [period_start, period_end]."""

    property_name = serializers.CharField(source="property.property_name")
    has_file = serializers.SerializerMethodField()

    class Meta:
        model = OwnerStatement
        fields: tuple[str, ...] = (
            "id",
            "number",
            "property",
            "property_name",
            "period_start",
            "period_end",
            "status",
            "version",
            "nights_booked",
            "occupancy_rate",
            "opening_balance",
            "total_revenue",
            "total_fees",
            "total_expenses",
            "total_taxes",
            "management_fee",
            "reserve_change",
            "net_to_owner",
            "closing_balance",
            "sent_at",
            "has_file",
        )
        read_only_fields: tuple[str, ...] = fields

    def get_has_file(self, statement) -> bool:
        """Whether there is a paper to fetch."""
        return statement.file_id is not None


class StatementLineSerializer(ApiModelSerializer):
    """A line of a statement; positive amounts are the owner's."""

    class Meta:
        model = OwnerStatementLine
        fields = ("line_number", "line_type", "line_date", "description", "quantity", "amount")
        read_only_fields = fields


class StatementDetailSerializer(StatementSerializer):
    """A statement with its lines."""

    lines = StatementLineSerializer(many=True, source="shown_lines")

    class Meta(StatementSerializer.Meta):
        fields = (*StatementSerializer.Meta.fields, "lines")
        read_only_fields = fields


class OwnerDocumentSerializer(ApiModelSerializer):
    """A paper between the owner and us."""

    kind = serializers.CharField(source="document_type_code")

    class Meta:
        model = Document
        fields = (
            "id",
            "number",
            "title",
            "kind",
            "status",
            "property",
            "issued_on",
            "effective_on",
            "expires_on",
        )
        read_only_fields = fields


class ApprovalSerializer(ApiSerializer):
    """Work that waited, or waits, for the owner's word."""

    id = serializers.UUIDField()
    ticket = serializers.CharField(source="ticket.number")
    title = serializers.CharField(source="ticket.title")
    description = serializers.CharField(source="ticket.description", allow_null=True)
    category = serializers.CharField(source="ticket.category.name")
    property = serializers.UUIDField(source="ticket.property_id", allow_null=True)
    property_name = serializers.CharField(
        source="ticket.property.property_name", default=None, allow_null=True
    )
    status = serializers.CharField(source="approval_status")
    requested_at = InstantField(source="approval_requested_at")
    estimate = serializers.DecimalField(
        12, 2, allow_null=True, help_text="what vendors expect to ask for"
    )
    approved_at = InstantField(allow_null=True)
    approved_amount = serializers.DecimalField(12, 2, allow_null=True)


class DeclineSerializer(ApiSerializer):
    """Why not."""

    reason = serializers.CharField(max_length=2000)


class FiguresSerializer(ApiSerializer):
    """Sums of a year, from statements that went out and payouts that were made."""

    statements = serializers.IntegerField()
    nights_booked = serializers.IntegerField()
    total_revenue = serializers.DecimalField(14, 2)
    total_fees = serializers.DecimalField(14, 2)
    total_expenses = serializers.DecimalField(14, 2)
    total_taxes = serializers.DecimalField(14, 2)
    management_fee = serializers.DecimalField(14, 2)
    net_to_owner = serializers.DecimalField(14, 2)
    paid_out = serializers.DecimalField(14, 2)


class HomeFiguresSerializer(FiguresSerializer):
    """The sums of one home."""

    property = serializers.UUIDField(allow_null=True)
    property_name = serializers.CharField(allow_null=True)


class YearSerializer(ApiSerializer):
    """A year of an owner."""

    year = serializers.IntegerField()
    currency = serializers.CharField()
    total = FiguresSerializer()
    properties = HomeFiguresSerializer(many=True)


class OwnerProfileSerializer(ContactPartSerializer):
    """The owner's own details, and how the owner wants to be told."""

    number = serializers.CharField(read_only=True)
    first_name = serializers.CharField(source="contact.first_name", read_only=True)
    last_name = serializers.CharField(source="contact.last_name", read_only=True)
    email = serializers.CharField(source="contact.email", read_only=True)
    communication_preference = serializers.ChoiceField(
        HomeownerCommunicationPreference.choices, required=False
    )
    communication_frequency = serializers.ChoiceField(
        HomeownerCommunicationFrequency.choices, required=False
    )
    statement_delivery = serializers.ChoiceField(HomeownerStatementDelivery.choices, required=False)
    report_detail_level = serializers.ChoiceField(
        HomeownerReportDetailLevel.choices, required=False
    )
