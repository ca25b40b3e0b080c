"""The portal of the team."""
