"""A bare aiogram: each update answered with its own text; one after the other, or (`tasks`) all at once."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bench.scene import TOKEN


async def echo(message: Message) -> None:
    if message.text:
        await message.answer(message.text)


async def main(url: str, how: str = "") -> None:
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, handle_as_tasks=how == "tasks")


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
