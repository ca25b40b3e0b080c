"""The API of the ref schema, by topic."""
