"""Sensitive spans: victims, children, homes, numbers, restrictions and health, each with its rule."""

from __future__ import annotations

import itertools

import pytest

from peelian.reading.prepared import prepare
from peelian.reading.sensitive import find_sensitive

LEAD = "Constable jailed\n\nPC Ned Ashdown, 34, of Kent Police, was jailed for {} at Lewes Crown Court on Friday.\n\n"

# offence | text | kind: words that must be marked; ...
FOUND = """
# the tie, the age and the school of a child
sexual assault | He assaulted his niece, 14, a pupil at a nearby academy. | victim_relationship: his niece; child: 14; victim_age: 14; victim_place: pupil at a nearby academy
# other ways to give an age
rape | He raped a 15-year-old girl. | child: 15-year-old girl
assault | He struck a boy of 16 in a cell. | child: 16
assault | He struck a 43-year-old woman in a cell. | victim_age: 43-year-old woman
# where a victim is from, and a victim's name
assault | The teenager, who is from Dovercourt, was hurt. | victim_place: Dovercourt
assault | The victim, Mary Tolland, was hurt. Mary Tolland moved away. | victim_name: Mary Tolland
# a home with its street; a house number; a Welsh street
fraud | Ashdown, of Bridge Lane, Selby, wept. | street_address: Bridge Lane, Selby
fraud | He lived at 12 Foundry Row, Selby. | street_address: 12 Foundry Row, Selby
fraud | Ashdown, 34, of Heol Derwen, Barry, wept. | street_address: Heol Derwen, Barry
# numbers that are no helpline
fraud | For media enquiries contact the press office on 020 7946 0018. | telephone: 020 7946 0018
# a tie with the age between; an adult's age in words; kin of kin; kin told after; a household
rape | He raped his 19-year-old niece. | victim_relationship: his 19-year-old niece; victim_age: 19-year-old
rape | He raped his nineteen-year-old niece. | victim_age: nineteen-year-old
rape | The woman he raped was his wife's niece. | victim_relationship: his wife's niece
rape | The girl, then 13, is the daughter of Inspector Rowe. | victim_relationship: daughter of Inspector Rowe
rape | The girl, then 13, of Rugby, told a teacher. | child: 13; victim_place: Rugby
voyeurism | He filmed a flatmate in the bath. | victim_relationship: a flatmate
# where an adult victim works
rape | The victim, a barmaid at the Plough Inn, wept. | victim_place: barmaid at the Plough Inn
rape | The woman, a coach at Selby Ladies, wept. | victim_place: coach at Selby Ladies
rape | He raped a 22-year-old barmaid, from Penwortham. | victim_place: Penwortham
# the name of whoever was harmed, and of whoever waived anonymity
stalking | He stalked his former wife Jean Fenn, 38, for a year. | victim_name: Jean Fenn
rape | Sal Underhay, 34, a hairdresser, waived her right to anonymity. | victim_name: Sal Underhay
# restrictions and anonymity
rape | The woman cannot be named for legal reasons. | reporting_restriction: cannot be named for legal reasons
fraud | The identity of Ms A must not be published. | reporting_restriction: must not be published
fraud | The chair directed that Officer B shall not be identified. | anonymity_order: shall not be identified
fraud | The officer was granted anonymity. | anonymity_order: granted anonymity
# health
fraud | The prisoner, who is diabetic, collapsed. | health: diabetic
"""


def cases(table: str) -> list[tuple[str, str, str, str]]:
    """One case for each kind of each row: offence, text, kind, words."""
    rows = [row.split(" | ") for row in table.splitlines() if row and not row.startswith("#")]
    marks = [
        (offence, text, mark.split(": ", 1)) for offence, text, told in rows for mark in told.split("; ")
    ]
    return [(offence, text, kind, words) for offence, text, (kind, words) in marks]


@pytest.mark.parametrize(("offence", "text", "kind", "words"), cases(FOUND))
def test_marked(offence: str, text: str, kind: str, words: str) -> None:
    """The words are inside a span of the kind, and the span says which rule asks for care."""
    page = LEAD.format(offence) + text + "\n"
    start = page.index(words)
    spans = [s for s in find_sensitive(prepare(page)) if s.kind == kind]
    assert any(s.start <= start and start + len(words) <= s.end for s in spans), spans
    assert all(s.reason for s in spans)


# text, kind that must not be marked
NOT_MARKED = [
    # the officer's own age, a thing's age, a helpline, a public building, a relative who speaks
    ("The constable, aged 34, wept.", "child"),
    ("He drove a six-year-old Corsa.", "child"),
    ("Anyone affected can call Refuge on 0808 2000 247.", "telephone"),
    ("The hearing was held at Lloyd House, 12 Colmore Row, Birmingham.", "street_address"),
    ("His wife, Ann Ashdown, said he was sorry.", "victim_relationship"),
    ("A bus went down the High Street.", "street_address"),
    # nobody's kin is told; an adult niece is no child
    ("He stole from the partner of a law firm.", "victim_relationship"),
    ("He stole from his 19-year-old niece.", "child"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_MARKED)
def test_not_marked(text: str, kind: str) -> None:
    """What is public or nobody's harm is left alone."""
    spans = find_sensitive(prepare(LEAD.format("fraud") + text + "\n"))
    assert [s for s in spans if s.kind == kind] == []


def test_sexual_offence_names_the_statute() -> None:
    """A victim of a listed offence is protected by the Act, others by policy."""

    def reason(offence: str) -> str:
        page = LEAD.format(offence) + "He assaulted his niece, 14, at home.\n"
        return next(s.reason for s in find_sensitive(prepare(page)) if s.kind == "victim_relationship")

    assert "1992" in reason("sexual assault")
    assert "1992" not in reason("fraud")


def test_spans_are_in_order_and_distinct() -> None:
    """Spans of one kind do not overlap."""
    page = (
        LEAD.format("rape")
        + "He raped his niece, 14. The girl, 14, cannot be named for legal reasons. She lives in Dover.\n"
    )
    spans = find_sensitive(prepare(page))
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    for kind in {s.kind for s in spans}:
        mine = [s for s in spans if s.kind == kind]
        assert all(a.end < b.start for a, b in itertools.pairwise(mine))
