"""Brand."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from brand_marketing.choices.brand import (
    BrandAssetColorVersion,
    BrandAssetFileFormat,
    BrandAssetLicenseType,
    BrandAssetLogoType,
    BrandAssetStatus,
    BrandAssetType,
    BrandColorRole,
    BrandFontLicenseType,
    BrandFontRole,
    BrandFontStyle,
    BrandFontWeight,
    BrandGuidelineCategory,
    BrandGuidelinePriority,
    BrandGuidelineResponseContext,
    BrandGuidelineStatus,
    BrandTemplateCategory,
    BrandTemplateStatus,
    BrandTemplateTone,
    BrandTemplateType,
)
from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class BrandAsset(Entity):
    """Logos, images, video and other brand media."""

    number = BusinessIDField("LOGO-", width=4, db_column="asset_id")
    asset_name = LineField()

    file = models.ForeignKey("storage.StoredFile", models.PROTECT, related_name="brand_assets")
    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="brand_assets",
        null=True,
        blank=True,
        help_text="empty = company-wide",
    )
    uploaded_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="brand_assets", null=True, blank=True
    )

    asset_type = ChoiceField(BrandAssetType)
    logo_type = ChoiceField(BrandAssetLogoType, null=True)
    color_version = ChoiceField(BrandAssetColorVersion, null=True)
    file_format = ChoiceField(BrandAssetFileFormat, null=True)
    alt_text = TextField(null=True)
    caption = LineField(null=True)
    dimensions = models.JSONField(null=True, blank=True)
    min_size_px = IntegerField(null=True)
    clear_space_ratio = DecimalField(max_digits=3, decimal_places=2, null=True)
    usage_guidelines = LineField(null=True)
    usage_context = ArrayField(LineField(), null=True, blank=True)
    do_not_use = ArrayField(LineField(), null=True, blank=True)
    background_requirements = TextField(null=True)
    tags = ArrayField(LineField(), null=True, blank=True)
    ai_tags = ArrayField(LineField(), null=True, blank=True)
    ai_description = TextField(null=True)
    photographer = LineField(null=True)
    license_type = ChoiceField(BrandAssetLicenseType, null=True)
    license_expires_on = models.DateField(null=True, blank=True)
    is_primary = FlagField()

    status = ChoiceField(BrandAssetStatus, default=BrandAssetStatus.ACTIVE)

    search_text = SearchTextField("number", "asset_name")

    label_fields = ("asset_name", "number")
    search_through = ("property", "file")

    class Meta:
        db_table = in_schema("brand_marketing", "brand_assets")
        verbose_name = "brand asset"
        verbose_name_plural = "brand assets"
        ordering = ["asset_name"]
        indexes = [
            models.Index(fields=["asset_type"], name="brand_assets_asset_type"),
            models.Index(fields=["status"], name="brand_assets_status"),
            search_index("brand_assets_search"),
        ]


class BrandGuideline(Entity):
    """Brand rules: voice, naming, visuals and replies."""

    number = BusinessIDField("BG-", db_column="guideline_id")
    title = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="brand_guidelines",
        null=True,
        blank=True,
        help_text="empty = company",
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="brand_guidelines", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="brand_guidelines",
        null=True,
        blank=True,
    )

    category = ChoiceField(BrandGuidelineCategory)
    content = TextField()
    tone_attributes = ArrayField(LineField(), null=True, blank=True)
    personality_traits = ArrayField(LineField(), null=True, blank=True)
    do_examples = ArrayField(LineField(), null=True, blank=True)
    dont_examples = ArrayField(LineField(), null=True, blank=True)
    key_phrases = ArrayField(LineField(), null=True, blank=True)
    words_to_use = ArrayField(LineField(), null=True, blank=True)
    words_to_avoid = ArrayField(LineField(), null=True, blank=True)
    sample_copy = LineField(null=True)
    naming_pattern = LineField(null=True)
    naming_examples = ArrayField(LineField(), null=True, blank=True)
    naming_rules = LineField(null=True)
    response_context = ChoiceField(BrandGuidelineResponseContext, null=True)
    response_timeframe = LineField(null=True)
    response_template = LineField(null=True)
    applies_to = ArrayField(LineField(), null=True, blank=True)
    priority = ChoiceField(BrandGuidelinePriority, default=BrandGuidelinePriority.STANDARD)
    ai_prompt_context = TextField(null=True, help_text="text given to agents")
    version = LineField(null=True)
    effective_date = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    is_primary = FlagField()

    status = ChoiceField(BrandGuidelineStatus, default=BrandGuidelineStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("brand_marketing", "brand_guidelines")
        verbose_name = "brand guideline"
        verbose_name_plural = "brand guidelines"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["category"], name="brand_guidelin_category"),
            models.Index(fields=["status"], name="brand_guidelin_status"),
            search_index("brand_guidelines_search"),
        ]


class BrandColor(BaseModel):
    """Brand colour palette."""

    color_name = LineField(unique=True)

    guideline = models.ForeignKey(
        "brand_marketing.BrandGuideline",
        models.SET_NULL,
        related_name="brand_colors",
        null=True,
        blank=True,
    )

    color_role = ChoiceField(BrandColorRole)
    hex_value = LineField()
    rgb_value = models.JSONField(null=True, blank=True)
    cmyk_value = models.JSONField(null=True, blank=True)
    hsl_value = models.JSONField(null=True, blank=True)
    pantone_value = LineField(null=True)
    usage_context = ArrayField(LineField(), null=True, blank=True)
    usage_notes = TextField(null=True)
    contrast_on_white = ScoreField(null=True, help_text="WCAG ratio")
    contrast_on_black = ScoreField(null=True, help_text="WCAG ratio")
    paired_with = ArrayField(LineField(), null=True, blank=True)
    avoid_with = ArrayField(LineField(), null=True, blank=True)
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)

    search_text = SearchTextField("color_name")

    label_fields = ("color_name", "hex_value")

    class Meta:
        db_table = in_schema("brand_marketing", "brand_colors")
        verbose_name = "brand color"
        verbose_name_plural = "brand colors"
        ordering = ["sort_order", "color_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hex_value__regex=r"^#[0-9A-Fa-f]{6}$"),
                name="brand_colors_hex_value_check",
                violation_error_message="Must hold: hex value ~ ^#[0-9A-Fa-f]{6}$.",
            )
        ]
        indexes = [search_index("brand_colors_search")]


class BrandFont(BaseModel):
    """Brand typefaces by role."""

    font_name = LineField()

    guideline = models.ForeignKey(
        "brand_marketing.BrandGuideline",
        models.SET_NULL,
        related_name="brand_fonts",
        null=True,
        blank=True,
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="brand_fonts", null=True, blank=True
    )

    font_role = ChoiceField(BrandFontRole)
    font_family = LineField()
    font_weight = ChoiceField(BrandFontWeight)
    font_style = ChoiceField(BrandFontStyle, default=BrandFontStyle.NORMAL)
    font_url = LineField(null=True)
    fallback_fonts = ArrayField(LineField(), null=True, blank=True)
    line_height = LineField(null=True)
    letter_spacing = LineField(null=True)
    size_scale = models.JSONField(null=True, blank=True)
    usage_notes = TextField(null=True)
    license_type = ChoiceField(BrandFontLicenseType, null=True)
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)

    search_text = SearchTextField("font_name")

    label_fields = ("font_name", "font_role")

    class Meta:
        db_table = in_schema("brand_marketing", "brand_fonts")
        verbose_name = "brand font"
        verbose_name_plural = "brand fonts"
        ordering = ["sort_order", "font_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["font_name", "font_role", "font_weight"],
                name="brand_fonts_font_name_font_role_font_weight_unique",
                violation_error_message="There is already a row with this font name, font role, font weight.",
            )
        ]
        indexes = [search_index("brand_fonts_search")]


class BrandTemplate(Entity):
    """Branded layouts and copy templates."""

    number = BusinessIDField("BTPL-", db_column="template_id")
    template_name = LineField()

    channel = CodeField("ref.ChannelType", related_name="brand_templates", null=True)
    language = CodeField("ref.Language", related_name="brand_templates", default="en")
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="brand_templates", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="brand_templates", null=True, blank=True
    )

    template_type = ChoiceField(BrandTemplateType)
    category = ChoiceField(BrandTemplateCategory, null=True)
    subject_line = LineField(null=True)
    preview_text = TextField(null=True)
    body_content = TextField(null=True)
    body_html = TextField(null=True)
    variables = ArrayField(LineField(), null=True, blank=True)
    required_variables = ArrayField(LineField(), null=True, blank=True)
    default_values = models.JSONField(null=True, blank=True)
    tone = ChoiceField(BrandTemplateTone, null=True)
    version = IntegerField(default=1)
    ab_variant = LineField(null=True)
    use_count = IntegerField(default=0)
    last_used_at = models.DateTimeField(null=True, blank=True)
    performance = models.JSONField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    tags = ArrayField(LineField(), null=True, blank=True)

    status = ChoiceField(BrandTemplateStatus, default=BrandTemplateStatus.DRAFT)

    search_text = SearchTextField("number", "template_name")

    label_fields = ("template_name", "number")

    class Meta:
        db_table = in_schema("brand_marketing", "brand_templates")
        verbose_name = "brand template"
        verbose_name_plural = "brand templates"
        ordering = ["template_name"]
        indexes = [
            models.Index(fields=["template_type"], name="brand_template_template_type"),
            models.Index(fields=["status"], name="brand_template_status"),
            search_index("brand_templates_search"),
        ]
