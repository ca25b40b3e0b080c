"""The portal of owners."""
