"""Objects of a verb: whom a panel dismissed, where the name stands behind the verb ("sacked his sergeant, |Ann Lee|")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

_VERB: Final = re.compile(r"(?:dismiss|sack|fir)(?:ed|es|ing)\b")
# "confirmed the |dismissal of| PC Lee", "the |removal, without notice, of| PC Lee"
_NOUN: Final = re.compile(
    r"(?:dismissal|sacking|removal|firing)(?:,? (?:without notice|with immediate effect|on the spot),?)? of\b"
)
_PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|being|get|gets|got)(?: \w+ly| also| then| later)? \Z"
)
# Between the verb and the name: how, and who that was.
_WHO: Final = re.compile(
    r"(?: without notice| with immediate effect| on the spot)?"
    r"(?: (?:his|her|their|a|the|another|fellow)(?: [\w'-]+){0,2}? (?:colleague|crewmate|partner|supervisor|sergeant|inspector|boss|superior|officer|constable|detective|trainee|probationer|pcso|friend|co-accused|counterpart|brother|sister|husband|wife)"
    r"(?: (?:that|on the|at the|of that|for) \w+)?,?)? (?:former |then |ex-)?"
)
_REACH: Final = 80  # characters from the verb to the name


def dealt_with_by_name(prepared: Prepared, hit: Hit) -> Person | None:
    """The subject whose name is the object of an active verb of dismissal at ``hit``; None where there is none."""
    low = prepared.page.low
    noun = _NOUN.match(low, hit.start)
    if noun is None and (
        _VERB.match(low, hit.start) is None or _PASSIVE.search(low, max(0, hit.start - 24), hit.start)
    ):
        return None
    done = noun.end() if noun is not None else hit.end
    end = min(prepared.page.sentence_at(hit.start).end, done + _REACH)
    for person in prepared.cast.subjects:
        for m in person.mentions:
            if done < m.start < end and _WHO.fullmatch(low, done, m.start):
                return person
    return None


# "Among |those dismissed were| PC Lee and Sgt Moss", "The officers sacked |include| PC Lee"
_THOSE: Final = re.compile(
    r"\b(?:those|(?:the |all )?(?:[\w-]+ )?(?:officers|constables|staff)|others)(?: who (?:were|have been))? \Z"
)
_WERE: Final = re.compile(
    r" (?:(?:last|this) (?:year|month|week) |in (?:19|20)\d\d |without notice |since then )?(?:was|were|is|are|includ(?:es|ed|e|ing))(?: also)?[ :]"
)


def named_among(prepared: Prepared, hit: Hit) -> tuple[Person, ...]:
    """The subjects whom a sentence goes on to name after "those dismissed were"; nobody where it does not say so."""
    low, sentence = prepared.page.low, prepared.page.sentence_at(hit.start)
    if not _THOSE.search(low, max(sentence.start, hit.start - 60), hit.start):
        return ()
    were = _WERE.match(low, hit.end, sentence.end)
    if were is None:
        return ()
    return tuple(
        p
        for p in prepared.cast.subjects
        if any(were.end() <= m.start < sentence.end and m.rank is not None for m in p.mentions)
    )
