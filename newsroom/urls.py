"""The whole site: the desk under /admin/ and /preview/, readers everywhere else."""

from django.contrib import admin
from django.urls import include, path

from newsroom.desk.preview import draft, notice
from newsroom.desk.specimen import view as specimen

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/issues/<row:pk>/", draft.issue, name="desk-preview"),
    path("preview/notices/<row:pk>/", notice.notice, name="desk-notice-preview"),
    path("preview/pictures/<key:key>/<count:width>.jpg", draft.picture, name="desk-picture"),
    path("preview/specimen/", specimen.sheet, {"name": "issue"}, name="desk-specimen"),
    path("preview/specimen/<slug:name>/", specimen.sheet, name="desk-specimen"),
    path("", include("digest.reader.urls")),
]

handler403 = "newsroom.desk.site.forbidden"
handler404 = "digest.reader.views.not_found"
