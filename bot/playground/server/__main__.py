"""The server alone, with a tiny sample world: python -m bot.playground.server --port 8090."""

import argparse
import asyncio
import signal
from pathlib import Path

from bot.playground.clock import Clock
from bot.playground.server import World, application, sample, serve


async def run(options: argparse.Namespace) -> None:
    world = World(Clock(), options.store, options.token, any_token=options.any_token, limits=not options.no_limits)
    if world.fresh:
        sample.fill(world)
    page = Path(__file__).parent.parent / "page"
    handle = await serve(application(world, page=page if page.is_dir() else None), options.host, options.port)
    print(f"http://{options.host}:{handle.port}/  bot token {world.token or 'any'}", flush=True)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
    await handle.stop()
    world.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.playground.server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--store", type=Path, help="a SQLite file that keeps the chats; without it they are forgotten")
    parser.add_argument("--token", default=sample.TOKEN)
    parser.add_argument("--any-token", action="store_true", help="the first token seen becomes the bot's")
    parser.add_argument("--no-limits", action="store_true", help="no 429, for measuring")
    options = parser.parse_args()
    if options.any_token:
        options.token = "" if options.token == sample.TOKEN else options.token
    asyncio.run(run(options))


if __name__ == "__main__":
    main()
