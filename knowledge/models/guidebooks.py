"""Guidebooks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import numbered_as
from knowledge.choices.guidebooks import GlossaryTermCategory, GuidebookSectionType, GuidebookStatus


class Guidebook(Entity):
    """Guest guidebook of a unit."""

    number = BusinessIDField("PGD-{property}", db_column="guidebook_id")
    title = LineField()

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="guidebooks", db_index=False
    )
    language = CodeField("ref.Language", related_name="guidebooks", default="en")
    cover_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="guidebooks", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="guidebooks", null=True, blank=True
    )

    welcome_text = TextField(null=True)
    version = IntegerField(default=1)
    share_token = LineField(null=True, unique=True, help_text="public link token")
    published_at = models.DateTimeField(null=True, blank=True)
    last_reviewed_at = models.DateTimeField(null=True, blank=True)
    view_count = IntegerField(default=0)

    status = ChoiceField(GuidebookStatus, default=GuidebookStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("knowledge", "guidebooks")
        verbose_name = "guidebook"
        verbose_name_plural = "guidebooks"
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "language"],
                name="guidebooks_property_language_unique",
                violation_error_message="There is already a row with this property, language.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="guidebooks_status"),
            search_index("guidebooks_search"),
        ]
        triggers = [
            numbered_as(
                "guidebook_id",
                "(SELECT 'PGD-' || p.property_id FROM property.properties p WHERE p.id = NEW.property_id) || CASE NEW.language_code WHEN 'en' THEN '' ELSE '-' || upper(NEW.language_code) END",
            )
        ]


class GuidebookSection(BaseModel):
    """Sections of a guidebook."""

    guidebook = models.ForeignKey(
        "knowledge.Guidebook", models.CASCADE, related_name="sections", db_index=False
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="guidebook_sections",
        null=True,
        blank=True,
    )

    section_type = ChoiceField(GuidebookSectionType)
    title = LineField()
    content = TextField()
    sort_order = IntegerField(default=0)
    icon = LineField(null=True)
    visible_from_days_before = IntegerField(null=True, help_text="hide codes until near arrival")
    requires_confirmed_stay = FlagField()
    is_active = FlagField(default=True)

    search_text = SearchTextField("title")

    label_fields = ("title",)
    search_through = ("guidebook",)

    class Meta:
        db_table = in_schema("knowledge", "guidebook_sections")
        verbose_name = "guidebook section"
        verbose_name_plural = "guidebook sections"
        ordering = ["guidebook_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["guidebook", "sort_order"],
                name="guidebook_sections_guidebook_sort_order_unique",
                violation_error_message="There is already a row with this guidebook, sort order.",
            )
        ]
        indexes = [search_index("guidebook_sections_search")]


class GlossaryTerm(BaseModel):
    """Company vocabulary."""

    number = BusinessIDField("GLO-", width=4, db_column="term_id")

    language = CodeField("ref.Language", related_name="glossary", default="en")
    related_article = models.ForeignKey(
        "knowledge.Article", models.SET_NULL, related_name="glossary", null=True, blank=True
    )

    term = LineField()
    definition = TextField()
    abbreviation = LineField(null=True)
    synonyms = ArrayField(LineField(), null=True, blank=True)
    category = ChoiceField(GlossaryTermCategory, null=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "term")

    label_fields = ("term", "abbreviation")

    class Meta:
        db_table = in_schema("knowledge", "glossary")
        verbose_name = "glossary term"
        verbose_name_plural = "glossary terms"
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "language"],
                name="glossary_term_language_unique",
                violation_error_message="There is already a row with this term, language.",
            )
        ]
        indexes = [search_index("glossary_search")]
