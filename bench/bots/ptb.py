"""A bare python-telegram-bot: Updater, one update after the other, each answered with its own text."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from bench.scene import TOKEN


async def echo(update: Update, _: Any) -> None:
    message = update.effective_message
    if message and message.text:
        await message.chat.send_message(message.text)


def main(url: str) -> None:
    app = Application.builder().token(TOKEN).base_url(f"{url}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
