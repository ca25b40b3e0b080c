"""The API of the team schema, by topic."""
