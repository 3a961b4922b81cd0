"""speakers: to be written."""
from __future__ import annotations
from peelian.reading.model import HelplineDraft, SpeakerDraft
from peelian.reading.prepared import Prepared


def read_speakers(prepared: Prepared) -> list[SpeakerDraft]:
    """Who is quoted."""
    return []


def read_helplines(prepared: Prepared) -> list[HelplineDraft]:
    """Numbers offered for help."""
    return []
