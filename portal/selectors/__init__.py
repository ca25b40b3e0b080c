"""Reads that span models of the portal schema."""
