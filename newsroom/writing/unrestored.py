"""What a draft says otherwise than the document it was restored from, in sentences.

Only the frame can be the reason: somebody was renamed, a photo was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from digest.document import Document, Named, PictureUse
from newsroom.text import outline


def unrestored(document: Document, draft: Document) -> list[str]:
    """One sentence for each thing that is not as it was."""
    if document == draft:
        return []
    told = [*_names(document, draft), *_prefix(document, draft)]
    told += [*_cards(document, draft), *_pictures(document, draft)]
    if told:
        return list(dict.fromkeys(told))
    found = outline.between(outline.outline(document), outline.outline(draft))
    return [_("%s is not quite as it was.") % one.name for one in found]


def _named(document: Document) -> dict[str, Named]:
    """Everybody and everything that stands in the document by name."""
    names = [signature.person for signature in document.byline]
    names += document.topics
    names += [source.outlet for brief in document.briefs() for source in brief.sources]
    return {one.uid: one for one in names if one.uid}


def _names(document: Document, draft: Document) -> Iterator[str]:
    now = _named(draft)
    for uid, one in _named(document).items():
        if uid not in now:
            yield _("“%s” is not there any more and was left out.") % one.name
        elif now[uid].name != one.name:
            yield _("“%(old)s” is called “%(new)s” by now, and so it says in the draft.") % {
                "old": one.name,
                "new": now[uid].name,
            }


def _prefix(document: Document, draft: Document) -> Iterator[str]:
    if document.prefix != draft.prefix:
        yield _("The prefix of the series was “%(old)s” and is “%(new)s” by now.") % {
            "old": document.prefix,
            "new": draft.prefix,
        }


def _cards(document: Document, draft: Document) -> Iterator[str]:
    there = {card.uid: card.folio for card in draft.cards}
    if any(there.get(card.uid, "gone") != card.folio for card in document.cards):
        yield _("A related issue is not there any more; its card could not be restored.")


def _pictures(document: Document, draft: Document) -> Iterator[str]:
    now = {use.uid: use for use in draft.pictures()}
    for use in document.pictures():
        words = use.caption or use.alt or _("without a caption")
        if use.uid not in now:
            yield _("The photo of the picture “%s” is gone; the picture was left out.") % words
        else:
            yield from _picture(use, now[use.uid], words)


def _picture(was: PictureUse, now: PictureUse, words: str) -> Iterator[str]:
    if was.key != now.key:
        yield _("The photo of the picture “%s” has another file by now.") % words
    if was.credit != now.credit:
        yield _("The credit of the picture “%s” is another by now.") % words
