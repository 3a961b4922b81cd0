"""Former officers: whom a page calls former, or tells to have left before the outcome."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.departures import of_whoever_decided
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit

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


def read_former(prepared: Prepared, person: Person) -> Cited[bool] | None:
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
