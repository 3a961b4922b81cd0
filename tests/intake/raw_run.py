"""Run by test_raw_bytes in a process of its own: a report comes in on a true database file, and is not tidied away.

    python -m tests.intake.raw_run FOLDER

The marks are told to nobody else: what the test searches for was never written by the test.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import sys
from pathlib import Path

WORDS = "Marktwain zeppelin owl"
MARKS = {
    "account": f"{WORDS} account",
    "where": f"{WORDS} where",
    "contact": f"{WORDS} contact",
    "answer": f"{WORDS} answer",
    "reply": f"{WORDS} reply",
    "reason": f"{WORDS} reason for opening the identity",
    "decision": f"{WORDS} decision",
    "file": f"{WORDS} file",
    "large file": f"{WORDS} large",
    "file name": f"{WORDS} name",
    "draft file": f"{WORDS} draft",
    "agent": f"{WORDS} agent",
    "address": "203.0.113.77",
}


def main(folder: Path) -> None:
    os.environ["PEELIAN_CASEBOOK"] = str(folder / "casebook")
    os.environ["DJANGO_SETTINGS_MODULE"] = "peelian.server.settings"
    os.environ["PEELIAN_HOSTS"] = "testserver"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    call_command("migrate", verbosity=0)
    # Everything that any library says is written down, but the statements themselves (DEBUG of django.db.backends
    # shows every value; Django emits it only where DEBUG is on).
    root = logging.getLogger()
    root.addHandler(logging.FileHandler(folder / "log.txt"))
    root.setLevel(logging.DEBUG)
    logging.getLogger("peelian.intake").debug("CONTROL in the open")

    from tests.intake import people
    from tests.intake.people import DESK, RETURN, Keys, Person, hidden, upload

    from peelian.intake import identity, receipt, recipients, triage
    from peelian.intake.models import AppealLink, IdentityRequest, Recipient, Report
    from peelian.intake.recipients import Role

    today = timezone.localdate()
    keys = Keys()
    recipients.add("ruth", keys.ruth.public, today)
    recipients.add("keeper", keys.keeper.public, today, role=Role.CUSTODIAN)
    people.AGENT, people.ADDRESS = MARKS["agent"], MARKS["address"]
    person = Person()
    large = (
        MARKS["large file"] + "\n"
    ).encode() * 120_000  # over 2.5 MB: Django's own handler would write it down
    code = person.report(
        MARKS["account"],
        where=MARKS["where"],
        reach="contact",
        contact_name=MARKS["contact"],
        files=[upload(MARKS["file"].encode(), MARKS["file name"] + ".txt"), upload(large, "large.txt")],
    )
    person.preview("never sent", files=upload(MARKS["draft file"].encode()))
    page = person.come_back(code)
    person.post(
        RETURN,
        {"token": hidden(page, "token"), "code": code, "what": MARKS["answer"], "step": "answer"},
    )
    person.come_back(receipt.new_code())  # a wrong one
    report = Report.internal.get()
    triage.reply(report, MARKS["reply"], DESK, today)
    opened = triage.read(report, [keys.ruth], DESK)
    assert opened[0].labels["what"] == MARKS["account"] and len(opened[0].files) == 2
    assert MARKS["reply"] in person.come_back(code)
    ruth, keeper = (Recipient.internal.get(name=name) for name in ("ruth", "keeper"))
    asked = identity.ask(report, ruth, MARKS["reason"], DESK, today)
    identity.decide(
        IdentityRequest.internal.get(pk=asked.pk), keeper, [keys.keeper],
        granted=True, because=MARKS["decision"], by=DESK, today=today,
    )  # fmt: skip
    AppealLink.internal.create(token="t", case_public_id="c-1", asks="CONTROL in the open", opened_on=today)
    if connection.vendor == "sqlite":
        _copies(folder)
    print(json.dumps({"code": code, "statuses": [answer.status_code for answer in person.answers]}))
    sys.stdout.flush()
    connection.connection = None
    os._exit(0)  # as if the plug were pulled: the write-ahead log stays as it is


def _copies(folder: Path) -> None:
    """A backup and a dump beside the database."""
    with sqlite3.connect(folder / "casebook" / "casebook.sqlite3") as source:
        with sqlite3.connect(folder / "backup.sqlite3") as copy:
            source.backup(copy)
        (folder / "dump.sql").write_text("\n".join(source.iterdump()), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
