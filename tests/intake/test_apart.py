"""What stands in clear in the tables, and which rooms know of which: both written down, both checked."""

from __future__ import annotations

import ast
from pathlib import Path

from django.apps import apps
from django.db import models

SOURCE = Path(__file__).parents[2] / "src" / "peelian"
#: Every field that is not sealed. A new one belongs into docs/explanation/threat-model.md first.
IN_CLEAR = {
    "Installation": {"id", "salt"},
    "Recipient": {"id", "name", "role", "public_key", "user", "active_from", "active_to"},
    "AppealLink": {"id", "token", "case_public_id", "asks", "needs", "until", "opened_on", "closed_on"},
    "Report": {
        "id", "handle", "lookup", "source_key", "state", "received_on", "expires_on", "case_public_id", "appeal",
    },
    "Message": {"id", "report", "number", "direction", "sent_on", "sealed_for"},
    "Draft": {"id", "digest", "expires_on"},
    "Attachment": {"id", "message", "draft", "number", "size", "sealed_for"},
    "SourceIdentity": {"id", "report", "sealed_for"},
    "IdentityRequest": {
        "id", "identity", "requester", "custodian", "state", "asked_on", "decided_on", "released_until", "sealed_for",
    },
    "Bucket": {"name", "level", "minute"},
    "SpentToken": {"id", "digest", "day"},
}  # fmt: skip
SEALED = {"sealed", "reason_sealed", "decision_sealed", "released_sealed"}


def test_the_fields_in_clear_are_these() -> None:
    found = {
        model.__name__: {field.name for field in model._meta.get_fields()} - SEALED
        for model in apps.get_app_config("intake").get_models()
    }
    assert found == IN_CLEAR


def test_no_field_is_finer_than_a_day() -> None:
    for model in apps.get_app_config("intake").get_models():
        for field in model._meta.get_fields():
            assert not isinstance(field, models.DateTimeField | models.TimeField), (model, field)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_no_way_leads_from_intake_to_what_is_published_nor_back() -> None:
    for path in (SOURCE / "intake").rglob("*.py"):
        for room in ("publication", "web", "desk"):
            assert not any(name.startswith(f"peelian.{room}") for name in imports(path)), path
    for room in ("publication", "web", "casebook", "casefile", "linking", "reading", "documents", "law"):
        for path in (SOURCE / room).rglob("*.py"):
            assert not any(name.startswith("peelian.intake") for name in imports(path)), path


def test_reading_on_ones_own_machine_needs_no_django() -> None:
    for name in ("crypto", "envelope", "opening", "bundle", "resealing"):
        top = [
            node
            for node in ast.parse((SOURCE / "intake" / f"{name}.py").read_text("utf-8")).body
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        assert not [
            node
            for node in top
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django")
        ]


def test_no_private_key_in_any_table_or_module() -> None:
    for model in apps.get_app_config("intake").get_models():
        assert not [
            field.name
            for field in model._meta.get_fields()
            if "private" in field.name or "secret" in field.name
        ]
