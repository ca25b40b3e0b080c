"""Users."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from guardian.mixins import GuardianUserMixin

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    NowField,
    ScopedQuerySet,
    SealedField,
    SearchTextField,
    in_schema,
    search_index,
)
from portal.choices.users import (
    USER_STATUS,
    PortalSessionDeviceType,
    PortalSessionRevokedReason,
    UserAuthProvider,
    UserMfaMethod,
    UserPreferenceValueType,
    UserStatus,
    UserType,
)


class UserManager(BaseUserManager.from_queryset(ScopedQuerySet)):
    """Makes accounts; people are known by their e-mail address."""

    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)

    def get_by_natural_key(self, username):
        return self.get(email=username.strip().lower())

    def create_user(self, email, password=None, **fields):
        """A new account; without a password nobody can sign in to it."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """An account that every door opens for (``manage.py createsuperuser``)."""
        fields = {
            "user_type": UserType.ADMIN,
            "status": UserStatus.ACTIVE,
            "is_staff": True,
            "is_superuser": True,
            **fields,
        }
        return self.create_user(email, password, **fields)


class User(Entity, GuardianUserMixin, AbstractBaseUser, PermissionsMixin):
    """Accounts for every portal; the Django AUTH_USER_MODEL."""

    number = BusinessIDField("USR-", db_column="user_id")

    contact = models.OneToOneField(
        "directory.Contact", models.SET_NULL, related_name="user", null=True, blank=True
    )
    team_member = models.OneToOneField(
        "team.TeamMember", models.SET_NULL, related_name="user", null=True, blank=True
    )
    homeowner = models.OneToOneField(
        "directory.Homeowner", models.SET_NULL, related_name="user", null=True, blank=True
    )
    guest = models.OneToOneField(
        "directory.Guest", models.SET_NULL, related_name="user", null=True, blank=True
    )
    timezone = CodeField("ref.TimeZone", db_column="timezone", related_name="users", null=True)
    language = CodeField("ref.Language", related_name="users", default="en")

    email = EmailField(unique=True, help_text="login name, compared case-insensitively")
    user_type = ChoiceField(UserType)
    email_verified = FlagField()
    email_verified_at = models.DateTimeField(null=True, blank=True)
    phone_verified = FlagField()
    mfa_enabled = FlagField()
    last_login_ip = models.GenericIPAddressField(null=True, blank=True)
    failed_login_count = IntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    must_change_password = FlagField()
    is_active = FlagField(default=True)
    is_staff = FlagField(help_text="admin site access")
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    phone = LineField(null=True)
    mfa_method = ChoiceField(UserMfaMethod, null=True)
    mfa_secret_encrypted = SealedField(null=True, typed=False)
    auth_provider = ChoiceField(UserAuthProvider, default=UserAuthProvider.LOCAL)
    external_auth_id = LineField(null=True)
    date_joined = NowField()
    deactivated_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(UserStatus, default=UserStatus.PENDING)

    search_text = SearchTextField("number", "email", "first_name", "last_name", "phone")

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    label_fields = ("email", "number")

    def get_full_name(self):
        """First and last name as far as they are known; may be empty."""
        return " ".join(name for name in (self.first_name, self.last_name) if name)

    class Meta:
        db_table = in_schema("portal", "users")
        verbose_name = "user"
        verbose_name_plural = "users"
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(failed_login_count__gte=0),
                name="users_failed_login_count_check",
                violation_error_message="Failed login count cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["auth_provider", "external_auth_id"],
                name="users_auth_provider_external_auth_id_unique",
                condition=models.Q(external_auth_id__isnull=False),
                violation_error_message="There is already a row with this auth provider, external auth id.",
            ),
        ]
        indexes = [
            models.Index(fields=["user_type"], name="users_user_type"),
            models.Index(fields=["status"], name="users_status"),
            search_index("users_search"),
        ]
        triggers = [USER_STATUS.guard()]


class PortalSession(Log):
    """Sign-in sessions per device with expiry."""

    user = models.ForeignKey("portal.User", models.CASCADE, related_name="sessions", db_index=False)

    device_info = models.JSONField(null=True, blank=True)
    ip_address = models.GenericIPAddressField(null=True, blank=True, help_text="stored as inet")
    user_agent = LineField(null=True)
    started_at = NowField()
    expires_at = models.DateTimeField()
    last_activity_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_reason = ChoiceField(PortalSessionRevokedReason, null=True)
    token_hash = LineField(unique=True, help_text="hash of the JWT id, never the token")
    refresh_token_hash = LineField(null=True, unique=True)
    refresh_expires_at = models.DateTimeField(null=True, blank=True)
    device_type = ChoiceField(PortalSessionDeviceType, null=True)
    device_name = LineField(null=True)
    mfa_verified_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("device_name")

    label_fields = ("started_at", "device_name")
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "sessions")
        verbose_name = "session"
        verbose_name_plural = "sessions"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("started_at")),
                name="sessions_expires_at_started_at_check",
                violation_error_message="Expires at must be after started at.",
            )
        ]
        indexes = [
            models.Index(fields=["user", "is_active"], name="sessions_user_is_active"),
            models.Index(fields=["expires_at"], name="sessions_expires_at"),
            search_index("sessions_search"),
        ]


class UserPreference(BaseModel):
    """User settings as key and value."""

    user = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="preferences", db_index=False
    )

    preference_key = LineField()
    preference_value = LineField(null=True)
    value_type = ChoiceField(UserPreferenceValueType, default=UserPreferenceValueType.STRING)

    label_fields = ("preference_key",)
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "preferences")
        verbose_name = "preference"
        verbose_name_plural = "preferences"
        ordering = ["preference_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "preference_key"],
                name="preferences_user_preference_key_unique",
                violation_error_message="There is already a row with this user, preference key.",
            )
        ]
