"""Consents: given and taken back with one tap; asked once more when the words change; what helpers may see."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.privacy import VERSIONS, purpose_of
from bot.domain.rules import RuleError, thing
from bot.domain.text import cut
from bot.i18n import bold
from handlers import consent, names
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Showing, Turn
from handlers.doors import always, opens, presses, says
from handlers.features import Line

A_NIGHT = 200
"""How many people are asked about new words in one night."""

MOST_LINES = 20


@says("consent", "我的同意", english=("my consent",), on_card=True)
@always
async def consent_page(ctx: Context) -> None:
    if not ctx.room.is_private:
        url = ctx.house.link(ctx.house.signed("consent", 0))
        keyboard = {"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]}
        return await ctx.say(ctx.t("privacy-in-group"), keyboard=keyboard)
    return await ctx.menu("consents", kind="privacy")


@opens("consent")
async def from_group(ctx: Context) -> None:
    await ctx.menu("consents", kind="privacy")


@presses("consent.on")
async def agree(ctx: Context) -> None:
    purpose = _purpose(ctx)
    await consent.given(ctx.tx, ctx.person.id, purpose, ctx.now)
    ctx.answer(ctx.t(f"consent-given-{purpose}"))
    await _is_shown(ctx)


@presses("consent.again")
async def agree_again(ctx: Context) -> None:
    """To the new words, for everything that still holds."""
    _only_in_private(ctx)
    for purpose in VERSIONS:
        if await consent.holds(ctx.tx, ctx.person.id, purpose):
            await consent.given(ctx.tx, ctx.person.id, purpose, ctx.now)
    ctx.answer(ctx.t("consent-given-keep"))
    await _is_shown(ctx)


@presses("consent.off")
@always
async def take_back(ctx: Context) -> None:
    """As easy as giving. `keep` means leaving the register, so its button says first what follows."""
    purpose = _purpose(ctx)
    ctx.answer(ctx.t(f"consent-taken-back-{purpose}"))
    if not await ctx.tx.privacy.withdraw(ctx.person.id, purpose, ctx.now) and purpose != "keep":
        return
    if purpose == "keep":
        for feature in ctx.house.features:
            if feature.moves_out:
                await feature.moves_out(ctx, ctx.person)
    await ctx.write_down("consent.taken-back", thing("person", ctx.person.id))
    await _is_shown(ctx)


def _purpose(ctx: Context) -> str:
    """Everybody agrees for themselves; whoever acts for somebody does not."""
    _only_in_private(ctx)
    return purpose_of(ctx.way.values[0] if ctx.way.values else "")


def _only_in_private(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    if ctx.by_id is not None:
        raise RuleError("privacy-not-for-others")


async def _is_shown(ctx: Context) -> None:
    await ctx.redraw(thing("consent", ctx.person.id))
    row = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if row and row.thing == thing("privacy", ctx.person.id):
        await ctx.menu("consents", kind="privacy")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The three lines, or that the words changed; once answered it says so."""
    t, found = look.t, await look.read.privacy.consent(number, "keep")
    see = button(t("consent-see"), "privacy.see", "consents")
    if found and found.is_current:
        return card([t("consent-given-keep")], [see])
    if view == "again":
        lines = [bold(t("consent-new-words")), "", *consent.lines(t), "", t("consent-no-hurry")]
        return card(lines, [button(t("consent-yes"), "consent.again"), see])
    return card(consent.lines(t), [consent.yes(t)])


async def consents(look: Look, person: Person) -> Card:
    t = look.t
    lines: list[str] = []
    rows: list[list[Button]] = []
    for purpose in VERSIONS:
        on = await look.read.privacy.holds(person.id, purpose)
        lines += [t("consent-line", on="yes" if on else "no", what=t(f"consent-what-{purpose}"))]
        rows += [[_switch(look, purpose, on)]]
    home = button(t("privacy-back"), "privacy.see", "home")
    lines += [*await _unasked(look, person), "", t("consent-how")]
    return card([bold(t("consent-title")), "", *lines], *rows, [home])


async def _unasked(look: Look, person: Person) -> list[str]:
    """Somebody is in the register and was never asked: what the empty boxes mean, and what they can do."""
    if await look.read.privacy.consent(person.id, "keep") or not await look.read.residents.home(person.id):
        return []
    return ["", *look.t("consent-from-register").splitlines()]


def _switch(look: Look, purpose: str, on: bool) -> Button:
    name = look.t(f"consent-name-{purpose}")
    if on and purpose == "keep":
        return button(look.t("consent-off", name=name), "privacy.see", "keep-off")
    return button(
        look.t("consent-off" if on else "consent-on", name=name), "consent.off" if on else "consent.on", purpose
    )


def keep_off(look: Look) -> Card:
    t = look.t
    return card(
        [bold(t("consent-keep-off")), "", *t("consent-keep-off-what").splitlines()],
        [
            button(t("consent-keep-off-yes"), "consent.off", "keep"),
            button(t("privacy-back"), "privacy.see", "consents"),
        ],
    )


# 让家人看: who helps somebody sees what that one opened


async def family(look: Look, person: Person) -> list[Line]:
    """For a helper: those who named them and let them see."""
    found = []
    for one in await look.read.acting.helps(person.id):
        if await consent.holds(look.read, one, "family"):
            who = await names.named(look.read, look.house, look.t, one)
            found.append(
                Line(look.t("family-line", who=who), button(look.t("family-see", who=cut(who, 18)), "family.see", one))
            )
    return found


@presses("family.see")
async def family_see(ctx: Context) -> None:
    if ctx.number not in await ctx.tx.acting.helps(ctx.person.id):
        raise RuleError("button-is-old")
    await ctx.menu(f"family.{ctx.number}", kind="privacy")


async def family_page(look: Look, helper: Person, person_id: int) -> Card:
    """Looked up when it is drawn: who takes it back is not seen a second time."""
    t, home = look.t, [button(look.t("privacy-back"), "privacy.see", "home")]
    helps = person_id in await look.read.acting.helps(helper.id)
    if not helps or not await consent.holds(look.read, person_id, "family"):
        return card([t("family-not-any-more")], home)
    person = await look.read.people.get(person_id)
    every = [await feature.mine(look, person) for feature in look.house.features if feature.mine]
    lines = [line.text for of_one in every for line in of_one]
    who = await names.named(look.read, look.house, t, person_id)
    return card([bold(t("family-title", who=who, count=len(lines))), "", *lines[:MOST_LINES]], home)


async def ask_again(turn: Turn) -> None:
    """The words changed: everybody who agreed to older ones is asked once; what they agreed to stays as it was."""
    for person_id in await turn.tx.privacy.to_ask_again(A_NIGHT):
        await turn.tell(person_id, "privacy.new-words", Showing(thing("consent", person_id), "again"))
        await turn.tx.privacy.asked_again(person_id)
