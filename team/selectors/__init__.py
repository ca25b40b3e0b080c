"""What is asked of team rows."""
