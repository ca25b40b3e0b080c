"""Every exception to a conformance test: test -> "app.Model" -> why. A stale entry fails."""

EXEMPTIONS: dict[str, dict[str, str]] = {
    "test_the_smallest_row_can_be_typed_in": {
        "secure.BankAccount": "its account numbers are required, and no form shows secrets",
    },
}

#: The same for files: rule -> path -> why.
LAYOUT: dict[str, dict[str, str]] = {}
