"""Pages of the console about the own account: signing in, second factor, password, mailed links."""
