"""Why a command cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class CommandError(Exception):
    """Something outside the content stops the command; `cli` speaks its sentence.

    `code` stands in the catalogs as a `text`, `blanks` fill it.
    """

    def __init__(self, code: str, **blanks: str) -> None:
        super().__init__(code, blanks)
        self.code = code
        self.blanks = blanks

    def __reduce__(self) -> tuple[Callable[..., CommandError], tuple[object, ...]]:
        """Let it come back whole from another process."""
        return _remake, (self.code, self.blanks)


def _remake(code: str, blanks: Mapping[str, str]) -> CommandError:
    """The same failure."""
    return CommandError(code, **blanks)
