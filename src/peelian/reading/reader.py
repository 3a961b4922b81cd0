"""The reader: a document in, a reading out. A pure function: no clock, no network, no state."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from peelian import __version__
from peelian.documents import Document
from peelian.reading import patterns as re
from peelian.reading.court import read_court
from peelian.reading.divided import Whole
from peelian.reading.inconsistencies import find_inconsistencies
from peelian.reading.investigation import read_investigation
from peelian.reading.model import Cited, ReaderName, Reading, Span, SubjectDraft
from peelian.reading.page import Page
from peelian.reading.people import read_people
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, prepare
from peelian.reading.proceedings import read_proceedings
from peelian.reading.said_former import leave_behind
from peelian.reading.sensitive import find_sensitive
from peelian.reading.sensitive_aside import sensitive_aside
from peelian.reading.settle import Evidence, settle
from peelian.reading.speakers import read_helplines, read_speakers

_PLAIN: Final = 1.0  # log-odds of being a subject from which nothing else is asked
READER: Final = ReaderName("peelian", __version__)


def _first_words(person: Person, text: str) -> Span:
    """Where the document first tells of a person: the name, the label, or the word at the anchor."""
    if person.mentions:
        return person.mentions[0].start, person.mentions[0].end
    end = person.anchor + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return person.anchor, end


def _without_idle(drafts: Drafts, page: Page) -> None:
    """Take out whoever is not plainly a subject and of whom nothing is told: they are only mentioned.

    Nor is an officer without a name or label a subject, beside others, of whom no more is told than having since left.
    """
    beside = any(person.name is not None for person in drafts)
    idle = [
        person
        for person, draft in drafts.items()
        if not draft.tells()
        and (person.score < _PLAIN if person.name is not None else beside and _only_passes(person, page))
    ]
    if len(idle) < len(drafts):
        for person in idle:
            del drafts[person]


# "a sergeant|, since retired, asked him|", "A superintendent |who has since left the force had signed|"
_HAS_LEFT: Final = re.compile(
    r"(?:[\w-]+ ){1,4}?(?:[\w-]+)?,? (?:(?:who (?:has|had|is|was) |and )?(?:since|now|long since|by then|later|then) (?:retired|left|resigned|departed)|who (?:has |had )?(?:since )?(?:retired|left))\b"
)


def _only_passes(person: Person, page: Page) -> bool:
    """Whether an officer comes in without name, label or place in a list, as one who has since left: "a sergeant, since retired, asked him"."""
    if person.label is not None or person.region is not None or person.fields:
        return False
    return _HAS_LEFT.match(page.low, person.anchor) is not None


def _without_chairs(drafts: Drafts) -> None:
    """Nobody is the subject of a case and its chair.

    Whoever is read as both is no subject where the case can be that of another, of whom none is told yet;
    else he is no chair, unless he is called a lawyer. Nor is one a subject who chaired another's case, and of whom no case is told.
    """
    chairs = {
        p.chair.value for d in drafts.values() if (p := d.proceeding) is not None and p.chair is not None
    }
    for person, draft in list(drafts.items()):
        if person.name not in chairs:
            continue
        own = draft.proceeding
        his = own is not None and own.chair is not None and own.chair.value == person.name
        lawyer = his and own is not None and own.chair_role is not None and _is_lawyer(own.chair_role.value)
        if own is not None and his and not lawyer and all(_has_case(d) for d in drafts.values()):
            own.chair = own.chair_role = None
        elif his or not _has_case(draft):
            del drafts[person]


def _is_lawyer(role: str) -> bool:
    """Whether the words of a chair's role say that it is no officer."""
    return any(word in role.lower() for word in ("legally", "lqc", "barrister", "solicitor", "judge"))


def _has_case(draft: SubjectDraft) -> bool:
    """Whether a crime or a proceeding is told of a subject."""
    return bool(draft.offences) or draft.proceeding is not None


def read(document: Document) -> Reading:
    """Read one document into the guide's shape, every value with the words it rests on.

    Takes a ``Document``; gives a ``Reading``. The same document always gives the same reading. A
    document that tells of nobody gives a reading with no subjects; no text makes it raise.
    """
    whole = Whole(document.text)
    title = Whole(document.title).text if document.title else document.title
    prepared = prepare(whole.text, document.published, document.publisher, title)
    drafts: Drafts = {}
    for person in prepared.cast.subjects:
        drafts[person] = SubjectDraft(anchor=(person.anchor, person.anchor + 1))
        if person.role == "background":
            drafts[person].background = Cited(True, _first_words(person, whole.text))
    read_people(prepared, drafts)
    read_court(prepared, drafts)
    read_proceedings(prepared, drafts)
    read_investigation(prepared, drafts)
    leave_behind(drafts)
    _without_chairs(drafts)
    _without_idle(drafts, prepared.page)
    order = sorted(drafts, key=lambda person: drafts[person].anchor)
    subjects = [drafts[person] for person in order]
    evidence: Evidence = {}
    plain_subjects, speakers, helplines = settle(
        subjects, read_speakers(prepared), read_helplines(prepared), evidence
    )
    masthead = prepared.masthead
    for name in ("title", "published", "publisher"):
        cited = getattr(masthead, name)
        if cited is not None:
            evidence[f"/{name}"] = list(cited.spans)
    published = masthead.published.value if masthead.published else document.published
    plain = {
        "id": document.id,
        "title": masthead.title.value if masthead.title and masthead.title.value != title else document.title,
        "published": published,
        "publisher": masthead.publisher.value if masthead.publisher else document.publisher,
        "kind": masthead.kind,
        "subjects": plain_subjects,
        "speakers": speakers,
        "helplines": helplines,
        "evidence": evidence,
        "inconsistencies": find_inconsistencies(prepared, order, plain_subjects, evidence, published),
        "sensitive": find_sensitive(prepared),
        "reader": READER,
    }
    if whole.is_changed:
        _give_back(plain, whole)
    return msgspec.convert(plain, Reading, from_attributes=True)


def _give_back(plain: dict[str, Any], whole: Whole) -> None:
    """Give every span of a reading in the document's own offsets, and words copied from it as it prints them."""
    for at, spans in plain["evidence"].items():
        if len(spans) == 1:
            _print(plain, at.split("/")[1:], spans[0], whole)
    plain["evidence"] = {at: whole.all_given(spans) for at, spans in plain["evidence"].items()}
    plain["inconsistencies"] = [
        msgspec.structs.replace(found, spans=whole.all_given(found.spans))
        for found in plain["inconsistencies"]
    ]
    marked = []
    for found in plain["sensitive"]:
        start, end = whole.given((found.start, found.end))
        marked.append(msgspec.structs.replace(found, start=start, end=end))
    marked += sensitive_aside(whole.given_text, whole.aside)
    plain["sensitive"] = sorted(marked, key=lambda found: (found.start, found.end, found.kind))


#: What a reading gives in the document's own words (all else is in normal form).
_COPIED: Final = frozenset({"title", "label", "role", "chair_role"})


def _print(plain: dict[str, Any], path: list[str], span: Span, whole: Whole) -> None:
    """Where the value at a path of a reading is a copy of its ``span``, put it as the document prints it."""
    *parents, last = path
    if last not in _COPIED:
        return
    holder: Any = plain
    for key in parents:
        holder = holder[int(key)] if isinstance(holder, list) else holder[key]
    if isinstance(holder[last], str):
        holder[last] = whole.as_printed(holder[last], span)
