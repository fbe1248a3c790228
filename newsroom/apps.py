"""The workshop: where staff write, check and press."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """Drafts, preflight and the press."""

    name = "newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"


class DeskConfig(AdminConfig):
    """The Django admin, as our desk."""

    default_site = "newsroom.desk.site.Desk"
