"""Fifty people review at once, over HTTP, on SQLite: no decision is lost, none is doubled, nobody sees an error."""

from __future__ import annotations

import random
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.desk.live import Live, running

REVIEWERS, EACH = 50, 4
pytestmark = pytest.mark.slow


def ask(live: Live, session: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
    token = "a" * 32
    request = urllib.request.Request(
        live.address + path,
        data=None
        if form is None
        else urllib.parse.urlencode({**form, "csrfmiddlewaretoken": token}).encode(),
        headers={"Cookie": f"sessionid={session}; csrftoken={token}", "X-Desk": "part"},
    )
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def review(live: Live, number: int) -> tuple[int, int]:
    """Decide on facts until ``EACH`` are stored. Return how many were, and how often somebody was quicker."""
    chance, session = random.Random(number), live.told["sessions"][number]
    stored = conflicts = 0
    for _ in range(5000):  # so many only if somebody is always quicker
        path = f"/desk/documents/{chance.choice(list(live.told['sources'].values()))}/"
        status, page = ask(live, session, path)
        assert status == 200, page[:500]
        version = re.search(r'name="version" value="([^"]+)"', page)
        assert version is not None
        form = {
            "act": chance.choice(["accept", "reject"]),
            "key": chance.choice(re.findall(r'data-fact="([^"]+)"', page)),
            "version": version[1],
            "reason": f"reviewer{number} {stored}",
        }
        status, body = ask(live, session, path + "decide/", form)
        assert status in (200, 409), f"{status} {body[:500]}"
        if status == 200:
            stored += 1
        else:
            conflicts += 1
        if stored == EACH:
            break
    return stored, conflicts


def test_fifty_reviewers_lose_no_decision(tmp_path: Path) -> None:
    with running(tmp_path / "casebook", REVIEWERS) as live, ThreadPoolExecutor(REVIEWERS) as pool:
        done = list(pool.map(lambda n: review(live, n), range(REVIEWERS)))
    assert [stored for stored, _ in done] == [EACH] * REVIEWERS
    database = sqlite3.connect(tmp_path / "casebook" / "casebook.sqlite3")
    made = database.execute(
        "select actor_name, count(*) from casebook_decision where actor_name like 'reviewer%' group by 1"
    ).fetchall()
    assert dict(made) == {f"reviewer{n}": EACH for n in range(REVIEWERS)}
    numbers = [
        row[0] for row in database.execute("select sequence from casebook_auditentry order by sequence")
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    told = database.execute(
        "select count(*) from casebook_auditentry where action in ('decision.accept', 'decision.reject')"
    ).fetchone()
    assert told == (REVIEWERS * EACH,)
    print(
        f"{REVIEWERS * EACH} decisions, {sum(c for _, c in done)} conflicts told, {max(c for _, c in done)} to one"
    )
