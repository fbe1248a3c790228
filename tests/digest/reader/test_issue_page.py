"""The page of an issue: every element where there is something to say, and none where not."""

from __future__ import annotations

import pytest

from digest.models import Series
from newsroom.models import Byline, Issue, LeadAnalysis, PhotoCredit, PhotoUse
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import Element, page, text
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Series:
    factories.publication()
    return factories.series(slug="harbour-watch", name="Harbour Watch Weekly")


def printed(ask: Ask, draft: Issue) -> Element:
    """Press the draft and read its page."""
    factories.pressed(draft)
    answer = ask(draft.folio.get_absolute_url())
    assert answer.status_code == 200
    return page(answer)


def bare(one: Series) -> Issue:
    """An issue that says only what it must."""
    factories.rules(one, dek_required=False, byline_required=False, numbering="none")
    draft = factories.empty_issue(one, title="Fog", show_prefix=False)
    factories.lead(draft)
    return draft


def test_the_kicker_joins_genre_and_section(ask: Ask, one: Series):
    assert printed(ask, factories.issue(one)).one("article", class_="issue").one(
        class_="kicker"
    ).words == ("Reporting | Ports")


@pytest.mark.parametrize(
    ("shown", "title"), [(True, "Harbour Watch: Fog at noon"), (False, "Fog at noon")]
)
def test_the_title_has_the_prefix_where_the_issue_shows_it(
    ask: Ask, one: Series, shown: bool, title: str
):
    found = printed(ask, factories.issue(one, title="Fog at noon", show_prefix=shown))
    assert found.one("h1").words == title
    assert found.one("title").words == f"{title} | Strait and Sound"


def test_the_dek_stands_under_the_title_and_describes_the_page(ask: Ask, one: Series):
    found = printed(ask, factories.issue(one))
    article = found.one("article", class_="issue")
    assert article.one(class_="dek").words == "Why the harbour is quiet."
    assert (
        found.one("meta", name="description").attributes["content"] == "Why the harbour is quiet."
    )


def test_the_byline_names_everybody_by_their_part(ask: Ask, one: Series):
    draft = factories.issue(one)
    draft.bylines.all().delete()
    for number, (name, role) in enumerate(
        [
            ("Ana Reis", "author"),
            ("Bo Lund", "author"),
            ("Cy Okafor", "with"),
            ("Di Sato", "editor"),
            ("Ed Roth", "illustration"),
        ]
    ):
        Byline.objects.create(
            issue=draft, person=factories.person(name), role=role, position=number
        )
    byline = printed(ask, draft).one(class_="byline")
    assert byline.words == (
        "By Ana Reis and Bo Lund with Cy Okafor Edited by Di Sato Illustration by Ed Roth"
    )
    assert len(byline.all("a", rel="author")) == 5


def test_three_authors_are_a_list(ask: Ask, one: Series):
    draft = factories.issue(one)
    draft.bylines.all().delete()
    for number, name in enumerate(["Ana Reis", "Bo Lund", "Cy Okafor"]):
        Byline.objects.create(issue=draft, person=factories.person(name), position=number)
    assert printed(ask, draft).one(class_="byline").words == ("By Ana Reis, Bo Lund and Cy Okafor")


def test_the_date_is_in_the_zone_of_the_series_and_names_it(ask: Ask, one: Series):
    found = printed(ask, factories.issue(one)).one(class_="meta")
    date = found.all("time")[0]
    assert date.words == "6 March 2431, 10:00 EST"
    assert date.attributes["datetime"] == "2431-03-06T15:00:00Z"


def test_the_series_and_the_number_lead_to_the_series(ask: Ask, one: Series):
    line = printed(ask, factories.issue(one)).one("p", class_="series")
    assert line.words == "Harbour Watch Weekly no. 1"
    assert line.one("a").attributes["href"] == "/harbour-watch/"


def test_notes_stand_newest_first_each_with_its_moment(ask: Ask, one: Series):
    draft = factories.issue(one)
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + HOUR, note="The pier was the north one.")
    factories.corrected(draft, now=T0 + DAY, kind="update", note="The pilots are back.")
    found = page(ask(draft.folio.get_absolute_url(), T0 + 2 * DAY))
    assert [note.words for note in found.one(class_="notes").all("p")] == [
        "Update, 7 March 2431, 10:00 EST: The pilots are back.",
        "Correction, 6 March 2431, 11:00 EST: The pier was the north one.",
    ]
    assert found.one(class_="meta").words.endswith("This text is of 7 March 2431, 10:00 EST")


def test_first_text_is_not_dated_again_when_another_was_stopped_before(ask: Ask, one: Series):
    draft = factories.issue(one)
    factories.pressed(draft, T0, now=T0 - DAY)
    edition = factories.pressed(draft, T0, now=T0 - HOUR)
    assert edition.revision == 2
    found = page(ask(draft.folio.get_absolute_url(), T0))
    assert found.one(class_="meta").words.endswith("6 March 2431, 10:00 EST")
    assert "This text is of" not in found.one(class_="meta").words


def test_a_minor_change_prints_a_line_among_the_versions_and_no_note(ask: Ask, one: Series):
    draft = factories.issue(one)
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + HOUR, kind="minor", note="A comma.")
    found = page(ask(draft.folio.get_absolute_url(), T0 + HOUR))
    assert found.all(class_="notes") == []
    assert [line.words for line in found.one(class_="versions").all("li")] == [
        "6 March 2431, 11:00 EST, minor change: the current text",
        "6 March 2431, 10:00 EST: version 1",
    ]


@pytest.mark.parametrize(
    ("credit", "words", "links"),
    [
        ({"creator": "Rui Barros"}, "Picture: Rui Barros", []),
        ({"creator": "Rui Barros", "agency": "Quay/Tidal"}, "Picture: Rui Barros / Quay/Tidal", []),
        (
            {
                "creator": "Rui Barros",
                "licence": "CC BY 4.0",
                "licence_address": "https://rights.example/by",
                "source_address": "https://photos.example/1",
            },
            "Picture: Rui Barros, CC BY 4.0 ( source)",
            ["https://rights.example/by", "https://photos.example/1"],
        ),
        ({"line": "Courtesy of the port (handout)"}, "Picture: Courtesy of the port (handout)", []),
    ],
)
def test_the_picture_has_alt_caption_and_one_of_four_credits(
    ask: Ask, one: Series, credit: dict[str, str], words: str, links: list[str]
):
    draft = factories.issue(one)
    photo = factories.small_photo(credit="", size=(1700, 1000))
    PhotoCredit.objects.create(photo=photo, **credit)
    factories.top_picture(draft, photo)
    figure = printed(ask, draft).one("article", class_="issue").one("figure")
    key = photo.picture.key
    assert figure.one("img").attributes == {
        "src": f"/pictures/{key}/960.jpg",
        "srcset": ", ".join(f"/pictures/{key}/{w}.jpg {w}w" for w in (480, 960, 1600)),
        "sizes": "(min-width: 64rem) 75vw, 100vw",
        "fetchpriority": "high",
        "width": "960",
        "height": "565",
        "alt": "A crane over still water",
    }
    assert figure.one(class_="caption").words == "The crane has not moved since May."
    assert figure.one(class_="credit").words == words
    assert [a.attributes["href"] for a in figure.all("a")] == links


def test_a_decorative_picture_has_an_empty_alt(ask: Ask, one: Series):
    draft = factories.issue(one)
    factories.top_picture(draft, factories.small_photo(), alt="", caption="", decorative=True)
    figure = printed(ask, draft).one("figure")
    assert figure.one("img").attributes["alt"] == ""
    assert figure.all(class_="caption") == []


def test_the_lead_keeps_links_and_quotations(ask: Ask, one: Series):
    draft = factories.issue(one)
    LeadAnalysis.objects.filter(issue=draft).update(
        body='<p>He <a href="https://ledger.example/a">said</a>:</p>'
        "<blockquote><p>“We are tired.”</p></blockquote>"
    )
    lead = printed(ask, draft).one(class_="lead")
    assert lead.words == "Reporting He said: “We are tired.”"
    assert lead.one("a").attributes == {"href": "https://ledger.example/a"}
    assert lead.one("blockquote").words == "“We are tired.”"


def test_briefs_stand_under_their_heading_each_with_its_sources(ask: Ask, one: Series):
    draft = bare(one)
    place = factories.section(draft, "Elsewhere at sea", intro="<p>Two things.</p>")
    first = factories.brief(place, "<p>A dredger sank.</p>", title="Off Port Ellery")
    ledger, post = factories.outlet("The Ledger"), factories.outlet("Sea Post")
    first.sources.all().delete()
    factories.source(first, outlet=ledger, address="https://ledger.example/1", reporter="A. Reis")
    factories.source(first, outlet=post, address="https://post.example/2")
    factories.brief(place, "<p>A buoy drifted.</p>")
    section = printed(ask, draft).one("section", class_="part")
    assert section.one("h2").words == "Elsewhere at sea"
    assert section.attributes["aria-labelledby"] == section.one("h2").attributes["id"]
    briefs = section.all("article", class_="brief")
    assert [brief.attributes["id"] for brief in briefs] == [
        str(uid) for uid in place.briefs.order_by("position").values_list("uid", flat=True)
    ]
    sources = briefs[0].one(class_="sources")
    assert [item.words for item in sources.all("li")] == ["The Ledger (A. Reis)", "Sea Post"]
    assert [link.attributes["href"] for link in sources.all("a")] == [
        "https://ledger.example/1",
        "https://post.example/2",
    ]
    assert [h.words for h in section.all("h3")] == ["Off Port Ellery"]


def test_a_standing_section_is_filled_or_says_there_is_nothing(ask: Ask, one: Series):
    factories.standing(one, "From the Harbour Office")
    factories.standing(one, "From the Met Office", required=False)
    draft = bare(one)
    office, met = draft.sections.order_by("position")
    office.state = "nothing"
    office.save()
    section = printed(ask, draft).one("section", class_="part")
    assert section.one("h2").words == "From the Harbour Office"
    assert section.one(class_="nothing").words == "The office gave no briefing this week."
    # The one that nobody filled prints no heading.
    assert met.heading == "From the Met Office"


def test_a_foreign_card_has_label_picture_title_dek_and_an_opening(ask: Ask, one: Series):
    draft = factories.issue(one)
    card = factories.foreign_card(draft)
    factories.part(
        PhotoUse(card=card, photo=factories.small_photo(), alt="A gauge", caption="In a shed")
    )
    shown = printed(ask, draft).one(class_="related").one("article", class_="card")
    assert shown.one(class_="kicker").words == "Essay"
    assert shown.one("h3").one("a").attributes["href"] == "https://quarterly.example/tides"
    assert shown.one("h3").words == "What tides remember"
    assert shown.one(class_="dek").words == "A year beside a gauge."
    assert shown.one("img").attributes["alt"] == "A gauge"
    assert shown.one(class_="credit").words == "Picture: Rui Barros"
    opening = shown.one("details")
    assert opening.one("summary").words == "Keep reading"
    assert "The gauge stands in a shed." in opening.words


def test_an_own_card_shows_what_is_live_now(ask: Ask, one: Series):
    other = factories.issue(one, title="The older story")
    factories.pressed(other, now=T0 - DAY)
    draft = factories.issue(one)
    factories.own_card(draft, other)
    factories.pressed(draft)
    Issue.objects.filter(pk=other.pk).update(title="The corrected story")
    factories.corrected(other, now=T0 + HOUR)
    address = draft.folio.get_absolute_url()
    for moment, title in [(T0, "The older story"), (T0 + HOUR, "The corrected story")]:
        card = page(ask(address, moment)).one(class_="related").one("article", class_="card")
        assert card.one("h3").words == f"Harbour Watch: {title}"
        assert card.one("h3").one("a").attributes["href"] == other.folio.get_absolute_url()


def test_the_five_latest_others_are_led_to(ask: Ask, one: Series):
    others = [factories.issue(one, title=f"Story {n}") for n in range(7)]
    for number, other in enumerate(others):
        factories.pressed(other, now=T0 - (10 - number) * DAY)
    draft = factories.issue(one, title="The newest")
    latest = printed(ask, draft).one(class_="latest")
    assert [h.words for h in latest.all("h3")] == [
        f"Harbour Watch: Story {n}" for n in (6, 5, 4, 3, 2)
    ]
    oldest = page(ask(others[0].folio.get_absolute_url(), T0)).one(class_="latest")
    assert [h.words for h in oldest.all("h3")] == [
        "Harbour Watch: The newest",
        *(f"Harbour Watch: Story {n}" for n in (6, 5, 4, 3)),
    ]


def test_topics_lead_to_their_pages(ask: Ask, one: Series):
    draft = factories.issue(one)
    topic = draft.topics.get()
    link = printed(ask, draft).one("a", rel="tag")
    assert (link.words, link.attributes["href"]) == (topic.name, f"/topics/{topic.slug}/")


def test_sign_up_and_follow_links_come_from_the_publication(ask: Ask, one: Series):
    footer = printed(ask, factories.issue(one)).one("footer")
    links = {link.words: link.attributes["href"] for link in footer.all("a")}
    assert links == {
        "Sign up for Strait and Sound": "https://letters.example/sign-up",
        "Mastodon": "https://social.example/@strait",
        "Make us a preferred source": "https://search.example/prefer",
        "Feed": "/feeds/all.atom",
    }
    assert footer.one("address").words == "4 Quay Street Port Ellery"


def test_empty_things_print_no_heading(ask: Ask, one: Series):
    publication = factories.Publication.objects.get()
    publication.social_addresses.all().delete()
    factories.Publication.objects.update(
        tagline="", sign_up_address="", preferred_source_address="", postal_address=""
    )
    found = printed(ask, bare(one))
    assert [h.words for h in found.all("h2") + found.all("h3")] == ["Lead"]
    for absent in ("kicker", "dek", "byline", "notes", "topics", "versions", "related", "latest"):
        assert found.all(class_=absent) == [], absent
    for tag in ("figure", "aside", "address", "ul"):
        assert found.one("main").all(tag) == [], tag
    said = found.one("meta", name="description").attributes["content"]
    assert said == found.one(class_="lead").one("p").words
    assert found.one("p", class_="series").words == "Harbour Watch Weekly"


def test_a_page_is_well_formed_and_names_its_language(ask: Ask, one: Series):
    draft = factories.issue(one)
    factories.top_picture(draft, factories.small_photo())
    factories.foreign_card(draft)
    found = printed(ask, draft)
    assert found.one("html").attributes == {"lang": "en"}
    ids = [element.attributes["id"] for element in found.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    referred = [
        e.attributes["aria-labelledby"] for e in found.all() if "aria-labelledby" in e.attributes
    ]
    assert set(referred) <= set(ids)
    assert len(found.all("h1")) == 1
    assert found.one("link", rel="canonical").attributes["href"] == (
        f"http://localhost{draft.folio.get_absolute_url()}"
    )


@pytest.mark.parametrize(("language", "words"), [("en", "Topics"), ("pt", "6 Março 2431")])
def test_a_page_speaks_the_language_of_the_publication(
    ask: Ask, one: Series, language: str, words: str
):
    factories.Publication.objects.update(language=language)
    factories.pressed(factories.issue(one))
    draft = factories.issue(one)
    factories.pressed(draft)
    answer = ask(draft.folio.get_absolute_url(), Accept_Language="de")
    assert page(answer).one("html").attributes == {"lang": language}
    assert words.lower() in text(answer).lower()


@pytest.mark.parametrize(("genre", "said"), [("Reporting", "Reporting"), ("", "Lead")])
def test_the_lead_is_announced_as_what_its_label_says(ask: Ask, one: Series, genre: str, said: str):
    draft = factories.issue(one, genre_label=factories.label(genre) if genre else None)
    assert printed(ask, draft).one(class_="lead").one("h2").words == said
