"""The rank that somebody held: the one beside the name, else one told of them in a sentence of theirs."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import has_kin
from peelian.reading.label_ranks import rank_beside
from peelian.reading.model import Cited
from peelian.reading.persons import SENIOR, Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import GROUPS
from peelian.reading.rank_at_the_time import rank_at_the_time
from peelian.reading.ranked_lists import plural_before
from peelian.reading.scan import Hit
from peelian.reading.spans import find_all


def read_rank(prepared: Prepared, person: Person) -> Cited[str] | None:
    """The rank held: the one beside the name; else one told of this person in a sentence of theirs."""
    own = [m.rank for m in person.mentions if m.rank is not None]
    if person.rank is not None and person.rank not in own:
        own.insert(0, person.rank)
    low = prepared.page.low
    then = rank_at_the_time(prepared, person) if person.mentions else None
    if then is not None:
        return Cited(then.value, (then.start, then.end))
    if own:
        best = own[0]
        for hit in own:  # "Sgt Stott (then Inspector)": an exact rank goes before a vaguer one
            if best.value == "police_constable" and hit.value == "detective_constable":
                best = hit
        return Cited(best.value, (best.start, best.end))
    beside = rank_beside(prepared, person)
    if beside is not None:
        return Cited(beside.value, (beside.start, beside.end))
    if not person.mentions and person.region is None:
        return None  # an officer without a name: the walk that found them has weighed every rank of the story
    taken = {
        m.rank.start
        for p in prepared.cast.persons
        if p is not person
        for m in p.mentions
        if m.rank is not None
    }
    named = {m.start for p in prepared.cast.persons if p is not person for m in p.mentions}
    surnames = {
        m.name_end for p in prepared.cast.persons for m in p.mentions
    }  # "Sergeant, of Selby, admitted"
    ranks = [h for h in prepared.scan.of("rank") if h.end not in surnames]
    held = {h.value for h in ranks if h.start in taken or _is_apposed(low, h, named)}
    found: list[tuple[float, int, Hit]] = []
    spots = [m.start for m in person.mentions] or [person.anchor]
    for hit in ranks:
        if (
            hit.start in taken
            or _is_apposed(low, hit, named)
            or (hit.value in SENIOR and hit.value in held)
            or low[hit.end : hit.end + 1] == "s"
            or (
                prepared.cast.who(hit.start) != (person,)
                and not any(_IS_HE.fullmatch(low, m.end, hit.start) for m in person.mentions)
            )
        ):
            continue
        if (
            prepared.scan.between("not_theirs", max(0, hit.start - 12), hit.start)
            and not _ends_gap(low, hit, prepared)
            and not _IS_A.search(low, max(0, hit.start - 50), hit.start)
            and not any(_ALSO_A.fullmatch(low, m.end, hit.start) for m in person.mentions)
            and not any(_IS_HE.fullmatch(low, m.end, hit.start) for m in person.mentions)
        ):
            continue
        if _OF_ANOTHER.search(low, max(0, hit.start - 44), hit.start):
            continue  # "a third man, a sergeant of 46"
        whose = low.startswith("'s ", hit.end) and not low.endswith("the ", 0, hit.start)
        if whose and has_kin(prepared.page, hit.start, hit.end):
            continue  # "Police sergeant's son jailed"
        if _OVER_HIM.match(low, hit.end) or (
            _AND_ONE.search(low, max(0, hit.start - 24), hit.start) and _FARES.match(low, hit.end)
        ):
            continue
        found.append((_rank_weight(prepared, hit, spots), -hit.start, hit))
    likeliest = max(found) if found else None
    if likeliest is not None and likeliest[0] > 0:
        shared: Hit | None = likeliest[2]
        if (
            likeliest[2].value == "police_constable"
        ):  # "the constable", in a headline; then "a detective constable"
            exact = [f for f in found if f[0] > 0 and f[2].value == "detective_constable"]
            shared = max(exact)[2] if exact else likeliest[2]
    else:
        shared = _rank_of_all(prepared, person)
    if shared is None:
        shared = _of_the_specials(prepared, person)
    return Cited(shared.value, (shared.start, shared.end)) if shared is not None else None


# "joined Kent's Special Constabulary in 2015", "a member of the Special Constabulary"
_SPECIALS: Final = re.compile(
    r"\b(?:join(?:ed|ing)|member of|serv(?:ed|es|ing) (?:in|with)|volunteer(?:ed|s|ing)? (?:in|for|with)|with|in|for) (?:the |its )?(?:[\w&'-]+ ){0,4}?(special constabulary)\b"
    r"|\b(?:join(?:ed|ing)|serv(?:ed|es|ing)|volunteer(?:ed|s|ing)?|signed up|patroll(?:ed|ing)|working|worked|works|started|training|enlisted)\b[^.;]{0,45} (as a special)\b(?! (?:agent|adviser|guest|case|favour|treat|needs|educational|constable|officer|projects?))"
)


def _of_the_specials(prepared: Prepared, person: Person) -> Hit | None:
    """A special constable, where a page only says that somebody joined a force's Special Constabulary."""
    for at in find_all(
        prepared.page.low, ("special constabulary", "as a special ", "as a special,", "as a special.")
    ):
        found = _SPECIALS.search(prepared.page.low, max(0, at - 70), at + len("special constabulary"))
        if found is not None and person in prepared.cast.who(at) and not prepared.page.quoted(at):
            return Hit(*found.span(found.lastindex or 1), "rank", "special_constable")
    return None


# "Alan Lee, 47, |a fishmonger by day and a |special constable"
_ALSO_A: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?, (?:who (?:is|was) )?(?:by day )?an? [^.,;]{3,40},? and (?:also )?(?:[\w' -]{3,20}? )?an? "
)
# "|Alan Lee|, 47, a retired |sergeant|"
_IS_HE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:then |now )?an? (?:(?:now-)?(?:retired|former|serving|suspended|probationary|ex)[ -])(?:[\w&'-]+ ){0,3}"
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:an?|the) (?:second|third|fourth|fifth|other|further) (?:man|woman|officer|person|defendant|suspect|member)(?:, who [^,.;]{3,24})?, (?:an? |then |now |also )*\Z|\banother (?:man|woman|officer|person|defendant), (?:an? )?\Z"
    # "That supervisor, a sergeant, was given advice"
    r"|\b(?:that|this|the|his|her|their|an?) (?:[\w-]+ )?(?:supervisor|manager|line manager|boss|superior|colleague|crewmate|mentor|trainer|witness|complainant|whistleblower),? (?:then )?(?:an? )\Z"
)
# "... received advice, and an inspector faces a meeting": another
_AND_ONE: Final = re.compile(r"(?:,? and|;|, while|, but) (?:an?|one|another) (?:[a-z-]+ ){0,2}\Z")
_FARES: Final = re.compile(r" (?:faces?|was|is|has|had|will|received|got|accepted|must)\b")
# "The sergeant who supervised him": another
_OVER_HIM: Final = re.compile(
    r" (?:who|that) (?:had |then |also )*(?:supervised|managed|line-managed|mentored|trained|tutored|reported|accompanied|recruited|warned) (?:him|her|them)\b"
)


def _is_apposed(low: str, hit: Hit, named: set[int]) -> bool:
    """Whether a rank stands before the name of somebody else: "Essex's Chief Constable, Ann Lee,"; not "a sergeant, Lee"."""
    before = low[max(0, hit.start - 3) : hit.start]
    if hit.end + 2 in named and low.startswith(" (", hit.end):
        return True  # "a sergeant (Sergeant B)"
    return hit.end + 2 in named and low.startswith(", ", hit.end) and not before.endswith((" a ", " an "))


_OPENING: Final = 900  # characters
_COUNTED: Final = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|both|pair of|trio of) (?P<words>(?:[\w'&-]+ ?){1,6})"
)


def _rank_of_all(prepared: Prepared, person: Person) -> Hit | None:
    """The rank that a page's opening gives all of its officers together: "Two former Met PCs who swapped messages"."""
    page, low = prepared.page, prepared.page.low
    subjects = [p for p in prepared.cast.subjects if p.role == "subject"]
    if len(subjects) < 2 or person not in subjects:
        return None
    for told in _COUNTED.finditer(low, 0, _OPENING):
        count = GROUPS[told.group("n").removesuffix(" of")]
        if count != len(subjects) and person not in _named_next(prepared, subjects, told.end(), count):
            continue
        for word in re.finditer(r"[\w'&-]+s\b", low[told.start("words") : told.end("words")]):
            rank = plural_before(page.text, low, told.start("words") + word.end() + 1)
            if rank is not None:
                return rank
    return None


_SOON: Final = 320  # characters from "two former Met PCs" to the sentence that names the two


def _named_next(prepared: Prepared, subjects: list[Person], at: int, count: int) -> list[Person]:
    """The so many officers whom one sentence names, and no more, first of all after ``at``, where the page has others too."""
    if count > len(subjects):
        return []
    first = min((m.start for p in subjects for m in p.mentions if m.start >= at), default=-1)
    if first < 0 or first > at + _SOON or _COUNTED.search(prepared.page.low, at, first) is not None:
        return []  # ("two PCs were hurt when two officers crashed": the next named are the last counted)
    sentence = prepared.page.sentence_at(first)
    named = [
        p for p in subjects if p.name is not None and any(first <= m.start < sentence.end for m in p.mentions)
    ]
    return named if len(named) == count else []


_AS_RANK: Final = re.compile(
    r"(?:\b(?:a|an|as|the|then|former|ex|serving|was|is|rank of|of|now|married|female|male|temporary|acting)[ -]|\A|\n)\Z"
)
# "was a detective inspector", "as a constable", "from a constable": said of the one who has the floor
_CALLED: Final = re.compile(
    r"\b(?:was|were|is|are|am|became|become|been|being|as|then|now|once|from|to|not|like|of|into)(?: \w+)? an? (?:[\w-]+ ){0,2}\Z"
)
_INDEFINITE: Final = re.compile(r"(?:\A|[\n.] ?|\b)an? (?:[a-z-]+ ){0,2}\Z")
# "You were a serving constable", "he was then a retired sergeant"
_IS_A: Final = re.compile(
    r"\b(?:you|he|she|who) (?:were|was|are|is|became|had been|have been|has been)(?: then| still| now| at the time,?| once)? an? (?:[\w-]+ ){0,2}\Z"
)


def _rank_weight(prepared: Prepared, hit: Hit, spots: list[int]) -> float:
    """How likely a rank that stands apart from any name is the rank of the person whose turn it is."""
    low, page = prepared.page.low, prepared.page
    weight = 0.5
    if _AS_RANK.search(low, max(0, hit.start - 12), hit.start) or hit.start < 120:
        weight += 1.0
    near = min(abs(s - hit.start) for s in spots)
    weight += 1.0 if near < 60 else 0.6 if near < 160 else 0.0
    indefinite = _INDEFINITE.search(low, max(0, hit.start - 24), hit.start) is not None
    if hit.value in SENIOR and near > 40 and not (indefinite and hit.start < min(spots)):
        weight -= 2.6 if low.endswith("the ", 0, hit.start) else 2.0  # whoever holds the office
    if (
        indefinite
        and hit.start > min(spots)
        and near > 60
        and not _CALLED.search(low, max(0, hit.start - 50), hit.start)
    ):
        weight -= 1.2  # "a detective inspector who questioned it" is somebody new
    sentence = page.sentence_at(hit.start)
    if prepared.cast.official_at(max(sentence.start, hit.start - 60), hit.start):
        weight -= 0.7
    if page.quoted(hit.start):
        weight -= 0.5
    if _MY_OWN.search(low, max(0, hit.start - 30), hit.start):
        weight -= 3.0
    return weight


# "I was a superintendent": the writer's own rank.
_MY_OWN: Final = re.compile(r"\bi (?:was|am|became|served as|retired as|worked as) (?:an? )?(?:[\w-]+ )?\Z")


def _ends_gap(low: str, hit: Hit, prepared: Prepared) -> bool:
    """Whether the words that make a rank somebody else's do not in fact stand right before it."""
    last = prepared.scan.between("not_theirs", max(0, hit.start - 12), hit.start)[-1]
    return low[last.end : hit.start].strip() != ""
