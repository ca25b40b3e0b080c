"""The API of the ai schema, by topic."""
