"""The API of the concierge schema, by topic."""
