// A claim that is tapped shows what it says without leaving the text; tapped again, as clicked, it leads to its row. Escape hides it.
const root = document.documentElement;
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

for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "search";
  label.className = "filter";
  input.setAttribute("aria-label", `Filter: ${table.getAttribute("aria-label")}`);
  const count = document.createElement("output");
  label.append("Filter ", input, count);
  table.closest(".scroll").before(label);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    count.value = input.value.trim() ? `${rows.filter((row) => !row.hidden).length} of ${rows.length}` : "";
  });
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
