"""The API of the geo schema, by topic."""
