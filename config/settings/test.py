"""The test suite: real PostgreSQL, quick password hashes."""

from tempfile import TemporaryDirectory

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, STORAGES

SECRET_KEY = "tests-only"  # noqa: S105
ENCRYPTION_KEYS = ["test:aGFsZWtlZXBlci10ZXN0cy1rZXktbm90LXNlY3JldCE="]
SESSIONS_MUST_BE_RECORDED = False  # Client.force_login makes browsers without a row
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
_seals = TemporaryDirectory(prefix="halekeeper-seals-")
SEALS_ROOT = _seals.name
_uploads = TemporaryDirectory(prefix="halekeeper-imports-")  # goes when the process ends
STORAGES["imports"] = {**STORAGES["imports"], "OPTIONS": {"location": _uploads.name}}
MFA_REQUIRED = "none"  # the tests about it switch it on
_files = TemporaryDirectory(prefix="halekeeper-files-")
STORAGES["files"] = {**STORAGES["files"], "OPTIONS": {"location": _files.name}}
API_THROTTLES = {}  # tests of limits say their own
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"brief": {"()": "config.logs.Brief"}},
    "loggers": {"django.request": {"filters": ["brief"]}},
}
