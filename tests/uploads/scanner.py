"""A small server that speaks clamd's protocol and knows one virus."""

from contextlib import contextmanager
from tests.uploads import files
import socketserver
import struct
import threading
import time


class Clamd(socketserver.StreamRequestHandler):
    """zINSTREAM as clamd(8) has it; ``server.says`` overrides the answer."""

    def handle(self):
        command = self.rfile.read(len(b"zINSTREAM\0"))
        assert command == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        self.server.seen.append(data)
        found = b"stream: Eicar-Signature FOUND\0" if files.EICAR in data else b"stream: OK\0"
        says = self.server.says
        if says == "sleep":
            time.sleep(0.6)
        elif says is not None:
            self.wfile.write(says)
        else:
            self.wfile.write(found)


@contextmanager
def clamd(says=None):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd) as server:
        server.says, server.seen = says, []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        server.address = f"tcp:127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()
