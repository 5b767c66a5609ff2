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
