"""Presses for ever, is killed, and is looked at: python -m tests.soak.pressing SEED ROUNDS.

Run by test_killed.py in an environment whose DATABASE_URL names an empty database of its own.
This process forks one that presses, kills it (SIGKILL) at a random moment, and looks whether
the database holds whole acts only; then the next one. Exits with 1 and says what it found.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from datetime import timedelta
from typing import Any

import django
from django.core.management import call_command

#: The acts of this process, by which it learns how long one takes here and now.
OWN_ACTS = 12
#: How long a child presses, in acts; once it is connected.
LIVES = (0.3, 4)


def main(seed: int, rounds: int) -> int:
    """Kill `rounds` pressing children, one after the other; return the number of faults.

    More of them where few have come to anything: a slow machine kills before much is pressed.
    """
    django.setup()
    from django.db import connections

    from tests.soak.soundness import count, faults

    call_command("migrate", verbosity=0)
    chance = random.Random(seed)
    prepare()
    began = time.monotonic()
    press_on(chance, acts=OWN_ACTS)
    act = (time.monotonic() - began) / OWN_ACTS
    before = count()
    for number in range(10 * rounds):
        if number >= rounds and count() - before > rounds / 5:
            break
        connections.close_all()
        ready, says_so = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                # Its life is counted from here: to connect takes longer than an act.
                connections["default"].ensure_connection()
                os.write(says_so, b".")
                press_on(random.Random(f"{seed} {number}"))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(3)
        os.close(says_so)
        try:
            os.read(ready, 1)
            time.sleep(act * chance.uniform(*LIVES))
        finally:
            # Whatever happens here: nobody else would stop it.
            os.kill(child, signal.SIGKILL)
            os.close(ready)
        _, status = os.waitpid(child, 0)
        found = faults()
        if not os.WIFSIGNALED(status):
            found.append("the child ended on its own")
        if found:
            sys.stdout.write("\n".join([f"seed {seed}, round {number}:", *found, ""]))
            return 1
    sys.stdout.write(f"killed {number}, new editions {count() - before}\n")
    return 0


def prepare() -> None:
    """What is pressed: a few finished issues of one series, with a picture."""
    from tests.factories import account, issue, series, small_photo, top_picture

    account("presser", is_superuser=True)
    one = series()
    for number in range(4):
        draft = issue(one, title=f"Spring tide {number}")
        top_picture(draft, small_photo())


def press_on(chance: random.Random, *, acts: int = 10**9) -> None:
    """Every verb, in any order, one after the other, by the real clock."""
    from django.contrib.auth.models import User

    from digest.lib import dates
    from digest.models import Edition
    from newsroom import press
    from newsroom.models import Issue
    from newsroom.press.expecting import seen
    from newsroom.refusals import Refused

    by = User.objects.get(username="presser")
    for _ in range(acts):
        draft = chance.choice(Issue.objects.all())
        if chance.random() < 0.2:
            draft = another(draft)
        expecting = seen(draft)
        asked = {"by": by, "expecting": expecting}
        editions = Edition.objects.filter(folio__issue=draft)
        live, armed = editions.live(dates.now()).first(), editions.armed(dates.now()).first()
        noted = {"kind": "update", "note": "More is known."} if editions.began(dates.now()) else {}
        later = dates.now() + timedelta(seconds=chance.choice([0.05, 0.3, 3600]))
        verb = chance.choice(["arm", "arm", "time", "rearm", "disarm", "expire", "withdraw"])
        try:
            if verb == "arm":
                press.arm(draft, **noted, **asked)
            elif verb == "time":
                press.arm(draft, at=later, **noted, **asked)
            elif verb == "rearm" and live:
                press.rearm(live, at=later, **noted, **asked)
            elif verb == "disarm" and armed:
                press.disarm(armed, **asked)
            elif verb == "expire" and live:
                press.expire(live, later, **asked)
            elif verb == "withdraw" and live:
                press.withdraw(live.folio, reason="It was wrong.", **asked)
        except Refused:
            continue


def another(draft: Any) -> Any:
    """One more finished issue, signed by the same person and resting on the same outlet.

    At once: a child that is killed in the middle leaves no half of it to the next one.
    """
    from django.db import transaction

    from newsroom.models import Byline, NewsBrief, Source
    from tests.factories import empty_issue, part, section, source

    with transaction.atomic():
        one = empty_issue(draft.series, title="Neap tide", dek="Why the harbour is quiet.")
        Byline.objects.create(issue=one, person=draft.bylines.get().person, position=1024)
        brief = part(NewsBrief(section=section(one), body="<p>A dredger sank.</p>"))
        source(brief, outlet=Source.objects.first().outlet)
    return one


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
