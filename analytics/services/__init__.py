"""What is done with the analytics views."""

from analytics.services.refresh import ViewRefresh, views_refresh

__all__ = ["ViewRefresh", "views_refresh"]
