"""The portal of guests."""
