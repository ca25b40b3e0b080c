"""Spreadsheets come in: columns are mapped, cells become values or are refused with a reason."""
