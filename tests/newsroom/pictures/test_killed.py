"""Who is killed while a picture is taken in leaves all of it, or files that are swept away."""

from __future__ import annotations

import os
import signal
from io import StringIO

import pytest
from django.core.files.storage import FileSystemStorage, storages
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client
from PIL import Image

from digest.models import Edition, Picture, Rendition
from newsroom.models import Photo, PhotoUse
from tests.factories import (
    account,
    empty_issue,
    issue,
    pressed,
    publication,
    small_photo,
    top_picture,
)
from tests.newsroom.desk import uploads

CREDIT = {"credit-TOTAL_FORMS": "1", "credit-INITIAL_FORMS": "0"}
PLACES = ("originals", "renditions")


def onto_the_screen():
    draft = empty_issue()
    at = f"/admin/newsroom/issue/{draft.pk}/screen/pictures/"
    return lambda client: client.post(at, {"file": uploads.jpeg()})


def into_the_archive():
    at = "/admin/newsroom/photo/add/"
    return lambda client: client.post(
        at,
        {"name": "Crane", "original": uploads.jpeg(), **CREDIT, "credit-0-creator": "Rui Barros"},
    )


def in_anothers_place():
    one = small_photo(credit="")
    at = f"/admin/newsroom/photo/{one.pk}/change/"
    return lambda client: client.post(
        at, {"name": "Buoy", "original": uploads.jpeg(), **CREDIT, "credit-0-creator": ""}
    )


def files():
    return {
        f"{place}/{name}": storages[place].path(name)
        for place in PLACES
        for folder in ["", *storages[place].listdir("")[0]]
        for name in [f"{folder}/{one}".lstrip("/") for one in storages[place].listdir(folder)[1]]
    }


def named():
    originals = Photo.objects.values_list("original", flat=True)
    renditions = Rendition.objects.values_list("file", flat=True)
    return {f"originals/{one}" for one in originals} | {f"renditions/{one}" for one in renditions}


def swept(*arguments):
    said, complaints = StringIO(), StringIO()
    call_command("sweep_pictures", *arguments, stdout=said, stderr=complaints)
    return said.getvalue(), complaints.getvalue()


def made_old():
    for path in files().values():
        os.utime(path, (1, 1))


class Steps:
    """Counts what is done to files and rows, and kills its process before the step of a number."""

    def __init__(self, last):
        self.left = last

    def step(self):
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1

    def before(self, does):
        def stepping(*args, **kwargs):
            self.step()
            answer = does(*args, **kwargs)
            self.step()
            return answer

        return stepping

    def query(self, execute, sql, *rest):
        if not sql.startswith("SELECT"):
            self.step()
        return execute(sql, *rest)

    def watch(self):
        FileSystemStorage._save = self.before(FileSystemStorage._save)
        FileSystemStorage.delete = self.before(FileSystemStorage.delete)
        connection.commit = self.before(connection.commit)
        return connection.execute_wrapper(self.query)


def is_killed_at(number, send, by):
    """Send it in a process that is killed at the step of that number; whether it came so far."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 3
        try:
            client = Client()
            client.force_login(by)
            with Steps(number).watch():
                code = 0 if send(client).status_code in {200, 302} else 4
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


@pytest.fixture(autouse=True)
def own_files(tmp_path, monkeypatch):
    move_to(tmp_path, monkeypatch)
    for place in PLACES:
        (tmp_path / place).mkdir()


def move_to(folder, monkeypatch):
    """Let the storages of pictures, and those that the columns know, lie in a folder."""
    fields = {"originals": Photo.original.field, "renditions": Rendition.file.field}
    for place, field in fields.items():
        for storage in (storages[place], field.storage):
            monkeypatch.setattr(storage, "location", str(folder / place))


def whole(one):
    """Whether a photo has the picture of its own original."""
    with one.original.open() as file:
        size = Image.open(file).size
    return one.picture is not None and size == (one.picture.width, one.picture.height)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("prepare", [onto_the_screen, into_the_archive, in_anothers_place])
def test_killed_at_any_step_every_photo_has_its_picture(prepare):
    publication()
    by, send = account(is_superuser=True), prepare()
    step, begun, used = 0, Photo.objects.count(), PhotoUse.objects.count()
    while is_killed_at(step, send, by):
        assert all(whole(one) for one in Photo.objects.all()), f"step {step}"
        assert named() <= files().keys(), f"step {step}"
        assert Picture.objects.filter(renditions=None).count() == 0
        if prepare is onto_the_screen:
            assert Photo.objects.count() - begun == PhotoUse.objects.count() - used
            PhotoUse.objects.all().delete()
            begun, used = Photo.objects.count(), 0
        step += 1
    assert step > 10
    assert files().keys() - named()
    made_old()
    swept("--remove")
    assert files().keys() == named()
    assert Photo.objects.exists()


@pytest.mark.django_db
def test_sweeping_says_first_and_takes_what_is_old_and_named_nowhere():
    draft, kept = issue(), small_photo()
    top_picture(draft, kept)
    pressed(draft)
    lost = small_photo(credit="")
    bare = small_photo(credit="")
    Photo.objects.filter(pk=bare.pk).update(picture=None)
    Photo.objects.filter(pk=lost.pk).delete()
    lost.picture.delete()
    # A document names it, and its rows are gone: somebody has deleted them by hand.
    Rendition.objects.filter(picture=kept.picture).delete()
    before = files().keys()
    assert swept("--remove")[0].startswith("0 files removed"), "young files stay"
    made_old()
    said, complaints = swept()
    taken = {f"originals/{lost.original.name}", f"renditions/{lost.picture.key}/60.jpg"}
    assert set(said.splitlines()[:-1]) == taken
    assert "2 files to remove: run again with --remove" in said
    assert f"Photo {bare.pk} (Buoy) has no picture" in complaints
    assert files().keys() == before
    swept("--remove")
    assert files().keys() == before - taken
    assert lost.picture.key not in storages["renditions"].listdir("")[0]
    assert f"renditions/{kept.picture.key}/60.jpg" in files()
    assert Edition.objects.count() == 1


@pytest.mark.django_db
def test_folders_that_are_not_there_hold_nothing(monkeypatch, tmp_path):
    move_to(tmp_path / "none", monkeypatch)
    assert swept()[0] == "0 files to remove: run again with --remove.\n"
