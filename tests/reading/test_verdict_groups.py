"""Named officers one a line, under headings that say how their cases ended."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

_OPENING = "Christmas do: every officer's punishment\n\nEssex News\n17 May 2019\n\nFive members of Essex Police were before a panel.\n\n"


def ends(text: str) -> list[tuple[str | None, str | None]]:
    """Each subject's name and outcome, or finding where there is none."""
    out = []
    for s in read(Document("x", text)).to_dict()["subjects"]:
        p = s["proceeding"] or {}
        out.append((s["name"], p.get("outcome") or p.get("finding")))
    return out


def test_each_group_has_the_verdict_of_its_heading() -> None:
    text = (
        _OPENING + "Dismissed without notice\nSgt Warren Tidmarsh, who punched a porter\nPC Leigh Badcote\n\n"
        "Final written warning\nInsp Craig Munden\n\nNo case to answer\nPC Ben Ardley\n\n"
        "The chief constable said the public were right to be appalled by what had happened on that night in Clacton."
    )
    assert ends(text) == [
        ("Warren Tidmarsh", "dismissed_without_notice"),
        ("Leigh Badcote", "dismissed_without_notice"),
        ("Craig Munden", "final_written_warning"),
        ("Ben Ardley", "no_case"),
    ]


def test_one_group_under_a_heading_is_no_such_page() -> None:
    text = (
        "Officer dismissed\n\nKent Police\n\nPC Una Fellow, of Kent Police, was dismissed without notice.\n\n"
        "Sgt Tom Mossgate said that he was sorry.\n\nPC Ed Slope thanked those who had come forward."
    )
    assert [name for name, _ in ends(text)] == ["Una Fellow"]
