"""The API of the analytics schema, by topic."""
