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

GIVE_UP = 120.0
"""Seconds for one measure."""


@dataclass
class Bot:
    process: subprocess.Popen[bytes]
    born: float

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
        """A bot begins, in a process of its own; Linli with a fresh copy of the scene's database."""
        self.runs += 1
        if name == "linli":
            words = (str(self._database()), *words)
        command = [sys.executable, "-m", f"bench.bots.{name}", self.url, *words]
        with (self.folder / f"{self.runs}-{name}.log").open("wb") as log:
            born = time.monotonic()
            return Bot(subprocess.Popen(command, stdout=log, stderr=log), born)

    def _database(self) -> Path:
        place = self.folder / str(self.runs)
        place.mkdir()
        return Path(shutil.copy(self.folder / "scene.db", place / "linli.db"))
