"""The API of the staging schema, by topic."""
