"""HTML validation by the Nu Html Checker (vnu.jar), the validator behind validator.w3.org."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

#: Where continuous integration puts it.
USUAL_PLACE = (
    Path(__file__).resolve().parents[1] / "var/vnu/node_modules/vnu-jar/build/dist/vnu.jar"
)


def find_validator() -> tuple[str, Path] | None:
    """Java and the checker: VNU_JAR, else where `bash .ci/run` puts it. None if one is missing."""
    java = shutil.which("java")
    jar = Path(os.environ.get("VNU_JAR") or USUAL_PLACE).resolve()
    return (java, jar) if java and jar.is_file() else None


def validate(pages: Mapping[str, bytes]) -> list[str]:
    """Check whole HTML pages (name -> body), all in one start of Java, which takes seconds.

    Returns one line for each error or warning, "name:line: message: extract". Mark tests that
    call it `validator`. Raises RuntimeError where there is no validator or it broke down.
    """
    found = find_validator()
    if found is None:
        raise RuntimeError("no HTML validator here: VNU_JAR names vnu.jar, and Java is needed")
    java, jar = found
    with tempfile.TemporaryDirectory(prefix="pressday-html-") as folder:
        names = {}
        for number, (name, body) in enumerate(pages.items()):
            path = Path(folder, f"{number}.html")
            path.write_bytes(body)
            names[path.name] = name
        command = [java, "-Xmx1g", "-jar", str(jar), "--stdout", "--format", "json"]
        result = subprocess.run(
            [*command, "--exit-zero-always", *(str(Path(folder, file)) for file in names)],
            capture_output=True,
            check=False,
        )
    if result.returncode != 0:
        raise RuntimeError(f"vnu.jar broke down:\n{result.stderr.decode(errors='replace')}")
    lines = []
    for message in json.loads(result.stdout)["messages"]:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        name = names.get(Path(urlsplit(message.get("url", "")).path).name, "the validator")
        extract = " ".join(message.get("extract", "").split())
        lines.append(f"{name}:{message.get('lastLine', 0)}: {message['message']}: {extract}")
    return lines
