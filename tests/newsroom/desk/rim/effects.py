"""What comes of each field of the desk, and the right that asks for: one table.

A field of which nothing is said here fails a test; so does a row of no field.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Nothing that anybody else has; a draft, or what drafts are made of; what readers see now or
#: at a moment that is set; press days, and who writes.
NONE, DRAFT, READERS, PLAN = "none", "draft", "readers", "plan"
WRITING, PLANNING = "newsroom.change_issue", "newsroom.plan_issue"


@dataclass(frozen=True)
class Row:
    """What a field changes, and what somebody needs for it."""

    effect: str
    right: str = ""


def _same(effect: str, right: str, *names: str) -> dict[str, Row]:
    return {name: Row(effect, right) for name in names}


def _frame(effect: str, model: str, *names: str) -> dict[str, Row]:
    """Fields of a model whose own right is the one: the frame is public as it is saved."""
    app, name = model.split(".")
    return _same(effect, f"{app}.change_{name}", *names)


_WHOLE = _same(NONE, "", "photo", "publication", "outlet")


def _deleted(effect: str, model: str) -> dict[str, Row]:
    app, name = model.split(".")
    return {"DELETE": Row(effect, f"{app}.delete_{name}")}


def _only(names: dict[str, Row], one: str) -> dict[str, Row]:
    return {one: names[one]}


ADMIN: dict[str, dict[str, Row]] = {
    "auth.Group": _frame(NONE, "auth.group", "name", "permissions"),
    "auth.User": _frame(
        NONE,
        "auth.user",
        *("username", "password", "password1", "password2", "usable_password"),
        *("first_name", "last_name", "email", "is_active", "is_staff", "is_superuser"),
        *("groups", "user_permissions", "last_login", "date_joined"),
    ),
    "digest.Notice": _frame(
        READERS, "digest.notice", "kind", "text", "series", "starts_at", "ends_at"
    ),
    "digest.Outlet": _frame(DRAFT, "digest.outlet", "name", "aliases"),
    "digest.Outlet > digest.OutletDomain": {
        **_frame(DRAFT, "digest.outletdomain", "domain"),
        **_deleted(DRAFT, "digest.outletdomain"),
        **_only(_WHOLE, "outlet"),
    },
    "digest.Person": _frame(READERS, "digest.person", "name", "slug", "description"),
    "digest.Topic": _frame(READERS, "digest.topic", "name", "slug"),
    "digest.Publication": _frame(
        READERS,
        "digest.publication",
        *("name", "tagline", "language", "postal_address", "zone"),
        *("sign_up_address", "preferred_source_address"),
    ),
    "digest.Publication > digest.SocialAddress": {
        **_frame(READERS, "digest.socialaddress", "label", "address"),
        **_deleted(READERS, "digest.socialaddress"),
        **_only(_WHOLE, "publication"),
    },
    "digest.Series": {
        **_frame(READERS, "digest.series", "name", "slug", "rhythm", "description", "zone"),
        # It is frozen with each text.
        **_frame(DRAFT, "digest.series", "title_prefix"),
    },
    "digest.Series > newsroom.Cadence": {
        **_frame(PLAN, "newsroom.cadence", "valid_from", "every", "weekdays", "time", "zone"),
        **_deleted(PLAN, "newsroom.cadence"),
    },
    "digest.Series > newsroom.SeriesRules": {
        **_frame(
            DRAFT,
            "newsroom.seriesrules",
            *("dek_required", "byline_required", "sources_required", "numbering"),
            *("show_prefix", "genre_label", "section_label"),
            *("default_photo", "default_alt", "repeats_layout"),
        ),
        **_deleted(DRAFT, "newsroom.seriesrules"),
    },
    "digest.Series > newsroom.StandingSection": {
        **_frame(
            DRAFT,
            "newsroom.standingsection",
            *("heading", "position", "required", "nothing_sentences"),
        ),
        **_deleted(DRAFT, "newsroom.standingsection"),
    },
    "newsroom.Issue": _same(DRAFT, "newsroom.add_issue", "series", "title"),
    "newsroom.JournalEntry": _same(
        NONE, "", "when", "who", "what", "of", "change", "reason", "detail"
    ),
    "newsroom.Label": _frame(DRAFT, "newsroom.label", "name", "kind"),
    "newsroom.Photo": {
        **_frame(DRAFT, "newsroom.photo", "name", "original"),
        **_same(NONE, "", "shown"),
        # As taking it down. Before a text prints it, whoever may change a photo may set it.
        **_same(READERS, "digest.withdraw", "rights_until"),
    },
    # Printed as it was when the text was pressed.
    "newsroom.Photo > newsroom.PhotoCredit": {
        **_frame(
            DRAFT,
            "newsroom.photocredit",
            *("creator", "agency", "licence", "licence_address", "source_address", "line"),
        ),
        **_deleted(DRAFT, "newsroom.photocredit"),
        **_only(_WHOLE, "photo"),
    },
    "newsroom.Staff": _frame(NONE, "newsroom.staff", "person", "account"),
}

_VERSION = {"version": Row(NONE)}
SCREEN: dict[str, dict[str, Row]] = {
    "screen title": {
        **_VERSION,
        **_same(DRAFT, WRITING, "title", "show_prefix", "dek", "genre_label", "section_label"),
        # By nobody here while it has a slot: taking it off the board first asks for the right.
        **_same(PLAN, PLANNING, "series"),
    },
    "screen picture": {
        **_VERSION,
        **_same(
            DRAFT,
            WRITING,
            *("alt", "decorative", "caption", "creator", "agency", "licence"),
            *("licence_address", "source_address", "line"),
        ),
    },
    "screen lead": {**_VERSION, **_same(DRAFT, WRITING, "body")},
    "screen section": {**_VERSION, **_same(DRAFT, WRITING, "heading", "intro", "nothing_text")},
    "screen brief": {**_VERSION, **_same(DRAFT, WRITING, "title", "body")},
    "screen link": {
        **_VERSION,
        **_same(DRAFT, WRITING, "address", "label", "title", "dek", "opening"),
    },
}

_REASONS = _same(NONE, "", "quick", "reason", "override", "expecting", "seen")
PAGES: dict[str, dict[str, Row]] = {
    "press.edition": {**_same(NONE, "", "against"), **_only(_REASONS, "expecting")},
    "board.moving": {
        **_same(PLAN, PLANNING, "to", "way"),
        **_same(NONE, "", "seen", "reason", "override"),
    },
    "board.parked": _same(DRAFT, WRITING, "section"),
    "board.weeks": {**_same(READERS, PLANNING, "note"), **_same(NONE, "", "shown")},
    "board.handing": {**_same(PLAN, PLANNING, "writer", "editor"), **_same(NONE, "", "shown")},
    "lib.confirm": _same(NONE, "", "quick", "reason"),
    "forms.stale": _same(NONE, "", "shown"),
    "press.forms": {
        **_same(
            READERS, "digest.arm", "at", "expires_at", "kind", "note", "slug", "volume", "number"
        ),
        **_same(NONE, "", "override", "expecting"),
    },
    "preview.widths": _same(NONE, "", "at"),
    "press.taking_back": {
        **_same(READERS, "digest.withdraw", "at", "armed"),
        **_same(NONE, "", "quick", "reason", "expecting"),
    },
}

#: What templates and scripts send beside the fields of forms.
BESIDE: dict[str, Row] = {
    **_same(
        NONE,
        "",
        *("csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_popup", "_to_field"),
        *("q", "action", "index", "select_across", "_selected_action", "post", "said", "step"),
        *("conflict-version", "conflict-digest", "merge", "done", "credit-shown", "shown"),
        *("signatures-digest", "sources-digest", "set-password", "unset-password", "old_password"),
        *(
            "new_password",
            "password",
            "initial-date_joined",
            "initial-valid_from",
            "initial-zone",
            "confirm-delete",
            "next",
            "term",
        ),
    ),
    **_same(
        DRAFT,
        WRITING,
        *("do", "source", "topic", "new-topic", "byline-name", "byline-role", "photo", "file"),
        *("after", "section", "standing", "state", "brief", "discard", "nothing_text"),
        *("source-outlet", "source-address", "source-reporter"),
    ),
    **_same(PLAN, PLANNING, "open"),
}
