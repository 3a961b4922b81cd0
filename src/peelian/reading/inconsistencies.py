"""Inconsistencies: where a document disagrees with itself, or with the law of its date.

Nothing is corrected: both sides are shown with their words, and what rests on a rule that nobody has
looked up says "may". The checks against the law are in ``lawful``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any, Final

from peelian.law.lengths import months_and_days
from peelian.reading import patterns as re
from peelian.reading.lawful import against_the_law
from peelian.reading.model import Inconsistency, Span
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import Length, number
from peelian.reading.settle import Evidence
from peelian.reading.spans import find_all

_WITHIN: Final = "the document itself"
_AGE: Final = re.compile(
    r"(?:'s)?,? \(?(?:aged )?(\d\d)\b(?=[,.;) ])(?! ?(?:years|months|weeks|days|hours|minutes|miles|times|counts|%))"
)
_COUNTED_NOUNS: Final = ("count", "charge", "offence")
_COUNTED: Final = re.compile(r"(?:counts?|charges?|offences?) (?:of|relating to|involving|under)\b")
_HOW_MANY: Final = re.compile(
    r"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a single) (?:further |separate |other )?\Z"
)
_CONSECUTIVE: Final = re.compile(r"\bconsecutive(?:ly)?\b")
_TOTAL: Final = re.compile(r"\b(?:total(?:s|ling)?|in all|altogether|making)\b")
_JAILED: Final = re.compile(
    r"\b(?:jailed|imprisoned|locked up|behind bars) for (?:a total of |just |only )?\Z"
)
_JAILED_ENDS: Final = ("for ", "of ", "just ", "only ")  # (it ends on one of these)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_inconsistencies(
    prepared: Prepared,
    people: Sequence[Person],
    subjects: list[Any],
    evidence: Evidence,
    published: str | None,
) -> list[Inconsistency]:
    """Every contradiction found, first those within the document, then those with the law.

    ``people[i]`` is the person of ``subjects[i]`` (plain dictionaries in the guide's shape).
    """
    found = list(_weekdays(prepared))
    counted = _counted(prepared)
    for i, (person, subject) in enumerate(zip(people, subjects, strict=True)):
        at = f"/subjects/{i}"
        found += _ages(prepared, person, subject, at)
        found += _counts(counted, person, subject, at)
        found += _terms(prepared, person, subject, at)
        found += against_the_law(subject, at, evidence, published)
    found += _totals(prepared)
    return found


def _weekdays(prepared: Prepared) -> list[Inconsistency]:
    """Full dates whose weekday is another ("Monday 14 March 2019" was a Thursday)."""
    out = []
    for d in prepared.dates:
        if (
            d.weekday is None
            or not (d.year and d.month and d.day)
            or d.edtf is None
            or d.edtf[:4] != str(d.year)
        ):
            continue
        if not prepared.page.low.count(str(d.year), d.start, d.end):
            continue  # the year was worked out, not written
        true = date(d.year, d.month, d.day).weekday()
        if true != d.weekday:
            out.append(
                Inconsistency(
                    "weekday_of_date",
                    f"{d.year:04d}-{d.month:02d}-{d.day:02d} was a {_WEEKDAYS[true]}, not a {_WEEKDAYS[d.weekday]}.",
                    _pointers_at(prepared, (d.start, d.end)),
                    [(d.start, d.end)],
                    "the calendar",
                )
            )
    return out


def _pointers_at(prepared: Prepared, span: Span) -> list[str]:
    masthead = prepared.masthead.published
    return (
        ["/published"]
        if masthead is not None and masthead.spans and masthead.spans[0][0] <= span[0] < masthead.spans[0][1]
        else []
    )


def _ages(prepared: Prepared, person: Person, subject: dict[str, Any], at: str) -> list[Inconsistency]:
    """Two ages of one person that are not the same year's."""
    low = prepared.page.low
    seen: dict[int, Span] = {}
    for mention in person.mentions:
        m = _AGE.match(low, mention.end)
        if m and 16 <= int(m.group(1)) <= 80:
            seen.setdefault(int(m.group(1)), m.span(1))
    if len(seen) < 2:
        return []
    ages = sorted(seen)
    return [
        Inconsistency(
            "two_ages",
            f"The document gives {subject.get('name') or 'this person'} the ages {' and '.join(map(str, ages))}.",
            [f"{at}/age"] if subject.get("age") else [],
            [seen[a] for a in ages],
            _WITHIN,
        )
    ]


Counted = dict[tuple[Person, int], tuple[int, list[Span]]]


def _counted(prepared: Prepared) -> Counted:
    """For each person and sentence, how many offences the sentence counts for them, and where."""
    page, low = prepared.page, prepared.page.low
    out: Counted = {}
    for at in find_all(low, _COUNTED_NOUNS):
        m = _COUNTED.match(low, at)
        if m is None:
            continue
        before = _HOW_MANY.search(low, max(0, m.start() - 32), m.start())
        if before is None or page.quoted(m.start()):
            continue
        who = prepared.cast.who(before.start())
        if len(who) != 1:
            continue
        key = (who[0], page.sentence_index(m.start()))
        total, spans = out.get(key, (0, []))
        many = 1 if before.group(1) == "a single" else number(before.group(1)) or 0
        out[key] = (total + many, [*spans, (before.start(), m.end())])
    return out


def _counts(counted: Counted, person: Person, subject: dict[str, Any], at: str) -> list[Inconsistency]:
    """A sentence that counts more offences than the document names."""
    offences = [o for o in subject["offences"] if o["stage"] == "convicted"]
    told = [value for (who, _), value in counted.items() if who is person]
    if not offences:
        return []
    listed = sum(o["count"] or 1 for o in offences)
    if not told:
        return []
    most, spans = max(told, key=lambda t: t[0])
    if most <= listed:
        return []
    return [
        Inconsistency(
            "counts_differ",
            f"One sentence counts {most} offences; those that the document names come to {listed}.",
            [f"{at}/offences/{k}" for k, o in enumerate(subject["offences"]) if o["stage"] == "convicted"],
            spans,
            _WITHIN,
        )
    ]


def _terms(prepared: Prepared, person: Person, subject: dict[str, Any], at: str) -> list[Inconsistency]:
    """Two lengths of the one prison term ("jailed for three years" above, "jailed for two" below)."""
    seen: dict[tuple[int, int], Length] = {}
    low = prepared.page.low
    for length in prepared.lengths:
        jailed = low.endswith(_JAILED_ENDS, 0, length.start) and _JAILED.search(
            low, max(0, length.start - 40), length.start
        )
        if jailed and prepared.cast.who(length.start) == (person,):
            seen.setdefault(months_and_days(length.value), length)
    if len(seen) < 2:
        return []
    pair = list(seen.values())[:2]
    return [
        Inconsistency(
            "two_lengths",
            f"The document gives the prison term as {low[pair[0].start : pair[0].end]} and as {low[pair[1].start : pair[1].end]}.",
            [
                f"{at}/sentences/{k}"
                for k, s in enumerate(subject["sentences"])
                if s["kind"] == "imprisonment"
            ],
            [(x.start, x.end) for x in pair],
            _WITHIN,
        )
    ]


def _totals(prepared: Prepared) -> list[Inconsistency]:
    """Consecutive terms whose sum is not the total that the same passage gives."""
    page, out = prepared.page, []
    if "consecutive" not in page.low:
        return []
    for m in _CONSECUTIVE.finditer(page.low):
        sentence = page.sentence_at(m.start())
        index = page.sentence_index(m.start())
        after = page.sentences[min(index + 1, len(page.sentences) - 1)]
        total = _TOTAL.search(page.low, sentence.start, after.end)
        if total is None:
            continue
        parts = [x for x in prepared.lengths if sentence.start <= x.start < min(total.start(), sentence.end)]
        sums = [
            x for x in prepared.lengths if total.start() - 40 <= x.start < total.end() + 60 and x not in parts
        ]
        if len(parts) < 2 or len(parts) > 6 or not sums:
            continue
        said = months_and_days(sums[0].value)
        can = {
            (sum(months_and_days(x.value)[0] for x in some), sum(months_and_days(x.value)[1] for x in some))
            for size in range(2, len(parts) + 1)
            for some in combinations(parts, size)
        }
        if said not in can and all(months for months, _ in can):
            out.append(
                Inconsistency(
                    "total_is_not_the_sum",
                    f"The terms told as consecutive do not add up to {page.text[sums[0].start : sums[0].end]}.",
                    [],
                    [*((x.start, x.end) for x in parts), (sums[0].start, sums[0].end)],
                    _WITHIN,
                )
            )
    return out
