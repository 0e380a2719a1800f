// The drawer repeats what the page says of one item, beside whatever the reader looks at.
const drawer = byId("drawer");
let opener = null;

function openDrawer(title, content, buttons = []) {
  const close = button("Close", clearItem);
  const show = button("Show on the map", () => showPinned("center"));
  show.className = "show";
  const top = make("div", { class: "top" }, make("h3", {}, title), make("span", {}, ...buttons, show, close));
  drawer.replaceChildren(make("div", { class: "inner" }, top, content));
  drawer.hidden = false;
  drawer.scrollTop = 0;
}

function closeDrawer() {
  const held = drawer.contains(document.activeElement);
  drawer.hidden = true;
  drawer.replaceChildren();
  if (held && opener && opener.isConnected) opener.focus();
}

// Whether there is such an item to show.
function showItem(id) {
  const found = byId(id);
  if (!found) return false;
  if (found.matches("details.sheet")) {
    fillSheet(id, found);
    openDrawer(found.querySelector("summary").textContent, copyOf(found.querySelector(".body")));
  } else if (found.matches("tr")) {
    openDrawer(found.cells[0].textContent, rowAsList(found), lossButton(id));
  } else if (found.matches("details.proof")) {
    const told = found.closest("article");
    const copy = copyOf(told);
    const title = copy.querySelector("h4");
    title.remove();
    const number = all("details.proof", told).indexOf(found);
    all("details.proof", copy).filter((_, place) => place !== number).forEach((part) => part.remove());
    all("details", copy).forEach((part) => { part.open = true; });
    openDrawer(title.textContent, copy);
  } else {
    return false;
  }
  return true;
}

function showGroup(title, list, members) {
  const items = members.map((number) => {
    const word = state.loss ? outcomeOf(list, number) : "";
    return make("li", {}, ...(word ? [outcome(word, ""), " "] : []), link(data[list][number]));
  });
  openDrawer(title, make("ul", { class: "plain" }, ...items));
}

// The lines from entry points to calls: a workflow's tree, or the workflows that reach a call.
function fillSheet(id, sheet) {
  if (sheet.dataset.filled) return;
  sheet.dataset.filled = "yes";
  const flow = data.workflows.indexOf(id);
  if (flow >= 0) {
    sheet.querySelector(".ways").replaceWith(treeOf(data.trees[flow]));
    return;
  }
  const end = -1 - data.calls.indexOf(id);
  const users = data.workflows.filter((_, number) => data.trees[number].some((key, place) => place % 2 && key === end));
  sheet.querySelector(".body").append(
    make("h4", {}, users.length ? "reached from" : "reached by nothing we recognise"),
    make("ul", { class: "plain" }, ...users.map((user) => make("li", {}, link(user)))),
  );
}

function treeOf(numbers) {
  const list = make("ol", { class: "chain tree" });
  for (let place = 0; place < numbers.length; place += 2) {
    const key = numbers[place + 1];
    const row = make("li", { style: `--d:${numbers[place]}` });
    if (key < 0) {
      row.className = "end";
      row.append("to ", link(data.calls[-1 - key]));
    } else {
      const [file, line, says] = data.steps[key];
      const place = make("code", {}, `${data.files[file]}:${line}`);
      row.append(data.source ? make("a", { href: sourceOf(data.files[file], line) }, place) : place, " " + says);
    }
    list.append(row);
  }
  return list;
}

const sourceOf = (path, line) => data.source + path.split("/").map(encodeURIComponent).join("/") + "#L" + line;

document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.sheet[id]")) fillSheet(event.target.id, event.target);
}, true);

function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const part of [copy, ...all("[id]", copy)]) part.removeAttribute("id");
  return copy;
}

function rowAsList(row) {
  const titles = all("thead tr:last-child th", row.closest("table")).map((head) => head.textContent);
  const list = make("dl", { class: "facts" });
  [...row.cells].slice(1).forEach((cell, place) => {
    const value = make("dd");
    value.append(...copyOf(cell).childNodes);
    if (value.textContent) list.append(make("dt", {}, titles[place + 1]), value);
  });
  return list;
}

function lossButton(key) {
  if (!data.losses.some((loss) => loss.key === key)) return [];
  return [button("What if it is lost?", () => setLoss(key))];
}
