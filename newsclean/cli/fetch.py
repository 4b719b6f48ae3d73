"""``newsclean fetch``: pages from addresses, feeds and sitemaps."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import click

import newsclean
from newsclean.cli.records import Records
from newsclean.cli.setting import check_setting
from newsclean.cli.tally import Tally
from newsclean.errors import FetchError, Rejected
from newsclean.io.feeds import Link
from newsclean.io.fetcher import Fetcher
from newsclean.io.http import USER_AGENT, Fetched
from newsclean.io.warc_write import WarcFile
from newsclean.io.write import whole_file


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Pages of an RSS, Atom or JSON feed.")
@click.option("--sitemap", "sitemaps", multiple=True, metavar="URL", help="Pages of a sitemap, or of an index of them.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many pages.")
@click.option("--list", "listing", is_flag=True, help="Print the addresses and fetch none of them.")
@click.option("-o", "--output", metavar="FILE", help="Write a WARC file (.warc.gz) for newsclean run, and no records.")
@click.option("--cache", metavar="DIR", help="Keep pages here; a page that is there is only asked for changes.")
@click.option("--delay", type=click.FloatRange(min=0), default=1.0, show_default=True, metavar="SECONDS",
              help="Pause between two requests to a host; its robots.txt may ask for more.")  # fmt: skip
@click.option("--ignore-robots", is_flag=True, help="Do not ask for robots.txt; for sites of your own.")
@click.option("--allow-private", is_flag=True, help="Also reach hosts that are not on the public internet.")
@click.option("--user-agent", default=USER_AGENT, show_default=True, metavar="NAME", help="How we present ourselves.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; pages that fail are still named.")
@click.pass_context
def fetch(ctx: click.Context, /, urls: tuple[str, ...], **options: Any) -> None:
    """Fetch pages politely and clean them.

    Records go to standard output, one JSON object a line; with -o the pages go to a WARC file instead, as they came.
    One request a host at a time, a pause between two, robots.txt is kept to, and what fails for a moment is tried
    again. Each page has 30 seconds and 10 MB.

    \b
    Exit codes:
      0 all good, 1 some pages rejected, 2 wrong usage, 4 some pages could not be fetched

    \b
    Examples:
      newsclean fetch https://example.com/2026/story
      newsclean fetch --feed https://example.com/rss.xml --limit 20 > stories.jsonl
      newsclean fetch --sitemap https://example.com/news-sitemap.xml -o today.warc.gz --cache cache
      newsclean run today.warc.gz -o out
    """
    if not urls and not options["feeds"] and not options["sitemaps"]:
        raise click.UsageError("give an address, --feed or --sitemap")
    check_setting()
    tally = Tally(0, -1 if options["quiet"] else 0)
    asyncio.run(everything(urls, options, tally))
    if not options["listing"]:
        tally.summary()
    ctx.exit(tally.exit_code(fail_on_empty=False))


async def everything(urls: tuple[str, ...], options: dict[str, Any], tally: Tally) -> None:
    """Fetch all that is asked for."""
    fetcher = Fetcher(
        cache=options["cache"],
        robots=not options["ignore_robots"],
        delay=options["delay"],
        allow_private=options["allow_private"],
        user_agent=options["user_agent"],
    )
    async with fetcher:
        links = await all_links(fetcher, urls, options, tally)
        links = links[: options["limit"]]
        if options["listing"]:
            for link in links:
                click.echo(link.url)
        elif options["output"]:
            with whole_file(Path(options["output"])) as stream:
                await store(fetcher.fetch_many(link.url for link in links), WarcFile(stream), tally)
        else:
            await clean(fetcher.fetch_many(link.url for link in links), tally)


async def all_links(fetcher: Fetcher, urls: tuple[str, ...], options: dict[str, Any], tally: Tally) -> list[Link]:
    """Return the pages of all sources, each once, in the order given."""
    found = {url: Link(url) for url in urls}
    for kind, read in (("feeds", fetcher.feed), ("sitemaps", fetcher.sitemap)):
        for source in options[kind]:
            try:
                found.update((link.url, link) for link in await read(source) if link.url not in found)
            except FetchError as error:
                tally.failed(source, error)
    return list(found.values())


async def store(pages: AsyncIterator[tuple[str, Fetched | FetchError]], file: WarcFile, tally: Tally) -> None:
    """Write pages as they come."""
    async for url, page in pages:
        if isinstance(page, FetchError):
            tally.failed(url, page)
        else:
            file.add(page)
            tally.fetched += 1


async def clean(pages: AsyncIterator[tuple[str, Fetched | FetchError]], tally: Tally) -> None:
    """Clean pages as they come."""
    records = Records(sys.stdout.buffer, "jsonl")
    async for url, page in pages:
        if isinstance(page, FetchError):
            tally.failed(url, page)
            continue
        known = {"fetched_at": page.fetched_at, "http_status": page.status, "requested_url": page.requested_url}
        call = {"page": page.body, "url": page.url, "headers": page.headers, "provenance": known}
        (outcome,) = newsclean.clean_many([call])
        if isinstance(outcome, Rejected):
            tally.rejected(url, outcome)
        else:
            records.article(outcome)
            tally.article(url, outcome, explain=False)
