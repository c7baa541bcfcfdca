"""How the bot presents itself: commands by scope and language, name, descriptions, menu buttons."""

from typing import Any

from bot.playground.store import Store

Commands = list[dict[str, str]]


class Profile:
    def __init__(self, store: Store) -> None:
        self._store = store
        self.commands: dict[str, Commands] = {}  # "scope|language" → commands
        self.texts: dict[str, str] = {}  # "name|zh" → words
        self.menus: dict[str, Any] = {}  # chat id, or "" → menu button

    def load(self) -> None:
        for _, _, doc in self._store.all("profile"):
            self.commands, self.texts, self.menus = doc["commands"], doc["texts"], doc["menus"]

    def keep(self) -> None:
        self._store.put("profile", 0, 0, {"commands": self.commands, "texts": self.texts, "menus": self.menus})

    def shown(self, scopes: list[str], language: str) -> Commands:
        """The first list that is set, scope by scope, each in the person's language before the general one."""
        for scope in scopes:
            for key in (f"{scope}|{language}", f"{scope}|") if language else (f"{scope}|",):
                if self.commands.get(key):
                    return self.commands[key]
        return []


def scopes(chat: int | None, person: int | None, admin: bool) -> list[str]:
    """Telegram's order for one person in one chat; None for the private chat with the bot."""
    if chat is None:
        return [f"chat:{person}", "all_private_chats", "default"]
    mine = [f"chat_member:{chat}:{person}"]
    admins = [f"chat_administrators:{chat}"] if admin else []
    all_admins = ["all_chat_administrators"] if admin else []
    return [*mine, *admins, f"chat:{chat}", *all_admins, "all_group_chats", "default"]
