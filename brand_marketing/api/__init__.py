"""The API of the brand_marketing schema, by topic."""
