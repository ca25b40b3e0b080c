"""Console pages of the property_listings schema, by topic."""

from property_listings.admin import channels, content, feeds, listings, performance, rates

__all__ = ["channels", "content", "feeds", "listings", "performance", "rates"]
