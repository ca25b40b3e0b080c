"""The root router of the API: /api/v1/<schema>/<table>/."""

from rest_framework.routers import DefaultRouter

from directory.api.contacts import ContactViewSet
from property.api.properties import PropertyViewSet, ResortViewSet
from reservations.api.reservations import ReservationViewSet
from service.api.tickets import TicketViewSet
from team.api.members import TeamMemberViewSet

VIEW_SETS = (
    ContactViewSet,
    ResortViewSet,
    PropertyViewSet,
    ReservationViewSet,
    TicketViewSet,
    TeamMemberViewSet,
)

router = DefaultRouter(use_regex_path=False)
for view_set in VIEW_SETS:
    schema, table = view_set.model._meta.db_table.split('"."')
    name = view_set.model._meta.model_name
    router.register(f"{schema}/{table}", view_set, basename=f"{schema}-{name}")
urlpatterns = router.urls
