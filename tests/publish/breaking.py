"""A storage whose line breaks when a test wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from builder.publish.folder import FolderStorage
from builder.publish.storage import Step, StorageError


@dataclass(slots=True)
class Breaking:
    """A folder whose line breaks after some steps, and that is looked at after each."""

    whole: FolderStorage
    left: float = float("inf")
    seen: list[Step] = field(default_factory=list)
    watch: Callable[[], None] = lambda: None

    def __getattr__(self, name: str) -> object:
        """Everything else is the folder's."""
        return getattr(self.whole, name)

    def carry_out(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Carry out steps while the line holds."""
        for step in steps:
            if self.left <= 0:
                raise StorageError("publish-refused", path="", reason="cut")
            self.left -= 1
            self.seen.append(step)
            yield from self.whole.carry_out([step])
            self.watch()
