"""The whole site: the desk under /admin/ and /preview/, readers everywhere else."""

from django.contrib import admin
from django.urls import include, path

from newsroom.desk import noticepreview, preview
from newsroom.desk.specimen import view as specimen

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/issues/<row:pk>/", preview.issue, name="desk-preview"),
    path("preview/notices/<row:pk>/", noticepreview.notice, name="desk-notice-preview"),
    path("preview/pictures/<key:key>/<count:width>.jpg", preview.picture, name="desk-picture"),
    path("preview/specimen/", specimen.sheet, {"name": "issue"}, name="desk-specimen"),
    path("preview/specimen/<slug:name>/", specimen.sheet, name="desk-specimen"),
    path("", include("digest.reader.urls")),
]

handler403 = "newsroom.desk.wayback.forbidden"
handler404 = "digest.reader.views.not_found"
