"""Facts of an inquiry: the hits of a page that can tell of one subject, those of the entries of others left out."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit

INQUIRY: Final = re.compile(
    r"\b(?:investigat\w+|inquir(?:y|ies)|enquir(?:y|ies)|probe|audits?|offending|the case|the matter|searches)\b"
)
BOILERPLATE: Final = re.compile(
    r"\b(?:investigat\w+ (?:into )?(?:the (?:force|police|constabulary|met)['\u2019]s? (?:handling|response)|the handling of|how (?:the (?:force|police|constabulary)|earlier|previous|the (?:reports|complaints|allegations)))|(?:cannot|can not|can no longer|may not|not) be employed by|prevent\w* [^.;]{0,40}(?:employed|working) (?:by|for|with|in)|(?:appear\w*|placed|names?|those) on (?:the|this|that|its|a) (?:\w+ ){0,3}(?:barred|advisory) list [^.;]{0,30}(?:employed|work)|has overall responsibility|since april 2004 it has|notes to editors: the i|media (?:contact|enquiries)|press office|follow us|all rights|to complain|can be contacted|website|had no role|no involvement|is not investigating|did not investigate|declined to|(?:does|do|did) not (?:collect|hold|record|publish|keep|compile|gather))\b"
)


class Facts:
    """A document's hits that can tell of one subject: those outside all ``regions``, and in its ``own`` region."""

    __slots__ = ("_found", "_general", "_own", "_regions", "masthead", "page", "scan")

    def __init__(
        self, prepared: Prepared, regions: list[Span], own: Span | None, general: Facts | None = None
    ) -> None:
        self.page, self.scan, self.masthead = prepared.page, prepared.scan, prepared.masthead
        self._regions, self._own, self._general = regions, own, general
        self._found: dict[str, list[Hit]] = {}

    def of(self, kind: str) -> list[Hit]:
        """The hits of one kind that can tell of the subject, in order."""
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = (
                self._outside(kind) if self._general is None else self._general.of(kind)
            )
            if self._own is not None:
                found = self._found[kind] = sorted([*found, *self.scan.between(kind, *self._own)])
        return found

    def beside(self, at: int) -> bool:
        """Whether ``at`` stands outside the entries of a list of several."""
        return len(self._regions) > 1 and not any(a <= at < b for a, b in self._regions)

    def _outside(self, kind: str) -> list[Hit]:
        hits = self.scan.of(kind)
        if not self._regions:
            return hits
        starts = [r[0] for r in self._regions]
        return [
            h for h in hits if (i := bisect_right(starts, h.start)) == 0 or h.start >= self._regions[i - 1][1]
        ]


def sentence_at(prepared: Facts, at: int) -> tuple[Sentence, str]:
    s = prepared.page.near(at)
    return s, prepared.page.low[s.start : s.end]
