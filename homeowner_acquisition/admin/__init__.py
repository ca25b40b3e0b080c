"""Console pages of the homeowner_acquisition schema, by topic."""

from homeowner_acquisition.admin import onboarding, proposals, prospects

__all__ = ["onboarding", "proposals", "prospects"]
