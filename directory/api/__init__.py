"""The API of the directory schema, by topic."""
