"""The API of the property schema, by topic."""
