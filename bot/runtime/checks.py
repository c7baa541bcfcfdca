"""What `linli check` looks at: Telegram, the token, the groups, the clock, the database, its snapshots, the disk.

It changes nothing. Groups' names are for the steward's own terminal and go into no log.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.domain import steward
from bot.runtime import transport
from bot.runtime.plan import Plan
from storage import files
from storage.database import reading
from storage.files import DatabaseRefused
from storage.steward import Group

CLOCK = 30
"""Seconds that this machine's clock may be off."""


@dataclass(frozen=True)
class Finding:
    """`what` names the sentences `check-<what>` and `check-<what>-next`."""

    what: str
    well: bool
    details: dict[str, Any] = field(default_factory=dict)


async def findings(plan: Plan) -> list[Finding]:
    own = await asyncio.to_thread(database, plan)
    groups = await _groups(plan) if own[0].well else []
    return [*await _telegram(plan, groups), *own]


async def _groups(plan: Plan) -> list[Group]:
    async with reading(plan.database) as read:
        return await read.steward.groups()


async def _telegram(plan: Plan, groups: list[Group]) -> list[Finding]:
    polling, calling = transport.wires(plan.proxy)
    url = f"{plan.base_url}/bot"
    try:
        async with Bot(plan.token, base_url=url, request=calling, get_updates_request=polling) as bot:
            return [*await _bot(bot), *[found for group in groups for found in await _group(bot, group)], *_clock(plan)]
    except InvalidToken:
        return [Finding("token", False)]
    except TelegramError:
        return [Finding("network", False, {"url": plan.base_url})]


async def _bot(bot: Bot) -> list[Finding]:
    webhook = await bot.get_webhook_info()
    hears_all = (await bot.get_me()).can_read_all_group_messages
    return [
        Finding("telegram", True, {"bot": bot.username}),
        Finding("webhook", not webhook.url),
        Finding("hears-all" if hears_all else "hears-some", True),
    ]


async def _group(bot: Bot, group: Group) -> list[Finding]:
    """Whether the bot is in it still, and what it may not do there."""
    room = {"room": group.title or "…"}
    try:
        me = (await bot.get_chat_member(group.chat_id, bot.id)).to_dict()
    except (BadRequest, Forbidden):
        return [Finding("room-gone", False, room)]
    if me["status"] in ("left", "kicked") or not me.get("is_member", True):
        return [Finding("room-gone", False, room)]
    if not me.get("can_send_messages", True):
        return [Finding("room-silent", False, room)]
    lacks = steward.lacking(me)
    return [Finding(f"room-{right}", False, room) for right in lacks] or [Finding("room", True, room)]


def _clock(plan: Plan) -> list[Finding]:
    """This machine's clock beside the `Date` of an answer (RFC 9110); nothing where none is given."""
    try:
        asked = time.time()
        answer = httpx.head(plan.base_url, proxy=plan.proxy, timeout=transport.CONNECTING, trust_env=False)
        date = parsedate_to_datetime(answer.headers["date"]).timestamp()
    except (httpx.HTTPError, LookupError, ValueError):
        return []
    off = round((asked + time.time()) / 2 - date)
    return [Finding("clock" if abs(off) <= CLOCK else "clock-off", abs(off) <= CLOCK, {"seconds": abs(off)})]


def database(plan: Plan) -> list[Finding]:
    """The database, its snapshots and the disk, which need no network."""
    try:
        version = files.inspect(plan.database, plan.backups)
    except DatabaseRefused as refused:
        return [Finding(refused.code, False, refused.details)]
    sound = Finding("database", True, {"file": str(plan.database), "version": version})
    return [sound, _snapshots(plan), _disk(plan)]


def _snapshots(plan: Plan) -> Finding:
    kept = files.snapshots(plan.backups)
    if not kept:
        return Finding("no-snapshots", False)
    hours = int((time.time() - max(path.stat().st_mtime for path in kept)) // 3600)
    return Finding("snapshots", hours < steward.SNAPSHOT_HOURS, {"count": len(kept), "hours": hours})


def _disk(plan: Plan) -> Finding:
    free = shutil.disk_usage(plan.database.parent).free
    return Finding("disk", free > steward.LITTLE_SPACE, {"megabytes": free // 1_000_000})
