"""PTB's Application with the house's rules: errors are raised, one door handler, nothing is sent from inside."""

from __future__ import annotations

import warnings
from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler, ContextTypes, ExtBot
from telegram.request import BaseRequest
from telegram.warnings import PTBUserWarning

from bot.domain.rules import RuleError, thing
from handlers import danger, home, questions
from handlers.acting import speaking
from handlers.context import Context, Entry, Way, spoken_text
from handlers.doors import DOORS

warnings.filterwarnings(
    "ignore", message="Please use 'Bot", category=PTBUserWarning
)  # raw calls on purpose: payloads are data


class House(Application):  # type: ignore[type-arg]  # six parameters that say nothing here
    """`entry` is the update at work; handling is sequential, so there is never more than one."""

    entry: Entry
    way: Way

    async def process_error(self, update: object, error: Exception, job: Any = None, coroutine: Any = None) -> bool:
        """Stock PTB logs the whole update and carries on; then half a change would be committed."""
        raise error


class Door(BaseHandler[Update, Context, None]):
    """The one handler PTB knows: every update that has a way in goes through it."""

    def __init__(self, house: House):
        super().__init__(enter)
        self.house = house

    def check_update(self, update: object) -> bool:
        return True


async def enter(update: Update, ctx: Context) -> None:
    ctx.way = ctx.application.way  # type: ignore[attr-defined]  # House
    if ctx.room.blocked and ctx.way.door not in DOORS.happens:
        if ctx.query:
            ctx.answer(ctx.t("roomblock-silent"))
        return
    _refuse_the_shut_out(ctx)
    if (ctx.way.edited or ctx.way.door == "word") and await questions.passed_on(ctx):
        return
    if ctx.way.edited:
        if ctx.room.is_private and ctx.message and await danger.heard_in_an_edit(ctx, spoken_text(ctx.message)):
            return
        if ctx.way.door in ("command", "word"):
            await ctx.say(ctx.t("edited"), kind="house.chatter")
    elif ctx.way.handler is None:
        raise RuleError("button-is-old")
    else:
        if ctx.room.is_private and ctx.somebody and ctx.way.door in ("command", "word"):
            await ctx.tx.questions.close(ctx.person.id, ctx.room.id)  # something else is said now
        if ctx.acting_ended:
            await speaking.over(ctx)
        if ctx.way.door != "word" or not await questions.replied(ctx):  # a note may begin like a word of ours
            await ctx.way.handler(ctx)
        await ctx.say_the_answer()
        if ctx.arrived and ctx.somebody:
            for feature in ctx.house.features:
                if feature.arrives:
                    await feature.arrives(ctx)
        if ctx.room.is_private and ctx.somebody and ctx.incoming.message:
            await home.keep_up(ctx, ctx.person.id)


def _refuse_the_shut_out(ctx: Context) -> None:
    """Whoever was blocked, or is no longer here, reads one sentence; what merely happens is still taken in."""
    person = ctx.somebody
    if person is None or ctx.way.door in DOORS.happens or ctx.way.handler in DOORS.always:
        return
    if person.blocked or person.retired:
        raise RuleError("person-blocked" if person.blocked else "person-retired")


async def redraw_pressed(ctx: Context) -> None:
    """An old button: the message it stands under shows the truth again."""
    row = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if row:
        await ctx.redraw(row.thing)


async def strip_old_message(ctx: Context) -> None:
    """A press on a message that is not its thing's recorded one has acted; now that message loses its buttons."""
    query, pressed = ctx.incoming.callback_query, ctx.message_id
    if query is None or pressed is None:
        return
    kind, *values = (query.data or "").split("_")
    number = next((value for value in values if value.isdecimal()), None)
    if number is None or await ctx.tx.cards.at_message(ctx.room.id, pressed):
        return
    recorded = [row.message_id for row in await ctx.tx.cards.of(thing(kind, int(number))) if row.room_id == ctx.room.id]
    if any(message_id and message_id > pressed for message_id in recorded):
        await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": pressed})


def build(token: str, base_url: str, polling: BaseRequest, calling: BaseRequest) -> House:
    house: House = (
        Application.builder()
        .application_class(House)  # type: ignore[assignment]  # the builder's types do not know subclasses
        .token(token)
        .base_url(f"{base_url}/bot")
        .base_file_url(f"{base_url}/file/bot")
        .updater(None)
        .job_queue(None)
        .get_updates_request(polling)
        .request(calling)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    house.add_handler(Door(house))
    return house


Bot = ExtBot[None]
