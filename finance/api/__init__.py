"""The API of the finance schema, by topic."""
