"""The API of the knowledge schema, by topic."""
