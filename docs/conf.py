"""How the documentation is built."""

from importlib.metadata import version as version_of

project = "quotekit"
author = "The quotekit developers"
copyright = author
version = release = version_of("quotekit-nlp")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "_gallery"]
# Made by gallery.py; pages of the program stand beside those of the documentation.
html_extra_path = ["_gallery"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["quotekit.css"]
html_title = "quotekit"
html_show_copyright = False

# What is copied is what is typed: no prompts, no output.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True

# Without network there is no inventory of other projects' names to look these up in.
nitpick_ignore_regex = [
    ("py:.*", r"(abc|attr|collections|contextlib|datetime|enum|importlib|io)\b.*"),
    ("py:.*", r"(pathlib|pluggy|_?pytest|types|typing)\b.*"),
    ("py:class", r"(?:.*\.)?[TFR]"),
    ("py:class", r"quotekit(\.\w+)*\._\w+\.\w+"),  # not for import, so not described
    ("py:class", r"dt\.date|Traversable|Path|Callable|Iterable|Iterator|Sequence|Mapping|BinaryIO"),
    ("py:class", r"AbstractContextManager|Any|StrEnum|Item|Result|Open|Offsets|Number|Gender|Form"),
    ("py:class", r"Extractions|DataFrame|Starlette|(pd|pl|pa)\.\w+"),
    ("py:exc", r"ValueError|AssertionError"),
]
