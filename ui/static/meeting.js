// The meeting's full screen: keys press the buttons that stand on the slide, the focus follows the finding, and the
// browser's own full screen goes with it. Nothing here knows what is on a slide.
(() => {
  "use strict";
  const KEYS = {
    ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous",
    Home: "first", End: "last", Escape: "leave",
  };
  const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";

  const stage = () => document.querySelector(".st-key-stage");
  const press = (name) => {
    const button = document.querySelector(`.st-key-stage_${name} button`);
    if (button && !button.disabled) button.click();
  };

  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key];
    if (!stage() || !name || event.ctrlKey || event.altKey || event.metaKey) return;
    const at = event.target;
    if (at.closest(TYPING)) {
      if (name === "leave") at.blur(); // out of the field first, out of the show with the next press
      return;
    }
    if (event.key === " " && at.closest("button, a, summary")) return;
    event.preventDefault();
    press(name);
  });

  // Only a press by a person may open the browser's full screen; without it the slide still fills the window.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".st-key-stage_show button")) document.documentElement.requestFullscreen?.().catch(() => {});
  });
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && stage()) press("leave");
  });

  let told = null;
  let returning = false;
  const follow = () => {
    const title = stage()?.querySelector("h1[data-slide]");
    const now = title?.dataset.slide ?? null;
    if (now === told) return;
    told = now;
    returning = !title;
    if (title) {
      title.focus({ preventScroll: true });
      stage().scrollTop = 0;
    } else if (document.fullscreenElement) document.exitFullscreen();
  };
  // After the show the focus is where it began; the button comes back a little later than the slide goes.
  const goBack = () => {
    const button = returning && document.querySelector(".st-key-stage_show button");
    if (!button) return;
    returning = false;
    button.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    follow();
    goBack();
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-slide"] });
})();
