"""Where staff see what is drawn of a photo."""

from __future__ import annotations

from django.urls import reverse

from digest.models import Rendition


def address_of(rendition: Rendition) -> str:
    """Where staff see a rendition."""
    return reverse("desk-picture", args=[rendition.picture.key, rendition.width])
