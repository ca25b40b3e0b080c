"""The demo company as an app without tables, for its management command."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Brings ``manage.py demo``."""

    name = "config.demo"
    verbose_name = "Demo company"
