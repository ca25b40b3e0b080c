"""The API of the comms schema, by topic."""
