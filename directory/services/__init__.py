"""What people and jobs do with directory rows."""
