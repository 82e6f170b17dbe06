
// Tables without totals can be sorted: a button in each head, the same order as in print until one is pressed.
document.querySelectorAll("table[data-sortable]").forEach(table => {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const number = text => {
    const plain = text.replace(/[,\s%]/g, "");
    return plain === "" || plain === "-" ? -Infinity : Number(plain);
  };
  const order = (column, sign) => {
    const keyed = Array.from(body.rows, row => [row.cells[column].textContent, row]);
    const numeric = keyed.every(([text]) => !Number.isNaN(number(text)));
    keyed.sort(([a], [b]) => sign * (numeric ? number(a) - number(b) || 0 : a.localeCompare(b)));
    keyed.forEach(([, row]) => body.append(row));
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      order(column, down ? -1 : 1);
    });
  });
});
