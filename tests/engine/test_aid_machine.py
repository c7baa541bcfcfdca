"""Whatever neighbours do in whatever order: nobody is asked twice, nothing is given twice, no plea ends unseen."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.aid import Ask
from bot.i18n import words
from tests.flows.helping import for_several, number_of, office
from tests.house import ZONE, House, Neighbour

THINGS = ("梯子", "布洛芬", "雨伞", "剪刀", "水桶", "锯子")
SECRETS = ("发烧", "501", "13812345678")
ENDED = {"done": "✅ 解决了，真好。", "withdrawn": "撤回了", "expired": "⏳"}
"""How the asker's card begins when it is over."""
ASKED = "想要\n{thing}\n"

WHO = st.integers(0, 5)
WHICH = st.integers(0, len(THINGS) - 1)


class Aid(RuleBasedStateMachine):
    """A real house, six neighbours of two stairs and a head, and the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)  # a backup may still be written
        self.house = House(Path(self.folder.name))
        self.asked: list[Neighbour] = []
        self.erased: set[int] = set()
        self.heard = 0
        self.carried: Counter[tuple[str, str]] = Counter()

    def does(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize(at_once=st.booleans())
    def moves_in(self, at_once: bool) -> None:
        """The first plea there is was spoken."""
        self.does(self._moves_in())
        self.speaks(0, "", at_once)

    async def _moves_in(self) -> None:
        await self.house.__aenter__()
        await self.house.bind_group()
        near = await self.house.moves_in("王芳", "陈明", "李奶奶", unit="3-2-501")
        far = await self.house.moves_in("周强", "孙梅", unit="3-1-101")
        silent = await self.house.moves_in("何婶", started=False)
        self.people = [*near, *far, silent]
        self.head = await self.house.moves_in("陈建国", unit="5-1-201")
        await office(self.house, self.head)
        self.numbers = [await number_of(self.house, one) for one in (*near, *far)]

    def teardown(self) -> None:
        """In the morning everybody has read what became of theirs."""
        try:
            if hasattr(self, "head"):
                self.does(self._reads_in_the_morning())
                self.does(self.house.__aexit__())
        finally:
            self.loop.close()
            self.folder.cleanup()

    async def _reads_in_the_morning(self) -> None:
        local = self.house.community.house.local(int(self.house.clock.seconds())).astimezone(ZONE)
        self.house.set_clock(local.replace(hour=10, minute=0) + timedelta(days=local.hour >= 10))
        await self.house.rings()
        for ask in await self._asks():
            if ask.is_over and self.asked[ask.id - 1].id not in self.erased:
                text = await self._askers_card(ask)
                assert text.startswith(ENDED[ask.state]) and ask.thing in text, (ask, text)

    async def _askers_card(self, ask: Ask) -> str:
        asker = self.asked[ask.id - 1]
        [row] = [row for row in await self.house.db.read.cards.of(f"ask_{ask.id}") if row.view == "asker"]
        [text] = [post.body["text"] for post in self.house.posts(asker.id, "bot") if post.id == row.message_id]
        return str(text)

    async def _asks(self) -> list[Ask]:
        found: list[Ask] = await self.house.db.read.asks.all()
        return found

    async def _pushes(self, who: Neighbour, *address: object) -> None:
        """Any button, of the newest card there is, or forged."""
        data = "_".join(str(part) for part in address)
        await who.pushes(data, self.house.posts(who.id, self.house.group)[-1].id, on=self.house.group)

    def presses(self, who: Neighbour, *address: object) -> None:
        self.does(self._pushes(who, *address))

    def plea(self, which: int) -> int:
        return 1 + which % len(self.asked)

    async def _in_private(self, who: Neighbour, *address: object) -> None:
        data = "_".join(str(part) for part in address)
        await who.pushes(data, self.house.posts(who.id, "bot")[-1].id)

    # what people do

    @precondition(lambda self: len(self.asked) < len(THINGS))
    @rule(
        who=st.integers(0, 4),
        amount=st.sampled_from((1, 1, 1, 2, 5)),
        until=st.sampled_from(("", " 两小时内", " 三天内")),
    )
    def asks(self, who: int, amount: int, until: str) -> None:
        self.does(self._asks_for(self.people[who], THINGS[len(self.asked)] + until, amount))

    async def _asks_for(self, who: Neighbour, thing: str, amount: int) -> None:
        who.says(f"求助 {thing} 孩子发烧，送到3-2-501，13812345678", to=self.house.group)
        await self.house.settles()
        if len(await self._asks()) > len(self.asked):  # else one has asked often enough
            self.asked.append(who)
            await for_several(self.house, amount)

    @precondition(lambda self: self.asked)
    @rule(who=WHO, which=WHICH, amount=st.sampled_from(("", "1", "2", "99")))
    def takes(self, who: int, which: int, amount: str) -> None:
        self.presses(self.people[who], "ask_take", self.plea(which), *([amount] if amount else []))

    @precondition(lambda self: self.asked)
    @rule(who=WHO, which=WHICH)
    def lets_go(self, who: int, which: int) -> None:
        self.presses(self.people[who], "ask_let-go", self.plea(which))

    @precondition(lambda self: self.asked)
    @rule(which=WHICH, giver=st.integers(0, 4), what=st.sampled_from(("let-go", "agree", "got", "tell-note")))
    def answers_a_giver(self, which: int, giver: int, what: str) -> None:
        number = self.plea(which)
        self.presses(self.asked[number - 1], f"ask_{what}", number, self.numbers[giver])

    @precondition(lambda self: self.asked)
    @rule(which=WHICH, what=st.sampled_from(("done", "withdraw", "reopen", "reopen")))
    def says_how_it_is(self, which: int, what: str) -> None:
        number = self.plea(which)
        self.presses(self.asked[number - 1], f"ask_{what}", number)

    @precondition(lambda self: self.asked)
    @rule(which=WHICH, how=st.sampled_from(("done", "withdrawn", "expired")))
    def the_head_settles(self, which: int, how: str) -> None:
        self.presses(self.head, "ask_settle", self.plea(which), how)

    @precondition(lambda self: len(self.asked) < len(THINGS))
    @rule(who=st.integers(0, 4), kind=st.sampled_from(("", "medicine", "errand")), at_once=st.booleans())
    def speaks(self, who: int, kind: str, at_once: bool) -> None:
        self.does(self._speaks(self.people[who], kind, at_once))

    async def _speaks(self, who: Neighbour, kind: str, at_once: bool) -> None:
        """A plea without a word: what it is about, and when it is heard, by taps."""
        who.says("🙋 求助")
        await self.house.settles()
        self.house.sends_voice(who)
        await self.house.settles()
        asks = await self._asks()
        if len(asks) == len(self.asked):  # has asked often enough
            return
        self.asked.append(who)
        number = len(self.asked)
        if kind:
            await self._in_private(who, "ask_kind", number, kind)
        if at_once:
            await self._in_private(who, "ask_at-once", number, "yes")
        await self._in_private(who, "ask_publish", number)

    @precondition(lambda self: self.asked)
    @rule(who=WHO, which=WHICH)
    def takes_and_hears(self, who: int, which: int) -> None:
        """Only the asker, and who has it once both agreed or the asker said so."""
        self.presses(self.people[who], "ask_take", self.plea(which))
        self.does(self._hears(self.people[who], self.plea(which)))

    async def _hears(self, who: Neighbour, number: int) -> None:
        if who.name == "何婶":  # has no private chat
            return
        before = self._voices(who)
        await self._in_private(who, "ask_hear", number)
        if self._voices(who) == before:
            return
        ask, person = (await self._asks())[number - 1], await number_of(self.house, who)
        giver = ask.giver(person)
        assert person in ask.side or (giver and giver.is_here and (giver.agreed_at or ask.heard_at_once)), ask

    def _voices(self, who: Neighbour) -> int:
        calls = self.house.calls("sendVoice")
        return sum(str(call["params"]["chat_id"]) == str(who.id) for call in calls)

    @precondition(lambda self: self.asked)
    @rule(who=st.integers(0, 4), which=WHICH, packs=st.integers(1, 5))
    def reads_the_box(self, who: int, which: int, packs: int) -> None:
        checklist = f"y-20271231-bo-y-{packs}"
        self.does(self._in_private(self.people[who], "ask_checked", self.plea(which), checklist))

    @precondition(lambda self: self.asked)
    @rule(who=st.integers(0, 4), which=WHICH, giver=st.integers(0, 4))
    def shows_a_phone(self, who: int, which: int, giver: int) -> None:
        self.does(self._shows_a_phone(self.people[who], self.plea(which), self.numbers[giver]))

    async def _shows_a_phone(self, who: Neighbour, number: int, giver: int) -> None:
        await self._in_private(who, "ask_phone", number, giver)
        if who.reads().startswith("您的电话是多少"):
            who.says("13812345678")
            await self.house.settles()

    @precondition(lambda self: len(self.asked) > 1 and not self.erased)
    @rule(who=st.integers(0, 4))
    def is_forgotten(self, who: int) -> None:
        """Whoever comes back after it is somebody new."""
        self.does(self._is_forgotten(self.people[who]))

    async def _is_forgotten(self, who: Neighbour) -> None:
        self.erased.add(who.id)
        who.says("忘掉我")
        await self.house.settles()
        await who.presses(words("zh")("forget-yes"))

    @rule(hours=st.sampled_from((0.2, 1, 1, 4, 4, 14, 30, 80)))
    def time_passes(self, hours: float) -> None:
        self.does(self.house.later(hours=hours))

    # what must be true after each

    @invariant()
    def never_more_is_given_than_was_asked_for(self) -> None:
        for ask in self.does(self._asks()) if self.asked else []:
            given = sum(giver.amount for giver in ask.helping)
            assert given <= ask.amount, ask
            assert ask.amount > 1 or len(ask.helping) <= 1, ask
            assert ask.state != "taken" or given == ask.amount, ask
            assert ask.state != "open" or given < ask.amount, ask
            assert ask.is_over or not ask.line or not ask.missing, ask

    @invariant()
    def the_group_reads_no_illness_no_flat_and_no_number_and_nobody_is_asked_twice(self) -> None:
        calls = self.house.world.calls.since(0)
        for call in calls[self.heard :]:
            params = call["params"]
            text, chat = f"{params.get('text', '')}{params.get('caption', '')}", str(params.get("chat_id", ""))
            if chat == str(self.house.group):
                assert not [word for word in SECRETS if word in text], text
                assert call["method"] not in ("sendVoice", "sendPhoto", "sendVideo", "copyMessage", "sendContact"), call
            elif call["method"] == "sendMessage":
                self.carried.update((chat, thing) for thing in THINGS if ASKED.format(thing=thing) in text)
        self.heard = len(calls)
        assert not [one for one, times in self.carried.items() if times > 1], self.carried

    @invariant()
    def a_phone_stays_only_between_two_who_agreed_and_as_long_as_it_goes_on(self) -> None:
        for ask in self.does(self._asks()) if self.asked else []:
            kept = [one for one in ask.givers if one.phone or one.asker_phone]
            assert not kept or not ask.is_over, ask
            assert all(one.agreed_at is not None and one.state == "giving" for one in kept), ask

    @invariant()
    def nothing_is_parked(self) -> None:
        if self.asked:
            assert self.does(self.house.db.read.house.parked()) == 0


Aid.TestCase.settings = settings(
    max_examples=6, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAid = Aid.TestCase
