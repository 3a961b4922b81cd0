"""A record of the guide as the items that are counted, each in a normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

Record = Mapping[str, Any]

#: The facts of the case. What is not here is a detail, counted in ``all`` only.
CORE: Final = frozenset(
    {
        "subject", "name", "rank", "age", "force", "offence", "offence.stage", "offence.count",
        "offence.plea", "court", "sentenced_on", "sentence", "sentence.suspended_for", "order",
        "order.term", "oversight", "mode", "proceeding.kind", "proceeding.date", "proceeding.chair",
        "finding", "outcome", "standard", "resigned", "barred", "appeal",
    }
)  # fmt: skip
#: Every field that is counted, in alphabetical order.
FIELDS: Final = tuple(
    sorted(
        CORE
        | {
            "label", "collar_number", "joined", "suspended", "restricted", "former", "residence", "post",
            "body", "proceeding.chair_role", "proceeding.venue", "published", "kind", "title",
            "publisher", "speaker", "speaker.organisation", "speaker.role", "helpline",
        }
    )
)  # fmt: skip


class Item(NamedTuple):
    """One value that is counted.

    ``key`` is compared exactly; where ``text`` is given (a value kept as written), it is compared by
    its words instead. ``at`` is the JSON Pointer of the value, ``words`` what a text may say for it.
    """

    field: str
    key: str
    text: str | None = None
    at: str = ""
    words: str = ""

    @property
    def shown(self) -> str:
        """The value as a person is shown it."""
        return self.key if self.text is None else self.text


def fold(value: object) -> str:
    """Lower case, no accents, no punctuation, single spaces."""
    text = unicodedata.normalize("NFKD", str(value)).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", text.replace("'", "")).split())


def months(length: str | None) -> str | None:
    """An ISO 8601 length as comparable text: years and months as months, weeks as days."""
    if length in (None, "indefinite"):
        return length
    got = {unit: int(n) for n, unit in re.findall(r"(\d+)([YMWDH])", length or "")}
    if "H" in got:
        return f"{got['H']}h"
    whole, days = got.get("Y", 0) * 12 + got.get("M", 0), got.get("W", 0) * 7 + got.get("D", 0)
    return f"{whole}m{days}d"


def alike(a: str, b: str) -> bool:
    """Whether two values kept as written say the same: most of the shorter one's words are shared."""
    small = {"the", "of", "and", "a"}
    x, y = set(fold(a).split()), set(fold(b).split())
    x, y = x - small or x, y - small or y
    return bool(x and y) and len(x & y) / len(x | y) >= 0.6


def subject_items(s: Record, at: str = "") -> list[Item]:
    """The items of one subject. ``at`` is the pointer of the subject's record."""
    out = [Item("subject", "", None, at, s.get("name") or s.get("label") or "")]

    def put(field: str, value: Any, path: str, *, fuzzy: bool = False, words: object = None) -> None:
        if value not in (None, "", [], False):
            said = str(value if words is None else words)
            out.append(
                Item(field, "" if fuzzy else fold(value), value if fuzzy else None, f"{at}/{path}", said)
            )

    put("name", s.get("name"), "name")
    put("force", s.get("force"), "force")
    proceeding = s.get("proceeding") or {}
    put("outcome", proceeding.get("outcome"), "proceeding/outcome")
    if s.get("background"):
        return out
    put("label", s.get("label"), "label")
    for field in (
        "rank", "age", "collar_number", "joined", "resigned", "suspended", "restricted", "barred", "sentenced_on",
    ):  # fmt: skip
        put(field, s.get(field), field, words=field if s.get(field) is True else None)
    put("former", s.get("former") is True, "former", words="former")
    put("residence", s.get("residence"), "residence", fuzzy=True)
    for i, post in enumerate(s.get("posts") or []):
        put("post", post, f"posts/{i}", fuzzy=True)
    for i, o in enumerate(s.get("offences") or []):
        title = o.get("title") or o["offence"]
        put("offence", o["offence"], f"offences/{i}/offence", words=title)
        for part in ("stage", "count", "plea"):
            if o.get(part) is not None:
                put(f"offence.{part}", f"{o['offence']} {o[part]}", f"offences/{i}/{part}", words=title)
    for i, court in enumerate(s.get("courts") or []):
        put("court", court, f"courts/{i}")
    for i, x in enumerate(s.get("sentences") or []):
        key = f"{x['kind']} {months(x.get('length'))} {x.get('amount')} {x.get('hours')}"
        out.append(Item("sentence", key, None, f"{at}/sentences/{i}", _sum_words(x)))
        if x.get("suspended_for"):
            term = x["suspended_for"]
            out.append(
                Item(
                    "sentence.suspended_for",
                    months(term) or "",
                    None,
                    f"{at}/sentences/{i}/suspended_for",
                    term,
                )
            )
    for i, x in enumerate(s.get("orders") or []):
        put("order", x["kind"], f"orders/{i}/kind")
        if any(x.get(k) is not None for k in ("length", "amount", "hours")):
            amount = x.get("amount")
            amount = float(amount) if isinstance(amount, int | float) else amount
            key = f"{x['kind']} {months(x.get('length'))} {amount} {x.get('hours')}"
            put("order.term", key, f"orders/{i}", words=_sum_words(x))
    inv = s.get("investigation") or {}
    put("oversight", inv.get("oversight"), "investigation/oversight")
    put("mode", inv.get("mode"), "investigation/mode")
    for i, body in enumerate(inv.get("bodies") or []):
        put("body", body, f"investigation/bodies/{i}", fuzzy=True)
    put("proceeding.kind", proceeding.get("kind"), "proceeding/kind")
    put("proceeding.date", proceeding.get("date"), "proceeding/date", words=proceeding.get("date"))
    put("proceeding.chair", proceeding.get("chair"), "proceeding/chair")
    put("finding", proceeding.get("finding"), "proceeding/finding")
    put("proceeding.chair_role", proceeding.get("chair_role"), "proceeding/chair_role", fuzzy=True)
    put("proceeding.venue", proceeding.get("venue"), "proceeding/venue", fuzzy=True)
    for i, standard in enumerate(proceeding.get("standards") or []):
        put("standard", standard, f"proceeding/standards/{i}")
    appeal = s.get("appeal")
    if appeal:
        put("appeal", f"{appeal.get('kind')} {appeal.get('result')}", "appeal", words="appeal")
    return out


def document_items(d: Record) -> list[Item]:
    """The items of a document itself: its date, kind, title, publisher, speakers and helplines."""
    out = []
    for field in ("published", "kind"):
        if d.get(field):
            out.append(Item(field, fold(d[field]), None, f"/{field}", d[field]))
    for field in ("title", "publisher"):
        if d.get(field):
            out.append(Item(field, "", d[field], f"/{field}", d[field]))
    for i, x in enumerate(d.get("speakers") or []):
        name, at = x.get("name"), f"/speakers/{i}"
        said = x.get("organisation") or ""
        out.append(
            Item("speaker", fold(name), None, f"{at}/name", name)
            if name
            else Item("speaker.organisation", "", said, f"{at}/organisation", said)
        )
        if name and x.get("role"):
            out.append(Item("speaker.role", "", f"{name} {x['role']}", f"{at}/role", x["role"]))
    for i, x in enumerate(d.get("helplines") or []):
        phone = x.get("phone") or ""
        key = re.sub(r"\D", "", phone) or fold(x.get("organisation"))
        out.append(Item("helpline", key, None, f"/helplines/{i}", phone or x.get("organisation") or ""))
    return out


def _sum_words(x: Record) -> str:
    """What a text may say for a term or a sum: the length, hours or pounds of a record, else its kind."""
    for part in ("length", "hours", "amount"):
        if x.get(part) is not None:
            return str(x[part])
    return str(x["kind"])
