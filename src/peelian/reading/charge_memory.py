"""The charges told so far, so that "both", "that charge", "three of them" and "the rest" have something to mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import FRAMES, Charge, Token
from peelian.reading.counted_charges import CO_ACCUSED, KEPT, LATELY, CountedCharges
from peelian.reading.counts import Count, read_count
from peelian.reading.model import Span
from peelian.reading.page import Sentence
from peelian.reading.persons import Person

_CHARGES: Final = re.compile(r"\b(?:both|charges?|counts?|offences?|conspiracy|plot|that one)\b")
_SINGLE: Final = ("charge", "count", "offence", "that one")
_PLOT: Final = ("conspiracy", "plot")
_STOOD_TOGETHER: Final = re.compile(
    r"\b(?:with|beside|alongside) (?:him|her|them)\b|\bco-?(?:accused|defendant)s?\b|\bsame (?:charges?|counts?|offences?|trial|dock|jury)\b|\b(?:other|fellow|second|third|fourth) (?:officer|defendant|man|woman|accused)\b"
)
# "Moss was to have been tried with him. |But no evidence was offered|": said a sentence before
_TRIED_WITH: Final = re.compile(
    r"\b(?:tried|stand(?:ing)? trial|stood trial|in the dock|charged|accused) (?:jointly |together )?(?:with|beside|alongside) (?:him|her|them)\b"
)
_BY_A_PANEL: Final = re.compile(r"\b(?:panel|misconduct|disciplinary|tribunal|hearing|wrongdoing|blame)\b")
# How many sentences back a verdict without an object points; a trial may be told long after the charge.
_ONLY_CHARGE: Final = 8
_ONLY_PLEA: Final = 14
_LETS_GO: Final = frozenset({"acquitted", "hung", "discontinued"})
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
        who = self.who(token.start)
        model = self.last(who)
        if model is not None and model.stage in ("acquitted", "discontinued") and self._is_punished(index):
            proved = [c for c in self.told(who) if c.strong and c.stage == "convicted"]
            model = proved[-1] if proved else model
        count = read_count(self.low, token.start, token.end, sentence.start, sentence.end)
        just_told = self.last_of_anybody()
        of_another = (
            just_told is not None and index - just_told.sentence <= 1 and not set(just_told.who) & set(who)
        )
        if model is None or (of_another and index - model.sentence > 1):
            return self.of_co_accused(index, who, count)
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

    def deny(self, frame: Token) -> None:
        """ "She denies it": a plea to the charges told last, a sentence or two before."""
        index = self.page.sentence_index(frame.start)
        for charge in self.last_group(self.who(frame.start), index, 2):
            if charge.stage in ("charged", "convicted", "acquitted"):
                charge.put(frame.value, frame.span)

    def settle_undecided(self) -> None:
        """Give whomever a jury could not agree on, and of whom no charge is told, the one that the others were tried for."""
        for frame, who in self._undecided:
            tried = [
                c
                for c in self.charges
                if c.strong and not c.headline and c.stage in ("convicted", "acquitted")
            ]
            if tried and len({c.offence for c in tried}) == 1 and not self.told(who):
                charge = tried[0].like(self.page.sentence_index(frame.start), who)
                charge.put(frame.value, frame.span)
                self.charges.append(charge)

    def plead_to_it(self, frame: Token) -> None:
        """ "Moss was convicted of theft. Lee had admitted it": the charge just told of whoever stood trial too."""
        who = self.who(frame.start)
        for charge in self._shared_with(frame, who, "that one", 1):
            charge.put(frame.value, frame.span)

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
            targets = [c for c in told if c.stage is not None][-1:] or told[-1:]
        if not told and ref.value in ("one", "both", "all") and _CHARGES.search(self.low, ref.start, ref.end):
            targets = self._shared_with(frame, who, self.low[ref.start : ref.end])
        elif ref.value == "one" and self.low.startswith("that ", ref.start):
            targets = self._shared_with(frame, who, "that one", 1) or targets
        for charge in targets:
            if not self.may_be_of(frame, charge):
                continue
            # "All three deny the plot. |PC Lee| admitted it": his own from here on
            charge = self._own_part(charge, who)
            charge.put(frame.value, at)
        if ref.value == "one":
            self._of_others_too(frame, who, targets, at)
        if ref.value == "all" and plea is not None:
            for charge in told:
                if charge.plea is None and charge.stage is not None:
                    charge.plea, charge.plea_spans = plea, [at]

    def _of_others_too(self, frame: Token, who: tuple[Person, ...], targets: list[Charge], at: Span) -> None:
        """ "Yeo and detention officers Tapp and Kemp all deny the charge": it is theirs too of whom none is told yet."""
        charged = {p for c in self.charges[-KEPT:] if not c.headline for p in c.who}
        others = tuple(p for p in who if p not in charged)
        if not targets or not others or len(others) == len(who):
            return
        for charge in targets:
            copy = charge.like(self.page.sentence_index(frame.start), others, charge.count, charge.group)
            copy.put(frame.value, at)
            self.charges.append(copy)

    def _shared_with(
        self, frame: Token, who: tuple[Person, ...], said: str = "", reach: int = 2
    ) -> list[Charge]:
        """ "Bell admitted assault and theft. Carter denied both charges": the charges just told of somebody else.

        ``said`` is how they are referred to: "the conspiracy" and "that one" are one of them.
        """
        index = self.page.sentence_index(frame.start)
        last = self.last_of_anybody()
        if len({c.offence for c in self.charges[-KEPT:] if c.strong and c.stage and not c.headline}) == 1:
            reach = max(reach, _ONLY_CHARGE)  # "the charge" of a story that tells of one
        if (
            last is None
            or not who
            or index - last.sentence > reach
            or not last.who
            or set(last.who) & set(who)
        ):
            return []
        group = [
            c for c in self.charges[-LATELY:] if c.sentence == last.sentence and c.stage and not c.headline
        ]
        one = said.endswith((*_SINGLE, *_PLOT))
        if one:
            group = [c for c in group if "conspir" in c.title or not said.endswith(_PLOT)][-1:]
        counted = bool(said) and not one
        copies = [c.like(index, who, c.count if counted else None, c.group) for c in group]
        self.charges += copies
        return copies

    def tell_back(self, frame: Token, here: list[Charge], free: list[Charge], ref: Token | None) -> bool:
        """A frame without an object: it tells of the charges named before it, in its sentence or the last ones.

        Whether there were any is given back.
        """
        at = frame.span
        if ref is not None and ref.value == "rest" and self.rest_of_parts(frame, self._who(frame), frame.end):
            return True
        if ref is not None and ref.value == "numbered":
            targets = self.of_numbers(ref, frame, self._who(frame), ref.end)
            if targets:
                for charge in targets:
                    charge.put(frame.value, at)
                return True
        if ref is None and self.number_subject(frame, self._who(frame), here):
            free.clear()
            return True
        free[:] = [c for c in free if c.strong or frame.value == "cautioned"]
        if free:
            for charge in free:
                charge.put(frame.value, at)
            if FRAMES[frame.value][0] != "charged":
                free.clear()
            return True
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
            targets = [c for c in targets if self.may_be_of(frame, c)]
            if not targets and frame.start in self.objects and frame.value in _LETS_GO and not self.told(who):
                # "convicted Lee of fraud but could not agree on |Moss|": the charge just told is that one's too
                for charge in self._shared_with(frame, who):
                    charge.put(frame.value, at)
                return True
            group = targets[-1].group if targets else -1
            targets = [c for c in targets if c.group == group]
            for charge in targets:
                charge.put(frame.value, at)
            return True
        index = self.page.sentence_index(frame.start)
        if not who or not self._may_point_back(frame, ref):
            return True  # no verdict of its own
        targets = self.last_group(who, index, self._reach(frame, who))
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
            return True
        if (
            ref is None
            and not targets
            and (
                frame.value in ("acquitted", "convicted", "hung")
                or (frame.value == "discontinued" and "evidence" in self.low[frame.start : frame.end])
            )
        ):
            near = self.page.near(frame.start, 300)
            together = (
                frame.value == "hung"
                or _STOOD_TOGETHER.search(self.low, near.start, near.end) is not None
                or (
                    index > 0
                    and _TRIED_WITH.search(self.low, *self.page.sentences[index - 1][:2]) is not None
                )
                or self._tried_beside(frame, index)
            )
            if not self.told(who) and together:
                targets = self._shared_with(frame, who, "", CO_ACCUSED)
        if ref is None and not targets and frame.value == "hung" and not self.told(who):
            self._undecided.append((frame, who))
        for charge in targets:
            if len(charge.who) > len(who) or self.may_be_of(frame, charge):  # told of several, then of one
                self._own_part(charge, who).put(frame.value, at)
        return bool(targets)

    def _reach(self, frame: Token, who: tuple[Person, ...]) -> int:
        """How many sentences back a frame without an object points: a plea further, where only one offence is told of."""
        told = {c.offence for c in self.told(who) if c.strong and not c.headline}
        if len(told) == 1 and frame.value in ("guilty_plea", "denial"):
            return _ONLY_PLEA
        return _REACHES.get(frame.value, 4)

    def _tried_beside(self, frame: Token, index: int) -> bool:
        """ "Lee and Moss were convicted of fraud. PC Bell was found not guilty": verdicts on one charge, told one after another."""
        last = self.last_of_anybody()
        if frame.value != "acquitted" or last is None or index - last.sentence > 1:
            return False
        near = self.page.near(frame.start, 300)
        told = {c.offence for c in self.charges[-LATELY:] if c.sentence == last.sentence and not c.headline}
        return (
            last.stage in ("convicted", "acquitted")
            and last.plea != "guilty"
            and len(told) == 1
            and _BY_A_PANEL.search(self.low, near.start, near.end) is None
        )

    def _of_another(self, frame: Token, who: tuple[Person, ...]) -> bool:
        """Whether somebody who is no subject is the one just named in the sentence: "PC Bright will not be prosecuted"."""
        start = self.page.sentence_at(frame.start).start
        named = self._official(start, frame.start)
        if named is None or any(m.title == "judge" for m in named.mentions):
            return False  # "Judge Stott entered not guilty verdicts": hers are nobody's but the accused's
        return not any(start <= m.start < frame.start for p in who for m in p.mentions)

    def _own_part(self, charge: Charge, who: tuple[Person, ...]) -> Charge:
        """A charge of several people as one's own, where a verdict is told of him or her alone."""
        own = tuple(p for p in charge.who if p in who)
        if not own or len(own) == len(charge.who):
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
            return (
                words.startswith(("plead", "pled", "not guilty")) or " plea" in words or "pleas of" in words
            )
        if frame.value == "guilty_plea":
            return "guilty" in words or "plea" in words
        return True
