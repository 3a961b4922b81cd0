"""Speakers: to whom a document attributes words.

The search starts from the words that attribute (``data/speakers.toml``: said, told, according to) and
from colons before quotations, and asks whose they are: the name before the verb, the name after it, a
pronoun or a title ("the judge") that points back. A subject counts only when speaking to the press.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.helplines import read_helplines
from peelian.reading.model import Cited, SpeakerDraft
from peelian.reading.page import Sentence
from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.speaker_roles import organisation_of, role_of
from peelian.reading.transcripts import those_who_speak

__all__ = ["read_helplines", "read_speakers"]

_SILENT: Final = frozenset({"hearing_notice"})  # a notice quotes nobody
_BACK: Final = 60  # mentions or sentences that a title or pronoun looks back over
_FAR: Final = 230  # characters between a name and its verb
# Words before a name that make it an object, a client or a place, never the one who speaks.
_OBJECT: Final = re.compile(
    r"\b(?:for|of|with|to|against|by|between|from|about|than|like|on|including|that|told|before|sentencing|jailing|representing|and to)\s(?:the\s|former\s|ex-)?\Z"
)
# What may stand between a name and its verb with nothing closing it.
_ADVERBS: Final = re.compile(
    r"(?:,? (?:qc|kc|qpm))?,?(?: (?:also|later|then|had|has|who|previously|yesterday|today|afterwards|subsequently|and|only|himself|herself|rightly|recently|earlier|again|further|simply|once|always|publicly|formally|would|did|on \w+day|last \w+|in (?:court|mitigation|evidence|a statement|her closing speech|his closing speech)|,))*,? ?\Z"
)
_APPOSED: Final = re.compile(r"(?:,? (?:qc|kc|qpm))?\s?(?:[,(\u2013-]| of | from | who | whose | at | for )")
_WHO: Final = re.compile(r"(?:,? (?:qc|kc))?,? who(?: (?:also|had|has|then|later))*\s?")
_VERB_CHAIN: Final = re.compile(r"(?:\b(?:and|but|then|before)|,)(?: (?:he|she|then|also|later))? ?\Z")
_PRONOUN: Final = re.compile(r"\b(he|she)(?: (?:also|later|then|had|went on and|further))?\s\Z")
_TITLED: Final = re.compile(
    r"\bthe (judge|recorder|magistrate|chairman of the bench|chair of the bench|chair|chairman|chairwoman|coroner|prosecutor|barrister|solicitor|sheriff|chief constable|chief|commander|deputy chief constable|commissioner|panel|tribunal|court)(?: (?:also|had|has|then|later))? ?\Z"
)
_SAID_THE: Final = re.compile(
    r" the (judge|recorder|magistrate|chair|chairman|chairwoman|coroner|chief constable|commander)\b"
)
_AFTER_VERB: Final = re.compile(r"[ \n](?:(?:the|his|her|their|a|an|its) )?(?:[\w'/&-]+,? ){0,6}?\Z")
_REMARKS_OF: Final = re.compile(r"remarks (?:of|by) (?:(?:his|her|the|mr|mrs) )?(?:honour )?\Z")
_NO_COLON: Final = re.compile(r"\n|\b(?:that|because|follows)\Z")
_JUDICIAL: Final = (
    "judge",
    "recorder",
    "magistrate",
    "sheriff",
    "court",
    "bench",
    "chairman of the bench",
    "chair of the bench",
)


def read_speakers(prepared: Prepared) -> list[SpeakerDraft]:
    """Everyone to whom the document attributes words, in order of first mention; unnamed spokespeople last."""
    if prepared.masthead.kind in _SILENT:
        return []
    speaking = _Attribution(prepared).find()
    out = []
    for person in sorted(speaking, key=lambda p: p.anchor):
        if person.name is None or person.name_span is None:
            continue
        draft = SpeakerDraft(Cited(person.name, person.name_span))
        draft.role = role_of(prepared, person)
        draft.organisation = organisation_of(prepared, person)
        out.append(draft)
    return out + _unnamed(prepared)


class _Attribution:
    """One search of a page for those who speak."""

    __slots__ = ("mentions", "page", "prepared", "scan", "speaking", "starts", "subject_female")

    def __init__(self, prepared: Prepared) -> None:
        self.prepared, self.page, self.scan = prepared, prepared.page, prepared.scan
        pairs = [(m, p) for p in prepared.cast.persons for m in p.mentions]
        pairs.sort(key=lambda x: x[0].start)
        self.mentions = pairs
        self.starts = [m.start for m, _ in pairs]
        self.speaking: dict[Person, None] = {}
        low = self.page.low
        he = low.count(" he ") + low.count(" his ")
        she = low.count(" she ") + low.count(" her ")
        alone = len(prepared.cast.subjects) == 1  # then most pronouns are the subject's
        self.subject_female: bool | None = she > he if alone and max(he, she) > 2 * min(he, she) else None

    def find(self) -> list[Person]:
        """The persons who speak, each once."""
        head = self.prepared.masthead.title
        for hit in self.scan.of("speech"):
            if (
                hit.value == "noise"
                or self.page.quoted(hit.start)
                or self.prepared.masthead.is_furniture(hit.start)
            ):
                continue
            if head is not None and head.spans[0][0] <= hit.start < head.spans[0][1]:
                continue
            self._whose(hit)
        for start, _ in self.page.quotes:
            self._before_colon(start)
        self._own_words()
        turns = those_who_speak(self.prepared.cast.persons, self.scan)
        for person in turns:
            self._speaks(person, None)
        own = self.prepared.masthead.kind == "judgment"
        return [p for p in self.speaking if own or p in turns or not self._in_masthead(p)]

    def _whose(self, hit: Hit) -> None:
        s = self.page.near(hit.start)
        if hit.value == "by":
            m = self._next(hit.end, 45)
            if m is not None and _AFTER_VERB.fullmatch(self.page.low[hit.end : m[0].start] or " "):
                self._speaks(m[1], None)
            return
        before = self.page.low[max(s.start, hit.start - 40) : hit.start]
        if hit.value == "said" and before.endswith(('" ', "' ")) and self._inverted(hit, s):
            return
        found = self._before(hit, s)
        if found is not None:
            self._speaks(found, s)
            return
        if hit.value == "said" and before.endswith(", ") and self._inverted(hit, s):
            return
        after = _SAID_THE.match(self.page.low, hit.end)
        if after and hit.value == "said":
            self._holder(after.group(1), hit.start)
            return
        told = _TITLED.search(before)
        if told:
            self._holder(told.group(1), hit.start)
            return
        if _PRONOUN.search(before):
            self._antecedent(s, _PRONOUN.search(before))

    def _inverted(self, hit: Hit, s: Sentence) -> bool:
        """'"...," said Mr Lee' and 'It was, said Judge Lee, ...': the name follows the verb."""
        m = self._next(hit.end, 60)
        if m is None or not _AFTER_VERB.fullmatch(self.page.low[hit.end : m[0].start] or " "):
            return False
        if self.page.low[hit.end : hit.end + 6] in (" that ", " of the"):
            return False
        self._speaks(m[1], s)
        return True

    def _before(self, hit: Hit, s: Sentence) -> Person | None:
        """The person named before the verb in its sentence who is its subject."""
        i = bisect_left(self.starts, hit.start) - 1
        while i >= 0 and self.mentions[i][0].start >= s.start:
            m, person = self.mentions[i]
            i -= 1
            if m.end > hit.start or self.page.quoted(m.start):
                continue
            gap = self.page.low[m.end : hit.start]
            if len(gap) > _FAR:
                return None
            if _WHO.fullmatch(gap):
                return person
            if self._is_object(i + 1, s.start):
                continue
            if _ADVERBS.fullmatch(gap):
                return person
            if self.page.low.startswith(("'s", "\u2019s", "' "), m.end):
                continue
            stripped = gap.rstrip()
            if (
                _APPOSED.match(gap)
                and ('"' not in gap)
                and (stripped.endswith((",", ")", "-", ", who")) or _short(gap))
            ):
                return person
            if not person.is_subject and _VERB_CHAIN.search(gap) and not _TITLED.search(gap):
                return person
        return None

    def _is_object(self, i: int, floor: int) -> bool:
        """Whether a mention is told to, spoken of or sat with, and so not the one who speaks."""
        m = self.mentions[i][0]
        if _OBJECT.search(self.page.low, max(floor, m.start - 16), m.start):
            return True
        before = self.mentions[i - 1][0] if i else None
        joined = (
            before is not None
            and before.start >= floor
            and self.page.low[before.end : m.start] in (" and ", ", and ")
        )
        return joined and self._is_object(i - 1, max(floor, m.start - 120))

    def _next(self, at: int, reach: int) -> tuple[Mention, Person] | None:
        i = bisect_left(self.starts, at)
        if i < len(self.mentions) and self.mentions[i][0].start <= at + reach:
            return self.mentions[i]
        return None

    def _before_colon(self, quote: int) -> None:
        """A quotation after a colon: the speaker is named in the words before the colon."""
        low = self.page.low
        colon = quote - 1
        while colon > 0 and low[colon] in " \n":
            colon -= 1
        if low[colon] != ":":
            return
        s = self.page.near(colon)
        i = bisect_right(self.starts, colon) - 1
        while i >= 0 and self.mentions[i][0].start >= max(s.start, colon - _FAR):
            m, person = self.mentions[i]
            i -= 1
            gap = low[m.end : colon]
            if self.page.quoted(m.start) or (
                self._is_object(i + 1, s.start) and not gap.startswith((", who ", " who "))
            ):
                continue
            addressed = self.scan.between("speech", s.start, m.start) and not self.scan.between(
                "speech", m.end, colon
            )
            if addressed:
                return
            if _NO_COLON.search(gap) or (len(gap) > 3 and gap[0] not in " ,("):
                continue
            if person.is_subject and any(
                h.value != "noise" for h in self.scan.between("speech", m.end, colon)
            ):
                continue
            self._speaks(person, s)
            return

    def _antecedent(self, s: Sentence, pronoun: re.Match[str] | None) -> None:
        """ "She said ..." after a sentence that is about an official."""
        i = self.page.sentence_index(s.start)
        female = pronoun is not None and pronoun.group(1) == "she"
        at = (pronoun.start() if pronoun else 0) + s.start
        left = 5
        for back in range(i, max(-1, i - _BACK), -1):
            t = self.page.sentences[back]
            if self.page.quoted(t.start) and self.page.quoted(t.end - 1):
                continue
            left -= 1
            if not left:
                return
            end = min(t.end, at) if back == i else t.end
            for m, person in self._within(max(t.start, end - 500), end):
                if self.page.quoted(m.start) or _OBJECT.search(
                    self.page.low, max(t.start, m.start - 16), m.start
                ):
                    continue
                known = person.female
                if known is None and person.is_subject:
                    known = self.subject_female
                if known in (None, female):
                    self._speaks(person, s)
                    return

    def _within(self, start: int, end: int) -> list[tuple[Mention, Person]]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _holder(self, title: str, at: int) -> None:
        """ "The judge said": the last person named before who has that title."""
        judicial = title in _JUDICIAL
        last = bisect_left(self.starts, at)
        for m, person in reversed(self.mentions[max(0, last - _BACK) : last]):
            if person.is_subject:
                continue
            if judicial:
                if any(x.title == "judge" for x in person.mentions) or self._called(
                    m, ("bench", "magistrate", "judge")
                ):
                    self._speaks(person, None)
                    return
            elif self._called(m, (title.split()[-1],)):
                self._speaks(person, None)
                return

    def _called(self, m: Mention, words: tuple[str, ...]) -> bool:
        around = self.page.low[max(0, m.start - 40) : m.end + 40]
        return any(w in around for w in words)

    def _own_words(self) -> None:
        """A judgment's own author: "MR JUSTICE LEE:" on a line, or "Sentencing remarks of His Honour Judge Lee"."""
        if self.prepared.masthead.kind != "judgment":
            return
        for m, person in self.mentions:
            if m.title == "judge" and (
                self.page.low.startswith(":", m.end)
                or _REMARKS_OF.search(self.page.low, max(0, m.start - 30), m.start)
            ):
                self.speaking.setdefault(person)

    def _speaks(self, person: Person, s: Sentence | None) -> None:
        """Write a person down, a subject only where the words around are told to the press."""
        if person.is_subject and not (s is not None and self._to_press(s)):
            return
        if self.prepared.masthead.kind == "judgment" and any(m.title == "judge" for m in person.mentions):
            return
        self.speaking.setdefault(person)

    def _to_press(self, s: Sentence) -> bool:
        i = self.page.sentence_index(s.start)
        start = (
            self.page.sentences[i - 1].start
            if i and self.page.sentences[i - 1].paragraph == s.paragraph
            else s.start
        )
        return bool(self.scan.between("press", max(start, s.start - 300), s.end))

    def _in_masthead(self, person: Person) -> bool:
        """Whether a name stands only above the text, or in the publisher's: a byline, a paper's name."""
        publisher = self.prepared.masthead.publisher
        if publisher is not None and person.name is not None and person.name in publisher.value:
            return True
        return all(m.start < self.prepared.masthead.body_start for m in person.mentions)


def _short(gap: str) -> bool:
    """ "Ann Lee of Kent Police said": a short description that no comma closes."""
    return len(gap) < 70 and gap.startswith((" of ", " from ", " at ", " (")) and " who " not in gap


def _unnamed(prepared: Prepared) -> list[SpeakerDraft]:
    """Spokespeople without a name to whom words are attributed, each organisation once."""
    page, scan = prepared.page, prepared.scan
    out: list[SpeakerDraft] = []
    seen: set[str] = set()
    starts = sorted(m.start for p in prepared.cast.persons for m in p.mentions)
    for hit in scan.of("spokes"):
        s = page.near(hit.start)
        i = bisect_left(starts, hit.end)
        if (
            i < len(starts)
            and starts[i] - hit.end < 12
            and page.low[hit.end : starts[i]].strip(" ,") in ("", "mr", "ms", "mrs", "dr", "det", "insp")
        ):
            continue
        speech = scan.between("speech", hit.end, min(s.end, hit.end + 90)) or scan.between(
            "speech", max(s.start, hit.start - 14), hit.start
        )
        if page.quoted(hit.start) or not (speech or ":" in page.low[hit.end : hit.end + 60]):
            continue
        organisation = _spoken_for(prepared, hit, s)
        key = organisation.value.lower() if organisation else ""
        if key in seen:
            continue
        seen.add(key)
        out.append(
            SpeakerDraft(None, Cited(page.text[hit.start : hit.end], (hit.start, hit.end)), organisation)
        )
    return out


def _spoken_for(prepared: Prepared, hit: Hit, s: Sentence) -> Cited[str] | None:
    """Whose spokesperson: named just before or after "for", else the force last named ("a force spokesman")."""
    page, scan = prepared.page, prepared.scan

    def named(start: int, end: int) -> list[Hit]:
        hits = [h for kind in ("force", "publisher", "speaker_org") for h in scan.between(kind, start, end)]
        return sorted(hits, key=lambda h: (h.start, -h.end))

    after = named(hit.end, hit.end + 30)
    if after and page.low[hit.end : after[0].start].strip() in (
        "for",
        "for the",
        "from",
        "from the",
        "at",
        "of",
        "at the",
    ):
        first = after[0]
        end = first.end
        more = re.compile(r" for [A-Z]\w+(?: [A-Z]\w+)*").match(page.text, end)
        if first.kind != "force" and more:
            end = more.end()
        return Cited(page.text[first.start : end], (first.start, end))
    before = named(max(s.start, hit.start - 60), hit.start)
    if before and page.low[before[-1].end : hit.start].strip(" '\u2019s") in ("", "press", "force"):
        return Cited(page.text[before[-1].start : before[-1].end], (before[-1].start, before[-1].end))
    for short in scan.between("force_weak", hit.start - 8, hit.start):  # "a CNC spokesman"
        if page.text[short.start : short.end].isupper() and hit.start - short.end == 1:
            return Cited(page.text[short.start : short.end], (short.start, short.end))
    earlier = [
        h for h in scan.between("force", max(0, hit.start - 3000), hit.start) if page.text[h.start].isupper()
    ]
    if earlier:
        return Cited(page.text[earlier[-1].start : earlier[-1].end], (earlier[-1].start, earlier[-1].end))
    return None
