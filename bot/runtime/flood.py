"""A bucket per person before the transaction: twenty updates a minute, one sentence, then a minute of silence."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

MOST, MINUTE = 20, 60.0


@dataclass
class Flood:
    """Moments are monotonic seconds. Only what is said to us counts, not a group's talk."""

    most: int = MOST
    recent: dict[int, deque[float]] = field(default_factory=dict)
    silent_until: dict[int, float] = field(default_factory=dict)

    def allows(self, who: int, at: float) -> bool | None:
        """True: go on. False: too fast, say so. None: too fast, and said already."""
        if self.silent_until.get(who, 0) > at:
            return None
        moments = self.recent.setdefault(who, deque())
        while moments and at - moments[0] >= MINUTE:
            moments.popleft()
        if len(moments) >= self.most:
            self.silent_until[who] = at + MINUTE
            moments.clear()
            return False
        moments.append(at)
        if len(self.recent) > 10_000:
            self._forget(at)
        return True

    def _forget(self, at: float) -> None:
        self.recent = {who: moments for who, moments in self.recent.items() if moments and at - moments[-1] < MINUTE}
        self.silent_until = {who: until for who, until in self.silent_until.items() if until > at}
