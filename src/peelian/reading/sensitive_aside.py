"""Sensitive words in the lines around an article: they are not read (``set_aside``), but publication must weigh them all the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from peelian.reading.model import Sensitive, Span
from peelian.reading.prepared import prepare
from peelian.reading.sensitive import find_sensitive


def sensitive_aside(text: str, aside: Sequence[Span]) -> list[Sensitive]:
    """The sensitive spans within the lines of ``text`` that were set aside, in its own offsets."""
    if not aside:
        return []
    places: list[int] = []  # where each line begins among the others
    joined = ""
    for start, end in aside:
        places.append(len(joined))
        joined += text[start:end].rstrip("\n") + "\n\n"

    def given(at: int) -> int:
        i = bisect_right(places, at) - 1
        return min(aside[i][0] + at - places[i], aside[i][1])

    return [
        msgspec.structs.replace(found, start=given(found.start), end=given(found.end - 1) + 1)
        for found in find_sensitive(prepare(joined), furniture=True)
    ]
