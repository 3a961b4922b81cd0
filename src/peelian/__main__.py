"""``python -m peelian`` is the command line."""

from peelian.cli import main

if __name__ == "__main__":
    main()
