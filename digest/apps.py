"""The publication: what readers can see."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DigestConfig(AppConfig):
    """Editions, their folios and the frame around them."""

    name = "digest"
    verbose_name = _("Publication")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The converters of addresses are known before any address is read."""
        from digest.lib import paths  # noqa: F401
