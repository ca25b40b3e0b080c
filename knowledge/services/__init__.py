"""What people and jobs do with knowledge rows."""
