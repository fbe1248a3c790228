"""Two houses, one door: what imports what, who writes what, and what no file may hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.tables import each

ROOT = Path(__file__).resolve().parents[1]
HTTP_CLIENTS = frozenset(
    [
        "aiohttp",
        "ftplib",
        "http.client",
        "httpcore",
        "httplib2",
        "httpx",
        "pycurl",
        "requests",
        "smtplib",
        "treq",
        "urllib.request",
        "urllib3",
        "xmlrpc.client",
    ]
)
#: The only code that writes Editions and moves their ranges.
PRESS = {"newsroom/press/door.py", "newsroom/press/holding.py"}
#: The one place that switches escaping off.
MARKUP = {"digest/templatetags/reading.py"}
LONGEST = 400


def sources(*folders: str, suffix: str = ".py") -> list[Path]:
    """Our files of that kind, without migrations."""
    found = [path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}")]
    assert found, folders
    return sorted(path for path in found if "migrations" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def by_name(paths: list[Path]) -> dict[str, Path]:
    return {name(path): path for path in paths}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def imported(path: Path) -> Iterator[str]:
    """The modules a file imports, wherever in it; relative ones as full names."""
    package = name(path).removesuffix(".py").split("/")[:-1]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def strings(path: Path) -> Iterator[str]:
    """Every string in a file's code that is not a docstring."""
    tree = parsed(path)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@each("path", by_name(sources("digest")))
def test_digest_knows_nothing_of_the_newsroom(path: Path):
    assert [one for one in imported(path) if within(one, "newsroom")] == []
    # Neither by name: importlib, get_model(), a foreign key, a dotted path in a setting.
    assert [one for one in strings(path) if within(one, "newsroom")] == []


def reverse_names() -> set[str]:
    """The names by which digest's rows lead back to the workshop."""
    from django.apps import apps

    return {
        relation.get_accessor_name()
        for model in apps.get_app_config("digest").get_models()
        for relation in model._meta.related_objects
        if relation.related_model._meta.app_label == "newsroom"
    }


@each("path", by_name(sources("digest")))
def test_digest_follows_no_key_back_into_the_newsroom(path: Path):
    back = reverse_names()
    assert {"issue", "photo"} <= back
    followed = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.keyword) and node.arg and back & set(node.arg.split("__")):
            followed.append(node.arg)
        # folio.issue; not pages.issue, which is a function of a module, nor brief.sources,
        # which is in the document.
        if isinstance(node, ast.Attribute) and node.attr in back - {"sources"}:
            owner = node.value
            if not (isinstance(owner, ast.Name) and owner.id in {"pages", "views"}):
                followed.append(node.attr)
    lookups = [one for one in strings(path) if "__" in one and back & set(one.split("__"))]
    assert followed + lookups == []


@each("path", by_name(sources("digest/lib")))
def test_lib_holds_leaves(path: Path):
    ours = [one for one in imported(path) if within(one, "digest") or within(one, "newsroom")]
    assert [one for one in ours if not within(one, "digest.lib")] == []


@each("path", by_name(sources("digest", "newsroom")))
def test_no_module_is_an_http_client(path: Path):
    found = [one for one in imported(path) if any(within(one, client) for client in HTTP_CLIENTS)]
    assert found == []


def callers(*methods: str) -> set[str]:
    """The files that call a method of one of these names."""
    return {
        name(path)
        for path in sources("digest", "newsroom")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in methods
    }


def test_only_the_press_moves_ranges():
    assert callers("move_range") == {"newsroom/press/holding.py"}
    assert callers("move_range") <= PRESS


def test_only_the_press_holds_issues():
    named = {
        name(path)
        for path in sources("digest", "newsroom")
        if {"newsroom.press.holding.Hold", "newsroom.press.holding.hold"} & set(imported(path))
    }
    assert named == {
        "newsroom/press/asked.py",
        "newsroom/press/door.py",
        "newsroom/press/folios.py",
        # What it shows is what it presses: it holds the issue, and gives the Hold to the verb.
        *(f"newsroom/desk/press/{one}.py" for one in ("page", "rearming", "texts")),
    }


def test_only_the_door_writes_with_a_hold():
    writing = re.compile(r"\bheld\.(mark|add|settle)\(")
    named = {
        name(path) for path in sources("digest", "newsroom") if writing.search(path.read_text())
    }
    assert named == {"newsroom/press/door.py"}


def test_only_one_module_switches_escaping_off():
    words = re.compile(r"\bmark_safe\b|\bSafeString\(|\bSafeText\b|autoescape\s*=\s*False")
    named = {name(path) for path in sources("digest", "newsroom") if words.search(path.read_text())}
    assert named == MARKUP


TEMPLATES = by_name(sources("templates", suffix=".html"))


@each("path", TEMPLATES)
def test_no_template_switches_escaping_off(path: Path):
    assert re.findall(r"\|\s*safe(?:seq)?\b|autoescape\s+off", path.read_text()) == []


@each("path", TEMPLATES)
def test_no_template_holds_script_or_style(path: Path):
    markup = path.read_text()
    assert (
        re.findall(r"<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:", markup, re.IGNORECASE) == []
    )
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", markup, re.IGNORECASE | re.DOTALL)
    assert [one for one in scripts if "src=" not in one[0] or one[1].strip()] == []
    assert len(scripts) == len(re.findall(r"<script\b", markup, re.IGNORECASE))


def is_readers(path: Path) -> bool:
    return name(path).split("/")[1] in {"base.html", "reader", "parts", "404.html", "500.html"}


READERS = {one: path for one, path in TEMPLATES.items() if is_readers(path)}
DESKS = {one: path for one, path in TEMPLATES.items() if one not in READERS}


@each("path", READERS)
def test_readers_templates_use_only_their_own(path: Path):
    used = re.findall(r"{%\s*(?:extends|include)\s+([^\s%]+)", path.read_text())
    astray = [
        one for one in used if not re.fullmatch(r'"(?:base\.html|(?:reader|parts)/[^"]+)"', one)
    ]
    assert astray == []
    assert (
        re.findall(r"<script\b|\bcsrf_token\b|\brequest\.|\buser\.|\bmessages\b", path.read_text())
        == []
    )


def test_readers_templates_load_only_their_own_tags():
    loaded = {
        word
        for path in READERS.values()
        for tag in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", path.read_text())
        for word in tag.split()
    }
    assert loaded == {"i18n", "reading", "static"}


def test_no_file_is_long():
    files = [
        path
        for suffix in (".py", ".html", ".css", ".js")
        for folder in ("digest", "newsroom", "templates", "static", "tests")
        for path in (ROOT / folder).rglob(f"*{suffix}")
        if "migrations" not in path.parts
    ]
    long = {name(path): len(path.read_text().splitlines()) for path in files}
    assert {path: lines for path, lines in long.items() if lines > LONGEST} == {}


def test_nobody_else_asks_a_clock():
    asks = re.compile(
        r"\bdatetime\.(?:now|utcnow|today)\(|\bdate\.today\(|\btimezone\.(?:now|localdate)\("
    )
    named = {name(path) for path in sources("digest", "newsroom") if asks.search(path.read_text())}
    assert named == {"digest/lib/dates.py"}


def test_no_save_is_overridden_but_by_the_guard():
    overriding = {
        name(path)
        for path in sources("digest/models", "newsroom/models")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "save_base"}
    }
    assert overriding == {"digest/models/immutable.py"}


def test_no_signal_is_received_and_no_key_is_generic():
    words = re.compile(
        r"\breceiver\(|\.connect\(|\b(?:pre|post)_(?:save|delete|init)\b|\bm2m_changed\b|\bGeneric[FR]"
    )
    assert [
        name(path) for path in sources("digest", "newsroom") if words.search(path.read_text())
    ] == []


# htmx runs what such attributes say; the desk's policy forbids it, and then the request goes
# out unfiltered, without a word.
@each("path", DESKS)
def test_no_template_makes_htmx_evaluate_text(path: Path):
    markup = path.read_text()
    assert re.findall(r"hx-on|js:|javascript:|hx-trigger=\"[^\"]*\[", markup) == []
