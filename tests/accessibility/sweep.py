"""One page opened, and everything said that stands in somebody's way on it."""

from axe_playwright_python.base import AXE_SCRIPT
from dataclasses import dataclass
from pathlib import Path
from playwright.sync_api import Page
from typing import Any
import json
import tomllib

LIST = Path(__file__).parent / "templates.toml"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = ("serious", "critical")
LANGUAGES = ("vi", "en")
ROLES = ("visitor", "editor")
WIDE = {"width": 1280, "height": 900}
# The same window at a zoom of 200 % and of 400 % (WCAG 1.4.4, 1.4.10).
ZOOMED = ({"width": 640, "height": 450}, {"width": 320, "height": 256})

AXE = """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(found =>
  found.violations.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id, impact: rule.impact, where: node.target.join(" "), html: node.html.slice(0, 160),
    why: node.failureSummary.split("\\n").slice(1).join("; ").slice(0, 240)}))))"""

# By how many pixels the page is wider than its window, and what sticks out.
SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - wide;
  if (over <= 0) return [];
  const out = [...document.querySelectorAll("body *")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.right > wide + 1 && getComputedStyle(one).position !== "fixed";
  });
  const name = one => one.tagName.toLowerCase() + (one.id ? "#" + one.id : "") +
    (one.className && one.className.trim ? "." + one.className.trim().split(/\\s+/).join(".") : "");
  return ["+" + over, ...out.slice(0, 4).map(name)];
}"""

# WCAG 1.4.12: with this spacing nothing may be cut off.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("a, button, label, h1, h2, h3, p, li, td, th, dd, dt")]
  .filter(one => {
    const style = getComputedStyle(one);
    return style.overflowY === "hidden" && style.position !== "absolute" && one.clientHeight > 2 &&
      one.innerText && one.scrollHeight > one.clientHeight + 2;
  }).slice(0, 4).map(one => one.outerHTML.slice(0, 120))"""


# Vietnamese sentences on an English page that no "lang" announces (WCAG 3.1.2). Names and numbers
# inside English words need none; a choice of a menu cannot be read part by part.
UNTOLD = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    const words = walk.currentNode.data.trim().split(/\\s+/);
    const marked = words.filter(word => /[\\u1EA0-\\u1EF9ăâđêôơưĂÂĐÊÔƠƯ]/.test(word));
    if (/\\b(the|of|and|by|sample)\\b/i.test(walk.currentNode.data)) continue;
    if (marked.length < 3 || marked.length < words.length * 0.4) continue;
    if (one.closest("script, style, template, textarea, option, [lang=vi]")) continue;
    if (!one.closest("[lang]").lang.startsWith("en")) continue;
    found.add(one.tagName.toLowerCase() + (one.className ? "." + one.className : "") + ": " +
      walk.currentNode.data.trim().slice(0, 80));
  }
  return [...found].slice(0, 6);
}"""

# Plone's scripts draw the list of contents and the editor after the page is there.
SETTLED = """() => [...document.querySelectorAll(".pat-structure")]
    .every(one => one.querySelector("#btngroup-mainbuttons")) &&
  [...document.querySelectorAll("textarea.pat-tinymce")]
    .every(one => one.parentNode.querySelector(".tox-statusbar__wordcount:not(:empty)")) &&
  !document.querySelector(".tox-statusbar__resize-handle:not([aria-valuenow])") &&
  [...document.querySelectorAll("input.pat-contentbrowser")]
    .every(one => one.parentNode.children.length > 1)"""


@dataclass(frozen=True)
class Stop:
    """One page of the sweep: what kind it is, for whom, in which language, where."""

    name: str
    role: str
    language: str
    path: str
    status: int = 200

    def __str__(self) -> str:
        return f"{self.name}, {self.role}, {self.language}"


def stops(role: str) -> list[Stop]:
    """Every page of ``templates.toml`` that this reader opens, in each of its languages."""
    return [
        Stop(one["name"], role, language, one[language], one.get("status", 200))
        for one in templates()
        if one.get("who", "all") in ("all", role)
        for language in LANGUAGES
        if language in one
    ]


def templates() -> list[dict]:
    """``name`` and ``vi`` of each kind of page; some have ``en``, ``who``, ``status``."""
    return tomllib.loads(LIST.read_text())["template"]


class Sweep:
    """The windows of the two readers, and what was met in them so far.

    Each has two: while one page is looked at, the server makes the next for the other window.
    """

    def __init__(self, url: str, windows: dict[str, list[Page]]) -> None:
        self.url = url
        self.windows = windows
        self.pages = 0
        self.found: list[dict] = []
        self._titles: dict[tuple[str, str, str], str] = {}
        # what Playwright will know of each navigation under way
        self._coming: dict[Stop, Any] = {}

    def barriers(self, stop: Stop) -> list[str]:
        """Everything on one page that has to be mended, a line each."""
        if stop not in self._coming:
            self._send_for(stop)
        status = self._coming.pop(stop).value.status
        page = self.windows[stop.role][0]
        route = stops(stop.role)
        for following in route[route.index(stop) + 1 :][:1]:
            self._send_for(following)
        if stop.role == "editor":
            page.wait_for_function(SETTLED, timeout=20_000)
        found = axe(page)
        self.pages += 1
        self.found += found
        barriers = [json.dumps(one, ensure_ascii=False) for one in found if grave(one)]
        if status != stop.status:
            barriers.append(f"status {status}")
        barriers += self._title(stop, page.title())
        if stop.language == "en":
            barriers += [f"no lang: {one}" for one in page.evaluate(UNTOLD)]
        for size in ZOOMED:
            page.set_viewport_size(size)
            barriers += [f"{size['width']} px: {out}" for out in page.evaluate(SIDEWAYS)]
        page.add_style_tag(content=SPACING)
        return barriers + [f"cut off: {one}" for one in page.evaluate(CUT)]

    def _send_for(self, stop: Stop) -> None:
        """Begin with a page in the window that was looked at last, and do not wait for it."""
        windows = self.windows[stop.role]
        windows.reverse()
        windows[0].set_viewport_size(WIDE)
        self._coming[stop] = windows[0].expect_navigation(timeout=60_000).__enter__()
        windows[0].evaluate("address => { location.assign(address) }", f"{self.url}{stop.path}")

    def _title(self, stop: Stop, title: str) -> list[str]:
        """Two kinds of pages are never called the same (WCAG 2.4.2)."""
        kind = stop.name.split(",")[0]
        before = self._titles.setdefault((stop.role, stop.language, title), kind)
        return [] if before == kind else [f"the title of {before!r}: {title}"]


def axe(page: Page) -> list[dict]:
    """What axe says of the page: ``rule``, ``impact``, ``where``, ``html``, ``why``."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, STANDARD)


def grave(finding: dict) -> bool:
    return finding["impact"] in GRAVE
