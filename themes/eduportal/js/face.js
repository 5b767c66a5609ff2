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
