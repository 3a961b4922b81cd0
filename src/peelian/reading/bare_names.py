"""Bare names: which runs of capitals without a rank or title before them are names of people, and for what reason."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.apposed_ranks import rank_before, rank_next
from peelian.reading.cited import cited_by_words, cited_case
from peelian.reading.model import Span
from peelian.reading.name_reasons import (
    follows_kin,
    follows_place_word,
    is_double,
    is_residence,
    is_signature,
    is_spouse,
    reasons_around,
)
from peelian.reading.name_words import (
    ALSO_SURNAMES,
    NOT_A_NAME,
    aged,
    common_words,
    given_names,
    is_common,
    word_surnames,
)
from peelian.reading.page import Page
from peelian.reading.persons import Mention
from peelian.reading.ranked_lists import share_ranks
from peelian.reading.scan import Hit
from peelian.reading.word_surnames import Bare, everyday_surnames, titled_surnames

_AT: Final = re.compile(r"\b(?:at|in|from|near|outside|inside|to|off|into|around) \Z")
# After a surname alone that stands beside its bearer's rank.
_GOES_ON_AS_ONE: Final = re.compile(r", (?:who|then|now|aged|\d\d|himself|herself|had|was)\b")


def take_bare(
    text: str, page: Page, ranks: dict[int, Hit], parties: list[Span], found: list[Mention], bare: list[Bare]
) -> None:
    """Take the bare runs that are names: first the full ones with a reason, then lone surnames.

    ``text`` is the page's without line ends within a name; ``found`` are the names with a rank or title, and take up the rest.
    """
    low = page.low
    bare = share_ranks(text, low, found, bare)
    common = common_words()
    surnames = {m.surname for m in found}
    singles = {tokens[0] for _, _, tokens in bare if len(tokens) == 1}
    everyday = everyday_surnames(text, low, bare, found) + titled_surnames(text, low, found)
    alone = {start for start, _, _ in everyday}
    held = {run[:2] for run in bare}
    bare += [run for run in everyday if run[:2] not in held]
    singles |= {tokens[0] for _, _, tokens in everyday}
    givens: set[str] = {m.tokens[0] for m in found if len(m.tokens) > 1}
    late: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end, tokens in bare:
        if len(tokens) == 1:
            late.append((start, end, tokens))
            continue
        if (
            len(tokens) == 2
            and tokens[1] in ALSO_SURNAMES
            and text[start : start + len(tokens[0])].isupper()
            and len(tokens[0]) < 5
        ):
            continue  # "BCU Commander"
        given = tokens[0] in given_names()
        if text[start:end].partition(" ")[0].endswith(("'s", "\u2019s")):
            continue  # "King's Lynn"
        if len(tokens) > 4 or (tokens[-1] not in surnames and is_residence(text, start)):
            continue
        if ((is_common(tokens[0]) and not given) or any(t in NOT_A_NAME for t in tokens[:-1])) and not (
            tokens[-1] not in common and aged(text, end)
        ):
            continue
        if any(
            start <= at < end and low[at : h.end].isalpha() and h.end == end and end - at < 6
            for at, h in _ranks_in(ranks, start, end)
        ):
            continue  # "Leicestershire PC" is a county and a rank
        reasons = 0
        if tokens[-1] in surnames:
            reasons += 3
        if tokens[-1] in singles:
            reasons += 2
        if given and not is_signature(low, start):
            reasons += 2
        reasons += reasons_around(low, start, end)
        if any(a <= start and end <= b for a, b in parties):
            reasons += 3
        rank = rank_before(low, ranks, start) or rank_next(text, page.text, ranks, start, end)
        if rank is not None:
            reasons += 3
        words = text[start:end].split(" ")
        if (
            is_double(words[-1])
            and not is_common(tokens[0])
            and not (words[0].isupper() and not words[-1].isupper())
        ):
            reasons += 2
        borne = given and not is_common(tokens[0]) and tokens[-1] in word_surnames()  # "Robert Black"
        borne = borne and not _AT.search(low, max(0, start - 9), start)  # ("at Charles Cross")
        if (
            (tokens[-1] in common or tokens[-1] in NOT_A_NAME)
            and tokens[-1] not in ALSO_SURNAMES
            and not borne
        ):
            reasons -= 1
        if not given and tokens[-1] not in singles and follows_place_word(low, start):
            reasons -= 2
        if reasons >= 2:
            found.append(Mention(start, end, start, end, tokens, rank, None, reasons))
            surnames.add(tokens[-1])
            givens.add(tokens[0])
    known = {m.start for m in found}
    for start, end, rank in cited_by_words(text, low, ranks):
        word = low[start:end]
        if word not in surnames and start not in known:
            found.append(Mention(start, end, start, end, (word,), rank, None, 2, cited=True))
            surnames.add(word)
    for start, end, tokens in late:
        token = tokens[0]
        if token not in common and token not in NOT_A_NAME and token not in surnames:
            cited, rank = cited_case(low, ranks, start, end)
            if cited:
                found.append(Mention(start, end, start, end, tokens, rank, None, 2, cited=True))
                surnames.add(token)
                continue
        if (
            low.startswith(", ", end)
            and token not in common
            and token not in NOT_A_NAME
            and token not in surnames
            and token not in given_names()
        ):
            rank = rank_before(low, ranks, start) if _GOES_ON_AS_ONE.match(low, end) else None
            if rank is not None:  # "the custody sergeant, Molyneux, who had"
                found.append(Mention(start, end, start, end, tokens, rank, None, 3))
                surnames.add(token)
                continue
        if (
            (token in surnames and (token not in ALSO_SURNAMES or start in alone))
            or (token in given_names() and is_spouse(low, start, end))
            or (token in givens and len(token) > 2 and token not in common)
            or (
                low[end : end + 1] == ","
                and low[start - 2 : start] == ", "
                and token not in NOT_A_NAME
                and follows_kin(low, start)
            )
        ):
            found.append(Mention(start, end, start, end, tokens, None, None, 1))


def _ranks_in(ranks: dict[int, Hit], start: int, end: int) -> list[tuple[int, Hit]]:
    return [(at, ranks[at]) for at in range(start + 1, end) if at in ranks]
