"""Folders of TOML files to read beside the project's own."""

from collections.abc import Callable
from collections.abc import Iterator
from eduportal.mandate import origins
from eduportal.mandate import unregister_catalogue
from eduportal.mandate.registry import OWN
from pathlib import Path
import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    """``folder(text)``: an add-on's folder with one file, ``extra.toml``."""

    def write(text: str) -> Path:
        (tmp_path / "extra.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def clean_registry() -> Iterator[None]:
    """No add-on's catalogue stays behind."""
    before = set(origins())
    yield
    for origin in set(origins()) - before - {OWN}:
        unregister_catalogue(origin)
