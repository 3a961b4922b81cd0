"""server: the Django project around the rooms: settings by environment, addresses, WSGI, ``configure``.

settings    one module; what differs between machines comes from the environment
urls        which room answers which address
frame       what every page shares
serving     gunicorn, for ``peelian serve``
wsgi        for a server of one's own
"""

from __future__ import annotations

import os
from pathlib import Path


def configure(folder: Path | str | None = None) -> None:
    """Set Django up for the casebook in ``folder`` (default: ``PEELIAN_CASEBOOK`` or ``./casebook``).

    Makes the folder with permissions for its owner alone if it is missing. Doing it twice for the same folder
    changes nothing; for another folder in one process it raises ``RuntimeError``.
    """
    chosen = Path(folder or os.environ.get("PEELIAN_CASEBOOK") or "casebook").resolve()
    if os.environ.get("PEELIAN_CONFIGURED") not in (None, str(chosen)):
        raise RuntimeError(
            f"Peelian is already set up for {os.environ['PEELIAN_CONFIGURED']}; one process holds one casebook"
        )
    chosen.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["PEELIAN_CASEBOOK"] = str(chosen)
    os.environ["PEELIAN_CONFIGURED"] = str(chosen)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.server.settings")
    import django

    django.setup()
