"""What the tests of readers share."""

from __future__ import annotations

import pytest


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and gives its path."""

    def write(name: str, content: bytes | str):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
