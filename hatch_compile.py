"""Compiles the modules that take most of the time, with mypyc: ``hatch_build.py`` runs it if asked.

The source stays the same, and lies beside what is compiled. Called with the folder of the source and
one to write to, it prints the files that it made there.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

REQUIRED = ("mypy[mypyc]>=2.0", "setuptools>=75")
"""What the build needs besides a C compiler."""
ROOMS = ("_plugins", "syntax")
"""Whatever reads an article stands in these folders: all of their modules are compiled, but some."""
FURTHER = ("_names", "_nesting", "_wording")
"""What else is compiled."""
STAY_PYTHON = {
    "__init__": "what plugins call and users import",
    "_plugins/dates/dateparser_adapter": "loads a library when needed",
    "_plugins/quotes/quoted/beside": "a class with two bases",
    "_plugins/quotes/quoted/following": "one of them",
    "_plugins/quotes/quoted/preceding": "the other",
    "syntax/_guarded": "a list with a length of its own",
}
"""What is not compiled, and why: mypyc gives its classes one base and attributes of fixed types."""
FILLED_IN = ("attrs.field(", "attrs.Factory(", "cached_property", "TableWords")
"""Nor are modules with these: they fill in attributes behind the types."""


def modules(source: Path) -> list[str]:
    """Return the modules that are compiled, as paths in the package."""
    package = source / "quotekit"
    files = (file for room in ROOMS for file in package.joinpath(room).rglob("*.py"))
    found = {file.relative_to(package).with_suffix("").as_posix(): file for file in files}
    return sorted([*FURTHER, *(name for name, file in found.items() if _can_be(name, file))])


def _can_be(name: str, file: Path) -> bool:
    if name in STAY_PYTHON or file.stem in STAY_PYTHON:
        return False
    text = file.read_text("utf-8")
    return not any(sign in text for sign in FILLED_IN)


def compiled(source: Path, target: Path) -> list[Path]:
    """Compile the modules in a copy of the source, and return the files made, relative to it."""
    from mypyc.build import mypycify
    from setuptools import setup

    names = modules(source)
    shutil.copytree(source / "quotekit", target / "quotekit", ignore=shutil.ignore_patterns("data"))
    os.chdir(target)
    flags = ["--ignore-missing-imports", "--follow-imports=silent", "--config-file="]
    files = [f"quotekit/{name}.py" for name in names]
    extensions = mypycify(
        [*flags, *files],
        opt_level="2",
        debug_level="0",
        multi_file=True,  # the C of all in one file takes gigabytes
        group_name="quotekit",
    )
    script = ["--quiet", "build_ext", "--inplace", "--build-temp", "build"]
    setup(name="quotekit", packages=[], ext_modules=extensions, script_args=script)
    made = {*Path().glob("*.*"), *Path("quotekit").rglob("*.*")}  # "build" holds them once more
    return sorted(path for path in made if path.suffix in (".so", ".pyd"))


if __name__ == "__main__":
    print(*compiled(Path(sys.argv[1]), Path(sys.argv[2])), sep="\n")
