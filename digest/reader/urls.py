"""Every public address."""

from django.urls import path

from digest.feeds import AtomFeed, RssFeed
from digest.reader import views
from digest.sitemaps import sitemap

app_name = "reader"

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.readers(sitemap), name="sitemap"),
    # /feeds/all.atom, /feeds/<series>.rss
    path("feeds/<slug:series>.rss", views.readers(RssFeed()), name="rss"),
    path("feeds/<slug:series>.atom", views.readers(AtomFeed()), name="atom"),
    path("pictures/<key:key>/<count:width>.jpg", views.picture, name="picture"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("archive/", views.archive, name="archive"),
    path("archive/<year:year>/", views.archive_year, name="archive-year"),
    # /<series>/…
    path("<slug:series>/", views.series, name="series"),
    path("<slug:series>/archive/", views.archive, name="series-archive"),
    path("<slug:series>/archive/<year:year>/", views.archive_year, name="series-archive-year"),
    path("<slug:series>/<slug:slug>/", views.issue, name="issue"),
    path("<slug:series>/<slug:slug>/versions/<count:revision>/", views.version, name="version"),
]
