"""Files of a folder → the same files in another, without their bytes written again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from builder.disk.writing import make_folder


def link_files(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Let files below `source` stand below `target` too; copied where the system has no links.

    Several processes may do it below one folder at once, each with its share. Who goes
    on where another one ended early finds some of them there.
    """
    made = {""}
    come_from, go_to = f"{source}{os.sep}", f"{target}{os.sep}"
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            make_folder(go_to + folder)
            made.add(folder)
        try:
            os.link(come_from + path, go_to + path)
        except FileExistsError:
            if not os.path.samefile(come_from + path, go_to + path):  # noqa: PTH121
                shutil.copy2(come_from + path, go_to + path)
        except OSError:
            shutil.copy2(come_from + path, go_to + path)


def match_files(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Let files below `target` be those below `source`, and gone where they are gone there."""
    for path in paths:
        drop_file(target, path)
        if (source / path).exists():
            link_files(source, target, [path])


def drop_file(folder: Path, path: str) -> None:
    """Remove a file, and the folders above it that then hold nothing."""
    (folder / path).unlink(missing_ok=True)
    for above in (folder / path).parents:
        if above == folder or (above.exists() and any(above.iterdir())):
            return
        if above.exists():
            above.rmdir()
