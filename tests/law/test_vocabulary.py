"""The data: complete, with sources, without undeclared collisions, and compiled up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peelian import law
from peelian.law import compile as compiler
from peelian.law.vocabulary import _by_id

GUIDE = {
    "forces": """avon_and_somerset bedfordshire cambridgeshire cheshire city_of_london cleveland cumbria derbyshire
        devon_and_cornwall dorset durham dyfed_powys essex gloucestershire greater_manchester gwent hampshire
        hertfordshire humberside kent lancashire leicestershire lincolnshire merseyside metropolitan norfolk
        north_wales north_yorkshire northamptonshire northumbria nottinghamshire south_wales south_yorkshire
        staffordshire suffolk surrey sussex thames_valley warwickshire west_mercia west_midlands west_yorkshire
        wiltshire british_transport civil_nuclear ministry_of_defence police_scotland psni other""",
    "ranks": """police_constable detective_constable special_constable pcso sergeant detective_sergeant inspector
        detective_inspector chief_inspector detective_chief_inspector superintendent detective_superintendent
        chief_superintendent detective_chief_superintendent commander assistant_chief_constable
        deputy_assistant_commissioner deputy_chief_constable assistant_commissioner deputy_commissioner
        chief_constable commissioner police_staff""",
    "offences": """indecent_photographs_making indecent_photographs_taking indecent_photographs_distributing
        indecent_photographs_possessing indecent_photographs prohibited_images sexual_communication_with_child
        grooming inciting_child_sexual_activity inciting_child_exploitation child_sexual_activity rape_of_child
        sexual_assault_of_child abuse_of_trust_sexual rape attempted_rape sexual_assault assault_by_penetration
        voyeurism exposure extreme_pornography private_images_disclosure sexual_activity_other
        outraging_public_decency upskirting murder manslaughter attempted_murder gbh_with_intent gbh abh
        common_assault assault_emergency_worker strangulation threats_to_kill kidnap false_imprisonment
        child_cruelty wounding controlling_or_coercive_behaviour harassment stalking malicious_communications
        grossly_offensive_messages witness_intimidation breach_of_order blackmail misconduct_in_public_office
        improper_exercise_of_police_powers bribery conspiracy_other encouraging_or_assisting data_protection
        computer_misuse official_secrets perverting_the_course_of_justice perjury false_statement
        wasting_police_time obstructing_police assisting_offender theft fraud_by_false_representation fraud
        burglary robbery handling_stolen_goods money_laundering false_accounting forgery drugs_possession
        drugs_supply drugs_production drink_driving drug_driving failing_to_provide_specimen dangerous_driving
        careless_driving causing_death_by_dangerous_driving causing_death_by_careless_driving
        causing_serious_injury_by_driving speeding no_insurance failing_to_stop driving_while_disqualified
        driving_other public_order racially_aggravated firearms offensive_weapon criminal_damage arson
        drunk_and_disorderly immigration animal_cruelty terrorism health_and_safety other""",
    "sentences": """imprisonment suspended_sentence community_order fine conditional_discharge absolute_discharge life
        hospital_order caution other""",
    "orders": """sex_offender_notification shpo sopo sex_offender_order restraining_order unpaid_work
        rehabilitation_activity programme supervision curfew costs compensation surcharge driving_disqualification
        forfeiture confiscation non_molestation barred_from_work other""",
    "findings": "gross_misconduct misconduct not_proven no_case pending",
    "outcomes": """dismissed_without_notice dismissed_with_immediate_effect dismissed dismissed_with_notice
        would_have_been_dismissed required_to_resign reduction_in_rank final_written_warning written_warning
        management_advice reflective_practice no_action reinstated pending other""",
    "standards": """honesty_and_integrity authority_respect_and_courtesy equality_and_diversity use_of_force
        orders_and_instructions duties_and_responsibilities confidentiality fitness_for_duty discreditable_conduct
        challenging_and_reporting_improper_conduct""",
}
"""The labelling guide's ids: what these vocabularies must hold, no more and no less."""

BEYOND_THE_GUIDE = {
    "modes": "independent managed directed supervised local",
    "bodies": "ipcc iopc pca pirc",
    "proceedings": """misconduct_meeting misconduct_hearing special_case_hearing accelerated_hearing appeal_tribunal
        not_stated""",
}
"""Vocabularies that hold the guide's ids and others."""

SHARED_ALIASES: dict[str, set[str]] = {
    "bodies": set(),
    "offence_catalogue": {
        "drug possession",
        "possession with intent to supply",
        "pwits",
        "being concerned in the supply",
        "false witness statement",
        "revenge porn",
    },
}
"""Strong aliases that two entries of a vocabulary share on purpose."""


@pytest.mark.parametrize("name", law.NAMES)
def test_compiled_file_is_up_to_date(name: str) -> None:
    written = (compiler.DATA / "compiled" / f"{name}.json").read_text(encoding="utf-8")
    assert written == compiler.compiled(name), "run python -m peelian.law.compile"


def test_no_data_file_is_left_out() -> None:
    assert {path.stem for path in compiler.DATA.glob("*.yaml")} == set(law.NAMES)
    assert {path.stem for path in (compiler.DATA / "compiled").glob("*.json")} == set(law.NAMES)


@pytest.mark.parametrize("name", law.NAMES)
def test_entries_are_complete(name: str) -> None:
    entries = law.vocabulary(name)
    assert entries
    assert len(_by_id(name)) == len(entries), "an id is used twice"
    for entry in entries:
        assert entry.id and entry.name.strip() and entry.source.strip()
        assert isinstance(entry.verified, bool)
        for alias in entry.aliases + entry.weak_aliases:
            assert alias == " ".join(alias.split())
            assert not set("{}<>|") & set(alias), alias
            assert law.fold(alias), alias


@pytest.mark.parametrize("name", law.NAMES)
def test_what_is_from_knowledge_is_not_called_verified(name: str) -> None:
    for entry in law.vocabulary(name):
        if entry.verified:
            assert "not looked up" not in entry.source
            assert not entry.source.startswith("[from knowledge")


@pytest.mark.parametrize("name", sorted(GUIDE))
def test_the_guides_ids_are_covered_exactly(name: str) -> None:
    assert law.ids(name) == set(GUIDE[name].split())


@pytest.mark.parametrize("name", sorted(BEYOND_THE_GUIDE))
def test_the_guides_ids_are_covered(name: str) -> None:
    assert law.ids(name) >= set(BEYOND_THE_GUIDE[name].split())


@pytest.mark.parametrize("name", law.NAMES)
def test_strong_aliases_do_not_collide_undeclared(name: str) -> None:
    shared = {alias for alias, held in law.index(name).items() if len(held) > 1}
    declared = SHARED_ALIASES.get(name, set())
    assert shared - declared == set()
    assert declared - shared == set(), "declared, but no longer shared"


def test_catalogue_maps_to_offences_both_ways() -> None:
    unmapped = [entry.id for entry in law.vocabulary("offence_catalogue") if entry.extra["guide"] is None]
    assert unmapped == ["attempt"], "only the general attempt has no offence of its own"
    for entry in law.vocabulary("offence_catalogue"):
        guide = entry.extra["guide"]
        if guide is not None:
            assert entry.id in law.term("offences", guide).extra["catalogue"]
    for entry in law.vocabulary("offences"):
        for one in entry.extra["catalogue"]:
            assert law.term("offence_catalogue", one).extra["guide"] == entry.id


@pytest.mark.parametrize(
    ("name", "text", "id"),
    [
        ("forces", "the Met", "metropolitan"),
        ("forces", "Scotland Yard", "metropolitan"),
        ("forces", "GMP", "greater_manchester"),
        ("forces", "West Mids Police", "west_midlands"),
        ("forces", "Merseyside force", "merseyside"),
        ("forces", "Heddlu De Cymru", "south_wales"),
        ("forces", "Heddlu Gogledd Cymru", "north_wales"),
        ("forces", "TVP", "thames_valley"),
        ("forces", "Cambs Police", "cambridgeshire"),
        ("forces", "Hampshire and Isle of Wight Constabulary", "hampshire"),
        ("forces", "Avon & Somerset Police", "avon_and_somerset"),
        ("forces", "Devon & Cornwall Police", "devon_and_cornwall"),
        ("forces", "Royal Military Police", "other"),
        ("forces", "MoD Police", "ministry_of_defence"),
        ("courts", "Leeds Crown Court", "leeds_crown"),
        ("courts", "the Crown Court at Leeds", "leeds_crown"),
        ("courts", "Leeds magistrates", "leeds_magistrates"),
        ("courts", "Westminster Magistrates’ Court", "westminster_magistrates"),
        ("courts", "Newcastle Crown Court", "newcastle_crown"),
        ("courts", "Newcastle-upon-Tyne Crown Court", "newcastle_upon_tyne_crown"),
        ("courts", "the Old Bailey", "central_criminal_court"),
        ("courts", "St Alban’s Crown Court", "st_albans_crown"),
        ("courts", "Kirkcaldy Sheriff Court", "kirkcaldy_sheriff"),
        ("offences", "making indecent photographs of children", "indecent_photographs_making"),
        ("offences", "assault by beating", "common_assault"),
        ("offences", "drink-driving", "drink_driving"),
        ("offences", "drunk in charge of a motor vehicle", "drink_driving"),
        ("offences", "Misconduct in a Public Office", "misconduct_in_public_office"),
        ("offences", "MIPO", "misconduct_in_public_office"),
        ("offences", "causing grievous bodily harm with intent", "gbh_with_intent"),
        ("offences", "s.18 wounding", "gbh_with_intent"),
        ("offences", "attempted rape", "attempted_rape"),
        ("offences", "conspiracy to steal", "theft"),
        ("offences", "attempting to pervert the course of justice", "perverting_the_course_of_justice"),
        ("offences", "doing acts tending and intended to pervert the course of public justice",
         "perverting_the_course_of_justice"),
        ("offences", "possession of a controlled drug of Class B", "drugs_possession"),
        ("offences", "possessing a Class B drug with intent to supply", "drugs_supply"),
        ("offences", "failing to provide a specimen of breath for analysis", "failing_to_provide_specimen"),
        ("offences", "operating equipment beneath the clothing of another person", "upskirting"),
        ("offences", "corrupt or improper exercise of police powers and privileges",
         "improper_exercise_of_police_powers"),
        ("offences", "section 1 of the Computer Misuse Act 1990", "computer_misuse"),
        ("offences", "breaching the Data Protection Act", "data_protection"),
        ("orders", "sex offenders' register", "sex_offender_notification"),
        ("orders", "SHPO", "shpo"),
        ("orders", "rehabilitation Sex Offender Order", "sex_offender_order"),
        ("outcomes", "would have been dismissed", "would_have_been_dismissed"),
        ("outcomes", "sacked", "dismissed"),
        ("outcomes", "management action", "management_advice"),
        ("proceedings", "gross misconduct hearing", "misconduct_hearing"),
        ("proceedings", "fast-track hearing", "special_case_hearing"),
        ("standards", "Authority, Respect and Courtesy", "authority_respect_and_courtesy"),
    ],
)  # fmt: skip
def test_lookup(name: str, text: str, id: str) -> None:
    assert law.lookup(name, text) == (id,)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("forces", "Essex"), ("forces", "Kent"), ("forces", "Durham"), ("forces", "WMP"),
        ("offences", "assault"), ("offences", "stole"), ("offences", "images"), ("offences", "section 18"),
        ("ranks", "AC"), ("ranks", "CC"), ("ranks", "DS"), ("ranks", "PI"), ("standards", "discrimination"),
        ("outcomes", "dismissed"), ("sentences", "suspended"),
    ],
)  # fmt: skip
def test_weak_forms_count_only_when_asked_for(name: str, text: str) -> None:
    assert law.lookup(name, text) == ()
    assert law.lookup(name, text, weak=True) != ()


def test_wmp_is_two_forces() -> None:
    assert set(law.lookup("forces", "WMP", weak=True)) == {"west_mercia", "west_midlands"}


def test_welsh_forces_have_their_welsh_names() -> None:
    for force in ("dyfed_powys", "gwent", "north_wales", "south_wales"):
        entry = law.term("forces", force)
        assert entry.extra["welsh"] in entry.aliases


def test_unknown_names_are_said_to_be_unknown() -> None:
    with pytest.raises(law.UnknownTerm, match="no vocabulary 'forcs'"):
        law.vocabulary("forcs")
    with pytest.raises(law.UnknownTerm, match="no term 'esex'"):
        law.term("forces", "esex")


def test_a_term_cannot_be_changed() -> None:
    entry = law.term("forces", "essex")
    with pytest.raises(AttributeError):
        entry.name = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        entry.extra["name"] = "x"  # type: ignore[index]


@pytest.mark.parametrize(
    ("alias", "matters"),
    [("PC", True), ("T/DC", True), ("ABH", True), ("Met", True), ("Supt", True), ("theft", False),
     ("Essex Police", False), ("Scotland Yard", False), ("Merseyside", False)],
)  # fmt: skip
def test_case_matters(alias: str, matters: bool) -> None:
    assert law.case_matters(alias) is matters


def test_importing_loads_no_data_and_no_yaml() -> None:
    code = (
        "import sys; from peelian import law;"
        "assert law.vocabulary.cache_info().currsize == 0; law.vocabulary('forces'); assert 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


class TestNotation:
    def test_alternatives_nest_and_may_be_empty(self) -> None:
        made = compiler.expand("{make|mak{ing|es}} {|an }image", {})
        assert made == [
            "make image",
            "make an image",
            "making image",
            "making an image",
            "makes image",
            "makes an image",
        ]

    def test_groups(self) -> None:
        assert compiler.expand("<poss> of {<drug>|a knife}", {"poss": "possession", "drug": "x|y"}) == [
            "possession of x",
            "possession of y",
            "possession of a knife",
        ]

    @pytest.mark.parametrize("alias", ["{a|b", "a}b", "{a{b}", "a|b}"])
    def test_braces_must_match(self, alias: str) -> None:
        with pytest.raises(compiler.DataError, match="braces"):
            compiler.expand(alias, {})

    def test_too_many_forms(self) -> None:
        with pytest.raises(compiler.DataError, match="more than"):
            compiler.expand("{a|b|c|d|e|f|g|h|i|j}" * 4, {})


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("{id: a, name: A, verified: true}", "no source"),
        ("{id: a, name: A, source: s}", "verified"),
        ("{id: a, name: A, source: s, verified: true, aliases: [no]}", "put it in quotes"),
        (
            "{id: a, name: A, source: s, verified: true, aliases: [x-y], weak_aliases: [X Y]}",
            "strong and weak",
        ),
    ],
)
def test_faulty_data_is_refused(entry: str, wrong: str) -> None:
    with pytest.raises(compiler.DataError, match=wrong):
        compiler.rows(f"terms: [{entry}]")


def test_check_says_what_is_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:  # type: ignore[no-untyped-def]
    assert compiler.main(["--check"]) == 0
    (tmp_path / "compiled").mkdir()
    for name in law.NAMES:
        (tmp_path / f"{name}.yaml").write_text((compiler.DATA / f"{name}.yaml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(compiler, "DATA", tmp_path)
    assert compiler.main(["--check"]) == 1
    assert "forces" in capsys.readouterr().err
    assert compiler.main([]) == 0
    assert compiler.main(["--check"]) == 0
