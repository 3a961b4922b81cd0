"""The documentation is true: its commands print what it shows, every option is in it, and its links lead somewhere."""

from __future__ import annotations

import difflib
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from peelian.cli import exits
from peelian.cli.app import COMMANDS as NAMES
from peelian.cli.app import cli
from peelian.publication.exports.tables import tables
from peelian.score import FIELDS

COMMANDS = {name: command for name in NAMES if (command := cli.get_command(click.Context(cli), name))}

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").rglob("*.md")) + [
    ROOT / n for n in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
]
NAMES = [str(p.relative_to(ROOT)) for p in PAGES]
#: The share of a command's shown words that must be printed again, in order. The reader gets better
#: between two refreshings of the pages; a command that is gone or renamed falls far below this.
ALIKE = 0.7


def _script(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str((ROOT / path).parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    return module


refresh = _script("tools/refresh_docs.py")
figures_pages = _script("benchmarks/figures_pages.py")
web_figures = _script("benchmarks/web_figures.py")
cli_pages = _script("tools/cli_pages.py")
#: The pages that hold the commands.
CLI_PAGES = ("docs/reference/cli.md", "docs/reference/cli-casebook.md", "docs/reference/cli-intake.md")


def _words(lines: list[str]) -> list[str]:
    """The words of lines, however they are wrapped, without scores, which change with every better rule."""
    text = re.sub(r"\b[01]\.\d{3}\b|\b\d+\.\d%", "#", "\n".join(lines))
    return [word for word in text.split() if word != "..."]


@pytest.mark.parametrize("page", refresh.RUN)
def test_commands_print_what_the_page_shows(page: str) -> None:
    blocks = refresh.pages_blocks(page)
    assert blocks, f"{page} has no console block"
    with refresh.Scratch() as scratch:
        for step in (step for block in blocks for step in block):
            printed = scratch.run(step.command)
            assert not any("Traceback" in line for line in printed), "\n".join(printed)
            shown, now = _words(step.shown), _words(printed)
            assert bool(shown) == bool(now), step.command
            same = difflib.SequenceMatcher(None, shown, now, autojunk=False)
            share = sum(block.size for block in same.get_matching_blocks()) / max(1, len(shown))
            told = "\n".join(difflib.unified_diff(step.shown, printed, "shown", "printed now", lineterm=""))
            assert not shown or share >= ALIKE, (
                f"{step.command}\n{told}\nRefresh: python tools/refresh_docs.py"
            )


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "docs/tutorial.md",
        "docs/reference/fields.md",
        "docs/reference/law.md",
        "docs/how-to/add-a-rule.md",
    ],
)
def test_python_of_the_pages_runs(page: str) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.S | re.M)
    assert blocks, f"{page} shows no Python"
    for code in blocks:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        for wanted in re.findall(r"print\(.*\)  # (.+)", code):
            assert wanted in done.stdout


def _options() -> Iterator[tuple[str, str]]:
    for name, command in COMMANDS.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, max(parameter.opts, key=len)


@pytest.mark.parametrize(("command", "option"), sorted(set(_options())))
def test_every_option_is_documented_and_has_help(command: str, option: str) -> None:
    page = "\n".join((ROOT / page).read_text("utf-8") for page in CLI_PAGES)
    section = re.search(rf"^## peelian {command}$(.*?)(?=^## |\Z)", page, re.S | re.M)
    assert section, f"no page of the command line has a section on peelian {command}"
    assert f"`{option}`" in section[1]
    found = [p for p in COMMANDS[command].params if isinstance(p, click.Option) and option in p.opts]
    assert all(p.help for p in found)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_and_examples(command: str) -> None:
    told = COMMANDS[command].help or ""
    assert f"peelian {command} " in told
    pages = [(ROOT / page).read_text("utf-8") for page in CLI_PAGES]
    assert any(f"# peelian {command}" in page for page in pages)


def test_the_page_of_the_casebooks_commands_is_of_this_version() -> None:
    assert cli_pages.PAGE.read_text("utf-8") == cli_pages.page(), "python tools/cli_pages.py"


def test_every_exit_code_is_documented() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    codes = {v for k, v in vars(exits).items() if k.isupper() and isinstance(v, int)}
    table = {int(n) for n in re.findall(r"^\| (\d+) \|", page.split("## Exit codes")[1], re.M)}
    assert codes == table


def _slug(heading: str) -> str:
    """The anchor that Markdown's toc makes of a heading."""
    text = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())


def _anchors(page: Path) -> set[str]:
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.S | re.M)
    return {_slug(h) for h in re.findall(r"^#+ (.+)$", text, re.M)}


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        assert not target.startswith("http"), f"{name} sends the reader to {target}"
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        assert place.exists(), f"{name}: {target}"
        if anchor:
            assert anchor in _anchors(place), f"{name}: {target}"


@pytest.mark.parametrize("name", NAMES)
def test_files_that_are_named_are_there(name: str) -> None:
    """Paths in code marks that begin with a folder of the repository exist; globs match something."""
    text = (ROOT / name).read_text("utf-8")
    for path in re.findall(
        r"`((?:src|docs|tests|benchmarks|corpus|samples|samples-source|samples-unreadable|tools)/[^`\s<>]*)`",
        text,
    ):
        if "NAME" not in path and "<" not in path:
            assert (ROOT / path).exists() or list(ROOT.glob(path)), f"{name} names {path}"


def test_every_page_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")[1]
    assert set(re.findall(r"[\w/-]+\.md", nav)) == {
        str(p.relative_to(ROOT / "docs")) for p in PAGES if ROOT / "docs" in p.parents
    }


def test_tables_of_fields_are_of_this_version() -> None:
    page = (ROOT / refresh.FIELDS).read_text("utf-8")
    assert refresh.with_tables(page) == page, "python tools/refresh_docs.py"


def test_every_column_of_the_exports_is_in_the_reference_as_its_data_says() -> None:
    page = (ROOT / "docs/reference/exports.md").read_text("utf-8")
    columns = [one for table in tables().values() for one in table.columns]
    assert columns
    for one in columns:
        assert f"| `{one.name}` | {one.type} | {one.description} |" in page, one.name


def test_every_rule_and_kind_of_span_is_in_the_reference() -> None:
    page = (ROOT / refresh.FIELDS).read_text("utf-8")
    known = set(re.findall(r"`([a-z_]+)`", page))
    for module in ("inconsistencies", "lawful"):
        source = (ROOT / f"src/peelian/reading/{module}.py").read_text("utf-8")
        rules = set(re.findall(r"(?:Inconsistency|_finding)\(\s*\"([a-z_]+)\"", source))
        assert rules, module
        assert rules <= known, rules - known
    source = (ROOT / "src/peelian/reading/sensitive.py").read_text("utf-8")
    kinds = set(re.findall(r"``([a-z_]+)``", source.split("def find_sensitive")[1].split('"""')[1]))
    assert kinds
    assert kinds <= known, kinds - known


def test_figures_in_the_pages_are_those_that_were_measured() -> None:
    """Whether they are measured on this version is what ``benchmarks/report.py --check`` says."""
    figures: dict[str, Any] = json.loads((ROOT / "benchmarks/figures.json").read_text("utf-8"))
    assert figures_pages.full(figures) == (ROOT / "docs/explanation/figures.md").read_text("utf-8")
    for name in ("README.md", "docs/explanation/how-reading-works.md", "docs/explanation/benchmark.md"):
        page = (ROOT / name).read_text("utf-8")
        assert "<!-- figures:start" in page
        assert figures_pages.filled(page, figures) == page, "python benchmarks/report.py"
    assert set(figures["corpus"]["held out"]["fields"]) <= set(FIELDS)


def test_every_dependency_is_explained() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (ROOT / "docs/explanation/dependencies.md").read_text("utf-8")
    wanted = [
        *project["dependencies"],
        *(d for group in project["optional-dependencies"].values() for d in group),
    ]
    missing = [n for d in wanted if f"`{(n := re.split(r'[<>=!~;[ ]', d)[0])}`" not in page]
    assert missing == []


@pytest.mark.slow
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(
            r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"?(https?:[^\"\s>]+)", page.read_text("utf-8")
        )
        assert [url for url in loaded if "example" not in url] == [], page.name


def test_the_figures_of_the_pages_are_those_measured() -> None:
    found = json.loads((ROOT / "benchmarks/web_speed.json").read_text("utf-8"))
    page = (ROOT / "docs/explanation/web-speed.md").read_text("utf-8")
    assert web_figures.filled(page, found) == page, "make bench-web"
    # And where the goal is not met, the page says so.
    slow = json.loads(json.dumps(found))
    slow["peelian"]["search"]["p95_ms"] = 100.0
    assert "not met" in web_figures.filled(page, slow)
    with pytest.raises(ValueError, match="figures:start"):
        web_figures.filled("no markers", found)
