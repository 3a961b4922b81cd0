"""The gate's sentences handed to translators: writes src/peelian/web/messages.py, which `makemessages` reads.

python tools/messages.py            write it
python tools/messages.py --check    say whether it is up to date
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from peelian.publication.messages import messages

TARGET: Final = Path(__file__).parent.parent / "src" / "peelian" / "web" / "messages.py"
#: The longest line of the project (pyproject.toml).
WIDTH: Final = 110
HEAD: Final = '''"""The gate's fixed sentences and the vocabularies' names as message ids. Made by tools/messages.py; do not edit.

Nothing reads this but ``makemessages``: the gate is pure and its sentences are data, which xgettext cannot read.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

'''


def made() -> str:
    """The module: a call a sentence, as ruff lays it out."""
    return HEAD + "".join(_call(json.dumps(one, ensure_ascii=False)) for one in messages())


def _call(quoted: str) -> str:
    return f"_({quoted})\n" if len(quoted) + 3 <= WIDTH else f"_(\n    {quoted}\n)\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made()
        sys.exit(0 if same else f"{TARGET} is not up to date: run python tools/messages.py")
    TARGET.write_text(made(), encoding="utf-8")
