"""Templates: how cue phrases are written in short, and how one with thousands of forms is still cheap to look for.

A template is lower-case text with alternatives in braces, nested as needed: ``dismiss{ed|al} without
{any |}notice``. A hyphen also matches a space. One that stands for few phrases is written out in full.
One that stands for many is cut: its head is written out, and its tail becomes a pattern that is tried
only where the head was found. A star stands for whom it was done to ("required * to resign"): a few words
without a mark between them; the cut is before it.

    >>> sorted(expand("{drink|drunk}-driv{er|ing}"))[:3]
    ['drink driver', 'drink driving', 'drink-driver']
    >>> head, tail = cut("{sent|passed|handed} back to {the |his |}force", most=3)
    >>> head, bool(tail)
    (['sent', 'passed', 'handed'], True)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final, TypeAlias

from peelian.reading import patterns as re

# A template's parts in order: a string stands for itself, a tuple for its alternatives.
Part: TypeAlias = "str | tuple[list[Part], ...]"
_MOST: Final = 60  # phrases that a template, or its head, may be written out as
_MOST_HEADS: Final = 600  # ... where a head would otherwise be a word that stands everywhere
_TELLING: Final = 9  # letters of a head that is rare enough


_MARK: Final = re.compile(r"[{|}]")
_SOMEBODY: Final = "*"
_A_NAME: Final = r"[^.,;:()\n]{3,40}?"


def parse(template: str) -> list[Part]:
    """The parts of a template. Raises ``ValueError`` if its braces do not pair."""
    parts, at = _parse(template, 0, top=True)
    if at != len(template):
        raise ValueError(f"a brace too many in the template {template!r}")
    return parts


def _parse(template: str, at: int, top: bool) -> tuple[list[Part], int]:
    parts: list[Part] = []
    text = ""
    while True:
        mark = _MARK.search(template, at)
        end = mark.start() if mark else len(template)
        text += template[at:end]
        at = end
        if mark is None:
            break
        c = mark.group()
        if c == "{":
            if text:
                parts.append(text)
                text = ""
            alternatives: list[list[Part]] = []
            while True:
                inner, at = _parse(template, at + 1, top=False)
                alternatives.append(inner)
                if at >= len(template):
                    raise ValueError(f"a brace is not closed in the template {template!r}")
                if template[at] == "}":
                    break
            parts.append(tuple(alternatives))
            at += 1
        elif c == "}" or not top:
            break
        else:  # a bar outside braces is only a bar
            text += c
            at += 1
    if text:
        parts.append(text)
    return parts, at


def _forms(parts: list[Part]) -> Iterator[str]:
    choices = [
        [part] if isinstance(part, str) else [f for alt in part for f in _forms(alt)] for part in parts
    ]
    for chosen in product(*choices):
        yield "".join(chosen)


def _count(parts: list[Part]) -> int:
    total = 1
    for part in parts:
        if not isinstance(part, str):
            total *= sum(_count(alt) for alt in part)
    return total


def expand(template: str) -> Iterator[str]:
    """Every phrase that a template stands for, hyphens also as spaces, runs of spaces as one."""
    yield from _written_out(parse(template))


def _written_out(parts: list[Part]) -> Iterator[str]:
    for form in _forms(parts):
        phrase = " ".join(form.split())
        yield phrase
        if "-" in phrase:
            yield phrase.replace("-", " ")


def cut(template: str, most: int = _MOST) -> tuple[list[str], str]:
    """The head of a template written out as phrases, and the pattern of its tail ("" if there is none).

    The head is as long as it can be with at most ``most`` forms; it ends where a part ends.
    """
    before, star, _ = template.partition(_SOMEBODY)
    if star:
        heads = [phrase + " " for phrase in expand(before)]
        return list(dict.fromkeys(heads)), _pattern(parse(template[len(before) :]))
    parts = parse(template)
    if _count(parts) <= most:
        return list(dict.fromkeys(_written_out(parts))), ""
    whole, rest = _divide(parts, most)
    heads = []
    for form in _forms(whole):
        phrase = " ".join(form.split())
        end = " " if form.endswith(" ") else ""
        heads.append(phrase + end)
        if "-" in phrase:
            heads.append(phrase.replace("-", " ") + end)
    return [h for h in dict.fromkeys(heads) if h.strip()], _pattern(rest)


def _divide(parts: list[Part], most: int) -> tuple[list[Part], list[Part]]:
    """A template's head and tail: the head as long as it can be with at most ``most`` forms, and telling."""
    n = len(parts)
    while n > 1 and _count(parts[:n]) > most:
        n -= 1
    # A head such as "was" is found everywhere: go on to one that says something, at the price of more forms.
    while n + 1 < len(parts) and _shortest(parts[:n]) < _TELLING and _count(parts[: n + 1]) <= _MOST_HEADS:
        n += 1
    head, tail = parts[:n], parts[n:]
    if isinstance(tail[0], str) and tail[0].startswith(" "):  # the head ends with a whole word
        head, tail = [*head, " "], [tail[0][1:], *tail[1:]]
        if not tail[0]:
            tail = tail[1:]
    return head, tail


def firsts(template: str, most: int = _MOST) -> frozenset[str]:
    """The one or two characters that a template's tail can begin with; empty where it may be left out altogether.

    One character stands for all that begins with it: it ends the tail, or a space or a hyphen follows, which
    may be written in more than one way.
    """
    if _SOMEBODY in template:
        return frozenset()
    parts = parse(template)
    _, rest = _divide(parts, most)
    found = _firsts(rest)
    return frozenset() if "" in found else frozenset({_certain(f) for f in found} | {" "})


def _certain(opening: str) -> str:
    """As much of two characters as must stand in the text."""
    return opening[:1] if opening[0] in " -" or opening[1:] in (" ", "-") else opening


def _firsts(parts: list[Part]) -> set[str]:
    """The first two characters of what parts stand for; fewer where they may stand for no more."""
    out = {""}
    for part in parts:
        here = {part[:2]} if isinstance(part, str) else set().union(*(_firsts(alt) for alt in part))
        out = {(known + more)[:2] for known in out for more in here}
        if all(len(known) == 2 for known in out):
            break
    return out


def _shortest(parts: list[Part]) -> int:
    """The length of the shortest phrase that parts stand for."""
    return sum(len(p) if isinstance(p, str) else min(_shortest(alt) for alt in p) for p in parts)


# A space of a template: one space, or none where a space has just been (an optional word was left out).
_SPACE: Final = " ?(?<= )"


def _pattern(parts: list[Part]) -> str:
    out = ""
    for part in parts:
        if isinstance(part, str):
            out += re.escape(part).replace("\\ ", _SPACE).replace("\\-", "[- ]").replace("\\*", _A_NAME)
        else:
            alternatives = sorted((_pattern(alt) for alt in part), key=len, reverse=True)
            out += "(?:" + "|".join(alternatives) + ")"
    return out


@cache
def tail_pattern(source: str) -> re.Pattern[str]:
    """A tail's pattern, compiled when it is first needed. The head's last space may stand before it.

    It ends with a whole word where it can: the "s" of "misconduct panel{|s}" is not that of "misconduct panel sat".
    """
    return re.compile(rf" ?(?:{source})(?!\w)| ?(?:{source})")
