"""Factories of the portal models."""

from datetime import timedelta

from core.testing.factories import NOON, ModelFactory, Numbered, Parent, Row


class RoleFactory(ModelFactory):
    class Meta:
        model = "portal.Role"

    role_code = Numbered("CODE-{}")
    role_name = Numbered("Role {}")


class RolePermissionFactory(ModelFactory):
    class Meta:
        model = "portal.RolePermission"

    role = Row("portal.Role", role_code="MANAGER")
    resource = Numbered("Resource {}")
    action = "read"
    permission_code = Numbered("CODE-{}")


class UserRoleFactory(ModelFactory):
    class Meta:
        model = "portal.UserRole"

    user = Parent("portal.User")
    role = Row("portal.Role", role_code="MANAGER")


class SavedViewFactory(ModelFactory):
    class Meta:
        model = "portal.SavedView"

    owner = Parent("portal.User")
    model_label = "property.Property"
    name = Numbered("Saved view {}")


class UserFactory(ModelFactory):
    class Meta:
        model = "portal.User"

    password = "!"
    email = Numbered("person{}@example.com")
    user_type = "guest"


class PortalSessionFactory(ModelFactory):
    class Meta:
        model = "portal.PortalSession"

    user = Parent("portal.User")
    started_at = NOON
    expires_at = NOON + timedelta(hours=8)
    token_hash = Numbered("token hash {}")


class UserPreferenceFactory(ModelFactory):
    class Meta:
        model = "portal.UserPreference"

    user = Parent("portal.User")
    preference_key = Numbered("Preference key {}")
