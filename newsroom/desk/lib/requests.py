"""A request at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.http import HttpRequest


class DeskRequest(HttpRequest):
    """A request of somebody who is signed in: the admin lets nobody else in."""

    user: User
