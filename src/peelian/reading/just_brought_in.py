"""Just brought in: whom "all three", "both" and "one of them" mean where nothing was told of anybody yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading.carrying import Carrying
from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.unnamed import (
    MOST_TOLD_TOGETHER,
    Referent,
)

_OF_ITS: Final = ("two of its ", "two of their ", "three of its ", "three of their ", "four of its ")
MOST_INTRODUCED: Final = 60  # people brought in by "a" or a number, to look back at


class JustBroughtIn(Carrying):
    """Who was told of so far in a walk, and those whom the story has only brought in: whom "all three", "both" and "one of them" mean where nothing was told of anybody yet."""

    def __init__(self, page: Page, descriptions: list[Description]) -> None:
        super().__init__(page, descriptions)
        self.introduced = [d for d in descriptions if d.form == "new"][:MOST_INTRODUCED]

    def who_did(self, d: Description) -> list[Referent]:
        """ "The three who looked away received warnings", beside others of whom was told: three more."""
        people = self.referents.people
        if d.form != "all" or d.number is None or not people or d.number > MOST_TOLD_TOGETHER:
            return []
        more = [self.referents.one_more(people[-1], d) for _ in range(d.number)]
        for r in more:
            r.roles, r.telling, r.head, r.definite = {r.family}, set(), None, False
        self.referents.group(more)
        return more

    def everybody(self, d: Description, paragraph: int) -> list[Referent]:
        """ "All three" are the member of staff and the two constables whom the story brought in, if it brought in no more."""
        before = [
            o
            for o in self.descriptions
            if o.start < d.start and not (o.agent or o.witness)
            and (o.form == "new" or (o.form == "another" and (o.number or 0) > 1) or (o.form == "ordinal" and self.low.startswith("a ", o.start)) or self._of_its(o))
        ][:MOST_INTRODUCED]  # fmt: skip
        if d.form != "all":
            return []
        if d.number is None:  # "four officers ... We interviewed all of them"
            return self.resolved([o for o in before if (o.number or 0) > 1][-1:], paragraph)
        if d.number != sum(o.number or MOST_INTRODUCED for o in before):
            before = self.just_brought_in(d, paragraph)
        return self.resolved(before, paragraph)

    def resolved(self, before: list[Description], paragraph: int) -> list[Referent]:
        """Those whom descriptions of the story mean, one after the other."""
        found: list[Referent] = []
        for o in before:
            own = [r for r in self.referents.resolve(o, paragraph, found, True) if r not in found]
            if not own and o.number == 1:  # "a sergeant, a gaoler and the officer who drove him": all three
                own = [self.referents.new(o, open_=o.generic)]
            if len(own) > 1:
                self.referents.group(own)
            found += own
        return found

    def just_brought_in(self, d: Description, paragraph: int) -> list[Description]:
        """ "We found failings by two detectives. An inspector had ..., and a constable had ... |Both| had a case to answer"."""
        own: list[Description] = []
        whole = 0
        for o in reversed(self.descriptions):
            if o.start >= d.start or o.form == "bare" or (o.agent and not o.possessive):
                continue
            near = self.page.sentences[self.page.sentence_index(o.start)]
            if whole >= (d.number or 0) or near.paragraph < paragraph - 1:
                break
            more = o.form == "another" and o.number is not None  # "two other constables were there"
            if not (o.form in ("new", "known") or more or self._of_its(o)) or any(
                o.role == other.role and o.form == "known" for other in own
            ):
                continue
            own.insert(0, o)
            whole += o.number or MOST_INTRODUCED
        return own if whole == d.number and (len(own) > 1 or (d.number or 0) > 1) else []

    def _of_its(self, o: Description) -> bool:
        """ "Two of its officers", of a force: they are brought in so."""
        return (
            o.form == "part"
            and o.of is None
            and (o.number or 0) > 1
            and self.low.startswith(_OF_ITS, o.start)
        )

    def of_introduced(self, d: Description, paragraph: int) -> list[Referent]:
        """ "Three constables attended. |One was| given advice": one of those whom the story just brought in."""
        before = [o for o in self.introduced if o.start < d.start and not (o.agent or o.witness)]
        whole = before[-1].number if before else None
        if (
            d.form != "part"
            or d.number is None
            or whole is None
            or not d.number < whole
            or d.number > MOST_TOLD_TOGETHER
        ):
            return []
        if self.page.sentences[self.page.sentence_index(before[-1].start)].paragraph < paragraph - 1:
            return []
        brought_in = before[-1]
        if (
            whole > MOST_TOLD_TOGETHER
        ):  # "... video of nine officers. |Four of them| were interviewed": those four
            brought_in = replace(brought_in, number=d.number)
        everybody = self.referents.resolve(brought_in, paragraph, [], True)
        self.referents.group(everybody)
        return everybody[: d.number]
