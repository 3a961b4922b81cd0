"""Ends only supposed: words around a dismissal or a demotion that say it would have been."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

# "would have led to his dismissal", "the outcome would have been immediate dismissal"
_WOULD_HAVE_LED: Final = re.compile(
    r"\bwould(?: \w+ly| still)? have (?:\w+ly )?(?:been|resulted in|led to|meant|ended in|ended with|brought|seen|faced|been given|imposed|ordered|directed|issued|given|handed (?:him|her|them|down)|chosen|made)(?: (?:the|one of|that of|an?|his|her|their|immediate|summary|instant|officer's|him|them|pc|in|the sanction of|a sanction of|the outcome of|notice of))* \Z"
)
_WOULD_AFTER: Final = re.compile(
    r",?(?: without notice| with immediate effect)? would have (?:followed|resulted|ensued|been (?:\w+ly )?(?:the |an? )?(?:(?:only|appropriate|proper|right|likely|inevitable|necessary|proportionate) )*(?:outcome|sanction|penalty|result|imposed|ordered|inevitable|decision))\b"
    # "dismissal, had she not already left"
    r"|,?(?: without notice| with immediate effect)?,? (?:had|if|were) (?:he|she|they|the officer) (?:(?:not|already|still|had|been|only|himself|herself|first) )*(?:stayed|remained|resigned|resigning|retired|retiring|left|gone|quit|serving|in post|in the force|employed|an? (?:\w+ )?(?:officer|constable|sergeant|inspector|special))\b"
)
# "has |retrospectively| dismissed a detective who had left"
_IN_RETROSPECT: Final = re.compile(r"\b(?:retrospectively|in retrospect)(?: been)? \Z")


def would_have_led(before: str) -> bool:
    """Whether the words before an end say that a case would have led to it."""
    return _WOULD_HAVE_LED.search(before) is not None


def is_supposed(before: str, after: str) -> bool:
    """Whether the words around an end say that it would have come, or that it came in retrospect only."""
    return (
        would_have_led(before)
        or _WOULD_AFTER.match(after) is not None
        or _IN_RETROSPECT.search(before) is not None
        or after.startswith((" retrospectively", " in retrospect"))
    )
