"""The API of the property_listings schema, by topic."""
