// What the page knows, and small words for the DOM.
const data = JSON.parse(document.getElementById("data").textContent);
const MARKS = { stops: "✗", unknown: "?", degrades: "~", survives: "✓", untouched: "" };
const MANY = {
  stops: "stop", unknown: "not known", degrades: "degrade", survives: "survive", untouched: "do not use it",
};
const state = { loss: null, item: "" };

const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that somebody typed
  }
};

const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// The name of a workflow or call stands above its proof.
const nameOf = (id) => byId(id).querySelector("summary").textContent;

function link(id) {
  return make("a", { href: "#" + encodeURIComponent(id) }, nameOf(id));
}

function button(text, act) {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", act);
  return element;
}

function outcome(word, text) {
  return make("span", { class: "o " + word }, text);
}

// The outcome of one workflow or call under the chosen loss.
const outcomeOf = (list, number) => data.outcomes[Number(state.loss[list][number])];

document.documentElement.classList.add("js");
