"""Whether a port is free, in words."""

from __future__ import annotations

import errno
import socket

from newsroom.demo.folder import Stopped

HOST = "127.0.0.1"


def check(port: int) -> None:
    """Raise Stopped, with what to do, unless a server may listen on the port of 127.0.0.1."""
    another = f"Choose another one: make demo PORT={8123 if port != 8123 else 8124}"
    if not 1 <= port <= 65535:
        raise Stopped(f"there is no port {port}; ports go from 1 to 65535. {another}")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As servers do, so that connections closed a minute ago do not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                reason = f"port {port} is taken: another program listens there, a demo perhaps"
            elif error.errno == errno.EACCES:
                reason = f"port {port} may not be used: below 1024 only root may listen"
            else:
                reason = f"port {port} cannot be used ({error.strerror})"
            raise Stopped(f"{reason}. {another}") from error


def answers(port: int) -> bool:
    """Whether a site answers on the port by now; waits for it a few seconds once it listens."""
    try:
        with socket.create_connection((HOST, port), timeout=5) as asking:
            asking.sendall(b"HEAD /robots.txt HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
            return asking.recv(5) == b"HTTP/"
    except OSError:
        return False
