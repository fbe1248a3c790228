"""Why the press may say no. Every refusal is a sentence for the person who pressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from newsroom.text.outline import Difference
    from newsroom.text.preflight import Finding


class Refused(Exception):
    """The press did nothing; str() says why and what to do.

    `name` is the argument of the verb that was wrong, where it is one.
    """

    name = ""


class Misfilled(Refused):
    """Arguments will not do: a time that has passed, a note that is missing.

    `wrong` has all of them, (name, sentence) each, so that nobody mends one to hear of the next.
    """

    def __init__(self, name: str, sentence: str, *others: Misfilled) -> None:
        self.wrong: list[tuple[str, str]] = [
            (name, sentence),
            *(pair for other in others for pair in other.wrong),
        ]
        super().__init__(" ".join(said for _name, said in self.wrong))
        self.name = name


def refuse_all(wrong: Iterable[Misfilled]) -> None:
    """Raise what is wrong as one refusal; nothing where nothing is."""
    found = list(wrong)
    if found:
        raise Misfilled(*found[0].wrong[0], *found[1:])


class Changed(Refused):
    """What the person was shown is no longer so; `differences` says what has changed."""

    def __init__(self, sentences: Sequence[str], differences: Sequence[Difference] = ()) -> None:
        super().__init__(" ".join(sentences))
        self.differences = list(differences)


class NotReady(Refused):
    """Preflight stands in the way: errors, or warnings nobody has answered for."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(_("The issue is not ready: ") + " ".join(f.message for f in findings))
        self.findings = list(findings)

    @property
    def ids(self) -> list[str]:
        """The ids of the findings, in order."""
        return [finding.id for finding in self.findings]
