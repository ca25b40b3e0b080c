from django.apps import AppConfig


class BrandMarketingConfig(AppConfig):
    """Brand marketing (PostgreSQL schema ``brand_marketing``)."""

    name = "brand_marketing"
    schema = "brand_marketing"
    verbose_name = "Brand marketing"
