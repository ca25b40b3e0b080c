"""The console's pages of quotes."""
