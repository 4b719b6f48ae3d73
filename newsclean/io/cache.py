"""Fetched pages on disk, so that a server is asked only whether they are still right."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from newsclean.io.http import Fetched
from newsclean.io.write import whole_file


class Cache(NamedTuple):
    """A folder with one file a page: a line of JSON, then the body. File names are digests of addresses."""

    folder: Path

    def get(self, url: str) -> Fetched | None:
        """Return the stored page of an address; None if there is none, or its file is damaged."""
        try:
            head, _, body = self._path(url).read_bytes().partition(b"\n")
            known = json.loads(head)
            if known["size"] != len(body) or known["requested_url"] != url:
                return None
            del known["size"]
            return Fetched(body=body, **known)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, page: Fetched) -> None:
        """Store a page, unless its server forbids it."""
        if page.status != 200 or page.requested_url is None or "no-store" in page.headers.get("cache-control", ""):
            return
        path = self._path(page.requested_url)
        path.parent.mkdir(parents=True, exist_ok=True)
        known = page._asdict()
        del known["body"], known["cached"]
        with whole_file(path) as file:
            file.write(json.dumps({**known, "size": len(page.body)}).encode() + b"\n" + page.body)

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / name[:2] / name


def conditions(page: Fetched | None) -> dict[str, str]:
    """Return the headers that ask whether a stored page is still right."""
    if page is None:
        return {}
    asked = {"If-None-Match": page.headers.get("etag"), "If-Modified-Since": page.headers.get("last-modified")}
    return {name: value for name, value in asked.items() if value}
