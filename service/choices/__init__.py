"""Closed lists of values, by topic."""
