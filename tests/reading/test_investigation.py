"""Who investigated, with which oversight, in which mode."""

from __future__ import annotations

import pytest
from one_subject import read_one

from peelian.documents import Document
from peelian.reading import read

CASES = [
    # an oversight body's own
    ("The IOPC carried out an independent investigation.", "news", "iopc", "independent", []),
    # named as investigating
    ("The collision was investigated by the Independent Police Complaints Commission.", "news", "ipcc", "independent", []),
    # under direction
    ("The inquiry was carried out by the force's Counter Corruption Unit under the direction of the IOPC.",
     "news", "iopc", "directed", ["Counter Corruption Unit"]),
    ("The inquiry was run by the force's Counter Corruption Unit, with the IOPC directing.",
     "news", "iopc", "directed", ["Counter Corruption Unit"]),
    # only the hearing was directed
    ("The hearing was held. It was brought at the direction of the IOPC, which carried out an independent investigation.",
     "news", "iopc", "independent", []),
    # managed
    ("The investigation was conducted by the Professional Standards Department and managed by the IPCC.",
     "news", "ipcc", "managed", ["Professional Standards Department"]),
    # supervised
    ("The IPCC supervised the investigation.", "news", "ipcc", "supervised", []),
    # the force's own unit
    ("The investigation was conducted by the Directorate of Professional Standards.",
     "force_release", None, "local", ["Directorate of Professional Standards"]),
    # sent back
    ("The case was referred to the IOPC, which asked the force to investigate.", "news", "iopc", "local", []),
    # an oversight body that only directed a hearing did not direct the investigation
    ("The IOPC directed the force to hold a misconduct hearing.", "news", "iopc", None, []),
    # "we" of an oversight body is no name but a mode
    ("We investigated the officer's actions. Our investigators viewed CCTV.", "oversight_release", None, "independent", []),
    # "investigators" alone are nobody's
    ("During the investigation, investigators obtained statements.", "oversight_release", None, None, []),
    # a head of standards who speaks has not investigated
    ("Superintendent Ada Quill, head of the Professional Standards Department, said Holt had let everyone down.",
     "news", None, None, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "oversight", "mode", "bodies"), CASES)
def test_investigation(
    text: str, kind: str, oversight: str | None, mode: str | None, bodies: list[str]
) -> None:
    """Oversight, mode and bodies as the guide defines them."""
    got = read_one(text, kind).investigation
    assert (got.oversight.value if got.oversight else None) == oversight
    assert (got.mode.value if got.mode else None) == mode
    assert [b.value for b in got.bodies] == bodies


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        (
            "The file was passed to the force's Anti-Corruption Unit, which arrested the officer at his desk.",
            "local",
        ),
        (
            "The Independent Office for Police Conduct made the inquiry that led to the hearing.",
            "independent",
        ),
        (
            "The watchdog, the IOPC, oversaw none of it, having handed the complaint back to the force. Detectives from "
            "its Counter Corruption Unit had looked through 14,000 messages.",
            "local",
        ),
        ("The case was put together by the force's counter-corruption team.", "local"),
        ("The IOPC took the case on and reported in March.", "independent"),
        ("Officers from the Professional Standards Department searched her locker.", "local"),
    ],
)
def test_who_looked_into_it_in_plain_words(words: str, mode: str) -> None:
    page = f"PC Ann Lee, 30, of Kent Police, was dismissed at a misconduct hearing. {words}"
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert officer["investigation"]["mode"] == mode
