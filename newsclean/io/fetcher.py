"""Many pages, politely: one request a host at a time, robots.txt, pauses, retries, a cache; asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsclean.errors import FetchError, RobotsDenied
from newsclean.io.cache import Cache, conditions
from newsclean.io.feeds import Link, read_feed, read_sitemap
from newsclean.io.guard import aresolved, async_transport
from newsclean.io.http import (
    CONNECT_SECONDS,
    MAX_BYTES,
    MAX_REDIRECTS,
    READ_SECONDS,
    SECONDS,
    USER_AGENT,
    Fetched,
    Receiver,
    check_url,
    failures_of,
    hop,
    same_origin,
    without_credentials,
)
from newsclean.io.manners import RETRIED, Host, Hosts, origin_of, read_rules, wait_of

if TYPE_CHECKING:
    import httpx

SITEMAPS = 50
"""Sitemaps that an index may lead to; a news site has one of the last two days."""


class Unmodified(Exception):
    """The server says that the stored copy is still right."""


class Answered(FetchError):
    """An answer that is no page.

    Attributes:
        status: HTTP status.
        retry_after: what the server says of when to come again.
    """

    def __init__(self, message: str, status: int, retry_after: str | None) -> None:
        super().__init__(message)
        self.status, self.retry_after = status, retry_after


@dataclass(kw_only=True)
class Fetcher:
    """Fetches pages. Use it as ``async with Fetcher(...) as fetcher``; its limits are for each fetcher.

    Args:
        client: your own `httpx.AsyncClient`, or one of a library with its interface; it is not closed.
        cache: folder for fetched pages; a page that is there is asked for with its ETag or date.
        robots: keep to robots.txt.
        delay: seconds between two requests to a host; a longer crawl delay of its robots.txt counts.
        concurrency: hosts that are asked at once.
        retries: further attempts after a failed connection or one of the answers in `RETRIED`.
        seconds: time for one attempt in all: connect, headers, body and redirects.
        max_bytes: decoded bytes of a page.
        allow_private: also reach hosts that are not on the public internet.
        user_agent: how we present ourselves; robots.txt is asked for its first word. Not for a client of your own.
    """

    client: httpx.AsyncClient | None = None
    cache: Path | str | None = None
    robots: bool = True
    delay: float = 1.0
    concurrency: int = 8
    retries: int = 2
    seconds: float = SECONDS
    max_bytes: int = MAX_BYTES
    allow_private: bool = False
    user_agent: str = USER_AGENT
    _hosts: Hosts = field(init=False, repr=False)
    _stack: AsyncExitStack = field(init=False, repr=False, default_factory=AsyncExitStack)
    _client: Any = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        self._hosts = Hosts(self.delay)
        self._cache = Cache(Path(self.cache)) if self.cache is not None else None

    async def __aenter__(self) -> Self:
        if self.client is not None:
            self._client = self.client
            return self
        import httpx

        own = httpx.AsyncClient(
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            headers={"User-Agent": self.user_agent},
            trust_env=False,
            transport=async_transport(self.allow_private, self.concurrency * 2),
        )
        self._client = await self._stack.enter_async_context(own)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._client = None
        await self._stack.aclose()

    async def fetch(self, url: str) -> Fetched:
        """Fetch one page.

        Raises:
            RobotsDenied: its host's robots.txt does not allow it.
            FetchError: all else that `newsclean.fetch` raises it for.
            MissingExtra: protego is not installed and `robots` is on.
            RuntimeError: used outside ``async with``.
        """
        if self._client is None:
            raise RuntimeError("a Fetcher is used inside 'async with Fetcher(...) as fetcher:'")
        check_url(url)
        for attempt in range(self.retries + 1):
            try:
                return await self._polite(url)
            except Answered as answer:
                if answer.status not in RETRIED or attempt == self.retries:
                    raise
                await asyncio.sleep(wait_of(answer.retry_after, attempt))
            except Unreachable:
                if attempt == self.retries:
                    raise
                await asyncio.sleep(wait_of(None, attempt))
        raise AssertionError("every attempt returns or raises")

    async def fetch_many(self, urls: Iterable[str]) -> AsyncIterator[tuple[str, Fetched | FetchError]]:
        """Yield each address with its page, or why there is none, as they come; each exactly once."""
        source, waiting = iter(urls), set[asyncio.Task[tuple[str, Fetched | FetchError]]]()
        try:
            while True:
                while len(waiting) < self.concurrency and (url := next(source, None)) is not None:
                    waiting.add(asyncio.create_task(self._outcome(url)))
                if not waiting:
                    return
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    yield task.result()
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    async def feed(self, url: str) -> list[Link]:
        """Return the entries of an RSS, Atom or JSON feed.

        Raises:
            FetchError: it cannot be fetched, or is no feed.
        """
        page = await self.fetch(url)
        return read_feed(page.body, page.url)

    async def sitemap(self, url: str) -> list[Link]:
        """Return the pages of a sitemap, and of those that an index leads to, on its own host."""
        found: dict[str, Link] = {}
        waiting, seen = [url], {url}
        while waiting and len(seen) <= SITEMAPS:
            page = await self.fetch(waiting.pop(0))
            links, inner = read_sitemap(page.body, page.url)
            found.update((link.url, link) for link in links)
            fresh = [each for each in inner if each not in seen and same_origin(each, url)]
            waiting += fresh
            seen.update(fresh)
        return list(found.values())

    async def _outcome(self, url: str) -> tuple[str, Fetched | FetchError]:
        try:
            return url, await self.fetch(url)
        except FetchError as error:
            return url, error

    async def _polite(self, url: str) -> Fetched:
        host = self._hosts.of(url)
        async with self._hosts.turn(host):
            await self._check_robots(url, host)
            stored = self._cache.get(url) if self._cache else None
            try:
                page = await self._timed(url, conditions(stored))
            except Unmodified:
                assert stored is not None
                return stored._replace(cached=True)
        if self._cache:
            self._cache.put(page)
        return page

    async def _check_robots(self, url: str, host: Host) -> None:
        if not self.robots:
            return
        if host.rules is None:
            host.rules = await read_rules(origin_of(url), self.user_agent, self._robots_file)
        if not host.rules.allows(url):
            raise RobotsDenied(f"{url}: {host.rules.refusal}")

    async def _robots_file(self, url: str) -> tuple[int, bytes]:
        try:
            page = await self._timed(url, {})
        except Answered as answer:
            return answer.status, b""
        return page.status, page.body

    async def _timed(self, url: str, headers: dict[str, str]) -> Fetched:
        """Fetch a page within the time; whatever fails is ours."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(url, headers)
        except TimeoutError:
            raise FetchError(f"{url} took longer than {self.seconds:g} seconds") from None
        except failures_of(self._client) as error:
            raise Unreachable(f"{url} could not be fetched: {error or type(error).__name__}") from None

    async def _follow(self, url: str, headers: dict[str, str]) -> Fetched:
        first = url
        for _ in range(MAX_REDIRECTS + 1):
            check_url(url)
            if self.client is not None and not self.allow_private:
                await self._check_name(url)
            request = self._client.build_request("GET", url, headers=headers)
            own = same_origin(first, url)
            more = {} if own else {"auth": None}
            response = await self._client.send(
                request if own else without_credentials(request), stream=True, follow_redirects=False, **more
            )
            try:
                if not response.has_redirect_location:
                    return await self._receive(response, first, url)
                url = hop(url, response.headers["location"])
                await self._check_hop(first, url)
            finally:
                await response.aclose()
        raise FetchError(f"{first}: more than {MAX_REDIRECTS} redirects")

    async def _check_hop(self, first: str, url: str) -> None:
        """Ask the rules of a host that a redirect leads to."""
        check_url(url)
        if not self.robots or first.endswith("/robots.txt"):
            return
        host = self._hosts.of(url)
        if host.rules is None:
            host.rules = await read_rules(origin_of(url), self.user_agent, self._robots_file)
        if not host.rules.allows(url):
            raise RobotsDenied(f"{first} leads to {url}: {host.rules.refusal}")

    async def _check_name(self, url: str) -> None:
        from urllib.parse import urlsplit

        parts = urlsplit(url)
        await aresolved(str(parts.hostname), parts.port or 443, allow_private=False)

    async def _receive(self, response: Any, first: str, url: str) -> Fetched:
        if response.status_code == 304:
            raise Unmodified
        if response.is_error:
            message = f"{url} answered {response.status_code} {response.reason_phrase}"
            raise Answered(message, response.status_code, response.headers.get("retry-after"))
        receiver = Receiver(response, url, self.max_bytes)
        if receiver.read:
            receiver.take(response.content)
        else:
            async for raw in response.aiter_raw():
                receiver.take(raw)
        return receiver.result(first, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


class Unreachable(FetchError):
    """A connection that failed; another may not."""


async def afetch(
    url: str, *, allow_private: bool = False, client: httpx.AsyncClient | None = None, seconds: float = SECONDS
) -> Fetched:
    """Fetch a page over http or https; `newsclean.fetch` for asyncio.

    Args:
        allow_private: also reach hosts that are not on the public internet.
        client: your own, with its timeouts and headers; it is not closed.
        seconds: time for all of it, redirects and body.

    Raises:
        FetchError: a refused address, a network failure, too many redirects or bytes, or too much time.
        TypeError: the address is no str.
    """
    one = Fetcher(client=client, robots=False, delay=0.0, retries=0, seconds=seconds, allow_private=allow_private)
    async with one:
        return await one.fetch(url)
