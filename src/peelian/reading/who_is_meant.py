"""Whom a page means by other words than a name: "he", "they", "the sergeant", "the defendant", "his colleague", "the younger man"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.events import Event
from peelian.reading.of_two import younger_or_older
from peelian.reading.page import Sentence
from peelian.reading.part_played import who_played
from peelian.reading.parties import addressed
from peelian.reading.persons import Person, Topic
from peelian.reading.quantities import GROUPS
from peelian.reading.sexes import is_outsider_between
from peelian.reading.turn_words import PRONOUNS, TurnWords

_NOT_SWORN: Final = frozenset({"police_staff", "pcso"})
# Words by which a page calls its officers by rank, and what the ids of such ranks hold.
_RANK_WORDS: Final = (
    ("detective constable", "detective_constable"), ("detective sergeant", "detective_sergeant"), ("detective inspector", "detective_inspector"),
    ("special", "special_constable"), ("pcso", "pcso"), ("detective", "detective"), ("constable", "constable"), ("pc", "constable"),
    ("sergeant", "sergeant"), ("sarge", "sergeant"), ("inspector", "inspector"), ("superintendent", "superintendent"),
)  # fmt: skip


# "|The constables|, who were terrified, face no action"
_THOSE_OF_A_RANK: Final = re.compile(
    r"\W*(?:the|these|those|both|all|two|three|four)(?: (?:of the|two|three|four|other|young|junior|arresting))*"
    r" (detective constables|detective sergeants|detective inspectors|specials|pcsos|constables|pcs|sergeants|inspectors|superintendents)\b(?!')"
)


# "|A sergeant| who covered for her resigned", "An inspector was given advice": nobody named
_ONE_OF_A_RANK: Final = re.compile(
    r"\W*an?(?: (?:detective|police|duty|custody|response|patrol|shift|fellow))? (constable|pc|pcso|sergeant|inspector|superintendent)(?=,? who\b| (?:was|resigned|retired|received|got|has|had|will|faces|quit|left)\b)"
)

# A judge speaks to the defendant: "the jury convicted you", "you are 34"
_SAID_TO_YOU: Final = re.compile(
    r"\byou (?:are|were|have|had|will|must|pleaded|did|fall|struck|knew|chose)\b|\b(?:convicted|found|sentenced?|against) you\b"
)
_STILL_OF_THEM: Final = re.compile(
    r"\W*(?:\d+\.? )?(?:he|she|they|his|her|their|both|the (?:other|two|pair|officer|sergeant|constable))\b"
)


OPENS: Final = 40  # characters from which on a word opens its sentence no more
# Events by which somebody is named or one of the subjects told of.
_NAMED_KINDS: Final = frozenset(
    {"subject", "victim", "rival", "official", "police", "colleague", "bearer", "former", "latter"}
)
_ALL_OF_THEM: Final = re.compile(r"they (?:were |are |have |had )?(?:all|both|each)\b")


class WhoIsMeant(TurnWords):
    """Asks whom words mean, of a page's ``events``: ``group`` are the last told of together, ``current`` have the floor, ``alone`` last had it alone."""

    __slots__ = ("alone", "current", "events", "group", "meant", "parties", "persons", "sexes")

    alone: Topic
    current: Topic
    events: list[Event]
    group: Topic
    meant: Topic
    parties: list[Person]
    persons: list[Person]
    sexes: dict[Person, bool]

    def called(self, event: Event, who: Topic) -> Topic:
        """Whom "he" or "she" means where those who have the floor are not all called so; nobody new where it is open."""
        word = self.page.low[event.start : event.end]
        if word not in ("he", "she", "him") or not who:
            return ()
        she = word == "she"
        if len(who) > 1:  # "The pair ran a barn. She was given a community order": the one of them so called
            able = [p for p in who if self.sexes.get(p, she) == she]
            if len(able) == 1 and able[0] not in self.sexes:  # another is known to be so called
                able = [] if any(self.sexes.get(p) == she for p in self.main if p not in who) else able
            return (able[0],) if len(able) == 1 else ()
        if self.sexes.get(who[0], she) == she:
            return ()
        told = [
            (e.end, e.person)
            for e in self.events
            if e.kind == "subject"
            and e.start < event.start
            and e.person in self.main
            and self.sexes.get(e.person) == she
        ]
        if not told and len(self.main) == 2:
            told = [  # of two, one is known to be no "he": the other, if named before and of unknown sex
                (e.end, e.person)
                for e in self.events
                if e.kind == "subject"
                and e.start < event.start
                and e.person in self.main
                and e.person not in who
                and e.person not in self.sexes
            ]
        if not told:
            return ()
        last, person = max(told, key=lambda spot: spot[0])
        outside = any(
            last < m.start < event.start and (p in self.sexes or self.opens_sentence(m.start))
            for p in self.persons
            if not p.is_subject and self.sexes.get(p, she) == she
            for m in p.mentions
        )
        previous = self.page.sentences[max(0, self.page.sentence_index(event.start) - 1)]
        start = max(last, previous.start)
        if outside or is_outsider_between(self.page, start, event.start, she):
            return ()
        return (person,)

    def bearer(self, words: str) -> Person | None:
        """Whom "the sergeant" means among several: the only one of that rank, where the rank of each is told."""
        if len(self.main) < 2:
            return None
        ranks = {p: p.rank.value if p.rank is not None else "" for p in self.main}
        meant = next((stem for word, stem in _RANK_WORDS if word in words), None)
        if meant is None or not all(ranks.values()):
            return None
        found = [p for p, rank in ranks.items() if meant in rank]
        return found[0] if len(found) == 1 else None

    def are_of_another_rank(self, sentence: Sentence) -> bool:
        """Whether a sentence opens on several of a rank that no subject holds: "The constables face no action"."""
        low = self.page.low
        found = _THOSE_OF_A_RANK.match(low, sentence.start, sentence.end)
        if found is None and sentence.start > self.main[0].anchor:
            found = _ONE_OF_A_RANK.match(low, sentence.start, sentence.end)
            if found is not None and any(p.rank is None for p in self.main):
                return False  # "a sergeant" may be the one whose rank is not told
        if found is None:
            return False
        stem = next(stem for word, stem in _RANK_WORDS if word in found.group(1))
        if any(p.rank is not None and stem in p.rank.value for p in self.main):
            return False
        return sum(p.rank is None for p in self.main) < 2  # one whose rank is not told is not several

    def one_of_two(self, event: Event, who: Topic) -> Topic | None:
        """Whom "his colleague", "his sergeant" or "the younger man" means: None where the words say nothing of the subjects."""
        if self.page.quoted(event.start):
            return None
        if event.kind == "bearer":
            person = self.bearer(self.page.low[event.start : event.end])
            return None if person is None or person in who else (person,)
        kin = next((p for p in self.persons if p.elder is not None), None)
        if event.kind == "aged" and kin is not None:
            younger = self.page.low.startswith("the younger", event.start)
            meant = self.main[0] if younger == kin.elder else kin
            return (meant,) if meant.is_subject else ()
        two = self.group if len(self.group) == 2 else tuple(self.main)
        if event.kind == "part":
            rivals = any(p.role == "rival" for p in self.persons)
            return who_played(self.page, event, two, self.events, rivals)
        if len(two) != 2:
            return None
        if event.kind == "aged":
            return younger_or_older(self.page, event.start, two)
        return tuple(p for p in two if p not in who) if len(who) == 1 and who[0] in two else None

    def addressed_as(self, event: Event) -> Topic:
        """Whom "the defendant" or "you" means: the party told of; among several of them, the one named last."""
        words = self.page.low[event.start : event.end]
        part = next((p.party for p in self.parties if p.party is not None and p.party in words), "defendant")
        several = [p for p in self.parties if p.party == part]
        if len(several) < 2:
            return self.meant
        person = addressed(several, event.start)
        return (person,) if person is not None and person in self.main else ()

    def is_one_party(self, meant: Topic, who: Topic) -> bool:
        """Whether a paper has one party alone, who is then not told of together with those beside ("You are 34", after a co-accused)."""
        return len(self.parties) == 1 and len(who) > 1 and len(meant) == 1

    def goes_back(self, sentence: Sentence) -> bool:
        """Whether a paragraph of a judge's remarks to one defendant goes back to that one: it opens neither on another nor on "she"."""
        if len(self.parties) != 1 or self.parties[0].party != "defendant" or len(self.main) < 2:
            return False
        if _SAID_TO_YOU.search(self.page.low) is None:
            return False
        return _STILL_OF_THEM.match(self.page.low, sentence.start, sentence.end) is None

    def are_witnesses(self, sentence: Sentence, event: Event) -> bool:
        """Whether "they" opens a sentence after one on several people who are no subjects: "PC Lee and PC Moss spoke up. |They| ..."."""
        low = self.page.low
        if low[event.start : event.end] != "they" or low[sentence.start : event.start].strip(" \"'"):
            return False
        index = self.page.sentence_index(sentence.start)
        if index == 0:
            return False
        before = self.page.sentences[index - 1]
        people = [e for e in self.events if before.start <= e.start < before.end and e.person is not None]
        others = {e.person for e in people if e.kind in ("official", "victim", "rival")}
        return len(others) > 1 and len(others) == len({e.person for e in people})

    def those(self, words: str, at: int, who: Topic) -> Topic:
        """Whom a plural means: as many of the last named, or of all subjects, as its number says.

        ``who`` are those whom the same sentence tells of: "Lee and Moss were jailed after |they| admitted".
        Where one alone has been named so far, "they" are not those of whom the page tells only later.
        """
        if len(self.main) < 2 or (words in PRONOUNS and sum(p.anchor < at for p in self.main) == 1):
            return ()
        count = next((n for word, n in GROUPS.items() if word in words), 0)
        if "couple" in words and len(self.main) > 2:  # they have one surname, as a rule
            names = [_surname(p) for p in self.main]
            married = tuple(p for p in self.main if names.count(_surname(p)) > 1)
            if len(married) == 2:
                return married
        part = tuple(p for p in self.main if p.party is not None and p.party in words)
        if len(part) > 1:
            return part
        sworn = tuple(p for p in self.main if p.rank is None or p.rank.value not in _NOT_SWORN)
        if "officers" in words and 1 < len(sworn) < len(self.main) and count in (0, len(sworn)):
            return sworn  # beside a detention officer who has been told of too
        for group in (who, self.current, self.group, tuple(self.main)):
            if len(group) > 1 and count in (0, len(group)):
                return () if self._are_not(words, group) else group
        if count and count < len(self.main):
            return tuple(self.main[:count])
        return tuple(self.main) if count >= len(self.main) else ()

    def _are_not(self, words: str, group: Topic) -> bool:
        """Whether "the two men" cannot be those of a group: one of them is a woman."""
        men = words.endswith(("men", "brothers")) and not words.endswith(("women", "policemen"))
        return (men or words.endswith(("women", "sisters"))) and any(self.sexes.get(p) == men for p in group)

    def is_one_again(self, sentence: Sentence, event: Event) -> bool:
        """Whether "he" or "she" opens a sentence after one about several: the one told of before them is meant."""
        return (
            len(self.alone) == 1
            and event.start - sentence.start < OPENS
            and not self.page.quoted(event.start)
            and self.page.low[event.start : event.end] in ("he", "she", "his", "her")
        )

    def is_outsiders(self, event: Event) -> bool:
        """Whether somebody outside the cast was the last one named before "he" or "she", in the sentence before or the one before that."""
        if self.page.low[event.start : event.end] not in ("he", "she", "his", "her"):
            return False
        index = self.page.sentence_index(event.start)
        start = self.page.sentences[max(0, index - 2)].start
        before = [e for e in self.events if start <= e.start < event.start and e.kind in _NAMED_KINDS]
        return bool(before) and before[-1].kind == "victim" and before[-1].person is not None

    def is_things(self, event: Event, who: Topic, here: list[Event]) -> bool:
        """Whether "they" after one officer, named or "she", is no group that leaves that officer out: "PC A said they were taps"."""
        low = self.page.low
        if low[event.start : event.end] not in PRONOUNS or len(who) != 1 or not self.group:
            return False
        return (
            who[0] not in self.group
            and any((e.person is who[0] or e.kind == "pronoun") and e.start < event.start for e in here)
            and _ALL_OF_THEM.match(low, event.start) is None
        )


def _surname(person: Person) -> str:
    return person.name.rpartition(" ")[2] if person.name else ""
