"""What a community needs to start. It imports no bot, so that a command that needs none starts at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.quiet import Hours


@dataclass(frozen=True)
class Plan:
    """Settings fill it, and so do the playground and the tests."""

    name: str
    token: str
    database: Path
    backups: Path
    zone: ZoneInfo
    hours: Hours
    language: str
    base_url: str
    proxy: str | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)
    cards_an_hour: int = 6


def link_key(token: str) -> bytes:
    """What signs deep links: derived from the token, so that it stands nowhere."""
    return hashlib.sha256(b"linli links\0" + token.encode()).digest()
