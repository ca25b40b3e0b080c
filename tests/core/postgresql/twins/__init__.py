"""Two apps with a model of the same name, each in the schema of its app, that need each other."""
