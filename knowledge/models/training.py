"""Training."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from knowledge.choices.training import (
    TrainingCompletionStatus,
    TrainingMaterialCategory,
    TrainingMaterialFormat,
    TrainingMaterialStatus,
    TrainingModuleType,
)


class TrainingMaterial(Entity):
    """Training course or material."""

    number = BusinessIDField("TRN-", db_column="training_id")
    title = LineField()

    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="training_materials",
        null=True,
        blank=True,
    )
    sop = models.ForeignKey(
        "knowledge.Procedure",
        models.SET_NULL,
        related_name="training_materials",
        null=True,
        blank=True,
    )
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="training_materials", null=True, blank=True
    )

    description = TextField(null=True)
    category = ChoiceField(TrainingMaterialCategory)
    format = ChoiceField(TrainingMaterialFormat, default=TrainingMaterialFormat.MIXED)
    audience_roles = ArrayField(LineField(), null=True, blank=True)
    is_mandatory = FlagField()
    validity_months = IntegerField(null=True, help_text="repeat after")
    estimated_minutes = IntegerField(null=True)

    status = ChoiceField(TrainingMaterialStatus, default=TrainingMaterialStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")

    class Meta:
        db_table = in_schema("knowledge", "training_materials")
        verbose_name = "training material"
        verbose_name_plural = "training materials"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["status"], name="training_mater_status"),
            models.Index(fields=["category"], name="training_mater_category"),
            search_index("training_materials_search"),
        ]


class TrainingModule(BaseModel):
    """Modules of a course in order."""

    training_material = models.ForeignKey(
        "knowledge.TrainingMaterial",
        models.CASCADE,
        related_name="training_modules",
        db_index=False,
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="training_modules",
        null=True,
        blank=True,
    )

    module_order = IntegerField()
    title = LineField()
    content = TextField(null=True)
    module_type = ChoiceField(TrainingModuleType, default=TrainingModuleType.LESSON)
    duration_minutes = IntegerField(null=True)
    passing_score = ScoreField(null=True, help_text="0-100")
    quiz_questions = models.JSONField(null=True, blank=True)
    is_required = FlagField(default=True)

    search_text = SearchTextField("title")

    label_fields = ("module_order", "title")
    search_through = ("training_material",)

    class Meta:
        db_table = in_schema("knowledge", "training_modules")
        verbose_name = "training module"
        verbose_name_plural = "training modules"
        ordering = ["training_material_id", "module_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["training_material", "module_order"],
                name="training_modules_training_material_module_order_unique",
                violation_error_message="There is already a row with this training material, module order.",
            )
        ]
        indexes = [search_index("training_modules_search")]


class TrainingCompletion(Log):
    """Who completed which module, with score."""

    training_module = models.ForeignKey(
        "knowledge.TrainingModule",
        models.PROTECT,
        related_name="training_completions",
        db_index=False,
    )
    member = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="training_completions"
    )
    verified_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="training_completions_as_verified_by",
        null=True,
        blank=True,
    )
    certificate_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="training_completions",
        null=True,
        blank=True,
    )

    attempt_number = IntegerField(default=1)
    assigned_at = models.DateTimeField(null=True, blank=True)
    due_date = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    score = ScoreField(null=True, help_text="0-100")
    expires_on = models.DateField(null=True, blank=True)

    status = ChoiceField(TrainingCompletionStatus, default=TrainingCompletionStatus.ASSIGNED)

    label_fields = ("status", "attempt_number")
    search_through = ("member", "training_module")

    class Meta:
        db_table = in_schema("knowledge", "training_completions")
        verbose_name = "training completion"
        verbose_name_plural = "training completions"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__gte=0, score__lte=100),
                name="training_completions_score_check",
                violation_error_message="Score must lie between 0 and 100.",
            ),
            models.UniqueConstraint(
                fields=["training_module", "member", "attempt_number"],
                name="training_completions_training_module_member_attempt_nu_22172",
                violation_error_message="There is already a row with this training module, member, attempt number.",
            ),
        ]
        indexes = [models.Index(fields=["expires_on"], name="training_compl_expires_on")]
