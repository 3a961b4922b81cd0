"""Heads: the words with which a record of a list names its officer.

"PC 4417 T. Adeyemi-Pryce", "Former DS 662 Anselm Tolliver-Raja", "DS 'A'", "A police constable based at
Thanet", "SC 7046 (name withheld)", and, where a label or a column says that a name stands here,
"Nathan Bould (PC)" or "Not published".
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.codenames import Label, find_labels, read_label
from peelian.reading.collar_numbers import number_after_name, number_after_rank
from peelian.reading.page import Page
from peelian.reading.phrases import law_phrases
from peelian.reading.plural_ranks import plural_rank
from peelian.reading.quantities import number
from peelian.reading.scan import Hit, Scan
from peelian.reading.written_names import WrittenNames

_FORMER: Final = re.compile(r"(?:the )?(?:now )?(former|ex|retired|serving|suspended)(?:[ -]+|-)")
_HOW_MANY: Final = re.compile(
    r"(an?|one|two|three|four|five|another|a second|a third|a further|1|2|3|4|5) (?:(?:serving|former|probationary|uniformed|male|female|married|junior|senior|unnamed|different) )?"
)
# What these two begin with: most lines need no closer look.
_FORMER_WORDS: Final = ("the ", "now ", "former", "ex", "retired", "serving", "suspended")
_NUMBER_WORDS: Final = ("a", "one", "two", "three", "four", "five", "1", "2", "3", "4", "5")
# A job of police staff that no vocabulary lists: "Vehicle recovery clerk", "Detention Escort Officer".
_JOB: Final = re.compile(
    r"(?:[a-z/&-]+ ){1,4}?(?:officer|clerk|operator|assistant|investigator|manager|handler|analyst|supervisor|driver|adviser|advisor|technician|administrator|examiner|desk|staff)\b(?! (?:concerned|of|is|was|has|who))"
)
_BARE_OFFICER: Final = re.compile(
    r"(?:(?:police|serving|former) )?(?:officer|detective|policeman|policewoman)\b"
)
_OF_RANK: Final = re.compile(r" (?:of|at|in|with|holding) (?:the )?(?:rank of )?| ?\(|, an? ")
_WITHHELD: Final = re.compile(
    r"[\[(]?(?:(?:officer(?:'s)? |the )?(?:name|identity|details)s? )?(?:is |are |was )?(?:withheld|not (?:to be )?(?:published|named|given|disclosed|released|stated|identified|known)"
    r"|anonymous|anonymity|anonymised|(?:subject|due) to (?:an? |the )?(?:\w+ )?(?:anonymity|non-publication|reporting|court|panel's|chair's|order|direction|restriction)"
    r"|redacted|unnamed|un-named|protected|n/a|-$|-- ?$|none|an? ?other\b|a\.? n\.? other\b)"
)
_WHOSE: Final = re.compile(
    r"(?:(?:name of )?(?:the )?(?:officer|person|member of staff|subject)(?: concerned)?|name) ?[:,-] ?"
)
_KEPT_BACK: Final = re.compile(
    r"withheld|\bnot\b|anonym|\border|restriction|direction|redacted|unnamed|un-named|protected|other"
)
_NUMBER_FIRST: Final = re.compile(r"([A-Z]{1,3}\d{2,5}|\d{3,6})(?:,|:| -)? (?=[A-Z])")
_KNOWN_AS: Final = re.compile(r",? ?\(?(?:known|identified|referred to|described)(?: only)? as ['\"]?")
# "The person known as PC K", "An officer who may be called only Officer B"
_THE_ONE_KNOWN: Final = re.compile(
    r"(?:the|an?) (?:police )?(?:person|officer|man|woman|constable|sergeant|employee|colleague|member of (?:police )?staff),?(?: (?:whom|that|who) [\w ]{2,24})?"
    r" (?:known|identified|referred to|described|named|called|listed)(?: (?:here|only|simply|just|to us|on the list|in the list|publicly))*(?: as)? ['\"\u2018\u201c]?"
)
_BESIDE: Final = re.compile(
    r"(?P<gap>['\"]?[ ]?[,(-] ?)(?:also )?(?:an? |the )?(?:[a-z]+'s )?(?:serving |former |then |team )*"
)
# What joins an officer's letter or number to their name: "Officer 1 - PC 6190 Ann Lee", "Officer A: PC ...".
_NAMED_NEXT: Final = re.compile(r"(?::| -| \u2013| \u2014| =)[ \t\u00a0]{1,3}(?=[A-Z])")
_QUOTES: Final = "'\"\u2018\u201c"  # round a label: "'Officer K' (PC)"
_OFFICER: Final = re.compile(r"(?:police )?(?:officer|detective) ")
_TITLE: Final = re.compile(r"(?:mr|mrs|ms|miss|mx|dr)\.? ")


class Head(NamedTuple):
    """The words ``[start, end)`` that say of whom a record tells.

    ``name`` is the name's place or None; ``label`` the label that stands for it; ``people`` how many
    officers are meant ("Two constables": 2); ``strong`` whether the words can be nothing but an
    officer's designation (a rank with a name, number or code). ``turned``: the name stands in two
    columns, the surname's first.
    """

    start: int
    end: int
    rank: Hit | None
    collar: tuple[int, int] | None
    name: tuple[int, int] | None
    label: Label | None
    former: bool
    people: int
    strong: bool
    turned: bool = False

    @property
    def nameless(self) -> bool:
        """Whether the officer has neither name nor label here."""
        return self.name is None and self.label is None


class Heads:
    """Reads heads anywhere in one page."""

    __slots__ = ("_labels", "_ranks", "_read", "_sorted", "labels", "low", "names", "page", "text")

    def __init__(self, page: Page, scan: Scan) -> None:
        self.page, self.text, self.low = page, page.text, page.low
        self.names = WrittenNames(page)
        self._ranks: dict[int, Hit] = {}
        for hit in (*scan.of("rank"), *scan.of("rank_weak")):
            old = self._ranks.get(hit.start)
            if old is None or hit.end > old.end or old.kind == "rank_weak":
                self._ranks[hit.start] = hit
        self._sorted: list[int] = []
        self.labels = list(scan.once(find_labels))
        self._labels = {label.start: label for label in self.labels}
        # What has been read: every reader of records asks again.
        self._read: dict[tuple[int, int, bool], Head | None] = {}

    def rank_in(self, start: int, end: int) -> Hit | None:
        """The first rank that stands in ``[start, end)``; a weak one only if it is in capitals."""
        anchors = self.anchors()
        for at in anchors[bisect_left(anchors, start) : bisect_left(anchors, end)]:
            hit = self._ranks[at]
            if hit.end <= end and (hit.kind == "rank" or at == start or self.text[at : hit.end].isupper()):
                return hit
        return None

    def anchors(self) -> list[int]:
        """Where a rank stands, in order."""
        if len(self._sorted) != len(self._ranks):
            self._sorted = sorted(self._ranks)
        return self._sorted

    def numbered(self, at: int) -> bool:
        """Whether a number follows the rank at ``at`` ("PC 4417")."""
        end = self._ranks[at].end
        return self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isdigit()

    def read(self, at: int, end: int, trusted: bool = False) -> Head | None:
        """The head that begins at ``at``, if one does. ``trusted``: a label or column says that a name stands here."""
        asked = (at, end, trusted)
        if asked not in self._read:
            self._read[asked] = self._head_at(at, end, trusted)
        return self._read[asked]

    def _head_at(self, at: int, end: int, trusted: bool) -> Head | None:
        text, low = self.text, self.low
        while at < end and text[at] in " \t\u00a0|":
            at += 1
        if at >= end:
            return None
        start, former = at, False
        numbered = self._number_first(at, end, trusted)
        if numbered is not None:
            return numbered
        label = self._labels.get(at + (text[at] in _QUOTES))
        if label is not None and label.end <= end:
            return self._labelled(label, end)
        found = _FORMER.match(low, at, end) if low.startswith(_FORMER_WORDS, at) else None
        if found is not None:
            former = found.group(1) in ("former", "ex", "retired")
            at = found.end()
            label = self._labels.get(at)
            if label is not None and label.end <= end:
                return self._labelled(label, end)
        known = _THE_ONE_KNOWN.match(low, at, end) if low.startswith(("the ", "a ", "an "), at) else None
        if known is not None:
            label = self._labels.get(known.end())
            if label is not None and label.end <= end:
                return self._labelled(label, end)
        count, article = 1, False
        if at not in self._ranks:
            many = _HOW_MANY.match(low, at, end) if low.startswith(_NUMBER_WORDS, at) else None
            if many is not None:
                article = True
                count = number(many.group(1)) or 1
                at = many.end()
                label = self._labels.get(at)
                if (
                    label is not None
                    and many.group(1) == "a"
                    and text[many.start()] == "A"
                    and label.end <= end
                ):
                    return self._labelled(label, end)  # a roster's key: "D Officer D"
        if count > 1:
            return self._several(start, at, end, count, former)
        rank = self._ranks.get(at) or self._ranks.get(start)
        if rank is None or rank.end > end:
            if trusted:
                return self._trusted(start, at, end, former)
            if article and (officer := _BARE_OFFICER.match(low, at, end)):
                beside = _OF_RANK.match(low, officer.end(), end)
                held = self._ranks.get(beside.end()) if beside is not None else None
                return Head(
                    start, held.end if held else officer.end(), held, None, None, None, former, 1, False
                )
            return None
        if rank.kind == "rank_weak" and not (text[at].isupper() or article):
            return None
        former = former or low.startswith(("former", "ex-", "ex "), rank.start)
        return self._ranked(start, end, rank, former, article, trusted)

    def _number_first(self, at: int, end: int, trusted: bool) -> Head | None:
        """The head of an officer whose number stands before the rank: "CP412 PC Ann Lee", "CD098 Former DC Tom Moss"."""
        if not any(map(str.isdigit, self.text[at : at + 4])):  # nearly always
            return None
        found = _NUMBER_FIRST.match(self.text, at, end)
        if found is None or not (trusted or found.group(1)[0].isalpha()):
            return None
        head = self._head_at(found.end(), end, False)
        if head is None or head.rank is None or head.name is None or head.collar is not None:
            return None
        return head._replace(start=at, collar=found.span(1))

    def job(self, at: int, end: int, small: bool = False) -> Head | None:
        """A head that is only a civilian's job, for lists that are known to be of officers and staff; ``small``: so written."""
        found = _JOB.match(self.low, at, end)
        if found is None or not (small or self.text[at].isupper()):
            return None
        value = "police_constable" if found.group().startswith("police officer") else "police_staff"
        rank = (
            self.rank_in(at, found.end())
            or self._ranks.get(found.end() + 2)  # "Authorised firearms officer, PC, Sellafield"
            or Hit(at, found.end(), "rank", value)
        )
        return Head(at, found.end(), rank, None, None, None, False, 1, False)

    def both(self, at: int, end: int) -> Head | None:
        """The head of two officers of one rank: "both detective constables"."""
        return self._several(at, at + len("both "), end, 2, False)

    def withheld(self, at: int, end: int) -> Head | None:
        """The head of an entry that opens by saying that a name is kept back: "Officer concerned: name withheld. ..."."""
        label = _WHOSE.match(self.low, at, end)
        found = _WITHHELD.match(self.low, label.end() if label else at, end)
        if found is None or not _KEPT_BACK.search(found.group()):
            return None
        stop = self.low.find(".", found.end(), end)
        rank = self.rank_in(at, end if stop == -1 else stop)
        return Head(at, found.end(), rank, None, None, None, False, 1, True)

    def joined(self) -> list[int]:
        """Where a rank with a number is stuck to the word before it ("... ConductPC 78216 Fintan Paige")."""
        out = []
        self._read.clear()  # more ranks and labels will be known
        for found in _STUCK.finditer(self.text):
            at = found.start()
            words = found.group(1).lower()
            value = rank_words().get(words) or rank_words().get(
                words.removeprefix("former ").removeprefix("ex-")
            )
            if value is not None:
                start = at + (7 if words.startswith("former ") else 0)
                hit = self._ranks.setdefault(start, Hit(start, at + len(words), "rank", value))
                label = read_label(self.page, start, hit.end, hit)
                if label is not None and label.start not in self._labels:
                    self.labels.append(label)
                    self._labels[label.start] = label
                out.append(at)
        return out

    def _labelled(self, label: Label, end: int) -> Head:
        rank = label.rank
        named = None if rank is not None else _NAMED_NEXT.match(self.text, label.end, end)
        if named is not None and (
            named.end() in self._ranks or self.low.startswith(_FORMER_WORDS, named.end())
        ):
            officer = self._head_at(named.end(), end, False)
            if officer is not None and officer.name is not None and officer.rank is not None:
                return officer._replace(label=label)  # "Officer 24/34: PC 4490 Anneliese Harbottle"
        if rank is None:
            beside = _BESIDE.match(self.low, label.end, end)
            if beside is not None:
                rank = self._ranks.get(beside.end()) or self._ranks.get(beside.end("gap"))
        return Head(label.start, label.end, rank, None, None, label, label.former, 1, True)

    def _several(self, start: int, at: int, end: int, count: int, former: bool) -> Head | None:
        found = plural_rank(self.low, at, end)
        return Head(start, found.end, found.rank, None, None, None, former, count, False) if found else None

    def _ranked(
        self, start: int, end: int, rank: Hit, former: bool, article: bool, trusted: bool
    ) -> Head | None:
        text = self.text
        at = rank.end
        if text[at : at + 1] == "." and at < end:
            if at - text.rfind(" ", 0, at) > _SHORTENED:
                return Head(
                    start, rank.end, rank, None, None, None, former, 1, False
                )  # a sentence ends there
            at += 1
        while (
            text[at : at + 1] in (" ", "\u00a0")
            and (more := self._ranks.get(at + 1)) is not None
            and more.end < end
        ):
            after = text[more.end : more.end + 1]
            if after not in (" ", "\u00a0", ".") or not (
                text[more.end + 1 : more.end + 2].isupper() or text[more.end + 1 : more.end + 2].isdigit()
            ):
                break
            rank, at = more, more.end
        collar = None
        number = number_after_rank(text, at, end)
        if number is not None:
            collar, at = number.span(1), number.end()
        label = self._labels.get(rank.start)
        known = _KNOWN_AS.match(self.low, at, end) if label is None else None
        if known is not None:
            label = self._labels.get(known.end())
            if label is not None and label.end <= end:
                return Head(start, label.end, rank, collar, None, label, former, 1, True)
        if label is not None and collar is None:
            return self._labelled(label, end)
        own = self._labels.get(at + 1 + (text[at + 1 : at + 2] in _QUOTES)) if label is None else None
        if own is not None and own.rank is None and own.end <= end:  # "Former PC 'Officer W'"
            return Head(start, own.end, rank, collar, None, own, former, 1, True)
        title = _TITLE.match(self.low, at + 1, end)
        if title is not None:
            at = title.end() - 1
        name = None
        if text[at : at + 1] in (" ", "\u00a0") or (collar is not None and text[at : at + 1].isupper()):
            name = self.names.read(
                at + (text[at : at + 1] in (" ", "\u00a0")), end, collar is not None or trusted
            )
        if name is not None:
            if collar is None:
                collar = self.collar_after(name[1], end)
            return Head(
                start, max(name[1], collar[1] if collar else 0), rank, collar, name, None, former, 1, True
            )
        if (
            rank.kind == "rank_weak"
            and collar is None
            and not article
            and at < end
            and text[at] not in " ,(|\t/-:;.)"
        ):
            return None
        return Head(
            start,
            max(rank.end, collar[1] if collar else 0),
            rank,
            collar,
            None,
            None,
            former,
            1,
            collar is not None,
        )

    def _trusted(self, start: int, at: int, end: int, former: bool) -> Head | None:
        text, low = self.text, self.low
        if _WITHHELD.match(low, at, end) or (start < at and _WITHHELD.match(low, start, end)):
            inner = next((x for x in self.labels if at <= x.start < end), None)
            if inner is not None:
                return self._labelled(inner, end)
            return Head(start, end, self.rank_in(at, end), None, None, None, former, 1, True)
        title = _TITLE.match(low, at, end) or (_OFFICER.match(low, at, end) if start < at else None)
        name = self.names.read(title.end() if title else at, end, True)
        if name is None:
            inner = next((x for x in self.labels if at <= x.start < end), None)
            return self._labelled(inner, end) if inner is not None and inner.start - at < 40 else None
        rank, collar = None, self.collar_after(name[1], end)
        stop = low.find(")", name[1], end)
        if text[name[1] : name[1] + 2] == " (" and stop != -1:
            rank = self.rank_in(name[1], stop)
            former = former or low.find("former", name[1], stop) != -1 or low.find("ex-", name[1], stop) != -1
        elif text[name[1] : name[1] + 1] == ",":
            rank = self.rank_in(name[1], min(end, name[1] + 40))
        return Head(
            start, max(name[1], collar[1] if collar else 0), rank, collar, name, None, former, 1, True
        )

    def collar_after(self, at: int, end: int) -> tuple[int, int] | None:
        """A collar or warrant number just after a name."""
        return number_after_name(self.low, at, end)


_SHORTENED: Final = 6  # "Sgt.", "Supt."; no point stands behind "sergeant" but a sentence's


_STUCK: Final = re.compile(
    r"(?:(?<=[a-z)])|(?<=[a-z)]\.))(?=((?:Former |Ex-)?[A-Z][A-Za-z/]*(?: [A-Z][a-z]+){0,2}?) (?:[A-Z]{0,2}\d{2,6} )?['\"\u2018]?[A-Z])"
)


@cache
def rank_words() -> dict[str, str]:
    """Every rank phrase and its rank."""
    return {phrase: value for phrase, kind, value in law_phrases() if kind in ("rank", "rank_weak")}
