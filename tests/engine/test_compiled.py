"""Compiled templates are taken where they are whole and of this program; else compiled again."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from builder.engine.compiled import CompiledTemplates

PAGE = "{{ school }} – {{ 6 * 7 }}"


def render(folder: Path, template: str = PAGE) -> str:
    """A page of a new environment whose templates are kept in a folder."""
    kept = CompiledTemplates(folder)
    environment = Environment(  # noqa: S701  # as the engine makes it
        loader=DictLoader({"page.html": template}), bytecode_cache=kept
    )
    return environment.get_template("page.html").render(school="Hoa Mai")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another environment takes what the first one made."""
    first = render(tmp_path)
    monkeypatch.setattr(Environment, "compile", None)

    assert ("Hoa Mai – 42", "Hoa Mai – 42") == (first, render(tmp_path))


@pytest.mark.parametrize("length", range(0, 600, 25))
def test_what_was_cut_off_or_changed_is_compiled_again(tmp_path: Path, length: int) -> None:
    """No code runs that isn't as it was written."""
    render(tmp_path)
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[:length])
    cut = render(tmp_path)
    file.write_bytes(data[:length] + b"\0" + data[length + 1 :])

    assert ("Hoa Mai – 42", "Hoa Mai – 42") == (cut, render(tmp_path))


def test_with_another_program_or_text_it_is_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new version may compile otherwise."""
    render(tmp_path)
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    monkeypatch.setenv("OUTREACH_ANYTHING", "changed")
    render(tmp_path)

    assert (True, "Chào Hoa Mai") == (
        before != file.read_bytes(),
        render(tmp_path, "Chào {{ school }}"),
    )


def test_where_nothing_can_be_written_it_is_compiled_each_time(tmp_path: Path) -> None:
    """A program may stand where nobody may write."""
    (tmp_path / "file").write_bytes(b"in the way")

    assert "Hoa Mai – 42" == render(tmp_path / "file/theme")
