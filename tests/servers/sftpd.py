"""A plain SFTP server to be run as a program, with the faults that a test orders.

    python sftpd.py ORDER

ORDER is a file with JSON: what `tests.servers.ssh` wrote. It takes a password,
renames over nothing, gives no file a second name and knows no links unless told to.
"""

from __future__ import annotations

import json
import os
import pwd
import socket
import sys
import threading
import time
from pathlib import Path

import paramiko
from paramiko.sftp_si import SFTPServerInterface

ORDER = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))


class Door(paramiko.ServerInterface):
    """Lets in who knows the password."""

    def get_allowed_auths(self, username: str) -> str:  # noqa: ARG002 - the same for all
        """A password, nothing else."""
        return "password"

    def check_auth_password(self, username: str, password: str) -> int:
        """Whether the password is the one."""
        known = (username, password) == (ORDER["user"], ORDER["password"])
        return paramiko.AUTH_SUCCESSFUL if known else paramiko.AUTH_FAILED

    def check_channel_request(self, kind: str, chanid: int) -> int:  # noqa: ARG002 - likewise
        """A session for SFTP."""
        return paramiko.OPEN_SUCCEEDED


class Handle(paramiko.SFTPHandle):
    """An open file that may lie about its size or be slow."""

    def stat(self) -> paramiko.SFTPAttributes | int:
        """What is known of it."""
        marks = paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))
        if ORDER.get("lies_about_size"):
            marks.st_size = 7
        return marks

    def write(self, offset: int, data: bytes) -> int:
        """Write, if there is room."""
        time.sleep(ORDER.get("delay_seconds", 0))
        if offset + len(data) > ORDER.get("most_bytes", 1 << 40):
            return paramiko.SFTP_FAILURE
        written: int = super().write(offset, data)
        return written


class Files(SFTPServerInterface):
    """Files below one folder."""

    def list_folder(self, path: str) -> list[paramiko.SFTPAttributes] | int:
        """What stands in a folder."""
        try:
            found = []
            for file in place(path).iterdir():
                marks = paramiko.SFTPAttributes.from_stat(file.lstat())
                marks.filename = file.name
                found.append(marks)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        return found

    def stat(self, path: str) -> paramiko.SFTPAttributes | int:
        """What is known of a file."""
        try:
            return paramiko.SFTPAttributes.from_stat(place(path).stat())
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)

    lstat = stat

    def open(self, path: str, flags: int, attr: object) -> Handle | int:  # noqa: ARG002
        """Open a file."""
        try:
            descriptor = os.open(place(path), flags, 0o644)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno)
        handle = Handle(flags)
        reads = flags & 3 == os.O_RDONLY
        handle.readfile = handle.writefile = os.fdopen(descriptor, "rb" if reads else "r+b", 0)
        return handle

    def remove(self, path: str) -> int:
        """A file goes."""
        return attempt(place(path).unlink)

    def rename(self, oldpath: str, newpath: str) -> int:
        """Another name, where there is none yet."""
        refused = ORDER.get("refuse_rename")
        if place(newpath).exists() or (refused and newpath.endswith(refused)):
            return paramiko.SFTP_FAILURE
        return attempt(lambda: place(oldpath).rename(place(newpath)))

    def mkdir(self, path: str, attr: object) -> int:  # noqa: ARG002 - rights are the server's
        """A new folder."""
        return attempt(place(path).mkdir)

    def rmdir(self, path: str) -> int:
        """A folder goes."""
        return attempt(place(path).rmdir)


def place(path: str) -> Path:
    """File of a path."""
    return Path(ORDER["root"]) / path.lstrip("/")


def attempt(work: object) -> int:
    """Do it, and say how it ended."""
    try:
        work()  # type: ignore[operator]
    except OSError as error:
        status: int = paramiko.SFTPServer.convert_errno(error.errno)
        return status
    return paramiko.SFTP_OK


def main() -> None:
    """Serve until somebody ends it."""
    key = paramiko.Ed25519Key.from_private_key_file(ORDER["host_key"])
    listener = socket.create_server(("127.0.0.1", ORDER["port"]))
    if os.geteuid() == 0:
        user = pwd.getpwnam(ORDER["runs_as"])
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
    while True:
        client, _ = listener.accept()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=serve, args=(client, key), daemon=True).start()


def serve(client: socket.socket, key: paramiko.PKey) -> None:
    """One client until it hangs up."""
    transport = paramiko.Transport(client)
    transport.add_server_key(key)
    transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Files)
    try:
        transport.start_server(server=Door())
        transport.join()
    except (paramiko.SSHException, EOFError, OSError):
        transport.close()


if __name__ == "__main__":
    main()
