"""The application and the server that carries it."""

import asyncio
import contextlib
import socket
from pathlib import Path
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from bot.playground.server.control import Inside, routes
from bot.playground.server.library import File
from bot.playground.server.wire import BotApi
from bot.playground.server.world import World

SHOWN = ("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg")


class Playground(Starlette):
    """Bot API calls go straight to their handler; the page and the control API take Starlette's way."""

    def __init__(self, world: World, routes: list[BaseRoute]) -> None:
        super().__init__(routes=routes)
        self.world = world
        self._bot_api = BotApi(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if scope["path"].startswith("/bot"):
                return await self._bot_api(scope, receive, send)
            if scope["path"].startswith("/file/bot"):
                return await self._bot_api.file(scope, send)
        return await super().__call__(scope, receive, send)


def application(world: World, *, page: Path | None, inside: Inside | None = None) -> Starlette:
    """The Telegram, its control API and, if `page` names a folder with an index.html, the page."""
    shown: list[BaseRoute] = [*routes(world, inside), Route("/play/file/{path:path}", _file(world))]
    if page is not None:
        index = page / "index.html"
        shown.append(Route("/", lambda request: FileResponse(index, headers={"cache-control": "no-cache"})))
        shown.append(Mount("/page", StaticFiles(directory=page, check_dir=False)))
    return Playground(world, shown)


def _file(world: World):  # type: ignore[no-untyped-def]  # an endpoint, as Starlette takes them
    async def file(request: Request) -> Response:
        known = world.library.get(request.path_params["path"])
        found = world.library.at(known.path) if known else None
        if found is None:
            return PlainTextResponse("no such file", status_code=404)
        return Response(found[1], media_type=found[0].mime, headers=_as_shown(found[0]))

    return file


def _as_shown(file: File) -> dict[str, str]:
    """Pictures and PDFs open in the browser, everything else is saved under its name and never run."""
    shown = file.mime in SHOWN
    disposition = f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(file.name)}"
    return {"cache-control": "max-age=86400", "content-disposition": disposition, "x-content-type-options": "nosniff"}


class Handle:
    """A server that runs in this process."""

    def __init__(self, server: uvicorn.Server, sock: socket.socket, running: asyncio.Task[None]) -> None:
        self._server, self._socket, self._running = server, sock, running
        self.host, self.port = sock.getsockname()[:2]

    async def stop(self) -> None:
        """Ends open polls and streams at once, and lets go of the port."""
        self._server.should_exit = True
        self._server.force_exit = True
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)
        waiting = list(self._server.server_state.tasks)
        for task in waiting:
            task.cancel()
        await asyncio.gather(self._running, *waiting, return_exceptions=True)
        self._socket.close()


async def serve(app: Starlette, host: str, port: int) -> Handle:
    """Serves until `stop`; port 0 takes any free one. Raises OSError if the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sets NODELAY on sockets that say TCP
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        sock.listen(512)
    except OSError:
        sock.close()
        raise

    async def until_cancelled(scope: Scope, receive: Receive, send: Send) -> None:
        with contextlib.suppress(asyncio.CancelledError):  # `stop` ends what still waits; uvicorn would log it
            await app(scope, receive, send)

    config = uvicorn.Config(
        until_cancelled, http="httptools", ws="none", lifespan="off", log_level="warning", access_log=False,
        server_header=False, date_header=False, timeout_keep_alive=75, backlog=512, log_config=None,
    )  # fmt: skip
    server = uvicorn.Server(config)
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup(sockets=[sock])
    return Handle(server, sock, asyncio.create_task(_run(server, sock)))


async def _run(server: uvicorn.Server, sock: socket.socket) -> None:
    """Serves without uvicorn's own signal handlers: signals are the program's business."""
    await server.main_loop()
    await server.shutdown(sockets=[sock])
