"""Settings refuse what is unsafe, with a sentence that says which; and take what is good."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
from django.conf import settings
print(settings.DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE,
      settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS > 0, settings.SITE_URL)
"""


@pytest.fixture
def start(tmp_path):
    """Start a process with production's settings, changed as the test says; None unsets one."""

    def run(**changes):
        values = {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "SECRET_KEY": "b9Zt7Qm2xV4cL8wR1nK6yH3sD5fG0jPaUeTiOqWl",
            "ALLOWED_HOSTS": "www.example.org",
            "MEDIA_ROOT": str(tmp_path / "media"),
            "STATIC_ROOT": str(tmp_path / "static"),
            "DATABASE_URL": f"sqlite:///{tmp_path / 'pressday.sqlite3'}",
            **changes,
        }
        given = {name: value for name, value in values.items() if value is not None}
        environment = {**given, "PATH": os.environ["PATH"]}
        command = [sys.executable, "-c", LOOK]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_production_starts_with_every_protection(start):
    result = start()
    assert result.stdout.split() == ["False", *["True"] * 4, "https://www.example.org"]


@pytest.mark.parametrize("hosts", ["127.0.0.1,localhost,[::1]", "localhost"])
def test_local_with_loopback_hosts_starts_without_https(start, hosts):
    result = start(LOCAL="1", ALLOWED_HOSTS=hosts)
    address = f"http://{hosts.split(',')[0]}"
    assert result.stdout.split() == ["False", *["False"] * 4, address]


def test_debug_needs_nothing_else(start):
    result = start(DEBUG="1", SECRET_KEY=None, ALLOWED_HOSTS=None)
    assert result.stdout.split()[0] == "True"


@pytest.mark.parametrize("key", [None, "for-development-only"])
def test_default_secret_key_is_refused(start, key):
    refused(start(SECRET_KEY=key), "SECRET_KEY is not set")


@pytest.mark.parametrize("hosts", [None, " , "])
def test_no_allowed_hosts_is_refused(start, hosts):
    refused(start(ALLOWED_HOSTS=hosts), "ALLOWED_HOSTS is empty")


def test_media_folder_that_cannot_be_written_is_refused(start, tmp_path):
    """Below a file nobody can make a folder, not even root."""
    (tmp_path / "a-file").write_text("")
    folder = tmp_path / "a-file" / "media"
    refused(start(MEDIA_ROOT=str(folder)), f"MEDIA_ROOT is {folder}, and files cannot be written")


@pytest.mark.parametrize(
    "hosts",
    ["www.example.org", "localhost,www.example.org", "192.168.1.4", "*", ".localhost"],
)
def test_local_with_another_host_is_refused(start, hosts):
    refused(start(LOCAL="1", ALLOWED_HOSTS=hosts), "LOCAL=1 switches protections off")


def test_flag_that_is_neither_yes_nor_no_is_refused(start):
    refused(start(DEBUG="maybe"), "DEBUG is “maybe”: write 1 or 0")


def refused(result, sentence):
    assert result.returncode != 0
    assert result.stdout == ""
    last = result.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert sentence in last
