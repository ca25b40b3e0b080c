"""What people and jobs do with property rows."""
