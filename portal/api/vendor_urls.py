"""Addresses for vendors' people, below /api/v1/."""

from rest_framework.routers import SimpleRouter

from portal.api.vendor.views import VendorTicketViewSet

router = SimpleRouter(use_regex_path=False)
router.register("vendor/tickets", VendorTicketViewSet, basename="vendor-ticket")
urlpatterns = router.urls
