"""No fact of the corpus is lost when a document is wrapped in a page and read back; the furniture is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from page_templates import LATER_TEMPLATES, TEMPLATES, split_blocks

from peelian.documents import load

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
#: Fields whose values the guide keeps as the document writes them.
AS_WRITTEN = frozenset(
    {"name", "label", "title", "publisher", "residence", "posts", "courts", "chair", "chair_role", "venue"}
    | {"bodies", "role", "organisation", "phone", "collar_number"}
)
SAMPLE = """Sergeant who pawned seized watches is dismissed

Wolverton Chronicle
11 April 2024

PS 2207 Ludo Farthingale, 39, of Tanner's Yard, Brackley, was dismissed without notice on Monday.

Name: Ludo Farthingale
Rank: Sergeant
Outcome: Dismissed without notice

The panel, chaired by Chief Constable Ines Holloway-Reyes, heard that:

- he took 4 watches worth £1,250 from a store at Brackley Police Station;
- he pleaded guilty to three counts of theft at Northampton Crown Court.

Anyone with information can ring Crimestoppers on 0800 555 111.
"""
SAMPLE_LABELS = {
    "title": "Sergeant who pawned seized watches is dismissed",
    "published": "2024-04-11",
    "publisher": "Wolverton Chronicle",
    "subjects": [
        {
            "name": "Ludo Farthingale",
            "collar_number": "2207",
            "residence": "Tanner's Yard, Brackley",
            "posts": ["Brackley Police Station"],
            "offences": [{"title": "theft"}],
            "courts": ["Northampton Crown Court"],
        }
    ],
    "speakers": [{"name": "Ines Holloway-Reyes", "role": "Chief Constable"}],
    "helplines": [{"organisation": "Crimestoppers", "phone": "0800 555 111"}],
}


def one_line(text: str) -> str:
    return " ".join(text.split())


def written_values(labels: Any, field: str = "") -> set[str]:
    """Collect the values of a label file that are words of the document."""
    if isinstance(labels, dict):
        return set().union(*(written_values(value, key) for key, value in labels.items()))
    if isinstance(labels, list):
        return set().union(*(written_values(value, field) for value in labels))
    return {one_line(labels)} if isinstance(labels, str) and field in AS_WRITTEN else set()


def figures(text: str) -> set[str]:
    """Collect the words with digits that stand in the prose (sums, dates, numbers of counts)."""
    prose = " ".join(
        line for block in split_blocks(text) if block.kind != "dl" for line in block.lines if len(line) > 90
    )
    return {word.strip(".,;:()[]\"'“”‘’") for word in prose.split() if any(char.isdigit() for char in word)}


def documents() -> list[Any]:
    found = [pytest.param(SAMPLE, SAMPLE_LABELS, id="sample")]
    for path in CORPUS:
        labels = path.with_suffix(".json")
        if labels.exists():
            found.append(
                pytest.param(
                    path.read_text(encoding="utf-8"),
                    json.loads(labels.read_text(encoding="utf-8")),
                    id=path.stem,
                )
            )
    return found


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(("text", "labels"), documents())
def test_no_fact_is_lost_and_no_furniture_stays(text: str, labels: dict[str, Any], template: str) -> None:
    page = TEMPLATES[template](text, labels["title"], labels["published"], labels["publisher"])
    document = load(page.data, name="page.html")
    read, given = one_line(document.text), one_line(text)

    wanted = {value for value in written_values(labels) if value in given} | figures(text)
    assert wanted, "the test must look for something"
    assert sorted(value for value in wanted if value not in read) == []
    assert [sentence for sentence in page.planted if one_line(sentence) in read] == []
    if page.title:
        assert document.title == page.title
    assert document.published == page.published
    if page.publisher:
        assert document.publisher == page.publisher


@pytest.mark.parametrize("template", LATER_TEMPLATES)
@pytest.mark.parametrize(("text", "labels"), documents())
def test_no_fact_is_lost_in_pages_that_the_rules_were_not_made_for(
    text: str, labels: dict[str, Any], template: str
) -> None:
    page = LATER_TEMPLATES[template](text, labels["title"], labels["published"], labels["publisher"])
    read, given = one_line(load(page.data, name="page.html").text), one_line(text)
    wanted = {value for value in written_values(labels) if value in given} | figures(text)
    assert sorted(value for value in wanted if value not in read) == []
