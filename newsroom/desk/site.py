"""The Django admin, as our desk."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    """Stock admin under our name."""

    site_header = _("Pressday")
    site_title = _("Pressday")
    index_title = _("The desk")
