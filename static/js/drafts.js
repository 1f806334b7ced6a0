/* What is typed is kept on the server two seconds after the last key, and the form says when. */
const page = document.querySelector("[data-drafts]");
const form = page.querySelector("form.house-form");
const state = form.querySelector(".draft-state");
let waiting;
let sending;

async function keep() {
  const body = new URLSearchParams({ address: location.pathname + location.search });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  const headers = { "X-CSRFToken": body.get("csrfmiddlewaretoken") };
  sending = new AbortController();
  try {
    const options = { method: "POST", headers, body, signal: sending.signal, redirect: "error" };
    const answer = await fetch(page.dataset.drafts, options);
    state.textContent = answer.ok ? (await answer.json()).saved : "草稿没有保存，请及时保存表单";
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = "草稿没有保存，请及时保存表单";
  }
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(keep, 2000);
});
form.addEventListener("submit", () => {
  clearTimeout(waiting);
  if (sending) sending.abort();
});
