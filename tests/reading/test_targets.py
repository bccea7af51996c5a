"""Facts about the places to which a school publishes."""

from __future__ import annotations

import pytest

from builder.model.targets import PublishTarget, TargetKind
from tests.reading.test_settings import read, settings_of, tell

SERVER = "host: ftp.hoamai.example, user: hoamai, path: public_html"


def test_no_target_is_needed() -> None:
    """A school that copies its site by hand states none."""
    assert () == settings_of().targets


def test_each_kind_has_its_keys() -> None:
    """All keys of every kind, in the order of the file, with the defaults of the rest."""
    targets = settings_of(
        """
        targets:
          usb: {kind: folder, path: /media/usb/site/}
          may-chu: {kind: sftp, host: "10.0.0.1", port: 2222, user: a, path: www, key: ~/.ssh/k}
          cu: {kind: ftp, insecure: yes, host: ftp.hoamai.example, user: a, path: /}
          moi: {kind: ftps, host: ftp.hoamai.example, user: a, path: ".", url: "https://a.example"}
          trang: {kind: git, repository: "git@git.example:truong/trang.git"}
        """
    ).targets

    assert (
        PublishTarget("usb", TargetKind.FOLDER, path="/media/usb/site"),
        PublishTarget(
            "may-chu",
            TargetKind.SFTP,
            path="www",
            host="10.0.0.1",
            port=2222,
            user="a",
            key="~/.ssh/k",
        ),
        PublishTarget("cu", TargetKind.FTP, path="/", host="ftp.hoamai.example", user="a"),
        PublishTarget(
            "moi",
            TargetKind.FTPS,
            path=".",
            host="ftp.hoamai.example",
            user="a",
            url="https://a.example/",
        ),
        PublishTarget(
            "trang",
            TargetKind.GIT,
            repository="git@git.example:truong/trang.git",
            branch="gh-pages",
        ),
    ) == targets


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("a: sftp", "shape-mapping"),
        ("Máy chủ: {kind: folder, path: a}", "target-name"),
        ("a: {path: b}", "key-missing"),
        ("a: {kind: scp, path: b}", "choice-unknown"),
        ("a: {kind: folder}", "key-missing"),
        ("a: {kind: folder, path: b, host: c}", "key-strange"),
        ("a: {kind: folder, paht: b}", "key-unknown"),
        (f"a: {{kind: sftp, password: bi-mat, {SERVER}}}", "target-secret"),
        (f"a: {{kind: sftp, mật khẩu: bi-mat, {SERVER}}}", "target-secret"),
        ("a: {kind: git, repository: 'https://a:bi-mat@git.example/a.git'}", "target-secret"),
        ("a: {kind: git, repository: '--upload-pack=x'}", "target-repository"),
        ("a: {kind: git, repository: 'ext::sh -c x'}", "target-repository"),
        ("a: {kind: git, repository: a.git, branch: '-x'}", "target-branch"),
        (f"a: {{kind: ftp, {SERVER}}}", "target-insecure"),
        (f"a: {{kind: ftp, insecure: no, {SERVER}}}", "target-insecure"),
        ("a: {kind: sftp, host: 'sftp://b.example', user: c, path: d}", "target-host"),
        (f"a: {{kind: sftp, port: 70000, {SERVER}}}", "target-port"),
        (f"a: {{kind: sftp, port: cao, {SERVER}}}", "whole-number"),
        ("a: {kind: folder, path: b, url: hoamai}", "address-invalid"),
    ],
)
def test_a_wrong_target_is_told_with_its_line(written: str, code: str) -> None:
    """Like any other value of the configuration."""
    assert [(code, 6)] == tell(f"targets:\n  {written}")


def test_a_password_is_not_repeated() -> None:
    """Neither the problem nor its blanks carry what was written."""
    problems = read(f"targets: {{a: {{kind: sftp, password: bi-mat, {SERVER}}}}}").problems

    assert "bi-mat" not in repr(problems)


def test_a_target_names_its_variable() -> None:
    """Passwords stand in the environment, one variable a target."""
    target = PublishTarget("may-chu", TargetKind.SFTP)

    assert "OUTREACH_PASSWORD_MAY_CHU" == target.variable
