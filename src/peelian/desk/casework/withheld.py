"""Whether words that a person wrote for the public hold what publication withholds in a case.

A net under the writer, not a proof: it finds names, values and marked words that the gate does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from peelian.publication import services
from peelian.publication.assembling import assemble
from peelian.publication.context import all_facts, values_of


def withheld_in(case_id: str, text: str, as_of: date | None = None) -> list[str]:
    """The withheld words of a case that stand in a text, each once. Raises ``NotPublishable``.

    What the gate shows of the case, under the cautious policy, is never withheld.
    """
    shown = services.preview(case_id, "cautious", as_of).case
    open_ = shown.search_text + " " + shown.to_json().decode()
    found = dict.fromkeys(word for word in _words(case_id) if not _in(word, open_) and _in(word, text))
    return list(found)


def _words(case_id: str) -> Iterator[str]:
    held = assemble(case_id)
    for item in held.sensitive:
        if 4 <= len(item.quote) <= 80:
            yield item.quote
    for party in held.case.parties:
        for name in (*party.other_names, *(str(party.get(one) or "") for one in ("name", "label"))):
            yield from _name(name)
        for fact in all_facts(party):
            for value in values_of(fact):
                if isinstance(value.value, str) and len(value.value) >= 6 and " " in value.value:
                    yield value.value


def _name(full: str) -> Iterator[str]:
    if len(full) > 2:
        yield full
        yield from (bit for bit in full.split() if len(bit) > 2 and bit[:1].isupper())


def _in(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None
