"""What is asked of storage rows."""
