"""Exports: round trips, validation by the libraries that read them, and what is refused."""

from __future__ import annotations

import csv
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml
from tests.publication.cases import everything
from tests.publication.making import dismissed, make
from tests.publication.test_rules import charged, not_proven

from peelian.publication.exports import FORMATS, ExportRefused, export
from peelian.publication.exports.csv_files import cell, read_cell
from peelian.publication.exports.ftm import entities, statement_id
from peelian.publication.exports.json_lines import read_lines
from peelian.publication.exports.tables import Column, rows, tables
from peelian.publication.shapes import PublishedCase


def published() -> list[PublishedCase]:
    made = [make(dismissed(), id="c-1"), charged(), not_proven(), everything()]
    cases = [one.publish() for one in made]
    import msgspec

    return [msgspec.structs.replace(case, id=f"c-{n}") for n, case in enumerate(cases)]


def expected(table: str) -> list[dict[str, object]]:
    return [row for case in published() for row in rows(table, case)]


def test_json_lines_round_trip(tmp_path: Path) -> None:
    export(published(), tmp_path, ["jsonl"])
    assert list(read_lines(tmp_path / "cases.jsonl")) == published()


@pytest.mark.parametrize("table", list(tables()))
def test_csv_round_trip(table: str, tmp_path: Path) -> None:
    export(published(), tmp_path, ["csv"])
    columns = {column.name: column for column in tables()[table].columns}
    with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        read = [{k: read_cell(v, columns[k]) for k, v in row.items()} for row in csv.DictReader(stream)]
    assert read == expected(table)
    assert read or table == "checks"


@pytest.mark.parametrize("table", list(tables()))
def test_parquet_round_trip(table: str, tmp_path: Path) -> None:
    export(published(), tmp_path, ["parquet"])
    found = pq.read_table(tmp_path / f"{table}.parquet")
    read = [
        {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()}
        for row in found.to_pylist()
    ]
    assert read == expected(table)
    assert found.schema.field(0).metadata[b"description"]


def test_sqlite_has_the_rows_search_and_descriptions(tmp_path: Path) -> None:
    export(published(), tmp_path, ["sqlite"])
    db = sqlite3.connect(tmp_path / "peelian.db")
    db.row_factory = sqlite3.Row
    for table in tables():
        read = [dict(row) for row in db.execute(f"SELECT * FROM {table}")]
        plain = [{k: int(v) if isinstance(v, bool) else v for k, v in row.items()} for row in expected(table)]
        assert read == plain
    found = db.execute(
        "SELECT case_id FROM cases WHERE rowid IN (SELECT rowid FROM cases_fts WHERE cases_fts MATCH 'vane')"
    ).fetchall()
    assert [row["case_id"] for row in found] == ["c-0"]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    metadata = yaml.safe_load((tmp_path / "metadata.yaml").read_text())
    assert set(metadata["databases"]["peelian"]["tables"]) == set(tables())


def test_writing_twice_gives_the_same_files(tmp_path: Path) -> None:
    formats = ("csv", "jsonl", "ftm", "datapackage")
    first = export(published(), tmp_path / "a", formats)
    second = export(published(), tmp_path / "b", formats)
    for one, other in zip(first.files, second.files, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name
    export(published(), tmp_path / "a", formats)
    assert first.files[0].read_bytes() == second.files[0].read_bytes()


def test_the_data_package_is_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    export(published(), tmp_path, ["datapackage"])
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["taskId", "type", "message"])
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert all(field["description"] for one in package["resources"] for field in one["schema"]["fields"])


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@x", "'quoted", "\ttab", "plain", ""])
def test_no_cell_is_a_formula(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t"))
    assert read_cell(cell(text), Column(name="x", type="string", description="x")) == text


def test_nothing_internal_is_exported(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="not for the public"):
        export([everything().publish("internal")], tmp_path, FORMATS)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="no such format: xlsx"):
        export([], tmp_path, ["xlsx"])


def test_an_empty_casebook_gives_empty_files_that_can_be_read(tmp_path: Path) -> None:
    done = export([], tmp_path, FORMATS)
    assert done.cases == 0 and done.next_review is None
    assert pq.read_table(tmp_path / "cases.parquet").num_rows == 0


# ---- FollowTheMoney


def test_only_what_is_proven_of_named_people_makes_entities() -> None:
    made = {case.id: entities(case)[0] for case in published()}
    assert made["c-1"] == [] and made["c-2"] == [], "a charge, and a case not proven"
    assert {entity["schema"] for entity in made["c-0"]} == {
        "Person", "PublicBody", "Employment", "CourtCase", "CourtCaseParty", "Event", "Sanction", "Article",
        "HyperText", "Documentation",
    } - {"Article"}  # fmt: skip
    people = [entity for entity in made["c-3"] if entity["schema"] == "Person"]
    assert [person["properties"]["name"] for person in people] == [["Mordecai Ashdown"]]
    text = json.dumps(made["c-3"])
    assert "blackmail" not in text and "stolen" not in text and "Thistledown" not in text


def test_no_entity_id_says_who() -> None:
    for case in published():
        for entity in entities(case)[0]:
            assert entity["id"].startswith("peelian-") and len(entity["id"]) == 48


def test_followthemoney_takes_every_entity_and_property(tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney")
    export(published(), tmp_path, ["ftm"])
    known: dict[str, str] = {}
    lines = (tmp_path / "entities.ftm.json").read_text().splitlines()
    assert len(lines) > 8
    for line in lines:
        data = json.loads(line)
        known[data["id"]] = data["schema"]
    for line in lines:
        data = json.loads(line)
        proxy = followthemoney.model.make_entity(data["schema"])
        for name, values in data["properties"].items():
            proxy.add(name, values)
        schema = followthemoney.model.get(data["schema"])
        for name in schema.required:
            assert proxy.get(name), (data["schema"], name)
        for name, values in data["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), (
                data["schema"],
                name,
                "the library cleaned a value away",
            )
            prop = schema.get(name)
            if prop.range is not None:
                assert all(followthemoney.model.get(known[v]).is_a(prop.range) for v in values), (
                    data["schema"],
                    name,
                )


def _ftm(*words: str, lines: str = "") -> list[dict[str, Any]]:
    """What a command of the library's own program makes of entities."""
    program = Path(sys.executable).with_name("ftm")
    if not program.exists():
        pytest.skip("the program of followthemoney is not installed")
    done = subprocess.run([str(program), *words], input=lines, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr.strip(), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.strip()]


def _plain(entities: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        one["id"]: (one["schema"], {name: sorted(values) for name, values in one["properties"].items()})
        for one in entities
    }


def test_the_program_of_followthemoney_takes_every_entity_as_it_is(tmp_path: Path) -> None:
    """What a loader does: validate, aggregate, sign the ids for a collection, roll out into statements and back."""
    pytest.importorskip("followthemoney")
    export(published(), tmp_path, ["ftm"])
    lines = (tmp_path / "entities.ftm.json").read_text()
    ours = _plain([json.loads(line) for line in lines.splitlines()])
    assert len(ours) == len(lines.splitlines()), "an id was told twice"
    for words in (("validate",), ("aggregate",)):
        assert _plain(_ftm(*words, lines=lines)) == ours, words
    signed = _plain(_ftm("sign", "-s", "a collection", lines=lines))
    references = [
        value
        for schema, properties in signed.values()
        for name, values in properties.items()
        if followthemoney_property(schema, name).type.name == "entity"
        for value in values
    ]
    assert len(signed) == len(ours) and references and set(references) <= signed.keys()
    path = str(tmp_path / "entities.ftm.json")
    rolled = _ftm("statements", path, "-d", "peelian", "-f", "json")
    again = "".join(json.dumps(one) + "\n" for one in rolled)
    assert _plain(_ftm("aggregate-statements", "-d", "peelian", "-f", "json", lines=again)) == ours


def followthemoney_property(schema: str, name: str) -> Any:
    import followthemoney

    found = followthemoney.model.get(schema).get(name)
    assert found is not None, (schema, name)
    return found


def test_a_person_of_two_cases_is_one_entity_with_both(tmp_path: Path) -> None:
    export(published(), tmp_path, ["ftm"])  # two of them tell, under two names, of one public id
    lines = [json.loads(line) for line in (tmp_path / "entities.ftm.json").read_text().splitlines()]
    shared = [line for line in lines if line["schema"] == "Person" and len(line["properties"]["name"]) == 2]
    assert len(shared) == 1 and len(shared[0]["properties"]["proof"]) == 2


def test_no_entity_is_one_that_a_loader_refuses(tmp_path: Path) -> None:
    """Abstract and deprecated schemata, stubs (the library fills them itself), values over the type's length."""
    followthemoney = pytest.importorskip("followthemoney")
    export(published(), tmp_path, ["ftm"])
    for line in (tmp_path / "entities.ftm.json").read_text().splitlines():
        data = json.loads(line)
        schema = followthemoney.model.get(data["schema"])
        assert not schema.abstract and not schema.deprecated, data["schema"]
        schema.validate(data)
        assert (
            followthemoney.EntityProxy.from_dict(data, cleaned=False).to_dict()["properties"].keys()
            == data["properties"].keys()
        )
        for name, values in data["properties"].items():
            prop = schema.get(name)
            assert not prop.stub and not prop.deprecated, name
            assert all(prop.validate([value]) is None for value in values), (name, values)
            assert all(len(value) <= prop.max_length for value in values), name
            assert sum(map(len, values)) <= (prop.type.total_size or 10**9), name


def test_statement_ids_are_those_of_the_library() -> None:
    statement = pytest.importorskip("followthemoney.statement")
    made = statement.Statement(
        entity_id="peelian-1", prop="name", schema="Person", value="Idris Vane", dataset="peelian"
    )
    assert made.id == statement_id("peelian-1", "name", "Idris Vane")


def test_evidence_points_to_entities_and_documents(tmp_path: Path) -> None:
    export(published(), tmp_path, ["ftm"])
    ids = {json.loads(line)["id"] for line in (tmp_path / "entities.ftm.json").read_text().splitlines()}
    rows_ = pq.read_table(tmp_path / "evidence.parquet").to_pylist()
    assert rows_
    for row in rows_:
        assert row["entity_id"] in ids and row["document_id"] in ids
        assert row["statement_id"] == statement_id(row["entity_id"], row["prop"], row["value"])
        for start, end in row["marks"]:
            assert 0 <= start < end <= len(row["quote"])
