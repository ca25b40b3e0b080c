"""Reads that span models of the property schema."""
