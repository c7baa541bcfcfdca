"""The button that reports a thing, for any feature's closer look; it never stands on a group's card."""

from __future__ import annotations

from bot.i18n import Words
from handlers.cards import Button, button


def report(t: Words, thing: str) -> Button:
    """`report(t, "ask_12")`; the feature names the thing's author in `Feature.origins`."""
    kind, _, number = thing.rpartition("_")
    return button(t("report-button"), "report.thing", kind, number)
