/* Blocks of the home page can be dragged as well; the buttons do the same without a mouse. */
(function () {
  "use strict";
  var box = document.querySelector(".edu-compose");
  if (!box) return;
  var dragged = null;

  function aim(event) {
    var rows = event.target.closest(".edu-compose__column");
    rows = rows && rows.querySelector(".edu-compose__rows");
    return { rows: rows, row: event.target.closest(".edu-compose__row") };
  }
  function clear() {
    box.querySelectorAll(".is-aim").forEach(function (one) { one.classList.remove("is-aim"); });
  }
  function allowed(rows) {
    var choices = dragged.querySelector("select[name=column]");
    var name = rows.closest("[data-column]").dataset.column;
    if (!choices) return dragged.closest("[data-column]").dataset.column === name;
    return Array.from(choices.options).some(function (one) { return one.value === name; });
  }

  box.querySelectorAll(".edu-compose__row").forEach(function (row) {
    row.draggable = true;
    row.addEventListener("dragstart", function (event) {
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.key);
    });
    row.addEventListener("dragend", function () {
      dragged = null;
      clear();
    });
  });
  box.addEventListener("dragover", function (event) {
    var found = aim(event);
    if (!dragged || !found.rows || !allowed(found.rows)) return;
    event.preventDefault();
    clear();
    (found.row || found.rows).classList.add("is-aim");
  });
  box.addEventListener("drop", function (event) {
    var found = aim(event);
    if (!dragged || !found.rows || !allowed(found.rows)) return;
    event.preventDefault();
    var others = Array.from(found.rows.children).filter(function (one) { return one !== dragged; });
    var index = found.row === dragged ? -1 : others.indexOf(found.row);
    if (found.row === dragged) return;
    send(dragged, found.rows.closest("[data-column]").dataset.column, index < 0 ? others.length : index);
  });

  /* The row's own form carries the token and the version of the draft. */
  function send(row, column, index) {
    var form = row.querySelector("form").cloneNode(true);
    form.hidden = true;
    form.querySelectorAll("button").forEach(function (one) { one.remove(); });
    Object.entries({ action: "place", column: column, index: index }).forEach(function (pair) {
      var input = document.createElement("input");
      input.type = "hidden";
      input.name = pair[0];
      input.value = pair[1];
      form.append(input);
    });
    document.body.append(form);
    form.submit();
  }
})();
