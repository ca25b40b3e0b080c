"""Who may do what to which model; the same policies answer for lists and for single rows."""

from functools import cache

from asgiref.sync import sync_to_async
from django.apps import apps
from django.contrib.auth import check_password_with_timing_attack_mitigation, get_user_model
from django.contrib.auth.backends import BaseBackend
from django.views.decorators.debug import sensitive_variables

from core.permissions.policies import policy_of
from core.permissions.scoping import action_named, reach_of, reaches, reaches_any
from core.permissions.standing import is_live

# The actions that Django makes permission codes for, in its words.
CODES = ("view", "add", "change", "delete", "export", "import", "approve", "admin")


class PolicyBackend(BaseBackend):
    """Signs people in by e-mail address and password, and answers ``has_perm`` by the policies.

    Django's own tables of permissions are not asked: roles are the one source.
    """

    @sensitive_variables("password")
    def authenticate(self, request, username=None, password=None, **kwargs):
        """The user of that address (in any case) and password, unless the account is shut."""
        users = get_user_model()
        email = kwargs.get(users.USERNAME_FIELD) if username is None else username
        if not email or password is None:
            return None
        try:
            user = users._default_manager.get_by_natural_key(email)
        except users.DoesNotExist:
            user = None
        # An unknown address costs a hash too, so that time does not tell who has an account.
        if check_password_with_timing_attack_mitigation(user, password) and is_live(user):
            return user
        return None

    def get_user(self, user_id):
        """The user of a session, asked for on each request: a shut account is out at once."""
        user = get_user_model()._default_manager.filter(pk=user_id).first()
        return user if is_live(user) else None

    def has_perm(self, user_obj, perm, obj=None):
        """Whether the user may do ``perm`` ("app.action_model") to a row, or to any row at all."""
        if not is_live(user_obj):
            return False
        if user_obj.is_superuser:
            return True
        model, action = _asked(perm)
        if model is None or policy_of(model) is None:
            return False
        if obj is None:
            return reaches_any(user_obj, model, action)
        return isinstance(obj, model) and reaches(user_obj, obj, action)

    def has_module_perms(self, user_obj, app_label):
        """Whether the user may see anything of an app."""
        if not is_live(user_obj):
            return False
        if user_obj.is_superuser:
            return True
        return any(reach_of(user_obj, model, "read") for model in _models(app_label))

    def get_all_permissions(self, user_obj, obj=None):
        """Every "app.action_model" that ``has_perm`` grants without a row (with one: none)."""
        if obj is not None or not is_live(user_obj):
            return set()
        return {
            f"{config.label}.{code}_{model._meta.model_name}"
            for config in apps.get_app_configs()
            for model in _models(config.label)
            for code in CODES
            if reach_of(user_obj, model, code)
        }

    async def ahas_perm(self, user_obj, perm, obj=None):
        """See :meth:`has_perm`."""
        return await sync_to_async(self.has_perm)(user_obj, perm, obj)

    async def ahas_module_perms(self, user_obj, app_label):
        """See :meth:`has_module_perms`."""
        return await sync_to_async(self.has_module_perms)(user_obj, app_label)

    async def aget_all_permissions(self, user_obj, obj=None):
        """See :meth:`get_all_permissions`."""
        return await sync_to_async(self.get_all_permissions)(user_obj, obj)


@cache
def _asked(perm):
    """Model and action of "app.action_model"; two Nones for what is neither."""
    app_label, _, code = perm.partition(".")
    word, _, name = code.partition("_")
    try:
        model, action = apps.get_model(app_label, name), action_named(word)
    except (LookupError, ValueError):
        return None, None
    return model, action


def _models(app_label):
    """The models of an app that have a policy."""
    return [model for model in apps.get_app_config(app_label).get_models() if policy_of(model)]
