"""Marks of a wire service: the plugin knows them, and quotekit who spoke."""

from __future__ import annotations

import pytest
import quotekit_wire_copy as plugin

from quotekit import Registry
from quotekit.testing import check_plugin

COPY = [
    r"#\[[The wall will hold. It is new,|1]\]# said {Mayor Ida Moss|1}. "
    r"#\[[It never leaked,|2]\]# {she|2} added.",
    r"According to {Bo Tran}, [#\[nobody\]# had asked him].",
    "#[The wall will hold,|1]# said {Mayor Ida Moss|1}. #[Nobody asked me,|2]# "
    "{engineer Bo Tran|2} replied.",
    "{Mayor Ida Moss} told reporters: #[The wall will hold. It is new.]#",
]


@pytest.mark.parametrize("marked", COPY)
def test_what_is_between_the_marks_has_cue_source_and_speaker(assert_extracts, marked):
    for quote in assert_extracts(marked).quotes:
        assert quote.cue
        assert quote.speaker.name in ("Ida Moss", "Bo Tran")


def test_marks_are_read_in_every_language(assert_extracts):
    assert_extracts(r"#\[[Die Mauer hält]\]#, sagte {Ida Moss}.", language="de")
    assert_extracts("#[La digue tient,]# a dit {Ida Moss}.", language="fr")


@pytest.mark.parametrize(
    "copy",
    [
        "Bo Tran is #1 of the #quay friends, and knows C#.",
        r"The so-called #\[green corridor\]# is late.",
    ],
)
def test_what_is_no_speech_is_none(assert_extracts, copy):
    assert_extracts(copy)


def test_the_plugin_is_found_once_installed():
    installed = {info.name: info for info in Registry().plugins()}
    assert installed["wire-copy"].distribution == "quotekit-wire-copy"


def test_the_plugin_keeps_to_the_rules():
    check_plugin(plugin, name="wire-copy")
