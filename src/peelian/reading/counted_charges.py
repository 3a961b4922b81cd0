"""Which of the charges told so far a number means: "three of them", "the other two", "a third count", "counts 1 to 4"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import FRAMES, Charge, Token
from peelian.reading.counts import Count, numbers_at
from peelian.reading.model import Span
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, number

_NUMBER_OBJECT: Final = re.compile(
    rf"(?! by (?:a )?(?:majority|\w+ to))(?: him| her| them)?(?: by [\w ]{{1,24}}?| unanimously)?,? (?:of|on|to) (?:all )?(?P<n>{NUMBER})\b(?! (?:years?|months?|weeks?|days?|occasions?|[a-z]+ (?:years?|months?)))"
    rf"(?: of (?:them|the \w+|these)| (?:more |further |such )?(?:counts?|charges?|offences?))?(?= and|,|\.|;| but| after| at|\s*\Z| by| following|\)| in)"
)
_FACED: Final = re.compile(
    rf" (?:with )?(?P<n>{NUMBER})(?: such)?(?: counts?| charges?)?(?: as well| too| also)?(?=[.,;])"
)
# "admitted five", "denied two of them"
_ADMITTED: Final = re.compile(
    rf" (?:only |just |all )?(?P<n>{NUMBER})(?: of (?:them|the \w+|these|those)| (?:more |further |such )?(?:counts?|charges?|offences?))?(?= and\b|,|\.|;| but\b| at\b| in\b| on\b| when\b| before\b| after\b| last\b|\s*\Z)"
)
# "acquitted of three others"
_OTHERS_OBJECT: Final = re.compile(
    rf"(?: him| her| them)?,? (?:of|on|to) (?:the )?(?P<n>{NUMBER}) (?:others|(?:other|more|further|similar|additional)(?: counts?| charges?| offences?)?)(?=[.,;]| and\b| but\b| after\b| at\b|\s*\Z)"
)
# "two were left on file", "the other three have been dropped"
_AUXILIARY: Final = r"(?:,[^.;:]{1,100},)?(?: (?:were|was|are|is|have been|had been|has been|will|to be|to|being|left|ordered|would|must|should))*"
_NUMBER_SUBJECT: Final = re.compile(
    rf"(?:\A|[,;:.] |\band |\bbut |\bwith |\bwhile )(?:the )?(?:other |remaining )?(?P<n>{NUMBER})(?: others?| more| further| counts?| charges?| of (?:them|these|those))?{_AUXILIARY} ?\Z"
)
_OFFICERS: Final = re.compile(
    r"\b(?:one|two|three|four|five) (?:[\w'-]+ ){0,3}?(?:officers?|detectives?|constables?|sergeants?|pcs?|men|man|women|woman|defendants?)\b"
)
_COUNTS: Final = re.compile(r" (?:[\w-]+ )?(?:counts?|charges?|offences?|allegations?)\b")
# "the third will lie on the file", "a further count, which he denied, was dropped"
_ORDINAL_SUBJECT: Final = re.compile(
    r"(?:\A|[,;:.] |\band |\bbut |\bwith |\bwhile )[\"']?(?:the|an?) (?P<place>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further|separate|final|last|other|remaining)"
    rf"(?: (?:count|charge|offence|one|matter|allegation))?(?: of (?:misconduct|the same \w+|that kind|this kind))?{_AUXILIARY} ?\Z"
)
PLACES: Final = {
    word: i for i, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
_DENIED: Final = re.compile(r"\b(?:not guilty|den(?:y|ies|ied))\b")
_FURTHER_OBJECT: Final = re.compile(
    r"(?: him| her| them)?(?: by [\w ]{1,24}?| unanimously)?,? (?:of|on|to) (?:another|(?:a|one|the) (?:second|third|fourth|fifth|sixth|further|other|separate))"
    r"(?: (?:similar |alternative )?(?:count|charge|offence|allegation)\b(?! of|,? of)|(?=[.,;]| and\b| but\b| at\b| after\b| by\b|\s*\Z))"
)

KEPT: Final = 60  # a reference never points further back
LATELY: Final = 12  # charges among which those are that were just told of somebody else
CO_ACCUSED: Final = 4  # sentences from one defendant's charge to another's "the same"


_PUNISHED: Final = re.compile(
    r"\b(?:fined|jailed|sentenced|convicted|admitted|pleaded guilty|guilty pleas?|found guilty|imprisoned|banned)\b"
)


def _object_start(low: str, frame: Token) -> int:
    """Where the object of a frame begins, with its preposition, though that be a part of the frame ("cleared of")."""
    return frame.end - 3 if low[frame.end - 3 : frame.end] in (" of", " on", " to") else frame.end


class CountedCharges:
    """The charges of a page in the order in which they are told, and what number words mean among them.

    ``default_plea`` holds, for each person, a plea to "everything" or "the charges" and where it stands.
    """

    def __init__(self, prepared: Prepared, owners: Owners) -> None:
        self.page = prepared.page
        self.low = prepared.page.low
        self._of_the_place = owners.charge
        self.objects: dict[int, tuple[Person, ...]] = {}  # whose a verdict is by the name after it
        self._official = prepared.cast.official_at
        self.charges: list[Charge] = []
        self._appealed = bool(prepared.scan.of("appeal_word")) or any(
            h.value == "appeal" for h in prepared.scan.of("bench")
        )
        self.default_plea: dict[Person, tuple[str, Span]] = {}
        self._undecided: list[
            tuple[Token, tuple[Person, ...]]
        ] = []  # no verdict on them, and no charge told yet

    def who(self, at: int) -> tuple[Person, ...]:
        """Of whom the words at ``at`` tell."""
        return self.objects.get(at) or self._of_the_place(at)

    def may_be_of(self, frame: Token, charge: Charge) -> bool:
        """Whether an elliptic frame can be of a charge: only an appeal turns one's conviction into an acquittal."""
        return self._appealed or frame.value != "acquitted" or charge.stage != "convicted"

    def last(self, who: tuple[Person, ...]) -> Charge | None:
        """The charge told last of any of these people."""
        return next(
            (
                c
                for c in reversed(self.charges[-KEPT:])
                if (c.strong or c.stage) and not c.headline and (set(c.who) & set(who))
            ),
            None,
        )

    def told(self, who: tuple[Person, ...]) -> list[Charge]:
        """The charges told of any of these people, in order (of the last few dozen of the page)."""
        return [c for c in self.charges[-KEPT:] if not c.headline and set(c.who) & set(who)]

    def last_group(self, who: tuple[Person, ...], sentence_index: int, reach: int) -> list[Charge]:
        """The charges told together last, of these people, not more than a few sentences back."""
        last = self.last(who)
        if last is None or sentence_index - last.sentence > reach:
            return []
        near = sentence_index - last.sentence <= 1 and last.strong  # "Drink driving. Plea of guilty at ..."
        return [c for c in self.told(who) if c.sentence == last.sentence and (c.stage is not None or near)]

    def last_of_anybody(self) -> Charge | None:
        """The charge told last of whomever, if not long ago: that of somebody who may stand trial with others."""
        return next(
            (c for c in reversed(self.charges[-LATELY:]) if c.strong and not c.headline and c.stage), None
        )

    def of_co_accused(self, index: int, who: tuple[Person, ...], count: Count | None) -> Charge | None:
        """ "His sergeant was acquitted of the same charge": what was told last of whoever stood trial with him."""
        model = self.last_of_anybody()
        if model is not None and model.stage in ("acquitted", "discontinued") and self._is_punished(index):
            guilty = [
                c for c in self.charges[-LATELY:] if c.strong and not c.headline and c.stage == "convicted"
            ]
            model = (
                guilty[-1] if guilty else model
            )  # "was fined for the same offence": not that of which one was cleared
        if model is None or not who or index - model.sentence > CO_ACCUSED:
            return None
        return model.like(index, who, count)

    def _is_punished(self, index: int) -> bool:
        """Whether a sentence tells of a conviction or a punishment."""
        s = self.page.sentences[index]
        return (
            _PUNISHED.search(self.low, s.start, s.end) is not None
            and "cleared" not in self.low[s.start : s.end]
        )

    def number_object(self, frame: Token, sentence: Sentence) -> bool:
        """ "Found guilty of three": that many of the charges told before."""
        if frame.value not in (
            "charged",
            "convicted",
            "acquitted",
            "guilty_plea",
            "discontinued",
            "denial",
            "hung",
        ):
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
        shared = last is not None and bool(set(last.who) - set(who))  # the lead told it of all, this of some
        if found is not None and n is not None and (last is None or shared):
            return self._as_with_others(frame, n, found.end(), who)
        if found is None or n is None or last is None:
            return False
        if self._decided_otherwise(frame, last):
            if last.count is not None and last.count.left:
                return last.count.left == n and self.parted(frame, who, found.end())
            self._one_more(last, n, frame, frame.end, found.end())
            return True
        total = last.count.value if last.count is not None else None
        if total is None or total <= n:
            if total == n or total is None:
                last.put(frame.value, frame.span)
            if (
                frame.value != "charged"
                and last.count is None
                and n > 1
                and len(self.last_group(who, last.sentence, 0)) == 1
            ):
                last.count = Count(n, frame.start, found.end())
            return total is None or total == n
        self.part(last, n, frame, found.end())
        return True

    def _decided_otherwise(self, frame: Token, last: Charge) -> bool:
        """Whether a jury decided on other counts than those told last: "convicted of three of five counts and |acquitted on two|"."""
        if self._appealed or last.used:
            return False
        stage = FRAMES[frame.value][0]
        otherwise = stage in ("acquitted", "discontinued") or frame.value == "hung"
        return (last.stage == "convicted" and otherwise) or (
            last.stage == "acquitted" and frame.value == "convicted"
        )

    def number_subject(self, frame: Token, who: tuple[Person, ...], here: list[Charge]) -> bool:
        """ "He admitted five and two were left on file", "the third will lie on the file": that many of those told last.

        ``here`` are the charges of the sentence: where the words before the frame name one, it is told of that.
        """
        if self.low.startswith(("no ", "not "), frame.start):
            return False
        floor = max(self.page.sentence_at(frame.start).start, frame.start - 170)
        before = self.low[floor : frame.start]
        found = _NUMBER_SUBJECT.search(before)
        if found is None:
            return self._ordinal_subject(frame, who, here, before, floor)
        n = number(found.group("n"))
        if n is None or any(c.start >= floor + found.start() for c in here):
            return False
        whole = next(
            (c for c in reversed(self.told(who)) if c.count is not None and c.count.value is not None), None
        )
        if whole is None or whole.count is None or whole.stage not in (None, "charged"):
            return False
        if (whole.count.value or 0) - whole.used < n or whole.count.value == n:
            return False
        self.part(whole, n, frame, frame.end)
        return True

    def _ordinal_subject(
        self, frame: Token, who: tuple[Person, ...], here: list[Charge], before: str, floor: int
    ) -> bool:
        """ "She admitted two counts of theft; the third was dropped": the one left of three, or one more than the two."""
        found = _ORDINAL_SUBJECT.search(before)
        if found is None or any(c.start >= floor + found.start() for c in here):
            return False
        last = self.last(who)
        if last is None or last.count is None or last.count.value is None:
            return False
        place = PLACES.get(found.group("place"), 0)
        told = last.count.value
        one: Charge | None = None
        if last.count.left:
            if last.count.left == 1 or not place:
                return self.parted(frame, who, frame.end)
        elif (last.used and told > last.used) or (
            last.stage in (None, "charged") and place and place <= told and told > 1
        ):
            one = self.part(last, 1, frame, frame.end)
        elif not place or place == told + 1:
            one = self._one_more(last, 1, frame, frame.start, frame.end)
        if one is None:
            return False
        if one.plea is None and _DENIED.search(found.group()):
            one.plea, one.plea_spans = "not_guilty", [(floor + found.start(), frame.start)]
        return True

    def _one_more(self, last: Charge, n: int | None, frame: Token, start: int, end: int) -> Charge:
        """So many counts more of the offence told last, of which the frame tells."""
        more = last.like(self.page.sentence_index(frame.start), last.who, Count(n, start, end, True))
        more.put(frame.value, frame.span)
        self.charges.append(more)
        return more

    def _as_with_others(self, frame: Token, n: int, end: int, who: tuple[Person, ...]) -> bool:
        """ "Frith was convicted of five such counts": the offence told last of somebody else in the same case."""
        charge = self.of_co_accused(self.page.sentence_index(frame.start), who, Count(n, frame.end, end))
        if charge is None:
            return False
        charge.put(frame.value, frame.span)
        self.charges.append(charge)
        return True

    def _further_object(self, frame: Token, sentence: Sentence) -> bool:
        """ "Cleared of a third count": one more charge of the kind told last."""
        found = _FURTHER_OBJECT.match(
            self.low, _object_start(self.low, frame), min(sentence.end, frame.end + 60)
        )
        if (
            found is not None
            and _OFFICERS.search(self.low, sentence.start, frame.start)
            and not _COUNTS.match(self.low, found.end())
        ):
            return False  # "acquitted two detectives but failed to reach a verdict on a third": on a third officer
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
                and not self._decided_otherwise(frame, last)
            )
            if parted:
                return False
            if last is not None and last.count is not None and last.count.left:
                left = found is not None and last.count.left == n
                return left and self.parted(frame, self.who(frame.start), frame.end)
        if found is None or last is None:
            return False
        self._one_more(last, n, frame, frame.end, found.end())
        return True

    def of_numbers(self, ref: Token, frame: Token, who: tuple[Person, ...], end: int) -> list[Charge]:
        """The charges that "count 2" or "counts 6 to 8" mean; counts dropped whose offence is never told are ``other``."""
        numbers = numbers_at(self.low, ref.start)
        told = [c for c in self.charges[-KEPT:] if c.numbers & numbers and (not who or set(c.who) & set(who))]
        if told:
            return told
        if (theirs := self._of_the_indictment(ref, who, numbers)) is not None:
            return theirs
        whole = self.last(who) if numbers else None
        if (
            whole is not None
            and not whole.numbers
            and whole.stage in (None, "charged")
            and whole.count is not None
            and max(numbers) <= (whole.count.value or 0) > len(numbers)
        ):  # "three counts ... not guilty of count one"
            return [self.part(whole, len(numbers), frame, end)]
        numbered = next((c for c in reversed(self.charges[-KEPT:]) if c.numbers), None)
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

    def _of_the_indictment(
        self, ref: Token, who: tuple[Person, ...], numbers: frozenset[int]
    ) -> list[Charge] | None:
        """ "Lee was convicted on count 2, theft. Moss pleaded guilty to |count 2|": the same count, told of another first.

        None where the page tells nobody's charge by these numbers, or not who is meant.
        """
        counted = {n: c for c in self.charges[-KEPT:] for n in c.numbers & numbers}
        if not who or set(counted) != numbers or not numbers:
            return None
        index = self.page.sentence_index(ref.start)
        first = list({id(c): c for c in counted.values()}.values())
        own = [c.like(index, who, Count(len(c.numbers & numbers), ref.start, ref.end)) for c in first]
        for charge, other in zip(own, first, strict=True):
            charge.numbers = other.numbers & numbers
        self.charges += own
        return own

    def parted(self, frame: Token, who: tuple[Person, ...], end: int) -> bool:
        """ "Guilty of three of five counts ... the other two": the counts left over of a part told before."""
        part = next((c for c in reversed(self.told(who)) if c.count is not None and c.count.left), None)
        if part is None or part.count is None:
            return False
        rest = part.like(part.sentence, part.who, Count(part.count.left, frame.start, end, True))
        part.count = part.count._replace(left=0)
        if part.plea == "not_guilty":
            rest.plea, rest.plea_spans = part.plea, part.plea_spans
        rest.put(frame.value, frame.span)
        self.charges.append(rest)
        return True

    def rest_of_parts(self, frame: Token, who: tuple[Person, ...], end: int) -> bool:
        """ "The other two", "the rest": what is left of counts of which a part was told before."""
        if self.parted(frame, who, end):
            return True
        parts = [c for c in self.told(who) if c.used]
        if not parts:
            return False
        last = parts[-1]
        total = last.count.value if last.count is not None else None
        if total is not None and total > last.used:
            self.part(last, total - last.used, frame, end)
        return True

    def remainder(self, frame: Token, ref: Token, who: tuple[Person, ...]) -> None:
        """A frame whose object is "the rest": what is left of the parts, else whatever is undecided."""
        if self.rest_of_parts(frame, who, ref.end):
            return
        for charge in self.told(who):
            if charge.stage in (None, "charged") and charge.strong:
                charge.put(frame.value, (frame.start, ref.end))

    def part(self, whole: Charge, n: int, frame: Token, end: int) -> Charge:
        """So many of the counts of a charge as one of its own, of which the frame tells."""
        part = whole.like(whole.sentence, whole.who, Count(n, frame.start, end, True))
        part.plea, part.plea_spans = whole.plea, whole.plea_spans
        part.put(frame.value, frame.span)
        whole.used += n
        self.charges.insert(len(self.charges) - 1 - self.charges[::-1].index(whole), part)
        return part

    def numbered(self, who: tuple[Person, ...], place: int) -> list[Charge]:
        """ "The second charge": by its place in the last list of two or more."""
        lists: dict[int, list[Charge]] = {}
        for charge in self.told(who):
            lists.setdefault(charge.sentence, []).append(charge)
        last = next((group for group in reversed(lists.values()) if len(group) > 1), [])
        return last[place : place + 1]
