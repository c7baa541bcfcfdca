"""Carrying: what one of the two says goes to the other as the bot's message, and nothing of it stays."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from telegram import Message, MessageEntity

from bot.domain import fraud
from bot.domain.fraud import Fraud
from bot.domain.people import Person
from bot.domain.relays import Relay
from bot.domain.rules import RuleError, number_of
from bot.domain.text import simplified, utf16
from bot.i18n import LANGUAGES, Html, Words, bold, escape, page, quote, words
from handlers import danger, names, talking
from handlers.cards import button
from handlers.context import Context, Saying, Turn, Work, html, spoken_text
from handlers.doors import DOORS, passes, presses
from handlers.features import Feature
from handlers.relays.shared import partner
from storage.notes import Note
from storage.relays import Seat

TEXT_UNITS, CAPTION_UNITS, QUOTED_UNITS = 4096, 1024, 3000
"""UTF-16 units (Bot API: sendMessage, copyMessage); and as much of a line as is shown again beside a button."""

CAPTIONED = ("photo", "voice", "video", "audio", "animation")
BARE = ("sticker", "location", "video_note")
"""What bears no caption: whose it is stands in a line before it."""

OF_ACTING = ("acting-key-back", "acting-key-theirs")


def _fraud() -> Fraud:
    return Fraud.of(tomllib.loads((files("bot") / "data" / "fraud.toml").read_text(encoding="utf-8"))["words"])


FRAUD = _fraud()


@passes
async def passes_on(ctx: Context) -> bool:
    """Everything that whoever is in a conversation says in private, but commands and the words of the big buttons."""
    seat = await ctx.tx.relays.seat(ctx.person.id)
    if seat is None or (ctx.way.door == "word" and _is_for_us(ctx)) or ctx.way.door == "command":
        return False
    if ctx.way.edited:
        return await _edited(ctx, seat)
    if not seat.relay.was_said_in_it(ctx.at):
        return False
    await _carry(ctx, seat)
    return True


def _is_for_us(ctx: Context) -> bool:
    """The word that ends it, or exactly what a big button says, with its picture or without."""
    if ctx.text:
        return False
    said = spoken_text(ctx.message) if ctx.message else ""
    return ctx.way.handler is DOORS.commands.get("bye") or _bare(said) in _keys(_sentences(ctx.house.features))


def _sentences(features: tuple[Feature, ...]) -> tuple[str, ...]:
    return (*(key.sentence for feature in features for key in feature.keys), *OF_ACTING)


@cache
def _keys(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_bare(words(lang)(key)) for lang in LANGUAGES for key in sentences)


def _bare(label: str) -> str:
    """Without its picture."""
    return simplified(label).lstrip("".join({sign for sign in label if not sign.isalnum()})).strip().lower()


async def _edited(ctx: Context, seat: Seat) -> bool:
    """Said once per conversation."""
    if not seat.edits_told:
        await ctx.tx.relays.said_of_edits(ctx.person.id)
        await ctx.say(ctx.t("relay-edits"))
    if ctx.message:
        await danger.numbers_for(ctx, spoken_text(ctx.message))
    return True


async def _carry(ctx: Context, seat: Seat) -> None:
    relay = seat.relay
    other = await _listener(ctx, relay)
    if other is None or ctx.message is None:
        return await ctx.say(ctx.t("relay-not-passed"))
    said = spoken_text(ctx.message)
    why = fraud.held(said, FRAUD) or fraud.held_together(_in_a_row(ctx, seat, said))
    if why == "contact":
        return await _ask_before_contact(ctx, relay, said)
    if why:
        return await _hold(ctx, relay, why)
    await _pass(ctx, relay, other, said)
    await _count_digits(ctx, seat, said)
    await ctx.tx.relays.save(relay.heard(at=ctx.now))
    await danger.numbers_for(ctx, said)
    return None


def _in_a_row(ctx: Context, seat: Seat, said: str) -> int:
    """The bare digits of this line and of those said just before; 0 for a line of other words."""
    digits = fraud.bare_digits(said)
    return digits and digits + seat.digits_lately(ctx.at - fraud.TOGETHER)


async def _count_digits(ctx: Context, seat: Seat, said: str) -> None:
    """Only how many there were; a number that was shown whole, by its own tap, begins no other."""
    digits = _in_a_row(ctx, seat, said)
    if digits and fraud.held(said, FRAUD) is None:
        await ctx.tx.relays.said_digits(ctx.person.id, digits, ctx.at)


async def _listener(ctx: Context, relay: Relay) -> Person | None:
    """The other one, if this still reaches them; else it is over, and the card says why."""
    other = await ctx.tx.people.get(relay.partner_of(ctx.person.id) or 0)
    if not await talking.may_go_on(ctx, relay):
        await talking.end(ctx, relay, "over")
    elif other.blocked:
        await talking.end(ctx, relay, "blocked")
    elif not other.reachable:
        await talking.end(ctx, relay, "unreachable")
    else:
        return other
    return None


async def _pass(ctx: Context, relay: Relay, other: Person, said: str) -> None:
    """Text as a message of ours; the rest is copied by Telegram, without whose it was before."""
    message, t = ctx.message, words(other.language or ctx.house.language)
    assert message is not None
    says = await _says(ctx, t, ctx.person.id)
    kind = _kind(message, ctx.incoming.effective_user.id if ctx.incoming.effective_user else 0)
    if kind == "text":
        await _promise(ctx, relay, other, "sendMessage", html(_line(says, said, TEXT_UNITS)))
        return
    copied: dict[str, Any] = {"from_chat_id": ctx.room.chat_id, "message_id": message.message_id}
    if kind in CAPTIONED:
        careful = [t("relay-photo-careful")] if kind in ("photo", "video") else []
        caption = page([_line(says, said, CAPTION_UNITS - utf16("\n".join(careful)) - 1), *careful])
        copied |= {"caption": caption, "parse_mode": "HTML", "protect_content": True}
    else:
        await _promise(ctx, relay, other, "sendMessage", html(page([bold(says)])))
    await _promise(ctx, relay, other, "copyMessage", copied)


def _kind(message: Message, sender: int) -> str:
    """What it is; refuses what may do harm, or is somebody else's."""
    for kind in (*CAPTIONED, *BARE):
        if getattr(message, kind):
            return kind
    if message.contact and message.contact.user_id == sender:  # their own card, by their own tap
        return "contact"
    if message.text is None:
        raise RuleError("relay-only-these")
    return "text"


async def _says(work: Work, t: Words, person_id: int) -> str:
    return t("relay-says", who=await names.named(work.tx, work.house, t, person_id))


def _line(says: str, said: str, most: int) -> Html:
    """王芳：我在楼下. Nothing is cut: what is too long is refused."""
    if utf16(says + said) > most:
        raise RuleError("relay-too-long", most=most - utf16(says))
    return Html(bold(says) + escape(said))


async def _promise(ctx: Context, relay: Relay, other: Person, method: str, payload: dict[str, Any]) -> None:
    """Whoever is in it waits for it: it rings. `thing` names whose words they are, should they not arrive."""
    room, mine = await ctx.private_room(other), talking.card_of(relay, ctx.person.id).thing
    await ctx.promise(room, talking.PASSED, method, payload, thing=mine)


async def _hold(ctx: Context, relay: Relay, why: str) -> None:
    """Both are warned, each about what concerns them; three times, and it is over."""
    held = relay.hold()
    await ctx.tx.relays.save(held)
    await ctx.say(ctx.t("relay-held", why=why), ctx.t("relay-never"))
    other = relay.partner_of(ctx.person.id)
    assert other is not None
    who = await names.named(ctx.tx, ctx.house, ctx.t, ctx.person.id)
    warning = Saying(lambda t: page([t("relay-held-told", who=who, why=why), t("relay-never")]))
    await ctx.tell(other, "relay.warned", warning, awaited=True)
    if held.held_too_often:
        await talking.end(ctx, held, "held")


async def _ask_before_contact(ctx: Context, relay: Relay, said: str) -> None:
    """A number is shown by a tap of its own. The line stands in our question, and nowhere else."""
    if utf16(said) > QUOTED_UNITS or _has_media(ctx.message):
        raise RuleError("relay-contact-alone")
    who = await partner(ctx, ctx.t, relay, ctx.person.id)
    show = button(ctx.t("relay-show-contact"), "relay.contact", relay.id)
    keyboard = {"inline_keyboard": [[show.markup()]]}
    await ctx.say(ctx.t("relay-contact-held", who=who), quote(said), keyboard=keyboard)


def _has_media(message: Message | None) -> bool:
    return message is not None and message.text is None


@presses("relay.contact")
async def show_contact(ctx: Context) -> None:
    """Exactly the line that the question shows, by its sender's tap."""
    ctx.values(1)
    seat = await ctx.tx.relays.seat(ctx.person.id)
    if seat is None or seat.relay.id != ctx.number:
        raise RuleError("relay-is-ended")
    said = _quoted(ctx.message)
    if said is None or fraud.held(said, FRAUD) not in ("contact", None):
        raise RuleError("button-is-old")
    other = await _listener(ctx, seat.relay)
    if other is None:
        return ctx.answer(ctx.t("relay-not-passed"))
    says = await _says(ctx, words(other.language or ctx.house.language), ctx.person.id)
    await _promise(ctx, seat.relay, other, "sendMessage", html(_line(says, said, TEXT_UNITS)))
    await _count_digits(ctx, seat, said)
    await ctx.tx.relays.save(seat.relay.heard(at=ctx.now))
    await ctx.write_down("relay.contact-shown", f"relay_{seat.relay.id}")
    await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    ctx.answer(ctx.t("relay-contact-shown"))


def _quoted(message: Message | None) -> str | None:
    """The line in our own question; nobody but us can have changed it."""
    found = message.parse_entities([MessageEntity.BLOCKQUOTE]) if message and message.text else {}
    return next(iter(found.values()), None)


async def failed(turn: Turn, note: Note, _: Any) -> None:
    """It did not arrive: whoever said it learns so; if nothing arrives there any more, that is the end."""
    relay = await turn.tx.relays.get(number_of(note.thing or ""))
    if relay is None:
        return
    sender = relay.one_id if (note.thing or "").startswith(talking.OPENER) else relay.other_id
    receiver = relay.partner_of(sender) if sender is not None else None
    if sender is None or receiver is None:
        return
    who = await names.named(turn.tx, turn.house, words(turn.house.language), receiver)
    news = Saying(lambda t: page([t("relay-lost", who=who)]))
    await turn.tell(sender, "relay.lost", news, awaited=True)
    if not (await turn.tx.people.get(receiver)).reachable:
        await talking.end(turn, relay, "unreachable")
