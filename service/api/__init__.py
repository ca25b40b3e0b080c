"""The API of the service schema, by topic."""
