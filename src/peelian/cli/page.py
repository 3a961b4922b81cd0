"""A document as one page to look at: its text with the words of each fact marked, its facts beside it.

The page is complete in itself: no script, nothing fetched, and a content security policy that says so.
Everything that comes from the document is escaped. Facts and words lead to each other by links; a
fact, a check and a sensitive span have the ids f1, c1, s1, their words f1w1, f1w2 and so on.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from pathlib import PurePath
from typing import Final

from peelian.cli import words
from peelian.cli.facts import FAMILIES, Fact, Marks, facts, heading, lines, marks
from peelian.documents import Document
from peelian.reading.model import Reading, Subject

#: Above this many facts, hovering one no longer lights the other up (links still do): the browser's time.
MOST_LIT: Final = 400
#: How a stage or a finding looks: never by colour alone, always with its word.
_STATUS: Final = {
    "alleged": "dotted", "pending": "dotted", "charged": "outline", "convicted": "solid", "cautioned": "solid",
    "gross_misconduct": "solid", "misconduct": "solid", "acquitted": "bar", "discontinued": "bar",
    "not_proven": "bar", "no_case": "bar",
}  # fmt: skip


def html_page(document: Document, reading: Reading) -> str:
    """The page, as HTML."""
    found = facts(reading)
    on_text = marks(reading, found, document.text)
    anchors = _Anchors(on_text)
    style = files("peelian.cli").joinpath("data", "page.css").read_text("utf-8") + _lit(anchors)
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = _safe(reading.title or document.title or reading.id)
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title} – read by Peelian</title>",
            f"<style>{style}</style>\n</head>\n<body>",
            *_header(document, reading, title),
            '<section class="facts" id="facts" tabindex="0" aria-label="Facts">',
            *_facts(reading, found, anchors),
            *_checks(reading, anchors),
            *_sensitive(document, reading, anchors),
            "</section>",
            '<main class="text" id="text" tabindex="0" aria-label="The document">',
            *_text(document.text, reading, on_text, anchors),
            *_footer(document, reading),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _safe(text: str) -> str:
    """Text for the page: control characters replaced, everything else escaped."""
    return escape(words.harmless(text))


class _Anchors:
    """The ids of the marked words: those of "f3" are "f3w1", "f3w2" …, in the order of the text."""

    def __init__(self, on_text: Marks) -> None:
        self._ids: dict[str, dict[tuple[int, int], str]] = {}
        for mark in on_text.all:
            places = self._ids.setdefault(mark.key, {})
            places.setdefault((mark.start, mark.end), f"{mark.key}w{len(places) + 1}")

    def keys(self) -> Iterable[str]:
        """What has marked words."""
        return self._ids

    def of(self, key: str) -> list[str]:
        """The ids of the words of ``key``."""
        return list(self._ids.get(key, {}).values())

    def id(self, key: str, start: int, end: int) -> str:
        """The id of these words of ``key``."""
        return self._ids[key][start, end]


def _lit(anchors: _Anchors) -> str:
    """Rules by which a fact and its words light up together when either is pointed at, in focus or the target."""
    keys = list(anchors.keys())
    if len(keys) > MOST_LIT:
        return ""
    state = ":is(:hover, :focus-within, :target)"
    ours = ", ".join(f"body:has(#{k}{state}) .{k}, body:has(#{k}{state}) .{k} mark" for k in keys)
    theirs = ", ".join(f"body:has(.{k}{state}) #{k}" for k in keys)
    inner = ", ".join(f"body:has(.{k}{state}) #{k} :is(dt, a, .soft)" for k in keys)
    return (
        f"{ours} {{ background: var(--words-lit); color: var(--words-ink); }}\n"
        f"{theirs} {{ background: var(--words); color: var(--words-ink); box-shadow: inset 3px 0 var(--words-edge); }}\n"
        f"{inner} {{ color: var(--words-ink); }}\n"
        if keys
        else ""
    )


def _header(document: Document, reading: Reading, title: str) -> Iterator[str]:
    told = [
        _safe(reading.publisher or ""),
        _safe(words.date(reading.published)) if reading.published else "no date given",
        words.plain(reading.kind),
    ]
    yield f'<a class="skip" href="#text">To the text</a>\n<header>\n<h1>{title}</h1>'
    yield f'<p class="soft">{" · ".join(part for part in told if part)}</p>'
    links = [("facts", "Facts"), ("text", "The text")]
    if reading.inconsistencies:
        links.append(("checks", f"Checks ({len(reading.inconsistencies)})"))
    if reading.sensitive:
        links.append(("weigh", f"To weigh before publication ({len(reading.sensitive)})"))
    yield f'<nav aria-label="On this page">{"".join(f"""<a href="#{id}">{name}</a>""" for id, name in links)}</nav>'
    yield "</header>"


# ---- facts


def _facts(reading: Reading, found: list[Fact], anchors: _Anchors) -> Iterator[str]:
    if not reading.subjects:
        yield "<h2>No subject</h2><p>The document tells of no officer’s own conduct, or none was found.</p>"
    for n, subject in enumerate(reading.subjects):
        yield f'<section class="subject"><h2>{_safe(heading(subject, n + 1))}</h2>'
        if summary := _summary(subject):
            yield f'<p class="soft">{_safe(summary)}</p>'
        yield from _families([fact for fact in found if fact.subject == n], anchors)
        yield "</section>"
    rest = [fact for fact in found if fact.subject is None]
    yield '<section class="block"><h2>The document</h2>'
    yield from _families(rest, anchors)
    yield "</section>"


def _summary(subject: Subject) -> str:
    parts = [
        words.named("ranks", subject.rank) if subject.rank else "",
        words.named("forces", subject.force) if subject.force else "",
        "told as background only" if subject.background is True else "",
    ]
    return ", ".join(part for part in parts if part)


def _families(found: list[Fact], anchors: _Anchors) -> Iterator[str]:
    for family, group in groupby(found, key=lambda fact: fact.family):
        yield "<dl>" if family == "document" else f"<h3>{FAMILIES[family]}</h3><dl>"
        record = ""
        for fact in group:
            part = bool(fact.group) and fact.group == record
            record = fact.group
            yield (
                f'<div class="fact{" part" if part else ""}" id="f{fact.number}">'
                f"<dt>{fact.field if part else fact.label}</dt>"
                f"<dd>{_value(fact, anchors)}</dd></div>"
            )
        yield "</dl>"


def _value(fact: Fact, anchors: _Anchors) -> str:
    key, shown = f"f{fact.number}", _safe(fact.value)
    where = anchors.of(key)
    if where:
        shown = f'<a href="#{where[0]}">{shown}</a>'
    if fact.pointer.endswith(("/stage", "/finding")) and fact.raw in _STATUS:
        shown = f'<span class="status {_STATUS[fact.raw]}">{shown}</span>'
    if not where and not fact.pointer.endswith(("/kind", "/background")):
        shown += ' <span class="soft">(from the file’s own data)</span>'
    return shown + _also(where[1:], fact.label)


def _also(where: list[str], label: str) -> str:
    """Links to the other places where the text says it."""
    if not where:
        return ""
    links = " ".join(
        f'<a href="#{id}" aria-label="{escape(label)}, place {n} in the text">{n}</a>'
        for n, id in enumerate(where, 2)
    )
    return f'<span class="also soft">also {links}</span>'


def _words_links(where: list[str]) -> str:
    links = " ".join(f'<a href="#{id}">words {n}</a>' for n, id in enumerate(where, 1))
    return f" {links}" if len(where) > 1 else links.replace("words 1", "the words")


def _checks(reading: Reading, anchors: _Anchors) -> Iterator[str]:
    if not reading.inconsistencies:
        return
    yield '<section class="block" id="checks"><h2>Checks</h2>'
    yield '<p class="soft">Where the document disagrees with itself, or with the law of its date.</p><ol>'
    for n, check in enumerate(reading.inconsistencies, 1):
        where = _words_links(anchors.of(f"c{n}"))
        yield f'<li id="c{n}"><p>{_safe(check.message)} {where}</p><p class="soft">{_safe(check.source)}</p></li>'
    yield "</ol></section>"


def _sensitive(document: Document, reading: Reading, anchors: _Anchors) -> Iterator[str]:
    if not reading.sensitive:
        return
    yield '<section class="block" id="weigh"><h2>To weigh before publication</h2><ol>'
    for n, span in enumerate(reading.sensitive, 1):
        said = _safe(words.one_line(document.text[span.start : span.end]))
        where = anchors.of(f"s{n}")
        quote = f'<a href="#{where[0]}">“{said}”</a>' if where else f"“{said}”"
        kind = _safe(words.plain(span.kind)).capitalize()
        yield f'<li id="s{n}"><p>{kind}: {quote}</p><p class="soft">{_safe(span.reason)}</p></li>'
    yield "</ol></section>"


# ---- the text


def _text(text: str, reading: Reading, on_text: Marks, anchors: _Anchors) -> Iterator[str]:
    several = len(reading.subjects) > 1
    legend = " The figure before a label is the subject’s." if several else ""
    yield (
        '<p class="soft legend"><mark>Yellow</mark> are the document’s words that a fact rests on; '
        f"the labels beside them lead to the facts.{legend}</p>"
    )
    for start, end, gap in lines(text):
        yield (
            f'<div class="row{" gap" if gap else ""}"><p>{_line(text, start, end, on_text, anchors)}</p>'
            f"{_labels(start, end, on_text, several)}</div>"
        )


def _line(text: str, start: int, end: int, on_text: Marks, anchors: _Anchors) -> str:
    """One line with its marks nested: where two cross, the later one is closed and opened again."""
    out: list[str] = []
    still: list[tuple[int, int, str]] = []  # the marks that are open, the outermost first
    for piece in on_text.pieces(start, end):
        wanted = [(m.start, m.end, m.key) for m in piece.covering]
        keep = 0
        while keep < min(len(still), len(wanted)) and still[keep] == wanted[keep]:
            keep += 1
        out.append("</mark>" * (len(still) - keep))
        for mark in piece.covering[keep:]:
            id = f' id="{anchors.id(mark.key, mark.start, mark.end)}"' if mark.start == piece.start else ""
            kind = f" {mark.family}" if mark.family in ("check", "sensitive") else ""
            out.append(f'<mark{id} class="{mark.key}{kind}">')
        still = wanted
        said = _safe(text[piece.start : piece.end])
        if piece.covering:  # the narrowest mark is the most exact
            said = f'<a href="#{piece.covering[-1].key}" tabindex="-1">{said}</a>'
        out.append(said)
    return "".join(out) + "</mark>" * len(still)


def _labels(start: int, end: int, on_text: Marks, several: bool) -> str:
    """What the marks that start in a line are of: links to the facts, in the order of the words."""
    labels: dict[str, str] = {}
    for mark in on_text.within(start, end):
        if mark.start >= start and mark.key not in labels:
            whose = (
                f'<span class="n">{mark.subject + 1}</span>' if several and mark.subject is not None else ""
            )
            labels[mark.key] = f'<li><a href="#{mark.key}">{whose}{mark.label}</a></li>'
    return f'<ul class="labels">{"".join(labels.values())}</ul>' if labels else ""


def _footer(document: Document, reading: Reading) -> Iterator[str]:
    source = document.url or PurePath(document.origin or document.id).name
    yield "<footer>"
    yield f'<p class="soft">Read from {_safe(source)} by {_safe(reading.reader.name)} {_safe(reading.reader.version)}.'
    yield " A machine made the marks: check them against the text.</p>"
    if document.sha256:
        yield f'<p class="soft">SHA-256 of the file: {_safe(document.sha256)}</p>'
    if document.notes:
        yield f'<p class="soft">How it was read: {_safe("; ".join(document.notes))}.</p>'
    yield "</footer>"
