"""Fictional cases that the tests share, one for each thing that must not be shown."""

from __future__ import annotations

from tests.publication.making import C, Made, Told, make

SECRETS = {
    "victim_name": "Wilhelmina Quarrington",
    "relationship": "his goddaughter",
    "victim_place": "Thistlewick Academy",
    "street": "Hollowmere Lane",
    "anonymous": "Barnaby Thistledown",
    "collar": "QX4471",
    "phone": "07700 900461",
    "acquitted": "handling stolen goods",
    "alleged": "blackmail",
    "child_age": "13-year-old",
    "health": "schizophrenia",
}
"""Words planted in ``everything``; none may be found in anything public, in any writing."""


def everything() -> Made:
    """One case full of secrets: a named officer convicted of a sexual offence and an anonymised colleague."""
    release = Told(
        text=(
            "PC Mordecai Ashdown, 41, of Hollowmere Lane, Kelby, was jailed for five years at Lincoln Crown Court on "
            "3 March 2024 after a jury found him guilty of sexual assault of a child. His victim, Wilhelmina "
            "Quarrington, his goddaughter, a 13-year-old girl and a pupil at Thistlewick Academy, was told that "
            "Ashdown has schizophrenia. Call 07700 900461. He was cleared of handling stolen goods and remains under "
            "investigation for blackmail. Lincolnshire Police held a misconduct hearing on 9 April 2024 which "
            "found gross misconduct proven, and he was dismissed without notice. A second officer, Officer B, "
            "was given a final written warning by the same panel. The panel granted Officer B anonymity. The "
            "hearing was held at Nettleham over two days and heard from seven witnesses about how the two had "
            "worked together, what each had known at the time, and which of their supervisors had been told of it."
        ),
        kind="force_release",
        official=True,
        published="2024-04-10",
        publisher="Lincolnshire Police",
        title="Officer jailed for offences against Wilhelmina Quarrington",
        url="https://lincs.example/news/ashdown-wilhelmina-quarrington-jailed",
        sensitive=[
            ("victim_name", "Wilhelmina Quarrington"),
            ("victim_relationship", "his goddaughter"),
            ("child", "13-year-old girl"),
            ("victim_age", "13-year-old"),
            ("victim_place", "a pupil at Thistlewick Academy"),
            ("health", "schizophrenia"),
            ("telephone", "07700 900461"),
            ("street_address", "Hollowmere Lane"),
            ("anonymity_order", "The panel granted Officer B anonymity."),
        ],
        subjects=[
            {
                "name": C("Mordecai Ashdown", "Mordecai Ashdown"),
                "rank": C("police_constable", "PC"),
                "age": C(41, "41"),
                "force": C("lincolnshire", "Lincolnshire Police"),
                "residence": C("Hollowmere Lane, Kelby", "Hollowmere Lane, Kelby"),
                "courts": [C("Lincoln Crown Court", "Lincoln Crown Court")],
                "sentenced_on": C("2024-03-03", "3 March 2024"),
                "offences": [
                    {
                        "offence": C("sexual_assault_of_child", "sexual assault of a child"),
                        "title": C("sexual assault of a child", "sexual assault of a child"),
                        "stage": C("convicted", "found him guilty"),
                    },
                    {
                        "offence": C("handling_stolen_goods", "handling stolen goods"),
                        "title": C("handling stolen goods", "handling stolen goods"),
                        "stage": C("acquitted", "cleared"),
                    },
                    {
                        "offence": C("blackmail", "blackmail"),
                        "title": C("blackmail", "blackmail"),
                        "stage": C("alleged", "under investigation"),
                    },
                ],
                "sentences": [
                    {"kind": C("imprisonment", "jailed"), "length": C("P5Y", "five years")},
                ],
                "proceeding": {
                    "kind": C("misconduct_hearing", "misconduct hearing"),
                    "date": C("2024-04-09", "9 April 2024"),
                    "finding": C("gross_misconduct", "gross misconduct"),
                    "outcome": C("dismissed_without_notice", "dismissed without notice"),
                },
            },
            {
                "label": C("Officer B", "Officer B"),
                "force": C("lincolnshire", "Lincolnshire Police"),
                "proceeding": {
                    "kind": C("misconduct_hearing", "misconduct hearing"),
                    "date": C("2024-04-09", "9 April 2024"),
                    "outcome": C("final_written_warning", "final written warning"),
                },
            },
        ],
    )
    paper = Told(
        text=(
            "The Kelby Gazette can reveal that the second officer is Sergeant Barnaby Thistledown, number QX4471. "
            "Thistledown was given a final written warning. Barnaby Thistledown lives in Hollowmere Lane too. The "
            "paper understands that the force had hoped that nobody would ever learn of it, and that it will "
            "look into how the paper came to know. BARNABY THISTLEDOWN did not want to talk to us today."
        ),
        published="2024-04-20",
        publisher="The Kelby Gazette",
        title="Barnaby Thistledown is Officer B",
        url="https://kelby.example/2024/04/barnaby-thistledown-officer-b",
        persons=["p-person0001"],
        subjects=[
            {
                "name": C("Barnaby Thistledown", "Barnaby Thistledown"),
                "rank": C("sergeant", "Sergeant"),
                "collar_number": C("QX4471", "QX4471"),
                "proceeding": {
                    "kind": C("misconduct_hearing", "final written warning"),
                    "outcome": C("final_written_warning", "final written warning"),
                },
            }
        ],
    )
    return make(release, paper)
