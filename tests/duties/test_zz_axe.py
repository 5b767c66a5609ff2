from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.editorial.conftest import PASSWORD
from tests.duties.test_fees import paid, rates
import base64, json, transaction

def test_axe(office, paid):
    out = {}
    cases=[("vi","duties","chief"),("en","duties","chief"),("vi","author-fees","chief"),("en","author-fees","other"),("vi","notification-settings","chief")]
    with sync_playwright() as p:
        b = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for lang, name, who in cases:
            ctx = b.new_context(viewport={"width": 360, "height": 740})
            ctx.set_extra_http_headers({"Authorization": "Basic " + base64.b64encode(f"{who}:{PASSWORD}".encode()).decode()})
            pg = ctx.new_page()
            pg.goto(f"{office.url}/{lang}/@@{name}", timeout=90000)
            r = Axe().run(pg)
            v = [(x["id"], [n["html"][:160] for n in x["nodes"]][:3]) for x in r.response["violations"]]
            wide = pg.evaluate("document.documentElement.scrollWidth")
            pg.screenshot(path=f"/tmp/duties/{lang}-{name}.png")
            out[f"{lang}/{name}"] = (v, wide)
            ctx.close()
        b.close()
    open("/tmp/duties/axe.json","w").write(json.dumps(out, ensure_ascii=False, indent=1))
