"""Console pages of the brand_marketing schema, by topic."""

from brand_marketing.admin import advertising, brand, campaigns, content, social

__all__ = ["advertising", "brand", "campaigns", "content", "social"]
