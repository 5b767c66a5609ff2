from tests.accounts.conftest import *  # noqa
from tests.accounts.conftest import code, PASSWORD
from playwright.sync_api import sync_playwright
import pathlib
OUT = pathlib.Path("/tmp/ACCOUNTS/shots"); OUT.mkdir(exist_ok=True)
AXE = next(iter(pathlib.Path("/").glob("work/**/axe.min.js")), None) if False else None

def test_pages(door):
    with sync_playwright() as p:
        b = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = b.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN").new_page()
        page.goto(f"{door.url}/login")
        page.fill("#__ac_name", "chi"); page.fill("#__ac_password", PASSWORD)
        page.click("[name='buttons.login']")
        for name in ("@@second-factor-setup", "@@accounts", "@@account?id=binh", "@@accounts-import"):
            page.goto(f"{door.url}/{name}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            print(name, page.url, "width", wide)
            page.screenshot(path=OUT / (name.strip("@").replace("?", "_") + ".png"), full_page=True)
            unlabelled = page.evaluate("""() => [...document.querySelectorAll('main input:not([type=hidden]), main select')].filter(e => !e.labels.length && !e.getAttribute('aria-label')).map(e => e.outerHTML)""")
            heads = page.evaluate("""() => [...document.querySelectorAll('h1,h2,h3')].map(e => e.tagName + ' ' + e.innerText)""")
            ids = page.evaluate("""() => { const s = {}; document.querySelectorAll('[id]').forEach(e => s[e.id] = (s[e.id]||0)+1); return Object.entries(s).filter(x => x[1]>1) }""")
            page.add_script_tag(path="/tmp/eyes/axe/node_modules/axe-core/axe.min.js")
            print(page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html).slice(0,3)]))"))
            print(unlabelled, heads, ids)
        b.close()
