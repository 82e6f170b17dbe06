
// Tables without totals can be sorted: a button in each head. Up, down, and back to the order in print.
document.querySelectorAll("table[data-sortable]").forEach(table => {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const printed = Array.from(body.rows);
  // A threshold by its number; nothing for a cell that says nothing.
  const number = text => {
    const plain = text.replace(/^[<>=\s]+/, "").replace(/[,\s%*]/g, "");
    return plain === "" || plain === "-" ? null : Number(plain);
  };
  const isSilent = text => text.trim() === "" || text.trim() === "-";
  const sorted = (column, sign) => {
    const keyed = printed.map(row => [row.cells[column].textContent, row]);
    const numeric = keyed.every(([text]) => !Number.isNaN(number(text)));
    const compare = (a, b) => numeric ? number(a) - number(b) : a.localeCompare(b, undefined, {numeric: true});
    // What says nothing comes last, whichever way the others go.
    return keyed.sort(([a], [b]) => isSilent(a) || isSilent(b) ? isSilent(a) - isSilent(b) : sign * compare(a, b))
      .map(([, row]) => row);
  };
  const next = {none: "ascending", ascending: "descending", descending: "none"};
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = next[head.getAttribute("aria-sort") ?? "none"];
      heads.forEach(other => other.removeAttribute("aria-sort"));
      if (order !== "none") { head.setAttribute("aria-sort", order); }
      body.append(...(order === "none" ? printed : sorted(column, order === "ascending" ? 1 : -1)));
    });
  });
});
