"""Why the press may say no. Every refusal is a sentence for the person who pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from newsroom.differences import Difference
    from newsroom.preflight import Finding


class Refused(Exception):
    """The press did nothing; str() says why and what to do.

    `name` is the argument of the verb that was wrong, where it is one.
    """

    name = ""


class Misfilled(Refused):
    """One argument will not do: a time that has passed, a note that is missing."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


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
