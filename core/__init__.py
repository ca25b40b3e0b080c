"""What all apps share. Knows none of them: apps register with it, never the reverse."""
