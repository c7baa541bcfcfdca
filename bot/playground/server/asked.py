"""What a control request says: its JSON body and query, with getters that refuse kindly."""

from typing import Any

from bot.playground.server.errors import PlayError
from bot.playground.server.state import BOT, Chat, Json
from bot.playground.server.world import World


class Asked:
    def __init__(self, world: World, values: Json) -> None:
        self.world, self.values = world, values

    def get(self, name: str, default: Any = None) -> Any:
        value = self.values.get(name)
        return default if value is None else value

    def text(self, name: str, default: str | None = None) -> str:
        value = self.get(name, default)
        if not isinstance(value, str):
            raise PlayError(f"“{name}” must be a text")
        return value

    def number(self, name: str, default: int | None = None) -> int:
        found = self.maybe(name)
        if found is None and default is None:
            raise PlayError(f"“{name}” must be a number")
        return found if found is not None else default or 0

    def maybe(self, name: str) -> int | None:
        value = self.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise PlayError(f"“{name}” must be a number") from None

    def me(self) -> int:
        return self.world.person(self.number("as")).id

    def who(self) -> int:
        return BOT if self.get("who") == "bot" else self.world.person(self.number("who")).id

    def chat(self) -> object:
        """As the page names it: "bot" or a number."""
        return "bot" if self.get("chat") == "bot" else self.number("chat")

    def room(self) -> Chat:
        """A chat by its id alone; a private one by the person's id."""
        id = self.number("chat")
        if id in self.world.people:
            return self.world.private(id)
        if id not in self.world.chats:
            raise PlayError("there is no such chat", 404)
        return self.world.chats[id]

    def group(self) -> Chat:
        chat = self.room()
        if chat.private:
            raise PlayError("this is a private chat")
        if chat.migrated_to is not None:
            raise PlayError(f"this group has become {chat.migrated_to}")
        return chat
