"""The addresses of an issue's screen, under the issue's own in the admin."""

from django.urls import URLPattern, path

from newsroom.desk.screen import photos, suggestions, tray, views


def patterns() -> list[URLPattern]:
    """All of them. They look after rights themselves (views.small): what every page of the
    admin goes through would send a signed-out request to the log-in page.
    """
    part = "<row:pk>/screen/parts/<slug:kind>/<row:part>/"
    return [
        path("suggest/<slug:what>/", suggestions.suggest, name="desk-suggest"),
        path("<row:pk>/screen/", views.side, name="desk-screen"),
        path("<row:pk>/screen/side/", views.side, name="desk-side"),
        path("<row:pk>/screen/pictures/", photos.place, name="desk-place-photo"),
        path("<row:pk>/screen/pictures/<row:card>/", photos.place, name="desk-place-card-photo"),
        path("<row:pk>/screen/parts/<slug:kind>/add/", views.add, name="desk-add-part"),
        path("<row:pk>/screen/parts/section/<row:part>/say/", views.say, name="desk-say"),
        path("<row:pk>/screen/parts/section/<row:part>/tray/", tray.offered, name="desk-tray"),
        path("<row:pk>/screen/parts/brief/<row:part>/park/", views.park, name="desk-park"),
        path("<row:pk>/screen/parts/brief/<row:part>/copy/", views.copy, name="desk-copy"),
        path(f"{part}move/", views.move, name="desk-move"),
        path(f"{part}remove/", views.remove, name="desk-remove"),
        path(f"{part}restore/", views.restore, name="desk-restore"),
        path(f"{part}duplicate/", views.duplicate, name="desk-duplicate"),
        path(part, views.part, name="desk-part"),
    ]
