"""How pages say it: one sentence a case, in the words of newspapers, forces, panels and oversight bodies."""

from __future__ import annotations

import pytest
from one_subject import read_one, told

OPENING = "PC Dana Holt took bribes from a garage.\n\n"
DAY = "2019-03-14"  # a Thursday
CASES: list[tuple[str, dict[str, object]]] = [
    ("He was kicked off the force on Tuesday.", {"outcome": "dismissed"}),
    ("He has been thrown out of the police.", {"outcome": "dismissed"}),
    (
        "A misconduct panel dispensed with his services on 4 March.",
        {"outcome": "dismissed", "kind": "misconduct_hearing", "date": "2019-03-04"},
    ),
    ("His dismissal takes immediate effect.", {"outcome": "dismissed_with_immediate_effect"}),
    ("The panel's sanction was dismissal without notice.", {"outcome": "dismissed_without_notice"}),
    ("The panel decided that only dismissal would do.", {"outcome": "dismissed"}),
    ("A panel chaired by Ms Ivy Stone KC told him to pack his bags.", {"outcome": "dismissed"}),
    ("He was dismissed in his absence on Friday.", {"outcome": "dismissed", "date": "2019-03-08"}),
    (
        "Holt left the force before a hearing could be held, but a panel ruled he would have been sacked.",
        {"outcome": "would_have_been_dismissed"},
    ),
    (
        "Had he not resigned, he would have been dismissed, a disciplinary panel found.",
        {"outcome": "would_have_been_dismissed", "kind": "misconduct_hearing", "resigned": "resigned"},
    ),
    (
        "The panel said it would have dismissed him had he still been serving.",
        {"outcome": "would_have_been_dismissed"},
    ),
    ("He would have lost his job if he had not already quit.", {"outcome": "would_have_been_dismissed"}),
    ("The panel found that dismissal would have been the outcome.", {"outcome": "would_have_been_dismissed"}),
    (
        "He hung on to his job but was given a final written warning lasting five years.",
        {"outcome": "final_written_warning"},
    ),
    ("He escaped the sack and must live with a written warning.", {"outcome": "written_warning"}),
    ("The panel put him on a final warning for two years.", {"outcome": "final_written_warning"}),
    (
        "He kept his job, but with a final written warning hanging over him.",
        {"outcome": "final_written_warning"},
    ),
    (
        "A misconduct meeting ended with a written warning.",
        {"outcome": "written_warning", "kind": "misconduct_meeting"},
    ),
    ("He was demoted from sergeant to constable.", {"outcome": "reduction_in_rank"}),
    ("He has been busted back to constable.", {"outcome": "reduction_in_rank"}),
    ("He was given words of advice.", {"outcome": "management_advice"}),
    ("It was dealt with by management action.", {"outcome": "management_advice"}),
    (
        "He has been told to reflect on what he did under the reflective practice review process.",
        {"outcome": "reflective_practice"},
    ),
    ("The panel took no further action against him.", {"outcome": "no_action"}),
    ("No action will be taken against him.", {"outcome": "no_action"}),
    ("He was required to resign with one month's notice.", {"outcome": "required_to_resign"}),
    ("The panel cleared him of gross misconduct on Thursday.", {"finding": "not_proven"}),
    ("A disciplinary panel cleared him of all wrongdoing.", {"finding": "not_proven"}),
    ("The panel ruled that he had no case to answer.", {"finding": "no_case"}),
    (
        "A misconduct hearing found the allegations not proven.",
        {"finding": "not_proven", "kind": "misconduct_hearing"},
    ),
    ("The allegations against him were dismissed by the misconduct panel.", {"finding": "not_proven"}),
    (
        "The panel found gross misconduct proved and sacked him.",
        {"finding": "gross_misconduct", "outcome": "dismissed"},
    ),
    ("His behaviour amounted to gross misconduct, the panel ruled.", {"finding": "gross_misconduct"}),
    (
        "The three-strong panel, led by barrister Ivy Stone, found that he committed gross misconduct.",
        {"finding": "gross_misconduct", "chair": "Ivy Stone"},
    ),
    (
        "Ivy Stone, for the panel, said he had committed gross misconduct and must go.",
        {"finding": "gross_misconduct", "chair": "Ivy Stone", "outcome": "dismissed"},
    ),
    (
        "Announcing the decision, panel chair Ivy Stone said he had been guilty of gross misconduct.",
        {"chair": "Ivy Stone", "finding": "gross_misconduct"},
    ),
    (
        "At a hearing before Chief Constable Ann Reed on 4 March he was sacked.",
        {"outcome": "dismissed", "chair": "Ann Reed", "date": "2019-03-04", "kind": "misconduct_hearing"},
    ),
    (
        "Assistant Chief Constable Ann Reed, sitting alone, dismissed him without notice.",
        {"outcome": "dismissed_without_notice", "chair": "Ann Reed"},
    ),
    (
        "He was dismissed by Assistant Chief Constable Ann Reed under the fast-track procedure.",
        {"outcome": "dismissed", "chair": "Ann Reed", "kind": "special_case_hearing"},
    ),
    (
        "A fast-track hearing, with Deputy Chief Constable Ann Reed in the chair, sacked him last Thursday.",
        {"kind": "special_case_hearing", "chair": "Ann Reed", "outcome": "dismissed", "date": "2019-03-07"},
    ),
    (
        "The misconduct hearing was overseen by Ivy Stone.",
        {"kind": "misconduct_hearing", "chair": "Ivy Stone"},
    ),
    (
        "A gross misconduct hearing will open on Monday at Selby.",
        {"kind": "misconduct_hearing", "outcome": "pending", "date": "2019-03-18", "venue": "Selby"},
    ),
    ("He now faces disciplinary proceedings.", {"kind": "not_stated", "outcome": "pending"}),
    (
        "He is due to face a misconduct hearing in June.",
        {"kind": "misconduct_hearing", "outcome": "pending", "date": "2019-06"},
    ),
    (
        "The force said internal misconduct proceedings would now begin.",
        {"kind": "not_stated", "outcome": "pending"},
    ),
    ("A disciplinary hearing has yet to be arranged.", {"kind": "misconduct_hearing", "outcome": "pending"}),
    (
        "The hearing, which is expected to last five days, starts on 2 April. He is accused of gross misconduct.",
        {"outcome": "pending"},
    ),
    (
        "He appealed to the Police Appeals Tribunal, which upheld his sacking on 1 March. He had been dismissed without notice.",
        {"appeal": "dismissed", "kind": "appeal_tribunal", "date": "2019-03-01"},
    ),
    (
        "A police appeals tribunal has given him his job back. He had been dismissed in 2018.",
        {"appeal": "allowed", "outcome": "reinstated"},
    ),
    ("A panel dismissed him last year. He has appealed.", {"appeal": "pending", "outcome": "dismissed"}),
    (
        "He was sacked in May last year. He is appealing against the decision.",
        {"appeal": "pending", "outcome": "dismissed"},
    ),
    (
        "He was dismissed in May last year, but an appeal tribunal replaced that with a final written warning.",
        {"appeal": "varied", "outcome": "final_written_warning"},
    ),
    ("He was sacked last year. His appeal failed in February.", {"appeal": "dismissed"}),
    ("He was sacked last year. A tribunal threw out his appeal in February.", {"appeal": "dismissed"}),
    (
        "He was sacked last year. The Police Appeals Tribunal turned him down in February.",
        {"appeal": "dismissed"},
    ),
    (
        "He was sacked last year but won his appeal and has been reinstated.",
        {"appeal": "allowed", "outcome": "reinstated"},
    ),
    (
        "He was dismissed by a panel last year and took his case to the Police Appeals Tribunal, which found for him and ordered that he be reinstated.",
        {"appeal": "allowed", "outcome": "reinstated"},
    ),
    ("He was dismissed by a panel last year. An appeal is to be heard in May.", {"appeal": "pending"}),
    ("He has been suspended since January.", {"suspended": True}),
    ("He was taken off front-line duties.", {"restricted": True}),
    ("He has been on restricted duties since May.", {"restricted": True}),
    ("He has been placed on the barred list.", {"barred": True}),
    ("He is now banned from working for any police force.", {"barred": True}),
    ("He can never work for the police again.", {"barred": True}),
    ("He resigned in May, days before the hearing.", {"resigned": "resigned"}),
    ("He handed in his notice in May.", {"resigned": "resigned"}),
    ("He has since quit the force.", {"resigned": "resigned"}),
    ("He took early retirement.", {"resigned": "retired"}),
    ("He retired from the force in May.", {"resigned": "retired"}),
    ("He retired on a full pension last year.", {"resigned": "retired"}),
    ("He walked out of the job before he could be sacked.", {"resigned": None}),
    (
        "A panel found he breached the standards of honesty and integrity and discreditable conduct.",
        {"standards": {"discreditable_conduct", "honesty_and_integrity"}},
    ),
    (
        "The panel found he had broken the rules on honesty and integrity, and on confidentiality.",
        {"standards": {"honesty_and_integrity", "confidentiality"}},
    ),
    (
        "The panel ruled that he had breached standards relating to orders and instructions.",
        {"standards": {"orders_and_instructions"}},
    ),
    (
        "The IOPC directed the investigation, which was carried out by the force's anti-corruption unit.",
        {"mode": "directed", "oversight": "iopc"},
    ),
    ("The inquiry was managed by the IPCC.", {"mode": "managed", "oversight": "ipcc"}),
    ("The Independent Office for Police Conduct investigated.", {"mode": "independent", "oversight": "iopc"}),
    ("An investigation by the Police Complaints Authority led to charges.", {"oversight": "pca"}),
    (
        "The IPCC sent the case back to the force, whose professional standards department investigated.",
        {"mode": "local", "oversight": "ipcc"},
    ),
    (
        "Kent detectives led the inquiry under the supervision of the IPCC.",
        {"mode": "supervised", "oversight": "ipcc"},
    ),
    (
        "An IOPC investigation found a case to answer for gross misconduct.",
        {"mode": "independent", "finding": "pending"},
    ),
    (
        "The IOPC said he had a case to answer for gross misconduct, and a hearing will be held.",
        {"finding": "pending", "outcome": "pending"},
    ),
    (
        "Holt was fired for gross misconduct at a police tribunal in York.",
        {
            "outcome": "dismissed",
            "finding": "gross_misconduct",
            "kind": "misconduct_hearing",
            "venue": "York",
        },
    ),
    (
        "He was found guilty of gross misconduct at a disciplinary hearing at police headquarters in Selby yesterday.",
        {"finding": "gross_misconduct", "date": "2019-03-13", "venue": "police headquarters in Selby"},
    ),
    (
        "The hearing was held behind closed doors at Selby over three days, ending on Friday. He was dismissed.",
        {"date": "2019-03-08", "outcome": "dismissed", "venue": "Selby"},
    ),
    (
        "The hearing began on Monday and ended yesterday with his dismissal.",
        {"date": "2019-03-13", "outcome": "dismissed"},
    ),
    (
        "Superintendent Ann Reed, who chaired the meeting, gave him a written warning.",
        {"chair": "Ann Reed", "outcome": "written_warning"},
    ),
    (
        "A misconduct meeting chaired by Chief Inspector Ann Reed gave him a written warning in February.",
        {"chair": "Ann Reed", "outcome": "written_warning", "date": "2019-02", "kind": "misconduct_meeting"},
    ),
    (
        'Legally qualified chair Ivy Stone said: "You have let down the public." He was sacked.',
        {"chair": "Ivy Stone"},
    ),
    ("He was dismissed with notice after a disciplinary hearing.", {"outcome": "dismissed_with_notice"}),
    ("He received a reprimand.", {"outcome": "other"}),
    (
        "He was fined thirteen days' pay by a disciplinary hearing.",
        {"outcome": "other", "kind": "misconduct_hearing"},
    ),
    ("He was docked three days' pay.", {"outcome": "other"}),
    (
        "The panel imposed a final written warning, to run for three years.",
        {"outcome": "final_written_warning"},
    ),
    ("He was ordered to undergo further training.", {"outcome": "other"}),
    (
        "He no longer works for the force after a hearing on 4 March at which gross misconduct was proved.",
        {"finding": "gross_misconduct", "date": "2019-03-04"},
    ),
    (
        "He was dismissed without notice at a hearing led by Ivy Stone.",
        {"chair": "Ivy Stone", "outcome": "dismissed_without_notice"},
    ),
    (
        "The officer told the panel he was sorry. It dismissed him without notice.",
        {"outcome": "dismissed_without_notice", "kind": "misconduct_hearing"},
    ),
    (
        "He has lost his job over it, after a three-day hearing before a panel headed by Ms Ivy Stone.",
        {"outcome": "dismissed", "chair": "Ivy Stone", "kind": "misconduct_hearing"},
    ),
    (
        "Holt, who denied gross misconduct, was cleared by the panel on Wednesday.",
        {"finding": "not_proven", "date": "2019-03-13"},
    ),
    ("The misconduct hearing cleared him of every allegation.", {"finding": "not_proven"}),
    ("The panel found the matters not proved.", {"finding": "not_proven"}),
    ("The panel dismissed all four allegations.", {"finding": "not_proven"}),
    ("The panel found no breach of the standards of professional behaviour.", {"finding": "not_proven"}),
    ("The panel held it was misconduct but not gross misconduct.", {"finding": "misconduct"}),
    (
        "Misconduct was found proved and he was given a written warning for 12 months.",
        {"finding": "misconduct", "outcome": "written_warning"},
    ),
    (
        "He was found to have committed misconduct, though not gross misconduct, at a hearing last month.",
        {"finding": "misconduct", "date": "2019-02"},
    ),
    (
        "In a decision dated 1 March, the panel dismissed him without notice.",
        {"date": "2019-03-01", "outcome": "dismissed_without_notice"},
    ),
    (
        "He will appear before a misconduct panel chaired by Ivy Stone at County Hall, Selby, on Tuesday 2 April.",
        {
            "kind": "misconduct_hearing",
            "date": "2019-04-02",
            "chair": "Ivy Stone",
            "venue": "County Hall, Selby",
            "finding": "pending",
        },
    ),
    (
        "The date of his misconduct hearing has not been set.",
        {"kind": "misconduct_hearing", "outcome": "pending"},
    ),
    (
        "He remains suspended ahead of a gross misconduct hearing.",
        {"kind": "misconduct_hearing", "outcome": "pending", "suspended": True},
    ),
    ("The force has begun misconduct proceedings.", {"kind": "not_stated", "outcome": "pending"}),
    (
        "He is awaiting a disciplinary hearing and remains suspended on full pay.",
        {"kind": "misconduct_hearing", "suspended": True, "outcome": "pending"},
    ),
    (
        "He was told he will face a fast-track hearing before the Chief Constable.",
        {"kind": "special_case_hearing", "outcome": "pending"},
    ),
    (
        "An accelerated hearing, at which Chief Constable Ann Reed presided, dismissed him on 1 March.",
        {"kind": "accelerated_hearing", "chair": "Ann Reed", "date": "2019-03-01"},
    ),
    (
        "Chief Constable Ann Reed dismissed him on 1 March.",
        {"chair": "Ann Reed", "date": "2019-03-01", "outcome": "dismissed", "kind": "not_stated"},
    ),
    (
        "Chief Constable Ann Reed, who dismissed him without notice, said he was a disgrace.",
        {"chair": "Ann Reed", "outcome": "dismissed_without_notice"},
    ),
    (
        "His chief constable, Ann Reed, sacked him on Monday.",
        {"chair": "Ann Reed", "outcome": "dismissed", "date": "2019-03-11"},
    ),
    (
        '"I dismissed him because he lied," said Chief Constable Ann Reed.',
        {"chair": "Ann Reed", "outcome": "dismissed"},
    ),
    (
        'Chair Ivy Stone told him: "You are dismissed." The panel deliberated for ten minutes.',
        {"chair": "Ivy Stone", "outcome": "dismissed"},
    ),
    (
        "The tribunal, chaired by His Honour John Stone, found gross misconduct.",
        {"chair": "John Stone", "finding": "gross_misconduct"},
    ),
    (
        "The panel, made up of Ivy Stone (chair), Supt Al Beck and Joy Hill, dismissed him.",
        {"chair": "Ivy Stone", "outcome": "dismissed"},
    ),
    ("The panel (chair: Ivy Stone) dismissed him.", {"chair": "Ivy Stone"}),
    ("He was put on a final written warning in 2016. He was sacked in March.", {"outcome": "dismissed"}),
    (
        "A hearing found gross misconduct but stopped short of sacking him, opting for a final written warning.",
        {"finding": "gross_misconduct", "outcome": "final_written_warning"},
    ),
    (
        "The panel spared him the sack and gave him a final written warning.",
        {"outcome": "final_written_warning"},
    ),
    ("Instead of dismissal he received a written warning.", {"outcome": "written_warning"}),
    (
        "His chiefs wanted him sacked but the panel gave him a final written warning.",
        {"outcome": "final_written_warning"},
    ),
    ("He avoided dismissal but was reduced in rank.", {"outcome": "reduction_in_rank"}),
    ("He was busted down from sergeant.", {"outcome": "reduction_in_rank"}),
    ("He loses his sergeant's stripes and goes back to being a constable.", {"outcome": "reduction_in_rank"}),
    (
        "It was decided that he should be dealt with under the Reflective Practice Review Process.",
        {"outcome": "reflective_practice"},
    ),
    (
        "He was given management advice at a misconduct meeting.",
        {"outcome": "management_advice", "kind": "misconduct_meeting"},
    ),
    ("He was spoken to by his inspector and no further action was taken.", {"outcome": "management_advice"}),
    (
        "His case was dealt with by management action and he was given words of advice.",
        {"outcome": "management_advice"},
    ),
    (
        "He resigned before the hearing, at which the panel found gross misconduct and said he would have been dismissed.",
        {"resigned": "resigned", "finding": "gross_misconduct", "outcome": "would_have_been_dismissed"},
    ),
    (
        "The former officer would have been dismissed if still serving.",
        {"outcome": "would_have_been_dismissed"},
    ),
    ("Had he still been an officer he would have been sacked.", {"outcome": "would_have_been_dismissed"}),
    ("The panel said it would have dismissed him.", {"outcome": "would_have_been_dismissed"}),
    (
        "A hearing held in his absence ruled he would have been dismissed for gross misconduct had he not retired.",
        {"outcome": "would_have_been_dismissed", "finding": "gross_misconduct", "resigned": "retired"},
    ),
    ("He will be added to the College of Policing barred list.", {"barred": True}),
    ("He is barred from policing for life.", {"barred": True}),
    ("He will not be able to work in policing again.", {"barred": True}),
    ("His name has been put on the national barred list.", {"barred": True}),
    ("He is banned from ever serving as a police officer again.", {"barred": True}),
    ("He was suspended from duty when he was arrested.", {"suspended": True}),
    ("He has been on full pay since his suspension.", {"suspended": True}),
    ("He was placed on desk duties.", {"restricted": True}),
    ("He was moved to a non-public-facing role.", {"restricted": True}),
    ("He was put on restricted duties.", {"restricted": True}),
    ("He has been working in a back-office role while on restrictions.", {"restricted": True}),
    ("The IPCC managed the force's investigation.", {"mode": "managed", "oversight": "ipcc"}),
    (
        "The investigation was supervised by the Police Complaints Authority.",
        {"mode": "supervised", "oversight": "pca"},
    ),
    ("It was a local investigation by the force's professional standards department.", {"mode": "local"}),
    ("Marford Police's professional standards department investigated.", {"mode": "local"}),
    (
        "The force referred the matter to the IOPC, which decided it should be investigated locally.",
        {"mode": "local", "oversight": "iopc"},
    ),
    ("The IOPC carried out an independent investigation.", {"mode": "independent", "oversight": "iopc"}),
    (
        "The force's anti-corruption unit, under the direction of the IOPC, investigated.",
        {"mode": "directed", "oversight": "iopc"},
    ),
    (
        "Officers from Durham Constabulary investigated under the direction and control of the IPCC.",
        {"mode": "directed", "oversight": "ipcc"},
    ),
    (
        "The police watchdog, the IOPC, launched an investigation.",
        {"mode": "independent", "oversight": "iopc"},
    ),
    ("IOPC investigators found the messages on his phone.", {"mode": "independent", "oversight": "iopc"}),
    ("After a probe by the IOPC he was charged.", {"mode": "independent", "oversight": "iopc"}),
    (
        "The IOPC oversaw the investigation by Durham Constabulary.",
        {"mode": "supervised", "oversight": "iopc"},
    ),
    (
        "The tribunal quashed his dismissal and put him back in uniform. He had been sacked after a misconduct hearing.",
        {"appeal": "allowed", "outcome": "reinstated"},
    ),
    (
        "He lodged an appeal with the Police Appeals Tribunal. He was dismissed in May.",
        {"appeal": "pending", "outcome": "dismissed"},
    ),
    ("He was dismissed in May. He is to appeal.", {"appeal": None}),
    (
        "His appeal to the Police Appeals Tribunal was dismissed on 1 March. A panel had dismissed him in 2018.",
        {"appeal": "dismissed", "date": "2019-03-01", "outcome": "dismissed", "kind": "appeal_tribunal"},
    ),
    (
        "The Police Appeals Tribunal, chaired by Ivy Stone, rejected his appeal against dismissal on 1 March.",
        {"appeal": "dismissed", "chair": "Ivy Stone", "date": "2019-03-01"},
    ),
    (
        "The Police Appeals Tribunal reduced his punishment to a final written warning. He had been sacked.",
        {"appeal": "varied", "outcome": "final_written_warning"},
    ),
    (
        "He breached the standards of professional behaviour relating to use of force and to duties and responsibilities, a misconduct hearing found.",
        {"standards": {"use_of_force", "duties_and_responsibilities"}, "kind": "misconduct_hearing"},
    ),
    (
        "The panel found breaches of honesty and integrity; orders and instructions; and confidentiality.",
        {"standards": {"confidentiality", "honesty_and_integrity", "orders_and_instructions"}},
    ),
    (
        "He failed to challenge and report improper conduct, the panel found.",
        {"standards": {"challenging_and_reporting_improper_conduct"}},
    ),
]


@pytest.mark.parametrize(("sentence", "want"), CASES, ids=[c[0][:60] for c in CASES])
def test_wording(sentence: str, want: dict[str, object]) -> None:
    draft = read_one(OPENING + sentence, published=DAY)
    have = told(draft)
    for name in ("resigned", "suspended", "restricted", "barred"):
        cited = getattr(draft, name)
        have[name] = cited.value if cited else None
    have["appeal"] = draft.appeal.result.value if draft.appeal else None
    inquiry = draft.investigation
    have["mode"] = inquiry.mode.value if inquiry and inquiry.mode else None
    have["oversight"] = inquiry.oversight.value if inquiry and inquiry.oversight else None
    assert {name: have.get(name) for name in want} == want
