"""What people and jobs do with team rows."""
