"""Pages that Pagefind reads → the files of their index."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from importlib.metadata import version
from typing import IO, TypedDict, cast

from builder.model.failures import CommandError
from builder.search.documents import STROKE
from builder.search.steady import settle

_SETTINGS = {
    "include_characters": STROKE,
    "exclude_selectors": ["h1", ".headerlink", ".md-content__button", ".so-hidden"],
}
"""The title stands among what is known of a page, and must not begin every excerpt."""

_OWN = "PAGEFIND_"
"""Begin of the names by which the surroundings would change an index."""

_SURROUNDINGS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "300"}
"""Pagefind counts a word's places without marks alone, which in Vietnamese are few: by its own
measure of 20000 a reader would load 400 KB for a word, so 15 KB."""

_FORM = 1
"""Another number makes every kept index anew."""

_PROGRAM = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_KINDS = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
"""Ends of the names of what a browser asks for; Pagefind brings pages' looks too."""


class _File(TypedDict):
    path: str
    content: str


class _Answer(TypedDict, total=False):
    type: str
    message: str
    files: list[_File]


def index_pages(pages: Iterable[tuple[str, str]], language: str) -> dict[str, bytes]:
    """Files of an index by path from its folder, of pages given by address and HTML.

    The same pages in the same order give the same bytes. CommandError where
    Pagefind cannot work here.
    """
    with _Pagefind() as pagefind:
        pagefind.ask({"type": "NewIndex", "config": _SETTINGS | {"force_language": language}})
        for address, html in pages:
            page = {"url": address, "file_path": None, "file_contents": html}
            pagefind.ask({"type": "AddFile", "index_id": 0, **page})
        answer = pagefind.ask({"type": "GetFiles", "index_id": 0})
    files = {
        one["path"].replace("\\", "/"): base64.b64decode(one["content"]) for one in answer["files"]
    }
    return settle(
        {path: data for path, data in files.items() if path in _PROGRAM or path.endswith(_KINDS)}
    )


def leave_program(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files of an index that a browser joins to another one, beside which the program stands."""
    return {path: data for path, data in files.items() if not path.endswith((".js", ".pagefind"))}


def tell_recipe(language: str) -> str:
    """All that an index depends on besides its pages."""
    told = (_FORM, version("pagefind-bin"), _SETTINGS, _SURROUNDINGS, language)
    return json.dumps(told)


class _Pagefind(AbstractContextManager["_Pagefind"]):
    """Pagefind in a process of its own, asked one thing after another.

    The process ends when ours does, however that comes: its input then ends.
    Its Python package asks in the same words but waits a tenth of a second for
    each answer, and its command line takes pages in the order of the disk.
    """

    def __init__(self) -> None:
        from pagefind_bin import get_executable  # noqa: PLC0415  # only where an index is made

        own = {name: value for name, value in os.environ.items() if not name.startswith(_OWN)}
        program = get_executable()
        try:
            self._process = subprocess.Popen(  # noqa: S603  # comes with its package
                [program, "--service"],
                cwd=program.parent,
                env=own | _SURROUNDINGS,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise CommandError("search-failed", reason=str(error)) from error
        self._asked = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def ask(self, payload: dict[str, object]) -> _Answer:
        """The answer to one request; CommandError where it is no."""
        message = json.dumps({"message_id": 0, "payload": payload}).encode()
        try:
            self._asked.write(base64.b64encode(message) + b",")
            self._asked.flush()
        except OSError as error:
            raise CommandError("search-failed", reason=str(error)) from error
        answer = _read_answer(self._answers)
        if answer["type"] == "Error":
            raise CommandError("search-failed", reason=answer.get("message", ""))
        return answer


def _read_answer(stream: IO[bytes]) -> _Answer:
    """The next answer; CommandError where there is none to come."""
    read = bytearray()
    while not read.endswith(b","):
        piece = os.read(stream.fileno(), 1 << 16)
        if not piece:
            raise CommandError("search-failed", reason="pagefind --service")
        read += piece
    answer: _Answer = json.loads(base64.b64decode(read[:-1]))["payload"]
    return answer
