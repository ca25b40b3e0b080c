"""What is asked of knowledge rows."""
