"""Whatever neighbours and heads do in whatever order: nothing is lost, told twice, or told to whom it must not."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import tickets
from bot.domain.tickets import Ticket
from bot.i18n import words
from handlers.tickets.shared import category_of, handles, hours_of
from tests.flows.helping import number_of, office
from tests.house import ZONE, House, Neighbour

MOST = 6
"""Tickets of one story."""

WORDS = {
    "light": "3栋2单元路灯不亮，住501，13812345678",
    "lift": "3栋2单元电梯停了，我在501，13812345678",
    "quarrel": "3栋2单元邻居天天吵架，住501",
    "indoor": "3-2-501水管漏水，13812345678",
}
"""A report of each kind: in public, what cannot wait, what is private, what is in somebody's home."""

UNSEEN = ("quarrel", "indoor")
SECRETS = ("501", "13812345678", "吵架", "邻里纠纷", "水管", "屋里很乱")
"""What no group may read: a flat, a phone, what is private, what is inside somebody's home, a note."""

ENDED = {
    "done": "修好了",
    "unconfirmed": "没有人回话",
    "withdrawn": "撤回",
    "merged": "是一件",
    "elsewhere": "不归我们管",
    "unfixable": "修不了",
}
"""How the reporter's card says that it is over."""

NOBODY = "这里还没有楼栋长能接到"
STEP = 2
"""Hours that pass at a time: in a house that runs, no two bells of a ticket ring in the same second."""

REPORTER = st.integers(0, 2)
HANDLER = st.integers(0, 3)
WHICH = st.integers(0, MOST - 1)
TWICE = st.booleans()


class Repairs(RuleBasedStateMachine):
    """A real house: three who report, one who never opened our chat, two heads, somebody above and one on duty."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)  # a backup may still be written
        self.house = House(Path(self.folder.name))
        self.before: dict[int, Ticket] = {}
        self.kinds: dict[int, str] = {}
        self.reporters: dict[int, Neighbour] = {}
        self.erased: set[int] = set()
        self.heard = 0

    def does(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @initialize()
    def moves_in(self) -> None:
        self.does(self._moves_in())

    async def _moves_in(self) -> None:
        await self.house.__aenter__()
        await self.house.bind_group()
        near = await self.house.moves_in("王芳", "陈明", unit="3-2-501")
        far = await self.house.moves_in("周强", unit="3-1-101")
        self.people = [*near, far]
        self.silent = await self.house.moves_in("何婶", started=False)
        self.handlers = await self.house.moves_in("陈建国", "李强", "林静", "周师傅")
        community = (await self.house.db.read.places.root()).name
        titles = (("building_head", "3栋"), ("building_head", "3栋"), ("social_worker", community),
                  ("duty_holder", community))  # fmt: skip
        self.offices = [await office(self.house, who, *held) for who, held in zip(self.handlers, titles, strict=True)]
        self.numbers = [await number_of(self.house, one) for one in self.handlers]
        self.everybody = {await number_of(self.house, one): one for one in [*self.people, *self.handlers]}
        await self._reports(near[0], "light", True)

    def teardown(self) -> None:
        """In the morning everybody has read what became of theirs."""
        try:
            if hasattr(self, "everybody"):
                self.does(self._reads_in_the_morning())
                self.does(self.house.__aexit__())
        finally:
            self.loop.close()
            self.folder.cleanup()

    async def _reads_in_the_morning(self) -> None:
        while self._local().hour != 10:
            await self.house.later(hours=1)
        for ticket in await self._tickets():
            who = self.reporters.get(ticket.id)
            if ticket.is_over and who and who.id not in self.erased:
                text = await self._card(ticket, "reporter", who)
                assert ENDED[ticket.state] in text and f"（{ticket.id}号）" in text, (ticket, text)

    def _local(self) -> datetime:
        return self.house.community.house.local(int(self.house.clock.seconds())).astimezone(ZONE)

    async def _tickets(self) -> list[Ticket]:
        rows = await self.house.db.read.sql.rows("SELECT id FROM tickets WHERE state <> 'draft' ORDER BY id")
        return [await self.house.db.read.tickets.get(row["id"]) for row in rows]

    async def _card(self, ticket: Ticket, view: str, who: Neighbour) -> str:
        """What this person's card of a ticket reads; "" where there is none, or none was sent yet."""
        found = await self.house.db.read.cards.of(f"ticket_{ticket.id}")
        ids = [row.message_id for row in found if row.view == view]
        return "".join(post.body.get("text", "") for post in self.house.posts(who.id, "bot") if post.id in ids)

    async def _pushes(self, who: Neighbour, twice: bool, *address: object) -> None:
        """Any button, or a forged one; a second tap tells nobody else a second time."""
        data, start = "_".join(str(part) for part in address), len(self.house.calls("sendMessage"))
        message = self.house.posts(who.id, "bot")[-1].id
        await who.pushes(data, message)
        self._once(self._sent(start))
        if twice:
            start = len(self.house.calls("sendMessage"))
            await who.pushes(data, message)
            again = [chat for chat, _ in self._sent(start) if chat not in (str(who.id), str(self.house.group))]
            assert not again, (data, self._sent(start))

    def _sent(self, start: int) -> list[tuple[str, str]]:
        calls = self.house.calls("sendMessage")[start:]
        return [(str(call["params"]["chat_id"]), str(call["params"]["text"])) for call in calls]

    def _once(self, sent: list[tuple[str, str]]) -> None:
        """One change is one message to each."""
        assert not [one for one, times in Counter(sent).items() if times > 1], sent

    def ticket(self, which: int) -> int:
        return list(self.kinds)[which % len(self.kinds)]

    def author(self, number: int) -> Neighbour:
        return self.reporters[number]

    # what people do

    @precondition(lambda self: len(self.kinds) < MOST)
    @rule(who=REPORTER, kind=st.sampled_from(tuple(WORDS)), in_group=st.booleans())
    def reports(self, who: int, kind: str, in_group: bool) -> None:
        self.does(self._reports(self.people[who], kind, in_group and kind not in UNSEEN))

    async def _reports(self, who: Neighbour, kind: str, in_group: bool) -> None:
        """What was known already is said to be another one."""
        start = len(self.house.calls("sendMessage"))
        who.says(f"报修 {WORDS[kind]}", to=self.house.group if in_group else "bot")
        await self.house.settles()
        draft = await self.house.db.read.sql.value("SELECT max(id) FROM tickets WHERE state = 'draft'")
        if draft is not None and not in_group:
            await who.pushes(f"ticket_publish_{draft}_other", self.house.posts(who.id, "bot")[-1].id)
        self._once(self._sent(start))
        for ticket in await self._tickets():
            if ticket.id not in self.kinds:
                self.kinds[ticket.id], self.reporters[ticket.id] = kind, who

    @rule(who=HANDLER, which=WHICH, twice=TWICE)
    def takes(self, who: int, which: int, twice: bool) -> None:
        self.does(self._takes(who, self.ticket(which), twice))

    async def _takes(self, who: int, number: int, twice: bool) -> None:
        """Whoever has it keeps it, whoever else presses."""
        had = await self.house.db.read.tickets.get(number)
        await self._pushes(self.handlers[who], twice, "ticket_take", number)
        has = await self.house.db.read.tickets.get(number)
        assert had.owner_id in (None, has.owner_id), (had, has)

    @rule(
        who=HANDLER, which=WHICH, twice=TWICE,
        what=st.sampled_from(("fix", "fix", "let-go", "recall", "go-on", "reopen", "unvisit")),
    )  # fmt: skip
    def handles(self, who: int, which: int, what: str, twice: bool) -> None:
        self.does(self._pushes(self.handlers[who], twice, f"ticket_{what}", self.ticket(which)))

    @rule(who=HANDLER, to=HANDLER, which=WHICH, twice=TWICE)
    def hands_on(self, who: int, to: int, which: int, twice: bool) -> None:
        self.does(self._pushes(self.handlers[who], twice, "ticket_give", self.ticket(which), self.numbers[to]))

    @rule(who=HANDLER, which=WHICH, reason=st.sampled_from(("parts", "money", "outside-0")),
          span=st.sampled_from(("tomorrow", "three", "week")))  # fmt: skip
    def waits(self, who: int, which: int, reason: str, span: str) -> None:
        self.does(self._pushes(self.handlers[who], False, "ticket_wait", self.ticket(which), reason, span))

    @rule(who=HANDLER, which=WHICH, chosen=st.booleans())
    def visits(self, who: int, which: int, chosen: bool) -> None:
        self.does(self._visits(self.handlers[who], self.ticket(which), chosen))

    async def _visits(self, who: Neighbour, number: int, chosen: bool) -> None:
        """An hour of tomorrow is offered, and perhaps chosen."""
        await self.house.settles()
        tomorrow = datetime.fromtimestamp(self.house.clock.seconds() + 86_400, ZONE)
        await self._pushes(who, False, "ticket_slot", number, f"{tomorrow:%Y%m%d}", 15)
        await self._pushes(who, False, "ticket_offer", number)
        if chosen:
            at = int(tomorrow.replace(hour=15, minute=0, second=0, microsecond=0).timestamp())
            await self._pushes(self.author(number), True, "ticket_time", number, at)

    @rule(who=HANDLER, which=WHICH, into=WHICH)
    def merges(self, who: int, which: int, into: int) -> None:
        self.does(self._pushes(self.handlers[who], False, "ticket_merge", self.ticket(which), self.ticket(into)))

    @rule(who=HANDLER, which=WHICH, what=st.sampled_from(("elsewhere_{}_typed", "give-up_{}", "note_{}", "note_{}")))
    def says_why(self, who: int, which: int, what: str) -> None:
        self.does(self._says_why(self.handlers[who], what.format(self.ticket(which))))

    async def _says_why(self, who: Neighbour, what: str) -> None:
        start = len(self.house.calls("sendMessage"))
        await who.pushes(f"ticket_{what}", self.house.posts(who.id, "bot")[-1].id)
        if len(self.house.calls("sendMessage")) > start:  # else it was refused, and nothing is asked
            who.says("屋里很乱，要请专门的人")
            await self.house.settles()

    @rule(which=WHICH, twice=TWICE,
          what=st.sampled_from(("confirm", "not-fixed", "not-fixed", "withdraw", "reopen", "unvisit")))  # fmt: skip
    def answers(self, which: int, what: str, twice: bool) -> None:
        number = self.ticket(which)
        self.does(self._pushes(self.author(number), twice and what != "unvisit", f"ticket_{what}", number))

    @rule(who=st.integers(0, 3), which=WHICH)
    def follows(self, who: int, which: int) -> None:
        """From the group's card."""
        follower = [*self.people, self.silent][who]
        data, post = f"ticket_follow_{self.ticket(which)}", self.house.posts(follower.id, self.house.group)[-1]
        self.does(follower.pushes(data, post.id, on=self.house.group))

    @precondition(lambda self: len(self.kinds) > 1 and not self.erased)
    @rule(head=st.booleans(), who=REPORTER)
    def is_forgotten(self, head: bool, who: int) -> None:
        """Whoever comes back after it is somebody new."""
        self.does(self._is_forgotten(self.handlers[who % 2] if head else self.people[who]))

    async def _is_forgotten(self, who: Neighbour) -> None:
        self.erased.add(who.id)
        who.says("忘掉我")
        await self.house.settles()
        await who.presses(words("zh")("forget-yes"))

    @rule(who=HANDLER)
    def lays_down_an_office(self, who: int) -> None:
        self.does(self._pushes(self.handlers[who], False, "offices_withdraw", self.offices[who]))

    @rule()
    def restarts(self) -> None:
        self.does(self.house.restarts())

    @rule(hours=st.sampled_from((2, 4, 14, 14, 30, 80)))
    def time_passes(self, hours: int) -> None:
        self.does(self._time_passes(hours))

    async def _time_passes(self, hours: int) -> None:
        for _ in range(hours // STEP):
            start = len(self.house.calls())
            await self.house.later(hours=STEP)
            await self._nobody_was_woken(start)

    async def _nobody_was_woken(self, start: int) -> None:
        """While people sleep only those on duty hear of anything, and whoever offered to be woken."""
        now, known = int(self.house.clock.seconds()), self.house.community.house
        if known.awake(now) == now:
            return
        for call in self.house.calls()[start:]:
            chat = str(call["params"].get("chat_id", ""))
            if call["method"].startswith("send") and chat != str(self.house.group):
                person = await self.house.db.read.people.by_telegram(int(chat))
                wakes = await self.house.db.read.offices.on_duty(person.id) or person.night_ok
                assert wakes or now - person.seen_at < 3600 * STEP, call

    # what must be true after each

    @invariant()
    def nothing_is_lost(self) -> None:
        if self.kinds:
            self.does(self._nothing_is_lost())

    async def _nothing_is_lost(self) -> None:
        """A bell, or the reporter's word, or somebody who has it or may take it; else it says so openly."""
        for ticket in await self._tickets():
            if ticket.is_open and not await self._is_held(ticket):
                who = self.reporters.get(ticket.id)
                assert ticket.state == "new", ticket
                assert who is None or who.id in self.erased or NOBODY in await self._card(ticket, "reporter", who), (
                    ticket
                )

    async def _is_held(self, ticket: Ticket) -> bool:
        read = self.house.db.read
        if ticket.state in ("waiting", "fixed"):
            return bool(await read.alarms.is_set("ticket.bell", f"ticket_{ticket.id}"))
        desks = await read.desks.of(ticket.id)
        free = [desk.person_id for desk in desks if desk.level >= 0 and desk.reached]
        for one in free if ticket.owner_id is None else [ticket.owner_id]:
            if (await read.people.get(one)).reachable and await handles(read, one, ticket):
                return True
        return False

    @invariant()
    def one_has_it(self) -> None:
        if self.kinds:
            self.does(self._one_has_it())

    async def _one_has_it(self) -> None:
        for ticket in await self._tickets():
            assert (ticket.owner_id is not None) or ticket.state != "taken", ticket
            for person, who in self.everybody.items():
                if person != ticket.owner_id and who.id not in self.erased:
                    assert "🛠 您在处理。" not in await self._card(ticket, "desk", who), (ticket, who.name)

    @invariant()
    def no_group_reads_what_is_not_for_it(self) -> None:
        if self.kinds:
            self.does(self._no_group_reads())

    async def _no_group_reads(self) -> None:
        calls = self.house.calls()
        for call in calls[self.heard :]:
            params = call["params"]
            text, chat = f"{params.get('text', '')}{params.get('caption', '')}", str(params.get("chat_id", ""))
            if chat == str(self.house.group):
                assert not [word for word in SECRETS if word in text], text
                assert call["method"] not in ("sendVoice", "sendPhoto", "sendVideo", "copyMessage"), call
        self.heard = len(calls)
        for ticket in await self._tickets():
            assert ticket.room_id is None or self.kinds.get(ticket.id) not in UNSEEN, ticket

    @invariant()
    def a_pause_takes_no_time_from_anybody(self) -> None:
        """What was left of a ticket's time when it began to wait is left when it goes on."""
        now = {ticket.id: ticket for ticket in self.does(self._tickets())} if self.kinds else {}
        for number, after in now.items():
            before = self.before.get(number)
            went_on = before and before.paused_at is not None and after.paused_at is None
            if before and went_on and after.state in ("new", "taken") and after.clock_from == before.clock_from:
                assert self._left(after, after.moved_at) >= self._left(before, before.paused_at or 0), (before, after)
            if before and before.clock_from == after.clock_from:
                assert self._fix_at(after) >= self._fix_at(before), (before, after)
        self.before = now

    def _fix_at(self, ticket: Ticket) -> int:
        house = self.house.community.house
        span = category_of(ticket, house).fix + ticket.paused
        return int(hours_of(house, ticket).after(ticket.clock_from, span))

    def _left(self, ticket: Ticket, at: int) -> int:
        """Of the time to fix it, in seconds of its clock."""
        hours, due = hours_of(self.house.community.house, ticket), self._fix_at(ticket)
        return int(hours.between(at, due)) if due > at else 0

    @invariant()
    def its_bell_is_set(self) -> None:
        if self.kinds:
            self.does(self._its_bell_is_set())

    async def _its_bell_is_set(self) -> None:
        """Every bell that has not rung yet is set, and none rings for what is over."""
        house = self.house.community.house
        for ticket in await self._tickets():
            bell = tickets.next_bell(ticket, category_of(ticket, house), hours_of(house, ticket))
            is_set = await self.house.db.read.alarms.is_set("ticket.bell", f"ticket_{ticket.id}")
            assert is_set == (ticket.is_open and bell is not None), (ticket, bell)

    @invariant()
    def nothing_is_parked(self) -> None:
        if self.kinds:
            assert self.does(self.house.db.read.house.parked()) == 0


Repairs.TestCase.settings = settings(
    max_examples=4, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestRepairs = Repairs.TestCase
