"""Settings that hold everywhere. What differs by place comes from the environment."""

from datetime import time, timedelta
from pathlib import Path
from typing import Any

import environ
import structlog
from django.utils.csp import CSP

from config.embedded import data_folder
from config.logs import without_links
from config.settings.unfold import UNFOLD  # noqa: F401  read by django-unfold

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

SECRET_KEY = env("SECRET_KEY", default="")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# What this process answers: console, api, or both; each can have processes and names of its own.
SERVES = env.list("SERVES", default=["console", "api"])
# The path of the console: no leading slash, one at the end.
CONSOLE_PATH = env("CONSOLE_PATH", default="console/")

# One app for each PostgreSQL schema, in the order in which people think of them.
SCHEMA_APPS = [
    "directory",
    "property",
    "reservations",
    "service",
    "team",
    "storage",
    "inventory",
    "finance",
    "portal",
    "ref",
    "geo",
    "ai",
    "comms",
    "knowledge",
    "revenue",
    "concierge",
    "brand_marketing",
    "property_listings",
    "external",
    "homeowner_acquisition",
    "secure",
    "analytics",
    "staging",
]
INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",  # the default one would put its own site in place of ours
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.inlines",
    "unfold.contrib.import_export",
    "unfold.contrib.guardian",
    "config.apps.ConsoleConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "corsheaders",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "guardian",
    "import_export",
    "pgtrigger",
    "procrastinate.contrib.django",
    "core",
    *SCHEMA_APPS,
    "config.demo",
]
MIDDLEWARE = [
    "core.middleware.health",
    "core.middleware.origin",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "core.middleware.edges",
    "corsheaders.middleware.CorsMiddleware",
    "core.middleware.no_nul",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.middleware.live_session",
    "portal.admin.account.steps.StepsFirst",
    "portal.admin.access.viewing.ViewAs",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.RequestLog",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default="postgresql:///halekeeper")}
DATABASES["default"] |= {
    "ENGINE": "config.postgresql",
    "CONN_MAX_AGE": env.int("DATABASE_CONN_MAX_AGE", default=60),
    "CONN_HEALTH_CHECKS": True,
}
# A role named like a schema would get that schema first; "$user" is therefore not in the path.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c search_path=public"
# Statements that a new table of a schema gets: the triggers for updated_at and history.
DATABASE_TABLE_HOOK = "core.history.ddl.row_triggers"

AUTH_USER_MODEL = "portal.User"
AUTHENTICATION_BACKENDS = ["core.permissions.backend.PolicyBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ),
    {"NAME": "portal.services.password_rules.WithoutOwnAddress"},
    {"NAME": "portal.services.password_rules.NotUsedBefore"},
]
PASSWORD_HASHERS = ["core.permissions.hashers.Argon2PasswordHasher"]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# Answers which scopes, teams and grants a person has: scopes_of, teams_of, grants_of.
PERMISSION_SOURCE = "portal.selectors.permissions"
# Each may give a button on the page of a row: (request, row) -> (label, address) or None.
RECORD_LINKS = [
    "reservations.admin.desk.stays.link",
    "portal.admin.access.sharing.link",
    "portal.admin.access.reach.link",
]
# What keeps columns and saved views of the console's lists.
LIST_KEEPER = "portal.services.lists"
GUARDIAN_MONKEY_PATCH_USER = False
ANONYMOUS_USER_NAME = None

LANGUAGE_CODE = "en-us"
TIME_ZONE = "Pacific/Honolulu"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = None

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "config" / "static"]
MEDIA_ROOT = env("MEDIA_ROOT", default=str(BASE_DIR / "media"))
MEDIA_URL = "media/"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    # Spreadsheets on their way in: never below MEDIA_ROOT, which a web server may serve. Web and
    # worker processes see the same folder.
    "imports": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": env("IMPORTS_ROOT", default=str(data_folder() / "imports")),
            "file_permissions_mode": 0o600,
        },
    },
}
# Photos and papers people send: never below MEDIA_ROOT either; read through views that ask who it is.
STORAGES["files"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {
        "location": env("FILES_ROOT", default=str(data_folder() / "files")),
        "file_permissions_mode": 0o600,
    },
}
UPLOAD_MOST_BYTES = env.int("UPLOAD_MOST_BYTES", default=20_000_000)
# Hours before check-in from which guests see the codes of their stay (docs/api.md).
ACCESS_CODE_HOURS = env.int("ACCESS_CODE_HOURS", default=24)
# Reviews of so many stars of five or fewer, all in all or for cleanliness, open a ticket.
REVIEW_LOW_RATING = env.float("REVIEW_LOW_RATING", default=3.0)
IMPORT_MOST_BYTES = env.int("IMPORT_MOST_BYTES", default=200_000_000)
# A sheet may have 2,000 columns, and the page on which they are mapped a select for each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
SILENCED_SYSTEM_CHECKS = [
    "fields.W342",  # a unique foreign key to a code is one-to-one in all but name
    "guardian.W001",  # object grants are asked for through our own backend
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PGTRIGGER_PRUNE_ON_INSTALL = False

# What a page may load and do; what is no page may do nothing (core/middleware.py).
SECURE_CSP = {
    "default-src": [CSP.NONE],
    # unfold's Alpine.js evaluates expressions in attributes
    "script-src": [CSP.SELF, CSP.UNSAFE_EVAL],
    # unfold's templates carry style attributes
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "portal.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["core.api.permissions.PolicyPermission"],
    "DEFAULT_FILTER_BACKENDS": [],
    "DEFAULT_PAGINATION_CLASS": "core.api.pagination.CursorPages",
    "DEFAULT_RENDERER_CLASSES": ["core.api.rendering.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "core.api.rendering.JSONParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_THROTTLE_CLASSES": [
        f"core.api.throttles.{name}Throttle"
        for name in ("Anon", "User", "Burst", "Writes", "Search", "View")
    ],
    "DEFAULT_SCHEMA_CLASS": "core.api.schema.ResourceSchema",
    "EXCEPTION_HANDLER": "core.api.problems.exception_handler",
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
# Calls that each may make: strangers by address, users by account. Counted in the cache below.
API_THROTTLES = {
    "anon": env("API_RATE_ANON", default="60/minute"),
    "user": env("API_RATE_USER", default="3000/minute"),
    "burst": env("API_RATE_BURST", default="100/second"),
    "writes": env("API_RATE_WRITES", default="600/minute"),
    "search": env("API_RATE_SEARCH", default="120/minute"),
    "auth": env("API_RATE_AUTH", default="10/minute"),
}
# Shared by all processes where CACHE_URL says so; by default each counts for itself.
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
IDEMPOTENCY_KEYS = "portal.IdempotencyKey"
# Web pages of other origins that may call the API from a browser.
CORS_ALLOWED_ORIGINS = env.list("CORS_ALLOWED_ORIGINS", default=[])
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_HEADERS = [
    "accept",
    "authorization",
    "content-type",
    "idempotency-key",
    "if-match",
    "if-none-match",
]
CORS_EXPOSE_HEADERS = ["ETag", "Idempotency-Replayed", "Location", "Retry-After"]
SPECTACULAR_SETTINGS = {
    "TITLE": "Halekeeper API",
    "DESCRIPTION": "Operations back office for vacation rentals and resorts.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "OAS_VERSION": "3.1.0",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": ["core.api.schema.compact"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "docExpansion": "list",
        "defaultModelsExpandDepth": 0,
    },
}

# import-export allows everybody everything unless these are set.
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "export"
IMPORT_EXPORT_USE_TRANSACTIONS = True

# Secrets: <id>:<32 bytes in base64>, the first one seals, all of them open (core/secrets.py).
ENCRYPTION_KEYS = env.list("ENCRYPTION_KEYS", default=[])
# Who keeps the security trail, and where its seals are written outside of the database.
SECURITY_LOG = "secure.services.audit.audit_event_record"
SEALS_ROOT = env("SEALS_ROOT", default=str(data_folder() / "seals"))
# How many proxies of our own stand before us: as many entries of X-Forwarded-For are believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

# Accounts (docs/sign-in.md). Links in mails lead to our own pages, a guest's to the guest portal.
SITE_URL = env("SITE_URL", default="http://localhost:8000").rstrip("/")
PORTAL_URL = env("PORTAL_URL", default=SITE_URL).rstrip("/")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Halekeeper <no-reply@localhost>")
# Who must have a second factor: none, admins (roles of administrators), staff, everyone.
MFA_REQUIRED = env("MFA_REQUIRED", default="admins")
# So many earlier passwords are not taken again.
PASSWORD_HISTORY = env.int("PASSWORD_HISTORY", default=5)

# Sign-ins (docs/sessions.md). Tokens are signed by a key of their own, made from SECRET_KEY where
# none is given; another key signs everybody out of the API.
SIMPLE_JWT = {"TOKEN_TYPE_CLAIM": "typ", "USER_ID_CLAIM": "sub"}
TOKEN_SIGNING_KEY = env("TOKEN_SIGNING_KEY", default="")
ACCESS_TOKEN_LIFETIME = timedelta(minutes=env.int("ACCESS_TOKEN_MINUTES", default=15))
SESSION_ENGINE = "core.sessions"
# A browser is signed in only while its row of portal.sessions stands.
SESSIONS_MUST_BE_RECORDED = True
# How many secrets one person may have shown in an hour.
REVEALS_PER_HOUR = env.int("REVEALS_PER_HOUR", default=30)

# Webhooks (docs/webhooks.md). Hosts that may stand on a private network and speak plain http; all
# others must be on the open internet and speak https.
WEBHOOK_TRUSTED_HOSTS = env.list("WEBHOOK_TRUSTED_HOSTS", default=[])
WEBHOOK_KEEP_DAYS = env.int("WEBHOOK_KEEP_DAYS", default=30)
# How the staff API shows rows, and who is called once something was written.
WEBHOOK_ROWS = "config.webhooks"
AFTER_WRITING = "portal.services.webhooks.courier.something_written"

# Guest journeys (docs/journeys.md), by the clock of each property. Messages of a day go out from
# JOURNEY_DAY_STARTS on, outside the quiet hours of their channel (or these).
JOURNEY_DAY_STARTS = time.fromisoformat(env("JOURNEY_DAY_STARTS", default="09:00"))
QUIET_HOURS = env("QUIET_HOURS", default="21:00-08:00")
# Messages about the booking are worth sending so long after it; a message is overdue so long after
# it was due; a journey whose messages were never sent ends so long after its last stage.
BOOKING_MESSAGE_HOURS = env.int("BOOKING_MESSAGE_HOURS", default=48)
MESSAGE_OVERDUE_HOURS = env.int("MESSAGE_OVERDUE_HOURS", default=4)
JOURNEY_CLOSES_AFTER_DAYS = env.int("JOURNEY_CLOSES_AFTER_DAYS", default=7)

# Calendar feeds (docs/calendar-feeds.md). Hosts that may stand on a private network; the bodies of
# pulls, and the pulls themselves, are kept for so many days.
FEED_TRUSTED_HOSTS = env.list("FEED_TRUSTED_HOSTS", default=[])
FEED_BODY_DAYS = env.int("FEED_BODY_DAYS", default=90)
FEED_PULL_DAYS = env.int("FEED_PULL_DAYS", default=400)

# Searches that a person may make in a minute, letters typed into boxes included.
SEARCHES_PER_MINUTE = env.int("SEARCHES_PER_MINUTE", default=120)

# The log names what failed and where, never the values at hand: among them are passwords.
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_links,
        structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        ),
    ],
)

# Quotes. The county of homes that have no area; nights that weekend rates are for (0 = Sunday);
# from how many nights a week's and a month's prices count, and how many nights a month has then;
# the longest gap between stays that is one where a rule does not say.
HOME_COUNTY = env("HOME_COUNTY", default="maui")
WEEKEND_NIGHTS = [int(day) for day in env.list("WEEKEND_NIGHTS", default=["5", "6"])]
WEEK_RATE_FROM = env.int("WEEK_RATE_FROM", default=7)
MONTH_RATE_FROM = env.int("MONTH_RATE_FROM", default=28)
MONTH_RATE_NIGHTS = env.int("MONTH_RATE_NIGHTS", default=30)
GAP_NIGHTS = env.int("GAP_NIGHTS", default=2)
# Days for which a quote is held where nobody says otherwise.
QUOTE_VALID_DAYS = env.int("QUOTE_VALID_DAYS", default=7)
