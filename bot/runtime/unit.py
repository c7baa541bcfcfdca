"""A systemd unit that keeps Linli running (systemd.service(5), systemd.exec(5)): started at boot, watched, shut in."""

from __future__ import annotations

import sys
from pathlib import Path

WATCHDOG = 120
"""Seconds without a sign of life after which systemd starts it anew."""

HIDDEN = (Path("/tmp"), Path("/var/tmp"))  # what PrivateTmp would hide
UNIT = """\
[Unit]
Description=Linli: a bot for neighbours' group chats
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
Type=notify
User={user}
WorkingDirectory={folder}
ExecStart={command}
Restart=always
RestartSec=10
# Ready once Telegram was met, and that may take as long as the network is away.
TimeoutStartSec=infinity
TimeoutStopSec=30
WatchdogSec={watchdog}

UMask=0077
NoNewPrivileges=yes
{capabilities}ProtectSystem=full
ReadWritePaths={writable}
PrivateDevices=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
LockPersonality=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
{private_tmp}
[Install]
WantedBy=multi-user.target
"""


def unit(config: Path, language: str, user: str, program: Path | None = None) -> str:
    """The unit's text for this config.toml; `program`: the `linli` that shall run, the one beside this Python if not
    said. Databases elsewhere stay writable, since only /usr, /boot and /etc are closed."""
    folder = config.absolute().parent
    words = [*_program(program), "--lang", language, "run", "--config", str(config.absolute())]
    hidden = any(folder.is_relative_to(place) for place in HIDDEN)
    return UNIT.format(
        user=user,
        folder=_specifiers(str(folder)),
        command=" ".join(_word(word).replace("$", "$$") for word in words),
        watchdog=WATCHDOG,
        writable=_word(str(folder)),
        capabilities="" if user == "root" else "CapabilityBoundingSet=\n",
        private_tmp="" if hidden else "PrivateTmp=yes\n",
    )


def _program(program: Path | None) -> list[str]:
    linli = program or Path(sys.executable).with_name("linli")
    return [str(linli)] if linli.exists() else [sys.executable, "-m", "bot"]


def _word(text: str) -> str:
    """One word of a command line as systemd reads it (systemd.syntax(7))."""
    plain = _specifiers(text.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{plain}"' if any(sign in plain for sign in " \t\"'\\;") else plain


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")
