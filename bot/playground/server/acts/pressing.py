"""What people press: buttons, Start, polls, and the block."""

import asyncio
from typing import Any

from bot.playground.server.acts.saying import room, say
from bot.playground.server.errors import PlayError
from bot.playground.server.markup import START_PAYLOAD
from bot.playground.server.state import BOT, PRESENT, Json, Post
from bot.playground.server.world import World

PRESS_WAIT = 20.0


async def press(world: World, person: int, chat: object, message_id: int, data: str) -> Json | None:
    """Presses a button, which need not be there; → the bot's answer, None if none came within 20 s."""
    query, waiting = pressed(world, person, chat, message_id, data)
    world.updates.add("callback_query", query)
    world.flush()
    try:
        async with asyncio.timeout(PRESS_WAIT):
            return await waiting
    except TimeoutError:
        return None


def pressed(
    world: World, person: int, chat: object, message_id: int, data: str
) -> tuple[Json, asyncio.Future[dict[str, Any]]]:
    """The callback query of a press, and what waits for its answer."""
    where = room(world, person, chat)
    post = where.posts.get(message_id)
    if post is None:
        raise PlayError("there is no such message", 404)
    if not where.private and where.bot not in PRESENT:
        raise PlayError("the bot is not in this chat any more")
    message = world.message(post)
    if post.deleted:
        message = {"chat": world.chat_json(where), "message_id": post.id, "date": 0}
    id, waiting = world.presses.open()
    instance = str(abs(where.id) * 7919 + 1)
    query = {"id": id, "from": world.user(person), "message": message, "chat_instance": instance, "data": data}
    return query, waiting


def start(world: World, person: int, payload: str = "") -> Post:
    """Presses Start, which also unblocks a blocked bot."""
    world.person(person)
    if not START_PAYLOAD.fullmatch(payload):
        raise PlayError("a start payload is at most 64 of A-Z a-z 0-9 _ -")
    if world.private(person).blocked:
        block(world, person, False)
    return say(world, person, "bot", f"/start {payload}".strip())


def block(world: World, person: int, blocked: bool) -> None:
    world.person(person)
    chat = world.private(person)
    if not blocked or chat.started:
        world.member_changed(chat, BOT, "kicked" if blocked else "member", by=person)
    chat.blocked = blocked
    world.keep(chat)
    world.changed(chat)


def vote(world: World, person: int, chat: object, message_id: int, options: list[int]) -> Json:
    """Answers a native poll; an empty list takes the answer back."""
    post = room(world, person, chat).posts.get(message_id)
    if post is None or "poll" not in post.body:
        raise PlayError("there is no such poll", 404)
    poll = post.body["poll"]
    if poll["is_closed"] or any(not 0 <= number < len(poll["options"]) for number in options):
        raise PlayError("the poll is closed, or has no such option")
    votes = post.votes = {**post.votes, str(person): options}
    counts = [sum(number in chosen for chosen in votes.values()) for number in range(len(poll["options"]))]
    counted = [{**option, "voter_count": count} for option, count in zip(poll["options"], counts, strict=True)]
    poll = {**poll, "options": counted, "total_voter_count": sum(bool(chosen) for chosen in votes.values())}
    post.body = {**post.body, "poll": poll}
    world.keep_post(post)
    if post.sender == BOT:
        world.updates.add("poll", poll)
        if not poll["is_anonymous"]:
            ids = [str(number) for number in options]
            answer = {"poll_id": poll["id"], "user": world.user(person), "option_ids": options}
            world.updates.add("poll_answer", {**answer, "option_persistent_ids": ids})
    return dict(poll)
