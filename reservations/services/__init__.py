"""What people and jobs do with reservations rows."""
