"""How an ask looks to a neighbour: who has it, who is next, who was asked, the head who finds out."""

from __future__ import annotations

from bot.domain.aid import Ask, Giver
from bot.domain.aid.waves import OF_THE_SHELF
from bot.domain.rules import thing
from bot.i18n import bold, quote
from handlers import reporting, when
from handlers.aid import boxes, phones
from handlers.aid.askercards import account, shows, talk, who
from handlers.aid.groupcards import group, headline, somebody, takes, thing_and_amount
from handlers.cards import Card, Look, button, card


async def neighbour(look: Look, ask: Ask) -> Card:
    """To who has it; to another who came to look, what the group sees."""
    giver = ask.giver_of(look.room.person_id or 0)
    if giver is None or giver.state == "left":
        seen = await group(look, ask)
        is_theirs = look.room.person_id in ask.side
        report_row = [reporting.report(look.t, thing("ask", ask.id))] if look.room.is_private and not is_theirs else []
        return Card(seen.text, [*seen.rows, report_row])
    asker = await _asker(look, ask, giver)
    if ask.is_over or giver.state == "given":
        return await _over(look, ask, giver, asker)
    return await (_next if giver.state == "next" else _giving)(look, ask, giver, asker)


async def _asker(look: Look, ask: Ask, giver: Giver) -> str:
    """Before both agreed only where: a name is not for everybody who taps."""
    return await (who(look, ask.person_id) if giver.agreed_at is not None else somebody(look, ask))


async def _over(look: Look, ask: Ask, giver: Giver, asker: str) -> Card:
    """How it ended; whoever gave something is asked once whether they would be asked first."""
    t, state = look.t, ask.state if ask.is_over else "done"
    lines = [t(f"ask-yours-{state}", who=asker), bold(ask.thing)]
    if giver.state != "given" or await look.read.offers.willing(giver.person_id):
        return card(lines)
    return card([*lines, "", t("offer-willing-ask")], [button(t("offer-willing-key"), "offers.willing", "on")])


async def _next(look: Look, ask: Ask, giver: Giver, asker: str) -> Card:
    t = look.t
    return card(
        [t("ask-yours-next", who=asker), bold(thing_and_amount(look, ask))],
        [button(t("ask-not-next"), "ask.let-go", ask.id)],
    )


async def _giving(look: Look, ask: Ask, giver: Giver, asker: str) -> Card:
    t, number = look.t, ask.id
    let_go, report = button(t("ask-cannot", of=ask.of), "ask.let-go", number), reporting.report(t, thing("ask", number))
    lines = [t("ask-yours", who=asker, agreed="yes" if giver.agreed_at else "no"), bold(thing_and_amount(look, ask))]
    if ask.amount > 1:
        lines += [t("ask-yours-part", amount=giver.amount, of=ask.of)]
    voice = await look.read.people.get(ask.voice_id) if ask.voice_id else None
    if voice and not voice.reachable:
        lines += [t("ask-other-not-started", who=asker)]
    if boxes.waits_for_check(ask, giver):
        return card([*lines, t("ask-yours-box")], boxes.row(look, ask, giver), [let_go], [report])
    if giver.agreed_at is None:
        return card([*lines, t("ask-yours-wait"), *await _heard_then(look, ask)], [let_go], [report])
    if ask.note and giver.note_told:
        lines += [t("ask-yours-note"), quote(ask.note)]
    if voice:
        lines += account(look, voice, giver.asker_shown)
    lines += ["", t("ask-yours-shown" if giver.shown else "ask-yours-how")]
    show = shows(look, ask, giver, giver.voice_id, giver.shown)
    phone = phones.key(look, ask, giver, giver.voice_id, giver.phone)
    return card(lines, talk(look, ask, giver.voice_id, ask.voice_id), [*show, *phone], [let_go], [report])


async def _heard_then(look: Look, ask: Ask) -> list[str]:
    """What was sent with it is heard once both agreed."""
    found = None if ask.heard_at_once else await look.read.ask_files.get(ask.id)
    return [look.t("ask-heard-then", kind=found.kind)] if found else []


async def asked(look: Look, ask: Ask) -> Card | None:
    """To somebody whom we asked in private; small once there is nothing left to do."""
    t, person = look.t, look.room.person_id or 0
    giver = ask.giver_of(person)
    if giver and giver.state != "left":
        return card([t("ask-asked-yes"), bold(ask.thing)])
    if ask.state != "open":
        return card([t("ask-asked-over"), bold(ask.thing)])
    if await look.read.askings.answer(ask.id, person) == "no":
        return card([t("ask-asked-no"), bold(ask.thing)])
    until = when.spoken(t, look.house, ask.until, look.at)
    on_shelf = await look.read.askings.wave(ask.id, person) == OF_THE_SHELF
    return card(
        [
            await headline(look, ask),
            bold(thing_and_amount(look, ask)),
            t("ask-asked-shelf") if on_shelf else None,
            t("ask-asked-until", until=until),
        ],
        takes(look, ask),
        [button(t("ask-not-now"), "ask.not-now", ask.id), button(t("ask-no-more"), "ask.no-more", ask.id)],
    )


async def heads(look: Look, ask: Ask) -> Card:
    """To whoever answers for the place: half of its time is over, or nobody said how it ended."""
    t = look.t
    if ask.state == "unanswered":
        lines = [t("ask-head-unanswered", who=await who(look, ask.person_id)), bold(thing_and_amount(look, ask))]
        ways = [button(t(f"ask-settle-{how}"), "ask.settle", ask.id, how) for how in ("done", "withdrawn", "expired")]
        return card([*lines, t("ask-head-how")], ways, [button(t("ask-again"), "ask.reopen", ask.id)])
    if ask.is_over:
        return card([t("ask-head-over", state=ask.state), bold(ask.thing)])
    if ask.state == "taken" or ask.helping:
        return card([t("ask-head-taken"), bold(ask.thing)])
    until = when.spoken(t, look.house, ask.until, look.at)
    lines = [t("ask-head-half", who=await who(look, ask.person_id)), bold(thing_and_amount(look, ask))]
    return card([*lines, t("ask-head-until", until=until)], takes(look, ask))
