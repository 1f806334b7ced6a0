// The summary's editor: a press on a figure's chip puts its token at the cursor.
"use strict";
(() => {
  let field = document.querySelector(".editor textarea");
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".editor textarea")) field = event.target;
  });
  document.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (!chip || !field) return;
    field.setRangeText(chip.dataset.token, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
})();
