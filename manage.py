#!/usr/bin/env python
"""Django's command line. Starts the embedded PostgreSQL unless DATABASE_URL names a server."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    if not os.environ["DJANGO_SETTINGS_MODULE"].endswith(".production"):
        from config.embedded import ServerError, ensure_database_url

        try:
            ensure_database_url()
        except ServerError as problem:
            sys.exit(str(problem))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
