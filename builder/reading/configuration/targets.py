"""The `targets` of `mkdocs.yml` → the places to which the site is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from builder.model.problems import Outcome, Problem
from builder.model.targets import PublishTarget, TargetKind
from builder.reading.fields.given import Fields
from builder.reading.fields.keys import KeyTable, key_table
from builder.reading.source.nodes import Entry, MappingNode, Node, Scalar
from builder.reading.source.yaml_nodes import shorten
from builder.reading.surroundings.documents import (
    choices,
    match_fields,
    read_choice,
    read_web_address,
)
from builder.reading.values.texts import read_text, read_whole, tell_shape

_ON_SERVERS = ("host", "port", "user", "path")
TARGET_KEYS: Mapping[TargetKind, tuple[str, ...]] = MappingProxyType(
    {
        TargetKind.FOLDER: ("path",),
        TargetKind.SFTP: (*_ON_SERVERS, "key"),
        TargetKind.FTP: (*_ON_SERVERS, "insecure"),
        TargetKind.FTPS: _ON_SERVERS,
        TargetKind.GIT: ("repository", "branch"),
    }
)
"""Keys of each kind, besides `kind` and `url`."""

_REQUIRED: Mapping[TargetKind, tuple[str, ...]] = MappingProxyType(
    {
        TargetKind.FOLDER: ("path",),
        **dict.fromkeys(
            (TargetKind.SFTP, TargetKind.FTP, TargetKind.FTPS), ("host", "user", "path")
        ),
        TargetKind.GIT: ("repository",),
    }
)
_KINDS = choices(dict.fromkeys((kind.value for kind in TargetKind), ()))
_SECRETS = frozenset({"password", "passwd", "pass", "passphrase", "secret", "token", "mật khẩu"})
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+")
_BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
_PASSWORD_IN_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^/@]*:[^/@]+@", re.IGNORECASE)
_BRANCH_OF_PAGES = "gh-pages"
_LAST_PORT = 65535
_SHOWN_KEYS = "kind: folder, path: /srv/www/doi-ngoai"
_SHOWN = f"truong: {{{_SHOWN_KEYS}}}"


def read_targets(node: Node, *, key: str) -> Outcome[tuple[PublishTarget, ...]]:
    """Targets in the order of the file; those with errors are left out."""
    if isinstance(node, Scalar) and not node.text.strip():
        return Outcome(())
    if not isinstance(node, MappingNode):
        return Outcome(None, (tell_shape(node, key=key, wanted="mapping", known=_SHOWN),))
    read = [_read_target(entry) for entry in node.entries]
    problems = tuple(problem for one in read for problem in one.problems)
    return Outcome(tuple(one.value for one in read if one.value is not None), problems)


def _read_target(entry: Entry) -> Outcome[PublishTarget]:
    """One target; None where anything of it is wrong."""
    if not _NAME.fullmatch(entry.key):
        details = {"written": shorten(entry.key)}
        return Outcome(None, (Problem("target-name", entry.where, details),))
    if not isinstance(entry.value, MappingNode):
        told = tell_shape(entry.value, key=entry.key, wanted="mapping", known=_SHOWN_KEYS)
        return Outcome(None, (told,))
    node, secrets = _without_secrets(entry.key, entry.value)
    kind = _read_kind(node)
    if kind.value is None:
        return Outcome(None, (*secrets, *kind.problems))
    table = _table(*TARGET_KEYS[kind.value])
    fields = match_fields(node, table, required=("kind", *_REQUIRED[kind.value]))
    target = _make_target(entry.key, kind.value, fields)
    problems = (*secrets, *fields.problems)
    return Outcome(None if problems else target, problems)


def _without_secrets(name: str, node: MappingNode) -> tuple[MappingNode, tuple[Problem, ...]]:
    """The mapping without its passwords, each of which is a problem that doesn't repeat it."""
    secret = [entry for entry in node.entries if entry.key.strip().lower() in _SECRETS]
    plain = tuple(entry for entry in node.entries if entry not in secret)
    problems = tuple(_tell_secret(name, entry) for entry in secret)
    return MappingNode(plain, node.where), problems


def _tell_secret(name: str, entry: Entry) -> Problem:
    """Problem of a password in the file."""
    variable = PublishTarget(name, TargetKind.SFTP).variable
    return Problem("target-secret", entry.where, {"key": shorten(entry.key), "variable": variable})


def _read_kind(node: MappingNode) -> Outcome[TargetKind]:
    """Kind of a target; with the problems of other keys only where it is missing."""
    keys = dict.fromkeys(key for kind in TargetKind for key in TARGET_KEYS[kind])
    fields = match_fields(node, _table(*keys), required=("kind",))
    own = [*fields.problems]
    fields.problems.clear()
    kind = fields.read("kind", partial(read_choice, known=_KINDS))
    if kind is None:
        return Outcome(None, tuple(fields.problems or own))
    return Outcome(TargetKind(kind))


def _table(*keys: str) -> KeyTable:
    """Keys of a target, with those that every kind takes."""
    return key_table(dict.fromkeys(("kind", *keys, "url"), ()))


def _make_target(name: str, kind: TargetKind, fields: Fields) -> PublishTarget:
    """A target of what stands in its mapping; `fields` collects what is wrong."""
    path = fields.text("path")
    url = fields.read("url", read_web_address)
    if kind is TargetKind.FTP and not fields.yes_no("insecure"):
        fields.tell("target-insecure", "insecure" if "insecure" in fields.entries else "kind")
    stated_branch = fields.read("branch", partial(_read_form, form=_BRANCH, code="target-branch"))
    return PublishTarget(
        name,
        kind,
        path=(path.rstrip("/") or "/") if path else None,
        host=fields.read("host", partial(_read_form, form=_HOST, code="target-host")),
        port=fields.read("port", _read_port),
        user=fields.text("user"),
        key=fields.text("key"),
        repository=fields.read("repository", partial(_read_repository, name=name)),
        branch=(stated_branch or _BRANCH_OF_PAGES) if kind is TargetKind.GIT else None,
        url=f"{url.rstrip('/')}/" if url else None,
    )


def _read_form(node: Node, *, key: str, form: re.Pattern[str], code: str) -> Outcome[str]:
    """A text of one form."""
    text = read_text(node, key=key)
    if text.value is None or form.fullmatch(text.value):
        return text
    return Outcome(None, (Problem(code, node.where, {"written": shorten(text.value)}),))


def _read_port(node: Node, *, key: str) -> Outcome[int]:
    """Number of a port."""
    whole = read_whole(node, key=key)
    if whole.value is None or whole.value <= _LAST_PORT:
        return whole
    return Outcome(None, (Problem("target-port", node.where, {"written": str(whole.value)}),))


def _read_repository(node: Node, *, key: str, name: str) -> Outcome[str]:
    """Address or folder of a repository: no password in it, and nothing that git takes for more."""
    text = read_text(node, key=key)
    if text.value is None:
        return text
    if _PASSWORD_IN_ADDRESS.match(text.value):
        return Outcome(None, (_tell_secret(name, Entry(key, node.where, node)),))
    if text.value.startswith("-") or "::" in text.value:
        details = {"written": shorten(text.value)}
        return Outcome(None, (Problem("target-repository", node.where, details),))
    return text
