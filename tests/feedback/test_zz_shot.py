import subprocess, sys, base64
def test_shot(site, complaint):
    site.send(site.address(), **complaint)
    code = f'''
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    b = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    c = b.new_context(viewport=dict(width=1000,height=1200), extra_http_headers={{"Authorization": "Basic "+__import__("base64").b64encode(b"reader:mat-khau-dai-cua-nguoi-thu").decode()}})
    a = b.new_page(viewport=dict(width=1000,height=1400)); a.goto("{site.address()}"); a.screenshot(path="/tmp/fb_form.png")
    r = c.new_page(); r.goto("{site.url}/vi/@@submissions"); r.click("summary"); r.screenshot(path="/tmp/fb_reg.png")
    b.close()
'''
    print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True))
