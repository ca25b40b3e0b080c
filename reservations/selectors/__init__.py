"""Reads that span models of the reservations schema."""
