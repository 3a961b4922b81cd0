"""``python -m peelian`` is the command line."""

import sys

from peelian.cli import main

if __name__ == "__main__":
    sys.exit(main())
