"""Turn the YAML vocabularies into the JSON that is read at run time: `python -m peelian.law.compile`.

This is the only module of the room that imports YAML. Two short notations keep the data readable:

- `{a|b|}` in an alias stands for each of its parts (an empty one included); groups may nest;
- `<name>` stands for the group of that name under `groups:` at the head of the file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peelian.law.vocabulary import NAMES, fold

DATA = Path(__file__).parent / "data"
_KNOWN = frozenset({"id", "name", "aliases", "weak_aliases", "source", "verified"})
_PLAIN = re.compile(r"[^{}|]+")
_GROUP = re.compile(r"<([a-z_]+)>")
_MOST_FORMS = 1_200


class DataError(ValueError):
    """A vocabulary file does not say what it must; the message names the file and the entry."""


def expand(alias: str, groups: Mapping[str, str]) -> list[str]:
    """Return each form that an alias in the short notation stands for, in order, spaces tidied.

    Raises `DataError` on braces that do not match, a group that is not known, or too many forms.
    """
    for _ in range(8):  # groups may name groups; eight levels is far more than is readable
        alias = _GROUP.sub(lambda m: "{" + groups[m.group(1)] + "}", alias)
    forms, end = _alternatives(alias, 0)
    if end != len(alias):
        raise DataError(f"alias {alias!r}: braces do not match")
    return list(dict.fromkeys(" ".join(form.split()) for form in forms))


def _alternatives(text: str, at: int) -> tuple[list[str], int]:
    """Read `a|b{c|d}|e` from `at` to a closing brace or the end; return its forms and where it ended."""
    every: list[str] = []
    forms = [""]
    while at < len(text) and text[at] != "}":
        if text[at] == "|":
            every += forms
            forms = [""]
            at += 1
        elif text[at] == "{":
            inner, at = _alternatives(text, at + 1)
            if at >= len(text):
                raise DataError(f"alias {text!r}: braces do not match")
            forms = [before + after for before in forms for after in inner]
            at += 1
        else:
            plain = _PLAIN.match(text, at)
            assert plain is not None
            forms = [form + plain.group() for form in forms]
            at = plain.end()
        if len(every) + len(forms) > _MOST_FORMS:
            raise DataError(f"alias {text!r} stands for more than {_MOST_FORMS} forms")
    return every + forms, at


def _forms(entry: Mapping[str, Any], key: str, groups: Mapping[str, str]) -> list[str]:
    written = entry.get(key) or []
    forms: dict[str, None] = {}
    for alias in written:
        if not isinstance(alias, str):
            raise DataError(f"{entry.get('id')}: {key} has {alias!r}, which is not text: put it in quotes")
        forms.update(dict.fromkeys(expand(alias, groups)))
    forms.pop("", None)
    return list(forms)


def rows(text: str) -> list[list[Any]]:
    """Return the compiled rows of one YAML vocabulary: id, name, aliases, weak, source, verified, extra.

    Raises `DataError` if an entry lacks what every entry must have.
    """
    import yaml

    loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe loader)
    groups: Mapping[str, str] = loaded.get("groups") or {}
    made = []
    for entry in loaded["terms"]:
        for key in ("id", "name", "source"):
            if not isinstance(entry.get(key), str) or not entry[key].strip():
                raise DataError(f"entry {entry.get('id')!r} has no {key}")
        if not isinstance(entry.get("verified"), bool):
            raise DataError(f"entry {entry['id']!r} does not say whether it is verified")
        aliases = _forms(entry, "aliases", groups)
        weak = _forms(entry, "weak_aliases", groups)
        both = {fold(form) for form in aliases} & {fold(form) for form in weak}
        if both:
            raise DataError(f"entry {entry['id']!r}: both strong and weak: {', '.join(sorted(both))}")
        extra = {key: value for key, value in entry.items() if key not in _KNOWN}
        made.append([entry["id"], entry["name"], aliases, weak, entry["source"], entry["verified"], extra])
    return made


def compiled(name: str) -> str:
    """Return the JSON text for one vocabulary, from its YAML file."""
    path = DATA / f"{name}.yaml"
    try:
        made = rows(path.read_text(encoding="utf-8"))
    except (DataError, KeyError) as error:
        raise DataError(f"{path.name}: {error}") from error
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in made)
    return f'{{"terms": [\n{lines}\n]}}\n'


def main(arguments: list[str] | None = None) -> int:
    """Compile every vocabulary; with `--check`, only say which are out of date (exit code 1)."""
    parser = argparse.ArgumentParser(prog="python -m peelian.law.compile", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if a file is out of date")
    asked = parser.parse_args(arguments)
    stale = []
    for name in NAMES:
        target = DATA / "compiled" / f"{name}.json"
        text = compiled(name)
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not asked.check:
                target.write_text(text, encoding="utf-8")
    if asked.check and stale:
        print(f"out of date: {', '.join(stale)}: run python -m peelian.law.compile", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
