"""``peelian schema``: the JSON Schema of a reading."""

from __future__ import annotations

from typing import Any, Final

import click

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_FORMS: Final = {
    "edtf": (r"^(\d{4}|XXXX)(-\d{2}(-\d{2})?)?$", "An EDTF date: 2014-04-11, 2014-04, 2014, XXXX-04-11."),
    "length": (r"^(indefinite|P(\d+[YMWD])+|PT\d+H)$", "An ISO 8601 length: P2Y6M, P24M, P12W."),
}


@click.command(short_help="Show the JSON Schema of a reading.")
def schema() -> None:
    """Write the JSON Schema (draft 2020-12) of a reading, with what each field means.

    \b
    Examples:
      peelian schema > reading.schema.json
      peelian schema | jq '."$defs".Subject.properties | keys'
    """
    import json

    click.echo(json.dumps(reading_schema(), indent=2, ensure_ascii=False))


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of a reading: its shape, the ids that each field takes, and the guide's definitions."""
    import msgspec

    from peelian import __version__
    from peelian.reading.model import Reading

    _, records = msgspec.json.schema_components([Reading], ref_template="#/$defs/{name}")
    about = _definitions()
    for name, record in records.items():
        told = about[name]
        record["description"] = told[""]
        for field, value in record["properties"].items():
            record["properties"][field] = _described(value, told[field])
    reading = records.pop("Reading")
    return {
        "$schema": DIALECT,
        "$id": f"urn:peelian:reading:{__version__}",
        **{k: v for k, v in reading.items() if k != "title"},
        "title": "A reading by Peelian",
        "$defs": records,
    }


def _definitions() -> dict[str, dict[str, Any]]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("peelian.cli").joinpath("data", "fields.toml").read_text("utf-8"))


def _described(value: dict[str, Any], told: str | dict[str, Any]) -> dict[str, Any]:
    """A field's schema with its definition and, where it takes ids or has a form, those."""
    if isinstance(told, str):
        return {**value, "description": told}
    limited = {k: v for k, v in value.items() if k != "description"}
    if form := told.get("form"):
        pattern, explained = _FORMS[form]
        limited = _limit(limited, {"pattern": pattern})
        return {**limited, "description": f"{told['text']} {explained}"}
    return {**_limit(limited, {"enum": _ids(told)}), "description": told["text"]}


def _ids(told: dict[str, Any]) -> list[str]:
    if "one_of" in told:
        return list(told["one_of"])
    from peelian.law.vocabulary import vocabulary

    return [term.id for term in vocabulary(told["of"])]


def _limit(value: dict[str, Any], limit: dict[str, Any]) -> dict[str, Any]:
    """Put a limit on the text in a field: itself, the members of a list, or one way of several."""
    if value.get("type") == "string":
        return {**value, **limit}
    if value.get("type") == "array":
        return {**value, "items": _limit(value["items"], limit)}
    if "anyOf" in value:
        return {**value, "anyOf": [_limit(way, limit) for way in value["anyOf"]]}
    return value
