"""Pages of imports beside their list: upload, the import itself, what is done with it, files."""
