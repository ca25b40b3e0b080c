"""The API of the inventory schema, by topic."""
