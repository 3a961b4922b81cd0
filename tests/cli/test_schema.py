"""``peelian schema``: readings fit it, and it says what each field means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import Result

from peelian.documents import Document
from peelian.reading import Reading
from peelian.reading.model import Sentence


@pytest.fixture
def schema(run: Callable[..., Result]) -> dict:
    result = run("schema")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_it_is_a_schema(schema: dict) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_reading_fits(schema: dict, run: Callable[..., Result], clippings: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    lines = run("read", clippings, "--format", "jsonl").stdout.splitlines()
    assert len(lines) == 3
    for line in lines:
        validator.validate(json.loads(line))


def test_a_telling_reading_fits(schema: dict, telling: tuple[Document, Reading]) -> None:
    jsonschema.Draft202012Validator(schema).validate(json.loads(telling[1].to_json()))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "gossip"},  # no id of the guide
        {"published": "11 April 2014"},  # no EDTF date
        {"subjects": None},
        {"speakers": [{"name": "Ann Reed"}]},  # a field is missing
    ],
)
def test_what_is_no_reading_does_not_fit(
    change: dict, schema: dict, telling: tuple[Document, Reading]
) -> None:
    reading = {**telling[1].to_dict(), **change}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(json.loads(msgspec.json.encode(reading)))


@pytest.mark.parametrize("length", ["P2Y", "P24M", "P2Y6M", "P200D", "indefinite"])
def test_lengths_of_the_guide_fit(length: str, schema: dict) -> None:
    record = msgspec.to_builtins(Sentence("imprisonment", length, None, None, None))
    jsonschema.Draft202012Validator(
        {**schema, "$ref": "#/$defs/Sentence", "type": "object", "properties": {}, "required": []}
    ).validate(record)


def fields(schema: dict) -> Iterator[tuple[str, dict]]:
    for name, record in {"Reading": schema, **schema["$defs"]}.items():
        for field, value in record["properties"].items():
            yield f"{name}.{field}", value


def test_every_field_says_what_it_means(schema: dict) -> None:
    assert [name for name, value in fields(schema) if len(value.get("description", "")) < 5] == []
    assert all(record["description"] for record in schema["$defs"].values())


def test_ids_come_from_the_law(schema: dict) -> None:
    from peelian.law.vocabulary import ids

    rank = schema["$defs"]["Subject"]["properties"]["rank"]
    assert {tuple(sorted(way["enum"])) for way in rank["anyOf"] if "enum" in way} == {
        tuple(sorted(ids("ranks")))
    }
