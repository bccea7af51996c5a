"""Why nothing could be published, and what stands at the target then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from builder.model.failures import CommandError
from builder.publish.storage import StorageError


class PublishError(CommandError):
    """Publishing failed (exit status 3).

    `code` says why, `stands` what visitors see now: both are sentences of the catalogs.
    """

    def __init__(self, code: str, stands: str, **blanks: str) -> None:
        super().__init__(code, **blanks)
        self.stands = stands


@contextmanager
def leaving(stands: str) -> Iterator[None]:
    """What stands at the target, should the place fail within the block."""
    try:
        yield
    except StorageError as error:
        raise PublishError(error.code, stands, **error.blanks) from error
