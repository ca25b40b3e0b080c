"""The API of the secure schema, by topic."""
