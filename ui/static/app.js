// The page's language, and Swedish for what Streamlit writes itself. The table LAGESBILD_STRINGS (English → Swedish,
// {…} for a part that varies) comes from crimestats/i18n/*/streamlit.toml and is put before this file by the server.
(() => {
  "use strict";
  // Read by the server when the page connects: charts for a narrow screen are drawn with less beside the lines.
  const narrow = window.matchMedia("(max-width: 640px)").matches ? "1" : "0";
  document.cookie = `lagesbild_narrow=${narrow}; path=/; SameSite=Strict; max-age=31536000`;

  // Where the server is, so that Streamlit need not search for it below each page's address (two requests that fail)
  // nor wait to be told who may embed it (nobody: the server forbids frames).
  window.__streamlit = {
    BACKEND_BASE_URL: `${window.location.origin}/`,
    HOST_CONFIG: { allowedOrigins: [window.location.origin], useExternalAuthToken: false },
  };

  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  // Our own words, the user's words and drawings are left alone.
  const OURS = ".stHtml, .stMarkdown [data-own], .js-plotly-plot, [data-testid='stTopNavLink'], script, style";

  const escape = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const rule = (from, to) => {
    const names = [...from.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    const pattern = new RegExp(`^${escape(from).replace(/\{\w+\}/g, "(.+?)")}$`);
    return (text) => {
      const found = pattern.exec(text);
      return found && to.replace(/\{(\w+)\}/g, (_, name) => found[names.indexOf(name) + 1]);
    };
  };
  const table = (pairs) => ({
    exact: new Map(pairs.filter(([from]) => !from.includes("{"))),
    rules: pairs.filter(([from]) => from.includes("{")).map(([from, to]) => rule(from, to)),
  });
  const pairs = Object.entries(window.LAGESBILD_STRINGS || {});
  const tables = { sv: table(pairs), en: table(pairs.map(([english, swedish]) => [swedish, english])) };

  const language = () => document.querySelector(".lb-brand[data-lang]")?.dataset.lang || document.documentElement.lang;

  const translated = (text) => {
    const { exact, rules } = tables[document.documentElement.lang] || tables.sv;
    const bare = text.trim();
    if (!bare) return null;
    if (exact.has(bare)) return text.replace(bare, exact.get(bare));
    for (const one of rules) {
      const found = one(bare);
      if (found) return text.replace(bare, found);
    }
    return null;
  };

  // A named place to drop files on cannot also be "presentation" (axe: presentation-role-conflict).
  const mend = (element) => {
    if (element.dataset.testid === "stFileUploaderDropzone") element.setAttribute("role", "group");
  };

  const translateElement = (element) => {
    mend(element);
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const found = value && translated(value);
      if (found && found !== value) element.setAttribute(name, found);
    }
  };

  const translateTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      const found = !root.parentElement?.closest(OURS) && translated(root.data);
      if (found && found !== root.data) root.data = found;
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(OURS)) return;
    translateElement(root);
    root.childNodes.forEach(translateTree);
  };

  const followLanguage = () => {
    const wanted = language();
    if (wanted === document.documentElement.lang) return;
    document.documentElement.lang = wanted;
    translateTree(document.body);
  };

  // A number opens its origin: Streamlit is told of the new address, as when one goes back, and loads nothing anew.
  document.addEventListener("click", (event) => {
    const number = event.target.closest?.("a.lb-number[href^='?']");
    if (!number || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.history.pushState({}, "", number.getAttribute("href"));
    window.dispatchEvent(new PopStateEvent("popstate"));
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button.lb-copy");
    if (!button) return;
    await navigator.clipboard.writeText(button.parentElement.querySelector("blockquote").textContent);
    button.textContent = button.dataset.done;
  });

  // Månadsbrev: what is written is kept, and checked, while one writes and not only when the field is left; leaving
  // the site with something unsaved asks first.
  let pause;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches?.(".st-key-card-paper textarea")) return;
    clearTimeout(pause);
    const enter = () => new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true });
    pause = setTimeout(() => field.dispatchEvent(enter()), 1200);
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector(".lb-unsaved")) event.preventDefault();
  });

  // What has just been done is told at the top of the page: go there, wherever the button was.
  const showArrival = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const told = node.matches(".lb-arrived") ? node : node.querySelector(".lb-arrived");
    told?.scrollIntoView({ block: "center" });
  };

  new MutationObserver((changes) => {
    followLanguage();
    for (const change of changes) {
      if (change.type === "childList") {
        change.addedNodes.forEach(translateTree);
        change.addedNodes.forEach(showArrival);
      }
      else if (change.type === "characterData") translateTree(change.target);
      else if (!change.target.closest(OURS)) translateElement(change.target);
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES, "data-lang"],
  });
  translateTree(document.body);
})();
