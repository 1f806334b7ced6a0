/* Ask before leaving a form with changes that were not saved. */
let edited = document.getElementById("form-errors");
document.addEventListener("input", (event) => {
  edited = event.target.closest("form.house-form") || edited;
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) edited = null;
});
window.addEventListener("beforeunload", (event) => {
  if (edited) event.preventDefault();
});
