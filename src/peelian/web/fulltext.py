"""Full text over published cases: FTS5 on SQLite, ``tsvector`` on PostgreSQL, behind the same functions.

Words are folded (accents, case) and stemmed in English by the engine. A question is words that must all
occur; ``"words in quotes"`` must stand together, ``-word`` must not occur, the last word may be unfinished.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.db import connection

#: At most so many words of a question are used, and so many hits ranked: a question cannot be made costly.
MOST_WORDS = 12
#: Beyond so many hits they are not ranked: words that common tell no case from another, and ranking is what takes time.
MOST_RANKED = 2_000
_PART = re.compile(r'(-?)"([^"]{1,200})"|(-?)([^\s"]{1,60})')
_WORD = re.compile(r"\w+", re.UNICODE)

CREATE_SQLITE = """
CREATE VIRTUAL TABLE web_fulltext USING fts5(
  title, names, text, tokenize='porter unicode61 remove_diacritics 2', prefix='2 3'
)
"""
CREATE_POSTGRES = """
CREATE TABLE web_fulltext (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX web_fulltext_words ON web_fulltext USING gin (words);
"""


def parts(question: str) -> Iterator[tuple[bool, list[str]]]:
    """The parts of a question: (wanted, words that stand together), at most ``MOST_WORDS`` words in all."""
    left = MOST_WORDS
    for match in _PART.finditer(question[:500]):
        words = _WORD.findall(match[2] or match[4] or "")[:left]
        left -= len(words)
        if words:
            yield not (match[1] or match[3]), words


def matches(question: str) -> list[int]:
    """Ids of the entries that fit a question; an empty list if it holds no word to look for.

    Best first, but in no order if there are more than ``MOST_RANKED``.
    """
    wanted = list(parts(question))
    if not any(positive for positive, _ in wanted):
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            positive = [words for yes, words in wanted if yes]
            phrases = ['"' + " ".join(words) + '"' for words in positive]
            if len(positive[-1]) == 1 and not question.rstrip().endswith('"'):
                phrases[-1] += "*"
            text = " AND ".join(phrases)
            for words in (words for yes, words in wanted if not yes):
                text = f'({text}) NOT "{" ".join(words)}"'
            cursor.execute("SELECT rowid FROM web_fulltext WHERE web_fulltext MATCH %s", [text])
            found = [row[0] for row in cursor.fetchall()]
            if not 1 < len(found) <= MOST_RANKED:
                return found
            cursor.execute(
                "SELECT rowid FROM web_fulltext WHERE web_fulltext MATCH %s "
                "ORDER BY bm25(web_fulltext, 6.0, 10.0, 1.0)",
                [text],
            )
        else:
            terms = [
                ("" if yes else "!") + "(" + " <-> ".join(f"'{word}'" for word in words) + ")"
                for yes, words in wanted
            ]
            if wanted[-1][0] and len(wanted[-1][1]) == 1 and not question.rstrip().endswith('"'):
                terms[-1] = f"'{wanted[-1][1][0]}':*"
            cursor.execute(
                "SELECT rowid FROM web_fulltext, to_tsquery('english', %s) AS question "
                "WHERE words @@ question ORDER BY ts_rank_cd(words, question) DESC, rowid",
                [" & ".join(terms)],
            )
        return [row[0] for row in cursor.fetchall()]


def put(rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Index (entry id, title, names, text) rows, in the place of what the ids had before."""
    batch = list(rows)
    drop(row[0] for row in batch)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO web_fulltext(rowid, title, names, text) VALUES (%s, %s, %s, %s)", batch
            )
        else:
            cursor.executemany(
                "INSERT INTO web_fulltext(rowid, words) VALUES (%s, "
                "setweight(to_tsvector('english', %s), 'B') || setweight(to_tsvector('english', %s), 'A') || "
                "to_tsvector('english', %s))",
                batch,
            )


def drop(ids: Iterable[int]) -> None:
    """Take entries out of the index."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM web_fulltext WHERE rowid = %s", [(id_,) for id_ in ids])
