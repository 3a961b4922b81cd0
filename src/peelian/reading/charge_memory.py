"""The charges told so far, so that "both", "that charge", "three of them" and "the rest" have something to mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from peelian.reading.charges import FRAMES, Charge, Token
from peelian.reading.counted_charges import KEPT, CountedCharges
from peelian.reading.counts import Count, read_count
from peelian.reading.page import Sentence
from peelian.reading.persons import Person

_CHARGES: Final = re.compile(r"\b(?:both|charges|counts|offences)\b")
# How many sentences back a verdict without an object points; a trial may be told long after the charge.
_REACHES: Final = {"quashed": 40, "acquitted": 12}


def _open(charge: Charge, index: int) -> bool:
    """Whether it is not told yet how a charge ended; ``index`` is the sentence where the reference stands."""
    if charge.stage is None:
        return charge.strong or index - charge.sentence <= 3
    return charge.stage in ("charged", "alleged")


class ToldCharges(CountedCharges):
    """The charges of a page, and what a frame that follows them, or refers to them, tells of each."""

    def again(self, token: Token, index: int, sentence: Sentence) -> Charge | None:
        """A charge told as "a second count of the same offence"."""
        model = self.last(self.who(token.start))
        if model is None:
            return None
        count = read_count(self.low, token.start, token.end, sentence.start, sentence.end)
        if count is None or count.value is None:
            count = Count(1, token.start, token.end, True)
        return Charge(
            model.offence,
            token.start,
            token.end,
            True,
            index,
            model.who,
            model.title,
            count._replace(further=True),
        )

    def refer(self, frame: Token, ref: Token) -> None:
        """A frame with a reference for its object: "denied both", "cleared of the rest"."""
        who = self.who(frame.start)
        at = (frame.start, ref.end)
        told = self.told(who)
        plea = FRAMES[frame.value][1]
        if ref.value == "rest":
            self.remainder(frame, ref, who)
            return
        if ref.value == "numbered":
            for charge in self.of_numbers(ref, frame, who, ref.end):
                charge.put(frame.value, at)
            return
        if ref.value == "all":
            if plea is not None:
                for person in who:
                    self.default_plea.setdefault(person, (plea, at))
            index = self.page.sentence_index(frame.start)
            targets = [c for c in told if _open(c, index)]
        elif ref.value == "both":
            if len(told) == 1 and told[0].count is None and "counts" in self.low[ref.start : ref.end]:
                told[0].count = Count(2, ref.start, ref.end)
            targets = (
                told[-2:]
                if len(told) < 2 or not (told[-1].count and (told[-1].count.value or 1) == 2)
                else told[-1:]
            )
        else:
            targets = told[-1:]
        if not told and _CHARGES.search(self.low, ref.start, ref.end):
            targets = self._shared_with(frame, who)
        for charge in targets:
            charge.put(frame.value, at)
        if ref.value == "all" and plea is not None:
            for charge in told:
                if charge.plea is None and charge.stage is not None:
                    charge.plea, charge.plea_spans = plea, [at]

    def _shared_with(self, frame: Token, who: tuple[Person, ...]) -> list[Charge]:
        """ "Bell admitted assault and theft. Carter denied both charges": the charges just told of somebody else."""
        index = self.page.sentence_index(frame.start)
        last = next(
            (c for c in reversed(self.charges[-12:]) if c.strong and not c.headline and c.stage), None
        )
        if last is None or not who or index - last.sentence > 2 or not last.who:
            return []
        group = [c for c in self.charges[-12:] if c.sentence == last.sentence and c.stage and not c.headline]
        copies = [
            Charge(c.offence, c.start, c.end, True, index, who, c.title, c.count, group=c.group)
            for c in group
        ]
        self.charges += copies
        return copies

    def tell_back(self, frame: Token, here: list[Charge], free: list[Charge], ref: Token | None) -> None:
        """A frame without an object: it tells of the charges named before it, in its sentence or the last ones."""
        at = frame.span
        if ref is not None and ref.value == "rest" and self.rest_of_parts(frame, self._who(frame), frame.end):
            return
        if ref is not None and ref.value == "numbered":
            targets = self.of_numbers(ref, frame, self._who(frame), ref.end)
            if targets:
                for charge in targets:
                    charge.put(frame.value, at)
                return
        if ref is None and self.number_subject(frame, self._who(frame), here):
            free.clear()
            return
        free[:] = [c for c in free if c.strong or frame.value == "cautioned"]
        if free:
            for charge in free:
                charge.put(frame.value, at)
            if FRAMES[frame.value][0] != "charged":
                free.clear()
            return
        who = self._who(frame)
        here = here[-30:]
        if here:
            whole = frame.value in ("convicted", "denial", "acquitted", "hung") or all(
                c.by_noun for c in here
            )
            targets = here if whole else here[-1:]
            if ref is not None and ref.value == "one":
                targets = here[-1:]
            targets = [c for c in targets if not who or set(c.who) & set(who)]
            group = targets[-1].group if targets else -1
            targets = [c for c in targets if c.group == group]
            for charge in targets:
                charge.put(frame.value, at)
            return
        index = self.page.sentence_index(frame.start)
        if not who or not self._may_point_back(frame, ref):
            return
        targets = self.last_group(who, index, _REACHES.get(frame.value, 4))
        if ref is not None and ref.value == "one":
            targets = targets[-1:]
        elif ref is not None and ref.value in ("first", "second"):
            targets = self.numbered(who, 0 if ref.value == "first" else 1)
        elif ref is not None and ref.value == "rest":
            targets = [c for c in self.told(who) if c.stage in (None, "charged") and c.strong]
        elif ref is not None and ref.value == "both":
            targets = self.told(who)[-2:]
        elif ref is not None and ref.value == "all":
            targets = [c for c in self.told(who) if _open(c, index)] or targets
        if ref is None and self._of_another(frame, who):
            return
        for charge in targets:
            self._own_part(charge, who).put(frame.value, at)

    def _of_another(self, frame: Token, who: tuple[Person, ...]) -> bool:
        """Whether somebody who is no subject is the one just named in the sentence: "PC Bright will not be prosecuted"."""
        start = self.page.sentence_at(frame.start).start
        if self._official(start, frame.start) is None:
            return False
        return not any(start <= m.start < frame.start for p in who for m in p.mentions)

    def _own_part(self, charge: Charge, who: tuple[Person, ...]) -> Charge:
        """A charge of several people as one's own, where a verdict is told of him or her alone."""
        own = tuple(p for p in charge.who if p in who)
        if len(who) != 1 or not own or len(own) == len(charge.who):
            return charge
        part = replace(
            charge, who=own, stage_spans=list(charge.stage_spans), plea_spans=list(charge.plea_spans)
        )
        charge.who = tuple(p for p in charge.who if p not in own)
        self.charges.append(part)
        return part

    def _who(self, frame: Token) -> tuple[Person, ...]:
        """Of whom a frame tells; a quashed conviction is that of the one person convicted."""
        who = self.who(frame.start)
        if not who and frame.value in ("quashed", "discontinued", "hung"):
            people = {p for c in self.charges[-KEPT:] for p in c.who}
            if len(people) == 1:
                return tuple(people)
        return who

    def _may_point_back(self, frame: Token, ref: Token | None) -> bool:
        if ref is not None:
            return True
        words = self.low[frame.start : frame.end]
        if (words.startswith("conviction") and frame.value == "convicted") or words in (
            "guilty of",
            "acquittal",
        ):
            return False
        if frame.value == "denial":
            return words.startswith(("plead", "pled")) or " plea" in words or "pleas of" in words
        if frame.value == "guilty_plea":
            return "guilty" in words or "plea" in words
        return True
