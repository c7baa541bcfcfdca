"""What the numbers were measured on."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

PACKAGES = ("linli", "python-telegram-bot", "httpx", "aiogram", "aiohttp", "aiosqlite")


def about(folder: Path) -> dict[str, str]:
    """No names and no paths."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "disk": f"fsync {_fsync(folder):.2f} ms",
        "python": f"{platform.python_implementation()} {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}",
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _fsync(folder: Path) -> float:
    """What one small write that must be on the disk takes there, in milliseconds."""
    took = []
    with (folder / "fsync").open("wb", buffering=0) as file:
        for _ in range(50):
            file.write(bytes(4096))
            since = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - since)
    return 1000 * median(took)
