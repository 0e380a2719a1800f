// Tables: sort by a column, filter by words, download what is shown.
function readTable(tools) {
  const table = byId(tools.dataset.for);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const shown = tools.querySelector(".shown");
  const noun = shown.textContent.replace(/^\S+ /, "");
  const filter = tools.querySelector("input");

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = words.length ? `${left} of ${rows.length} ${noun} shown` : `${rows.length} ${noun}`;
  });

  heads.forEach((head, column) => {
    const press = make("button", { type: "button" });
    press.append(...head.childNodes);
    head.append(press);
    press.addEventListener("click", () => {
      const turned = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", turned ? "descending" : "ascending");
      rows.sort((a, b) => compare(a.cells[column].textContent, b.cells[column].textContent) * (turned ? -1 : 1));
      body.append(...rows);
    });
  });

  tools.querySelector("button").addEventListener("click", () => {
    const lines = [heads, ...[...body.rows].filter((row) => !row.hidden).map((row) => [...row.cells])];
    download(`${table.dataset.name}.csv`, lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n");
  });
}

// Outcomes by how bad they are, numbers by value, the rest as text with numbers in it.
function compare(a, b) {
  const worse = [data.outcomes.indexOf(a), data.outcomes.indexOf(b)];
  if (worse[0] >= 0 && worse[1] >= 0) return worse[0] - worse[1];
  return a.localeCompare(b, "en", { numeric: true });
}

// A spreadsheet would run what begins like a formula.
function csvCell(cell) {
  const text = cell.textContent.trim();
  const safe = /^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text;
  return '"' + safe.replaceAll('"', '""') + '"';
}

function download(name, text) {
  const url = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv;charset=utf-8" }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

all(".table-tools").forEach(readTable);
