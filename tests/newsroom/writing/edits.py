"""Whatever an editor may do to a draft, by chance, and as the desk does it."""

from __future__ import annotations

import random
from typing import Any

from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
)
from newsroom.models.parts import Part
from newsroom.writing import placing
from newsroom.writing.saving import (
    NotRestorable,
    add_part,
    lock,
    move_part,
    remove_part,
    restore_part,
    save_part,
)
from tests import factories

WORDS = ("tide", "pier", "lamp", "ice", "berth", "gauge", "mole", "cable")


class Editor:
    """Somebody who edits one draft without a plan."""

    def __init__(self, draft: Issue, seed: int) -> None:
        self.draft = draft
        self.chance = random.Random(seed)
        self.user = factories.account()
        self.photos = [factories.small_photo() for _ in range(3)]

    def edit(self, times: int) -> list[str]:
        """Do that many things, and say which."""
        deeds = [getattr(self, name) for name in dir(type(self)) if name.startswith("do_")]
        done = []
        for _ in range(times):
            deed = self.chance.choice(deeds)
            self.draft.refresh_from_db()
            deed()
            done.append(deed.__name__)
        return done

    def words(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=3))

    def one(self, model: type[Part], **where: Any) -> Any:
        """Some part that stands in the issue."""
        rows = [
            row
            for row in model.objects.standing_in().filter(**where).order_by("pk")
            if row.whole == self.draft
        ]
        return self.chance.choice(rows) if rows else None

    def save(self, row: Any, **values: Any) -> None:
        if row is not None:
            save_part(row, seen=row.version, values=values)

    def do_title_block(self) -> None:
        shown = self.chance.random() < 0.5
        genre = factories.label(self.words())
        self.save(
            self.draft, title=self.words(), dek=self.words(), show_prefix=shown, genre_label=genre
        )

    def do_byline(self) -> None:
        lock(self.draft)
        if self.chance.random() < 0.5:
            self.draft.bylines.all().delete()
        last = self.draft.bylines.last()
        position = last.position + 7 if last else 5
        Byline.objects.create(issue=self.draft, person=factories.person(), position=position)

    def do_topics(self) -> None:
        lock(self.draft)
        if self.chance.random() < 0.5:
            self.draft.issue_topics.all().delete()
        IssueTopic.objects.create(content_object=self.draft, tag=factories.topic())

    def do_lead(self) -> None:
        lead = self.one(LeadAnalysis)
        if lead is None:
            add_part(LeadAnalysis(issue=self.draft, body=f"<p>{self.words()}</p>"))
        elif self.chance.random() < 0.4:
            remove_part(lead, by=self.user)
        else:
            self.save(lead, body=self.chance.choice(["", f"<p>{self.words()}</p>"]))

    def do_section(self) -> None:
        self.save(self.one(Section), heading=self.words(), intro=f"<p>{self.words()}</p>")

    def do_nothing_this_week(self) -> None:
        row = self.one(Section)
        if row is not None:
            turned = "open" if row.state == "nothing" else "nothing"
            self.save(row, state=turned, nothing_text=self.words())

    def do_add_section(self) -> None:
        add_part(Section(issue=self.draft, heading=self.words()), first=True)

    def do_standing_section_anew(self) -> None:
        for standing in self.draft.missing_standing():
            add_part(Section(issue=self.draft, standing=standing, heading=standing.heading))

    def do_add_brief(self) -> None:
        place = self.one(Section)
        if place is not None:
            factories.brief(place, f"<p>{self.words()}</p>")

    def do_brief(self) -> None:
        self.save(self.one(NewsBrief), title=self.words(), body=f"<p>{self.words()}</p>")

    def do_move(self) -> None:
        row = self.one(self.chance.choice([Section, NewsBrief, RelatedLink]))
        if row is None:
            return
        parent = getattr(row, row.parent_field)
        if isinstance(row, NewsBrief):
            parent = self.one(Section) or parent
        siblings = [one for one in self.siblings(row, parent) if one != row]
        after = self.chance.choice([None, *siblings])
        move_part(row, after=after, parent=parent)

    def siblings(self, row: Any, parent: Any) -> list[Any]:
        return list(type(row).objects.filter(**{row.parent_field: parent}))

    def do_remove(self) -> None:
        kinds = [Section, NewsBrief, NewsBrief, RelatedLink, PhotoUse]
        row = self.one(self.chance.choice(kinds))
        if row is not None:
            remove_part(row, by=self.user)

    def do_bring_back(self) -> None:
        rows = [
            row
            for model in (Section, NewsBrief, RelatedLink, PhotoUse, LeadAnalysis)
            for row in model.objects.filter(removed_at__isnull=False).order_by("pk")
            if row.whole == self.draft
        ]
        if rows:
            try:
                restore_part(self.chance.choice(rows), by=self.user)
            except NotRestorable:
                return

    def do_sources(self) -> None:
        row = self.one(NewsBrief)
        if row is None:
            return
        lock(self.draft)
        cited = list(row.sources.all())
        turn = self.chance.randrange(4)
        if turn == 0 or not cited:
            last = row.sources.last()
            outlet = factories.outlet()
            Source.objects.create(
                brief=row,
                outlet=outlet,
                address=f"https://{outlet.domains.get().domain}/{self.chance.random()}",
                position=(last.position if last else 0) + 3,
            )
        elif turn == 1:
            self.chance.choice(cited).delete()
        elif turn == 2:
            chosen = self.chance.choice(cited)
            Source.objects.filter(pk=chosen.pk).update(
                outlet=factories.outlet(), reporter=self.words()
            )
        else:
            placing.place(cited[-1], after=None)

    def do_picture(self) -> None:
        use = self.one(PhotoUse)
        if use is not None:
            photo = self.chance.choice(self.photos)
            self.save(use, photo=photo, alt="", decorative=True, caption=self.words())

    def do_add_picture(self) -> None:
        if self.draft.top_picture is None:
            factories.top_picture(self.draft, self.chance.choice(self.photos))

    def do_card(self) -> None:
        row = self.one(RelatedLink, folio=None)
        self.save(row, title=self.words(), opening=f"<p>{self.words()}</p>", label=self.words())

    def do_add_card(self) -> None:
        card = factories.foreign_card(self.draft, title=self.words())
        add_part(PhotoUse(card=card, photo=self.chance.choice(self.photos), alt="A gauge"))
