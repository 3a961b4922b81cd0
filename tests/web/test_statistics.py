"""The statistics: right sums, small cells held back, charts without script, official totals."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from published import case

from peelian.web import index
from peelian.web.models import Entry, Length
from peelian.web.statistics import charts, figures, official

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven() -> None:
    for number in range(1, 8):
        index.put(case(number, f"Ada Number{number}", "kent" if number < 6 else "essex"))


@pytest.mark.usefixtures("seven")
def test_figures_are_the_sums_of_the_cases() -> None:
    assert figures.endings_by_year() == [
        (
            2019,
            {
                "Dismissed": 7,
                "Would have been dismissed": 0,
                "Warned or reduced in rank": 0,
                "Other or no action": 0,
            },
        )
    ]
    assert [(force, sum(row.values())) for force, _, row in figures.endings_by_force()] == [
        ("kent", 5),
        ("essex", 2),
    ]
    assert [rate.force for rate in figures.rates()] == ["kent"]  # Essex has too few for a rate
    assert figures.took()[0].cases == 7


def test_small_cells_are_held_back() -> None:
    index.put(case(1))
    ((_, row),) = figures.endings_by_conduct()
    assert row["Dismissed"] is None and row["Would have been dismissed"] == 0


@pytest.mark.usefixtures("seven")
def test_the_page_draws_without_script_or_style(client: Client) -> None:
    page = client.get("/statistics/").content.decode()
    assert page.count("<svg") >= 4
    assert "<script" not in page and " style=" not in page and "<style" not in page
    assert "Published cases are not all cases" in page


@given(st.integers(min_value=5, max_value=5_000))
def test_an_interval_holds_its_count_and_narrows(count: int) -> None:
    low, high = figures.poisson_interval(count)
    assert 0 < low < count < high
    wider = figures.poisson_interval(count * 4)
    assert (wider[1] - wider[0]) / (4 * count) < (high - low) / count


def test_an_interval_is_the_exact_one_within_a_hundredth() -> None:
    low, high = figures.poisson_interval(10)  # exact (Garwood): 4.795 and 18.390
    assert low == pytest.approx(4.795, rel=0.01) and high == pytest.approx(18.390, rel=0.01)


@pytest.mark.usefixtures("seven")
def test_official_totals_give_the_share_covered(tmp_path: Path, client: Client) -> None:
    file = tmp_path / "totals.csv"
    file.write_text(
        "year,measure,value,source,force\n2020,hearings,14,Invented,\n2020,hearings,10,Invented,kent\n"
    )
    assert official.load(file) == 2
    assert official.load(file) == 2
    assert {(share.force, share.official, share.here, share.percent) for share in official.shares()} == {
        ("", 14, 7, 50.0),
        ("kent", 10, 5, 50.0),
    }
    assert "50.0%" in client.get("/statistics/").content.decode()


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("year,measure,value\n", "source"),
        ("year,measure,value,source\nx,hearings,1,a\n", "line 2"),
        ("year,measure,value,source\n2020,nothing,1,a\n", "measure"),
        ("year,measure,value,source,force\n2020,hearings,1,a,narnia\n", "narnia"),
        ("year,measure,value,source\n2020,hearings,-1,a\n", "line 2"),
        (f"year,measure,value,source\n2020,hearings,{10**30},a\n", "line 2"),
        ("year,measure,value,source\n2020,hearings,1,\xe9\n", "no CSV file in UTF-8"),
    ],
)
def test_a_file_of_totals_that_does_not_fit_names_line_and_cause(
    tmp_path: Path, text: str, cause: str
) -> None:
    file = tmp_path / "totals.csv"
    file.write_text(text, "latin-1")
    with pytest.raises(official.TotalsError, match=cause):
        official.load(file)


def test_the_page_does_not_grow_with_the_casebook(client: Client) -> None:
    index.put(case(1))
    entry = Entry.public.get()
    Length.public.bulk_create(
        Length(entry=entry, kind=f"step-{step}", heading=f"Step {step}", shortest=day, longest=day)
        for step in range(12)
        for day in range(400)
    )
    page = client.get("/statistics/").content
    assert b"Step 11 (400)" in page and len(page) < 120_000


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=400))
def test_thinned_dots_keep_the_shape(days: list[int]) -> None:
    days.sort()
    kept = charts.thinned(days)
    assert len(kept) == min(len(days), charts.MOST_DOTS)
    assert list(kept) == sorted(kept) and set(kept) <= set(days)
    # Half of the dots lie on each side of the middle, as half of the cases do.
    assert sum(day <= median(days) for day in kept) >= len(kept) // 2
    assert sum(day >= median(days) for day in kept) >= len(kept) // 2
