"""``python -m peelian.cli`` is the command ``peelian``."""

import sys

from peelian.cli import main

if __name__ == "__main__":
    sys.exit(main())
