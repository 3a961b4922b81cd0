"""The audit trail: what is tampered with is found; the database refuses to change what only grows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from peelian.casebook import audit, protection
from peelian.casebook.audit import Actor
from peelian.casebook.models import AuditEntry, Decision

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def trail() -> None:
    for n in range(5):
        audit.record("case.viewed", f"c-{n}", Actor("ada"), {"n": n})


def _sql(statement: str, *values: object) -> None:
    """What somebody does who owns the database: drop the triggers, write, put them back."""
    with protection.unprotected(connection), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_an_untouched_trail_has_no_break(trail: None) -> None:
    assert audit.verify() == []


TAMPERINGS: dict[str, Callable[[], None]] = {
    "a changed word": lambda: _sql("UPDATE casebook_auditentry SET actor_name = 'eve' WHERE sequence = 3"),
    "a changed detail": lambda: _sql("UPDATE casebook_auditentry SET detail = '{}' WHERE sequence = 3"),
    "an entry taken out": lambda: _sql("DELETE FROM casebook_auditentry WHERE sequence = 3"),
    "the end cut off": lambda: _sql("DELETE FROM casebook_auditentry WHERE sequence >= 4"),
    "all taken out": lambda: _sql("DELETE FROM casebook_auditentry"),
}


@pytest.mark.parametrize("tamper", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_found(trail: None, tamper: Callable[[], None]) -> None:
    tamper()
    assert audit.verify() != []


def test_an_end_cut_off_and_grown_anew_is_found(trail: None) -> None:
    _sql("DELETE FROM casebook_auditentry WHERE sequence >= 3")
    for _ in range(6):
        audit.record("case.viewed", "c-9", Actor("eve"))
    assert any("audit entry 3" in str(found) for found in audit.verify())


def test_a_changed_entry_with_its_hash_made_anew_is_found(trail: None) -> None:
    entry = AuditEntry.internal.get(sequence=2)
    entry.target = "c-other"
    _sql(
        "UPDATE casebook_auditentry SET target = %s, hash = %s WHERE sequence = 2",
        entry.target,
        audit.hash_of(entry),
    )
    assert {found.where for found in audit.verify()} == {"audit entry 2", "audit entry 3"}


def test_a_whole_chain_made_anew_is_found_by_the_file_beside_the_database(trail: None) -> None:
    previous = audit.START
    for entry in AuditEntry.internal.order_by("sequence"):
        entry.actor_name, entry.previous = "eve", previous
        previous = audit.hash_of(entry)
        _sql(
            "UPDATE casebook_auditentry SET actor_name = %s, previous = %s, hash = %s WHERE id = %s",
            "eve", entry.previous, previous, entry.pk,
        )  # fmt: skip
    assert len(audit.verify()) == 5


def test_a_missing_file_of_hashes_is_said(trail: None, folder: Path) -> None:
    (folder / "audit-hashes").unlink()
    assert "cannot be told" in str(audit.verify()[0])


def test_a_line_cut_off_by_a_loss_of_power_is_passed_over(trail: None, folder: Path) -> None:
    with (folder / "audit-hashes").open("a") as file:
        file.write("6 abc")
    assert audit.verify() == []


def test_a_missing_trigger_is_found(trail: None) -> None:
    name = protection.missing
    assert name(connection) == []
    with connection.cursor() as cursor:
        cursor.execute(protection.removals(connection.vendor)[0])
    try:
        assert [found for found in audit.verify() if "trigger" in found.where]
    finally:
        protection.protect(connection)


@pytest.mark.parametrize("table", protection.APPEND_ONLY)
@pytest.mark.parametrize("act", ["UPDATE {0} SET actor_name = 'eve'", "DELETE FROM {0}"])
def test_the_database_refuses_to_change_what_only_grows(trail: None, table: str, act: str) -> None:
    Decision.internal.create(kind="accept", target="t-1", actor_name="ada", at=timezone.now())
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(act.format(table))
    assert AuditEntry.internal.count() == 5 and Decision.internal.count() == 1


def test_postgresql_refuses_to_truncate(trail: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE casebook_auditentry CASCADE")


def test_deleting_an_account_deletes_no_history() -> None:
    user = get_user_model().objects.create_user("ada")
    audit.record("case.viewed", "c-1", Actor.of(user))
    Decision.internal.create(kind="accept", target="t-1", actor=user, actor_name="ada", at=timezone.now())
    number = user.pk
    user.delete()
    entry = AuditEntry.internal.get()
    assert (entry.actor_name, entry.actor_id) == ("ada", number)
    assert Decision.internal.get().actor_name == "ada"
    assert [found for found in audit.verify() if "audit entry" in found.where] == []


def test_an_entry_falls_with_its_transaction(trail: None) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        audit.record("case.viewed", "c-1")
        raise RuntimeError
    assert AuditEntry.internal.count() == 5
    assert audit.verify() == []
