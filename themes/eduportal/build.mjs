// Builds what visitors load: the style sheets and the font. Run by `make theme`, never by a portal.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "../../node_modules");
const sheets = ["eduportal", "editor"];

// Browsers keep the file for a year: another content needs another number (and _font.scss, frame/head.py).
const font = "portal-sans.v1.woff2";

// The letters of Vietnamese and English in one piece, and the signs that offices type. Whatever else
// a page holds is drawn with a font of the reader's own system.
function letters() {
  let all = "";
  for (const [first, last] of [[0x20, 0x7e], [0x1ea0, 0x1ef9]]) {
    for (let code = first; code <= last; code++) all += String.fromCodePoint(code);
  }
  all += "\u00a0ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";
  return all + "ÄÇÖÜßäçöü§«»°±²³·¹º¼½¾×÷©®–—‘’“”•…›‹₫€−≤≥→←↑↓№";
}

// The licence (OFL) keeps the name "Source" for the whole font: a part of it goes by another name.
// Its copyright line, which quotes the name, stays as it is.
function renamed(sfnt) {
  const [source, portal] = ["Source", "Portal"].map((word) => Buffer.from(word, "utf16le").swap16());
  const quote = Buffer.from("\u2018", "utf16le").swap16();
  for (let at = sfnt.indexOf(source); at >= 0; at = sfnt.indexOf(source, at + 1)) {
    if (!sfnt.subarray(at - 2, at).equals(quote)) portal.copy(sfnt, at);
  }
  return sfnt;
}

async function buildFont() {
  const whole = readFileSync(join(modules, "source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2"));
  const part = await subsetFont(whole, letters(), {
    targetFormat: "sfnt",
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ["kern", "mark", "ccmp", "locl", "tnum"],
    noHinting: true,
  });
  const made = await subsetFont(renamed(part), null, { keepAllGlyphs: true, targetFormat: "woff2" });
  writeFileSync(join(here, "fonts", font), made);
}

function buildSheets() {
  for (const sheet of sheets) {
    const { css } = sass.compile(join(here, `scss/${sheet}.scss`), {
      style: "compressed",
      quietDeps: true,
      silenceDeprecations: ["import", "global-builtin"],
      loadPaths: [modules, join(modules, "@plone/plonetheme-barceloneta-base/scss")],
    });
    writeFileSync(join(here, `css/${sheet}.css`), `${css}\n`);
  }
}

// What the compiled files were made of: `make check` compares, where there is no Node.js too.
function fingerprint() {
  const files = [
    "build.mjs",
    ...readdirSync(join(here, "scss")).map((name) => `scss/${name}`),
    ...sheets.map((name) => `css/${name}.css`),
    `fonts/${font}`,
  ].sort();
  const lines = files.map((name) => {
    const sum = createHash("sha256").update(readFileSync(join(here, name))).digest("hex");
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(here, "built.sha256"), lines.join(""));
}

await buildFont();
buildSheets();
fingerprint();
