"""Factories of the portal models."""

from datetime import timedelta

import factory
from django.contrib.auth.models import Group, Permission

from core.testing.factories import NOON, ModelFactory, Numbered, Parent, Row, factory_of
from portal.models import grants


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


class PastPasswordFactory(ModelFactory):
    class Meta:
        model = "portal.PastPassword"

    user = Parent("portal.User")
    password = Numbered("!{}")


class RecoveryCodeFactory(ModelFactory):
    class Meta:
        model = "portal.RecoveryCode"

    user = Parent("portal.User")
    code_hash = Numbered("code hash {}")


class OneTimeTokenFactory(ModelFactory):
    class Meta:
        model = "portal.OneTimeToken"

    user = Parent("portal.User")
    purpose = "invitation"
    token_hash = Numbered("link hash {}")
    expires_at = NOON + timedelta(hours=8)


class IdempotencyKeyFactory(ModelFactory):
    class Meta:
        model = "portal.IdempotencyKey"

    user = Parent("portal.User")
    key = Numbered("key-{}")
    method = "POST"
    path = "/api/v1/service/tickets/"
    request_hash = "0"
    expires_at = NOON + timedelta(days=1)


class WebhookEndpointFactory(ModelFactory):
    class Meta:
        model = "portal.WebhookEndpoint"

    created_by = Parent("portal.User")
    name = Numbered("Endpoint {}")
    url = "https://hooks.example.com/in"
    secret_encrypted = "0"
    event_types = ["reservation.created"]


class WebhookProgressFactory(ModelFactory):
    class Meta:
        model = "portal.WebhookProgress"

    endpoint = Parent("portal.WebhookEndpoint")
    drained_to = 0


class WebhookEventFactory(ModelFactory):
    class Meta:
        model = "portal.WebhookEvent"

    event_type = "reservation.created"
    table_name = "reservations.reservations"
    record_id = "01890000-0000-7000-8000-000000000000"
    occurred_at = NOON
    payload = factory.Dict({"operation": "INSERT"})


class WebhookDeliveryFactory(ModelFactory):
    class Meta:
        model = "portal.WebhookDelivery"

    endpoint = Parent("portal.WebhookEndpoint")
    event = Parent("portal.WebhookEvent")


def _to_view(anchor):
    """The permission to view rows of a model."""
    return Permission.objects.get(
        codename=f"view_{anchor._meta.model_name}",
        content_type__app_label=anchor._meta.app_label,
    )


def _new_group():
    """The group of a new team."""
    return Group.objects.get(name=f"team:{factory_of('team.Team').create().pk}")


def _grant_factory(model):
    """A factory of the grants of one table: somebody may view a row."""
    anchor = model._meta.get_field("content_object").related_model
    to_person = issubclass(model, grants.UserGrant)
    holder = (
        {"user": Parent("portal.User")}
        if to_person
        else {"group": factory.LazyFunction(_new_group)}
    )
    attributes = {
        "Meta": type("Meta", (), {"model": model}),
        "content_object": Parent(anchor._meta.label),
        "permission": factory.LazyFunction(lambda: _to_view(anchor)),
        "reason": "covers for a colleague",
        **holder,
    }
    return type(ModelFactory)(f"{model.__name__}Factory", (ModelFactory,), attributes)


for _grant in grants.GRANTS:
    globals()[f"{_grant.__name__}Factory"] = _grant_factory(_grant)
