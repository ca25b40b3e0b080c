"""Every exception to a conformance test: test -> "app.Model" -> why. A stale entry fails."""

EXEMPTIONS: dict[str, dict[str, str]] = {}
