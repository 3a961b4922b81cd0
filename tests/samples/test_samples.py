"""The samples: every one is read, tells of whom it should, and gives nobody's real number."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import peelian
from peelian.documents import Document, Failure, load_all

ROOT = Path(__file__).parents[2]
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text("utf-8"))
FICTION = "This is a fictional sample document."
#: Numbers that Ofcom keeps for drama; 0808 157 0 is of the same kind.
DRAMA = re.compile(r"01632 960 \d{3}|07700 900\d{3}|0808 157 0\d{3}")
#: The share of expected facts that must be right: the reader is measured elsewhere, this is a watchdog.
LEAST = 0.9


@cache
def documents() -> dict[str, Document]:
    """Every document of the samples; one of an archive under the archive's name, ``#`` and its number."""
    found: dict[str, Document] = {}
    for path in sorted((ROOT / "samples").iterdir()):
        items = list(load_all(path))
        for number, item in enumerate(items, 1):
            assert not isinstance(item, Failure), str(item)
            found[path.name if len(items) == 1 else f"{path.name}#{number}"] = item
    return found


@cache
def subjects(name: str) -> list[dict[str, Any]]:
    """The subjects read in one sample, as plain dictionaries."""
    plain: list[dict[str, Any]] = peelian.read(documents()[name]).to_dict()["subjects"]
    return plain


def test_every_sample_is_expected_and_every_expected_sample_is_there() -> None:
    assert set(documents()) == set(EXPECTED["documents"]) | {"README.md"}


def test_all_formats_are_there() -> None:
    suffixes = {"".join(Path(p.name).suffixes[-2:]) for p in (ROOT / "samples").iterdir()}
    assert {".txt", ".html", ".pdf", ".docx", ".rtf", ".odt", ".eml", ".warc.gz", ".wacz", ".zip"} <= suffixes
    assert len(list((ROOT / "samples").iterdir())) > 24


@pytest.mark.parametrize("name", sorted(EXPECTED["documents"]))
def test_each_sample_says_that_it_is_fiction(name: str) -> None:
    assert FICTION in documents()[name].text


@pytest.mark.parametrize("name", sorted(EXPECTED["documents"]))
def test_each_sample_tells_of_whom_it_should(name: str) -> None:
    read = {s["name"] or s["label"] for s in subjects(name)}
    assert {e.get("name") or e["label"] for e in EXPECTED["documents"][name]} <= read


@pytest.mark.parametrize("name", sorted(EXPECTED["documents"]))
def test_no_official_is_a_subject(name: str) -> None:
    assert not {s["name"] for s in subjects(name)} & set(EXPECTED["never_subjects"])


def test_the_note_on_the_folder_tells_of_nobody() -> None:
    assert subjects("README.md") == []


def facts(subject: dict[str, Any]) -> dict[str, Any]:
    """A subject as read, in the form of ``expected.json``."""
    proceeding = subject["proceeding"] or {}
    return {
        "rank": subject["rank"],
        "force": subject["force"],
        "kind": proceeding.get("kind"),
        "finding": proceeding.get("finding"),
        "outcome": proceeding.get("outcome"),
        "offences": sorted({o["offence"] for o in subject["offences"]}),
        "stages": sorted({o["stage"] for o in subject["offences"]}),
        "sentences": sorted({s["kind"] for s in subject["sentences"]}),
        "appeal": (subject["appeal"] or {}).get("result"),
    }


def test_most_facts_are_right() -> None:
    right, wrong = 0, []
    for name, expected in EXPECTED["documents"].items():
        by_name = {s["name"] or s["label"]: facts(s) for s in subjects(name)}
        for want in expected:
            got = by_name.get(want.get("name") or want["label"], {})
            for field, value in want.items():
                if field in ("name", "label"):
                    continue
                if got.get(field) == value:
                    right += 1
                else:
                    wrong.append(f"{name}: {field} is {value}, read as {got.get(field)}")
    assert right / (right + len(wrong)) >= LEAST, "\n".join(wrong)


@pytest.mark.parametrize("name", sorted(EXPECTED["inconsistencies"]))
def test_contradictions_are_found(name: str) -> None:
    found = peelian.read(documents()[name]).inconsistencies
    assert found
    assert set(EXPECTED["inconsistencies"][name]) <= {i.rule for i in found}


def test_the_register_term_is_compared_with_the_statute() -> None:
    found = peelian.read(documents()["marchbank-sergeant-jailed.html"]).inconsistencies
    assert any("2003" in i.source for i in found), found


def test_text_decoded_wrongly_once_is_mended() -> None:
    assert b"\xc2\xac\xc2\xa3" in (ROOT / "samples" / "vantongeren-charged.txt").read_bytes()  # "¬£"
    text = documents()["vantongeren-charged.txt"].text
    assert "£4,600" in text
    assert "¬" not in text


def test_no_number_or_address_could_be_somebodys() -> None:
    texts = [d.text for d in documents().values()]
    texts += [p.read_text("utf-8", "replace") for p in (ROOT / "samples").glob("*.html")]
    texts += [p.read_text("utf-8") for p in (ROOT / "samples-source" / "texts").iterdir()]
    hosts: set[str] = set()
    numbers: set[str] = set()
    for text in texts:
        hosts |= set(re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", text))
        numbers |= set(re.findall(r"\b0\d{2,4} ?\d{3} ?\d{3,4}\b", text))
    assert hosts
    assert [h for h in hosts if not h.endswith(".example")] == []
    assert numbers
    assert [n for n in numbers if not DRAMA.fullmatch(n)] == []


def test_web_addresses_are_of_no_site() -> None:
    pages = list((ROOT / "samples").glob("*.html"))
    assert pages
    for path in pages:
        hosts = set(re.findall(r"https?://([^/\"<\s]+)", path.read_text("utf-8", "replace")))
        assert {h for h in hosts if not h.endswith(".example")} <= {"schema.org"}, path.name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("empty.txt", "Empty"),
        ("locked.pdf", "Encrypted"),
        ("scanned-notice.pdf", "NoTextLayer"),
        ("torn.docx", "Broken"),
        ("picture.png.txt", "Unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, kind: str) -> None:
    (item,) = load_all(ROOT / "samples-unreadable" / name)
    assert isinstance(item, Failure)
    assert item.kind == kind


def test_the_samples_are_made_from_their_sources() -> None:
    """What the script makes now says what the committed files say (packing may differ by machine)."""
    sys.path.insert(0, str(ROOT / "samples-source"))
    try:
        from make_samples import samples  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    made = samples()
    assert set(made) | {"README.md"} == {p.name for p in (ROOT / "samples").iterdir()}
    for name, data in made.items():
        new = [i.text for i in load_all(data, name=name) if isinstance(i, Document)]
        old = [i.text for i in load_all(ROOT / "samples" / name) if isinstance(i, Document)]
        assert new == old, name
