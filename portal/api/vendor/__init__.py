"""The portal of vendors."""
