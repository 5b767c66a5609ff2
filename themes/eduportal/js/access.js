/* What Plone's scripts and its sharing page leave without a name, for editors who hear the page.
   They draw late and again and again, so the page is watched. */
(function () {
  "use strict";
  var waiting = false;

  function each(selector, mend) {
    document.querySelectorAll(selector).forEach(mend);
  }
  function name(element, text) {
    if (text) element.setAttribute("aria-label", text.replace(/\s+/g, " ").trim());
  }

  function tellHistory(label) {
    var told = document.createElement("span");
    told.className = "visually-hidden";
    told.textContent = label.closest("[data-history]").dataset.history + " ";
    label.prepend(told);
  }
  /* A box in the table of rights is called after its column and its row. */
  function nameBox(box) {
    var cell = box.closest("td");
    var heads = box.closest("table").querySelectorAll("thead th");
    if (!cell || !heads[cell.cellIndex]) return;
    name(box, heads[cell.cellIndex].textContent + ": " + cell.parentNode.cells[0].textContent);
  }
  /* The frame in which a text is written is called as its field is. */
  function nameFrame(frame) {
    var label = document.querySelector("label[for='" + frame.id.replace(/_ifr$/, "") + "']");
    if (label) frame.title = label.textContent.replace(/\s+/g, " ").trim();
  }
  function tellHeight(handle) {
    var editor = handle.closest(".tox-tinymce");
    handle.setAttribute("aria-valuemin", 0);
    new ResizeObserver(function () {
      handle.setAttribute("aria-valuenow", editor.offsetHeight);
    }).observe(editor);
    handle.setAttribute("aria-valuenow", editor.offsetHeight);
  }

  function mend() {
    waiting = false;
    /* Its text is a time alone, and none at all until a script has written it. */
    each("[data-history] #contentview-history .toolbar-label:not(:has(.visually-hidden))", tellHistory);
    each("#user-group-sharing td input[type=checkbox]:not([aria-label])", nameBox);
    each("#sharing-user-group-search:not([aria-label])", function (box) { name(box, box.title); });
    each("iframe.tox-edit-area__iframe:not([title])", nameFrame);
    each(".tox-statusbar__resize-handle:not([aria-valuenow])", tellHeight);
    /* Pressed by the mouse alone; the Backspace key does the same in the field. */
    each(".select2-search-choice-close:not([aria-hidden])", function (link) {
      link.setAttribute("aria-hidden", "true");
    });
  }

  /* What scrolls inside itself can be scrolled by keyboard (WCAG 2.1.1). */
  function reach() {
    each("#content table:not([tabindex])", function (table) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    });
  }
  addEventListener("resize", reach);
  reach();

  new MutationObserver(function () {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(mend);
  }).observe(document.body, { childList: true, subtree: true });
  mend();
})();
