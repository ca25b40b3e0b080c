"""How fast it is, as a ratio to the least the database can do in the same run."""
