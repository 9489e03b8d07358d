// The running order by dragging, or with the arrow keys. Without this script the numbers say the same, and they are all
// that is ever sent.
const EDGE_PIXELS = 72;
const SCROLL_PIXELS = 14;

const list = document.getElementById("order");
const said = document.getElementById("order-said");
const position = (row) => row.querySelector("input");
const name = (row) => row.querySelector(".pitch-name").firstChild.textContent.trim();

function word(key, ...values) {
  const text = document.querySelector(`#words [data-word="${key}"]`).textContent;
  return values.reduce((result, value, i) => result.replace(`{${i}}`, value), text);
}

/** Whoever stands below it does not pitch. */
const line = document.createElement("li");
line.className = "not-pitching";
line.textContent = word("below");

const rows = () => [...list.children].filter((row) => row !== line);
const pitching = () => rows().filter((row) => isAbove(row));
const isAbove = (row) => Boolean(row.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The n-th to speak begins at the same time, whoever it is; of a longer list only the server knows. */
const times = rows().map((row) => row.querySelector(".pitch-from").textContent);

function number() {
  pitching().forEach((row, i) => {
    position(row).value = i + 1;
    row.querySelector(".pitch-from").textContent = times[i] ?? "";
  });
  rows()
    .filter((row) => !isAbove(row))
    .forEach((row) => {
      position(row).value = "";
      row.querySelector(".pitch-from").textContent = "";
    });
}

function tell(row) {
  said.textContent = isAbove(row) ? word("at", name(row), position(row).value) : word("out", name(row));
}

/** Before another row, or at the end before nothing. */
function place(row, before) {
  if (row !== before && row.nextElementSibling !== before) {
    list.insertBefore(row, before);
    number();
  }
}

function drag(row, event) {
  if (event.button !== 0) {
    return;
  }
  event.preventDefault();
  const home = row.nextElementSibling;
  const ending = new AbortController();
  const on = (type, listener) => document.addEventListener(type, listener, { signal: ending.signal });
  const end = () => {
    ending.abort();
    row.classList.remove("dragged");
    tell(row);
  };
  row.classList.add("dragged");
  on("pointermove", ({ clientY }) => {
    if (clientY < EDGE_PIXELS || clientY > window.innerHeight - EDGE_PIXELS) {
      window.scrollBy(0, clientY < EDGE_PIXELS ? -SCROLL_PIXELS : SCROLL_PIXELS);
    }
    const others = [...list.children].filter((other) => other !== row);
    const next = others.find((other) => {
      const { top, height } = other.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    place(row, next ?? null);
  });
  on("pointerup", end);
  on("pointercancel", end);
  on("keydown", ({ key }) => {
    if (key === "Escape") {
      place(row, home);
      end();
    }
  });
}

function step(row, event) {
  const targets = {
    ArrowUp: () => row.previousElementSibling ?? row,
    ArrowDown: () => (row.nextElementSibling ? row.nextElementSibling.nextElementSibling : row),
    Home: () => list.firstElementChild,
    End: () => null,
  };
  const target = targets[event.key];
  if (target) {
    event.preventDefault();
    place(row, target());
    event.currentTarget.focus();
    tell(row);
  }
}

/** A number that is typed moves its row there, and the others give way. */
function typed(row) {
  const wanted = Number.parseInt(position(row).value, 10);
  const others = pitching().filter((other) => other !== row);
  if (Number.isNaN(wanted)) {
    place(row, line.nextElementSibling === row ? row : line.nextElementSibling);
  } else {
    place(row, others[Math.max(0, wanted - 1)] ?? line);
  }
  number();
  tell(row);
}

function equip(row) {
  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "handle";
  handle.setAttribute("aria-label", word("move", name(row)));
  handle.addEventListener("pointerdown", (event) => drag(row, event));
  handle.addEventListener("keydown", (event) => step(row, event));
  row.prepend(handle);
  position(row).addEventListener("change", () => typed(row));
}

// As typed and refused, numbers may stand in any order.
const sorted = rows().sort((a, b) => (Number(position(a).value) || Infinity) - (Number(position(b).value) || Infinity) || 0);
list.append(...sorted.filter((row) => position(row).value), line, ...sorted.filter((row) => !position(row).value));
sorted.forEach(equip);
list.classList.add("sortable");
