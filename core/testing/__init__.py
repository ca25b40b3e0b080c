"""What the tests of all apps share; nothing here runs in production."""
