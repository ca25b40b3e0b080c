"""Imports of the reservations schema."""

from reservations.resources import reviews, stays

__all__ = ["reviews", "stays"]
