"""Helplines: numbers offered for help, told from press offices, newsdesks and switchboards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.reading.helplines import find_phones, read_helplines
from peelian.reading.prepared import prepare

CASES = [
    # an organisation and its number
    ("Anyone affected by domestic abuse can call Refuge on 0808 2000 247.", [("Refuge", "0808 2000 247")]),
    # two in one line
    (
        "In England the national domestic abuse helpline is 0808 2000 247. In Wales, call Live Fear Free on 0808 80 10 800.",
        [("national domestic abuse helpline", "0808 2000 247"), ("Live Fear Free", "0808 80 10 800")],
    ),
    # reports in confidence
    ("Call Crimestoppers, without leaving a name, on 0800 555 111.", [("Crimestoppers", "0800 555 111")]),
    # short numbers
    ("Samaritans can be called at any time on 116 123.", [("Samaritans", "116 123")]),
    # a number and nothing else but whose it is
    ("Rape Crisis 0808 802 9999", [("Rape Crisis", "0808 802 9999")]),
    # no helplines
    ("For media enquiries please contact the press office on 020 7946 0018.", []),
    ("Got a story? Ring the newsdesk on 0115 496 0321.", []),
    ("To book a place at the hearing call 01632 960 001.", []),
    ("The case number is 0808200024712345.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_helplines(text: str, expected: list[tuple[str, str]]) -> None:
    """Number and organisation as written."""
    page = (
        "Officer dismissed\n\nA constable of Kent Police was dismissed without notice after a hearing on Monday.\n\n"
        + text
        + "\n"
    )
    got = [
        (h.organisation.value if h.organisation else None, h.phone.value if h.phone else None)
        for h in read_helplines(prepare(page))
    ]
    assert got == expected


@given(st.text(alphabet="0123456789 ()+-text.", max_size=200))
def test_numbers_lie_in_the_text(text: str) -> None:
    """Spans are in order, lie in the text and hold at least five digits."""
    spans = find_phones(text)
    assert spans == sorted(spans)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert sum(c.isdigit() for c in text[start:end]) >= 5
