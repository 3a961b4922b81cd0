"""Import of a spreadsheet: columns, dry run, problems by row, all or nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk.test_casework_stages import ANNA

from peelian.casebook.models import Case, Decision
from peelian.desk.casework import importing, sheets
from peelian.desk.casework.models import SpreadsheetDraft, WorkedCase
from peelian.desk.casework.moving import NotPossible
from peelian.desk.casework.standing import standing

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
GOOD = b"""Ref,Name,Force,Rank,Received,Stage,Stage date,Comments
G/1,Idris Calloway,Gwent Police,Police Constable,3 May 2021,Investigation,10 May 2021,A note
G/2,"Vane, Petra",kent,,2021-06,,,
"""
BAD = b"""Ref;Name;Force;Stage;Stage date
G/1;Idris Calloway;Atlantis Police;Investigation;10 May 2021
G/1;Petra Vane;Kent Police;Wondering;
G/3;Orla Finch;Kent Police;Outcome;2031-01-01
;;Kent Police;;
G/4;Tom Ashe;Kent Police;;
"""


def test_rows_become_cases_by_hand_with_what_the_person_said() -> None:
    draft = importing.take(GOOD, "old.csv", ANNA)
    assert draft.mapping == {
        "0": "reference",
        "1": "subject",
        "2": "force",
        "3": "rank",
        "4": "attention_date",
        "5": "stage",
        "6": "stage_date",
        "7": "note",
    }
    made = importing.bring_in(draft, draft.mapping, ANNA, TODAY)
    assert len(made) == 2 and not SpreadsheetDraft.internal.exists()
    one = Case.internal.get(public_id=made[0])
    assert (
        one.by_hand
        and one.title == "Idris Calloway"
        and one.force == "gwent"
        and one.stage == "investigating"
    )
    now = standing(one)
    assert now.regime == "r2020" and now.tracks["misconduct"].how == "taken_up"
    assert now.tracks["misconduct"].exception["missing"] == ["Body"]
    said = Decision.internal.filter(target=one.public_id).order_by("pk")[0].payload
    assert said["origin"] == "person" and said["said"] == {"spreadsheet": draft.sha256, "row": 2}
    work = WorkedCase.internal.get(case=one)
    assert work.origin == "spreadsheet" and work.notes(manager="internal").get().text == "A note"  # type: ignore[operator]


def test_a_bare_date_is_that_of_the_stage_if_there_is_one() -> None:
    assert importing.guess(["Ref", "Stage", "Date"]) == {"0": "reference", "1": "stage", "2": "stage_date"}
    assert importing.guess(["Ref", "Date"]) == {"0": "reference"}


def test_an_excel_workbook_is_read_as_the_csv() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Ref", "Name", "Received"])
    book.active.append([7, "Idris Calloway", date(2021, 5, 3)])
    book.active.append([None, None, None])
    out = io.BytesIO()
    book.save(out)
    assert sheets.read(out.getvalue()) == (
        ["Ref", "Name", "Received"],
        [["7", "Idris Calloway", "2021-05-03"]],
    )


def test_problems_are_told_by_row_and_nothing_is_imported() -> None:
    draft = importing.take(BAD, "bad.csv", ANNA)
    rows = importing.dry_run(draft, draft.mapping, TODAY)
    told = {row.number: " ".join(row.problems) for row in rows if row.problems}
    assert set(told) == {2, 3, 4, 5}
    assert "Atlantis" in told[2] and "no stage" in told[3] and "row 2 too" in told[3] and "future" in told[4]
    with pytest.raises(NotPossible):
        importing.bring_in(draft, draft.mapping, ANNA, TODAY)
    assert not Case.internal.exists() and SpreadsheetDraft.internal.exists()
    assert len(importing.bring_in(draft, draft.mapping, ANNA, TODAY, skip=True)) == 1


def test_the_same_reference_is_not_imported_twice() -> None:
    for expected in (0, 2):
        draft = importing.take(GOOD, "old.csv", ANNA)
        rows = importing.dry_run(draft, draft.mapping, TODAY)
        assert sum(bool(row.problems) for row in rows) == expected
        if not expected:
            importing.bring_in(draft, draft.mapping, ANNA, TODAY)


def test_a_fault_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = importing.take(GOOD, "old.csv", ANNA)
    monkeypatch.setattr(importing.work, "add_note", lambda *_: (_ for _ in ()).throw(RuntimeError("disk")))
    with pytest.raises(RuntimeError):
        importing.bring_in(draft, draft.mapping, ANNA, TODAY)
    assert not Case.internal.exists() and not WorkedCase.internal.exists()


@pytest.mark.parametrize("mapping", [{"0": "reference", "1": "reference"}, {"2": "force"}, {}])
def test_a_mapping_that_makes_no_sense_is_refused(mapping: dict[str, str]) -> None:
    draft = importing.take(GOOD, "old.csv", ANNA)
    with pytest.raises(NotPossible):
        importing.dry_run(draft, mapping, TODAY)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Ref,Name\n",
        b"PK\x03\x04nonsense",
        b"\xd0\xcf\x11\xe0\x00\x00old",
        b"a" * (sheets.LARGEST + 1),
        b"Ref\n" + b"x\n" * (sheets.ROWS + 1),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(sheets.NoSheet):
        sheets.read(data)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_rows_or_refused(data: bytes) -> None:
    try:
        heads, rows = sheets.read(data)
    except sheets.NoSheet:
        return
    assert heads and all(len(row) == len(heads) for row in rows)


def test_the_journey_and_whose_draft_it_is(as_role: Callable[..., Client]) -> None:
    client = as_role("caseworker", name="cora")
    assert client.post(reverse("casework:import"), {}).status_code == 422
    answer = client.post(reverse("casework:import"), {"file": SimpleUploadedFile("bad.csv", BAD)})
    where = answer["Location"]
    page = client.get(where)
    assert b"Try it" in page.content
    columns = {f"column-{n}": name for n, _, name, _ in page.context["heads"]}
    tried = client.post(where, columns | {"act": "check"})
    assert tried.context["wrong_count"] == 4 and b"Atlantis" in tried.content and not Case.internal.exists()
    assert client.post(where, columns | {"act": "import"}).status_code == 422
    assert as_role("caseworker", name="ben").get(where).status_code == 404
    assert client.post(where, columns | {"act": "import", "skip": "1"}).status_code == 302
    assert Case.internal.filter(by_hand=True).count() == 1


def test_one_case_is_told_as_one(as_role: Callable[..., Client]) -> None:
    cara = as_role("caseworker", name="cara")
    given = SimpleUploadedFile("one.csv", b"Ref,Name\nG/9,Idris Calloway\n")
    columns = cara.post(reverse("casework:import"), {"file": given})["Location"]
    form = {"column-0": "reference", "column-1": "subject"}
    tried = cara.post(columns, {**form, "act": "check"}).content.decode()
    assert "1 row would become a case; none has a problem." in tried
    done = cara.post(columns, {**form, "act": "import"}, follow=True).content.decode()
    assert "1 case was imported." in done
