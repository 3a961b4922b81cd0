"""The desk's permissions, each in words. The intake's are its own (``intake.read_intake``, ``intake.custody_intake``)."""

from __future__ import annotations

from typing import Final

PERMISSIONS: Final = (
    ("enter", "May enter the desk"),
    ("read_desk", "May see documents, persons and cases, published or not"),
    ("review", "May accept, correct, reject and add facts, and mark words as sensitive"),
    ("judge", "May decide who is who"),
    ("work_cases", "May carry cases through the process"),
    ("prepare", "May put cases up for publication"),
    ("approve", "May publish what another person prepared"),
    ("withdraw", "May take a case from the public"),
    ("answer_requests", "May answer requests from the public"),
    ("export_corpus", "May take reviewed documents out as labelled data"),
    ("see_audit", "May see and verify the audit trail"),
    ("manage_accounts", "May invite people, set their roles and close accounts"),
)
