"""The root router of the API: each app registers its own view sets with it."""

from rest_framework.routers import DefaultRouter

router = DefaultRouter()
urlpatterns = router.urls
