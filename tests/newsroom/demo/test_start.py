"""Starting the demo: what is refused in words, what is kept, and how it stops."""

import os
import signal
import socket
import stat
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.demo.folder import Folder, Stopped


def demo(folder: Path, port: int | str) -> subprocess.CompletedProcess[str]:
    """What `python -m newsroom.demo` answers."""
    return subprocess.run(
        [sys.executable, "-m", "newsroom.demo", "--port", str(port), "--folder", str(folder)],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_taken_port_is_said_in_words_and_nothing_is_begun(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = demo(tmp_path / "demo", port)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr == (
        f"Stopped: port {port} is taken: another program listens there, a demo perhaps. "
        "Choose another one: make demo PORT=8123\n"
    )
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("port", ["0", "65536", "eighty"])
def test_what_is_no_port_is_refused_in_words(tmp_path: Path, port: str) -> None:
    answer = demo(tmp_path / "demo", port)
    assert answer.returncode == 1
    assert answer.stderr.startswith("Stopped: ")
    assert "make demo PORT=8123" in answer.stderr
    assert not (tmp_path / "demo").exists()


def test_secrets_are_made_once_and_are_nobody_elses(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "a folder")
    folder.make()
    key, password = folder.secret_key(), folder.password("editor")
    assert (folder.secret_key(), folder.password("editor")) == (key, password)
    assert len(key) > 50
    assert len(password) == 19
    modes = {
        name: stat.S_IMODE((folder.path / name).stat().st_mode) for name in os.listdir(folder.path)
    }
    assert (modes["secret-key"], modes["login.txt"]) == (0o600, 0o600)
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert Folder(tmp_path / "another").path != folder.path


def test_two_starts_do_not_prepare_one_folder_together(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder.held(), pytest.raises(Stopped, match="another start"), Folder(tmp_path).held():
        pass
    with folder.held():
        pass


def test_the_server_answers_and_a_double_ctrl_c_stops_it_cleanly() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", f"from newsroom.demo.serve import serve; serve({port}, 'ready')"],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt", timeout=30) as answer:
            assert answer.status == 200
        # As a terminal does: the whole group hears it.
        os.killpg(server.pid, signal.SIGINT)
        os.killpg(server.pid, signal.SIGINT)
        words, _ = server.communicate(timeout=30)
    finally:
        server.kill()
    assert (server.returncode, words) == (0, "\nStopping ...\n")
    with socket.socket() as after:
        assert after.connect_ex(("127.0.0.1", port)) != 0
