"""The files of the last public export. A file that holds what is shown no longer is taken down at once."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """The folder of the last public export (``peelian export`` puts it there, or the nightly task)."""
    return Path(settings.CASEBOOK) / "public-export"


def files() -> list[Path]:
    """The files of the last public export, by name; none if there was no export yet, or it was taken down."""
    here = folder()
    return sorted(path for path in here.iterdir() if path.is_file()) if here.is_dir() else []


def take_down() -> None:
    """Remove the files: a case in them was withdrawn or changed. The next export brings them back."""
    for path in files():
        path.unlink(missing_ok=True)
