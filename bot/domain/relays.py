"""Talking through the bot: two neighbours, one conversation each. Times are Unix seconds, UTC."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.rules import RuleError

MINUTE, HOUR, DAY = 60, 3600, 86_400

FRESH = 10 * MINUTE
"""How long somebody who wanted to talk may be taken to be still there."""

PATIENCE = 2 * HOUR
"""How long an invitation waits, from when it may ring."""

SILENCE = 2 * HOUR
"""After so much silence it is over."""

SLACK = 10
"""Seconds by which our clock and Telegram's may differ."""

MOST_A_DAY = 20
"""Invitations one person may send within 24 hours."""

MOST_HELD = 3
"""Lines held back, of both together, after which it is over."""

REST = HOUR // 2
"""How long these two are not asked again after *not now*, or after too much was held back."""

APART = 30 * DAY
"""How long two stay apart after one reported the other."""

ENDED_IN_ANGER = ("reported", "held", "blocked")
"""Then what is still on its way does not arrive any more."""


@dataclass(frozen=True)
class Relay:
    """A conversation. `one_id` wanted it; `asked_id` is whose tap it waits for; `why` is how it ended."""

    id: int
    about: str
    one_id: int | None
    other_id: int | None
    asked_id: int | None
    state: str
    asked_at: int
    opened_at: int | None = None
    said_at: int | None = None
    held: int = 0
    ended_at: int | None = None
    why: str | None = None
    ended_by: int | None = None

    @property
    def two(self) -> frozenset[int]:
        return frozenset(one for one in (self.one_id, self.other_id) if one is not None)

    def partner_of(self, person_id: int) -> int | None:
        return self.other_id if person_id == self.one_id else self.one_id

    @property
    def waits_id(self) -> int | None:
        """Who has tapped, and waits for the other."""
        return self.partner_of(self.asked_id) if self.asked_id is not None else None

    def enter(self, person_id: int, *, at: int) -> Relay:
        """The tap of who was asked. Whoever waited too long is asked in their turn: nobody is surprised."""
        if self.state != "invited" or person_id != self.asked_id:
            return self
        if at - self.asked_at > FRESH:
            return replace(self, asked_id=self.partner_of(person_id), asked_at=at)
        return replace(self, state="open", opened_at=at, said_at=at)

    def heard(self, *, at: int) -> Relay:
        return replace(self, said_at=max(at, self.said_at or at))

    def was_said_in_it(self, at: int) -> bool:
        """Whether something said at that moment was said to the other, and not to the bot before it began."""
        return self.state == "open" and at + SLACK >= (self.opened_at or 0)

    def hold(self) -> Relay:
        return replace(self, held=self.held + 1)

    @property
    def held_too_often(self) -> bool:
        return self.held >= MOST_HELD

    def is_silent(self, at: int) -> bool:
        return self.state == "open" and at - (self.said_at or 0) >= SILENCE

    def end(self, why: str, *, at: int, by: int | None = None) -> Relay:
        if self.state == "ended":
            return self
        return replace(self, state="ended", why=why, ended_at=at, ended_by=by)


def check_invitation(sent_today: int, last: Relay | None, *, at: int) -> None:
    """Refuse one too many, one too soon after *not now*, and one between two of whom one reported the other."""
    if sent_today >= MOST_A_DAY:
        raise RuleError("relay-too-many", most=MOST_A_DAY)
    if last is None or last.ended_at is None:
        return
    if last.why == "reported" and at - last.ended_at < APART:
        raise RuleError("relay-apart")
    if last.why in ("declined", "held") and at - last.ended_at < REST:
        raise RuleError(f"relay-just-{last.why}")
