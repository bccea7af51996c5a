"""An index is the same each time, and holds what a browser asks for."""

from __future__ import annotations

import gzip
import json
import os
import stat
import subprocess
from datetime import date
from pathlib import Path

import pagefind_bin
import pytest

from builder.locale import say
from builder.model.failures import CommandError
from builder.model.search import SearchDocument
from builder.search.cbor import as_list, read_list
from builder.search.documents import write_document
from builder.search.indexing import index_pages, leave_program, tell_recipe
from builder.search.packing import pack_files, unpack_files

KINDS = ("Tuyên truyền", "Hợp tác", "Ngoại ngữ", "Đối tác", "Văn nghệ", "Thể thao")
PAGES = [
    (
        f"tin/{2015 + number}/bai-{number}/",
        write_document(
            SearchDocument(
                f"tin/{2015 + number}/bai-{number}/",
                f"Bài số {number}",
                KINDS[number % len(KINDS)],
                f"<p>Đoàn khách thăm trường lần {number}.</p>",
                date(2015 + number, 1, 1),
            ),
            "vi",
        ),
    )
    for number in range(12)
]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """An index of twelve posts, of six kinds and twelve years."""
    return index_pages(PAGES, "vi")


def test_the_same_pages_give_the_same_bytes(made: dict[str, bytes]) -> None:
    """Pagefind shuffles kinds and years each time it runs; here they stand in order."""
    again = [index_pages(PAGES, "vi") for _ in range(3)]

    assert [made] * 3 == again


def test_kinds_and_years_stand_in_order(made: dict[str, bytes]) -> None:
    """Each with its pages, which a browser finds by the names of their files."""
    hash_ = json.loads(made["pagefind-entry.json"])["languages"]["vi"]["hash"]
    meta = read_list(_open(made[f"pagefind.{hash_}.pf_meta"]))
    shown = {}
    for filter_ in map(as_list, as_list(meta[3])):
        name, values = read_list(_open(made[f"filter/{filter_[1]}.pf_filter"]))
        shown[str(name)] = {str(one[0]): one[1] for one in map(as_list, as_list(values))}

    assert {"loai": sorted(KINDS), "nam": [str(year) for year in range(2015, 2027)]} == {
        name: list(values) for name, values in shown.items()
    }
    assert [0, 6] == shown["loai"]["Tuyên truyền"]


def test_only_what_a_browser_asks_for_is_kept(made: dict[str, bytes]) -> None:
    """The program with what it reads; a part that is joined has no program of its own."""
    shown = {path.partition("/")[0] if "/" in path else path for path in made}
    data = {"filter", "fragment", "index", "pagefind-entry.json"}
    program = {"pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind"}

    assert data | program == {one for one in shown if not one.endswith(".pf_meta")}
    assert program == made.keys() - leave_program(made).keys()


def test_the_surroundings_change_no_index(
    made: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a machine says to Pagefind by its own names."""
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "3")
    monkeypatch.setenv("PAGEFIND_INCLUDE_CHARACTERS", "%")

    assert made == index_pages(PAGES, "vi")


def test_a_recipe_names_the_language_and_the_version() -> None:
    """So that another one makes every kept index anew."""
    version = subprocess.run(
        [pagefind_bin.get_executable(), "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[1]

    assert version in tell_recipe("vi")
    assert tell_recipe("vi") != tell_recipe("en")


def test_what_is_packed_is_unpacked(made: dict[str, bytes]) -> None:
    """To the same bytes, and the pack is the same each time."""
    assert made == unpack_files(pack_files(made))
    assert pack_files(made) == pack_files(dict(made))


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
@pytest.mark.parametrize(
    "program", ["exit 0", "read -r -d , asked; printf '%s,' $(echo %ANSWER | base64 -w0); sleep 1"]
)
def test_a_pagefind_that_cannot_work_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """Where it ends early or says no; the sentence tells what to do."""
    answer = '\'{"message_id":0,"payload":{"type":"Error","message":"no"}}\''
    _replace(tmp_path, monkeypatch, "#!/bin/bash\n" + program.replace("%ANSWER", answer))
    with pytest.raises(CommandError) as failure:
        index_pages(PAGES, "vi")

    assert "search-failed" == failure.value.code
    assert "pagefind-bin" in say("search-failed", "vi", **failure.value.blanks)


def test_a_pagefind_that_cannot_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a guard against viruses took it away."""
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "pagefind")
    with pytest.raises(CommandError) as failure:
        index_pages(PAGES, "vi")

    assert "search-failed" == failure.value.code


def _replace(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let another program stand for Pagefind."""
    file = folder / "pagefind"
    file.write_text(script, "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: file)


def _open(data: bytes) -> bytes:
    """What stands in one of Pagefind's files behind its mark."""
    return gzip.decompress(data).removeprefix(b"pagefind_dcd")
