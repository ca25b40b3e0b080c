"""Commands of listings."""
