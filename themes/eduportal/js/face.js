/* The main menu for touch and keyboard. Without it the menu is a plain list of links. */
(function () {
  "use strict";
  var menu = document.querySelector(".edu-menu");
  if (!menu) return;
  var wide = window.matchMedia("(min-width: 62em)");

  function set(button, open) {
    button.setAttribute("aria-expanded", String(open));
  }
  function closeAll(except) {
    menu.querySelectorAll(".edu-menu__open").forEach(function (button) {
      if (button !== except) set(button, false);
    });
  }

  menu.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    var open = button.getAttribute("aria-expanded") !== "true";
    if (wide.matches) closeAll(button);
    set(button, open);
  });

  menu.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var item = event.target.closest(".edu-menu__item");
    var button = item && item.querySelector(".edu-menu__open[aria-expanded=true]");
    button = button || menu.querySelector(".edu-menu__toggle[aria-expanded=true]");
    if (!button) return;
    set(button, false);
    button.focus();
  });

  /* Arrow keys, as in the pattern "disclosure navigation" of WAI-ARIA; Tab goes through everything. */
  menu.addEventListener("keydown", function (event) {
    var item = event.target.closest(".edu-menu__item");
    var button = item && item.querySelector(".edu-menu__open");
    var inside = event.target.closest(".edu-menu__sub");
    var row = inside ? item.querySelectorAll(".edu-menu__sub a")
      : menu.querySelectorAll(".edu-menu__item > a, .edu-menu__item > button");
    var place = Array.prototype.indexOf.call(row, event.target);
    var down = event.key === "ArrowDown", up = event.key === "ArrowUp";
    var next = wide.matches && !inside ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : down ? 1 : up ? -1 : 0;
    var goal;
    if (place < 0) return;
    if (down && !inside && button && (event.target === button || wide.matches)) {
      if (wide.matches) closeAll(button);
      set(button, true);
      goal = item.querySelector(".edu-menu__sub a");
    } else if (up && inside && place === 0) {
      goal = button;
    } else if (event.key === "Home" || event.key === "End") {
      goal = row[event.key === "Home" ? 0 : row.length - 1];
    } else if (next) {
      goal = row[place + next];
      /* past what is folded away */
      while (goal && !goal.offsetParent) goal = row[Array.prototype.indexOf.call(row, goal) + next];
    } else {
      return;
    }
    event.preventDefault();
    if (goal) goal.focus();
  });

  /* What hovering shows must go away with Escape too (WCAG 1.4.13). */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    menu.querySelectorAll(".edu-menu__item:hover").forEach(function (item) {
      item.setAttribute("data-dismissed", "");
      item.addEventListener("mouseleave", function () {
        item.removeAttribute("data-dismissed");
      }, { once: true });
    });
  });

  document.addEventListener("click", function (event) {
    if (wide.matches && !menu.contains(event.target)) closeAll();
  });
  menu.addEventListener("focusout", function (event) {
    if (wide.matches && event.relatedTarget && !menu.contains(event.relatedTarget)) closeAll();
  });
})();

/* Size of text and contrast, kept in this browser; the head of the page applies them before it is
   drawn. Where storing is forbidden they last as long as the page. */
document.querySelectorAll(".edu-reading").forEach(function (group) {
  "use strict";
  var chosen = document.documentElement.dataset;
  var names = { text: "eduText", contrast: "eduContrast" };
  function keep(name, value) {
    if (value) chosen[name] = value; else delete chosen[name];
    try {
      if (value) localStorage.setItem(names[name], value); else localStorage.removeItem(names[name]);
    } catch (error) { /* no storage: for this page alone */ }
  }
  function show() {
    var size = Number(chosen.text || 0);
    group.querySelectorAll("button").forEach(function (button) {
      if (button.dataset.contrast) {
        button.setAttribute("aria-pressed", String(chosen.contrast === button.dataset.contrast));
      } else {
        /* not "disabled": that would take the focus away */
        button.setAttribute("aria-disabled", String(size === (button.dataset.text < 0 ? 0 : 3)));
      }
    });
  }
  group.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.contrast) {
      keep("contrast", chosen.contrast ? "" : button.dataset.contrast);
    } else {
      keep("text", String(Math.min(3, Math.max(0, Number(chosen.text || 0) + Number(button.dataset.text))) || ""));
    }
    show();
  });
  show();
});

/* A form that came back begins at the first field that is wrong; what is wrong is read with it. */
(function () {
  "use strict";
  var wrong = document.querySelector("#content form [aria-invalid=true]");
  if (wrong) wrong.focus();
})();

/* The way back to the top floats once the header is out of sight. */
document.querySelectorAll(".edu-top").forEach(function (link) {
  "use strict";
  new IntersectionObserver(function (seen) {
    link.classList.toggle("is-afloat", !seen[seen.length - 1].isIntersecting);
  }).observe(document.getElementById("portal-top"));
});

/* On paper stands the day of printing, not the day the page was made, and what is folded stands open. */
window.addEventListener("beforeprint", function () {
  "use strict";
  var day = document.querySelector("[data-printed=day]");
  var now = new Date();
  function two(number) { return String(number).padStart(2, "0"); }
  if (day) day.textContent = two(now.getDate()) + "/" + two(now.getMonth() + 1) + "/" + now.getFullYear();
  /* The address of a link that leads elsewhere; where it is its own text it stands there already. */
  document.querySelectorAll("#content-core a[href^=http]").forEach(function (link) {
    link.toggleAttribute("data-outward", link.host !== location.host && link.textContent.indexOf(link.host) < 0);
  });
  document.querySelectorAll("#content details:not([open])").forEach(function (folded) {
    folded.open = true;
    window.addEventListener("afterprint", function () { folded.open = false; }, { once: true });
  });
});

/* A table that scrolls inside itself on a phone can be scrolled by keyboard too (WCAG 2.1.1). */
document.querySelectorAll("#content-core table").forEach(function (table) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
});

/* Suggestions while typing in a search box: a combobox with a list (WAI-ARIA). Without it the box
   searches when Enter is pressed. */
document.querySelectorAll("[data-suggest]").forEach(function (box) {
  "use strict";
  var list = document.createElement("ul");
  var said = document.createElement("span");
  var label = box.dataset.label;
  var chosen = -1;
  var waiting, asking;

  list.id = box.id + "-list";
  list.className = "edu-suggest";
  list.hidden = true;
  said.className = "visually-hidden";
  function set(element, attributes) {
    Object.keys(attributes).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
  }
  set(list, { role: "listbox", "aria-label": label });
  set(said, { role: "status" });
  set(box, {
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
    "aria-controls": list.id, "aria-expanded": false
  });
  box.parentNode.append(list, said);

  function show(open) {
    list.hidden = !open;
    box.setAttribute("aria-expanded", open);
    if (!open) choose(-1);
  }
  function choose(place) {
    var option = list.children[place];
    if (list.children[chosen]) list.children[chosen].setAttribute("aria-selected", false);
    chosen = option ? place : -1;
    box.removeAttribute("aria-activedescendant");
    if (!option) return;
    set(option, { "aria-selected": true });
    set(box, { "aria-activedescendant": option.id });
    option.scrollIntoView({ block: "nearest" });
  }
  function fill(found) {
    list.textContent = "";
    found.forEach(function (one, place) {
      var option = document.createElement("li");
      var number = document.createElement("b");
      set(option, { role: "option", id: list.id + place, "aria-selected": false });
      number.textContent = one.number;
      option.append(number, one.number && " ", one.title);
      option.onclick = function () { location.assign(one.url); };
      list.append(option);
    });
    said.textContent = label + ": " + found.length;
    show(found.length > 0);
  }
  function close() {
    clearTimeout(waiting);
    if (asking) asking.abort();
    show(false);
  }
  function ask() {
    var typed = box.value.trim();
    if (typed.length < 2) return;
    asking = new AbortController();
    fetch(box.dataset.suggest + "?q=" + encodeURIComponent(typed), { signal: asking.signal })
      .then(function (answer) { return answer.ok ? answer.json() : []; })
      .then(fill)
      /* aborted by typing on, or no network: the box still searches */
      .catch(function () {});
  }

  box.addEventListener("input", function () {
    close();
    list.textContent = "";
    waiting = setTimeout(ask, 200);
  });
  box.addEventListener("blur", close);
  /* pressing on the list must not take the focus from the box and close it */
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  box.addEventListener("keydown", function (event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var count = list.children.length;
    if (step && count) {
      show(true);
      /* past either end stands what was typed */
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      list.children[chosen].click();
    } else if (event.key === "Escape" && !list.hidden) {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
});

/* Print, copy the address, hand it to the phone's own list of apps. The rest are plain links. */
document.querySelectorAll("[data-print], [data-copy], [data-share]").forEach(function (button) {
  "use strict";
  var data = button.dataset;
  var able = "print" in data || (data.copy ? navigator.clipboard : navigator.share);
  button.closest("[hidden]").hidden = !able;
  button.addEventListener("click", function () {
    if ("print" in data) return window.print();
    /* closed without sharing, or not allowed: there is nothing to say */
    if (data.share) return navigator.share({ title: document.title, url: data.share }).catch(function () {});
    navigator.clipboard.writeText(data.copy).then(function () {
      button.closest("section").querySelector("[role=status]").textContent = data.said;
    });
  });
});

/* Tells the portal's own counter that this page was shown, once somebody looks at it, and brings
   the figures up to date: the page may come from a cache. No cookie goes with it. */
(function () {
  "use strict";
  var place = document.querySelector("[data-visit]");
  if (!place) return;
  function tell() {
    if (document.prerendering) {
      return document.addEventListener("prerenderingchange", tell, { once: true });
    }
    if (document.visibilityState === "hidden") {
      return document.addEventListener("visibilitychange", tell, { once: true });
    }
    fetch(place.dataset.visit, { method: "POST", credentials: "omit", keepalive: true })
      .then(function (answer) { return answer.json(); })
      .then(function (figures) {
        document.querySelectorAll("[data-figure]").forEach(function (shown) {
          var number = figures[shown.dataset.figure];
          if (number >= 0) shown.textContent = number.toLocaleString(document.documentElement.lang);
        });
      })
      /* no network: nothing is counted and nobody is told */
      .catch(function () {});
  }
  if (document.readyState === "complete") tell();
  else addEventListener("load", tell);
})();

/* Tabs (WAI-ARIA). Without it the names are links to the panels, of which the first is shown. */
document.querySelectorAll("[data-tabs]").forEach(function (box) {
  "use strict";
  var names = box.querySelector(".edu-tabs__names");
  if (!names) return;
  var tabs = Array.from(names.querySelectorAll("a"));
  var panels = tabs.map(function (tab) { return document.getElementById(tab.hash.slice(1)); });
  function choose(place) {
    tabs.forEach(function (tab, other) {
      tab.setAttribute("aria-selected", other === place);
      tab.tabIndex = other === place ? 0 : -1;
      panels[other].hidden = other !== place;
    });
  }
  names.setAttribute("role", "tablist");
  tabs.forEach(function (tab, place) {
    tab.parentNode.setAttribute("role", "presentation");
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panels[place].id);
    panels[place].setAttribute("role", "tabpanel");
    panels[place].setAttribute("aria-label", tab.textContent);
    tab.addEventListener("click", function (event) {
      event.preventDefault();
      choose(place);
    });
    tab.addEventListener("keydown", function (event) {
      var last = tabs.length - 1;
      var next = {
        ArrowRight: place === last ? 0 : place + 1, ArrowLeft: place ? place - 1 : last, Home: 0, End: last
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
      tabs[next].focus();
    });
  });
  box.classList.add("is-on");
  choose(Math.max(0, tabs.findIndex(function (tab) { return tab.hash === location.hash; })));
});

/* Buttons of the lead stories, a list that scrolls sideways by itself; and, where the editors wish
   it, their passing, never for those who asked for less motion and never once it was stopped. */
document.querySelectorAll("[data-slides]").forEach(function (box) {
  "use strict";
  var buttons = box.querySelector(".edu-slides__buttons");
  if (!buttons) return;
  var list = box.querySelector("ul");
  var pause = buttons.querySelector("[data-pause]");
  var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var over = false;
  var stopped = calm || box.dataset.slides !== "moving";
  function go(step) {
    var count = list.children.length;
    var width = list.scrollWidth / count;
    var next = (Math.round(list.scrollLeft / width) + step + count) % count;
    list.scrollTo({ left: next * width, behavior: calm ? "auto" : "smooth" });
  }
  function stop(now) {
    stopped = now;
    pause.setAttribute("aria-pressed", now);
  }
  buttons.hidden = false;
  buttons.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button === pause) return stop(!stopped);
    stop(true);
    go(+button.dataset.step);
  });
  if (stopped) return;
  pause.hidden = false;
  ["mouseenter", "focusin"].forEach(function (name) { box.addEventListener(name, function () { over = true; }); });
  ["mouseleave", "focusout"].forEach(function (name) { box.addEventListener(name, function () { over = false; }); });
  setInterval(function () { if (!stopped && !over && !document.hidden) go(1); }, 8000);
});
