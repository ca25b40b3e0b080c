"""The API of the portal schema: signing in, and what is one's own."""
