"""Servers of feeds: real ones, on this machine."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Thread
import pytest

SECTOR = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Cổng của ngành</title>
<item><title>Công bố lịch thi</title><link>/tin/1</link>
  <pubDate>Fri, 20 Nov 2026 08:00:00 +0700</pubDate></item>
<item><title>Ngày Nhà giáo Việt Nam</title><link>/tin/2</link></item>
</channel></rss>"""


class Server:
    """Answers each path by a function of the request's handler; keeps what it was asked."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def give(self, path, body=b"", status=200, **headers):
        """Answer ``path`` so; ``Some_Header="…"`` becomes ``Some-Header``."""

        def answer(handler):
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body if isinstance(body, bytes) else body.encode())

        self.answers[path] = answer


@contextmanager
def running(server):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            server.asked.append((self.path, dict(self.headers)))
            server.answers[self.path](self)

        def log_message(self, *ignored):
            """Nothing on the screen."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
    server.url = f"http://127.0.0.1:{listening.server_port}"
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()


@pytest.fixture
def server():
    with running(Server()) as made:
        yield made
