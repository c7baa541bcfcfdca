"""What puts the server and the bots on the stage: processes, and the calls between them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import estate
from bench.scene import COMMUNITY, TOKEN

CONFIG = """\
[[community]]
name = "{name}"
token = "{token}"
database = "{database}"
night = ["03:00", "03:01"]

[telegram]
base_url = "{url}"

[health]
port = 0
"""

LONGEST_START = 20.0
GIVE_UP = 120.0
"""Seconds for one measure."""


@dataclass
class Bot:
    process: subprocess.Popen[bytes]
    start: float
    """Seconds from the process to its first question for updates."""

    def memory(self) -> float:
        """Resident memory, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        [kilobytes] = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
        return int(kilobytes) / 1024

    def ends(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass
class Theatre:
    """`with Theatre(folder) as theatre:` — one server for every bot."""

    folder: Path
    url: str = ""
    runs: int = 0
    server: subprocess.Popen[bytes] = field(init=False)

    def __enter__(self) -> Theatre:
        estate.build(self.folder / "scene.db")
        self.server = subprocess.Popen([sys.executable, "-m", "bench.telegram"], stdout=subprocess.PIPE)
        assert self.server.stdout
        self.url = f"http://127.0.0.1:{int(self.server.stdout.readline())}"
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()

    def asks(self, act: str, **said: Any) -> Any:
        request = urllib.request.Request(f"{self.url}/stage/{act}", json.dumps(said).encode())
        with urllib.request.urlopen(request, timeout=GIVE_UP) as answer:
            return json.load(answer)

    def enters(self, name: str, *words: str) -> Bot:
        """A bot begins, in a process of its own; it has come when it first asks for updates, and then it waits.

        Linli finds a fresh copy of the scene's database.
        """
        self.runs += 1
        command = [sys.executable, *self._command(name, words)]
        path = self.folder / f"{self.runs}-{name}.log"
        with path.open("wb") as log:
            born = time.monotonic()
            process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            return Bot(process, self.asks("asked", seconds=LONGEST_START)["at"] - born)
        except OSError as error:
            process.kill()
            raise RuntimeError(f"{name} did not start: {path.read_text()[-2000:]}") from error

    def found(self) -> dict[str, int]:
        """What the Linli that played last has written down; {} for the other bots."""
        database = self.folder / str(self.runs) / "linli.db"
        return estate.changes(database) if database.exists() else {}

    def _command(self, name: str, words: tuple[str, ...]) -> list[str]:
        if name == "linli":
            return ["-m", "bot", "run", "--config", str(self._config())]
        if name == "unhurried":
            words = (str(self._database()),)
        return ["-m", f"bench.bots.{name}", self.url, *words]

    def _config(self) -> Path:
        database = self._database()
        config = database.with_name("config.toml")
        config.write_text(CONFIG.format(name=COMMUNITY, token=TOKEN, database=database, url=self.url), encoding="utf-8")
        return config

    def _database(self) -> Path:
        place = self.folder / str(self.runs)
        place.mkdir()
        return Path(shutil.copy(self.folder / "scene.db", place / "linli.db"))
