"""The charges told so far, so that "both", "that charge", "three of them" and "the rest" have something to mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from peelian.reading.charges import FRAMES, Charge, Token
from peelian.reading.counts import Count, numbers_at, read_count
from peelian.reading.model import Span
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, number

_NUMBER_OBJECT: Final = re.compile(
    rf"(?: him| her| them)?(?: by [\w ]{{1,24}}?| unanimously)?,? (?:of|on|to) (?:all )?(?P<n>{NUMBER})\b(?! (?:years?|months?|weeks?|days?|occasions?|[a-z]+ (?:years?|months?)))"
    rf"(?: of (?:them|the \w+|these)| (?:more |further |such )?(?:counts?|charges?|offences?))?(?= and|,|\.|;| but| after| at|\s*\Z| by| following|\)| in)"
)
_FACED: Final = re.compile(
    rf" (?:with )?(?P<n>{NUMBER})(?: such)?(?: counts?| charges?)?(?: as well| too| also)?(?=[.,;])"
)
# "admitted five", "denied two of them"
_ADMITTED: Final = re.compile(
    rf" (?:only |just )?(?P<n>{NUMBER})(?: of (?:them|the \w+|these|those)| (?:more |further |such )?(?:counts?|charges?|offences?))?(?= and\b|,|\.|;| but\b|\s*\Z)"
)
_CHARGES: Final = re.compile(r"\b(?:both|charges|counts|offences)\b")
# "acquitted of three others"
_OTHERS_OBJECT: Final = re.compile(
    rf"(?: him| her| them)?,? (?:of|on|to) (?:the )?(?P<n>{NUMBER}) (?:others|(?:other|more|further|similar|additional)(?: counts?| charges?| offences?)?)(?=[.,;]| and\b| but\b| after\b| at\b|\s*\Z)"
)
# "two were left on file", "the other three have been dropped"
_NUMBER_SUBJECT: Final = re.compile(
    rf"(?:\A|[,;:.] |\band |\bbut |\bwith |\bwhile )(?:the )?(?:other |remaining )?(?P<n>{NUMBER})(?: others?| more| further| counts?| charges?| of (?:them|these|those))?(?: (?:were|was|are|is|have been|had been|has been|will|to be|being|left))? ?\Z"
)
_FURTHER_OBJECT: Final = re.compile(
    r"(?: him| her| them)?(?: by [\w ]{1,24}?| unanimously)?,? (?:of|on|to) (?:another|(?:a|one|the) (?:second|third|fourth|fifth|sixth|further|other|separate))"
    r"(?: (?:similar |alternative )?(?:count|charge|offence|allegation)\b(?! of|,? of)|(?=[.,;]))"
)

_KEPT: Final = 60  # a reference never points further back
# How many sentences back a verdict without an object points; a trial may be told long after the charge.
_REACHES: Final = {"quashed": 40, "acquitted": 12}


def _open(charge: Charge, index: int) -> bool:
    """Whether it is not told yet how a charge ended; ``index`` is the sentence where the reference stands."""
    if charge.stage is None:
        return charge.strong or index - charge.sentence <= 3
    return charge.stage in ("charged", "alleged")


def _object_start(low: str, frame: Token) -> int:
    """Where the object of a frame begins, with its preposition, though that be a part of the frame ("cleared of")."""
    return frame.end - 3 if low[frame.end - 3 : frame.end] in (" of", " on", " to") else frame.end


class ToldCharges:
    """The charges of a page in the order in which they are told.

    ``default_plea`` holds, for each person, a plea to "everything" or "the charges" and where it stands.
    """

    def __init__(self, prepared: Prepared, owners: Owners) -> None:
        self.page = prepared.page
        self.low = prepared.page.low
        self.who = owners.charge
        self._official = prepared.cast.official_at
        self.charges: list[Charge] = []
        self.default_plea: dict[Person, tuple[str, Span]] = {}

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

    def last(self, who: tuple[Person, ...]) -> Charge | None:
        """The charge told last of any of these people."""
        return next(
            (
                c
                for c in reversed(self.charges[-_KEPT:])
                if (c.strong or c.stage) and not c.headline and (set(c.who) & set(who))
            ),
            None,
        )

    def told(self, who: tuple[Person, ...]) -> list[Charge]:
        """The charges told of any of these people, in order (of the last few dozen of the page)."""
        return [c for c in self.charges[-_KEPT:] if not c.headline and set(c.who) & set(who)]

    def last_group(self, who: tuple[Person, ...], sentence_index: int, reach: int) -> list[Charge]:
        """The charges told together last, of these people, not more than a few sentences back."""
        last = self.last(who)
        if last is None or sentence_index - last.sentence > reach:
            return []
        near = sentence_index - last.sentence <= 1 and last.strong  # "Drink driving. Plea of guilty at ..."
        return [c for c in self.told(who) if c.sentence == last.sentence and (c.stage is not None or near)]

    def refer(self, frame: Token, ref: Token) -> None:
        """A frame with a reference for its object: "denied both", "cleared of the rest"."""
        who = self.who(frame.start)
        at = (frame.start, ref.end)
        told = self.told(who)
        plea = FRAMES[frame.value][1]
        if ref.value == "rest":
            self._remainder(frame, ref, who)
            return
        if ref.value == "numbered":
            for charge in self._of_numbers(ref, frame, who, ref.end):
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

    def number_object(self, frame: Token, sentence: Sentence) -> bool:
        """ "Found guilty of three": that many of the charges told before."""
        if frame.value not in ("charged", "convicted", "acquitted", "guilty_plea", "discontinued", "denial"):
            return False
        if self._further_object(frame, sentence):
            return True
        shape = _FACED if frame.value == "charged" else _NUMBER_OBJECT
        if self.low.startswith(("admit", "den"), frame.start):
            shape = _ADMITTED
        found = shape.match(self.low, _object_start(self.low, frame), min(sentence.end, frame.end + 60))
        n = number(found.group("n")) if found else None
        who = self.who(frame.start)
        last = self.last(who)
        shared = last is not None and len(last.who) > 1 and len(who) == 1
        if found is not None and n is not None and (last is None or shared):
            return self._as_with_others(frame, n, found.end(), who)
        if found is None or n is None or last is None:
            return False
        total = last.count.value if last.count is not None else None
        if total is None or total <= n:
            if total == n or total is None:
                last.put(frame.value, frame.span)
            return total is None or total == n
        self._part(last, n, frame, found.end())
        return True

    def _number_subject(self, frame: Token, who: tuple[Person, ...]) -> bool:
        """ "He admitted five and two were left on file": that many of the charges told last."""
        found = _NUMBER_SUBJECT.search(self.low[max(0, frame.start - 48) : frame.start])
        n = number(found.group("n")) if found is not None else None
        if n is None or self.low.startswith(("no ", "not "), frame.start):
            return False
        whole = next(
            (c for c in reversed(self.told(who)) if c.count is not None and c.count.value is not None), None
        )
        if whole is None or whole.count is None or whole.stage not in (None, "charged"):
            return False
        if (whole.count.value or 0) - whole.used < n or whole.count.value == n:
            return False
        self._part(whole, n, frame, frame.end)
        return True

    def _as_with_others(self, frame: Token, n: int, end: int, who: tuple[Person, ...]) -> bool:
        """ "Frith was convicted of five such counts": the offence told last of somebody else in the same case."""
        model = next(
            (c for c in reversed(self.charges[-12:]) if c.strong and not c.headline and c.stage), None
        )
        index = self.page.sentence_index(frame.start)
        if model is None or not who or index - model.sentence > 4:
            return False
        charge = Charge(
            model.offence, model.start, model.end, True, index, who, model.title, Count(n, frame.end, end)
        )
        charge.put(frame.value, frame.span)
        self.charges.append(charge)
        return True

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

    def _further_object(self, frame: Token, sentence: Sentence) -> bool:
        """ "Cleared of a third count": one more charge of the kind told last."""
        found = _FURTHER_OBJECT.match(
            self.low, _object_start(self.low, frame), min(sentence.end, frame.end + 60)
        )
        last = self.last(self.who(frame.start))
        n: int | None = 1
        if found is None:
            found = _OTHERS_OBJECT.match(
                self.low, _object_start(self.low, frame), min(sentence.end, frame.end + 60)
            )
            n = number(found.group("n")) if found is not None else None
            parted = (
                last is not None
                and last.count is not None
                and (last.count.left or (last.count.value or 0) > (n or 0))
            )
            if parted:
                return False
        if found is None or last is None:
            return False
        more = Charge(
            last.offence, last.start, last.end, True, self.page.sentence_index(frame.start), last.who, last.title,
            Count(n, frame.end, found.end(), True),
        )  # fmt: skip
        more.put(frame.value, frame.span)
        self.charges.append(more)
        return True

    def _of_numbers(self, ref: Token, frame: Token, who: tuple[Person, ...], end: int) -> list[Charge]:
        """The charges that "count 2" or "counts 6 to 8" mean; counts dropped whose offence is never told are ``other``."""
        numbers = numbers_at(self.low, ref.start)
        told = [
            c for c in self.charges[-_KEPT:] if c.numbers & numbers and (not who or set(c.who) & set(who))
        ]
        if told:
            return told
        numbered = next((c for c in reversed(self.charges[-_KEPT:]) if c.numbers), None)
        if numbered is None or frame.value not in ("discontinued", "acquitted"):
            return []
        index = self.page.sentence_index(ref.start)
        if end > ref.end or frame.value == "acquitted":  # an offence may follow: "count 3, a further ..."
            return []
        unknown = Charge(
            "other", ref.start, ref.end, True, index, numbered.who, self.low[ref.start : ref.end],
            Count(len(numbers), ref.start, ref.end), numbers=numbers,
        )  # fmt: skip
        self.charges.append(unknown)
        return [unknown]

    def _parted(self, frame: Token, who: tuple[Person, ...], end: int) -> bool:
        """ "Guilty of three of five counts ... the other two": the counts left over of a part told before."""
        part = next((c for c in reversed(self.told(who)) if c.count is not None and c.count.left), None)
        if part is None or part.count is None:
            return False
        rest = Charge(
            part.offence, part.start, part.end, True, part.sentence, part.who, part.title,
            Count(part.count.left, frame.start, end, True),
        )  # fmt: skip
        part.count = part.count._replace(left=0)
        if part.plea == "not_guilty":
            rest.plea, rest.plea_spans = part.plea, part.plea_spans
        rest.put(frame.value, frame.span)
        self.charges.append(rest)
        return True

    def _remainder(self, frame: Token, ref: Token, who: tuple[Person, ...]) -> None:
        if self._parted(frame, who, ref.end):
            return
        parts = [c for c in self.told(who) if c.used]
        if parts:
            last = parts[-1]
            total = last.count.value if last.count is not None else None
            if total is not None and total > last.used:
                self._part(last, total - last.used, frame, ref.end)
            return
        for charge in self.told(who):
            if charge.stage in (None, "charged") and charge.strong:
                charge.put(frame.value, (frame.start, ref.end))

    def _part(self, whole: Charge, n: int, frame: Token, end: int) -> None:
        part = Charge(
            whole.offence,
            whole.start,
            whole.end,
            True,
            whole.sentence,
            whole.who,
            whole.title,
            Count(n, frame.start, end, True),
        )
        part.plea, part.plea_spans = whole.plea, whole.plea_spans
        part.put(frame.value, frame.span)
        whole.used += n
        self.charges.insert(len(self.charges) - 1 - self.charges[::-1].index(whole), part)

    def tell_back(self, frame: Token, here: list[Charge], free: list[Charge], ref: Token | None) -> None:
        """A frame without an object: it tells of the charges named before it, in its sentence or the last ones."""
        at = frame.span
        if ref is not None and ref.value == "rest" and self._parted(frame, self._who(frame), frame.end):
            return
        if ref is not None and ref.value == "numbered":
            targets = self._of_numbers(ref, frame, self._who(frame), ref.end)
            if targets:
                for charge in targets:
                    charge.put(frame.value, at)
                return
        if ref is None and self._number_subject(frame, self._who(frame)):
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
            targets = self._numbered(who, 0 if ref.value == "first" else 1)
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

    def _numbered(self, who: tuple[Person, ...], place: int) -> list[Charge]:
        """ "The second charge": by its place in the last list of two or more."""
        lists: dict[int, list[Charge]] = {}
        for charge in self.told(who):
            lists.setdefault(charge.sentence, []).append(charge)
        last = next((group for group in reversed(lists.values()) if len(group) > 1), [])
        return last[place : place + 1]

    def _who(self, frame: Token) -> tuple[Person, ...]:
        """Of whom a frame tells; a quashed conviction is that of the one person convicted."""
        who = self.who(frame.start)
        if not who and frame.value in ("quashed", "discontinued", "hung"):
            people = {p for c in self.charges[-_KEPT:] for p in c.who}
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
