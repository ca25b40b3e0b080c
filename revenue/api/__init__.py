"""The API of the revenue schema, by topic."""
