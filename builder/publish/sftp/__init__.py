"""Folders of servers that speak SFTP."""

from builder.publish.sftp.opening import open_sftp

__all__ = ["open_sftp"]
