"""Pictures are decoded while no transaction is open (rule 12)."""

import io

import pytest
from django.db import connection
from django.test import Client
from PIL import Image

from newsroom.models import Photo
from tests.factories import account

pytestmark = pytest.mark.django_db(transaction=True)


def test_upload_is_decoded_and_drawn_outside_of_transactions(monkeypatch):
    in_transaction = []
    opened = Image.open

    def watched(*args, **kwargs):
        in_transaction.append(connection.in_atomic_block)
        return opened(*args, **kwargs)

    monkeypatch.setattr(Image, "open", watched)
    data = io.BytesIO()
    Image.new("RGB", (1000, 600), "teal").save(data, "JPEG")
    data.seek(0)
    data.name = "crane.jpg"
    desk = Client()
    desk.force_login(account(is_superuser=True))

    answer = desk.post(
        "/admin/newsroom/photo/add/",
        {
            "name": "Crane",
            "original": data,
            "credit-TOTAL_FORMS": "1",
            "credit-INITIAL_FORMS": "0",
            "credit-0-creator": "Rui Barros",
        },
    )

    assert answer.status_code == 302
    assert [one.width for one in Photo.objects.get().picture.renditions.all()] == [480, 960, 1000]
    assert in_transaction == [False]
