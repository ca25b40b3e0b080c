"""Calendar feeds: read, pulled and applied; and the calendars that others read from us."""
