"""The list: when much comes within an hour, the rest of a group's cards are lines of one message with buttons."""

from __future__ import annotations

import re

from bot.domain.text import cut
from bot.i18n import Html, bold
from handlers.cards import Button, Card, Look, card
from handlers.features import Feature
from storage.cards import CardRow

MOST = 12
LINE_UNITS = 80
LABEL_UNITS = 30
TAG = re.compile(r"<[^>]+>")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """Each thing as its own card would begin; its first button stands under the list."""
    rows = await look.read.cards.in_list(number, look.room.id)
    cards = [found for row in rows[:MOST] if (found := await _drawn(look, row))]
    lines, keys = [], list[list[Button]]()
    for nth, one in enumerate(cards, 1):
        lines += ["", Html(f"{nth}. {_beginning(one)}")]
        keys += [[_numbered(nth, button)] for button in [key for row in one.rows for key in row][:1]]
    more = [look.t("board-more", count=len(rows) - MOST)] if len(rows) > MOST else []
    return card([bold(look.t("list-title")), *lines, *more], *keys) if cards else None


async def _drawn(look: Look, row: CardRow) -> Card | None:
    kind, _, number = row.thing.rpartition("_")
    draws = {name: one for feature in look.house.features for name, one in feature.cards.items()}
    return await draws[kind](look, int(number), row.view)


def _beginning(one: Card) -> str:
    """Its first lines, without their ornament; what was escaped stays so."""
    said = [TAG.sub("", line) for line in one.text.splitlines() if TAG.sub("", line).strip()]
    return " · ".join(_short(line) for line in said[:3])


def _short(line: str) -> str:
    """Never cut in the middle of an escaped sign."""
    return re.sub(r"&[a-z]*…?$", "…", cut(line, LINE_UNITS)) if len(line) > LINE_UNITS else line


def _numbered(nth: int, button: Button) -> Button:
    return Button(cut(f"{nth} · {button.text}", LABEL_UNITS), button.data, button.url)


FEATURE = Feature("crowded", cards={"list": draw})
