"""How much a bot may send: 30 a second in all, 20 a minute per group, about one a second per private chat.

Counted on monotonic real time, whatever the playground's clock says. Edits count like messages.
"""

import math
import time
from collections import deque

from bot.playground.server.errors import flood

OVERALL, GROUP, PRIVATE_BURST = 30, 20, 4


class Limits:
    def __init__(self, on: bool = True) -> None:
        self.on = on
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._private: dict[int, tuple[float, float]] = {}  # chat → (tokens left, at)

    def take(self, chat: int) -> None:
        """Counts one message or edit in `chat`; raises 429 when there is no room, and counts nothing then."""
        if not self.on:
            return
        now = time.monotonic()
        waits = [_wait(self._all, OVERALL, 1.0, now)]
        if chat < 0:
            window = self._groups.setdefault(chat, deque())
            waits.append(_wait(window, GROUP, 60.0, now))
        else:
            tokens, at = self._private.get(chat, (float(PRIVATE_BURST), now))
            tokens = min(float(PRIVATE_BURST), tokens + now - at)
            waits.append(1.0 - tokens if tokens < 1 else 0.0)
        if (wait := max(waits)) > 0:
            raise flood(max(1, math.ceil(wait)))
        self._all.append(now)
        if chat < 0:
            window.append(now)
        else:
            self._private[chat] = (tokens - 1, now)


def _wait(window: deque[float], most: int, seconds: float, now: float) -> float:
    while window and window[0] <= now - seconds:
        window.popleft()
    return window[0] + seconds - now if len(window) >= most else 0.0
