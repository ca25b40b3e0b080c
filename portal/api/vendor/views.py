"""What somebody from outside sees who was let in to single tickets: those, their photos, no more."""

from django.db.models import Prefetch
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin

from core.api.serializers import ApiModelSerializer
from core.api.views import PortalViewSet
from core.permissions.standing import granted_to
from portal.api.doors import IsContact, doors, file_answer, found
from portal.api.team.serializers import PhotoSerializer
from service.models import Ticket
from storage.models import TicketFile


class VendorTicketSerializer(ApiModelSerializer):
    """The work, in the ticket's own words: nothing of house, guest, owner or cost."""

    class Meta:
        model = Ticket
        fields: tuple[str, ...] = (
            "id",
            "number",
            "title",
            "description",
            "category",
            "priority",
            "status",
            "scheduled_date",
            "created_at",
        )
        read_only_fields: tuple[str, ...] = fields


class VendorTicketDetailSerializer(VendorTicketSerializer):
    """The work with its photos."""

    photos = PhotoSerializer(many=True, source="shown_photos")

    class Meta(VendorTicketSerializer.Meta):
        fields = (*VendorTicketSerializer.Meta.fields, "photos")
        read_only_fields = fields


class VendorTicketViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Tickets that I was let in to, for as long as that holds."""

    permission_classes = doors(IsContact)
    serializer_class = VendorTicketSerializer
    queryset = Ticket.objects.none()

    def get_queryset(self):
        """Tickets granted to the caller, while that holds; one of them with its photos."""
        user = self.request.user
        rows = Ticket.objects.for_user(user).filter(pk__in=granted_to(user, Ticket, "read"))
        rows = rows.order_by("-id")
        if self.action == "list":
            return rows
        photos = TicketFile.objects.for_user(user).select_related("file").order_by("sort_order")
        return rows.prefetch_related(Prefetch("files", photos, to_attr="shown_photos"))

    def get_serializer_class(self):
        """One ticket comes with its photos."""
        is_list = self.action == "list"
        return VendorTicketSerializer if is_list else VendorTicketDetailSerializer

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, pagination_class=None, url_path="photos/<uuid:photo>", url_name="photo")
    def photo(self, request, pk, photo):
        """A photo of the ticket: the file itself."""
        ticket = self.get_object()
        links = TicketFile.objects.for_user(request.user).select_related("file")
        return file_answer(found(links.filter(ticket=ticket), file=photo).file)
