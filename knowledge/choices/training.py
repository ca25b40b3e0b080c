"""Closed lists of training, and how their statuses move."""

from django.db import models


class TrainingMaterialCategory(models.TextChoices):
    ONBOARDING = "onboarding"
    CLEANING = "cleaning"
    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    GUEST_SERVICE = "guest_service"
    SAFETY = "safety"
    COMPLIANCE = "compliance"
    SYSTEMS = "systems"
    SALES = "sales"


class TrainingMaterialFormat(models.TextChoices):
    VIDEO = "video"
    DOCUMENT = "document"
    QUIZ = "quiz"
    IN_PERSON = "in_person"
    MIXED = "mixed"


class TrainingMaterialStatus(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class TrainingModuleType(models.TextChoices):
    LESSON = "lesson"
    VIDEO = "video"
    QUIZ = "quiz"
    PRACTICAL = "practical"


class TrainingCompletionStatus(models.TextChoices):
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    PASSED = "passed"
    FAILED = "failed"
    EXPIRED = "expired"
    WAIVED = "waived"
