"""What a field can hold, and the form in which it holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.casebook.values import LENGTHS, ValueProblem, settled
from peelian.law.lengths import compare_lengths, format_length

PARTS = {
    "Y": st.integers(0, 60),
    "M": st.integers(0, 999),
    "W": st.integers(0, 999),
    "D": st.integers(0, 999),
}
UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
some_length = st.fixed_dictionaries({}, optional=PARTS).filter(lambda parts: any(parts.values()))
field = st.sampled_from(sorted(LENGTHS))


@given(field, some_length)
def test_a_length_as_the_reader_writes_it_stays_as_it_is(field: str, parts: dict[str, int]) -> None:
    written = format_length(parts)
    assert written is not None
    assert settled(field, written) == settled(field, f" {written.lower()} ") == written
    assert settled(field, settled(field, written)) == written


@given(field, some_length)
def test_a_length_in_words_is_the_length_that_it_names(field: str, parts: dict[str, int]) -> None:
    words = " and ".join(f"{parts[unit]} {UNITS[unit]}" for unit in "YMWD" if parts.get(unit))
    assert settled(field, words) == format_length(parts)


@given(field, st.text(max_size=30))
def test_nothing_is_stored_that_is_no_length(field: str, text: str) -> None:
    try:
        found = settled(field, text)
    except ValueProblem:
        return
    assert compare_lengths(found, found) == 0


@pytest.mark.parametrize("text", ["for life", "indefinite", "Indefinitely"])
def test_without_end(text: str) -> None:
    assert settled("orders.length", text) == "indefinite"


@pytest.mark.parametrize(
    "text", ["P", "P0M", "P18", "18", "PT5H", "P-3M", "P2M1Y", "a while", "P١٢M", "P999999Y", "P" + "9" * 1900 + "D", "P99999999M"]
)  # fmt: skip
@pytest.mark.parametrize("field", sorted(LENGTHS))
def test_what_is_no_length_is_refused(field: str, text: str) -> None:
    with pytest.raises(ValueProblem, match=r"sentences|orders"):
        settled(field, text)
