"""Facts about the list that says which files are ours."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.publish.manifest import (
    SCHEMA,
    FileMark,
    Manifest,
    ManifestUnreadableError,
    is_site_path,
    read_manifest,
    write_manifest,
)

MARKS = st.builds(FileMark, st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0))
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).filter(
    lambda name: name not in {".", "..", ".outreach"}
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)


@given(files=st.dictionaries(PATHS, MARKS), withdrawn=st.none() | st.text())
def test_a_manifest_is_read_as_it_was_written(
    files: dict[str, FileMark], withdrawn: str | None
) -> None:
    """Whatever names the files have."""
    manifest = Manifest(files, "2026-11-22T08:00:00+07:00", withdrawn)
    read = read_manifest(write_manifest(manifest))

    assert (manifest.files, manifest.published_at, manifest.withdrawn) == (
        read.files,
        read.published_at,
        read.withdrawn,
    )


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        json.dumps({"schema": "other"}).encode(),
        json.dumps({"schema": SCHEMA, "published_at": "", "withdrawn": None}).encode(),
        json.dumps(
            {"schema": SCHEMA, "published_at": "", "withdrawn": None, "files": {"a": ["x"]}}
        ).encode(),
        json.dumps(
            {"schema": SCHEMA, "published_at": "", "withdrawn": None, "files": {"../a": ["x", 1]}}
        ).encode(),
    ],
)
def test_what_is_no_manifest_is_not_read(told: bytes) -> None:
    """Nothing is deleted by a list that was meddled with."""
    with pytest.raises(ManifestUnreadableError):
        read_manifest(told)


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "..", "/a", "a/", "a//b", "./a", "a/../b", "../a"),
        *(".outreach", ".outreach/manifest.json", "a\0b"),
    ],
)
def test_a_path_that_leads_elsewhere_is_none(path: str) -> None:
    """Neither out of the site's folder nor into what publishing keeps for itself."""
    assert not is_site_path(path)


def test_a_manifest_is_named_by_its_files_alone() -> None:
    """The hour of publishing makes no other release."""
    files = {"a": FileMark("x", 1)}

    assert Manifest(files, "1").id == Manifest(files, "2").id != Manifest({}, "1").id
