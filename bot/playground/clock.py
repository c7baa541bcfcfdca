"""The playground's clock: real time plus an offset that can be pushed."""

import time
from datetime import UTC, datetime


class Clock:
    """Tells the playground's time, in UTC. `offset` is in seconds and may be kept across restarts."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset

    def seconds(self) -> float:
        return time.time() + self.offset

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def push(self, seconds: float) -> None:
        self.offset += seconds
