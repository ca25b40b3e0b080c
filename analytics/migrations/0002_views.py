"""The five materialized views and the plain views they are computed from.

A migration that changes a column they read drops them first and creates them again: see
``analytics/sql/__init__.py``.
"""

from django.db import migrations

from analytics.sql import CREATE, DROP


class Migration(migrations.Migration):
    dependencies = [
        ("analytics", "0001_initial"),
        ("comms", "0002_initial"),
        ("directory", "0002_initial"),
        ("finance", "0002_initial"),
        ("geo", "0002_initial"),
        ("property", "0002_initial"),
        ("property_listings", "0002_initial"),
        ("ref", "0002_initial"),
        ("reservations", "0002_initial"),
        ("revenue", "0002_initial"),
        ("service", "0002_initial"),
        ("team", "0002_initial"),
    ]

    operations = [migrations.RunSQL(CREATE, DROP)]
