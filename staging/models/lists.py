"""Everyday lists: contacts, companies, bills, reviews, work orders, stock."""

from django.db import models

from core.models import LineField, StagingRow, in_schema


class StagedContact(StagingRow):
    """Raw contact rows."""

    matched_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "contacts")
        verbose_name = "staged contact"
        verbose_name_plural = "staged contacts"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="contacts_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="contacts_load_status"),
            models.Index(fields=["row_hash"], name="contacts_row_hash"),
            models.Index(fields=["source_id"], name="contacts_source_id"),
        ]


class StagedCompany(StagingRow):
    """Raw company and vendor rows."""

    matched_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "companies")
        verbose_name = "staged company and vendor"
        verbose_name_plural = "staged company and vendors"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="companies_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="companies_load_status"),
            models.Index(fields=["row_hash"], name="companies_row_hash"),
            models.Index(fields=["source_id"], name="companies_source_id"),
        ]


class StagedVendorInvoice(StagingRow):
    """Raw vendor invoice rows."""

    matched_payment = models.ForeignKey(
        "finance.VendorPayment", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "vendor_invoices")
        verbose_name = "staged vendor invoice"
        verbose_name_plural = "staged vendor invoices"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="vendor_invoices_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="vendor_invoices_load_status"),
            models.Index(fields=["row_hash"], name="vendor_invoices_row_hash"),
            models.Index(fields=["source_id"], name="vendor_invoices_source_id"),
        ]


class StagedReview(StagingRow):
    """Raw review rows."""

    matched_review = models.ForeignKey(
        "reservations.Review", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "reviews")
        verbose_name = "staged review"
        verbose_name_plural = "staged reviews"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="reviews_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="reviews_load_status"),
            models.Index(fields=["row_hash"], name="reviews_row_hash"),
            models.Index(fields=["source_id"], name="reviews_source_id"),
        ]


class StagedTicket(StagingRow):
    """Raw work order rows."""

    matched_ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "tickets")
        verbose_name = "staged work order"
        verbose_name_plural = "staged work orders"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="tickets_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="tickets_load_status"),
            models.Index(fields=["row_hash"], name="tickets_row_hash"),
            models.Index(fields=["source_id"], name="tickets_source_id"),
        ]


class StagedItem(StagingRow):
    """Raw inventory item rows."""

    matched_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="staged_rows",
        null=True,
        blank=True,
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "inventory_items")
        verbose_name = "staged inventory item"
        verbose_name_plural = "staged inventory items"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="inventory_items_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="inventory_items_load_status"),
            models.Index(fields=["row_hash"], name="inventory_items_row_hash"),
            models.Index(fields=["source_id"], name="inventory_items_source_id"),
        ]


class StagedStockCount(StagingRow):
    """Raw stock count rows."""

    matched_stock = models.ForeignKey(
        "inventory.StorageStock", models.SET_NULL, related_name="staged_rows", null=True, blank=True
    )

    name = LineField(null=True, help_text="what the sheet calls the row")

    label_fields = ("name", "source_row")

    class Meta:
        db_table = in_schema("staging", "stock_counts")
        verbose_name = "staged stock count"
        verbose_name_plural = "staged stock counts"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="stock_counts_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="stock_counts_load_status"),
            models.Index(fields=["row_hash"], name="stock_counts_row_hash"),
            models.Index(fields=["source_id"], name="stock_counts_source_id"),
        ]
