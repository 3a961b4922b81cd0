"""People: each subject's name, label, rank, collar number, age, and whether they had left."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.ages import read_age
from peelian.reading.departures import of_whoever_decided
from peelian.reading.employment import read_employment
from peelian.reading.kin import has_kin
from peelian.reading.label_ranks import rank_beside
from peelian.reading.model import Cited
from peelian.reading.persons import SENIOR, Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.quantities import GROUPS
from peelian.reading.rank_at_the_time import rank_at_the_time
from peelian.reading.ranked_lists import plural_before
from peelian.reading.scan import Hit
from peelian.reading.spans import find_all

_COLLAR: Final = re.compile(
    r"(?:collar|warrant|shoulder|force|badge|pin)(?: (?:number|no\.?|num))?:? ?(?:is |was )?([a-z]{0,2}\d{2,6}[a-z]{0,2})\b"
)
_FIGURES: Final = re.compile(r"\d\d")  # no number without them
_COLLAR_LABEL: Final = re.compile(
    r"\(?\b(?:formerly )?(?:pc|ps|dc|ds|sc|sgt|pcso) ([a-z]{0,2}\d{2,6}[a-z]{0,2})\b"
)


def read_people(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the fields that say who each subject is, and their employment."""
    for person, draft in drafts.items():
        if person.name is not None and person.name_span is not None:
            draft.name = Cited(person.name, person.name_span)
        if person.label is not None and person.label_span is not None:
            draft.label = Cited(person.label, person.label_span)
        draft.rank = _rank(prepared, person)
        draft.age = read_age(prepared, person)
        draft.collar_number = _collar(prepared, person)
        draft.former = _former(prepared, person)
    read_employment(prepared, drafts)


def _rank(prepared: Prepared, person: Person) -> Cited[str] | None:
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


def _collar(prepared: Prepared, person: Person) -> Cited[str] | None:
    text, low = prepared.page.text, prepared.page.low
    for mention in person.mentions:
        if mention.collar is not None:
            return Cited(text[mention.collar[0] : mention.collar[1]], mention.collar)
    if "collar" in person.fields:
        start, end = person.fields["collar"]
        number = Cited(text[start:end], (start, end))
        return number if _FIGURES.search(low, start, end) else None  # "-", "not given"
    for mention in person.mentions:
        first, last = max(0, mention.start - 4), min(len(low), mention.end + 60)
        if not _FIGURES.search(low, first, last):
            continue
        for pattern in (_COLLAR, _COLLAR_LABEL):
            m = pattern.search(low, first, last)
            if m and (
                prepared.cast.who(m.start(1)) == (person,)
                or (m.start() - mention.end <= 2 and person in prepared.cast.who(m.start(1)))
            ):
                return Cited(text[m.start(1) : m.end(1)], m.span(1))
    return None


def leave_behind(drafts: Drafts) -> None:
    """Whoever resigned, retired or would have been dismissed had left: said once, it makes them former (guide)."""
    for draft in drafts.values():
        if draft.former is not None:
            continue
        outcome = draft.proceeding.outcome if draft.proceeding is not None else None
        if draft.resigned is not None:
            draft.former = Cited(True, *draft.resigned.spans)
        elif outcome is not None and outcome.value == "would_have_been_dismissed":
            draft.former = Cited(True, *outcome.spans)


# "He transferred to another force ... before he left the force": still an officer.
_MOVED: Final = re.compile(
    r"\b(?:transferr?\w*|moved|moving|joined|joining) (?:to )?(?:another|a different|a neighbouring) (?:police )?(?:force|service|constabulary)\b"
)
_FAR: Final = 250  # characters
# "HADDOW, Martin, formerly Sergeant", "Ann Lee (formerly a constable)"
_FORMERLY: Final = re.compile(
    r"(?:,| \()? ?(?:\(?\d\d\)?,? )?(?P<word>formerly|(?<=, )an? (?:now-)?retired|(?<=, )an? former)(?: an?)? (?=(?:police |detective |special |chief |acting )?(?:sergeant|constable|inspector|superintendent|officer|pc|dc|ds|di|pcso)\b)"
)
_MEANS_FORMER: Final = re.compile(
    r"(?:\A|[\n.\"'(:]\s*|\b(?:the|a|an|another|two|three|four|five|six|disgraced|shamed|of|and|by|as|one) )\Z"
)


def _former(prepared: Prepared, person: Person) -> Cited[bool] | None:
    """True if called former or said to have left before the outcome."""
    low, scan, who = prepared.page.low, prepared.scan, prepared.cast.who
    for mention in person.mentions:
        for hit in scan.between("former", max(0, mention.start - _WITH_FORCE), mention.end):
            word = low[hit.start : hit.end]
            apart = low[hit.end : mention.start].strip(" -") if hit.end < mention.start else ""
            if (
                hit.value == "former"
                and word != "then"
                and (not apart or _is_force(prepared, hit.end, mention.start))
            ):
                return Cited(True, (hit.start, hit.end))
        after = _FORMERLY.match(low, mention.end) if mention.rank is None else None
        if after is not None:
            return Cited(True, after.span("word"))
    for hit in scan.of("former"):
        if person not in who(hit.start):
            continue
        if hit.value == "left":
            if of_whoever_decided(prepared, hit):
                continue
            if _MOVED.search(low, max(0, hit.start - _FAR), min(len(low), hit.end + _FAR)):
                continue
            if len(who(hit.start)) > 1 and (
                _BESIDE_SERVING.search(low, max(0, hit.start - _FAR), hit.start)
                or _others_are_former(prepared, person)
            ):
                continue
            return Cited(True, (hit.start, hit.end))
        if low[hit.start : hit.end] == "then" or not _MEANS_FORMER.search(
            low, max(0, hit.start - 14), hit.start
        ):
            continue
        noun = _OFFICER_NOUN.match(low, hit.end)
        if noun and noun.group().endswith("officers") and _others_are_former(prepared, person):
            continue  # "Four serving and former officers ...: former Sgt Lee and PC Moss": not PC Moss
        if noun and _is_met(prepared, person, hit):
            continue
        if noun and _is_of_another_rank(noun.group(), person):
            continue  # "Former chief constable found dead": not the superintendent
        if noun and (who(hit.start) == (person,) or noun.group().endswith("s")):
            return Cited(True, (hit.start, hit.end))
    return None


# "Sgt Lee, |a former| constable", "was |a former| detective": said of the one named before
_SAYS_SO: Final = re.compile(
    r"(?:[,:(\u2013\u2014-]|\b(?:is|was|are|were|as|being|been|became|and|both|now|himself|herself)) (?:an?|the|two|three|another|also|now| )*\Z"
)


def _is_met(prepared: Prepared, person: Person, hit: Hit) -> bool:
    """Whether "the former constable" is somebody whom the one named before it in the sentence met: "Sgt Lee failed to challenge the former constable"."""
    s = prepared.page.near(hit.start)
    if not any(s.start <= m.start and m.end <= hit.start for m in person.mentions):
        return False
    return _SAYS_SO.search(prepared.page.low, max(s.start, hit.start - 30), hit.start) is None


_RANKS_NAMED: Final = ("chief constable", "superintendent", "inspector", "sergeant", "pcso", "constable")


def _is_of_another_rank(noun: str, person: Person) -> bool:
    """Whether words name a rank that is plainly not the one a person's name carries."""
    held = {m.rank.value.replace("_", " ") for m in person.mentions if m.rank is not None}
    named = next((rank for rank in _RANKS_NAMED if rank in noun), None)
    if named is None or not held or "staff" in " ".join(held):
        return False
    if named == "constable":
        return all("constable" not in rank or rank.endswith("chief constable") for rank in held)
    return not any(named in rank for rank in held)


_WITH_FORCE: Final = 44  # characters before a name in which "former" and a force may stand


def _is_force(prepared: Prepared, start: int, end: int) -> bool:
    """Whether nothing but the name of a force, or of its county, stands in ``[start, end)``: "former |Kent Police| Sergeant Lee"."""
    low = prepared.page.low
    gap = low[start:end].strip()
    named = prepared.scan.among(("force", "force_weak"), start, end)
    return any(
        low.startswith(gap, h.start) or gap.removeprefix(low[h.start : h.end]).strip() in _OFFICER_TOO
        for h in named
    )


_OFFICER_TOO: Final = ("", "police", "officer", "police officer")


def _others_are_former(prepared: Prepared, person: Person) -> bool:
    """Whether the page says "former" beside the ranked name of another, and beside none of this one's."""
    if not any(m.rank is not None for m in person.mentions):
        return False
    low = prepared.page.low
    return any(
        low.startswith(_CALLED_FORMER, m.start) or low.endswith(_CALLED_FORMER, 0, m.start)
        for p in prepared.cast.subjects
        if p is not person
        for m in p.mentions
        if m.rank is not None
    )


_CALLED_FORMER: Final = ("former ", "ex-", "retired ")
# "Three officers and |a former officer|": of one among several, and of nobody by name
_BESIDE_SERVING: Final = re.compile(
    r"\b(?:officers?|constables?|sergeants?|pcs?|detectives?|staff|specials?)(?:,| and|, and) (?:an?|one|two|three|another) \Z"
)
_OFFICER_NOUN: Final = re.compile(
    r"[- ](?:[\w'-]+ ){0,4}?(?:officer|policeman|policewoman|policemen|detective|cop|pc|constable|sergeant|sgt|inspector|superintendent|pcso|dc|ds|di|dci|special|chief constable|bobby)s?\b"
)
