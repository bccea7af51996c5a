"""What every storage promises, as tests: a module of tests per protocol plugs its own place in.

class TestFolder(StorageContract):
    @pytest.fixture
    def place(self, tmp_path): ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.publish.storage import (
    Connection,
    Keep,
    Link,
    Move,
    Prune,
    Remove,
    Send,
    Step,
    Storage,
    StorageError,
)


@dataclass(frozen=True, slots=True)
class Bytes:
    """Content that stands in memory."""

    data: bytes

    @property
    def size_bytes(self) -> int:
        """How many bytes there are."""
        return len(self.data)

    def read_chunks(self) -> Iterator[bytes]:
        """A few at a time."""
        for start in range(0, len(self.data), 100_000):
            yield self.data[start : start + 100_000]


@dataclass(frozen=True, slots=True)
class Broken:
    """Content that ends before its time, as a file does that another program cuts."""

    size_bytes: int = 500_000

    def read_chunks(self) -> Iterator[bytes]:
        """One chunk, then a failure."""
        yield b"x" * 100_000
        raise OSError("cut")


@dataclass(frozen=True, slots=True)
class Place:
    """An open way, and the same folder as this machine's disk shows it."""

    connection: Connection
    folder: str
    """As the configuration names it; it need not stand yet."""

    seen: Path
    """The same folder, looked at from behind."""

    @property
    def storage(self) -> Storage:
        """Storage of the folder."""
        return self.connection.storage_at(self.folder)

    def do(self, *steps: Step) -> None:
        """Carry steps out, one after the other."""
        for step in steps:
            assert [step] == list(self.storage.carry_out([step]))

    def files(self) -> dict[str, bytes]:
        """Every file that stands."""
        return {
            file.relative_to(self.seen).as_posix(): file.read_bytes()
            for file in sorted(self.seen.rglob("*"))
            if file.is_file()
        }


def sent(files: dict[str, bytes]) -> Iterable[Step]:
    """Steps that send files."""
    return (Send(Bytes(data), path) for path, data in files.items())


FILES = {
    "index.html": b"<h1>home</h1>",
    "tin/2026/bai/index.html": b"x" * 300_001,
    "anh/\u1ea3nh h\u1ecdc sinh.webp": bytes(range(256)) * 5,
    "empty.txt": b"",
}


class StorageContract:
    """The promises of `builder.publish.storage`."""

    @pytest.fixture
    def place(self) -> Place:
        """The place of one protocol, with nothing in it."""
        raise NotImplementedError

    def test_what_is_sent_stands_to_the_byte(self, place: Place) -> None:
        """Large, empty and Vietnamese-named files arrive whole, in folders that are made."""
        done = list(place.storage.carry_out(sent(FILES)))

        assert (len(FILES), FILES) == (len(done), place.files())

    def test_many_files_are_all_confirmed(self, place: Place) -> None:
        """However many are under way at once, each is given once."""
        files = {f"a/{n % 7}/{n}.txt": f"{n}".encode() for n in range(150)}
        done = [
            step.path for step in place.storage.carry_out(sent(files)) if isinstance(step, Send)
        ]

        assert (sorted(files), files) == (sorted(done), place.files())

    def test_other_work_is_done_between_two_steps(self, place: Place) -> None:
        """A sign of life is written while long work goes on."""
        files = {f"{n}.txt": f"{n}".encode() for n in range(40)}
        for n, _ in enumerate(place.storage.carry_out(sent(files))):
            if n in {0, 20, 39}:
                place.do(*sent({"life": f"{n}".encode()}))
                assert f"{n}".encode() == place.storage.load("life")

        assert files | {"life": b"39"} == place.files()

    def test_a_file_is_replaced_whole(self, place: Place) -> None:
        """A shorter file leaves nothing of the longer one."""
        place.do(*sent({"a.txt": b"longer"}))
        place.do(*sent({"a.txt": b"new"}))

        assert {"a.txt": b"new"} == place.files()

    def test_content_that_breaks_off_leaves_what_stood(self, place: Place) -> None:
        """No half file under its name, and the failure is heard."""
        place.do(*sent({"a.txt": b"old"}))
        with pytest.raises((StorageError, OSError)):
            list(place.storage.carry_out([Send(Broken(), "a.txt")]))
        standing = {path: data for path, data in place.files().items() if path.endswith(".txt")}

        assert {"a.txt": b"old"} == standing

    def test_bytes_are_loaded(self, place: Place) -> None:
        """What stands is given whole; what doesn't is None."""
        place.do(*sent(FILES))
        storage = place.storage

        assert (FILES, None, None) == (
            {path: storage.load(path) for path in FILES},
            storage.load("none.txt"),
            storage.load("none/none.txt"),
        )

    def test_names_of_a_folder_are_listed(self, place: Place) -> None:
        """Files and folders, hidden ones too; a folder that isn't there has none."""
        place.do(*sent({"a.txt": b"", ".h/b.txt": b"", "ng\u00e0y/c.txt": b""}))
        storage = place.storage
        bare = {name.rstrip("/") for name in storage.list_names("")}

        assert ({"a.txt", ".h", "ng\u00e0y"}, {"b.txt"}, frozenset()) == (
            bare,
            set(storage.list_names(".h")),
            storage.list_names("none/there"),
        )

    def test_many_folders_are_listed_at_once(self, place: Place) -> None:
        """Each as it is when it is asked for alone, those that aren't there too."""
        place.do(*sent({f"a/{n}/{n}.txt": b"" for n in range(30)}))
        storage = place.storage
        folders = ["a", "none", *(f"a/{n}" for n in range(30))]

        assert {folder: storage.list_names(folder) for folder in folders} == storage.list_each(
            folders
        )

    def test_folders_are_told_where_links_are_offered(self, place: Place) -> None:
        """Only a folder's name ends with a stroke, never a link's."""
        if not place.connection.offers_links:
            pytest.skip("this place offers no links")
        place.do(*sent({"a.txt": b"", "b/c.txt": b""}), Link("d", "b"))

        assert frozenset({"a.txt", "b/", "d"}) == place.storage.list_names("")

    def test_a_folder_is_made_once(self, place: Place) -> None:
        """Who asks second hears that it stood; locks are made of this."""
        storage = place.storage

        assert [True, False, False] == [storage.make_folder("x/lock") for _ in range(3)]

    def test_a_copy_is_kept(self, place: Place) -> None:
        """The copy keeps its bytes whatever then takes the file's place."""
        place.do(*sent(FILES))
        place.do(*(Keep(path, f".k/{n}") for n, path in enumerate(FILES)))
        place.do(*sent(dict.fromkeys(FILES, b"new")))
        kept = {path: place.storage.load(f".k/{n}") for n, path in enumerate(FILES)}

        assert FILES == kept

    def test_nothing_is_kept_of_nothing(self, place: Place) -> None:
        """A file that somebody removed is no failure."""
        place.do(Keep("none.txt", ".k/none"))

        assert {} == place.files()

    def test_a_file_moves_over_another(self, place: Place) -> None:
        """The new one stands in place of the old, in a folder that is made where it is missing."""
        place.do(*sent({"new/1": b"one", "new/2": b"two", "a.txt": b"old"}))
        place.do(Move("new/1", "a.txt"), Move("new/2", "b/c/d.txt"))

        assert {"a.txt": b"one", "b/c/d.txt": b"two"} == place.files()

    def test_a_file_goes_once(self, place: Place) -> None:
        """Removing twice is removing once."""
        place.do(*sent({"a.txt": b"", "b.txt": b""}))
        place.do(Remove("a.txt"), Remove("a.txt"), Remove("none/there.txt"))

        assert {"b.txt": b""} == place.files()

    def test_only_empty_folders_are_pruned(self, place: Place) -> None:
        """A folder that holds anything stays."""
        place.do(*sent({"a/b/c.txt": b"", "d/e.txt": b""}))
        place.do(Remove("a/b/c.txt"), Prune("a/b"), Prune("a"), Prune("d"), Prune("none"))
        names = {name.rstrip("/") for name in place.storage.list_names("")}

        assert ({"d"}, {"d/e.txt": b""}) == (names, place.files())

    def test_a_link_changes_in_one_step(self, place: Place) -> None:
        """A link is read as it was written and shows what it leads to."""
        if not place.connection.offers_links:
            pytest.skip("this place offers no links")
        place.do(*sent({"r/1/a.txt": b"one", "r/2/a.txt": b"two"}))
        place.do(Link("site", "r/1"), Link("site", "r/2"))
        storage = place.storage

        assert ("r/2", None, None, b"two") == (
            storage.read_link("site"),
            storage.read_link("r"),
            storage.read_link("none"),
            storage.load("site/a.txt"),
        )

    def test_two_storages_of_one_connection_are_two_folders(self, place: Place) -> None:
        """A folder below is the same place by another name."""
        place.do(*sent({"a/b.txt": b"here"}))
        below = f"{place.folder}/a" if place.folder not in {"", "/"} else f"{place.folder}a"

        assert b"here" == place.connection.storage_at(below).load("b.txt")
