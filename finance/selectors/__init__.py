"""Reads that span models of the finance schema."""
