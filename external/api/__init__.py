"""The API of the external schema, by topic."""
