// A claim that is tapped shows what it says without leaving the text; tapped again, as clicked, it leads to its row. Escape hides it.
const root = document.documentElement;
const MOST = 2000; // rows that are unfolded at once
let open;
const close = () => {
  open?.classList.remove("open");
  open = undefined;
};
addEventListener("click", (event) => {
  const tip = event.target.closest("a.claim")?.nextElementSibling;
  const touched = event.pointerType ? event.pointerType === "touch" : matchMedia("(pointer: coarse)").matches && event.detail > 0;
  root.toggleAttribute("data-touched", touched);
  const first = tip && touched && tip !== open;
  close();
  if (!first) return;
  event.preventDefault();
  open = tip;
  open.classList.add("open");
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  close();
  root.dataset.quiet = "";
});
for (const kind of ["focusin", "mouseover"]) addEventListener(kind, (event) => event.target.closest?.(".claim") && delete root.dataset.quiet);

// A link into a part that is folded unfolds it, where the browser does not.
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  let folded = target?.closest("details:not([open])");
  if (!folded) return;
  for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
  target.scrollIntoView();
});

// What is said of a claim between documents is named beside it too.
document.querySelectorAll(".between li").forEach((found, number) => {
  for (const link of found.querySelectorAll("a")) {
    const claim = document.getElementById(link.hash.slice(1));
    if (!claim) continue;
    const back = document.createElement("a");
    back.href = `#${found.id}`;
    back.textContent = `↔${number + 1}`;
    back.setAttribute("aria-label", `finding ${number + 1} between the documents`);
    const raised = document.createElement("sup");
    raised.append("\u2009", back, "\u2009");
    (claim.closest("mark") ?? claim.nextElementSibling).after(raised);
  }
});

// The tables of a long text are filtered together, and only those with such rows are shown.
for (const article of document.querySelectorAll("article")) {
  const tables = [...article.querySelectorAll("table")];
  if (!tables.length) continue;
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  label.className = "filter";
  input.setAttribute("aria-label", `Filter: Claims of ${article.getAttribute("aria-label")}`);
  const count = document.createElement("output");
  label.append("Filter ", input, count);
  (tables.length > 1 ? tables[0].closest("details") : tables[0].closest(".scroll")).before(label);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    const wanted = input.value.trim() !== "";
    for (const row of rows) row.hidden = wanted && !words.every((word) => row.textContent.toLowerCase().includes(word));
    const kept = rows.filter((row) => !row.hidden);
    count.value = wanted ? `${kept.length} of ${rows.length}` : "";
    if (tables.length === 1) return;
    const found = new Set(kept.map((row) => row.closest("details")));
    for (const table of tables) {
      const details = table.closest("details");
      details.hidden = !found.has(details);
      details.open = wanted && !details.hidden && kept.length <= MOST;
    }
  });
}

for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
      const number = (row) => (value(row) === "" ? -Infinity : Number(value(row)));
      const numeric = (a, b) => number(a) - number(b) || 0;
      rows.sort(rows.some((row) => "value" in row.cells[column].dataset) ? numeric : compare);
      if (descending) rows.reverse();
      for (const row of rows) body.append(row);
    });
  });
}
