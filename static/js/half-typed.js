/* What is wrong in a form is said by the server, in the page. Only a date or a number that is typed
   half is held back here: the browser would send it as nothing, and it would be lost unseen. */
document.addEventListener("submit", (event) => {
  const half = [...event.target.elements].find((input) => input.validity && input.validity.badInput);
  if (!half) return;
  event.preventDefault();
  half.setCustomValidity("这里没有填完整，请补全，或者清空。");
  half.reportValidity();
}, true);
document.addEventListener("input", (event) => {
  if (event.target.setCustomValidity) event.target.setCustomValidity("");
});
