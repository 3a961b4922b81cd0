#!/usr/bin/env python3
"""Peelian's public scorer as a script: any Python 3.11 runs it, nothing need be installed.

python benchmarks/score.py read GOLD_DIR READINGS.jsonl [--errors] [--json]
python benchmarks/score.py link GOLD_DIR LINKS.json     [--errors] [--json]

The arithmetic is in ``src/peelian/score`` (the standard library only); ``peelian score`` is the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from peelian.score.__main__ import main

if __name__ == "__main__":
    main()
