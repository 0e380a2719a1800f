// The address holds what is shown, so that it can be sent: #ITEM;if=LOSS;level=LEVEL
function writeHash() {
  const level = document.querySelector("input[name=level]:checked")?.value;
  const parts = [encodeURIComponent(state.item)];
  if (state.loss) parts.push("if=" + encodeURIComponent(state.loss.key));
  if (level && level !== "vendor") parts.push("level=" + level);
  const hash = "#" + parts.join(";");
  if (hash !== location.hash) history.replaceState(null, "", hash === "#" ? location.pathname + location.search : hash);
}

function readHash() {
  const parts = location.hash.slice(1).split(";");
  const value = (name) => parts.find((part) => part.startsWith(name + "="))?.slice(name.length + 1);
  const level = value("level") && byId("level-" + value("level"));
  if (level) level.checked = true;
  const item = parts[0].includes("=") ? "" : decode(parts[0]);
  const loss = value("if");
  if (loss !== undefined) setLoss(decode(loss));
  setItem(item);
  if (item && parts.length > 1 && drawer.hidden) byId(item)?.scrollIntoView();
}

function setItem(id) {
  state.item = id;
  const shown = id !== "" && showItem(id);
  if (!shown) closeDrawer();
  pinItem(shown ? byId(id).dataset.call || id : "");
  drawer.querySelector(".show")?.toggleAttribute("hidden", !(currentMap()?.pinned >= 0));
  writeHash();
}

function clearItem() {
  setItem("");
}

document.addEventListener("click", (event) => {
  const followed = event.target.closest("a[href^='#']");
  if (!followed || followed.matches(".box")) return;
  const id = decode(followed.getAttribute("href").slice(1));
  if (byId(id)?.matches("details[id], tr")) {
    event.preventDefault();
    if (!drawer.contains(followed)) opener = followed;
    setItem(id);
    if (event.detail === 0) drawer.focus();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input[type=search]");
  if (event.key === "/" && !typing && byId("find")) {
    event.preventDefault();
    byId("find").focus();
  } else if (event.key === "Escape") {
    if (state.item || !drawer.hidden || maps.some((map) => map.pinned >= 0)) clearItem();
    else if (byId("find")?.value) { byId("find").value = ""; search(); }
    else setLoss("");
  }
});

byId("find")?.addEventListener("input", search);
window.addEventListener("hashchange", readHash);
readHash();
