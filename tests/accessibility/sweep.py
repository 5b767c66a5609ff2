"""One page opened, and everything said that stands in somebody's way on it."""

from axe_playwright_python.base import AXE_SCRIPT
from dataclasses import dataclass
from pathlib import Path
from playwright.sync_api import Page
import json
import tomllib

LIST = Path(__file__).parent / "templates.toml"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
GRAVE = ("serious", "critical")
LANGUAGES = ("vi", "en")
ROLES = ("visitor", "editor")
# 1280 pixels at a zoom of 400 % (WCAG 1.4.10).
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}

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


# Plone's scripts draw the list of contents and the editor after the page is there.
SETTLED = """() => [...document.querySelectorAll(".pat-structure")]
    .every(one => one.querySelector("#btngroup-mainbuttons")) &&
  [...document.querySelectorAll("textarea.pat-tinymce")]
    .every(one => one.parentNode.querySelector(".tox-statusbar__wordcount:not(:empty)")) &&
  [...document.querySelectorAll("input.pat-contentbrowser")].every(one => one.parentNode.children.length > 1)"""


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


def stops() -> list[Stop]:
    """Every page of ``templates.toml``, in each of its languages, for each of its readers."""
    found = []
    for template in tomllib.loads(LIST.read_text())["template"]:
        who = template.get("who", "all")
        for role in ROLES if who == "all" else (who,):
            found += [
                Stop(template["name"], role, language, template[language], template.get("status", 200))
                for language in LANGUAGES
                if language in template
            ]
    return found


def opened(page: Page, stop: Stop) -> int:
    """The status of the page, which stands as its scripts leave it."""
    answer = page.goto(stop.path)
    if stop.role == "editor":
        page.wait_for_function(SETTLED, timeout=20_000)
    return answer.status


def findings(page: Page) -> list[dict]:
    """What axe says of the page as it stands: ``rule``, ``impact``, ``where``, ``html``, ``why``."""
    page.evaluate(AXE_SCRIPT)
    return page.evaluate(AXE, STANDARD)


def narrow(page: Page) -> list[str]:
    """What sticks out of a window of 320 pixels; the window is wide again afterwards."""
    page.set_viewport_size(NARROW)
    out = page.evaluate(SIDEWAYS)
    page.set_viewport_size(WIDE)
    return out


def spaced(page: Page) -> list[str]:
    """What is cut off when the reader spaces the text out."""
    page.add_style_tag(content=SPACING)
    return page.evaluate(CUT)


def said(finding: dict) -> str:
    """One line for whoever has to mend it."""
    return json.dumps(finding, ensure_ascii=False)
