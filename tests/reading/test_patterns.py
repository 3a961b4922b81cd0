"""Patterns that skip to where they can begin find what ``re`` finds, no more and no less."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from pathlib import Path

import pytest

import peelian.reading
from peelian.reading import patterns

SAMPLES = "\n\n".join(p.read_text("utf-8", "replace") for p in sorted(Path("samples").glob("*.txt")))[:5_000]


def told(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], ...]]:
    """Every match of a pattern, with what its groups took."""
    return [m.regs for m in pattern.finditer(text)]


@pytest.mark.parametrize("module", sorted(m.name for m in pkgutil.iter_modules(peelian.reading.__path__)))
def test_the_readers_patterns_find_the_same(module: str) -> None:
    for name, ours in vars(importlib.import_module(f"peelian.reading.{module}")).items():
        if isinstance(ours, re.Pattern) and isinstance(ours.pattern, str):
            plain = re.compile(ours.pattern, ours.flags)
            assert (ours.groups, dict(ours.groupindex)) == (plain.groups, dict(plain.groupindex)), name
            for text in (SAMPLES, SAMPLES.lower()):
                assert told(ours, text) == told(plain, text), name


def made_up(chance: random.Random, depth: int) -> str:
    """A pattern of a few letters, made by chance."""
    if depth == 0:
        return chance.choice(
            ["a", "b", "c", "[ab]", "[^a]", r"\w", r"\d", r"\s", ".", " ", "bc", r"\b", r"\Z"]
        )
    part = [made_up(chance, depth - 1) for _ in range(chance.choice([1, 2, 2, 3]))]
    whole = chance.choice(["", "", r"\b", "(?<!a)", "(?<=b)", r"\A", "(?=[ab])", "(?!c)"]) + "".join(part)
    return chance.choice(
        [
            whole,
            f"(?:{'|'.join(part)})",
            f"(?:{whole})?",
            f"({whole})",
            f"(?:{whole}){{1,2}}",
            f"(?:{whole}|)",
            f"(?i:{whole})",
            f"(?>{whole})",
            f"(?={whole})",
            f"(?!{whole})",
        ]
    )


@pytest.mark.parametrize("seed", range(8))
def test_patterns_made_by_chance_find_the_same(seed: int) -> None:
    chance = random.Random(seed)
    skipping = 0
    for _ in range(150):
        written = made_up(chance, chance.choice([1, 2, 3]))
        plain, ours = re.compile(written), patterns.compile(written)
        skipping += patterns._with_opening(written, 0) is not None
        for _ in range(8):
            text = "".join(chance.choice("aabbcC1 \u00e9\n") for _ in range(chance.randrange(14)))
            start, end = chance.randrange(4), chance.randrange(15)
            assert told(ours, text) == told(plain, text), (written, text)
            there, here = plain.search(text, start, end), ours.search(text, start, end)
            assert (here and here.regs) == (there and there.regs), (written, text, start, end)
    assert skipping > 20  # (else nothing was tried)


def test_a_pattern_that_opens_on_a_words_edge_knows_its_letters() -> None:
    parsed = re._parser.parse(r"\b(?<!no )(?:an? )?(?:cat|dog)s?\b")  # type: ignore[attr-defined]
    assert sorted(chr(what) for _, what in patterns.opening(parsed) or []) == ["a", "c", "d"]


@pytest.mark.parametrize("written", ["(?:cat)?", r"[^.]{0,9}cat", r"(?i)\bcat", r"\b.at"])
def test_where_any_letter_can_begin_re_is_asked(written: str) -> None:
    assert patterns._with_opening(written, 0) is None
    assert patterns.compile(written) is re.compile(written)


def test_a_python_that_is_built_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(patterns.compiler, "_compile_charset")
    assert patterns.compile(r"\b(?:cat|dog)").search("a dog") is not None


def test_asked_by_its_words() -> None:
    assert patterns.search(r"\bdog", "a dog") is not None
    assert patterns.match(r"dog", "a dog") is None
    assert patterns.fullmatch(r"a dog", "a dog") is not None
    assert [m.start() for m in patterns.finditer(r"\b[ad]", "a dog")] == [0, 2]
    assert patterns.findall(r"\b[ad]", "a dog") == ["a", "d"]
    assert patterns.split(r",", "a,dog") == ["a", "dog"]
    assert patterns.sub(r"\bdog", "cat", "a dog") == "a cat"
