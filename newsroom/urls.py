"""The whole site: the desk under /admin/ and /preview/, readers everywhere else."""

from django.contrib import admin
from django.urls import include, path

from newsroom.desk import preview

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/issues/<int:pk>/", preview.issue, name="desk-preview"),
    path("preview/pictures/<str:key>/<int:width>.jpg", preview.picture, name="desk-picture"),
    path("", include("digest.reader.urls")),
]

handler404 = "digest.reader.views.not_found"
