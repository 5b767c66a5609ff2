/* Copying and sending on a prepared message. Without it the text is selected and copied by hand. */
document.querySelectorAll("[data-message]").forEach(function (box) {
  "use strict";
  var text = box.querySelector("textarea");
  var copy = box.querySelector("[data-message-copy]");
  var share = box.querySelector("[data-message-share]");
  var said = box.querySelector("[role=status]");

  text.addEventListener("focus", function () {
    text.select();
  });

  function done() {
    said.textContent = copy.dataset.done;
  }
  /* Browsers keep their clipboard from pages that are not https. */
  function byHand() {
    text.focus();
    text.select();
    if (document.execCommand("copy")) done();
  }
  copy.hidden = false;
  copy.addEventListener("click", function () {
    said.textContent = "";
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(done, byHand);
    else byHand();
  });

  if (!navigator.share) return;
  share.hidden = false;
  share.addEventListener("click", function () {
    navigator.share({ text: text.value }).catch(function () { /* the person thought better of it */ });
  });
});

/* One tick for all lines of a page. */
document.querySelectorAll("[data-tick-page]").forEach(function (all) {
  "use strict";
  var boxes = all.closest("form").querySelectorAll("input[name=uid], input[name=case]");
  var line = all.closest("[hidden]");

  if (line) line.hidden = false;
  all.addEventListener("change", function () {
    boxes.forEach(function (box) {
      box.checked = all.checked;
    });
  });
});
