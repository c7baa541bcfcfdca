"""Talking through the bot, whatever neighbours tap and type in whatever order, in a real house.

What is expected is read off people's own screens: an open conversation there names who reads.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.domain.relays import Relay
from bot.domain.rules import number_of
from bot.playground.server.state import BOT
from storage.relays import Relays
from tests.house import House, Neighbour

NAMES = ("王芳", "陈明", "李奶奶", "赵强")
MATCHED = ((0, 1), (0, 2), (3, 1), (2, 3))
"""Who asked, and who has it by both their words: ask 1 is Wang's, Chen has it."""

PEOPLE, ASKS, RELAYS = st.integers(0, 3), st.integers(0, 3), st.integers(1, 6)
SHOWN = re.compile(r"💬 您现在和(\w+?)(?:（.*）)?说话")


class Talks(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp())
        self.people: list[Neighbour] = []
        self.house = House(self.folder)
        self.run(self.house.starts())
        self.said: dict[str, tuple[int, int | None]] = {}  # the word: who said it, who is to read it

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(work)

    @initialize()
    def neighbours_have_found_each_other(self) -> None:
        self.run(self.begins())

    async def begins(self) -> None:
        house = self.house
        self.people = await house.moves_in(*NAMES)
        for number, (asker, taker) in enumerate(MATCHED, 1):
            self.people[asker].says(f"/need 梯子{number}", to=house.group)
            await house.settles()
            card = house.posts(self.people[taker].id, house.group)[-1]
            await self.people[taker].pushes(f"ask_take_{number}", card.id, on=house.group)
            await self.people[asker].pushes(f"ask_agree_{number}_{taker + 1}", 1)

    def teardown(self) -> None:
        self.run(self.house.stops())
        self.loop.close()
        shutil.rmtree(self.folder)

    def presses(self, who: int, data: str) -> None:
        self.run(self.people[who].pushes(data, 1))

    @rule(ask=ASKS, asks=st.booleans(), door=st.sampled_from(["open", "open", "switch"]))
    def wants_to_talk(self, ask: int, asks: bool, door: str) -> None:
        one, other = MATCHED[ask] if asks else MATCHED[ask][::-1]
        self.presses(one, f"relay_{door}_ask_{ask + 1}_{other + 1}")

    @rule(ask=ASKS, asks=st.booleans())
    def two_find_each_other(self, ask: int, asks: bool) -> None:
        one, other = MATCHED[ask] if asks else MATCHED[ask][::-1]
        self.presses(one, f"relay_switch_ask_{ask + 1}_{other + 1}")
        self.presses(other, f"relay_switch_ask_{ask + 1}_{one + 1}")

    @rule(who=PEOPLE, label=st.sampled_from(["行，现在说"] * 4 + ["结束，去说", "现在不方便", "说完了", "不等了"]))
    def taps_what_is_shown(self, who: int, label: str) -> None:
        buttons = [one for post in self.posts(who) for row in self.house.rows(post) for one in row]
        if any(label == one["text"] for one in buttons):
            self.run(self.people[who].presses(label))

    @rule(who=PEOPLE, number=RELAYS, door=st.sampled_from(["yes", "over", "no", "end"]))
    def forges_a_button(self, who: int, number: int, door: str) -> None:
        self.presses(who, f"relay_{door}_{number}")

    @rule(who=PEOPLE)
    def says_bye(self, who: int) -> None:
        self.people[who].says("说完了")
        self.run(self.house.settles())

    @rule(who=PEOPLE, door=st.sampled_from(["done", "let-go"]))
    def what_it_is_about_ends(self, who: int, door: str) -> None:
        """For whoever talks just now; otherwise something of theirs is asked for again."""
        talks = [ask for ask, two in enumerate(MATCHED) if who in two and self.shown().get(who) in two]
        for ask in talks:
            self.presses(MATCHED[ask][0], f"ask_{door}_{ask + 1}")
        for ask, (asker, taker) in enumerate(MATCHED):
            if not talks and asker == who:
                self.presses(asker, f"ask_reopen_{ask + 1}")
                self.presses(taker, f"ask_take_{ask + 1}")
                self.presses(asker, f"ask_agree_{ask + 1}_{taker + 1}")

    @rule(minutes=st.sampled_from([0, 1, 11, 121]))
    def time_passes(self, minutes: int) -> None:
        """The machine dies and comes back meanwhile, or it does not."""
        self.run(self.house.later(minutes=minutes) if minutes else self.house.restarts())

    @invariant()
    def each_word_is_read_by_the_partner_and_nobody_else(self) -> None:
        """Whatever happened, everybody says something now."""
        open_now = self.shown()
        for who, neighbour in enumerate(self.people):
            word = f"悄悄话{len(self.said)}号"
            self.said[word] = who, open_now.get(who)
            neighbour.says(word)
        self.run(self.house.settles())
        screens = [str([post.body for post in self.posts(who)]) for who in range(len(self.people))]
        for word, (sender, reader) in self.said.items():
            seen = {who for who, screen in enumerate(screens) if word in screen}
            assert seen == {sender} | ({reader} if reader is not None else set()), word
        assert "悄悄话" not in str(self.house.in_group())

    def shown(self) -> dict[int, int]:
        """Who talks with whom, as their screens say: one conversation each at most, and both sides see it."""
        found: dict[int, int] = {}
        for who in range(len(self.people)):
            names = [match[1] for post in self.posts(who) if shows_it(post) and (match := SHOWN.match(text_of(post)))]
            assert len(names) <= 1, names
            found |= dict.fromkeys([who] * len(names), *map(NAMES.index, names)) if names else {}
        assert all(found.get(other) == one for one, other in found.items())
        return found

    @invariant()
    def seats_and_open_conversations_are_the_same(self) -> None:
        seats = self.run(self.house.db.read.sql.rows("SELECT person_id, relay_id FROM relay_seats"))
        open_ = self.run(self.house.db.read.sql.rows("SELECT * FROM relays WHERE state = 'open'"))
        both = {(row[person], row["id"]) for row in open_ for person in ("one_id", "other_id")}
        assert {tuple(row) for row in seats} == both
        for row in open_:
            assert self.run(self.house.db.read.asks.get(number_of(row["about"]))).state == "taken"

    def posts(self, who: int) -> list[Any]:
        return self.house.posts(self.people[who].id, "bot")


def shows_it(post: Any) -> bool:
    rows = (post.body.get("reply_markup") or {}).get("inline_keyboard", [])
    ends = any(one.get("callback_data", "").startswith("relay_end") for row in rows for one in row)
    return post.sender == BOT and ends and bool(SHOWN.match(text_of(post)))


def text_of(post: Any) -> str:
    return str(post.body.get("text", ""))


def walk(examples: int) -> None:
    run_state_machine_as_test(
        Talks,
        settings=settings(
            max_examples=examples, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck),
            derandomize=True,
            phases=[Phase.generate], report_multiple_bugs=False, database=None, print_blob=False,
        ),
    )  # fmt: skip


def plant(monkeypatch: pytest.MonkeyPatch, bug: str) -> None:
    async def saved(self: Relays, relay: Relay) -> None:
        await save(self, relay)
        if relay.state == "ended":
            await self.sql.run(
                "INSERT OR IGNORE INTO relay_seats (person_id, relay_id) VALUES (?, ?)", relay.one_id, relay.id
            )

    save = Relays.save
    if bug == "somebody stays seated":
        monkeypatch.setattr(Relays, "save", saved)
    else:
        monkeypatch.setattr(Relay, "partner_of", lambda self, person_id: self.one_id)


@pytest.mark.parametrize("bug", ["somebody stays seated", "words go to whoever asked"])
def test_a_house_that_carries_words_astray_is_caught(monkeypatch: pytest.MonkeyPatch, bug: str) -> None:
    """The planted bugs."""
    plant(monkeypatch, bug)
    with pytest.raises(Exception):  # noqa: B017  # one or several of them, as a group
        walk(40)


def test_whatever_is_tapped_and_said_reaches_the_partner_alone_and_never_after_the_end() -> None:
    walk(6)
