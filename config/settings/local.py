"""A person's own machine: ``make run``."""

from config.settings.base import *  # noqa: F403
from config.settings.base import env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="only-for-a-machine-of-your-own-never-for-a-server")
# For the demo company alone: anybody can read this key here.
ENCRYPTION_KEYS = env.list(
    "ENCRYPTION_KEYS", default=["local:aGFsZWtlZXBlci1sb2NhbC1rZXktbm90LXNlY3JldCE="]
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
