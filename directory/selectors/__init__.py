"""Reads that span models of the directory schema."""
