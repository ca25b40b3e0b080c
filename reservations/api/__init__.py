"""The API of the reservations schema, by topic."""
