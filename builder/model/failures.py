"""Why a command cannot go on."""

from __future__ import annotations


class CommandError(Exception):
    """Something outside the content stops the command; `cli` speaks its sentence.

    `code` stands in the catalogs as a `text`, `blanks` fill it.
    """

    def __init__(self, code: str, **blanks: str) -> None:
        super().__init__(code, blanks)
        self.code = code
        self.blanks = blanks
