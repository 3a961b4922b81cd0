"""Chronology and notices: cited, the same in Word and PDF, and nothing withheld in what may go out."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.desk.test_casework_stages import ANNA, go, opened, to_hearing

from peelian.casebook.adding import Place, add
from peelian.casebook.models import AuditEntry, Case
from peelian.desk.casework import chronology, moving, notices, papers
from peelian.desk.casework.papers import Line, Paper
from peelian.desk.casework.standing import standing
from peelian.publication import services
from peelian.publication.rulings import Restriction

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.fixture
def essex(filled: None) -> Case:
    case = Case.internal.get(force="essex", redirect=None)
    moving.open_work(case, "documents", ANNA)
    return case


def words_of_docx(data: bytes) -> str:
    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in made.paragraphs), *cells])


def words_of_pdf(data: bytes) -> str:
    made = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in made)


def test_each_line_of_the_chronology_cites_numbered_sources_with_their_words(essex: Case) -> None:
    paper = chronology.internal(essex, standing(essex))
    told = dict(paper.sections)
    assert told["What the documents tell"] and told["Sources"]
    numbers = {line.margin for line in told["Sources"]}
    assert numbers == {f"[{n}]" for n in range(1, len(told["Sources"]) + 1)}
    sentenced = [line for line in told["What the documents tell"] if "entenced" in line.words]
    assert sentenced and any("“" in under for line in sentenced for under in line.under)
    for line in told["What the documents tell"]:
        for under in line.under:
            assert not under.startswith("[") or under.split("]")[0] + "]" in numbers


def test_word_and_pdf_hold_the_same(essex: Case) -> None:
    go(essex, "outcome", "2019-05-16")
    paper = chronology.internal(essex, standing(essex))
    now = timezone.now()
    in_word, in_pdf = words_of_docx(papers.as_docx(paper, now)), words_of_pdf(papers.as_pdf(paper, now))
    for words in ("Orlando Feathers", "Not for publication", "[1]", "Outcome"):
        assert words in in_word and words in in_pdf


def test_odd_letters_and_markup_break_neither() -> None:
    paper = Paper("Ŵyn & <b>Co</b>", "", ("a\x00b",), (("H", (Line("1", "▮▮▮ 漢 </para>", ("x",)),)),))
    now = timezone.now()
    assert "<b>Co</b>" in words_of_docx(papers.as_docx(paper, now))
    assert "Wyn & <b>Co</b>" in words_of_pdf(papers.as_pdf(paper, now))
    assert "[withheld]" in words_of_pdf(papers.as_pdf(paper, now))


def test_a_long_paper_runs_over_pages() -> None:
    paper = Paper(
        "Long", "", (), (("H", tuple(Line(str(n), "word " * 400, ("under " * 300,)) for n in range(12))),)
    )
    assert len(pypdfium2.PdfDocument(papers.as_pdf(paper, timezone.now()))) > 5


@pytest.mark.parametrize("which", ["hearing", "outcome"])
@pytest.mark.parametrize("targets", ["name", "whole"])
def test_a_notice_shows_only_what_the_gate_shows(essex: Case, which: notices.Which, targets: str) -> None:
    """A person's order withholds the name, or the case: neither stands in a notice or the public chronology."""
    go(essex, "outcome", "2019-05-16", reason="Feathers was heard.")
    assert "Feathers" in chronology.internal(essex, standing(essex)).text()
    file = essex.casefile
    assert file is not None
    places = ("case",) if targets == "whole" else tuple(f"{party.person}/name" for party in file.parties)
    order = Restriction(
        id="", state="in_force", reason="Chair's direction.", by="", on=date(2019, 5, 1), targets=places
    )
    services.restrict(essex.public_id, order, ANNA)
    shown = services.preview(essex.public_id, "cautious").case
    if targets == "whole" and shown.held:
        with pytest.raises(notices.NoNotice, match="may not be shown"):
            notices.draft(essex, standing(essex), which)
    else:
        text = notices.draft(essex, standing(essex), which).text()
        assert "Feathers" not in text
        for party in shown.parties:
            assert party.display in text and not party.named
    made = chronology.public(essex.public_id)
    assert "Feathers" not in made.text() and "Feathers" not in words_of_docx(
        papers.as_docx(made, timezone.now())
    )


def test_what_is_recorded_in_words_never_reaches_a_notice() -> None:
    case = opened()
    to_hearing(case)
    go(
        case,
        "finding",
        "2021-09-03",
        allegation_findings="1: told by Mrs Secretname",
        reason="Secretname spoke.",
    )
    for which in ("hearing", "outcome"):
        text = notices.draft(case, standing(case), which).text()  # type: ignore[arg-type]
        assert "Secretname" not in text and "Calloway" not in text and "[" in text


def test_an_outcome_notice_is_of_the_hearing_not_of_the_appeal_against_it(db: None) -> None:
    """The tribunal is told of last; its notice is not the force's."""
    wanted = sorted(SAMPLES.glob("tolliver-ashe-*"))
    add([Place(str(path)) for path in wanted])
    case = Case.internal.get(force="devon_and_cornwall", redirect=None)
    moving.open_work(case, "documents", ANNA)
    assert case.casefile is not None
    kinds = [one.get("kind") for one in case.casefile.parties[0].proceedings]
    assert kinds == ["accelerated_hearing", "appeal_tribunal"]
    decided = dict(notices.draft(case, standing(case), "outcome").sections)["What was decided"]
    told = {line.margin: line.words for line in decided}
    assert told["Finding"] == "Gross misconduct" and told["Outcome"] == "Dismissal without notice"
    assert told["Decided on"] == "12 July 2022"


def test_what_was_recorded_stands_in_order_under_the_titles_of_its_fields() -> None:
    case = opened()
    go(case, "allegation", "2021-03-05", received_date="2021-03-01")
    assert "What the documents tell" not in dict(chronology.internal(case, standing(case)).sections)
    moving.record_act(case, "notice_taken_down", {"date": "2021-03-09"}, ANNA)
    go(case, "assessed", "2021-03-07")
    recorded = dict(chronology.internal(case, standing(case)).sections)["What was recorded here"]
    assert [line.margin for line in recorded] == ["5 March 2021", "7 March 2021", "9 March 2021"]
    assert "Date received: 1 March 2021" in recorded[0].under
    assert not any("_" in under for line in recorded for under in line.under)


def test_no_empty_section_of_what_nobody_recorded(essex: Case) -> None:
    sections = chronology.internal(essex, standing(essex)).sections
    assert [head for head, _ in sections] == ["What the documents tell", "Sources"]
    shown = dict(chronology.public(essex.public_id).sections)["What happened"]
    assert all(line.margin for line in shown)


def test_no_notice_of_what_is_in_private() -> None:
    case = opened()
    for to, on in (
        ("allegation", "2021-03-01"),
        ("assessed", "2021-03-04"),
        ("investigating", "2021-03-10"),
        ("reported", "2021-06-01"),
        ("case_to_answer", "2021-06-20"),
    ):
        go(case, to, on)
    go(case, "proceedings_set", "2021-07-01", form_of_proceedings="misconduct_meeting")
    with pytest.raises(notices.NoNotice, match="private"):
        notices.draft(case, standing(case), "hearing")


def test_the_28_days_stand_in_the_outcome_notice() -> None:
    case = opened()
    to_hearing(case)
    go(case, "finding", "2021-09-03")
    go(case, "outcome", "2021-09-03")
    go(case, "outcome_published", "2021-09-06", published_on="2021-09-06")
    assert "until 4 October 2021" in notices.draft(case, standing(case), "outcome").text()


def test_what_is_taken_away_is_told_as_an_export(essex: Case, as_role: Callable[..., Client]) -> None:
    client = as_role("caseworker")
    for which in ("chronology", "public-chronology", "hearing", "outcome"):
        assert client.get(reverse("casework:paper", args=[essex.public_id, which, "page"])).status_code == 200
        for form in ("docx", "pdf"):
            answer = client.get(reverse("casework:paper", args=[essex.public_id, which, form]))
            assert answer["Content-Disposition"].startswith("attachment"), (which, form)
    assert AuditEntry.internal.filter(action="casework.exported").count() == 8
    assert client.get(reverse("casework:paper", args=[essex.public_id, "x", "pdf"])).status_code == 404
    assert (
        as_role("reader")
        .get(reverse("casework:paper", args=[essex.public_id, "chronology", "pdf"]))
        .status_code
        == 403
    )
