"""Sent back: cases that a court put before a panel once more; what the first panel found stands no longer."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.hearings import Hearing
from peelian.reading.model import Cited, ProceedingDraft
from peelian.reading.told import Side

_A_COURT: Final = re.compile(
    r"\b(?:high court|judges?|mr justice|mrs justice|ms justice|judicial review|court of appeal)\b"
)
_WEIGHED: Final = re.compile(
    r"\b(?:if|whether|asks?|asked|asking|urg\w+|invit\w+|seek\w*|sought|refus\w+|declin\w+|not|n't|could|might|may|would)\b[^.;]{0,40}\Z"
)


def sent_back(side: Side) -> ProceedingDraft | None:
    """The proceeding still to come of one whose case a court sent back to a panel, if nothing has been decided since."""
    page = side.prepared.page
    for hit in side.prepared.scan.of("appeal"):
        if hit.value != "remitted":
            continue
        who = side.prepared.cast.who(hit.start)
        if (who and side.person not in who) or (not who and len(side.prepared.cast.subjects) > 1):
            continue
        index = page.sentence_index(hit.start)
        first = page.sentences[max(0, index - 1)]
        last = page.sentences[index].end
        if _A_COURT.search(page.low, first.start, last) is None:
            continue
        if _WEIGHED.search(page.low, page.sentences[index].start, hit.start):
            continue
        if any(o.start > last for o in side.outcomes) or any(f.start > last for f in side.findings):
            return None
        heard = [
            h
            for h in side.hearings
            if h.kind not in ("not_stated", "appeal_tribunal") and h.tense != "denied"
        ]
        words, kind = (hit.start, hit.end), _kind(heard)
        pending = Cited("pending", words)
        return ProceedingDraft(Cited(kind, words), finding=pending, outcome=pending)
    return None


def _kind(heard: list[Hearing]) -> str:
    """The kind of the first hearing told in full: that of the next one."""
    return next((h.kind for h in heard if h.full), heard[0].kind if heard else "misconduct_hearing")
