"""Invitations: a group's link by which people ask to join; the head's one tap admits to the group and the register."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from bot.domain.joining import Join
from bot.domain.people import Room
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import page, words
from handlers.cards import Look
from handlers.context import Context, Saying, Turn, Work, later
from handlers.doors import happens, opens, presses, says
from handlers.joining.beginning import DRAFT_HOURS
from handlers.joining.shared import heads, in_private
from handlers.names import named
from storage.notes import Note

MADE, PICTURE, LET_IN, TURNED_AWAY = "grouplink.made", "grouplink.qr", "join.let-in", "join.turned-away"
"""Kinds of notes: Telegram makes the link; its picture; somebody is let in, or not."""

TITLE = 32
"""Letters of a link's name that Telegram takes."""


@says("invite", "邀请", "拉人", english=("invitation link",), on_card=True)
async def invite(ctx: Context) -> None:
    """A head's or the steward's: which of their groups shall people be able to ask for?"""
    if await in_private(ctx, "invite"):
        await which_group(ctx)


@opens("invite")
async def comes_to_invite(ctx: Context) -> None:
    await which_group(ctx)


@presses("grouplink.which")
async def invite_pressed(ctx: Context) -> None:
    ctx.values(0)
    await which_group(ctx)


async def which_group(ctx: Context) -> None:
    rooms = await mine(ctx)
    if not rooms:
        raise RuleError("grouplink-no-group")
    if len(rooms) == 1:
        return await _invite_to(ctx, rooms[0])
    for room in rooms:
        await ctx.show(thing("grouplink", room.id), "card", ctx.room, aloud=True)
    return None


async def mine(ctx: Context) -> list[Room]:
    """Groups that belong to a place this person answers for."""
    return [
        room for room in await ctx.tx.rooms.of_places() if "confirm" in await ctx.powers(ctx.person.id, room.place_id)
    ]


@presses("grouplink.make")
async def make(ctx: Context) -> None:
    rooms = {room.id: room for room in await mine(ctx)}
    if ctx.number not in rooms:
        raise RuleError("grouplink-no-group")
    await _invite_to(ctx, rooms[ctx.number])


async def _invite_to(ctx: Context, room: Room) -> None:
    """The link that is there already, or one that Telegram makes first."""
    await ctx.may("grouplink.make", state="open", place_id=room.place_id)
    name = thing("grouplink", room.id)
    if await ctx.tx.joins.invite(room.id):
        return await _hand_over(ctx, room.id, ctx.room)
    await ctx.tx.joins.wants_invite(room.id, ctx.person.id, ctx.now)
    call = {"name": ctx.house.name[:TITLE], "creates_join_request": True}
    await ctx.promise(room, MADE, "createChatInviteLink", call, thing=name, merge=True)
    await ctx.show(name, "card", ctx.room, aloud=True)
    return None


async def _hand_over(work: Work, room_id: int, to: Room) -> None:
    """The link as a card, and as a picture to print or to hold out."""
    await work.show(thing("grouplink", room_id), "card", to, aloud=True)
    picture = {"make": "joining.grouplink", "args": {"room": room_id}}
    await work.promise(to, PICTURE, "sendPhoto", {"photo": picture}, thing=thing("grouplink", room_id), merge=True)


async def link_made(turn: Turn, note: Note, result: Any) -> None:
    made_by = await turn.tx.joins.invited(note.room_id, result["invite_link"])
    if made_by is not None:
        await _hand_over(turn, note.room_id, await turn.private_room(await turn.tx.people.get(made_by)))


async def link_refused(turn: Turn, note: Note, _: Any) -> None:
    """The bot may not invite in that group: whoever asked reads how to let it."""
    made_by = await turn.tx.joins.no_invite(note.room_id)
    room = await turn.tx.rooms.get(note.room_id)
    if made_by is not None:
        news = Saying(lambda t: page([t("grouplink-no-rights", room=room.title or "…")]), note.thing)
        await turn.tell(made_by, "grouplink.refused", news, awaited=True)
        await turn.redraw(thing("grouplink", note.room_id))


async def gather(look: Look, args: Mapping[str, Any]) -> tuple[str, str] | None:
    link = await look.read.joins.invite(args["room"])
    return (look.t("grouplink-file"), link) if link else None


def build(data: tuple[str, str]) -> tuple[str, bytes]:
    """The link as a QR code, large enough to be read from a sheet on the wall."""
    import segno

    picture = BytesIO()
    segno.make_qr(data[1], error="m").save(picture, kind="png", scale=16, border=4)
    return f"{data[0]}.png", picture.getvalue()


# somebody asks to join


@happens("chat_join_request")
async def asks_to_join(ctx: Context) -> None:
    """The bot writes first, to whom it may for five minutes; whoever lives there already comes in at once."""
    request, room = ctx.incoming.chat_join_request, ctx.room
    assert request
    if ctx.somebody is None or room.place_id is None or ctx.person.blocked:
        return  # left to the group's own admins
    if await ctx.tx.residents.lives_in(ctx.person.id, room.place_id):
        return await _answer(ctx, room, ctx.person.id, "approveChatJoinRequest", LET_IN)
    private = await ctx.tx.rooms.private(ctx.person.id, request.user_chat_id)
    asked = await _asked_before(ctx) or await ctx.tx.joins.open(ctx.person.id, None, ctx.now, room_id=room.id)
    await ctx.tx.joins.wants_room(asked.id, room.id)
    if asked.state == "draft":
        await ctx.alarm("join.tidy", thing("join", asked.id), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.write_down("join.knocked", thing("join", asked.id), room.place_id)
    return await ctx.show(thing("join", asked.id), "mine", private, aloud=True)


async def _asked_before(ctx: Context) -> Join | None:
    """What waits for an answer, or is still being written: another group is asked for with it."""
    for state in ("waiting", "draft"):
        for join in await ctx.tx.joins.of(ctx.person.id, state):
            if join.code_id is None:
                return join
    return None


async def admit(ctx: Context, join: Join) -> None:
    """One tap: into the register and the groups; another place's group is for whoever answers there to open."""
    for room in await _knocked(ctx, join):
        if await ctx.tx.residents.lives_in(join.person_id, room.place_id or 0) or await _answers_for(ctx, room):
            await _answer(ctx, room, join.person_id, "approveChatJoinRequest", LET_IN)
        else:
            await _by_hand(ctx, room, join.person_id, "grouplink-elsewhere", thing("join", join.id))


async def _knocked(ctx: Context, join: Join) -> list[Room]:
    """The groups that somebody asked to be let into."""
    return [await ctx.tx.rooms.get(room_id) for room_id in await ctx.tx.joins.rooms(join.id)]


async def _answers_for(ctx: Context, room: Room) -> bool:
    return room.place_id is not None and "confirm" in await ctx.powers(ctx.person.id, room.place_id)


async def admit_home(ctx: Context, person_id: int) -> None:
    """Home by the door's code: what they knocked at before opens, if they live there."""
    for asked in await ctx.tx.joins.of(person_id, "draft", "waiting"):
        for room in await _knocked(ctx, asked):
            if await ctx.tx.residents.lives_in(person_id, room.place_id or 0):
                await _answer(ctx, room, person_id, "approveChatJoinRequest", LET_IN)


async def turn_away(ctx: Context, join: Join) -> None:
    for room in await _knocked(ctx, join):
        await _answer(ctx, room, join.person_id, "declineChatJoinRequest", TURNED_AWAY)


async def _answer(work: Work, room: Room, person_id: int, method: str, kind: str) -> None:
    person = await work.tx.people.get(person_id)
    if person.telegram_id is not None:
        await work.promise(room, kind, method, {"user_id": person.telegram_id}, thing=thing("person", person_id))


async def not_let_in(turn: Turn, note: Note, _: Any) -> None:
    """The bot may not admit anybody there: whoever answers for the group's place does it by hand."""
    room = await turn.tx.rooms.get(note.room_id)
    await _by_hand(turn, room, number_of(note.thing or ""), "grouplink-not-let-in", note.thing)


async def _by_hand(work: Work, room: Room, person_id: int, key: str, about: str | None) -> None:
    """The nearest who answer for the group's place and can be reached read who is at its door."""
    name = await named(work.tx, work.house, words(work.house.language), person_id)
    news = Saying(lambda t: page([t(key, room=room.title or "…", who=name)]), about)
    for level in await heads(work.tx, room.place_id or (await work.tx.places.root()).id, person_id):
        if any([await work.tell(head.person_id, "grouplink.refused", news) for head in level]):
            return
