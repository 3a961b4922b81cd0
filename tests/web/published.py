"""Published cases for tests: fictional, small, made without the rooms below."""

from __future__ import annotations

from typing import Any

from peelian.publication.shapes import (
    Other,
    PublishedCase,
    PublishedCheck,
    PublishedDuration,
    PublishedEvent,
    PublishedParty,
    PublishedRecord,
    PublishedRegime,
    PublishedSource,
    Quote,
    Shown,
)


def shown(field: str, value: Any, label: str | None = None, **more: Any) -> Shown:
    heading = field.replace("_", " ").capitalize()
    return Shown(
        field=field, heading=heading, value=value, label=str(value) if label is None else label, **more
    )


def quote(text: str, words: str, source: str = "s-000000000001") -> Quote:
    start = text.index(words)
    return Quote(source=source, text=text, marks=((start, start + len(words)),), before=True, after=True)


def case(number: int = 1, name: str = "Ada Thorne", force: str = "kent", **more: Any) -> PublishedCase:
    """A case of one officer: convicted, heard, dismissed. ``more`` replaces fields of the case."""
    said = quote(f"PC {name}, 26, was dismissed without notice on 3 May 2019.", name)
    dismissed = quote(
        f"PC {name}, 26, was dismissed without notice on 3 May 2019.", "dismissed without notice"
    )
    party = PublishedParty(
        person=f"p-{number:010d}",
        named=True,
        display=f"PC {name}",
        facts={
            "name": shown("name", name, quotes=(said,)),
            "rank": shown("rank", "police_constable", "police constable"),
            "force": shown("force", force, f"{force.title()} Police"),
            "age": shown(
                "age", 26, why="two sources against one", conflict=True, quotes=(said,), sources=2,
                others=(Other(value=27, label="27", quotes=(said,)),),
            ),
            "residence": Shown(
                field="residence", heading="Residence", state="generalised", value="Canterbury",
                label="Canterbury", reason="No street is shown.", rule="home_address", source="Policy",
            ),
        },
        lists={"courts": (shown("courts", "Maidstone Crown Court"),)},
        offences=(
            PublishedRecord(
                id=f"c-{number:010d}/offences/1", kind="offence", title="misconduct in public office",
                facts={
                    "offence": shown("offence", "misconduct_in_public_office", "misconduct in public office"),
                    "stage": shown("stage", "convicted"),
                    "count": shown("count", 2),
                    "plea": shown("plea", "guilty"),
                },
            ),
        ),
        sentences=(
            PublishedRecord(
                id=f"c-{number:010d}/sentences/1", kind="sentence", title="two years' imprisonment",
                facts={"kind": shown("kind", "imprisonment"), "length": shown("length", "P2Y", "2 years")},
            ),
            PublishedRecord(
                id=f"c-{number:010d}/sentences/2", kind="sentence", title="", state="withheld",
                reason="A rule keeps this back until a day.", changes_on="2031-01-01", source="Act 1974 s.5",
            ),
        ),
        proceedings=(
            PublishedRecord(
                id=f"c-{number:010d}/proceedings/1", kind="proceeding", title="special case hearing",
                facts={
                    "kind": shown("kind", "special_case_hearing", "special case hearing"),
                    "date": shown("date", "2019-05-03", "3 May 2019"),
                    "finding": shown("finding", "gross_misconduct", "gross misconduct"),
                    "outcome": shown("outcome", "dismissed_without_notice", "dismissed without notice", quotes=(dismissed,)),
                },
            ),
        ),
    )  # fmt: skip
    fields: dict[str, Any] = {
        "id": f"c-{number:010d}",
        "policy": "cautious",
        "as_of": "2026-11-22",
        "title": f"PC {name}, {force.title()} Police",
        "summary": f"PC {name} of {force.title()} Police was dismissed without notice on 3 May 2019.",
        "parties": (party,),
        "sources": (
            PublishedSource(
                id="s-000000000001", title="Officer dismissed", publisher="The Medway Gazette (fictional)",
                published="2019-05-04", url="https://example.org/officer-dismissed", kind="news", copies=1,
            ),
        ),
        "events": (
            PublishedEvent(
                id="e1", person=party.person, track="criminal", kind="sentenced", title="Sentenced to two years",
                date="2019-04", date_label="April 2019", earliest="2019-04-01", latest="2019-04-30",
                order_certain=False,
            ),
            PublishedEvent(
                id="e2", person=party.person, track="misconduct", kind="outcome", title="Dismissed without notice",
                date="2019-05-03", date_label="3 May 2019", earliest="2019-05-03", latest="2019-05-03",
                quotes=(dismissed,),
            ),
            PublishedEvent(
                id="e3", person=party.person, track="oversight", kind="mode-set", title="Managed by the IPCC",
                inferred=True, reason="the report gives no date",
            ),
        ),
        "checks": (
            PublishedCheck(
                rule="ages_differ", severity="warning", message="Two sources give different ages.", source="—",
            ),
        ),
        "durations": (
            PublishedDuration(
                kind="conviction_to_dismissal", person=party.person, start="e1", end="e2", shortest=3, longest=32,
                heading="Conviction to dismissal", label="between 3 and 32 days",
            ),
        ),
        "regime": PublishedRegime(
            ids=("r2012",), basis="inferred", reason="the hearing was in 2019", source="SI 2012/2632",
            label="Police (Conduct) Regulations 2012",
        ),
        "search_text": f"{name} Kent Police misconduct in public office dismissed Maidstone Crown Court",
    }  # fmt: skip
    return PublishedCase(**{**fields, **more})
