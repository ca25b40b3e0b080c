"""Partners."""

from decimal import Decimal

from core.models import (
    ChoiceField,
    CodeField,
    DecimalField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    RateField,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.partners import DocumentTypeCategory


class Platform(Lookup):
    """Booking and review platforms."""

    is_ota = FlagField()
    is_review_source = FlagField(default=True)
    commission_rate = RateField(null=True, help_text="fraction; default only")
    rating_max = DecimalField(max_digits=4, decimal_places=2, default=Decimal("5.00"), null=True)
    guest_pays_service_fee = FlagField()
    remits_taxes = FlagField(help_text="platform collects lodging tax")
    website = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "platform_types")
        verbose_name = "platform"
        verbose_name_plural = "platforms"
        ordering = ["sort_order", "code"]
        indexes = [search_index("platform_types_search")]


class ChannelType(Lookup):
    """Message and contact channels."""

    supports_inbound = FlagField(default=True)
    supports_attachments = FlagField()
    is_realtime = FlagField()
    max_length = IntegerField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "channel_types")
        verbose_name = "channel type"
        verbose_name_plural = "channel types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("channel_types_search")]


class DocumentType(Lookup):
    """Kinds of documents and their retention."""

    category = ChoiceField(DocumentTypeCategory)
    retention_years = IntegerField(null=True)
    is_sensitive = FlagField()
    expires = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "document_types")
        verbose_name = "document type"
        verbose_name_plural = "document types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("document_types_search")]


class RelationshipType(Lookup):
    """Kinds of contact-to-contact links."""

    is_bidirectional = FlagField()
    inverse_code = LineField(null=True)

    search_text = SearchTextField("code", "name", "inverse_code")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "relationship_types")
        verbose_name = "relationship type"
        verbose_name_plural = "relationship types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("relationship_types_search")]


class VendorCategory(Lookup):
    """Vendor trades and guest-service categories."""

    parent = CodeField("ref.VendorCategory", related_name="children", null=True)

    requires_license = FlagField()
    requires_insurance = FlagField(default=True)
    is_guest_service = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "vendor_categories")
        verbose_name = "vendor category"
        verbose_name_plural = "vendor categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("vendor_categories_search")]
