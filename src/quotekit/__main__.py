"""``python -m quotekit``: the command line."""

from quotekit._cli import main

if __name__ == "__main__":
    main()
