"""Folders of servers that speak FTP, with or without encryption."""

from builder.publish.ftp.opening import open_ftp

__all__ = ["open_ftp"]
