"""Nothing of a hidden text is ever in a body or a header, whatever is asked, and however."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from digest.models import Folio, Series
from newsroom import press
from newsroom.press.expecting import seen
from tests import factories
from tests.digest import public_addresses
from tests.digest.canaries import PUBLIC, Marked, found, mark_up
from tests.digest.conftest import Clock
from tests.digest.pagetext import body, page
from tests.digest.visitor import Answer, Visitor
from tests.factories import DAY, HOUR, T0, TICK

pytestmark = pytest.mark.django_db

MARK = "hidden"
ENCODING = "Accept-Encoding"
LONG_AFTER = "Thu, 06 Mar 2436 15:00:00 GMT"


@dataclass
class Hidden:
    """A hidden text at a moment, what answers in its place, and how it would come to light."""

    marked: Marked
    at: datetime
    #: When it was, or will be, public; None where `reveal` has to make it so first.
    shown_at: datetime | None
    reveal: Callable[[], datetime] | None = None
    #: The answers of the issue's address and of its versions 1 to 3.
    issue: int = 404
    versions: tuple[int, int, int] = (404, 404, 404)
    fields: frozenset[str] = field(default=PUBLIC)


def by() -> User:
    return User.objects.get(username="presser")


def expecting(marked: Marked, now: datetime) -> Any:
    return seen(marked.draft, at=now)


def plain(one: Series) -> Any:
    return factories.issue(one, title="Slow boats come home")


def marked_issue(one: Series) -> Marked:
    return mark_up(plain(one), MARK)


def a_draft(one: Series) -> Hidden:
    marked = marked_issue(one)

    def reveal() -> datetime:
        return factories.pressed(marked.draft, now=T0 + DAY).live_from

    return Hidden(marked, T0 + HOUR, None, reveal)


def an_armed_issue(one: Series) -> Hidden:
    marked = marked_issue(one)
    factories.pressed(marked.draft, T0 + DAY, now=T0)
    return Hidden(marked, T0 + DAY - TICK, T0 + DAY)


def a_disarmed_issue(one: Series) -> Hidden:
    marked = marked_issue(one)
    edition = factories.pressed(marked.draft, T0 + DAY, now=T0)
    now = T0 + HOUR
    press.disarm(edition, by=by(), expecting=expecting(marked, now), now=now)

    def reveal() -> datetime:
        now = T0 + 5 * DAY
        again = press.rearm(edition, by=by(), expecting=expecting(marked, now), now=now)
        return again.live_from

    return Hidden(marked, T0 + 2 * DAY, None, reveal)


def a_withdrawn_issue(one: Series) -> Hidden:
    marked = marked_issue(one)
    edition = factories.pressed(marked.draft, now=T0)
    now = T0 + HOUR
    press.withdraw(
        edition.folio, by=by(), expecting=expecting(marked, now), reason="libel", now=now
    )
    return Hidden(marked, now, now - TICK, issue=410, versions=(410, 404, 404))


def a_withdrawn_issue_that_will_return(one: Series) -> Hidden:
    marked = marked_issue(one)
    edition = factories.pressed(marked.draft, now=T0)
    factories.corrected(marked.draft, T0 + DAY, now=T0 + HOUR, note=marked.note)
    now = T0 + 2 * HOUR
    press.withdraw(
        edition.folio,
        by=by(),
        expecting=expecting(marked, now),
        reason="libel",
        keep_armed=True,
        now=now,
    )
    return Hidden(
        marked, now, T0 + DAY, issue=410, versions=(410, 404, 404), fields=PUBLIC | {"note"}
    )


def an_expired_issue(one: Series) -> Hidden:
    marked = marked_issue(one)
    factories.pressed(marked.draft, now=T0, expires_at=T0 + HOUR)
    return Hidden(marked, T0 + HOUR, T0, issue=410, versions=(410, 404, 404))


def a_suppressed_version(one: Series) -> Hidden:
    draft = plain(one)
    first = factories.pressed(draft, now=T0)
    marked = mark_up(draft, MARK)
    second = factories.corrected(draft, now=T0 + HOUR, note=marked.note)
    now = T0 + 2 * HOUR
    press.rearm(
        first,
        by=by(),
        expecting=expecting(marked, now),
        kind="correction",
        note="The first text was right.",
        now=now,
    )
    now = T0 + 3 * HOUR
    press.suppress(second, by=by(), expecting=expecting(marked, now), reason="libel", now=now)
    return Hidden(
        marked,
        now,
        T0 + HOUR,
        issue=200,
        versions=(200, 410, 302),
        fields=PUBLIC | {"note"},
    )


def an_armed_revision(one: Series) -> Hidden:
    draft = plain(one)
    factories.pressed(draft, now=T0)
    marked = mark_up(draft, MARK)
    factories.corrected(draft, T0 + DAY, now=T0 + HOUR, note=marked.note)
    return Hidden(
        marked,
        T0 + DAY - TICK,
        T0 + DAY,
        issue=200,
        versions=(302, 404, 404),
        fields=PUBLIC | {"note"},
    )


def a_disarmed_revision(one: Series) -> Hidden:
    draft = plain(one)
    factories.pressed(draft, now=T0)
    marked = mark_up(draft, MARK)
    second = factories.corrected(draft, T0 + DAY, now=T0 + HOUR, note=marked.note)
    now = T0 + 2 * HOUR
    press.disarm(second, by=by(), expecting=expecting(marked, now), now=now)

    def reveal() -> datetime:
        now = T0 + 5 * DAY
        return factories.corrected(draft, now=now, note=marked.note).live_from

    return Hidden(
        marked,
        T0 + 2 * DAY,
        None,
        reveal,
        issue=200,
        versions=(302, 404, 404),
        fields=PUBLIC | {"note"},
    )


def an_edited_live_issue(one: Series) -> Hidden:
    draft = plain(one)
    factories.pressed(draft, now=T0)
    marked = mark_up(draft, MARK)

    def reveal() -> datetime:
        return factories.corrected(draft, now=T0 + DAY).live_from

    return Hidden(marked, T0 + HOUR, None, reveal, issue=200, versions=(302, 404, 404))


def a_card_of_a_withdrawn_issue(one: Series) -> Hidden:
    marked = marked_issue(one)
    edition = factories.pressed(marked.draft, now=T0)
    host = plain(one)
    factories.own_card(host, marked.draft)
    factories.pressed(host, now=T0 + TICK)
    now = T0 + HOUR
    press.withdraw(
        edition.folio, by=by(), expecting=expecting(marked, now), reason="libel", now=now
    )
    return Hidden(marked, now, now - TICK, issue=410, versions=(410, 404, 404))


KINDS = [
    a_draft,
    an_armed_issue,
    a_disarmed_issue,
    a_withdrawn_issue,
    a_withdrawn_issue_that_will_return,
    an_expired_issue,
    a_suppressed_version,
    an_armed_revision,
    a_disarmed_revision,
    an_edited_live_issue,
    a_card_of_a_withdrawn_issue,
]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def hidden(request: pytest.FixtureRequest, at: Clock) -> Hidden:
    """A hidden text in a site that lives: another issue of the series is public all the time."""
    factories.publication()
    factories.notice(starts_at=T0 - DAY, ends_at=T0 + 30 * DAY)
    one = factories.series(slug="harbour-watch", name="Harbour Watch")
    factories.pressed(factories.issue(one, title="Always here"), now=T0 - DAY)
    return request.param(one)


def sought(hidden: Hidden) -> public_addresses.Sought:
    marked = hidden.marked
    return public_addresses.Sought(
        series=marked.draft.series.slug,
        slug=marked.slug,
        topic=marked.topic.slug,
        person=marked.person.slug,
        keys=tuple(marked.keys),
        issue=marked.draft.pk,
    )


def addresses(hidden: Hidden) -> list[str]:
    """Every public address, and the pages of all other issues, which may lead to the hidden one."""
    pages = [folio.get_absolute_url() for folio in Folio.objects.order_by("pk")]
    known = public_addresses.all_addresses(sought(hidden))
    return list(dict.fromkeys([*known, *pages, *(f"{page}versions/1/" for page in pages)]))


def everything(answer: Answer, asked: str) -> str:
    """Body and headers of an answer, without the echo of the address that was asked for."""
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers)
    return body(answer).decode(errors="replace") + headers.replace(asked.rstrip("/"), "")


def ways(etag: str | None, is_404: bool) -> dict[str, tuple[str, dict[str, str]]]:
    """How else each address is asked for: method and headers."""
    kept = {"If_None_Match": etag or '"0123456789abcdef"'}
    part = {"If_Modified_Since": LONG_AFTER, "Range": "bytes=0-4000", "Accept_Encoding": "gzip"}
    if is_404:
        # A copy can only be confirmed where there has been one.
        return {"conditional": ("GET", kept | part)} if etag else {"HEAD": ("HEAD", {})}
    return {
        "HEAD": ("HEAD", {}),
        "If-None-Match": ("GET", kept),
        "If-Modified-Since, Range": ("GET", part),
    }


def look(visitor: Visitor, hidden: Hidden, moment: datetime, at: Clock) -> dict[str, Answer]:
    """Address -> its answer to a plain GET at that moment."""
    at(moment)
    return {address: visitor.ask(address) for address in addresses(hidden)}


def words_in(answers: dict[str, Answer]) -> dict[str, set[str]]:
    """Address -> the hidden fields in its answer, where there are any."""
    named = {path: found(MARK, everything(one, path)) for path, one in answers.items()}
    return {path: fields for path, fields in named.items() if fields}


def faults_of(answer: Answer, path: str, was_told: bool) -> list[str]:
    """What is wrong with an answer that is given while the text is hidden."""
    faults = [f"tells {field}" for field in sorted(found(MARK, everything(answer, path)))]
    picture = "/pictures/" in path
    if answer.status_code == 304 and (was_told or picture):
        faults.append("304: the copy of something hidden still holds")
    if answer.status_code == 200 and picture:
        faults.append("a picture of a hidden text")
    if answer.cookies:
        faults.append("a cookie")
    if not path.startswith("/preview/") and answer.get("Vary", ENCODING) != ENCODING:
        faults.append(f"varies on {answer['Vary']}")
    return faults


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers are the same in body and headers."""
    return (one.content, one.headers) == (other.content, other.headers)


def test_every_public_pattern_is_asked():
    assert public_addresses.patterns().keys() == public_addresses.ADDRESSES.keys()


def test_nothing_of_a_hidden_text_is_in_any_answer(hidden: Hidden, visitor: Visitor, at: Clock):
    before = look(visitor, hidden, hidden.shown_at, at) if hidden.shown_at else {}
    told = {path: one for path, one in before.items() if found(MARK, everything(one, path))}
    at(hidden.at)

    nowhere = visitor.ask("/no-such-series/no-such-issue/")
    faults: list[tuple[str, ...]] = []
    for path in addresses(hidden):
        plain_answer = visitor.ask(path)
        is_404 = plain_answer.status_code == 404
        if is_404 and not same(plain_answer, nowhere):
            faults.append((path, "its 404 is not that of an address that never existed"))
        etag = before[path].get("ETag") if path in before else None
        answers = {"GET": plain_answer}
        for way, (method, headers) in ways(etag, is_404).items():
            answers[way] = visitor.ask(path, method, **headers)
        for way, answer in answers.items():
            faults += [(path, way, fault) for fault in faults_of(answer, path, path in told)]
    assert faults == []

    # The same words are found while the text is public: this test can fail.
    if hidden.shown_at is None:
        before = look(visitor, hidden, hidden.reveal(), at)
    fields = set().union(*words_in(before).values())
    assert fields == hidden.fields
    assert all(
        before[f"/pictures/{key}/60.jpg"].status_code == 200 for key in hidden.marked.keys[1:]
    )
    assert before[f"/pictures/{hidden.marked.keys[0]}/480.jpg"].status_code == 200


def test_a_hidden_text_answers_with_its_status_and_no_other(
    hidden: Hidden, visitor: Visitor, at: Clock
):
    at(hidden.at)
    place = sought(hidden)
    base = f"/{place.series}/{place.slug}/"
    statuses = [visitor.ask(f"{base}versions/{n}/").status_code for n in (1, 2, 3)]
    assert (visitor.ask(base).status_code, *statuses) == (hidden.issue, *hidden.versions)
    assert visitor.ask(f"/topics/{place.topic}/").status_code == 404
    assert visitor.ask(f"/authors/{place.person}/").status_code == 404


def test_a_card_goes_with_its_issue(visitor: Visitor, at: Clock):
    hidden = a_card_of_a_withdrawn_issue(factories.series())
    host = Folio.objects.exclude(pk=hidden.marked.draft.folio_id).get().get_absolute_url()
    at(hidden.shown_at or T0)
    shown = page(visitor.ask(host))
    assert hidden.marked.word("title") in shown.one(class_="related").words
    at(hidden.at)
    bare = page(visitor.ask(host))
    assert bare.all(class_="related") == []
    assert found(MARK, bare.words) == set()


def test_every_410_is_the_same_page_whatever_stood_there(visitor: Visitor, at: Clock):
    withdrawn = factories.issue(title="One that was withdrawn")
    edition = factories.pressed(withdrawn, now=T0)
    expired = factories.issue(title="One that expired")
    factories.pressed(expired, now=T0, expires_at=T0 + HOUR)
    now = T0 + HOUR
    press.withdraw(
        edition.folio, by=by(), expecting=seen(withdrawn, at=now), reason="libel", now=now
    )
    at(T0 + DAY)
    bases = [draft.folio.get_absolute_url() for draft in (withdrawn, expired)]
    answers = [visitor.ask(base + tail) for base in bases for tail in ("", "versions/1/")]
    assert [answer.status_code for answer in answers] == [410] * 4
    assert len({(answer.content, answer.headers) for answer in answers}) == 1
