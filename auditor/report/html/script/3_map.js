// The drawings: which ways run through a box, what a loss does to it, walking with the keys.
const maps = all(".map").map(readMap);

function readMap(element) {
  const { boxes: members, chains, entries, lines: ends } = data.maps[element.dataset.level];
  const boxes = all(".box", element).map((node, number) => {
    const [, x, y] = node.getAttribute("transform").match(/\((\S+) (\S+)\)/).map(Number);
    const list = node.matches(".workflow") ? "workflows" : node.matches(".call") ? "calls" : "";
    const label = node.querySelector("text");
    const text = (node.querySelector("title") || label).textContent;
    const mark = document.createElementNS(label.namespaceURI, "text");
    mark.setAttribute("class", "mark");
    mark.setAttribute("x", 7);
    mark.setAttribute("y", label.getAttribute("y"));
    node.append(mark);
    return { node, number, x, y, list, text, mark, members: members[number] };
  });
  const lines = new Map(all(".lines path", element).map((path, number) => [ends[2 * number] + " " + ends[2 * number + 1], path]));
  const map = { element, boxes, lines, chains, entries, pinned: -1 };
  boxes.forEach((box) => listenTo(map, box));
  rove(map, 0);
  return map;
}

const currentMap = () => maps.find((map) => map.element.offsetParent !== null);

// The boxes and lines of every way that runs through a box.
function waysThrough(map, number) {
  const boxes = new Set([number]);
  const lines = new Set();
  const from = map.entries.filter(([flow]) => flow === number).map(([, head]) => head);
  const chains = map.chains.filter((chain) => chain.includes(number) || from.includes(chain[0]));
  const heads = new Set([...chains.map((chain) => chain[0]), ...from]);
  for (const [flow, head] of map.entries) {
    if (flow !== number && (from.length || !heads.has(head))) continue;
    boxes.add(flow).add(head);
    lines.add(flow + " " + head);
  }
  for (const chain of chains) {
    chain.forEach((box, place) => {
      boxes.add(box);
      if (place) lines.add(chain[place - 1] + " " + box);
    });
  }
  return { boxes, lines };
}

function light(map, numbers) {
  map.element.classList.toggle("picking", numbers.length > 0);
  const ways = numbers.map((number) => waysThrough(map, number));
  map.boxes.forEach(({ node, number }) => {
    node.classList.toggle("lit", ways.some((way) => way.boxes.has(number)));
  });
  map.lines.forEach((path, ends) => {
    path.classList.toggle("lit", ways.some((way) => way.lines.has(ends)));
  });
}

// Back to what stays lit: the pinned box, else what the search has found.
function settle(map) {
  light(map, map.pinned >= 0 ? [map.pinned] : found(map));
}

function pin(map, number) {
  map.pinned = number;
  map.boxes.forEach((box) => box.node.classList.toggle("pinned", box.number === number));
  settle(map);
}

// The box of an item in every drawing: its own, or the one it is drawn in together with others.
function pinItem(id) {
  const places = {
    workflows: data.workflows.indexOf(id),
    calls: data.calls.indexOf(id),
  };
  for (const map of maps) {
    const member = (box) => (box.list ? places[box.list] : id);
    pin(map, map.boxes.findIndex((box) => box.members.includes(member(box))));
  }
}

// Scrolls so far that the pinned box is not behind the drawer.
function showPinned(block) {
  const map = currentMap();
  const box = map?.boxes[map.pinned];
  if (!box) return;
  if (block) box.node.scrollIntoView({ block, inline: "nearest" });
  const hidden = box.node.getBoundingClientRect().bottom - drawer.getBoundingClientRect().top + 12;
  if (!drawer.hidden && hidden > 0) window.scrollBy(0, hidden);
}

function found(map) {
  const wanted = byId("find").value.trim().toLowerCase();
  if (!wanted) return [];
  return map.boxes.filter((box) => box.text.toLowerCase().includes(wanted)).map((box) => box.number);
}

function search() {
  const map = currentMap();
  if (!map) return;
  const hits = found(map);
  map.boxes.forEach((box) => box.node.classList.toggle("hit", hits.includes(box.number)));
  const wanted = byId("find").value.trim();
  document.querySelector(".found").textContent = wanted ? `${hits.length} of ${map.boxes.length} boxes` : "";
  map.element.classList.toggle("none", Boolean(wanted) && !hits.length);
  settle(map);
}

function listenTo(map, box) {
  const { node, number } = box;
  node.addEventListener("pointerenter", () => light(map, [number]));
  node.addEventListener("pointerleave", () => settle(map));
  node.addEventListener("focus", () => { rove(map, number); light(map, [number]); });
  node.addEventListener("blur", () => settle(map));
  node.addEventListener("click", (event) => { event.preventDefault(); choose(map, box); });
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); choose(map, box); drawer.focus(); }
    const next = neighbour(map, box, event.key);
    if (next) { event.preventDefault(); next.node.focus(); }
  });
}

function choose(map, box) {
  opener = box.node;
  const href = box.node.getAttribute("href");
  if (href) {
    setItem(decode(href.slice(1)));
  } else {
    setItem("");
    if (box.list) showGroup(box.node.querySelector("text").textContent, box.list, box.members);
    pin(map, box.number);
  }
  showPinned();
}

// One box can be reached with Tab, the others from it with the arrows.
function rove(map, number) {
  map.boxes.forEach((box) => box.node.setAttribute("tabindex", box.number === number ? "0" : "-1"));
}

function neighbour(map, box, key) {
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const upright = { ArrowUp: -1, ArrowDown: 1 }[key];
  let near = [];
  if (sideways) {
    const joined = new Set([...map.lines.keys()].map((ends) => ends.split(" ").map(Number))
      .filter((ends) => ends[sideways > 0 ? 0 : 1] === box.number)
      .map((ends) => ends[sideways > 0 ? 1 : 0]));
    near = map.boxes.filter((other) => joined.has(other.number));
  } else if (upright) {
    near = map.boxes.filter((other) => other.x === box.x && (other.y - box.y) * upright > 0);
  }
  return near.sort((a, b) => Math.abs(a.y - box.y) - Math.abs(b.y - box.y))[0];
}

// What the chosen loss does to every box; lines of a way that is lost are marked.
function showLossOnMap(map) {
  const down = new Set(state.loss ? state.loss.down : []);
  const lost = new Set();
  for (const box of map.boxes) {
    const word = !state.loss ? "" : box.list ? worstOf(box) : box.members.some((key) => down.has(key)) ? "down" : "";
    if (word === "down") lost.add(box.number);
    box.node.dataset.state = word;
    box.mark.textContent = word === "down" ? "✗" : MARKS[word] || "";
  }
  map.lines.forEach((path) => path.classList.remove("cut"));
  for (const chain of map.chains.filter((way) => way.some((number) => lost.has(number)))) {
    chain.slice(1).forEach((number, place) => {
      map.lines.get(chain[place] + " " + number).classList.add("cut");
    });
  }
}

function worstOf(box) {
  const words = box.members.map((number) => Number(state.loss[box.list][number]));
  return words.length ? data.outcomes[Math.min(...words)] : "untouched";
}
