"""The API of the storage schema, by topic."""
