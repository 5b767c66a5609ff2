/* While a text is written, the portal is asked what is worth a look in it: alternative texts,
   headings, links, an old encoding. The answer stands above the buttons and holds up nothing. */
(function () {
  "use strict";
  var said = document.getElementById("edu-text-hints");
  var button = document.querySelector("form [name='form.buttons.save']");
  if (!said || !button) return;
  var form = button.form;
  var WAIT = 1500;
  var asked = "";
  var waiting, asking;
  var panel = document.createElement("section");
  panel.className = "alert alert-light edu-hints";
  panel.setAttribute("role", "status");
  panel.hidden = true;
  (button.closest(".formControls") || button).before(panel);

  function say(name) {
    return said.querySelector("[data-say=" + name + "]").textContent;
  }
  function editor(field) {
    return (window.tinymce && field.id && window.tinymce.get(field.id)) || null;
  }
  function isRich(field) {
    return field.tagName === "TEXTAREA" && (editor(field) || /tinymce/.test(field.className));
  }
  function fields() {
    return Array.from(form.elements).filter(function (field) {
      var written = field.tagName === "TEXTAREA" || field.type === "text";
      return written && field.name && field.name.startsWith("form.widgets.") &&
        (isRich(field) || !/(^| )pat-/.test(field.className));
    });
  }
  function typed() {
    var taken = { lines: {}, texts: {} };
    fields().forEach(function (field) {
      var rich = editor(field);
      if (isRich(field)) taken.texts[field.name] = rich ? rich.getContent() : field.value;
      else taken.lines[field.name] = field.value;
    });
    return taken;
  }
  function put(name, text) {
    fields().forEach(function (field) {
      if (field.name !== name) return;
      var rich = editor(field);
      field.value = text;
      if (rich) {
        rich.setContent(text);
        rich.setDirty(true);
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  function element(tag, text) {
    var made = document.createElement(tag);
    made.textContent = text || "";
    return made;
  }
  function show(answer) {
    panel.textContent = "";
    panel.hidden = !answer.hints.length;
    if (panel.hidden) return;
    var list = element("ul");
    answer.hints.forEach(function (hint) { list.append(element("li", hint.message)); });
    panel.append(element("h2", say("heading")), list);
    if (answer.encoding) panel.append.apply(panel, offer(answer.converted));
  }
  function offer(converted) {
    var names = Object.keys(converted);
    var plain = new DOMParser().parseFromString(converted[names[0]], "text/html").body.textContent;
    var preview = element("p", say("preview") + " ");
    var words = element("em", plain.trim().slice(0, 160));
    words.lang = "vi";
    preview.append(words);
    var press = element("button", say("convert"));
    press.type = "button";
    press.className = "btn btn-primary";
    press.addEventListener("click", function () {
      names.forEach(function (name) { put(name, converted[name]); });
      ask();
    });
    return [preview, press];
  }
  function ask() {
    var body = JSON.stringify(typed());
    if (body === asked) return;
    asked = body;
    if (asking) asking.abort();
    asking = new AbortController();
    fetch(said.dataset.url, {
      method: "POST", body: body, credentials: "same-origin", signal: asking.signal,
      headers: { "Content-Type": "application/json" }
    })
      .then(function (answer) { return answer.ok ? answer.json() : { hints: [] }; })
      .then(show)
      /* aborted by typing on, or no network */
      .catch(function () {});
  }
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  }
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  /* The editor stands in a frame of its own, whose typing is not heard here. */
  setInterval(function () {
    if (!document.hidden && fields().some(function (f) { return editor(f); })) later();
  }, 4000);
  later();
})();
