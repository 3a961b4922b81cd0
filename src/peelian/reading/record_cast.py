"""The cast of a structured page: each record's officers, and whom the words between the records tell of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.beside_names import unnamed_beside
from peelian.reading.codenames import label_persons
from peelian.reading.corrections import is_corrections
from peelian.reading.entries import entry_cast
from peelian.reading.frame import Frame, Record
from peelian.reading.further import overlaid
from peelian.reading.groups import told_within
from peelian.reading.head_names import mention_of, plain_name
from peelian.reading.heads import Head
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR, Mention, Person, Topics, join
from peelian.reading.prose_people import revealed
from peelian.reading.record_topics import BESIDE_PROSE, RecordTopics
from peelian.reading.records import records_of
from peelian.reading.roles import assign_roles
from peelian.reading.scan import Hit, Scan
from peelian.reading.sections import section_cast

# An entry's own number, and where a name is given to it: "3) PC, ...", "Row 3"; "Officer 3 is ...".
_ENTRY: Final = re.compile(r"\(?(?:[A-Za-z]+ )?(\d{1,2})(?=[.):\s])")
_NUMBER_IS: Final = re.compile(
    r"\b(?:[Oo]fficer|[Nn]umber|[Nn]o\.?|[Rr]ow|[Cc]ase|[Ii]tem|[Ee]ntry|[Pp]erson)s?(?: (?:at|in|under|listed at|numbered|no\.?|number|row|entry|item|line)){0,2} ?#?(\d{1,2}) ?(?:is|was|:|=|-|\u2013|,) ?(?:now |then )?(?:(?:former|ex-?) ?)?\Z"
)
# Forms of record that are plainly lists: whoever is named beside them and was dealt with is an older case.
_TOLD_IN_PROSE: Final = ("notice", "item", "section", "paragraph", "day", "sentence")
_LISTS: Final = ("row", "stack", "block", "run")


def record_cast(
    page: Page,
    scan: Scan,
    names: list[Mention],
    furniture: Sequence[tuple[int, int]] = (),
    reports: bool = False,
) -> tuple[list[Person], Topics] | None:
    """The people of a page that is made of records, and the stretches that tell of each; None for running prose.

    Each officer of a record is a subject with ``region`` the record's extent, ``rank`` its rank and
    ``fields`` its labelled values; officers without a name or a label are ``Person`` with ``name`` None.
    Everybody else named is an official. Names in page ``furniture`` are nobody's.
    """
    if is_corrections(page):
        return None  # each entry opens on a name, and many say that it should not have been there
    frame = Frame(page, scan, furniture)
    records = records_of(frame)
    if not records:
        return entry_cast(frame, names) or _with_further(page, scan, section_cast(frame, names), reports)
    if records[0].form == "sentence" and _misses_most(page, scan, records):
        return None
    builder = _Builder(frame, records, names)
    topics = RecordTopics(frame, records, builder.of_record, builder.subjects)
    stretches = topics.stretches()
    if records[0].form not in _TOLD_IN_PROSE:
        return _told_below(builder, stretches, topics.further)
    return _with_further(page, scan, _told_apart(builder, stretches), reports)


def _misses_most(page: Page, scan: Scan, records: list[Record]) -> bool:
    """Whether sentences that open on officers without names are fewer than half of those whom the page tells of so."""
    heads = [h for r in records for h in r.heads]
    if any(not h.nameless for h in heads):
        return False
    people, _ = told_within(page, scan, (0, len(page.text)))
    return len(people) > 2 * sum(h.people for h in heads)


def _told_below(
    builder: _Builder, stretches: Topics, further: list[tuple[int, int]]
) -> tuple[list[Person], Topics]:
    """The people and stretches of a list with those of whom the words outside it tell as one further case."""
    persons, more = builder.persons, []
    for place in further:
        people, told = told_within(builder.frame.page, builder.frame.scan, place)
        for person in people:
            person.region = place
        persons = persons + people
        more += told
    return sorted(persons, key=lambda p: p.anchor), overlaid(stretches, more)


def _told_apart(builder: _Builder, stretches: Topics) -> tuple[list[Person], Topics]:
    """The people and stretches of entries in prose, where one that names nobody may tell of more than its opening.

    "3. A sergeant failed to record a complaint. She received management advice. The inspector had no case to answer."
    """
    page, scan = builder.frame.page, builder.frame.scan
    persons, more = builder.persons, []
    for record, who in zip(builder.records, builder.of_record, strict=True):
        if not who or len(record.spans) > 1 or any(p.mentions for p in who):
            continue
        if ". " not in page.text[record.start : record.end]:
            continue  # a row without points is no prose
        people, told = told_within(page, scan, (record.start, record.end))
        ranks = {p.rank.value for p in who if p.rank is not None}
        ranked = [p for p in people if p.rank is not None]
        if len(ranked) < len(people) and len(ranked) == len(who) == 1:
            continue  # "because of the health of the officer, led to the dismissal of a constable": one and the same
        if len(people) > len(who) or len(people) == len(who) == len(ranks) > 1:
            for person in people:
                person.region = (record.start, record.end)
            persons = [p for p in persons if p not in who] + people
            more += told
    return sorted(persons, key=lambda p: p.anchor), overlaid(stretches, more)


def _with_further(
    page: Page, scan: Scan, cast: tuple[list[Person], Topics] | None, reports: bool
) -> tuple[list[Person], Topics] | None:
    """The cast with the officers whom the prose of a notice or a section tells of without a name ("a sergeant who ...")."""
    if cast is None:
        return None
    persons, stretches = cast
    nameless = [p.region for p in persons if p.region is not None and not p.mentions]
    _, told = unnamed_beside(page, scan, persons, reports)
    kept = [
        (start, end, who)
        for start, end, who in told
        if who and not any(a <= start < b for a, b in nameless) and all(not p.mentions for p in who)
    ]
    people = [p for _, _, who in kept for p in who]
    return sorted([*persons, *people], key=lambda p: p.anchor), overlaid(stretches, kept)


class _Builder:
    """Makes persons of records' heads and joins them with the names in the rest of the page."""

    def __init__(self, frame: Frame, records: list[Record], named_in_page: list[Mention]) -> None:
        self.frame, self.records = frame, records
        page = frame.page
        heads = [h for r in records for h in r.heads]
        mine = {id(h): m for h in heads if (m := mention_of(h, page.text)) is not None}
        taken = sorted((m.start, m.end) for m in mine.values())
        names = [m for m in named_in_page if not _overlaps(m, taken)]
        mentions = sorted([*names, *mine.values()], key=lambda m: m.start)
        named = join(mentions, page.text)
        labelled = label_persons(frame.heads.labels, page.text)
        by_label: dict[int, list[Person]] = {}
        for person in labelled:
            for m in person.mentions:
                by_label.setdefault(m.start, []).append(person)
        self._of: dict[Person, None] = {}
        self.of_record: list[tuple[Person, ...]] = []
        for record in records:
            people: list[Person] = []
            for head in record.heads:
                mention = mine.get(id(head))
                if mention is not None and mention.person is not None:
                    people.append(self._named(mention.person, head, record))
                    if head.label is not None and mention.person.label is None:
                        self._also_called(mention.person, by_label.get(head.label.start, []))
                elif head.label is not None and head.label.start in by_label:
                    people += [self._placed(p, head, record) for p in by_label[head.label.start]]
                elif mention is None:
                    people += [self._nameless(head, record) for _ in range(head.people)]
            people = list(dict.fromkeys(people))
            self.of_record.append(tuple(people))
            for person in people:
                self._of[person] = None
        everybody = named
        named = self._named_by_number(named)
        self.subjects = list(self._of)
        known = set(self.subjects)
        others = [p for p in named if p not in known]
        if records[0].form in BESIDE_PROSE:  # "a fourth, known as 'Officer 4', had no case to answer"
            beside = [
                p
                for p in labelled
                if p not in known and all(revealed(page, m, everybody) is None for m in p.mentions)
            ]
            others += beside
            named = sorted([*named, *beside], key=lambda p: p.anchor)
        self._cast_others(others, named)
        self._cast_comparators(labelled)
        self.persons = sorted(dict.fromkeys([*self.subjects, *others]), key=lambda p: p.anchor)

    def _also_called(self, person: Person, labelled: list[Person]) -> None:
        """Give a named officer the mentions of the letter or number by which the page goes on to call them."""
        for other in labelled:
            for mention in other.mentions:
                mention.person = person
            person.mentions = sorted([*person.mentions, *other.mentions], key=lambda m: m.start)

    def _named_by_number(self, named: list[Person]) -> list[Person]:
        """The named people without those whose entry is told by its number elsewhere ("Officer 4 is Keeley Farrant").

        Such an entry's officer without a name takes the name and its mentions.
        """
        text, out = self.frame.page.text, []
        numbers = {
            int(found.group(1)): who[0]
            for record, who in zip(self.records, self.of_record, strict=True)
            if len(who) == 1 and who[0].name is None and who[0].label is None
            if (found := _ENTRY.match(text, record.start))
        }
        if not numbers:
            return named
        for person in named:
            at = person.mentions[0]
            found = _NUMBER_IS.search(text, max(0, at.start - 40), at.start)
            mine = numbers.pop(int(found.group(1)), None) if found is not None else None
            if mine is None:
                out.append(person)
                continue
            mine.name, mine.name_span, mine.mentions = person.name, person.name_span, person.mentions
            for mention in mine.mentions:
                mention.person = mine
        return out

    def _cast_others(self, others: list[Person], named: list[Person]) -> None:
        """Everybody without a record: an older case told for comparison, somebody told of beside the list, else an official."""
        if not others:
            return
        assign_roles(named, self.frame.page, self.frame.scan)
        for person in self.subjects:
            person.role, person.score = "subject", 5.0
        form = self.records[0].form
        starts = [r.start for r in self.records]
        for person in others:
            beside = form in BESIDE_PROSE and person.role == "subject" and person.score > 0.5
            if form in _LISTS and self._dealt_with(person):
                person.role, person.background = "background", True
            nearest = self.records[max(0, bisect_right(starts, person.anchor) - 1)]
            inside = nearest.form != "notice" and nearest.start <= person.anchor < nearest.end
            older = person.role == "background" and (nearest.form != "notice" or self._dealt_with(person))
            if nearest.form == "notice" and not older and self._told_of_too(person):
                continue
            if inside or not (older or beside):
                person.role = "official"
        self.subjects += [p for p in others if p.role != "official"]

    def _told_of_too(self, person: Person) -> bool:
        """Whether a decision about somebody else tells what became of an officer of rank beside: "He received a final written warning"."""
        m = person.mentions[0]
        if person.role != "subject" or m.rank is None or m.rank.value in SENIOR or self._dealt_with(person):
            return person.role == "subject" and self._dealt_with(person)
        page = self.frame.page
        at = page.sentence_index(m.start) + 1
        if at >= len(page.sentences) or not page.low.startswith(("he ", "she "), page.sentences[at].start):
            return False
        then = page.sentences[at]
        return bool(self.frame.scan.between("outcome", then.start, then.end))

    def _cast_comparators(self, labelled: list[Person]) -> None:
        """Lettered officers of a notice about somebody else who were dealt with too: older cases told for comparison."""
        if self.records[0].form != "notice":
            return
        for person in labelled:
            if person not in self._of and person.rank is not None and self._dealt_with(person):
                person.role, person.background = "background", True
                self.subjects.append(person)

    def _dealt_with(self, person: Person) -> bool:
        """Whether a sentence names somebody of lower rank and says what became of them: a case told beside the list."""
        m = person.mentions[0]
        if m.rank is None or m.rank.value in SENIOR:
            return False
        if self.frame.page.low.endswith((" by ", " before ", " under "), 0, m.start):
            return False  # "the meeting, which was taken by Chief Inspector Lee"
        sentence = self.frame.page.sentence_at(m.start)
        return bool(self.frame.scan.among(("outcome", "passive"), m.end, sentence.end))

    def _named(self, person: Person, head: Head, record: Record) -> Person:
        if head.name is not None and (person.name_span is None or not person.fields):
            fullest = person.name_span
            mine = plain_name(head, self.frame.page.text)
            if (
                fullest is None
                or fullest == head.name
                or len(mine.split()) >= len((person.name or "").split())
            ):
                person.name, person.name_span = mine, head.name
        return self._placed(person, head, record)

    def _placed(self, person: Person, head: Head, record: Record) -> Person:
        person.role, person.score = "subject", 5.0
        if person.region is None:
            person.region = (record.start, record.end)
        if head.rank is not None:
            person.rank = head.rank
        elif person.rank is None and person.label is not None:
            person.rank = self._rank_beside(person)
        fields = dict(record.fields)
        collar = head.collar or self._collar_beside(person, record)
        if collar is not None:
            fields["collar"] = collar
        person.columns = person.columns or (not person.fields and record.columns)
        person.fields = person.fields or fields
        return person

    def _nameless(self, head: Head, record: Record) -> Person:
        person = Person(anchor=head.start)
        return self._placed(person, head, record)

    def _rank_beside(self, person: Person) -> Hit | None:
        """The rank told beside any mention of a label ("Officer A, a constable on a response group")."""
        for m in person.mentions:
            head = self.frame.heads.read(m.start, m.end + 60)
            if head is not None and head.rank is not None:
                return head.rank
        return None

    def _collar_beside(self, person: Person, record: Record) -> tuple[int, int] | None:
        """A number given at another mention of the officer in their record."""
        for m in person.mentions:
            if record.start <= m.start < record.end and (
                found := m.collar or self.frame.heads.collar_after(m.name_end, record.end)
            ):
                return found
        return None


def _overlaps(mention: Mention, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in taken)
