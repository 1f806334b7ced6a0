// The summary's editor. A press on a chip puts its token at the cursor; the paper follows the text;
// the bar says whether something is unsaved; after saving, the page stands where it stood.
"use strict";
(() => {
  const editor = document.querySelector(".editor");
  const pane = editor.querySelector(".editor-paper");
  const state = editor.querySelector(".editor-state");
  const texts = [...editor.querySelectorAll("textarea")];
  let field = texts[0];

  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".editor textarea")) field = event.target;
  });
  editor.addEventListener("click", (event) => {
    const chip = event.target.closest(".chip");
    if (!chip || !field) return;
    chip.closest("details").open = false;
    field.focus();
    // Never into the middle of another token, where a soft line break may have put the cursor.
    const before = field.value.slice(0, field.selectionStart);
    const end = field.value.indexOf("〕", field.selectionEnd);
    if (before.lastIndexOf("〔") > before.lastIndexOf("〕") && end >= 0) {
      field.setSelectionRange(end + 1, end + 1);
    }
    // The old command is the only one that leaves Ctrl+Z working.
    if (document.execCommand("insertText", false, chip.dataset.token)) return;
    field.setRangeText(chip.dataset.token, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  const grow = (text) => {
    while (text.scrollHeight > text.clientHeight + 4 && text.rows < 60) text.rows += 1;
  };
  const hasErrors = document.getElementById("form-errors");
  const saved = document.querySelector(".note-success");
  state.classList.toggle("is-saved", Boolean(saved));
  state.textContent = hasErrors ? "还没有保存" : saved ? "✓ 已保存" : "";
  editor.addEventListener("input", (event) => {
    if (!event.target.closest("form")) return;
    state.classList.remove("is-saved");
    state.textContent = "有改动还没有保存";
    if (event.target.matches("textarea")) grow(event.target);
  });

  // Where a part begins on the left, its heading stands on the right; between, in proportion.
  const parts = [...editor.querySelectorAll(".section-heading")].filter((input) => input.defaultValue);
  const headings = [...pane.querySelectorAll(".paper > h2")];
  const follow = () => {
    if (pane.scrollHeight <= pane.clientHeight || parts.length !== headings.length) return;
    const start = pane.getBoundingClientRect().top;
    const left = parts.map((input) => input.closest(".section-edit").getBoundingClientRect().top - start);
    const right = headings.map((h) => h.getBoundingClientRect().top - start + pane.scrollTop);
    const text = editor.querySelector(".editor-text").getBoundingClientRect();
    left.unshift(text.top - start);
    left.push(text.bottom - start);
    right.unshift(0);
    right.push(pane.scrollHeight);
    const last = left.filter((top) => top <= 0).length - 1;
    if (last < 0) pane.scrollTop = 0;
    else if (last < left.length - 1) {
      const share = -left[last] / (left[last + 1] - left[last]);
      pane.scrollTop = right[last] + share * (right[last + 1] - right[last]);
    }
  };
  document.addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  texts.forEach(grow);

  const place = `place ${location.pathname}`;
  document.addEventListener("submit", () => sessionStorage.setItem(place, window.scrollY));
  if (saved && sessionStorage.getItem(place)) window.scrollTo(0, Number(sessionStorage.getItem(place)));
  sessionStorage.removeItem(place);
})();
