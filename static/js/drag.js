/* Tasks of a plan are dragged by their handle, within a part or into another one. The new order of the
   part they come to is sent; if that fails, the page shows the order that the server has. By keyboard
   and without JavaScript the buttons 上移 and 下移 do the same. */
const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
for (const list of document.querySelectorAll("[data-arrange]")) {
  for (const handle of list.querySelectorAll(".drag")) handle.hidden = false;
  Sortable.create(list, {
    group: "tasks",
    handle: ".drag",
    draggable: "article",
    forceFallback: true, /* the same by mouse, pen and finger */
    fallbackTolerance: 4,
    async onEnd(event) {
      const body = new URLSearchParams({ section: event.to.dataset.section });
      for (const task of event.to.querySelectorAll("article")) body.append("tasks", task.dataset.task);
      const headers = { "X-CSRFToken": token };
      await fetch(event.to.dataset.arrange, { method: "POST", headers, body }).catch(() => null);
      location.reload();
    },
  });
}
