"""Closed lists of secrets, and how their statuses move."""

from django.db import models


class TaxIdentityDataType(models.TextChoices):
    SSN = "ssn"
    EIN = "ein"
    ITIN = "itin"
    PASSPORT = "passport"
    DRIVERS_LICENSE = "drivers_license"
    TAX_ID = "tax_id"


class CredentialType(models.TextChoices):
    API_KEY = "api_key"
    OAUTH_TOKEN = "oauth_token"
    PASSWORD = "password"
    CERTIFICATE = "certificate"
    SSH_KEY = "ssh_key"
    BEARER_TOKEN = "bearer_token"
    DOOR_CODE = "door_code"
    ALARM_CODE = "alarm_code"
    WIFI = "wifi"
    LOCK_MASTER = "lock_master"


class CredentialEnvironment(models.TextChoices):
    PRODUCTION = "production"
    STAGING = "staging"
    DEVELOPMENT = "development"
    TEST = "test"


class AuditLogEventType(models.TextChoices):
    LOGIN = "login"
    LOGOUT = "logout"
    PERMISSION_CHANGE = "permission_change"
    DATA_ACCESS = "data_access"
    CONFIG_CHANGE = "config_change"
    SECURITY_INCIDENT = "security_incident"
    API_ACCESS = "api_access"
    EXPORT = "export"
    BULK_OPERATION = "bulk_operation"
    DATA_CHANGE = "data_change"


class AuditLogActionType(models.TextChoices):
    CREATE = "create"
    READ = "read"
    UPDATE = "update"
    DELETE = "delete"
    EXPORT = "export"
    GRANT = "grant"
    REVOKE = "revoke"
    LOGIN = "login"
    LOGOUT = "logout"
    EXECUTE = "execute"


class AuditLogSeverity(models.TextChoices):
    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


class AuditLogActorType(models.TextChoices):
    USER = "user"
    AGENT = "agent"
    SYSTEM = "system"
    API = "api"
    SCHEDULED_JOB = "scheduled_job"


class AuditLogDataClassification(models.TextChoices):
    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    RESTRICTED = "restricted"
