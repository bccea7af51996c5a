"""An FTP server to be run as a program, with the faults that a test orders.

    python ftpd.py ORDER

ORDER is a file with JSON: what `tests.servers.ftp` wrote.
"""

from __future__ import annotations

import json
import os
import pwd
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

from pyftpdlib.authorizers import DummyAuthorizer  # noqa: E402
from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler  # noqa: E402
from pyftpdlib.servers import FTPServer  # noqa: E402

ORDER = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))


class FaultyHandler(FTPHandler):
    """Does what it is told but for the faults that were ordered."""

    def ftp_RNTO(self, path: str) -> None:  # noqa: N802 - named by the library
        """Refuse to rename, or to rename over what is there."""
        refused = ORDER.get("refuse_rename")
        replaces = ORDER.get("refuse_replace") and Path(path).exists()
        if replaces or (refused and path.endswith(refused)):
            self._rnfr = None
            self.respond("550 Not allowed to rename.")
            return
        super().ftp_RNTO(path)

    def ftp_SIZE(self, path: str) -> None:  # noqa: N802 - named by the library
        """Tell a size, or a wrong one."""
        if ORDER.get("lies_about_size"):
            self.respond("213 7")
            return
        super().ftp_SIZE(path)


class SecureHandler(FaultyHandler, TLS_FTPHandler):
    """The same over TLS, both connections."""

    tls_control_required = True
    tls_data_required = True


def main() -> None:
    """Serve until somebody ends it."""
    kind = FaultyHandler
    if "certificate" in ORDER:
        kind = SecureHandler
        kind.certfile = ORDER["certificate"]
    authorizer = DummyAuthorizer()
    authorizer.add_user(ORDER["user"], ORDER["password"], ORDER["root"], perm="elradfmwMT")
    kind.authorizer = authorizer
    kind.use_sendfile = False
    if ORDER.get("without_mlsd"):
        kind.proto_cmds = {
            name: said for name, said in kind.proto_cmds.items() if not name.startswith("MLS")
        }
    server = FTPServer(("127.0.0.1", ORDER["port"]), kind)
    step_down()
    server.serve_forever()


def step_down() -> None:
    """Be an ordinary user, as a school's host is: rights that are taken away don't bind root."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(ORDER["runs_as"])
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)


if __name__ == "__main__":
    main()
