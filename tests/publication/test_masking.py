"""Quotations hold for any text, any spans and any masks: short, marked where the words are, masked whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.publication.masking import LIMIT, _compose, _widen, merged
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import MASK

TEXT = st.text(alphabet="ab .\nXY", min_size=1, max_size=400)


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], list[tuple[int, int, str]]]:
    text = draw(TEXT)
    place = st.integers(0, len(text) - 1)

    def span() -> tuple[int, int]:
        start = draw(place)
        return start, draw(st.integers(start + 1, len(text)))

    spans = [span() for _ in range(draw(st.integers(1, 3)))]
    ranges = [(*span(), MASK) for _ in range(draw(st.integers(0, 4)))]
    return text, spans, ranges


@settings(max_examples=300, deadline=None)
@given(placed())
def test_marks_lie_in_the_quotation_and_masks_hide(given_: tuple) -> None:  # type: ignore[type-arg]
    text, spans, ranges = given_
    ranges = merged(ranges)
    low, high = spans[0]
    high = min(high, low + LIMIT)
    low, high = _widen(text, low, high)
    assert 0 <= low <= spans[0][0] and high <= len(text) and high - low <= LIMIT
    made = _compose(text, low, high, [s for s in spans if s[0] < high and s[1] > low], ranges)
    if made is None:
        return
    words, marks, masked = made
    assert all(0 <= start < end <= len(words) for start, end in marks) and marks
    assert masked == any(start < high and end > low for start, end, _ in ranges)
    kept = [text[i] for i in range(low, high) if not any(s <= i < e for s, e, _ in ranges)]
    plain = words.replace(MASK, "")
    assert plain == "".join(" " if c.isspace() else c for c in kept)


@settings(max_examples=100, deadline=None)
@given(placed())
def test_a_mark_covers_its_words_where_nothing_is_masked(given_: tuple) -> None:  # type: ignore[type-arg]
    text, spans, _ = given_
    low, high = spans[0][0], min(spans[0][1], spans[0][0] + LIMIT)
    made = _compose(text, *_widen(text, low, high), [(low, high)], [])
    assert made is not None
    words, ((start, end),), _ = made
    assert words[start:end] == "".join(" " if c.isspace() else c for c in text[low:high])


def test_a_name_is_found_in_every_writing() -> None:
    secrets = Secrets()
    secrets.name("Barnaby Thistledown-Grey")
    for words in (
        "Barnaby Thistledown-Grey",
        "BARNABY THISTLEDOWN-GREY",
        "Sgt Thistledown-Grey's",
        "B. Thistledown-Grey",
        "barnaby  thistledown grey",
        "@barnabythistledown-grey",
    ):
        assert "thistledown" not in secrets.clean(words).casefold(), words
    assert secrets.clean("The grey day") == "The grey day"


def test_a_name_is_found_in_addresses() -> None:
    secrets = Secrets()
    secrets.name("Barnaby Thistledown")
    for address in (
        "https://x.example/barnaby-thistledown",
        "https://x.example/news/pc-thistledown-2024",
        "https://x.example/?q=Barnaby%20Thistledown",
        "https://x.example/barnabythistledown",
        "https://x.example/BARNABY_THISTLEDOWN.html",
    ):
        assert secrets.in_address(address), address
    assert not secrets.in_address("https://x.example/police-news")


def test_a_surname_that_is_a_word_is_masked_with_a_capital_only() -> None:
    secrets = Secrets()
    secrets.name("Ivy Green")
    assert secrets.clean("PC Green stood on the green") == f"PC {MASK} stood on the green"
