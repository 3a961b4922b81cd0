"""Employment: each subject's force, posts, home, and when they joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited, Span
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit
from peelian.reading.served_force import ServedForces
from peelian.reading.spans import find_all

_UNIT: Final = re.compile(
    r"\b(?:unit|team|department|dept|station|borough|division|district|command|cid|squad|branch|section|group|directorate|custody|suite|centre|"
    r"control room|bridewell|bureau|office|policing|response|patrol|nick|bcu|icr|area|school|academy|store|desk|hub|cells|firearms|fraud|intelligence|police (?:force|service)|constabulary)\b"
)
_PLACE: Final = re.compile(r"[A-Z][\w'\u2019-]+")
_ARTICLES: Final = re.compile(r"(?:(?:the|a|an|its|their|our|his|her|force's|the force's|busy|local) )+")
_OF: Final = re.compile(
    r"(?:,? (?:who is )?(?:aged )?\(?\d\d\)?)?,? (?:of|from|formerly of) ((?:[A-Z][\w'\u2019.-]*|near|y|on|le|the|and)(?:[ -][A-Z][\w'\u2019.-]*|[ -](?:y|on|le|the|under|upon|by|near|in|and)(?=[ -][A-Z]))*(?:, (?:near )?[A-Z][\w'\u2019-]*(?:[ -](?:[A-Z][\w'\u2019-]*|y|on|le|the|under|upon|by|in)(?=[ ,.-]))*)?)"
)
_SINCE: Final = re.compile(r"\b(?:in|since|during) (?:the )?\Z")

# "failed to say when he joined the force |that he had been| convicted in 2009": a day of something else
_ANOTHER_CLAUSE: Final = re.compile(
    r"[;:]|\b(?:that|who|which|but|while|after|before|when|had been|was|were)\b"
)


def read_employment(prepared: Prepared, drafts: Drafts) -> None:
    """Fill force, posts, residence and joined of every subject."""
    forces = ServedForces(prepared)
    based = find_all(prepared.page.low, ("-based",))
    where = find_all(prepared.page.low, (" where ",))
    for person, draft in drafts.items():
        draft.force = forces.of(person)
        draft.residence = _residence(prepared, person)
        draft.posts = _posts(prepared, person, draft.residence, based, where)
        draft.joined = _joined(prepared, person)


# ---- posts


_WHERE: Final = re.compile(
    r",? where (?:he|she|they|the officer|the constable|the sergeant|both men|both) (?:(?:then|had|was|is|were|has|also|now|been) ){0,3}(?:worked|works|based|posted|stationed|in charge|employed|serving|served|on duty|custody)\b"
)
_BEFORE_WHERE: Final = re.compile(
    r"\b(?:at|in|of|from) (?:the )?([A-Z][\w'\u2019-]*(?: (?:[A-Z][\w'\u2019-]*|and|of|police|station|custody|suite|unit|team|centre))*)\Z"
)
_NAMED_UNIT: Final = re.compile(
    r"(?: \([^)]{1,40}\))?(?:,? (?:aged )?\d\d)?(?:,? (?:both|each|then|formerly|now|who is|who was))*,? (?:of|from|in|on|with) (?=(?:the |its |[A-Z][\w ]{2,30}?(?:Police|Constabulary|Met)['\u2019]s? |[A-Z]))"
)


# "a Hull-based gang": not where an officer works.
_SOMETHING_BASED: Final = re.compile(
    r"-based (?:[\w-]+ ){0,2}(?:network|gang|firm|company|group|charity|dealers?|solicitors?|barrister|lawyers?|business\w*|club|supplier|traffickers?|criminals?|couple|family|teenager|man|woman)\b"
)


def _posts(
    prepared: Prepared, person: Person, residence: Cited[str] | None, based: list[int], where: list[int]
) -> list[Cited[str]]:
    """Stations, boroughs, units and teams, after the words that tell of work there, or beside those of the lists."""
    out: list[Cited[str]] = []
    text, low, scan = prepared.page.text, prepared.page.low, prepared.scan

    def keep(span: Span | None) -> None:
        if span is not None:
            _keep(text, span, out, residence)

    for hit in scan.of("post"):
        told = person in prepared.cast.who(hit.start) and not prepared.page.quoted(hit.start)
        if text.startswith("Based on", hit.start):
            continue  # "Based on the CCTV footage, we ..."
        if told and not _of_another(prepared, hit):
            keep(_place_after(prepared, hit.end))
    for mention in person.mentions:
        m = _NAMED_UNIT.match(text, mention.end)
        found = _place_after(prepared, m.end()) if m else None
        if found is not None and _UNIT.search(low[found[0] : found[1]]):
            keep(found)
    for at in based:
        m = re.search(r"[A-Z][\w'\u2019]+(?:[ -][A-Z][\w'\u2019]+)*\Z", text[max(0, at - 40) : at])
        if m and person in prepared.cast.who(at) and not _SOMETHING_BASED.match(low, at):
            keep((max(0, at - 40) + m.start(), at))
    for at in where:
        comma = at - 1 if low[at - 1] == "," else at
        if _WHERE.match(low, comma) and person in prepared.cast.who(at):
            m = _BEFORE_WHERE.search(text, max(0, comma - 60), comma)
            keep(m.span(1) if m else None)
    if person.region is not None:
        _beside_the_head(prepared, person, keep)
    return [p for p in out if not _is_somebody(prepared, p)][:3]


def _is_somebody(prepared: Prepared, post: Cited[str]) -> bool:
    """Whether what stands where a post may stand is the name of one of the people: "I served with |Norman Pike|"."""
    start, end = post.spans[0]
    return any(m.start <= start and end <= m.end for p in prepared.cast.persons for m in p.mentions)


# What may stand between somebody and where they work: "the victim, 19, who then works at Tanner's Bakery".
_DIRECTLY: Final = re.compile(
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?:,[^,.;\n]{1,50},|,)? ?(?:who |that )?(?:(?:had|has|was|is|were|then|also|now|previously|once|both|later|still|been) )*(?:an? (?:[\w-]+ ){0,3})?"
)


_POLICE_NOUN: Final = re.compile(r"probation|officer|constable|\bpc\b|trainee|colleague")
_THE_ONE: Final = re.compile(r"\b(?:the|this|that|vulnerable|another) (?:\w+ )?\Z")


def _of_another(prepared: Prepared, hit: Hit) -> bool:
    """Whether words of work are told of a victim, a relative or somebody named who is no subject."""
    page, cast = prepared.page, prepared.cast
    start = max(page.near(hit.start).start, hit.start - 110)
    spans = [
        (h.start, h.end)
        for h in prepared.scan.among(("victim", "kin"), start, hit.start)
        if not _POLICE_NOUN.search(page.low, h.start, h.end)
        and (
            h.value != "adult" or h.kind == "kin" or _THE_ONE.search(page.low, max(0, h.start - 16), h.start)
        )
    ]
    spans += [(m.start, m.end) for m, p in cast.named_in(start, hit.start) if not p.is_subject]
    own = [m.start for m, _ in cast.subjects_in(start, hit.start)]
    return any(
        _DIRECTLY.fullmatch(page.low, end, hit.start) and not any(at > begin for at in own)
        for begin, end in spans
    )


# In lists the station stands beside the officer: "PC Ann Moss, Kendal.", "(collar number 884, Selby)", "PCSO, Hull".
_BESIDE: Final = re.compile(
    r"(?:,? (?:collar|warrant|force)? ?(?:number|no\.?)? ?\(?[A-Z]{0,2}\d{2,6}[A-Z]{0,2}\)?)?(?:, | \(| - | / | +- +|\n)(?:(?:collar|warrant|shoulder) (?:number|no\.?):? )?(?:[A-Z]{0,2}\d{2,6}[A-Z]{0,2}, )?(?=[A-Z][a-z]|[A-Z] [A-Z])"
)
_CLOSES: Final = re.compile(
    r"(?:, [A-Z][\w'\u2019-]+)?(?:\)|\.|\n| /| \||\Z| +-|,? resigned|,? was|,? had|,? is)"
)


def _beside_the_head(prepared: Prepared, person: Person, keep: Callable[[Span | None], None]) -> None:
    """The station or unit that a list prints right after a rank, number or name."""
    text = prepared.page.text
    ends = [m.end for m in person.mentions[:1]]
    if person.name is None and person.label is None and person.rank is not None:
        ends.append(person.rank.end)
    for end in ends:
        m = _BESIDE.match(text, end)
        found = _place_after(prepared, m.end()) if m else None
        if (
            found is not None
            and _CLOSES.match(text, found[1])
            and not _HEADINGS.match(text, found[0], found[1])
        ):
            keep(found)


_HEADINGS: Final = re.compile(
    r"(?:Date|Dates|Hearing|Type|Allegation|Allegations|Finding|Outcome|Chair|Venue|Standard|Standards|Misconduct|Gross|Accelerated|Special|Heard|Special case|Police|Dismissed|Between|On|The|At|That|LQC|Legally|Summary|Details|Former|Rank|Name|Same)\b"
)
_TOO_PLAIN: Final = frozenset(
    "policing unit team department office station custody cells force service police area group section branch".split()
)


# "a member of the public on 28 September", "served with Regulation 16 notices"
_NO_PLACE: Final = re.compile(r"public (?:on|in|at|who)\b|regulation \d")


def _keep(text: str, span: Span, out: list[Cited[str]], residence: Cited[str] | None) -> None:
    value = text[span[0] : span[1]]
    key = value.lower()
    if (
        key in _TOO_PLAIN
        or _NO_PLACE.match(key) is not None
        or (residence is not None and key in residence.value.lower())
    ):
        return
    if any(key in c.value.lower() or c.value.lower() in key for c in out):
        return
    out.append(Cited(value, span))


def _place_after(prepared: Prepared, at: int) -> Span | None:
    """The place or unit that begins at ``at``: a name with a capital, or a unit's noun; never a whole force."""
    text, low = prepared.page.text, prepared.page.low
    while at < len(text) and text[at] == " ":
        at += 1
    article = _ARTICLES.match(low, at)
    if article:
        at = article.end()
    force = next((h for h in prepared.scan.between("force", at, at + 1)), None)
    if force is not None:
        rest = low[force.end : force.end + 3]
        if rest.startswith("'s "):
            at = force.end + 3
        elif rest.startswith("' "):
            at = force.end + 2
        else:
            onward = re.compile(r" (?:at|in|on) (?:the )?").match(low, force.end)
            if onward is None:
                return None
            at = onward.end()
    end = _phrase_end(text, low, at)
    names = prepared.scan.among(("force", "force_weak", "rank"), at, end)
    if any(h.start == at and h.end >= end for h in names):
        return None  # a whole force, a county, a rank: no post
    end = min([h.start - 1 for h in names if h.kind == "rank" and h.start > at] + [end])
    value = text[at:end]
    if len(value) < 3 or value[0].isdigit() or not (_PLACE.search(value) or _UNIT.search(low[at:end])):
        return None
    if any(h.start <= at < h.end for h in prepared.scan.among(("court", "proceeding"), max(0, at - 40), end)):
        return None
    if _NO_POST.match(low, at, end) or _NO_POST_END.search(low, at, end):
        return None
    return at, end


# Words without a capital that names of units, teams and stations are made of.
_UNIT_WORDS: Final = frozenset(
    """response neighbourhood policing public protection domestic abuse custody suite control room call contact centre
    investigation investigations team unit department roads road traffic motor patrol patrols firearms dog section station
    police crime major incident serious organised intelligence bureau desk enquiry office front counter communications
    training squad drugs drug fraud economic cyber child sexual offences safeguarding criminal justice detention cells nick
    headquarters hq branch division district borough area command shift beat exhibits property store schools source
    handling support operations special force joint mounted section group directorate emergency local community safer
    management contact intervention recording anti-social missing persons vulnerable people""".split()
)
_LINKS: Final = frozenset("of and the in at for on & upon y le".split())
_WORD: Final = re.compile(r"[^\s,.;:()\"\u201c\u201d|/]+")
_NO_POST: Final = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|court\b|custody\Z|prison|hmp|uniform|hearing|mr |mrs |ms |the\Z|college of policing|barred list|professional standards|his |her )"
)


_NO_POST_END: Final = re.compile(r"\b(?:tribunal|notice|regulations|hearing|inquiry|act)\Z")


def _phrase_end(text: str, low: str, at: int) -> int:
    """Where the name of a place or unit that begins at ``at`` ends: capitals, unit words, and what links them."""
    end = at
    pending = at
    for _ in range(10):
        word = _WORD.match(text, pending)
        if word is None:
            break
        token = low[word.start() : word.end()].rstrip("'")
        own = word.group()
        if own[0].isupper() or token in _UNIT_WORDS or (own[0].isdigit() and end > at and len(own) < 3):
            end = word.end()
        elif not (token in _LINKS and end > at):
            break
        if word.end() >= len(text) or text[word.end()] != " ":
            break
        pending = word.end() + 1
    if text[at:end].endswith(("'s", "\u2019s")):
        end -= 2
    apart = _FOR_AREA.search(low, at, end)
    return apart.start() if apart else end


_FOR_AREA: Final = re.compile(r" (?:for|of|in|at) the (?:district|area|borough|division|county|city)\Z")


# ---- home and joining


_HOME: Final = re.compile(
    r" ?((?:near )?(?:St\.|[A-Z][\w'\u2019-]*)(?:[ -](?:St\.|[A-Z][\w'\u2019-]*|y|on|le|upon)(?=[ ,.\n-]))*(?:, [A-Z][\w'\u2019-]*(?:[ -][A-Z][\w'\u2019-]*)*)?)"
)


def _residence(prepared: Prepared, person: Person) -> Cited[str] | None:
    text, low = prepared.page.text, prepared.page.low
    forces = prepared.scan.of("force")
    for mention in person.mentions:
        m = _OF.match(text, mention.end)
        if m is None:
            continue
        span = _to_next_name(prepared, _to_full_stop(text, m.span(1)))
        if any(h.start < span[1] and span[0] < h.end for h in forces) or _UNIT.search(low[span[0] : span[1]]):
            continue
        after = low[span[1] : span[1] + 3]
        if (
            span == m.span(1)
            and after[:1] not in (",", ".", ";", ":", "\n", "")
            and not re.match(
                r" (?:was|has|is|pleaded|admitted|appeared|who|had)\b", low[span[1] : span[1] + 12]
            )
        ):
            continue
        home = text[span[0] : span[1]].rstrip(".,")
        return Cited(home, (span[0], span[0] + len(home)))
    for hit in prepared.scan.of("lives"):
        if prepared.cast.who(hit.start) != (person,) or prepared.page.quoted(hit.start):
            continue
        sentence = prepared.page.near(hit.start, 200)
        if low.startswith(("his ", "her ", "living", "lives"), hit.start) and prepared.scan.among(
            ("victim", "kin"), sentence.start, hit.start
        ):
            continue  # "raping a woman at her flat in Penwortham"
        m = _HOME.match(text, hit.end)
        if m:
            start, end = _to_next_name(prepared, _to_full_stop(text, m.span(1)))
            value = text[start:end].rstrip(".,")
            return Cited(value, (start, start + len(value)))
    return None


def _to_full_stop(text: str, span: Span) -> Span:
    """A home without the sentence that follows it: "of |Diss|. He is suspended"."""
    at = text.find(". ", *span)
    while at > 0 and text[:at].endswith((" St", ",St", "near St")):
        at = text.find(". ", at + 1, span[1])
    return (span[0], at) if at > 0 else span


# "of Fratton, |PC Ann Lee|": where the next name begins, with what stands before it
_TO_NAME: Final = re.compile(r"(?:,? and|,| &) ?\Z")


def _to_next_name(prepared: Prepared, span: Span) -> Span:
    """A home without the next officer of a list of names: "PC Moss, of |Fratton|, PC Lee, of ..."."""
    named = prepared.cast.named_in(span[0] + 1, span[1])
    if not named:
        return span
    at = named[0][0].start
    gap = _TO_NAME.search(prepared.page.low, span[0], at)
    return (span[0], gap.start() if gap is not None else at)


def _joined(prepared: Prepared, person: Person) -> Cited[str] | None:
    low = prepared.page.low
    for hit in prepared.scan.of("joined"):
        if person not in prepared.cast.who(hit.start):
            continue
        sentence = prepared.page.sentence_at(hit.start)
        head = low[hit.end : hit.end + 60]
        if low[hit.start : hit.end].startswith("joined") and not re.match(
            r" (?:the |his |her |a |as |in |(?:[\w'-]+ ){0,4}?(?:police|force|constabulary|mdp|btp|met|special|service|ministry|gmp))|,? (?:19|20)\d\d",
            head,
        ):
            continue
        for d in prepared.dates_between(hit.end, min(sentence.end, hit.end + 90)):
            if not _SINCE.search(low, max(0, d.start - 14), d.start) and d.start - hit.end > 2:
                continue
            if _ANOTHER_CLAUSE.search(low, hit.end, d.start):
                break
            if (
                not low[hit.start : hit.end].startswith(
                    ("joined", "joining", "start", "began", "became", "career")
                )
                and "since" not in low[max(0, d.start - 8) : d.start]
            ):
                continue
            if d.edtf and not d.edtf.startswith("XXXX") and d.relative is None:
                return Cited(d.edtf, (hit.start, hit.end), (d.start, d.end))
    return None
