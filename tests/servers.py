"""Servers for tests, on this machine only, bounded in time: they answer with bytes as given, at the pace as given."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LIFE_SECONDS = 20.0


def page(body, head=""):
    """A whole answer."""
    return OK + f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body


class Server:
    """Answers each connection by a script: a function of path, headers and connection, or bytes by path."""

    def __init__(self, script):
        self.script = script
        self.requests: list[tuple[str, dict[str, str], float]] = []
        self.stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._threads: list[threading.Thread] = []

    @property
    def paths(self):
        return [path for path, _, _ in self.requests]

    def __enter__(self):
        self._main = threading.Thread(target=self._accept, daemon=True)
        self._main.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self._main.join(5)
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def _accept(self):
        end = time.monotonic() + LIFE_SECONDS
        while not self.stop.is_set() and time.monotonic() < end:
            with contextlib.suppress(TimeoutError):
                connection, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                thread.start()
                self._threads.append(thread)

    def _serve(self, connection):
        connection.settimeout(5)
        with connection, contextlib.suppress(OSError):
            if getattr(self.script, "deaf", False):
                return self.script("", {}, connection)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return None
                head += piece
            lines = head.decode("latin-1").split("\r\n")
            path = lines[0].split(" ")[1]
            headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:] if line)}
            self.requests.append((path, headers, time.monotonic()))
            found = self.script(path, headers, connection)
            if found is not None:
                connection.sendall(found)
        return None

    def drip(self, connection, drop=b"x", pause=0.05):
        """Send something now and then, as long as somebody listens."""
        while not self.stop.wait(pause):
            connection.sendall(drop)


@contextlib.contextmanager
def serving(pages):
    """Serve answers by path; what is not among them is not found."""

    def script(path, headers, connection):
        found = pages.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return found(headers) if callable(found) else found

    with Server(script) as server:
        yield server
