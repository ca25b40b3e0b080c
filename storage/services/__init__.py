"""What people and jobs do with storage rows."""
