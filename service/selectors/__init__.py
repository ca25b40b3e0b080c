"""Reads that span models of the service schema."""
