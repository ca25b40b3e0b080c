"""Closed lists of roles, and how their statuses move."""

from django.db import models


class RoleType(models.TextChoices):
    GUEST = "guest"
    HOMEOWNER = "homeowner"
    TEAM = "team"
    ADMIN = "admin"


class RolePermissionAction(models.TextChoices):
    READ = "read"
    CREATE = "create"
    WRITE = "write"
    DELETE = "delete"
    APPROVE = "approve"
    EXPORT = "export"
    ADMIN = "admin"
    VIEW = "view"


class RolePermissionScope(models.TextChoices):
    OWN = "own"
    TEAM = "team"
    ALL = "all"


class UserRoleScopeType(models.TextChoices):
    GLOBAL = "global"
    PROPERTY = "property"
    RESORT = "resort"
    TEAM = "team"
