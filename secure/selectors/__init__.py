"""What is read of secrets and of the security trail."""
