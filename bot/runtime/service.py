"""The systemd service that runs Linli, where there is one (systemctl(1)); started and stopped with sudo unless root."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

WATCHED, STEADY = 20, 3
"""Seconds to watch a start, and seconds in a row for which it must run."""


@dataclass(frozen=True)
class Service:
    name: str

    @classmethod
    def of(cls, config: Path) -> Service:
        """The service that `linli setup` wrote for this config.toml."""
        return cls(config.stem.replace("config", "linli"))

    @property
    def installed(self) -> bool:
        return shutil.which("systemctl") is not None and self._ask("cat") is not None

    def stop(self) -> bool:
        return self._tell("stop")

    def start(self) -> bool:
        """Whether it runs, or waits for a Telegram that cannot be reached; False: it falls over."""
        if not self._tell("start", "--no-block"):
            return False
        running = 0
        for _ in range(WATCHED):
            time.sleep(1)
            active, sub = (self._ask("show", "--property=ActiveState,SubState", "--value") or "failed\n").split("\n")[
                :2
            ]
            if active == "failed" or sub == "auto-restart":
                return False
            running = running + 1 if active == "active" else 0
            if running >= STEADY:
                return True
        return True

    def _ask(self, *words: str) -> str | None:
        done = subprocess.run(
            ["systemctl", words[0], self.name, *words[1:]], capture_output=True, text=True, check=False
        )
        return done.stdout if done.returncode == 0 else None

    def _tell(self, *words: str) -> bool:
        sudo = [] if os.geteuid() == 0 else ["sudo"]
        return subprocess.run([*sudo, "systemctl", *words, self.name], check=False).returncode == 0
