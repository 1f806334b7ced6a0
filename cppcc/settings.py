"""One file, no environments: what differs between machines comes from the environment,
and the defaults are the safe ones."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from cppcc.database import app_role, database

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str | None = None) -> str:
    """Return an environment variable; without a default it is required."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"请设置环境变量 {name}。Set the environment variable {name}.")
    return value


def env_bool(name: str, default: bool) -> bool:
    return env(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


DEBUG = False
HTTPS = env_bool("CPPCC_HTTPS", True)  # off only where script/demo and the tests bind loopback
SECRET_KEY = env("CPPCC_SECRET_KEY", None if HTTPS else "only-for-tests-and-tools-on-loopback")
ALLOWED_HOSTS = env("CPPCC_ALLOWED_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [url for url in env("CPPCC_ORIGINS", "").split(",") if url]
SITE = (CSRF_TRUSTED_ORIGINS or [f"https://{ALLOWED_HOSTS[0]}" if HTTPS else ""])[0]  # in links

TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
LANGUAGE_CODE = "zh-hans"
USE_I18N = True

CLOCK = None  # the instant at which cppcc.clock stands still; None lets it run
if os.environ.get("CPPCC_NOW"):
    if HTTPS:
        raise ImproperlyConfigured(
            "正式运行时不得设置 CPPCC_NOW。CPPCC_NOW is refused where HTTPS is on."
        )
    CLOCK = datetime.fromisoformat(os.environ["CPPCC_NOW"]).replace(tzinfo=ZoneInfo(TIME_ZONE))

DATABASES = {"default": database(env("CPPCC_DATABASE_ROLE", "app"))}
DATABASE_APP_ROLE = app_role()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "cppcc",
    "counties",
    "accounts",
    "members",
    "directives",
    "matters",
    "plans",
    "activities",
    "proposals",
    "summaries",
    "desk",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.session_limits",
    "accounts.middleware.LoginRequired",  # closed unless a view opts out
    "accounts.middleware.acting",
    "accounts.middleware.second_factor",
    "cppcc.audit.refusals",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # answers when a login is locked
]

ROOT_URLCONF = "cppcc.urls"
WSGI_APPLICATION = "cppcc.wsgi.application"

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
                "desk.navigation.frame",
                "desk.navigation.navigation",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_HASHERS = ["accounts.authentication.BoundedArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.authentication.LengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Wrong passwords: five for one login name from one address lock it for a quarter of an hour.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.authentication.PersonBackend",
]
AXES_FAILURE_LIMIT = int(env("CPPCC_LOGIN_FAILURES", "5"))
AXES_COOLOFF_TIME = timedelta(minutes=int(env("CPPCC_LOCK_MINUTES", "15")))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # a lock ends when it said it would
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # no statistics of logins are kept
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "typed", "next", "csrfmiddlewaretoken"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "cppcc.addresses.client_address"
AXES_USERNAME_CALLABLE = "accounts.authentication.typed_name"
AXES_LOCKOUT_CALLABLE = "accounts.views.login.locked"
PROXIES = int(env("CPPCC_PROXIES", "1" if HTTPS else "0"))  # of ours, in front of the program

EMAIL_HOST = env("CPPCC_EMAIL_HOST", "")  # without one, staff hand over links
EMAIL_PORT = int(env("CPPCC_EMAIL_PORT", "465"))
EMAIL_USE_SSL, EMAIL_USE_TLS = EMAIL_PORT == 465, EMAIL_PORT == 587
EMAIL_HOST_USER = env("CPPCC_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env("CPPCC_EMAIL_PASSWORD", "")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("CPPCC_EMAIL_FROM", EMAIL_HOST_USER or "webmaster@localhost")

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = Path(env("CPPCC_FILES", str(BASE_DIR / "var" / "files")))  # never served by path

# The owners a figure can be counted for; the kernel knows them by these names only.
FIGURE_OWNERS = {
    "county": "counties.County",
    "township": "counties.Township",
    "member": "members.Membership",
}

AUDIT_READERS = {"audit"}  # the roles that read the audit trail, by their keys in counties.roles

# Short, visible sessions on shared computers (accounts/sessions.py): idle minutes, whole hours.
SESSION_ENGINE = "accounts.sessions"
IDLE_MINUTES = int(env("CPPCC_IDLE_MINUTES", "30"))
ADMINISTRATORS_IDLE_MINUTES = int(env("CPPCC_ADMIN_IDLE_MINUTES", "15"))
SESSION_HOURS = int(env("CPPCC_SESSION_HOURS", "12"))
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
INVITATION_DAYS = int(env("CPPCC_INVITATION_DAYS", "7"))
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "accounts.views.login.csrf_failure"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap's own style sheet draws its arrows as data: SVG
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
if HTTPS:
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {  # refusals and wrong passwords stand in the audit trail
        "django.request": {"level": "ERROR"},
        "django.security.csrf": {"level": "ERROR"},  # it names the address, a link's secret too
        "axes": {"level": "ERROR"},
    },
}
