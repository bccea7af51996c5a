"""Bytes that a command made → the file, the folder or the output in which they are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from builder.cli.speech import tell, tell_aside
from builder.disk.writing import write_new, write_whole
from builder.locale import say
from builder.model.failures import CommandError

_TEXTS = frozenset({"csv", "json", "md"})
"""Formats that a terminal can show."""

_OUTPUT = Path("-")


def hand_over(
    made: Mapping[str, bytes],
    stems: Mapping[str, str],
    output: Path | None,
    done: str,
    language: str,
) -> None:
    """Write files of some formats, by the names `<stem>.<format>` where none is given.

    A name of ours never takes the place of a file that stands there: somebody
    may have worked on it in Word. `-` is the standard output, which is also
    where one text goes that no file is named for.
    """
    first = next(iter(made))
    if len(made) == 1 and (output == _OUTPUT or (output is None and first in _TEXTS)):
        click.echo(made[first], nl=False)
        return
    named = output is not None and len(made) == 1 and not output.is_dir()
    if output is not None and len(made) > 1 and output.is_file():
        raise CommandError("report-one-file", file=str(output))
    for file_format, data in made.items():
        if named and output is not None:
            write_whole(output.absolute(), data)
            tell_aside(say(done, language, file=str(output)))
            continue
        file = Path(output or "") / f"{stems[file_format]}.{file_format}"
        if output is None:
            file = _write_free(file, data)
        else:
            write_whole(file.absolute(), data)
        tell(str(file))


def _write_free(file: Path, data: bytes) -> Path:
    """Write under this name, or with the first number that is free: `bao-cao-2023-2.docx`."""
    number = 1
    free = file
    while not write_new(free.absolute(), data):
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free
