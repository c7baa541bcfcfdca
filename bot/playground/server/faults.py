"""Calls that were made, and faults somebody ordered for the next ones."""

from collections import deque
from dataclasses import dataclass
from typing import Any

from bot.playground.clock import Clock

MOST_CALLS = 20_000


@dataclass(slots=True)
class Fault:
    method: str
    times: int = 1
    status: int = 0
    description: str = ""
    retry_after: int = 0
    chat_id: int | None = None
    when: str = "before"
    hang: float = 0.0
    drop: bool = False

    def fits(self, method: str, chat: str) -> bool:
        return self.method in ("*", method) and (self.chat_id is None or chat == str(self.chat_id))

    def answer(self) -> dict[str, Any]:
        words = self.description or ("Too Many Requests" if self.retry_after else "the playground was asked to fail")
        answer: dict[str, Any] = {"ok": False, "error_code": self.status or 500, "description": words}
        if self.retry_after:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


class Calls:
    """The last 20,000 calls, getUpdates left out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: deque[tuple[int, str, Any, int, float]] = deque(maxlen=MOST_CALLS)
        self._n = 0
        self.faults: list[Fault] = []

    def note(self, method: str, params: Any, status: int) -> None:
        self._n += 1
        self._calls.append((self._n, method, params, status, self._clock.seconds()))

    def since(self, n: int) -> list[dict[str, Any]]:
        keys = ("n", "method", "params", "status", "at")
        return [dict(zip(keys, call, strict=True)) for call in self._calls if call[0] > n]

    def fault(self, method: str, chat: str) -> Fault | None:
        """The fault ordered for this call, counted down."""
        for fault in self.faults:
            if fault.fits(method, chat):
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None
