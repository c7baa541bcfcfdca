"""systemd's notifications: ready, alive, stopping (sd_notify(3)); nothing at all without NOTIFY_SOCKET."""

from __future__ import annotations

import contextlib
import os
import socket


def notify(state: str) -> None:
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
    with wire, contextlib.suppress(OSError):  # a systemd that does not listen any more must not end us
        wire.sendto(state.encode(), address)


def every() -> float | None:
    """Half of the time after which systemd loses patience, in seconds."""
    microseconds = os.environ.get("WATCHDOG_USEC", "")
    return int(microseconds) / 2_000_000 if microseconds.isdecimal() else None
