"""What a community needs to start. It imports no bot, so that a command that needs none starts at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.quiet import Hours
from bot.domain.worktime import Working
from bot.i18n import Words
from bot.settings import Community as CommunitySettings
from bot.settings import Settings, SettingsError
from storage import files


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
    keep_days: Mapping[str, int] = field(default_factory=dict)
    work: Working = field(default_factory=Working)


def link_key(token: str) -> bytes:
    """What signs deep links: derived from the token, so that it stands nowhere."""
    return hashlib.sha256(b"linli links\0" + token.encode()).digest()


def plan_of(community: CommunitySettings, settings: Settings) -> Plan:
    return Plan(
        name=community.name,
        token=community.token.get_secret_value(),
        database=community.database,
        backups=backups_of(community),
        zone=ZoneInfo(community.zone),
        hours=hours_of(community),
        language=community.language,
        base_url=settings.telegram.base_url,
        proxy=settings.telegram.proxy,
        numbers=community.numbers,
        keep_days=keep_days_of(community),
        work=working_of(community),
    )


def keep_days_of(community: CommunitySettings) -> dict[str, int]:
    """By the keys under which features say what they keep."""
    words = community.keep_plea_words
    return {"asks": community.keep_pleas, "ask-notes": words, "ask-files": words}


def hours_of(community: CommunitySettings) -> Hours:
    rest = community.rest or (None, None)
    return Hours(community.night[0], community.night[1], rest[0], rest[1], community.morning)


def working_of(community: CommunitySettings) -> Working:
    return Working(*community.work, frozenset(day - 1 for day in community.workdays))


def backups_of(community: CommunitySettings) -> Path:
    return community.backups or files.backups_of(community.database)


def chosen(settings: Settings, name: str, t: Words) -> CommunitySettings:
    """The community of this name, or the only one. Raises SettingsError with the names there are."""
    found = [community for community in settings.communities if not name or community.name == name]
    if len(found) != 1:
        names = ", ".join(community.name for community in settings.communities)
        raise SettingsError(t("which-community", names=names))
    return found[0]
