"""Bundles and work for resealing that were damaged on their way: said so, never an error of the archive's own."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from peelian.intake.bundle import NotABundle, read_bundle
from peelian.intake.resealing import NotWork, read_done


def packed() -> bytes:
    """An archive with a compressed manifest of no known format."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps({"format": "another", "reports": list(range(300))}))
    return out.getvalue()


def test_a_flipped_byte_anywhere_is_told_of(tmp_path: Path) -> None:
    whole, path = packed(), tmp_path / "bundle.zip"
    for at in range(len(whole)):
        for changed in (whole[at] ^ 0x01, whole[at] ^ 0xFF):
            path.write_bytes(whole[:at] + bytes([changed]) + whole[at + 1 :])
            with pytest.raises(NotABundle):
                read_bundle(path, [])
            with suppress(NotWork):
                list(read_done(path))
