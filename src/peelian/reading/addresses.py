"""Street addresses: houses and streets where somebody lives, as pages print them ("of Bridge Lane, Selby").

Where a hearing or a court sits is public and is not marked.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.prepared import Prepared

_STREET_NAME: Final = re.compile(
    r"(?:(?:[Ff]lat |[Aa]partment )?\d{1,4}[a-zA-Z]?,? )?(?:[A-Z][\w'\u2019.-]*[ \u00a0]){1,4}\Z"
)
_TOWN: Final = re.compile(
    r"(?: (?:North|South|East|West)\b)?(?:, [A-Z][\w'\u2019-]*(?:[ -](?:[A-Z][\w'\u2019-]*|on|upon|le|under|in|the|by|y)){0,4}){0,2}"
)
_WELSH: Final = re.compile(r"(?:[ \u00a0](?:y|yr|[A-Z][\w'\u2019-]*)){1,3}")
_POSTCODE: Final = re.compile(r"[A-Z](?=[A-Z\d])(?<!\w[A-Z])[A-Z]?\d[A-Z\d]? \d[A-Z]{2}\b")
# (its second half begins with a digit, of which a page has few)
_INWARD: Final = re.compile(r"[0-9](?<= .)[A-Z]{2}\b")
_LIVES: Final = re.compile(
    r"(?:,| and|\)| who is| formerly| now|\A|;) of \Z|\b(?:lives|lived|living) (?:in|at|on) (?:the )?\Z|\b(?:home|house|flat|bungalow|semi|address|property|resident) (?:in|at|on|of|is|was|given as|was given as) (?:the )?\Z|\baddress: ?\Z"
)
_PUBLIC: Final = re.compile(
    r"\b(?:courts?|hearing|venue|location|held at|place:|headquarters|hq|police station|station|tribunal|office|offices|town hall|hotel|committee|room|suite|premises|chambers)\b"
)
_HOUSE_NUMBER: Final = re.compile(r"\A(?:[Ff]lat |[Aa]partment )?\d")


def find_addresses(prepared: Prepared) -> list[Span]:
    """The ``[start, end)`` of each home address that names a street or a house, town included; postcodes of homes too."""
    page, out = prepared.page, []
    text = page.text
    for hit in prepared.scan.of("place_word"):
        if not text[hit.start].isupper():
            continue
        if hit.value == "welsh":
            rest = _WELSH.match(text, hit.end)
            if rest is None:
                continue
            start, end = hit.start, rest.end()
        else:
            name = _STREET_NAME.search(text, max(0, hit.start - 48), hit.start)
            if name is None:
                continue
            start, end = name.start(), hit.end
        lives = _LIVES.search(page.low, max(0, start - 30), start)
        numbered = _HOUSE_NUMBER.match(text[start:end])
        if not lives and not numbered:
            continue
        if numbered and not lives and _public(prepared, start):
            continue
        town = _TOWN.match(text, end)
        out.append((start, town.end() if town else end))
    for found in _POSTCODE.finditer(text) if _INWARD.search(text) else ():
        if not _public(prepared, found.start()):
            out.append(found.span())
    return out


def _public(prepared: Prepared, at: int) -> bool:
    """Whether the words around tell of a hearing's place, a court or an office."""
    s = prepared.page.near(at, 200)
    previous = prepared.page.sentences[max(0, prepared.page.sentence_index(at) - 1)]
    low = prepared.page.low
    return bool(
        _PUBLIC.search(low, s.start, min(s.end, at + 80))
        or _PUBLIC.search(low, max(previous.start, s.start - 60), s.start)
    )
