/* Larger text on this device, for whoever asks for it. Runs before the page is drawn. */
const root = document.documentElement;
try {
  root.classList.toggle("large", localStorage.getItem("large") === "1");
} catch { /* a browser that keeps nothing: the choice lasts for this page */ }

document.addEventListener("DOMContentLoaded", () => {
  const buttons = document.querySelectorAll("[data-large]");
  const show = () => buttons.forEach((button) => {
    button.hidden = false;
    button.textContent = root.classList.contains("large") ? "换回标准字号" : "换成大字显示";
  });
  buttons.forEach((button) => button.addEventListener("click", () => {
    const isLarge = root.classList.toggle("large");
    try { localStorage.setItem("large", isLarge ? "1" : "0"); } catch { /* as above */ }
    show();
  }));
  show();
});
