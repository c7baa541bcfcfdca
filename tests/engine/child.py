"""A bot as a process of its own, to be killed: python -m tests.engine.child <database> <Telegram's address>.

It begins when a line comes in: until then it only loads.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.runtime import logs, running
from bot.runtime.community import Community, Plan
from tests.house import HOURS, MORNING, TOKEN, ZONE


def main(database: str, base_url: str) -> None:
    logs.configure("ERROR")
    path = Path(database)
    plan = Plan("锦江苑", TOKEN, path, path.parent / "backups", ZONE, HOURS, "zh", base_url)
    sys.stdin.readline()
    asyncio.run(running.run([Community(plan, MORNING.timestamp)], None))


if __name__ == "__main__":
    main(*sys.argv[1:])
