"""Django's PostgreSQL backend for models in real schemas: ``ENGINE = "config.postgresql"``."""
