"""What `linli check` looks at: Telegram, the token, the database, its snapshots, the disk. It changes nothing."""

from __future__ import annotations

import asyncio
import shutil
import time
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.runtime import transport
from bot.runtime.community import Plan
from storage import files
from storage.files import DatabaseRefused

DAY = 86_400
LITTLE_SPACE = 500_000_000


@dataclass(frozen=True)
class Finding:
    """`what` names the sentences `check-<what>` and `check-<what>-next`."""

    what: str
    well: bool
    details: dict[str, Any] = field(default_factory=dict)


async def findings(plan: Plan) -> list[Finding]:
    return [*await _telegram(plan), *await asyncio.to_thread(_database, plan)]


async def _telegram(plan: Plan) -> list[Finding]:
    polling, calling = transport.wires(plan.proxy)
    try:
        async with Bot(
            plan.token, base_url=f"{plan.base_url}/bot", request=calling, get_updates_request=polling
        ) as bot:
            webhook = await bot.get_webhook_info()
            reached = Finding("telegram", True, {"bot": bot.username})
            return [reached, Finding("webhook", not webhook.url)]
    except InvalidToken:
        return [Finding("token", False)]
    except TelegramError:
        return [Finding("network", False, {"url": plan.base_url})]


def _database(plan: Plan) -> list[Finding]:
    try:
        version = files.inspect(plan.database, plan.backups)
    except DatabaseRefused as refused:
        return [Finding(refused.code, False, refused.details)]
    sound = Finding("database", True, {"file": str(plan.database), "version": version})
    return [sound, _snapshots(plan), _disk(plan)]


def _snapshots(plan: Plan) -> Finding:
    kept = files.snapshots(plan.backups)
    fresh = [path for path in kept if time.time() - path.stat().st_mtime < 2 * DAY]
    return Finding("snapshots" if kept else "no-snapshots", bool(fresh), {"count": len(kept)} if kept else {})


def _disk(plan: Plan) -> Finding:
    free = shutil.disk_usage(plan.database.parent).free
    return Finding("disk", free > LITTLE_SPACE, {"megabytes": free // 1_000_000})
