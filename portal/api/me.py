"""What is one's own, whoever one is: ``/api/v1/me/``."""

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from core.api.serializers import ApiModelSerializer, ApiSerializer, ScopedCodeField
from core.api.views import PortalView
from portal.choices.users import (
    NotificationTopic,
    PortalSessionRevokedReason,
    UserPreferenceValueType,
)
from portal.models import PortalSession, User
from portal.selectors.notifications import notification_matrix, quiet_hours_kept, zone_of
from portal.selectors.preferences import PREFERENCES, preferences_of
from portal.selectors.sessions import sessions_standing
from portal.services.preferences import notifications_save, preferences_save
from portal.services.profiles import PROFILE_FIELDS, profile_save
from portal.services.sessions import own_session_end, sessions_end
from ref.models import Language, TimeZone


def current_session(request):
    """The session of this call: a token's, or the browser's; None for neither."""
    if isinstance(request.auth, PortalSession):
        return request.auth
    return getattr(request._request, "portal_session", None)


class OpenCodeField(ScopedCodeField):
    """A code that anybody may choose, whoever may read the rest of the lookup."""

    def get_queryset(self):
        """All of the lookup's rows."""
        return self.queryset.all()


class ProfileSerializer(ApiModelSerializer):
    """One's own account."""

    timezone = OpenCodeField(
        slug_field="code", queryset=TimeZone.objects.all(), required=False, allow_null=True
    )
    language = OpenCodeField(slug_field="code", queryset=Language.objects.all(), required=False)

    class Meta:
        model = User
        fields = [
            "id",
            "number",
            "email",
            "email_verified",
            "user_type",
            "status",
            *PROFILE_FIELDS,
            "phone_verified",
            "mfa_enabled",
            "is_staff",
            "last_login",
            "password_changed_at",
        ]
        read_only_fields = [name for name in fields if name not in PROFILE_FIELDS]


class OwnSessionSerializer(ApiModelSerializer):
    """Where one is signed in."""

    is_current = serializers.SerializerMethodField()

    class Meta:
        model = PortalSession
        fields = [
            "id",
            "device_type",
            "device_name",
            "ip_address",
            "user_agent",
            "started_at",
            "last_activity_at",
            "expires_at",
            "mfa_verified_at",
            "is_current",
        ]
        read_only_fields = fields

    def get_is_current(self, session) -> bool:
        """Whether this call came by it."""
        return session.pk == self.context["current"]


class EndedSerializer(ApiSerializer):
    """How many sessions ended."""

    ended = serializers.IntegerField()


def preference_field(known):
    """How a known preference is taken and given."""
    options = {"required": False, "allow_null": True, "help_text": known.help}
    match known.kind:
        case UserPreferenceValueType.BOOLEAN:
            return serializers.BooleanField(**options)
        case UserPreferenceValueType.INTEGER:
            return serializers.IntegerField(
                min_value=known.lowest, max_value=known.highest, **options
            )
    return serializers.ChoiceField(choices=known.choices, **options)


class ClosedSerializer(ApiSerializer):
    """Refuses keys that it does not know: a misspelt choice must not pass for one."""

    def to_internal_value(self, data):
        """The values, or an error for each unknown key."""
        if isinstance(data, dict) and (unknown := [key for key in data if key not in self.fields]):
            known = ", ".join(self.fields)
            raise serializers.ValidationError(
                {str(key): [f"There is no such key. Known: {known}."] for key in unknown}
            )
        return super().to_internal_value(data)


class PreferencesSerializer(ClosedSerializer):
    """What one has chosen, or the defaults."""

    def get_fields(self):
        """The known preferences."""
        return {key: preference_field(known) for key, known in PREFERENCES.items()}


class ChannelsSerializer(ClosedSerializer):
    """By which ways one is told of a topic."""

    email = serializers.BooleanField(required=False)
    sms = serializers.BooleanField(required=False)
    push = serializers.BooleanField(required=False)
    in_app = serializers.BooleanField(required=False)


class TopicsSerializer(ClosedSerializer):
    """Of what, and by which ways."""

    def get_fields(self):
        """One row a topic."""
        return {
            topic.value: ChannelsSerializer(required=False, help_text=topic.label)
            for topic in NotificationTopic
        }


class QuietHoursSerializer(ClosedSerializer):
    """When one is left alone, by the clock where one is; urgent topics come through."""

    is_on = serializers.BooleanField(required=False)
    start = serializers.TimeField(required=False, format="%H:%M")
    end = serializers.TimeField(required=False, format="%H:%M", help_text="may be on the next day")


class NotificationsSerializer(ClosedSerializer):
    """By which ways one is told of what, and when never."""

    topics = TopicsSerializer(required=False)
    quiet_hours = QuietHoursSerializer(required=False)
    time_zone = serializers.CharField(read_only=True)


class MeView(PortalView):
    """One's own account."""

    before_steps = True

    @extend_schema(responses=ProfileSerializer, operation_id="me_profile")
    def get(self, request):
        """Who one is."""
        return Response(ProfileSerializer(request.user).data)

    @extend_schema(request=ProfileSerializer, responses=ProfileSerializer)
    def patch(self, request):
        """Change one's names, phone number, time zone or language."""
        serializer = ProfileSerializer(
            request.user, data=request.data, partial=True, context={"request": request}
        )
        serializer.is_valid(raise_exception=True)
        user = profile_save(user=request.user, values=serializer.validated_data, source="api")
        return Response(ProfileSerializer(user).data)


class SessionsView(PortalView):
    """Where one is signed in."""

    @extend_schema(responses=OwnSessionSerializer(many=True), operation_id="me_sessions")
    def get(self, request):
        """Every session that stands, newest first."""
        current = current_session(request)
        context = {"current": current.pk if current else None}
        rows = sessions_standing(user=request.user)
        return Response(OwnSessionSerializer(rows, many=True, context=context).data)


class SessionView(PortalView):
    """One of one's sessions."""

    @extend_schema(responses={204: None})
    def delete(self, request, session_id):
        """End it; its tokens are worth nothing from now on."""
        try:
            own_session_end(user=request.user, session_id=session_id)
        except PortalSession.DoesNotExist as missing:
            raise NotFound from missing
        return Response(status=status.HTTP_204_NO_CONTENT)


class OtherSessionsView(PortalView):
    """All of one's sessions but this one."""

    @extend_schema(request=None, responses=EndedSerializer)
    def post(self, request):
        """Sign out everywhere else."""
        ended = sessions_end(
            user=request.user,
            reason=PortalSessionRevokedReason.LOGOUT,
            actor=request.user,
            keep=current_session(request),
        )
        return Response({"ended": ended})


class PreferencesView(PortalView):
    """How things look to one."""

    @extend_schema(responses=PreferencesSerializer)
    def get(self, request):
        """Every preference, chosen or default."""
        return Response(preferences_of(user=request.user))

    @extend_schema(
        request=PreferencesSerializer,
        responses=PreferencesSerializer,
        examples=[
            OpenApiExample("Dark", value={"theme": "dark", "page_size": None}, request_only=True)
        ],
    )
    def patch(self, request):
        """Change those named; null is the default again."""
        serializer = PreferencesSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
        preferences_save(user=request.user, actor=request.user, values=values)
        return Response(preferences_of(user=request.user))


class NotificationsView(PortalView):
    """By which ways one is told of what."""

    @extend_schema(responses=NotificationsSerializer)
    def get(self, request):
        """Topic by channel, and the quiet hours."""
        return Response(self.shown(request.user))

    @extend_schema(
        request=NotificationsSerializer,
        responses=NotificationsSerializer,
        examples=[
            OpenApiExample(
                "No text messages about stays, and quiet nights",
                value={
                    "topics": {"bookings": {"sms": False}},
                    "quiet_hours": {"is_on": True, "start": "21:30", "end": "06:30"},
                },
                request_only=True,
            )
        ],
    )
    def patch(self, request):
        """Change what is named; the rest stays."""
        serializer = NotificationsSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        values = serializer.validated_data
        notifications_save(
            user=request.user,
            actor=request.user,
            topics=values.get("topics"),
            quiet_hours=values.get("quiet_hours"),
        )
        return Response(self.shown(request.user))

    def shown(self, user):
        """As it stands."""
        return {
            "topics": notification_matrix(user=user),
            "quiet_hours": quiet_hours_kept(user=user),
            "time_zone": zone_of(user).key,
        }
