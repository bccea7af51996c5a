"""Folders of servers that speak SFTP."""

import sys
from types import ModuleType
from typing import cast


def _load_library() -> None:
    """Load paramiko without `invoke`, by which it runs commands of an `ssh_config`.

    We read none, and it takes as long to load as all the rest.
    """
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    is_loaded = "invoke" in modules
    if not is_loaded:
        modules["invoke"] = None
    import paramiko  # noqa: F401, PLC0415

    if not is_loaded:
        del modules["invoke"]


_load_library()

from builder.publish.sftp.opening import open_sftp  # noqa: E402

__all__ = ["open_sftp"]
