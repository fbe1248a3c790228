import json
from urllib.parse import urlsplit
from tests.browser.test_desk_pages import PAGES, draft  # noqa
from tests.factories import account
from digest.models import Edition
from newsroom.models import Issue
from tests.newsroom.desk.places import change, press, verb
from tests.factories import *


def test_shots(page, pages, live_server, client, axe_findings):
    full = Issue.objects.filter(related_links__isnull=False).first()
    section(full, "Berths")
    brief(section(full, "Tides"), title="A buoy lists")
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "domain": host, "path": "/"}])
    shots = {k: pages[k] for k in ("home", "issue", "archive", "version", "410", "year")}
    shots |= {"desk-issue": change(full), "desk-press": press(full), "desk-brief": change(full.sections.first().briefs.get()), "desk-withdraw": verb("withdraw", full), "desk-list": "/admin/newsroom/issue/"}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for kind, address in shots.items():
                if scheme == "dark" and kind in ("410", "year", "version", "desk-list", "desk-withdraw"):
                    continue
                page.goto(address)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=f"/tmp/shots/{kind}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    out = {}
    more = {"lead": change(full.analysis), "card": change(full.related_links.first()), "picture": change(full.top_picture)}
    for kind, address in (shots | more).items():
        if kind.startswith("desk") or kind in more:
            page.goto(address)
            page.wait_for_load_state("networkidle")
            out[kind] = axe_findings()
    json.dump(out, open("/tmp/shots/axe.json", "w"), indent=1)
