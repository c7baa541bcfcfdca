"""Linli without its own keeping of Telegram's limits, to see what delivery costs."""

import asyncio
import sys
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.scene import COMMUNITY, TOKEN
from bot.domain.quiet import Hours
from bot.runtime import logs, running
from bot.runtime.community import Community, Plan
from bot.runtime.limits import Unhurried

HOURS = Hours(time(22), time(7), None, None, time(7, 30))


async def main(url: str, database: str) -> None:
    logs.configure()
    path = Path(database)
    plan = Plan(
        COMMUNITY,
        TOKEN,
        path,
        path.parent / "backups",
        ZoneInfo("Asia/Shanghai"),
        HOURS,
        "zh",
        url,
        cards_an_hour=10**9,
    )
    community = Community(plan)

    def ready() -> None:
        community.delivery.limits = Unhurried()

    await running.run([community], None, ready)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
