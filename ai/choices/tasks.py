"""Closed lists of tasks, and how their statuses move."""

from django.db import models


class AgentToolCallStatus(models.TextChoices):
    PENDING = "pending"
    SUCCESS = "success"
    ERROR = "error"
    TIMEOUT = "timeout"
    REJECTED = "rejected"


class AgentToolCallActionType(models.TextChoices):
    READ = "read"
    SEARCH = "search"
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    SEND = "send"
    CALCULATE = "calculate"
    OTHER = "other"


class AgentToolCallApprovalStatus(models.TextChoices):
    NOT_REQUIRED = "not_required"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class AgentTaskType(models.TextChoices):
    DRAFT_REPLY = "draft_reply"
    SUMMARIZE = "summarize"
    CLASSIFY = "classify"
    PRICE_REVIEW = "price_review"
    CONTENT = "content"
    RESEARCH = "research"
    SCHEDULE = "schedule"
    REPORT = "report"
    DATA_QUALITY = "data_quality"
    OTHER = "other"


class AgentTaskStatus(models.TextChoices):
    PENDING = "pending"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    WAITING_APPROVAL = "waiting_approval"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
