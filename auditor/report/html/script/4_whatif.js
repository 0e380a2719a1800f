// The switch: one loss at a time, shown in every part of the page.
const result = document.querySelector(".result");
const now = document.querySelector("nav .now");

function setLoss(key) {
  state.loss = data.losses.find((loss) => loss.key === key) || null;
  all("input[name=loss]").forEach((radio) => {
    radio.checked = radio.value === (state.loss ? state.loss.key : "");
    if (radio.checked && radio.closest("details")) radio.closest("details").open = true;
  });
  all(".now-lost").forEach((cell) => cell.classList.remove("now-lost"));
  if (state.loss) markColumn(state.loss.key);
  maps.forEach(showLossOnMap);
  showResult();
  writeHash();
}

function byOutcome() {
  const groups = new Map(data.outcomes.map((word) => [word, []]));
  data.workflows.forEach((flow, number) => groups.get(outcomeOf("workflows", number)).push(flow));
  return [...groups].filter(([, flows]) => flows.length);
}

function showResult() {
  now.replaceChildren();
  if (!result) return;
  result.hidden = !state.loss;
  result.replaceChildren();
  if (!state.loss) return;
  const groups = byOutcome();
  const happened = state.loss.key.startsWith("incident:");
  now.append(happened ? "Again: " : "Without ", make("b", {}, state.loss.title), ...groups
    .map(([word, flows]) => outcome(word, `${flows.length} ${flows.length === 1 ? SAID(word) : MANY[word]}`)));
  now.append(button("Bring it back", () => setLoss("")));
  for (const [word, flows] of groups) {
    const list = make("ul", {}, ...flows.map((id) => make("li", {}, link(id))));
    const title = make("h3", {}, outcome(word, `${flows.length} ${flows.length === 1 ? SAID(word) : MANY[word]}`));
    result.append(make("div", {}, title, list));
  }
}

const SAID = (word) => ({ unknown: "not known", untouched: "does not use it" })[word] || word;

function markColumn(key) {
  const head = all("th.loss-name").find((cell) => cell.dataset.loss === key);
  if (!head) return;
  const rows = [head.parentElement, ...head.closest("table").tBodies[0].rows];
  for (const row of rows) row.cells[head.cellIndex].classList.add("now-lost");
}

document.addEventListener("change", (event) => {
  if (event.target.name === "loss") setLoss(event.target.value);
  if (event.target.name === "level") search();
});
