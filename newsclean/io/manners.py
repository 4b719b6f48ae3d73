"""How a host wants to be treated: its robots.txt, and time between two requests."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsclean.errors import FetchError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MAX_DELAY = 60.0
"""Seconds; a robots.txt or a Retry-After that asks for more is given this."""
MAX_ROBOTS = 500_000
"""Bytes of a robots.txt that are read, as RFC 9309 has it."""
MAX_HOSTS = 10_000
"""Hosts that are remembered."""
RETRIED = frozenset({429, 500, 502, 503, 504})
"""Answers that may be others a moment later."""

Get = Callable[[str], Awaitable[tuple[int, bytes]]]


class Rules:
    """The rules of one host for us."""

    def __init__(self, parsed: Any | None, robot: str = "", *, failed: str | None = None) -> None:
        self._parsed = parsed
        self._robot = robot
        self._failed = failed

    def allows(self, url: str) -> bool:
        """Tell whether a page may be fetched."""
        return self._failed is None and (self._parsed is None or bool(self._parsed.can_fetch(url, self._robot)))

    @property
    def refusal(self) -> str:
        """Why a page may not be fetched."""
        what = "the robots.txt of its host"
        return f"{what} does not allow it" if self._failed is None else f"{what} cannot be read: {self._failed}"

    @property
    def delay(self) -> float:
        """The seconds between two requests that the host asks for."""
        asked = self._parsed.crawl_delay(self._robot) if self._parsed is not None else None
        return min(float(asked or 0), MAX_DELAY)


async def read_rules(origin: str, robot: str, get: Get) -> Rules:
    """Read what a host's robots.txt says to a robot.

    As RFC 9309 has it, one that is not there allows everything, one that fails allows nothing.

    Raises:
        MissingExtra: protego is not installed.
    """
    try:
        from protego import Protego
    except ImportError:
        raise MissingExtra("robots.txt", "protego", "fetch") from None
    try:
        status, body = await get(f"{origin}/robots.txt")
    except FetchError as error:
        return Rules(None, failed=str(error))
    if 400 <= status < 500:
        return Rules(None)
    if status != 200:
        return Rules(None, failed=f"the answer is {status}")
    return Rules(Protego.parse(body[:MAX_ROBOTS].decode("utf-8", "replace")), robot)


class Host:
    """One host: one request at a time, with a pause between."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.free_at = 0.0
        self.rules: Rules | None = None


class Hosts:
    """All hosts that a fetcher has met, the last ones of them."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._hosts: OrderedDict[str, Host] = OrderedDict()

    def of(self, url: str) -> Host:
        """Return the host of an address."""
        key = origin_of(url)
        host = self._hosts.setdefault(key, Host())
        self._hosts.move_to_end(key)
        oldest = next(iter(self._hosts.values()))
        if len(self._hosts) > MAX_HOSTS and not oldest.lock.locked():
            self._hosts.popitem(last=False)
        return host

    @asynccontextmanager
    async def turn(self, host: Host) -> AsyncIterator[None]:
        """Wait for this host to be free, and for its pause to be over."""
        async with host.lock:
            loop = asyncio.get_running_loop()
            await asyncio.sleep(max(host.free_at - loop.time(), 0))
            try:
                yield
            finally:
                pause = max(self._delay, host.rules.delay if host.rules else 0.0)
                host.free_at = loop.time() + pause


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address, without a user."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def wait_of(answer: str | None, attempt: int, now: datetime | None = None) -> float:
    """Return the seconds to wait before the next attempt: what the server says, else 1, 2, 4, ..."""
    if answer:
        try:
            seconds = float(answer)
        except ValueError:
            try:
                then = parsedate_to_datetime(answer)
                seconds = (then - (now or datetime.now(UTC))).total_seconds()
            except (ValueError, TypeError):
                seconds = 2.0**attempt
        return min(max(seconds, 0.0), MAX_DELAY)
    return min(2.0**attempt, MAX_DELAY)
