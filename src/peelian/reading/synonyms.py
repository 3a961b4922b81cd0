"""Words that say the same: a pattern or template that has one of them is asked for the others too.

``data/synonyms/verbs.toml`` is the one place that knows them. ``patterns`` writes them into every pattern of the reader
before it is compiled, ``scan`` into every template of the cue files: "sacked" in a list of verbs then stands for "axed"
and "kicked out of the force" as well.
"""

from __future__ import annotations

import re  # the plain one: ``patterns`` itself asks here
import tomllib
from functools import cache
from importlib import resources
from typing import Final

# What a pattern is made of, as far as it matters here: an escape, a class, an opened look-behind, any other bracket, a
# named group's name, a word. In a look-behind every way must be of one length: nothing is written into it.
_PART: Final = r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[=!]|\(\?P[<=]\w+[>)]|[()]|%s|[A-Za-z]+"
_OPENS: Final = ("|", "(", "(?:")  # around a word that is one of a list, and needs no brackets of its own
_ENDS: Final = ("|", ")")
_QUANTIFIERS: Final = ("?", "*", "+", "{")


@cache
def _known() -> dict[str, str]:
    """For each word the template of all that says the same."""
    text = resources.files("peelian.reading").joinpath("data/synonyms/verbs.toml").read_text(encoding="utf-8")
    return {word: "{" + "|".join((word, *others)) + "}" for word, others in tomllib.loads(text).items()}


@cache
def _asked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The tokens of a pattern, and the words with synonyms in a template."""
    words = "|".join(sorted(_known(), key=len, reverse=True))
    return re.compile(_PART % rf"(?:{words})(?![A-Za-z])"), re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


def in_template(template: str) -> str:
    """The template, with all that says the same in the place of each word that has synonyms."""
    return _asked()[1].sub(lambda m: _known()[m.group()], template)


def in_pattern(written: str) -> str:
    """The same of a pattern."""
    known = _known()
    if not any(word in written for word in known):
        return written
    out: list[str] = []
    depth, behind, at = 0, 0, 0  # (``behind``: how deep the look-behind is that holds the place, 0 for none)
    for token in _asked()[0].finditer(written):
        text = token.group()
        if text[0] == "(" and not text.endswith(")"):
            depth += 1
            if not behind and text in ("(?<=", "(?<!"):
                behind = depth
        elif text == ")":
            if depth == behind:
                behind = 0
            depth -= 1
        elif not behind and text in known and not written.startswith(_QUANTIFIERS, token.end()):
            same = known[text].replace("{", "(?:").replace("}", ")")
            one_of_a_list = written[: token.start()].endswith(_OPENS) and written.startswith(
                _ENDS, token.end()
            )
            out += (written[at : token.start()], same[3:-1] if one_of_a_list else same)
            at = token.end()
    return "".join((*out, written[at:]))
