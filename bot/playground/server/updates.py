"""The queue of updates a bot has not confirmed yet, with the official server's rules about offsets and age."""

import asyncio
import json
import math
import random
from collections import deque
from typing import Any, NamedTuple

from bot.playground.clock import Clock
from bot.playground.server.errors import Refusal
from bot.playground.store import Store

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "poll", "poll_answer",
    "my_chat_member", "chat_member", "chat_join_request", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "shipping_query", "pre_checkout_query", "chat_boost",
    "removed_chat_boost", "business_connection", "business_message", "edited_business_message",
    "deleted_business_messages", "purchased_paid_media",
)  # fmt: skip
DEFAULT = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
DAY, PRESS, INLINE, WEEK = 24 * 3600.0, 150.0, 30.0, 7 * 24 * 3600.0
LIVES = {"callback_query": PRESS, "inline_query": INLINE}
ONLY_ONE = "make sure that only one bot instance is running"


class Waiting(NamedTuple):
    id: int
    text: str
    at: float
    until: float


class Updates:
    """One bot's queue. Ages run on the playground's clock, waiting on real time."""

    def __init__(self, clock: Clock, store: Store) -> None:
        self._clock, self._store = clock, store
        self._queue: deque[Waiting] = deque()
        self._next = random.randrange(100_000_000, 900_000_000)
        self._last_at = clock.seconds()
        self._soonest = math.inf  # when the first of those waiting grows too old
        self._poll: asyncio.Future[str] | None = None
        self.allowed: frozenset[str] = DEFAULT
        self.webhook: dict[str, Any] | None = None

    def load(self, state: dict[str, Any]) -> None:
        self._next, self._last_at = state["next"], state["last_at"]
        self.allowed, self.webhook = frozenset(state["allowed"]), state["webhook"]
        self._queue.extend(Waiting(*doc) for _, _, doc in self._store.all("update"))
        self._soonest = min((w.until for w in self._queue), default=math.inf)

    def state(self) -> dict[str, Any]:
        return {
            "next": self._next,
            "last_at": self._last_at,
            "allowed": sorted(self.allowed),
            "webhook": self.webhook,
        }

    def __len__(self) -> int:
        self._forget_old()
        return len(self._queue)

    @property
    def polling(self) -> bool:
        return self._poll is not None and not self._poll.done()

    def add(self, kind: str, payload: Any) -> None:
        if kind in self.allowed:
            self.add_raw({kind: payload}, LIVES.get(kind, DAY))

    def add_raw(self, update: Any, lives: float = DAY) -> int:
        """Queues whatever it is given, under the next id unless it carries its own."""
        now = self._clock.seconds()
        self._forget_old(now)
        if not self._queue and now - self._last_at > WEEK:
            self._next = random.randrange(100_000_000, 900_000_000)
        id = self._next
        if isinstance(update, dict):
            update = {"update_id": id, **update}
            id = update["update_id"] if isinstance(update["update_id"], int) else id
        waiting = Waiting(id, json.dumps(update), now, now + lives)
        self._next, self._last_at = max(self._next, id + 1), now
        self._queue.append(waiting)
        self._soonest = min(self._soonest, waiting.until)
        self._store.put("update", id, 0, waiting)
        self._store.put("meta", 1, 0, self.state())
        if self._poll is not None and not self._poll.done():
            self._poll.set_result("")
        return id

    def change(self, allowed: list[str] | None, webhook: dict[str, Any] | None) -> None:
        if allowed is not None:
            self.allowed = frozenset(allowed) & frozenset(KINDS) or DEFAULT
        self.webhook = webhook
        self._store.put("meta", 1, 0, self.state())

    def clear(self) -> None:
        while self._queue:
            self._drop(self._queue.popleft())

    def abort(self, by: str) -> None:
        """Ends the poll that is waiting, if one is, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(f"Conflict: terminated by {by}")
        self._poll = None

    async def get(self, offset: int, limit: int, wait: float, allowed: list[str] | None) -> str:
        """The JSON array of what waits from `offset` on; everything before it is forgotten."""
        if self.webhook is not None:
            how = "use deleteWebhook to delete the webhook first"
            raise Refusal(409, f"Conflict: can't use getUpdates method while webhook is active; {how}")
        self.abort(f"other getUpdates request; {ONLY_ONE}")
        if allowed is not None:
            self.change(allowed, None)
        self._confirm(offset)
        limit = limit if 1 <= limit <= 100 else 100
        if not self._queue and wait > 0:
            poll = self._poll = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(min(wait, 50)):
                    aborted = await poll
            except TimeoutError:
                aborted = ""
            finally:
                if self._poll is poll:
                    self._poll = None
            if aborted:
                raise Refusal(409, aborted)
            self._forget_old()
        return "[" + ",".join(w.text for w, _ in zip(self._queue, range(limit), strict=False)) + "]"

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset < 0:
            offset = self._next + offset
        elif offset > self._next + 10:  # "in the future": the official server starts at the head and forgets nothing
            return
        while self._queue and self._queue[0].id < offset:
            self._drop(self._queue.popleft())

    def _forget_old(self, now: float | None = None) -> None:
        now = self._clock.seconds() if now is None else now
        if now < self._soonest:
            return
        for waiting in self._queue:
            if waiting.until <= now:
                self._drop(waiting)
        self._queue = deque(w for w in self._queue if w.until > now)
        self._soonest = min((w.until for w in self._queue), default=math.inf)

    def _drop(self, waiting: Waiting) -> None:
        self._store.drop("update", waiting.id, 0)
