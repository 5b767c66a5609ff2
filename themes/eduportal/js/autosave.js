/* What is typed into a content's form is kept in this browser until the portal says it is saved:
   an expired session, a closed window or a power cut costs no text. Without localStorage nothing of
   this happens and the form works as ever. */
(function () {
  "use strict";
  var mark = document.getElementById("edu-writing");
  if (!mark) return;
  var PREFIX = "edu-draft:";
  var OLDEST = 14 * 24 * 3600 * 1000;
  var EVERY = 3000;
  var ASK_EVERY = 4 * 60 * 1000;
  var mine = PREFIX + mark.dataset.user + ":";
  var store = storage();

  function storage() {
    try {
      window.localStorage.setItem(PREFIX, "");
      window.localStorage.removeItem(PREFIX);
      return window.localStorage;
    } catch (error) {
      return null;
    }
  }
  function read(key) {
    try {
      return store && JSON.parse(store.getItem(key));
    } catch (error) {
      return null;
    }
  }
  function write(key, draft) {
    try {
      if (draft) store.setItem(key, JSON.stringify(draft));
      else store.removeItem(key);
    } catch (error) {
      /* full: the form itself still holds the text */
    }
  }
  function keys() {
    return store ? Object.keys(store).filter(function (key) { return key.startsWith(PREFIX); }) : [];
  }

  /* A save that arrived is told by a cookie; what was offered and left alone stays on offer. */
  (function forgetSaved() {
    var found = document.cookie.match(/(?:^|; )edu_saved=([a-z0-9.]+)/);
    var saved = found ? found[1].split(".") : [];
    keys().forEach(function (key) {
      var draft = read(key);
      if (!draft || Date.now() - draft.time > OLDEST) write(key, null);
      else if (saved.includes(draft.id)) write(key, draft.older || null);
    });
    var path = location.pathname;
    while (found && path) {
      path = path.slice(0, path.lastIndexOf("/"));
      document.cookie = "edu_saved=; Max-Age=0; SameSite=Lax; Path=" + (path || "/");
    }
  })();

  document.addEventListener("click", function (event) {
    if (!event.target.closest("a[href*='/logout']")) return;
    keys().forEach(function (key) { if (key.startsWith(mine)) write(key, null); });
  });

  var said = document.getElementById("edu-autosave");
  var button = document.querySelector("form [name='form.buttons.save']");
  if (!said || !button) return;
  var form = button.form;
  var key = mine + location.pathname.replace(/\/(@@)?edit$/, "/edit");
  var offered = read(key);
  var id = newId();
  var touched = false;
  var last = "";
  var typedAt = 0;
  var shown = {};

  function newId() {
    return Array.from(crypto.getRandomValues(new Uint8Array(8)), function (byte) {
      return byte.toString(16).padStart(2, "0");
    }).join("");
  }
  function say(name) {
    return said.querySelector("[data-say=" + name + "]");
  }
  function editor(field) {
    return (window.tinymce && field.id && window.tinymce.get(field.id)) || null;
  }
  function fields() {
    return Array.from(form.elements).filter(function (field) {
      return field.name && !/^(_|form\.buttons|edu_|ajax_)/.test(field.name) &&
        !["hidden", "file", "password", "submit", "button", "fieldset"].includes(field.type);
    });
  }
  function value(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked;
    if (field.type === "select-multiple") {
      return Array.from(field.selectedOptions, function (option) { return option.value; });
    }
    var rich = editor(field);
    return (rich ? rich.getContent() : field.value).replace(/\r\n/g, "\n");
  }
  function slot(field) {
    var many = field.type === "checkbox" || field.type === "radio";
    return many ? field.name + "=" + field.value : field.name;
  }
  function snapshot() {
    var taken = {};
    fields().forEach(function (field) { taken[slot(field)] = value(field); });
    return taken;
  }
  function edited() {
    return touched || fields().some(function (field) {
      var rich = editor(field);
      return rich && rich.isDirty();
    });
  }
  function keep() {
    if (!edited()) return;
    var taken = snapshot();
    var text = JSON.stringify(taken);
    if (text === last) return;
    last = text;
    typedAt = Date.now();
    write(key, {
      id: id, time: typedAt, modified: said.dataset.modified, fields: taken,
      older: offered || undefined
    });
  }

  function restore(draft) {
    fields().forEach(function (field) {
      var kept = draft.fields[slot(field)];
      if (kept === undefined) return;
      var rich = editor(field);
      if (field.type === "checkbox" || field.type === "radio") field.checked = kept;
      else if (field.type === "select-multiple") {
        Array.from(field.options).forEach(function (o) { o.selected = kept.includes(o.value); });
      } else field.value = kept;
      if (rich) {
        rich.setContent(kept);
        rich.setDirty(true);
      }
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    touched = true;
    keep();
  }
  function differs(draft) {
    var now = snapshot();
    return Object.keys(draft.fields).some(function (name) {
      return name in now && JSON.stringify(now[name]) !== JSON.stringify(draft.fields[name]);
    });
  }

  function box(kind, name, parts) {
    if (shown[name]) return shown[name];
    var made = document.createElement("div");
    made.className = "alert alert-" + kind + " edu-draft";
    made.setAttribute("role", kind === "warning" ? "alert" : "status");
    made.append.apply(made, parts);
    form.before(made);
    shown[name] = made;
    return made;
  }
  function hide(name) {
    if (shown[name]) shown[name].remove();
    delete shown[name];
  }
  function paragraph(text) {
    var made = document.createElement("p");
    made.textContent = text;
    return made;
  }
  function press(name, kind, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-" + kind + " me-2";
    made.textContent = say(name).textContent;
    made.addEventListener("click", action);
    return made;
  }
  function words(draft) {
    var longest = "";
    Object.values(draft.fields).forEach(function (text) {
      if (typeof text !== "string") return;
      var plain = new DOMParser().parseFromString(text, "text/html").body.textContent.trim();
      if (plain.length > longest.length) longest = plain;
    });
    return longest.slice(0, 160);
  }
  function offer() {
    hide("offer");
    if (!offered) return;
    var when = new Date(offered.time).toLocaleString(document.documentElement.lang);
    var parts = [paragraph(say("offer").textContent + " " + when), paragraph(words(offered))];
    if (offered.modified !== said.dataset.modified) parts.push(paragraph(say("older").textContent));
    parts.push(press("restore", "primary", function () {
      var draft = offered;
      offered = draft.older || null;
      restore(draft);
      offer();
    }), press("discard", "secondary", function () {
      offered = offered.older || null;
      if (edited()) {
        last = "";
        keep();
      } else write(key, offered);
      offer();
    }));
    box("info", "offer", parts);
  }

  /* A form that came back with a complaint holds what was typed. */
  if (offered && (form.querySelector(".field.error, .is-invalid") || !differs(offered))) {
    id = offered.id;
    touched = Boolean(form.querySelector(".field.error, .is-invalid"));
    write(key, touched ? offered : offered.older || null);
    offered = offered.older || null;
  }
  offer();

  var hidden = document.createElement("input");
  hidden.type = "hidden";
  hidden.name = "edu_draft";
  hidden.value = id;
  form.append(hidden);

  function touch(event) {
    if (event.isTrusted) touched = true;
  }
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);
  form.addEventListener("submit", keep);
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", function () {
    keep();
    if (!document.hidden) ask();
  });
  if (store) setInterval(keep, EVERY);

  function ask() {
    fetch(said.dataset.alive, { credentials: "same-origin", cache: "no-store" })
      .then(function (answer) { return answer.ok ? answer.json() : {}; })
      .then(function (answer) {
        if (answer.signed_in === false) {
          var link = say("login").cloneNode(true);
          link.target = "_blank";
          box("warning", "expired", [paragraph(say("expired").textContent), link]);
        } else if (answer.signed_in) hide("expired");
        if (answer.modified && said.dataset.modified &&
            String(answer.modified) !== said.dataset.modified) {
          box("warning", "changed", [paragraph(say("changed").textContent)]);
        }
      })
      /* no network: the next question may find one */
      .catch(function () {});
  }
  setInterval(function () {
    if (Date.now() - typedAt < ASK_EVERY + EVERY) ask();
  }, ASK_EVERY);
})();
