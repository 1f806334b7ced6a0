/* A second press of a submit button does nothing, and says that the first is under way. The server
   refuses a repetition by itself (the key "once"); this is for the person. The button is not
   disabled but marked so: it keeps the focus, and its name is sent. */
const labels = new WeakMap();

function release(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("[aria-disabled=true]")) {
    button.removeAttribute("aria-disabled");
    if (labels.has(button)) button.textContent = labels.get(button);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  const pressed = event.submitter || form.querySelector("[type=submit]");
  if (pressed && pressed.classList.contains("btn")) {
    labels.set(pressed, pressed.textContent);
    pressed.textContent = "正在提交…";
    pressed.setAttribute("aria-disabled", "true");
  }
  setTimeout(() => release(form), 20000); /* a lost connection, or a file that was downloaded */
});

/* Coming back by the browser's back button shows the page as it was left. */
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
