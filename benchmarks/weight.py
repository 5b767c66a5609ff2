"""What a first visit downloads and how soon its largest part is there, beside bare Plone.

``python benchmarks/weight.py`` makes both sites in a temporary folder, opens their pages in
Chromium with an empty cache as a phone on a slow line and prints a table; README.md in this folder
says how each figure is taken.
"""

from collections import Counter
from page_sites import arguments
from page_sites import served
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright
from statistics import median
from urllib.parse import urlsplit
import gzip
import shutil

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER = 4
KINDS = ("document", "stylesheet", "script", "font", "image", "other")
LARGEST = """() => new Promise(done => {
  new PerformanceObserver(found => done(found.getEntries().pop().startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(null), 2000);
})"""


def main() -> None:
    options = arguments(__doc__, 5, "visits for the largest paint")
    with served(options) as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=("--no-sandbox", "--disable-gpu")
        )
        print("| page | requests | " + " | ".join(KINDS) + " | CSS+JS+font | largest paint |")
        print("| --- |" + " --- |" * (len(KINDS) + 3))
        for site, name, path in sites.pages:
            # bare Plone shows itself without its theme under 127.0.0.1
            url = f"http://localhost:{site.server.port}{path}"
            site.server.visit(path)
            print(_row(name, _weighed(browser, url), _painted(browser, url, options.rounds)))
        browser.close()


def _weighed(browser: Browser, url: str) -> tuple[int, Counter]:
    """Number of requests, and bytes by kind; text counts as ``gzip -5`` of it, sent so or not."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    bytes_of: Counter = Counter()
    for answer in answers:
        if urlsplit(answer.url).hostname != "localhost":
            raise SystemExit(f"{url} asks {answer.url}")
        kind = answer.request.resource_type
        body = answer.body()
        packed = body if kind in ("font", "image") else gzip.compress(body, 5)
        bytes_of[kind if kind in KINDS else "other"] += len(packed)
    context.close()
    return len(answers), bytes_of


def _painted(browser: Browser, url: str, rounds: int) -> float:
    """Median ms until the largest part of the first screen is painted, all being slow."""
    times = []
    for _round in range(rounds):
        context = browser.new_context(**PHONE)
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(url, wait_until="load")
        times.append(page.evaluate(LARGEST) or 0)
        context.close()
    return median(times)


def _row(name: str, weighed: tuple[int, Counter], painted: float) -> str:
    requests, bytes_of = weighed
    cells = [f"{bytes_of[kind] / 1000:.1f}" for kind in KINDS]
    shell = sum(bytes_of[kind] for kind in ("stylesheet", "script", "font")) / 1000
    return f"| {name} | {requests} | {' | '.join(cells)} | {shell:.1f} KB | {painted:.0f} ms |"


if __name__ == "__main__":
    main()
