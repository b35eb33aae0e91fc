// Put into every measured page before its own scripts. Notes, in milliseconds since the navigation began, when a drawing
// last changed and when the last key or click came. A drawing is an SVG of Plotly's, or a picture in the page's own HTML.
(() => {
  const PLOT = "[data-testid=stPlotlyChart] svg";
  const OWN = ["stMarkdown", "stHtml"].flatMap((id) => [`[data-testid=${id}] svg`, `[data-testid=${id}] img`]).join();
  const DRAWING = `${PLOT}, ${OWN}`;
  const probe = { drawn: 0, acted: 0 };
  window.__probe = probe;

  const inside = (node) => node.nodeType === Node.ELEMENT_NODE && node.closest(DRAWING) !== null;
  const holds = (node) => node.nodeType === Node.ELEMENT_NODE && (inside(node) || node.querySelector(DRAWING) !== null);
  const watch = new MutationObserver((changes) => {
    const drew = (change) => inside(change.target) || [...change.addedNodes].some(holds);
    if (changes.some(drew)) probe.drawn = performance.now();
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  for (const kind of ["keydown", "click"]) {
    window.addEventListener(kind, () => { probe.acted = performance.now(); }, true);
  }

  const paths = (root) => [...root.querySelectorAll("path, polyline")].map((line) =>
    line.getAttribute("d") || line.getAttribute("points")).join(" ");
  const plots = () => [...document.querySelectorAll("[data-testid=stPlotlyChart]")].map((plot) =>
    [...plot.querySelectorAll(".main-svg .trace")].map(paths).join(" "));
  // The shapes of all drawings as one text: how one tells that they were redrawn.
  probe.shapes = () => [...plots(), ...[...document.querySelectorAll(OWN)].map((one) =>
    one.getAttribute("src") || paths(one))].join("\n");

  // At rest: nothing was drawn for half a second, the script has ended, and every one of the charts has a shape.
  probe.atRest = (charts, before) => {
    if (performance.now() - Math.max(probe.drawn, probe.acted) < 500) return false;
    const app = document.querySelector("[data-testid=stApp]");
    if (app === null || app.dataset.testScriptState !== "notRunning") return false;
    const shapes = plots();
    return shapes.length >= charts && shapes.every((shape) => shape.trim() !== "") && probe.shapes() !== before;
  };
  probe.kilobytes = () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, entry) => sum + entry.transferSize, 0) / 1000;
})();
