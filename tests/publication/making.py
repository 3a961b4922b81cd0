"""Case files for the tests: fictional sources whose facts are given with the words that they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peelian.casefile.build import build
from peelian.casefile.facts import CaseFile, CaseInput, Sensitive, Source
from peelian.casefile.statements import sensitive as sensitive_of
from peelian.casefile.statements import statements
from peelian.publication.gate import gate
from peelian.publication.shapes import PublishedCase

#: So much more text that the facts are no great part of it: quotations may show only a share of a source.
FILLER = (
    " The force said that it expects the highest standards of all who serve in it, and that the public can be sure "
    "that it looks into every report that it receives. It thanked those who came forward and spoke to it."
)


@dataclass
class Told:
    """A source: its text, its subjects (value, words) and its sensitive words (kind, words)."""

    text: str
    subjects: list[dict[str, Any]]
    sensitive: list[tuple[str, str]] = field(default_factory=list)
    persons: list[str] | None = None
    kind: str = "news"
    official: bool = False
    published: str | None = "2024-04-12"
    publisher: str | None = "The Selby Clarion"
    title: str | None = None
    url: str | None = None
    copy_of: str | None = None

    @property
    def id(self) -> str:
        return "s-" + hashlib.sha256(self.text.encode()).hexdigest()[:12]


def C(value: Any, words: str) -> tuple[Any, str]:
    """A value and the words of the text that it rests on."""
    return (value, words)


def _reading(told: Told) -> dict[str, Any]:
    evidence: dict[str, list[tuple[int, int]]] = {}

    def plain(node: Any, pointer: str) -> Any:
        if isinstance(node, tuple):
            value, words = node
            start = told.text.index(words)
            evidence[pointer] = [(start, start + len(words))]
            return value
        if isinstance(node, dict):
            return {key: plain(one, f"{pointer}/{key}") for key, one in node.items()}
        if isinstance(node, list):
            return [plain(one, f"{pointer}/{n}") for n, one in enumerate(node)]
        return node

    subjects = [plain(subject, f"/subjects/{n}") for n, subject in enumerate(told.subjects)]
    marks = []
    for kind, words in told.sensitive:
        start = told.text.index(words)
        marks.append({"kind": kind, "start": start, "end": start + len(words), "reason": ""})
    return {"subjects": subjects, "evidence": evidence, "sensitive": marks}


@dataclass
class Made:
    """A case with what the gate needs beside it."""

    case: CaseFile
    sensitive: tuple[Sensitive, ...]
    texts: dict[str, str]

    def publish(self, policy: str = "cautious", on: str = "2024-06-01", **more: Any) -> PublishedCase:
        return gate(
            self.case,
            sensitive=self.sensitive,
            texts=self.texts,
            policy=policy,
            as_of=date.fromisoformat(on),
            **more,
        )


def make(*sources: Told, id: str = "c-aaaaaaaaaa") -> Made:
    """A case of some sources; subject n of every source is person n unless the source says otherwise."""
    mentions = []
    marked: list[Sensitive] = []
    for told in sources:
        reading = _reading(told)
        people: Sequence[str] = told.persons or [f"p-person{n:04d}" for n in range(len(told.subjects))]
        for draft, person in zip(statements(reading, told.text, told.id), people, strict=True):
            mentions.append(draft.of(person))
        marked += sensitive_of(reading, told.text, told.id)
    rows = tuple(
        Source(
            id=told.id,
            title=told.title,
            publisher=told.publisher,
            published=told.published,
            url=told.url,
            kind=told.kind,
            official=told.official,
            copy_of=told.copy_of,
        )
        for told in sources
    )
    case = build(CaseInput(id=id, sources=rows, mentions=tuple(mentions)))
    return Made(case, tuple(marked), {told.id: told.text for told in sources})


def dismissed(**more: Any) -> Told:
    """PC Idris Vane: drink-driving, 12 weeks suspended on 11 April 2024, dismissed at a public hearing."""
    text = (
        "PC Idris Vane, 34, of Bridge Lane, Selby, was given 12 weeks suspended for 12 months at Leeds Crown "
        "Court on 11 April 2024 after he pleaded guilty to theft. North Yorkshire Police said today. A "
        "misconduct hearing on 2 May 2024 at Newby Wiske found gross misconduct. He was dismissed without "
        "notice. The panel said that honesty and integrity is what the public expects of every officer, "
        "and that nothing less than dismissal would do in this case. He has been placed on the barred list."
    )
    given: dict[str, Any] = {
        "text": text,
        "kind": "hearing_outcome",
        "official": True,
        "published": "2024-05-03",
        "publisher": "North Yorkshire Police",
        "title": "Outcome of misconduct hearing",
        "url": "https://northyorks.example/outcomes/2024-05",
        "subjects": [
            {
                "name": C("Idris Vane", "Idris Vane"),
                "rank": C("police_constable", "PC"),
                "age": C(34, "34"),
                "force": C("north_yorkshire", "North Yorkshire Police"),
                "residence": C("Bridge Lane, Selby", "Bridge Lane, Selby"),
                "courts": [C("Leeds Crown Court", "Leeds Crown Court")],
                "sentenced_on": C("2024-04-11", "11 April 2024"),
                "offences": [
                    {
                        "offence": C("theft", "theft"),
                        "title": C("theft", "theft"),
                        "plea": C("guilty", "pleaded guilty"),
                        "stage": C("convicted", "pleaded guilty"),
                    }
                ],
                "sentences": [
                    {
                        "kind": C("suspended_sentence", "12 weeks suspended"),
                        "length": C("P12W", "12 weeks"),
                        "suspended_for": C("P12M", "suspended for 12 months"),
                    }
                ],
                "proceeding": {
                    "kind": C("misconduct_hearing", "misconduct hearing"),
                    "date": C("2024-05-02", "2 May 2024"),
                    "venue": C("Newby Wiske", "Newby Wiske"),
                    "finding": C("gross_misconduct", "gross misconduct"),
                    "outcome": C("dismissed_without_notice", "dismissed without notice"),
                },
                "barred": C(True, "placed on the barred list"),
            }
        ],
    }
    given |= more
    return Told(**given)
