"""How secrets and the security trail are written."""
