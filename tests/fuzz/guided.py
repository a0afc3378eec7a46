"""Let atheris look for bytes that make a target fall: ``python -m tests.fuzz.guided NAME [SECONDS]``.

It ends with how many inputs were tried. Bytes at which a target falls are printed and left in a file
beside the corpus; the smallest form of their text belongs into ``found.toml``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

SECONDS = 120
LONGEST = 4096
"""No input has more bytes than this."""


def main(name: str, seconds: int = SECONDS) -> int:
    """Fuzz one target; the fuzzer itself ends the process, with 0 where nothing fell."""
    try:
        import atheris
    except ImportError:
        print(f"{name}: left out, for there is no atheris here: pip install atheris")
        return 0
    with atheris.instrument_imports(include=["quotekit"]):
        from .targets import TARGETS
    target = TARGETS[name]
    folder = Path(tempfile.mkdtemp(prefix=f"quotekit-fuzz-{name}-"))
    for number, seed in enumerate(target.seeds()):
        (folder / f"seed-{number}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-timeout=60",
        "-verbosity=0",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}-fell-",
    ]
    atheris.Setup([f"{name}", *options, str(folder)], target.run)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
