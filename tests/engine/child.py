"""A bot as a process of its own, to be killed; it begins when a line comes in, until then it only loads.

python -m tests.engine.child <database> <Telegram's address> <token> <what time it is>
"""

from __future__ import annotations

import asyncio
import sys
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.quiet import Hours
from bot.runtime import logs, running
from bot.runtime.community import Community, Plan


def main(database: str, base_url: str, token: str, now: str) -> None:
    logs.configure("ERROR")
    path, zone = Path(database), ZoneInfo("Asia/Shanghai")
    hours = Hours(time(22), time(7), time(12, 30), time(14), time(7, 30))
    plan = Plan("锦江苑", token, path, path.parent / "backups", zone, hours, "zh", base_url)
    sys.stdin.readline()
    asyncio.run(running.run([Community(plan, lambda: float(now))], None))


if __name__ == "__main__":
    main(*sys.argv[1:])
