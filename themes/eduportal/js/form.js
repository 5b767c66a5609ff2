/* Forms of visitors: pictures are made smaller before they are sent, papers are put together from
   several photos, a broken connection loses nothing, and what was typed waits on the device until
   it is sent. Without this script the form is an ordinary one and takes the same files. */
(function () {
  "use strict";
  var kit = document.getElementById("edu-form-kit");
  if (!kit || !window.FormData || !window.DataTransfer) return;
  var FORMS = "#content form[enctype='multipart/form-data'], form[data-form]";
  var RECEIPT = "#edu-receipt";
  var KEPT = "form.easyformForm, form[data-keep]";
  var LONGEST = 1600;
  var QUALITY = 0.85;
  var SMALL = 400 * 1024;
  var PREFIX = "edu-form:";
  var OFF = "edu-form-off";
  var OLDEST = 7 * 24 * 3600 * 1000;
  var NEVER = /consent|dong_y|captcha|password|token/i;
  var AGAIN = [5, 15, 30, 60];
  var FOREVER = 10 * 60 * 1000;

  function say(name, values) {
    var words = kit.querySelector("[data-say=" + name + "]").cloneNode(true);
    Object.keys(values || {}).forEach(function (key) {
      words.querySelector("[data-" + key + "]").textContent = values[key];
    });
    return words.textContent.replace(/\s+/g, " ").trim();
  }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  function button(text, does) {
    var made = make("button", "btn btn-outline-primary btn-sm me-2 mt-2", text);
    made.type = "button";
    made.addEventListener("click", does);
    return made;
  }
  function setFiles(input, files) {
    var transfer = new DataTransfer();
    files.forEach(function (file) { transfer.items.add(file); });
    input.files = transfer.files;
  }

  /* -- pictures ------------------------------------------------------------------------------ */

  /* A smaller JPEG, upright; what the browser cannot read (HEIC in most) goes as it is. */
  function smaller(file) {
    if (!/^image\/(?!svg|gif)/.test(file.type)) return Promise.resolve(file);
    var url = URL.createObjectURL(file);
    var image = new Image();
    image.src = url;
    return image.decode().then(function () {
      var longest = Math.max(image.naturalWidth, image.naturalHeight);
      var fits = longest <= LONGEST && file.size <= SMALL && /jpeg|png/.test(file.type);
      return fits ? file : drawn(image, Math.min(1, LONGEST / longest), file);
    }).catch(function () {
      return file;
    }).then(function (made) {
      URL.revokeObjectURL(url);
      return made;
    });
  }
  function drawn(image, scale, file) {
    var canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    var paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (done) {
      canvas.toBlob(function (blob) {
        canvas.width = canvas.height = 0; /* gives an old phone its memory back */
        if (!blob || (scale === 1 && blob.size >= file.size)) return done(file);
        var name = file.name.replace(/\.\w{1,5}$/, "") + ".jpg";
        done(new File([blob], name, { type: "image/jpeg", lastModified: file.lastModified }));
      }, "image/jpeg", QUALITY);
    });
  }
  /* One after the other: an old phone holds one camera picture in memory, not ten. */
  function allSmaller(files) {
    return files.reduce(function (before, file) {
      return before.then(function (made) {
        return smaller(file).then(function (one) { return made.concat([one]); });
      });
    }, Promise.resolve([]));
  }

  /* -- file fields --------------------------------------------------------------------------- */

  var waitingFor = new Set();

  function equipFile(input) {
    var pages = input.multiple ? [] : null;
    var told = make("p", "form-text");
    var list = make("ol", "list-group list-group-numbered mt-2");
    told.setAttribute("role", "status");
    told.hidden = list.hidden = true;
    (input.closest(".edu-files") || input).after(told);
    if (pages) {
      var tools = make("div", "edu-file-tools");
      if (matchMedia("(pointer: coarse)").matches) tools.append(button(say("camera"), shoot));
      var more = button(say("more"), function () { input.click(); });
      more.hidden = true;
      tools.append(more);
      input.after(list, tools);
    }
    function shoot() {
      var camera = make("input");
      camera.type = "file";
      camera.accept = "image/*";
      camera.capture = "environment";
      camera.addEventListener("change", function () { take(Array.from(camera.files)); });
      camera.click();
    }
    function take(files) {
      if (!files.length && !pages) return show([]);
      told.textContent = say("preparing");
      told.hidden = false;
      var work = allSmaller(files).then(function (made) {
        show(pages ? pages.concat(made) : made);
      }).then(function () { waitingFor.delete(work); });
      waitingFor.add(work);
    }
    function show(files) {
      if (pages) pages = files;
      setFiles(input, files);
      var most = Number(input.dataset.most);
      var large = most && files.some(function (file) { return file.size > most; });
      input.setCustomValidity(large ? say("large") : "");
      told.textContent = large ? say("large") : "";
      told.hidden = !large;
      if (pages) showPages(files);
    }
    function showPages(files) {
      list.replaceChildren.apply(list, files.map(function (file, place) {
        var line = make("li", "list-group-item d-flex flex-wrap gap-2 align-items-center");
        var page = say("page", { number: place + 1 });
        if (/^image\//.test(file.type)) {
          var picture = make("img", "img-thumbnail");
          picture.style.maxHeight = picture.style.maxWidth = "5rem";
          picture.alt = page;
          picture.src = URL.createObjectURL(file);
          picture.onload = picture.onerror = function () { URL.revokeObjectURL(picture.src); };
          line.append(picture);
        }
        line.append(make("span", "flex-grow-1 text-break", file.name));
        if (place) line.append(tool("up", page, function () {
          show(files.slice(0, place - 1).concat([file, files[place - 1]], files.slice(place + 1)));
        }));
        line.append(tool("remove", page, function () {
          show(files.filter(function (one) { return one !== file; }));
          (list.querySelector("button") || input).focus();
        }));
        return line;
      }));
      list.hidden = !files.length;
      more.hidden = !files.length;
    }
    function tool(name, page, does) {
      var made = button(say(name), does);
      made.setAttribute("aria-label", say(name) + ": " + page);
      return made;
    }
    input.addEventListener("change", function () { take(Array.from(input.files)); });
    return { name: input.name, restore: show, files: function () { return Array.from(input.files); } };
  }

  /* -- what was typed ------------------------------------------------------------------------ */

  var store = (function () {
    try {
      localStorage.setItem(PREFIX, "");
      localStorage.removeItem(PREFIX);
      return localStorage;
    } catch (error) {
      return null;
    }
  })();
  function keys() {
    return Object.keys(store).filter(function (key) { return key.startsWith(PREFIX); });
  }
  function draft(key) {
    try {
      return JSON.parse(store.getItem(key));
    } catch (error) {
      return null;
    }
  }
  function off() {
    return !store || sessionStorage.getItem(OFF) === "1";
  }
  function keyOf(form) {
    return PREFIX + new URL(form.action, location.href).pathname;
  }
  function typed(form) {
    return Array.from(form.elements).filter(function (field) {
      return field.name && field.name.startsWith("form.widgets.") && !NEVER.test(field.name) &&
        !/^(hidden|file|password|submit|button|reset)$/.test(field.type);
    });
  }
  function keeping(form) {
    if (!store) return;
    keys().forEach(function (key) {
      var kept = draft(key);
      if (!kept || Date.now() - kept.time > OLDEST) store.removeItem(key);
    });
    var key = keyOf(form);
    var pending;
    function save() {
      clearTimeout(pending);
      pending = null;
      if (off() || form.dataset.sent) return;
      var values = {};
      typed(form).forEach(function (field) {
        var several = /checkbox|radio/.test(field.type) || field.multiple;
        if (!several) { if (field.value) values[field.name] = field.value; return; }
        var chosen = field.options
          ? Array.from(field.selectedOptions, function (one) { return one.value; })
          : field.checked ? [field.value] : [];
        if (chosen.length) values[field.name] = [].concat(values[field.name] || [], chosen);
      });
      try {
        store.setItem(key, JSON.stringify({ time: Date.now(), values: values }));
      } catch (error) { /* full: the form itself still holds the answers */ }
    }
    form.addEventListener("input", function () {
      if (panel) panel.remove();
      panel = null;
      if (!pending) pending = setTimeout(save, 800);
    });
    addEventListener("pagehide", function () { if (pending) save(); });
    document.addEventListener("visibilitychange", function () { if (pending) save(); });

    var panel = null;
    var kept = draft(key);
    if (kept && !off() && !form.querySelector(".error, [aria-invalid=true]")) panel = offer(kept);
    notice();

    function offer(kept) {
      var made = make("div", "alert alert-info");
      made.setAttribute("role", "status");
      made.append(make("p", "mb-0", say("offer", { when: when(kept.time) })));
      made.append(button(say("resume"), function () {
        fill(kept.values);
        made.replaceChildren(make("p", "mb-0", say("resumed")));
        panel = null;
      }), button(say("discard"), function () {
        store.removeItem(key);
        made.remove();
        panel = null;
      }));
      form.prepend(made);
      return made;
    }
    function fill(values) {
      typed(form).forEach(function (field) {
        var value = values[field.name];
        if (value === undefined) return;
        if (/checkbox|radio/.test(field.type)) field.checked = value.includes(field.value);
        else if (field.options) {
          Array.from(field.options).forEach(function (one) {
            one.selected = [].concat(value).includes(one.value);
          });
        } else field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
    function notice() {
      var line = make("div", "form-text mb-3", off() ? say("forgotten") : say("shared") + " ");
      if (!off()) line.append(button(say("forget"), function () {
        keys().forEach(function (one) { store.removeItem(one); });
        sessionStorage.setItem(OFF, "1");
        if (panel) panel.remove();
        line.textContent = say("forgotten");
      }));
      form.prepend(line);
    }
  }
  function when(time) {
    return new Date(time).toLocaleDateString(document.documentElement.lang || "vi");
  }

  /* -- sending ------------------------------------------------------------------------------- */

  function equip(form) {
    if (form.dataset.equipped) return null;
    form.dataset.equipped = "yes";
    var fields = Array.from(form.querySelectorAll("input[type=file]"), equipFile);
    if (form.matches(KEPT)) keeping(form);
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) return;
      event.preventDefault();
      if (form.dataset.busy) return;
      form.dataset.busy = "yes";
      Promise.all(Array.from(waitingFor)).then(function () { send(form, event.submitter, 0); });
    });
    return fields;
  }
  function panelOf(form) {
    var panel = form.querySelector("[data-sending]");
    if (panel) return panel;
    panel = make("div", "alert alert-info mt-3");
    panel.dataset.sending = "";
    panel.append(make("p", "mb-0"), make("progress", "w-100"), make("div"));
    panel.firstChild.setAttribute("role", "status");
    form.append(panel);
    return panel;
  }
  function send(form, submitter, tries) {
    var panel = panelOf(form);
    var words = panel.children[0], bar = panel.children[1], tools = panel.children[2];
    var data = new FormData(form);
    if (submitter && submitter.name) data.append(submitter.name, submitter.value);
    var request = new XMLHttpRequest();
    panel.className = "alert alert-info mt-3";
    tools.replaceChildren();
    bar.hidden = false;
    bar.max = 100;
    words.textContent = say("sending", { percent: 0 });
    panel.scrollIntoView({ block: "nearest" });
    request.open("POST", form.action);
    request.timeout = FOREVER;
    request.upload.onprogress = function (event) {
      if (!event.lengthComputable) return;
      var percent = Math.floor(100 * event.loaded / event.total);
      bar.value = percent;
      /* read aloud at each quarter, not at each packet */
      if (percent % 25 === 0) words.textContent = say("sending", { percent: percent });
    };
    request.upload.onload = function () { words.textContent = say("checking"); };
    request.onerror = request.ontimeout = function () { failed("offline", "", true); };
    request.onload = function () { answered(new DOMParser(), request); };
    request.send(data);

    function answered(parser, request) {
      var page = parser.parseFromString(request.responseText, "text/html");
      var status = request.status;
      if (status < 400 && page.querySelector(RECEIPT)) return done(form, submitter);
      if (status === 429 || status >= 500) return failed("busy", sentence(page, status), false);
      if (page.querySelector("#content form") || status < 400) return renew(form, page);
      failed("refused", sentence(page, status), false);
    }
    function failed(name, told, goesOn) {
      delete form.dataset.busy;
      panel.className = "alert alert-warning mt-3";
      bar.hidden = true;
      var wait = goesOn ? AGAIN[tries] : 0;
      words.textContent = told || say(name);
      if (wait) words.textContent += " " + say("waiting", { seconds: wait });
      var timer = wait && setTimeout(again, wait * 1000);
      addEventListener("online", again, { once: true });
      tools.replaceChildren(button(say("again"), again));
      function again() {
        clearTimeout(timer);
        removeEventListener("online", again);
        if (form.dataset.busy || form.dataset.sent) return;
        form.dataset.busy = "yes";
        send(form, submitter, tries + 1);
      }
    }
  }
  function sentence(page, status) {
    var told = page.querySelector("#content .alert-danger");
    return status === 429 && told ? told.textContent.replace(/\s+/g, " ").trim() : "";
  }
  /* The same token once more, as the browser's own step: its answer is the receipt again, and
     reloading, printing and going back work as on any page. */
  function done(form, submitter) {
    if (store) store.removeItem(keyOf(form));
    form.dataset.sent = "yes";
    form.querySelectorAll("input[type=file]").forEach(function (input) { input.disabled = true; });
    if (submitter && submitter.name) {
      var pressed = make("input");
      pressed.type = "hidden";
      pressed.name = submitter.name;
      pressed.value = submitter.value;
      form.append(pressed);
    }
    HTMLFormElement.prototype.submit.call(form);
  }
  /* The page that was answered takes this one's place; chosen files move into its fields. */
  function renew(form, page) {
    var held = {};
    form.querySelectorAll("input[type=file]").forEach(function (input) {
      held[input.name] = Array.from(input.files);
    });
    var here = document.getElementById("content") || form;
    var there = page.getElementById("content") || page.querySelector(FORMS);
    if (!there) return location.reload();
    if (there.querySelector(".alert-success")) held = {}; /* taken: not to be sent twice */
    var fresh = document.importNode(there, true);
    here.replaceWith(fresh);
    document.title = page.title;
    offerCopies(fresh);
    start(fresh).forEach(function (field) {
      if ((held[field.name] || []).length) field.restore(held[field.name]);
    });
    var first = fresh.querySelector(".field.error input, .field.error select, " +
      ".field.error textarea, [aria-invalid=true], .is-invalid");
    var target = first || fresh.querySelector("[role=alert], .portalMessage, .alert-success") ||
      fresh.querySelector("h1");
    if (!target) return;
    if (!first) target.tabIndex = -1;
    target.focus();
    target.scrollIntoView({ block: "center" });
  }

  function start(root) {
    return Array.from(root.querySelectorAll(FORMS)).concat(root.matches(FORMS) ? [root] : [])
      .flatMap(function (form) { return equip(form) || []; });
  }
  /* What a payer types into the bank's app, copied by one touch. */
  function offerCopies(root) {
    if (!navigator.clipboard) return;
    root.querySelectorAll("[data-edu-copy]").forEach(function (copier) {
      copier.hidden = false;
      copier.addEventListener("click", function () {
        var text = document.getElementById(copier.dataset.eduCopy).textContent.trim();
        navigator.clipboard.writeText(text).then(function () {
          copier.textContent = copier.dataset.eduDone;
        });
      });
    });
  }
  offerCopies(document);
  start(document.documentElement);
  /* A receipt's QR code has the case's code behind the #, which no server and no log ever sees. */
  var code = document.querySelector("#content input[name=code]");
  var scanned = decodeURIComponent(location.hash.slice(1));
  if (code && !code.value && /^HS-[\w-]{8,20}$/i.test(scanned)) {
    code.value = scanned;
    history.replaceState(null, "", location.pathname + location.search);
    (code.form.querySelector("[name=factor]") || code).focus();
  }
  /* Sent without this script's help, or by another page of it: nothing is left behind. */
  if (store && document.querySelector(RECEIPT)) store.removeItem(PREFIX + location.pathname);
})();
