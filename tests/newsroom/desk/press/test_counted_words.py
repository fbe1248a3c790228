"""What is counted is said in words that fit: 1 word, 2 words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.desk.lib import clocks
from newsroom.desk.lib.states import State
from newsroom.models import LeadAnalysis
from newsroom.text.preflight import Finding, Level
from newsroom.writing.saving import remove_part
from tests.factories import HOUR, T0, account, issue, lead
from tests.newsroom.desk.places import change
from tests.newsroom.desk.small import Small

pytestmark = pytest.mark.django_db

#: A number that is put in, and a word that may be its plural; "revision 2 goes out" counts nothing.
_VERBS = r"(?:is|was|has|goes|stays|ends|does)\b"
_COUNTED = re.compile(rf"(?<!evision )%(?:\(\w+\))?d (?!{_VERBS})[a-z]+s\b")
_ONE_FORM = {"gettext", "gettext_lazy", "_"}
#: In a template: a number in a sentence, or beside a translated plural.
_BESIDE = re.compile(r"\}\}\s*(?:<[^>]+>\s*)*\{% translate [\"'][a-z]+s[\"' ]")
_BLOCK = re.compile(
    r"\{% blocktranslate(?! count)[^%]*%\}[^%]*\{\{ (?:number|count|\w+s) \}\} "
    rf"(?!{_VERBS})[a-z]+s\b"
)


def sentences(module: Path) -> Iterator[str]:
    """What a module says in one form, whatever the number."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _ONE_FORM:
            yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


def test_no_sentence_counts_in_one_form_only():
    found = [
        (module.name, said)
        for app in ("digest", "newsroom")
        for module in (settings.BASE_DIR / app).rglob("*.py")
        for said in sentences(module)
        if _COUNTED.search(said)
    ]
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = template.read_text()
        found += [(template.name, one) for rule in (_BESIDE, _BLOCK) for one in rule.findall(text)]
    assert found == []


@pytest.mark.parametrize(("text", "said"), [("", ""), ("Fog", "1 word"), ("Fog again", "2 words")])
def test_words_of_a_part_are_counted_on_the_screen_and_after_a_save(desk, text, said):
    draft = issue()
    remove_part(draft.analysis, by=account())
    one = lead(draft, f"<p>{text}</p>") if text else lead(draft, "<p></p>")
    LeadAnalysis.objects.filter(pk=one.pk).update(body=f"<p>{text}</p>")
    one.refresh_from_db()
    place = desk.open(change(draft)).root.one(id=f"words-{one.uid}")
    assert place.words == said
    small = Small(desk, draft)
    answer = small.save(one, small.open(one))
    assert answer.root.one(id=f"words-{one.uid}").words == said


def test_findings_are_counted():
    def some(level, count):
        return [Finding(level, "preflight.X", "", "")] * count

    assert [
        State("UTC", findings=some(Level.ERROR, e) + some(Level.WARNING, w)).spoken_findings()
        for e, w in ((0, 0), (1, 0), (0, 1), (2, 1), (1, 2))
    ] == ["no findings", "1 error", "1 warning", "2 errors, 1 warning", "1 error, 2 warnings"]


def test_time_left_is_counted():
    minute = HOUR / 60
    spans = (0 * minute, minute, 2 * minute, HOUR, 2 * HOUR, 30 * HOUR, 49 * HOUR)
    said = [clocks.left(T0 + span, T0) for span in spans]
    assert all(not re.match(r"1 \w+s\b", one) for one in said)
    assert said[1:3] == ["1 minute", "2 minutes"]
