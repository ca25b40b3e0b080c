"""The API of the homeowner_acquisition schema, by topic."""
