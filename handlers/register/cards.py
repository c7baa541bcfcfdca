"""The card of a list: being read, refused, wrong, nothing new, ready for a word, decided."""

from __future__ import annotations

from bot.domain.rules import RuleError
from bot.i18n import bold
from handlers import errors
from handlers.cards import Card, Look, button, card
from handlers.register import words
from storage.imports import Import


async def draw(look: Look, number: int, view: str) -> Card | None:
    found = await look.read.imports.get(number)
    if found is None:
        return None
    if found.state == "ready":
        return _ready(look, found)
    return card(_lines(look, found))


def _ready(look: Look, found: Import) -> Card:
    t = look.t
    lines = [bold(t("register-ready", count=found.shown["listed"])), "", *words.difference(t, found.shown)]
    noted = words.notes(t, found.shown)
    row = [button(t("register-yes"), "register.apply", found.id), button(t("register-no"), "register.leave", found.id)]
    return card([*lines, *([""] if noted else []), *noted], row)


def _lines(look: Look, found: Import) -> list[str | None]:
    t, shown = look.t, found.shown
    if found.state == "reading":
        return [t("register-reading")]
    if found.state == "refused":
        return [errors.sentence(RuleError(shown["code"], **shown["details"]), t.lang)]
    if found.state == "wrong":
        lines = words.problems(t, shown)
        return [bold(t("register-wrong", count=shown["problem-count"])), "", *lines, "", t("register-wrong-next")]
    if found.state == "same":
        return [t("register-same", count=shown["listed"]), *words.notes(t, shown)]
    if found.state == "applied":
        return [bold(t("register-applied")), "", *words.difference(t, shown)]
    return [t("register-described" if shown.get("described") else f"register-{found.state}")]
