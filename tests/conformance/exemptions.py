"""Every exception to a conformance test: test -> "app.Model" -> why. A stale entry fails."""

EXEMPTIONS: dict[str, dict[str, str]] = {}

#: The same for files: rule -> path -> why.
LAYOUT: dict[str, dict[str, str]] = {}
