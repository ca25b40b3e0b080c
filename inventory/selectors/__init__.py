"""Reads that span models of the inventory schema."""
