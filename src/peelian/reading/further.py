"""Officers without names beside named ones: "a second officer received management advice".

A page that names its subjects also says "a police constable has been jailed" of one of those whom it
names. So only descriptions that cannot be them count: another, a second, two other officers; or one
of a rank that nobody named holds; and only with an outcome, finding or charge of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.brought_in import (
    is_called_again,
    joined_with,
    paired_with,
    person_of,
    those_brought_in,
    told_before,
    with_rank_told,
)
from peelian.reading.colleagues import find_colleagues
from peelian.reading.description import Description
from peelian.reading.descriptions import find_descriptions
from peelian.reading.distinct_officers import (
    comes_before_name,
    follows_name,
    is_apart,
    is_distinct,
    is_named_next,
    named_later,
    opens_own_case,
)
from peelian.reading.inverted import told_as_of_others
from peelian.reading.kind import is_judgment
from peelian.reading.more_of_them import are_a_case_apart, are_others, are_the_rest, is_one_more, is_the_other
from peelian.reading.no_part import stands_apart
from peelian.reading.own_verdicts import OWN, end_of_clause, only_gave_evidence, own_verdict
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topics
from peelian.reading.scan import Scan
from peelian.reading.told_next import (
    charged_or_not,
    is_next,
    next_named,
    told_by_pronoun,
    told_by_sanction,
    told_next,
)
from peelian.reading.told_with import coupled
from peelian.reading.unnamed import MOST_TOLD_TOGETHER, NO_RANK, RANK_OF_STAFF
from peelian.reading.withheld_names import any_withheld, is_withheld

# "he was a constable", "Reyes, then a detective constable": the words before tell that it is the person named.
_IS: Final = re.compile(
    r"\b(?:was|were|is|been|being|became|become|as|then|now|formerly|once|joined) (?:an? )?\Z"
)
# "Her husband, who is |an inspector|, was given": somebody beside her
_KIN_IS: Final = re.compile(
    r"\b(?:his|her) (?:own )?(?:husband|wife|partner|brother|sister|father|mother|son|daughter),? (?:who is|who was|himself|herself|also),? \Z"
)
_LEAD: Final = 3  # the first sentences tell of the person named below them
_ON: Final = re.compile(
    r"\W*(?:(?:on|in|at|by|after) [^.,;]{3,30},? (?=he |she )|it was (?:\w+ ){0,2}(?:determined|decided|found|ruled) that (?=he |she ))?(?:he|she|they|his|her|their|the (?:second |other )?(?:officer|officers|pair|two)|both)\b"
)


def further_officers(page: Page, scan: Scan, persons: list[Person]) -> tuple[list[Person], Topics]:
    """The unnamed subjects of a page that names others, and the stretches that tell of them.

    ``persons`` is everybody named. Returns as ``anonymous_cast`` does.
    """
    if not scan.of("unnamed_role"):
        return [], []
    named = sorted((m.start, m.end) for p in persons for m in p.mentions)
    subjects = [p for p in persons if p.is_subject]
    first = min((m.start for p in subjects for m in p.mentions), default=0)
    ranks = {
        m.rank.value
        for p in persons
        if p.is_subject or not all(stands_apart(m, page) for m in p.mentions)
        for m in p.mentions
        if m.rank is not None
    }
    ranks |= {p.rank.value for p in subjects if p.rank is not None}
    own = sorted((m.start, m.end) for p in persons if p.role != "victim" for m in p.mentions)
    of_subjects = [p.rank.value if p.rank is not None else "" for p in subjects]
    found: list[Person] = []
    descriptions = scan.once(find_descriptions)
    if len(subjects) == 1:
        descriptions = _with_colleagues(descriptions, find_colleagues(page, scan))
    if subjects and all(p.name is None and p.label is not None for p in subjects):
        topics = _of_labelled(page, scan, subjects, descriptions)
        staff = _others_beside(
            page, scan, descriptions, named, ranks, all(p.rank is not None for p in subjects)
        )
        if staff:
            topics = overlaid(topics, [(start, end, who) for start, end, who in staff])
            return [p for _, _, who in staff for p in who], topics
        if topics:
            return [], topics
    told, all_ranked = ranks_told(page, descriptions, named, subjects)
    ranks |= told
    topics = []
    spoken = sum(end - start for start, end in page.quotes) * 2 > len(
        page.text
    )  # a statement, all in quotation marks
    told_at = 0  # where the last verdict stands
    plain = [p for p in subjects if p.mentions]
    cases = bool(plain) and not is_judgment(page, scan)
    plainly = cases and all(any(m.rank is not None for m in p.mentions) for p in plain)
    kept_back = any_withheld(page)
    lettered = any(p.name is None for p in subjects)  # "Officer X ... The constable, who cannot be named"
    for d in descriptions:
        unnamed = kept_back and not (lettered and d.form == "known") and is_withheld(page, d, named)
        if (
            (d.start < first and not unnamed and not _is_of_another_rank(page, d, ranks, plainly, cases))
            or (
                page.sentence_index(d.start) < _LEAD
                and not (unnamed or is_next(d) or those_brought_in(page, d, descriptions, len(subjects)))
                and not (plainly and d.start > first and d.form == "new" and d.role not in NO_RANK)
            )
            or not (
                unnamed
                or is_distinct(d, ranks, all_ranked)
                or is_apart(page, scan, d, own, cases)
                or those_brought_in(page, d, descriptions, len(subjects)) is not None
                or is_one_more(page, d, len(subjects) + len(found))
                or is_the_other(d, of_subjects)
                or are_a_case_apart(page, d, len(subjects), named)
                or are_others(page, d, descriptions, named)
                or (
                    d.form == "other"
                    and are_the_rest(
                        page,
                        d,
                        descriptions,
                        len(subjects) + len(found),
                        [p.anchor for p in (*subjects, *found)],
                    )
                )
                or (
                    d.form == "other"
                    and is_distinct(replace(with_rank_told(page, descriptions, d), form="new"), ranks, True)
                )
            )
            or (page.quoted(d.start) and not spoken)
        ):
            continue
        as_did = told_as_of_others(page, scan, d)
        if (
            follows_name(page, d, named)
            or is_named_next(page, d, persons)
            or (
                d.form == "new"
                and as_did is None
                and _IS.search(page.low, max(0, d.start - 16), d.start)
                and not _KIN_IS.search(page.low, max(0, d.start - 50), d.start)
            )
        ):
            continue
        sentence = page.sentence_at(d.start)
        verdict = (
            own_verdict(page, scan, d, sentence, named)
            or charged_or_not(page, d, sentence)
            or told_next(page, scan, d, sentence, named)
            or told_by_pronoun(page, scan, d, sentence, named)
            or told_by_sanction(page, scan, d, sentence, named)
            or as_did
        )
        if verdict is None:
            continue
        if topics and d.start < topics[-1][1]:
            if not (told_at < d.start < verdict.start and _TURNS_TO.search(page.low, told_at, d.start)):
                continue
            topics[-1] = (topics[-1][0], d.start, topics[-1][2])
        told_at = verdict.start
        floor = topics[-1][1] if topics else 0
        if only_gave_evidence(page, d, verdict):
            topics.append((max(floor, d.start), _until(page, sentence, d, named, verdict.start), ()))
            continue
        later = named_later(d, persons)
        if later:
            end = _until(page, sentence, d, named, verdict.start)
            topics.append((max(floor, min(d.start, verdict.start)), end, tuple(later)))
            continue
        number = d.number if d.number is not None and d.number <= MOST_TOLD_TOGETHER else 1
        ranked = with_rank_told(page, descriptions, d)
        if is_called_again(page, d, found, named):
            found[-1].rank = person_of(d).rank
        people = told_before(ranked, found) or [person_of(ranked) for _ in range(number)]
        people += [
            person_of(more) for more in joined_with(page, descriptions, d) for _ in range(more.number or 1)
        ]
        people = [person_of(more) for more in paired_with(page, descriptions, d, found)] + people
        found += [p for p in people if p not in found]
        beside = coupled(page, d.start, d.end, subjects)
        if beside is not None:
            people = [beside, *people]  # "PC Lee and another officer were dismissed": of both
        topics.append(
            (
                max(floor, min(d.start, verdict.start)),
                _until(page, sentence, d, named, verdict.start),
                tuple(people),
            )
        )
    if len(found) == 1 and topics and topics[-1][2] == (found[0],):
        topics += _anonymous_again(page, found[0], topics[-1][1])
    return found, topics


def _with_colleagues(found: list[Description], colleagues: list[Description]) -> list[Description]:
    """The descriptions, where "his WPC colleague" takes the place of what its words were read as alone."""
    if not colleagues:
        return found
    apart = [d for d in found if not any(d.start < c.end and c.start < d.end for c in colleagues)]
    return sorted([*apart, *colleagues], key=lambda d: d.start)


def _is_of_another_rank(page: Page, d: Description, ranks: set[str], plainly: bool, cases: bool) -> bool:
    """Whether whoever comes in before the first name can be none of those named.

    They are of a rank that nobody holds, where every subject's is told with the name (``plainly``), or in a case of their own.
    """
    if cases and opens_own_case(page, d):
        return True
    return plainly and d.role not in NO_RANK and not is_next(d) and is_distinct(d, ranks, True)


# "The inspector was given advice| and |a call handler a written warning": the next has a turn of their own
_TURNS_TO: Final = re.compile(r"(?:,? and|;|,? while|,? but|,) (?:for )?\Z")
_ANONYMOUS: Final = re.compile(
    r"\bthe (?:anonymous|unnamed|unidentified) (?:police )?(?:officer|constable|sergeant|detective|inspector|pc)\b(?!'s)"
)


def _anonymous_again(page: Page, person: Person, after: int) -> Topics:
    """Where later words call the only officer without a name "the anonymous officer": to the end of the sentence."""
    out: Topics = []
    for m in _ANONYMOUS.finditer(page.low, after):
        if not page.quoted(m.start()) and (not out or m.start() >= out[-1][1]):
            out.append((m.start(), page.sentence_at(m.start()).end, (person,)))
    return out


def _others_beside(
    page: Page,
    scan: Scan,
    found: list[Description],
    named: list[tuple[int, int]],
    ranks: set[str],
    all_ranked: bool,
) -> Topics:
    """Staff and officers of another rank of whom a verdict is told beside officers under letters: "A call handler received advice"."""
    out: Topics = []
    for d in found:
        if d.form not in ("new", "known", "another") or d.number != 1 or d.agent or d.witness:
            continue
        if d.family == "staff":
            if RANK_OF_STAFF in ranks:
                continue
        elif d.form == "known" or is_next(d) or not (all_ranked and ranks and is_distinct(d, ranks, True)):
            continue
        sentence = page.sentence_at(d.start)
        if page.quoted(d.start):
            continue
        verdict = own_verdict(page, scan, d, sentence, named)
        if verdict is None and d.family == "officer":
            verdict = told_by_pronoun(page, scan, d, sentence, named)
        if verdict is not None and (not out or d.start >= out[-1][1]):
            out.append((d.start, _until(page, sentence, d, named, verdict.start), (person_of(d),)))
    return out


_WHOSE: Final = ("his ", "her ", "their ")


def ranks_told(
    page: Page, descriptions: list[Description], named: list[tuple[int, int]], subjects: list[Person]
) -> tuple[set[str], bool]:
    """The ranks told of those named without one, before their first name, after it, or by "was a"; and whether
    all have theirs.

    "The sergeant" tells the rank of one of them only while fewer ranks than such people are told otherwise.
    """
    unranked = [p for p in subjects if p.rank is None and not any(m.rank for m in p.mentions)]
    if not unranked:
        return set(), True
    first = min((m.start for p in subjects for m in p.mentions), default=0)
    out: set[str] = set()
    later: set[str] = set()
    sure: set[str] = set()  # said of somebody by name
    for d in descriptions:
        if d.number not in (1, None) or d.role in NO_RANK or d.agent or d.possessive:
            continue
        if page.low.startswith(_WHOSE, d.start):
            continue  # "their sergeant" is none of them
        rank = RANK_OF_STAFF if d.family == "staff" and d.role != "pcso" else d.role
        place = page.sentence_index(d.start)
        leads = d.start < first or place < _LEAD or (not out and place < 2 * _LEAD)
        is_one = d.form == "new" and _IS.search(page.low, max(0, d.start - 16), d.start) is not None
        if follows_name(page, d, named) or comes_before_name(page, d, named):
            sure.add(rank)
        if leads or is_one or follows_name(page, d, named) or (d.form == "known" and place < 3 * _LEAD):
            out.add(rank)
        elif d.form == "known":
            later.add(rank)
    if len(sure) >= len(unranked):
        return sure, True
    out = out if len(out) >= len(unranked) else out | later
    return out, len(unranked) <= len(out)


def _of_labelled(page: Page, scan: Scan, subjects: list[Person], found: list[Description]) -> Topics:
    """Where verdicts are told of those with letters or numbers without saying them again.

    "Either officer", "the officers": all of them. "One officer ... another officer ... a third officer",
    as many as have a number: the first, the second, the third.
    """
    mentions = sorted(m.start for p in subjects for m in p.mentions)
    told: list[tuple[Sentence, Description]] = []
    for d in found:
        sentence = page.sentence_at(d.start)
        i = bisect_left(mentions, sentence.start)
        named = i < len(mentions) and mentions[i] < sentence.end
        if named or d.agent or d.witness or d.family == "staff":
            continue
        if any(h.value in OWN for h in scan.between("unnamed_verdict", sentence.start, sentence.end)):
            told.append((sentence, d))
    together = [
        (s, d) for s, d in told if d.form in ("known", "all", "listed") and d.number in (None, len(subjects))
    ]
    topics = [(s.start, s.end, tuple(subjects)) for s, d in together if len(subjects) > 1]
    turns = [(s, d) for s, d in told if _is_turn(d)]
    if 1 < len(turns) <= len(subjects) and not together:
        by_code = sorted(subjects, key=lambda p: p.mentions[0].tokens[0])
        return [(s.start, s.end, (p,)) for (s, _), p in zip(turns, by_code, strict=False)]
    return topics


def _is_turn(d: Description) -> bool:
    """Whether words bring in the next of several: "one officer", "another officer", "a third officer"."""
    return d.number == 1 and (d.form in ("new", "part", "another") or d.form == "ordinal")


def overlaid(topics: Topics, further: Topics) -> Topics:
    """``topics`` with the stretches of ``further`` laid over them."""
    if not further:
        return topics
    out: Topics = []
    first = 0
    for start, end, who in topics:
        while first < len(further) and further[first][1] <= start:
            first += 1
        at = start
        for s, e, _ in further[first:]:
            if s >= end:
                break
            if s > at:
                out.append((at, s, who))
            at = max(at, min(e, end))
        if at < end:
            out.append((at, end, who))
    return sorted(out + further, key=lambda t: t[0])


def _again(page: Page, sentence: Sentence, d: Description) -> bool:
    """Whether a sentence speaks of the same person again by the same word ("the inspector's case")."""
    if d.head is None or d.role in NO_RANK or d.number != 1:
        return False
    return page.low.find(f"the {page.low[d.head.start : d.head.end]}", sentence.start, sentence.end) >= 0


def _until(
    page: Page, sentence: Sentence, d: Description, named: list[tuple[int, int]], told: int = 0
) -> int:
    """Where the telling ends: at the next name, or with the last sentence that goes on about them."""
    limit = next_named(page, named, end_of_clause(page, sentence, d))
    end = max(sentence.end, page.sentence_at(told).end)
    i = page.sentence_index(end - 1) + 1
    while (
        i < len(page.sentences)
        and page.sentences[i].paragraph == sentence.paragraph
        and (_ON.match(page.low, page.sentences[i].start) or _again(page, page.sentences[i], d))
    ):
        end = page.sentences[i].end
        i += 1
    return min(end, limit)
