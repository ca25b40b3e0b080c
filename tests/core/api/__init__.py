"""The engine of the API."""
