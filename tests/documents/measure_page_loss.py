"""Counts what is lost and what furniture is left when the corpus is wrapped in pages and read back.

Run: python tests/documents/measure_page_loss.py   (the table in docs/how-to/formats.md)
"""

from __future__ import annotations

import json
from collections.abc import Callable

import trafilatura
from page_templates import LATER_TEMPLATES, TEMPLATES
from test_no_fact_lost import CORPUS, one_line, written_values

from peelian.documents import load

READERS: dict[str, Callable[[bytes], str]] = {
    "peelian": lambda page: load(page, name="x.html").text,
    "trafilatura": lambda page: trafilatura.extract(page) or "",
    "trafilatura, recall": lambda page: (
        trafilatura.extract(page, favor_recall=True, include_comments=False) or ""
    ),
}


def main() -> None:
    """Print one line for each reader and page."""
    for reader, extract in READERS.items():
        for name, template in (TEMPLATES | LATER_TEMPLATES).items():
            lost = values = left = planted = 0
            for path in CORPUS:
                text = path.read_text(encoding="utf-8")
                labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
                page = template(text, labels["title"], labels["published"], labels["publisher"])
                read, given = one_line(extract(page.data)), one_line(text)
                wanted = {value for value in written_values(labels) if value in given}
                values += len(wanted)
                lost += sum(value not in read for value in wanted)
                planted += len(page.planted)
                left += sum(one_line(sentence) in read for sentence in page.planted)
            print(f"{reader:20} {name:15} values lost {lost} of {values}; furniture left {left} of {planted}")


if __name__ == "__main__":
    main()
