"""What people and jobs do with service rows."""
