// Put into every measured page before its own scripts. Notes, in milliseconds since the navigation began, when a drawing
// last changed and when the last key or click came. A drawing is an SVG of Plotly's or one inside the page's own HTML.
(() => {
  const probe = { drawn: 0, acted: 0 };
  window.__probe = probe;
  const DRAWING = ".js-plotly-plot svg, [data-testid=stMarkdown] svg, [data-testid=stHtml] svg";
  const touches = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    return Boolean(element) && (element.closest(DRAWING) !== null || element.querySelector(DRAWING) !== null);
  };
  const watch = new MutationObserver((changes) => {
    const own = (change) => change.target.closest && change.target.closest(DRAWING) !== null;
    if (changes.some((change) => own(change) || [...change.addedNodes].some(touches))) probe.drawn = performance.now();
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  for (const kind of ["keydown", "click"]) {
    window.addEventListener(kind, () => { probe.acted = performance.now(); }, true);
  }
  // The shapes of every drawing's lines, bars and markers, one text per drawing: how one tells that it was redrawn.
  probe.shapes = () => [...document.querySelectorAll(".js-plotly-plot")].map((plot) =>
    [...plot.querySelectorAll(".trace path")].map((path) => path.getAttribute("d")).join(" "));
  // At rest: nothing was drawn for half a second, the script has ended, and the charts have shapes other than `before`.
  probe.atRest = (charts, before) => {
    if (performance.now() - Math.max(probe.drawn, probe.acted) < 500) return false;
    const app = document.querySelector("[data-testid=stApp]");
    if (app === null || app.dataset.testScriptState !== "notRunning") return false;
    const shapes = probe.shapes();
    return shapes.length >= charts && shapes.every((shape) => shape !== "") && shapes.join() !== before;
  };
})();
