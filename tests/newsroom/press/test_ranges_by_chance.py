"""Any verbs at any times, against a model that says the same rules another way."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import hypothesis
import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from digest.models import Edition, Folio
from newsroom import press
from newsroom.press import ranges
from newsroom.press.expecting import Expecting
from newsroom.refusals import Refused
from newsroom.text.compose import compose
from tests.factories import HOUR, T0, TICK, empty_issue, lead, rules, series
from tests.newsroom.press.model import Model, Text
from tests.newsroom.press.verbs import presser

#: Mostly times that may be, so that the issue lives through something.
BEGINS = st.sampled_from([None, HOUR, 2 * HOUR, None, TICK, 3 * HOUR, 0 * TICK, -TICK])
ENDS = st.sampled_from([None, 2 * HOUR, None, 5 * HOUR, TICK, HOUR, 0 * TICK, -TICK])
WHICH = st.integers(0, 9)
#: "fits" is the kind and the note that the rules ask for.
KINDS = st.sampled_from(["fits", "fits", "fits", "minor", "update", ""])


class Presses(RuleBasedStateMachine):
    """One issue, one model, one clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        one = series()
        rules(one, dek_required=False, byline_required=False)
        self.draft = empty_issue(one, title="Slack water")
        lead(self.draft)
        self.fingerprint = compose(self.draft).fingerprint
        self.by = presser()
        self.model = Model()
        self.now = T0
        self.remembered: dict[Any, Any] = {}

    def teardown(self) -> None:
        for instant in sorted(self.model.instants()):
            for at in (instant - TICK, instant, instant + TICK):
                self.compare(at)
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    # --- Time ----------------------------------------------------------------

    @rule(span=st.sampled_from([TICK, HOUR, 3 * HOUR]))
    def wait(self, span):
        self.pass_to(self.now + span)

    @precondition(lambda self: any(at > self.now for at in self.model.instants()))
    @rule(off=st.sampled_from([-TICK, 0 * TICK, TICK]))
    def wait_for_what_comes_next(self, off):
        coming = min(at for at in self.model.instants() if at > self.now)
        self.pass_to(max(self.now, coming + off))

    def pass_to(self, now):
        self.now = now
        for instant in self.model.instants():
            for at in (instant - TICK, instant, instant + TICK):
                if at < now:
                    self.remembered.setdefault(at, self.stored(at))

    # --- Verbs ---------------------------------------------------------------

    @rule(at=BEGINS, lasts=ENDS, kind=KINDS, note=st.booleans())
    def arm(self, at, lasts, kind, note):
        asked = self.asked_text(at, lasts, kind, note)
        self.press(
            self.may_begin(**asked),
            lambda common: press.arm(self.draft, **asked, **common),
            lambda: self.begin(**asked),
        )

    @precondition(lambda self: self.model.texts)
    @rule(which=WHICH, at=BEGINS, lasts=ENDS, kind=KINDS, note=st.booleans())
    def rearm(self, which, at, lasts, kind, note):
        text, edition = self.pick(which)
        asked = self.asked_text(at, lasts, kind, note)
        self.press(
            text.suppressed is None and self.may_begin(**asked),
            lambda common: press.rearm(edition, **asked, **common),
            lambda: self.begin(**asked),
        )

    @precondition(lambda self: self.model.texts)
    @rule(which=WHICH)
    def disarm(self, which):
        text, edition = self.pick(which)
        self.press(
            text is self.model.armed(self.now),
            lambda common: press.disarm(edition, **common),
            lambda: setattr(text, "disarmed", True),
        )

    @precondition(lambda self: self.model.texts)
    @rule(which=WHICH, off=ENDS)
    def expire(self, which, off):
        text, edition = self.pick(which)
        live, armed = self.model.live(self.now), self.model.armed(self.now)
        at = None if off is None else max(self.now, text.begins) + off
        returns = at is not None and text is live and armed is not None and at < armed.begins
        self.press(
            text in (live, armed)
            and (at is None or at > max(self.now, text.begins))
            and not (returns and armed.kind == "minor"),
            lambda common: press.expire(edition, at, **common),
            lambda: setattr(text, "expires", at),
        )

    @precondition(lambda self: self.model.texts)
    @rule(keep=st.booleans())
    def withdraw(self, keep):
        live, armed = self.model.live(self.now), self.model.armed(self.now)

        def happened():
            live.withdrawn = self.now
            if armed is not None and not keep:
                armed.disarmed = True

        self.press(
            live is not None and not (keep and armed is not None and armed.kind == "minor"),
            lambda common: press.withdraw(
                self.folio(), reason="Not so.", keep_armed=keep, **common
            ),
            happened,
        )

    @precondition(lambda self: self.model.texts)
    @rule(which=WHICH)
    def suppress(self, which):
        text, edition = self.pick(which)
        self.press(
            text in self.model.began(self.now) and text.suppressed is None,
            lambda common: press.suppress(edition, reason="Not so.", **common),
            lambda: setattr(text, "suppressed", self.now),
        )

    # --- What is asked, and whether it may be ----------------------------------

    def asked_text(self, at, lasts, kind, note):
        begins = None if at is None else self.now + at
        if kind == "fits":
            note = bool(self.model.began(self.now))
            kind = "correction" if note else ""
        return {
            "at": begins,
            "expires_at": None if lasts is None else (begins or self.now) + lasts,
            "kind": kind,
            "note": "The pier was another." if note and kind != "minor" else "",
        }

    def may_begin(self, at, expires_at, kind, note):
        begins = at or self.now
        if begins < self.now or (expires_at is not None and expires_at <= begins):
            return False
        if not self.model.began(self.now):
            return not kind and not note
        live = self.model.live(self.now)
        lasts = live is not None and (live.expires is None or live.expires >= begins)
        return (kind in {"update", "correction"} and bool(note)) or (kind == "minor" and lasts)

    def begin(self, at, expires_at, kind, note):
        if armed := self.model.armed(self.now):
            armed.disarmed = True
        revision = len(self.model.texts) + 1
        self.model.texts.append(Text(revision, at or self.now, kind, expires_at))

    def pick(self, which):
        text = self.model.texts[which % len(self.model.texts)]
        return text, Edition.objects.get(folio=self.folio(), revision=text.revision)

    def folio(self):
        return Folio.objects.get(issue=self.draft)

    def press(self, may_be, verb, happened):
        before = self.rows()
        live, armed = self.model.live(self.now), self.model.armed(self.now)
        expecting = Expecting(
            live=live and live.revision,
            armed=armed and armed.revision,
            fingerprint=self.fingerprint,
        )
        refusal = None
        try:
            verb({"by": self.by, "expecting": expecting, "now": self.now})
        except Refused as error:
            refusal = error
        if refusal is None:
            assert may_be, "done, though it may not be"
            happened()
            self.check()
        else:
            assert not may_be, f"refused, though it may be: {refusal}"
            assert self.rows() == before

    # --- What must be so -------------------------------------------------------

    def rows(self):
        return list(Edition.objects.filter(folio__issue=self.draft).order_by("revision").values())

    def check(self):
        editions = list(Edition.objects.filter(folio__issue=self.draft).order_by("revision"))
        stored = [(e.live_until, e.end_cause) for e in editions]
        assert ranges.ends(editions) == stored
        assert sum(until is None for until, _ in stored) <= 1
        lasting = [(e.live_from, e.live_until) for e in editions if not e.is_empty()]
        for (_, until), (begins, _) in pairwise(lasting):
            assert until is not None
            assert until <= begins
        assert Edition.objects.armed(self.now).filter(folio__issue=self.draft).count() <= 1
        assert self.folio().first_live_from == self.model.first_beginning()
        for at, was in self.remembered.items():
            assert self.stored(at, editions) == was, f"the past has changed at {at}"
        self.compare(self.now)

    def stored(self, at, editions=None):
        """What the stored ranges say of an instant: the live revision, and the versions."""
        if editions is None:
            editions = Edition.objects.filter(folio__issue=self.draft).order_by("revision")
        begun = [e for e in editions if e.live_from <= at and not e.is_empty()]
        live = [e.revision for e in begun if e.live_until is None or e.live_until > at]
        versions = [
            e.revision
            for e in begun
            if live and e.revision not in live and (e.suppressed_at is None or e.suppressed_at > at)
        ]
        return live, versions

    def compare(self, at):
        """The two querysets that readers' pages start from, and the model."""
        live = Edition.objects.live(at).filter(folio__issue=self.draft)
        versions = Edition.objects.versions(at).filter(folio__issue=self.draft)
        expected = self.model.live(at)
        assert [e.revision for e in live] == ([expected.revision] if expected else [])
        assert [e.revision for e in versions.order_by("revision")] == [
            text.revision for text in self.model.versions(at)
        ]


@pytest.mark.soak
@pytest.mark.django_db
def test_ranges_follow_the_algebra_whatever_is_pressed_when(soaking):
    run_state_machine_as_test(
        Presses,
        settings=hypothesis.settings(
            max_examples=300 if soaking else 7,
            stateful_step_count=40 if soaking else 20,
            deadline=None,
            # What it finds it says; looking for the shortest way there takes minutes.
            phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        ),
    )
