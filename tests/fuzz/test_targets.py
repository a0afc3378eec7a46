"""The targets of the fuzzer hold for their own seeds, and for these cut, doubled and mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_for_its_seeds(name):
    target = TARGETS[name]
    seeds = list(target.seeds())
    assert len(seeds) >= 5
    for seed in seeds:
        target.run(seed)


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data())
def test_a_target_holds_for_pieces_of_its_seeds_and_any_bytes(name, data):
    seeds = list(TARGETS[name].seeds())
    piece = st.one_of(
        st.binary(max_size=8),
        st.tuples(st.sampled_from(seeds), st.integers(0, 200), st.integers(0, 200)).map(
            lambda cut: cut[0][cut[1] : cut[1] + cut[2]]
        ),
    )
    TARGETS[name].run(b"".join(data.draw(st.lists(piece, max_size=5))))
