"""All settings, read from the environment. Unsafe values are refused at the start.

SECRET_KEY      required unless DEBUG=1
ALLOWED_HOSTS   host names, apart by commas; required unless DEBUG=1
SITE_URL        the site's address, such as https://example.org; else made of the first host
DATABASE_URL    postgres://…; else a SQLite file in var/
MEDIA_ROOT      folder of originals and renditions; else var/media
STATIC_ROOT     folder of collected static files; else var/static
LOCAL=1         plain http on this machine; only with loopback hosts
BEHIND_PROXY=1  trust the proxy's X-Forwarded-Proto
DEBUG=1         for development
"""

from __future__ import annotations

import ipaddress
import os
import zoneinfo
from pathlib import Path
from urllib.parse import quote

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import process_link
from whitenoise.compress import Compressor

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"


def _flag(name: str) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "0", "no", "false", "off"}:
        return False
    if value in {"1", "yes", "true", "on"}:
        return True
    raise ImproperlyConfigured(f"{name} is “{value}”: write 1 or 0.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _writable(folder: Path, name: str) -> Path:
    """Make the folder, and refuse to start where files cannot be written to it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name} is {folder}, and files cannot be written there: {error.strerror}."
        ) from error
    return folder


# --- What is refused ---------------------------------------------------------

DEBUG = _flag("DEBUG")
LOCAL = _flag("LOCAL")

_DEFAULT_KEY = "for-development-only"
SECRET_KEY = os.environ.get("SECRET_KEY", "") or _DEFAULT_KEY
if not DEBUG and SECRET_KEY == _DEFAULT_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Make one with: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

ALLOWED_HOSTS = [h.strip() for h in os.environ.get("ALLOWED_HOSTS", "").split(",") if h.strip()]
if not ALLOWED_HOSTS:
    if not DEBUG:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is empty. Name the hosts of the site, apart by commas."
        )
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
if LOCAL and not all(_is_loopback(host) for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "LOCAL=1 switches protections off and is meant for this machine alone: "
        "ALLOWED_HOSTS may then name only 127.0.0.1, [::1] and localhost."
    )

MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT") or VAR_DIR / "media")
if not DEBUG:
    _writable(MEDIA_ROOT, "MEDIA_ROOT")

# --- Where we are ------------------------------------------------------------

_scheme = "http" if LOCAL or DEBUG else "https"
SITE_URL = (os.environ.get("SITE_URL") or f"{_scheme}://{ALLOWED_HOSTS[0].lstrip('.')}").rstrip("/")

INSTALLED_APPS = [
    "taggit",
    "newsroom.apps.NewsroomConfig",
    "digest.apps.DigestConfig",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_prose_editor",
    "js_asset",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.plainrequest.PlainRequestMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.desk.middleware.DeskMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

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
# Fields are rendered by our templates too: templates/django/forms/widgets/attrs.html.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database ----------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{quote(str(VAR_DIR / 'pressday.sqlite3'))}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    # Tests run on a file: a database in memory proves nothing about locks.
    DATABASES["default"]["TEST"] = {"NAME": f"{DATABASES['default']['NAME']}.test"}

# --- Language and time -------------------------------------------------------

LANGUAGE_CODE = "en"
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True
# The rules of zones are those of the pinned tzdata: an update is seen in the lock file, and
# never comes with the machine.
zoneinfo.reset_tzpath(to=())

# --- Files -------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Source maps are for people with tools open; compressing them is most of collectstatic's time.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

# Media has no address of its own: reader/pictures answers renditions, nobody answers originals.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "originals", "base_url": None},
    },
    "renditions": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT / "renditions", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Accounts ----------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["newsroom.auth.RightsBackend"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in [
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    ]
]
LOGIN_URL = "admin:login"
# Where who logs in is led that asked for no page of ours.
LOGIN_REDIRECT_URL = "admin:index"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# The screen reads the token for each request: logging in elsewhere gives a new one.
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# --- Security ----------------------------------------------------------------

_secure = not (DEBUG or LOCAL)
SECURE_SSL_REDIRECT = _secure
SESSION_COOKIE_SECURE = _secure
CSRF_COOKIE_SECURE = _secure
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _secure
SECURE_HSTS_PRELOAD = _secure
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if _flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Reader pages: nothing inline, nothing foreign, no script at all.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "img-src": [SELF],
        "style-src": [SELF],
        # No script of ours asks for anything; auditors fetch robots.txt from within the page.
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# A preview is a reader's page that the desk shows in a frame.
PREVIEW_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "frame-ancestors": [SELF],
}
# The desk needs scripts, one import map, and what the rich text editor adds to the page.
DESK_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF],
    "style-src-elem": [
        SELF,
        "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='",
    ],
    # Without style attributes the editor cannot read which pasted words are bold.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

TAGGIT_CASE_INSENSITIVE = True

# Our own link and numbered list stand in the place of the editor's (static/js/desk/schema.js).
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [f"{STATIC_URL}js/desk/schema.js"], "extensions": {"Link": process_link}}
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
