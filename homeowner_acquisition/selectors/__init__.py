"""Reads that span models of the homeowner_acquisition schema."""
