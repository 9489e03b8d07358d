// The door's scanner. Without this script the form below the camera does the same, one page per ticket.
import QrScanner from "./qr-scanner.min.js";

const SHOW_FOR_MS = 2500;
// A keeper reads room and nights, and looks for the key meanwhile.
const SHOW_STAY_FOR_MS = 10000;
const GIVE_UP_AFTER_MS = 8000;
// The same code in front of the camera is not a second scan until it was away for a while.
const SAME_CODE_REST_MS = 4000;
// Of the picture's shorter side; a ticket's code has some sixty modules, each of which needs several pixels.
const LOOK_AT = 0.92;
const LOOK_AT_PIXELS_MAX = 720;
const SIGNS = { good: "✓", wait: "!", bad: "✕", calm: "…" };

const byId = (id) => document.getElementById(id);
const form = byId("scan");
const answer = byId("answer");
const language = document.documentElement.lang;
// Days before months and 24 hours, as the rest of the pages writes them.
const dates = language === "en" ? "en-GB" : language;

let scanner = null;
let busy = false;
let timer = 0;
let last = { ticket: "", at: 0 };
let onClosed = () => {};

function word(key, ...values) {
  const text = document.querySelector(`#words [data-word="${key}"]`)?.textContent ?? "";
  return values.reduce((result, value, i) => result.replace(`{${i}}`, value ?? ""), text);
}

function groupTitle(activity, group) {
  const titles = [...document.querySelectorAll("#groups [data-group]")];
  const title = titles.find((it) => it.dataset.activity === activity && it.dataset.group === group);
  return title?.textContent ?? group ?? "";
}

function stationTitle(station) {
  return document.querySelector(`#stations option[value="${CSS.escape(station)}"]`)?.textContent ?? "";
}

/** As the pages write days without a year. */
function day(text) {
  const month = language === "en" ? "short" : "long";
  return new Intl.DateTimeFormat(dates, { day: "numeric", month, timeZone: "UTC" }).format(new Date(text));
}

function nights(stay) {
  const count = word(stay.nights === 1 ? "nights.one" : "nights.other", stay.nights);
  return `${day(stay.arrive)} – ${day(stay.depart)} · ${count}`;
}

function fresh() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(16).padStart(2, "0")).join("");
}

function kept(storage, key) {
  try {
    let value = storage.getItem(key);
    if (!value) {
      value = fresh();
      storage.setItem(key, value);
    }
    return value;
  } catch {
    return fresh();
  }
}

/** Where this door is: typed once, kept on this device. Without it, an anonymous name tells devices apart. */
const anonymous = kept(window.localStorage, "yunhe.device");
const entrance = form.elements.device;
try {
  entrance.value ||= window.localStorage.getItem("yunhe.entrance") ?? "";
  entrance.addEventListener("change", () => window.localStorage.setItem("yunhe.entrance", entrance.value.trim()));
} catch {
  // Without storage it is typed again after a reload.
}

/** A name that somebody typed; the ones this script makes up would tell nobody where that was. */
function place(name) {
  return /^[0-9a-f]{24}$/.test(name ?? "") ? "" : name;
}

/** As the clock at the venue shows it: the instant comes with the venue's offset, the phone may be set to another. */
function when(instant) {
  const at = new Date(`${instant.slice(0, 19)}Z`);
  return Number.isNaN(at.getTime())
    ? ""
    : new Intl.DateTimeFormat(dates, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(at);
}

/** Shows an answer over everything; ends after a while or with a tap. */
function show({ tone, title, name = "", station = "", group = "", nights = "", first = "", button, lasting = SHOW_FOR_MS }) {
  clearTimeout(timer);
  answer.className = `answer ${tone}`;
  byId("answer-sign").textContent = SIGNS[tone] ?? "";
  byId("answer-title").textContent = title;
  byId("answer-name").textContent = name;
  byId("answer-place").textContent = station;
  byId("answer-group").textContent = group;
  byId("answer-nights").textContent = nights;
  byId("answer-first").textContent = first;
  byId("answer-next").textContent = button ?? byId("answer-next").dataset.next;
  if (!answer.open) {
    answer.showModal();
  }
  if (navigator.vibrate && tone !== "calm") {
    navigator.vibrate(tone === "good" ? 80 : [120, 80, 120]);
  }
  if (lasting) {
    timer = setTimeout(() => answer.close(), lasting);
  }
}

async function ask(scan) {
  const reply = await fetch("/door/scan", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "accept-language": language },
    credentials: "same-origin",
    signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    body: JSON.stringify(scan),
  });
  if (reply.status === 401 || reply.status === 403) {
    return { signedOut: true };
  }
  if (!reply.ok && reply.status !== 400) {
    throw new Error(`status ${reply.status}`);
  }
  return reply.ok ? reply.json() : { result: "invalid" };
}

/** One ticket, one request at a time. A second try carries the same nonce, so that it is the same scan. */
async function check(scan) {
  show({ tone: "calm", title: word("wait"), lasting: 0 });
  let told;
  try {
    told = await ask(scan);
  } catch {
    onClosed = (byButton) => (byButton ? check(scan) : rest());
    show({ tone: "wait", title: word("offline"), button: word("again"), lasting: 0 });
    return;
  }
  last = { ticket: scan.ticket, at: Date.now() };
  if (told.signedOut) {
    onClosed = () => location.reload();
    show({ tone: "bad", title: word("signed_out"), lasting: 0 });
    return;
  }
  onClosed = rest;
  const tone = word(`${told.result}.tone`) || "bad";
  const again = told.result === "already_admitted" && told.admittedAt;
  const atStation = told.activityId?.startsWith("stn_");
  show({
    tone,
    title: word(`${atStation ? "stay." : ""}${told.result}`) || word("invalid"),
    name: told.name ?? "",
    station: atStation ? stationTitle(told.activityId) : "",
    group: told.stay ? told.stay.room[language === "en" ? "en" : "zh"] : groupTitle(told.activityId, told.group),
    nights: told.stay ? nights(told.stay) : "",
    first: again ? word("first", [when(told.admittedAt), place(told.admittedDevice), told.admittedBy].filter(Boolean).join(" · ")) : "",
    lasting: told.stay ? SHOW_STAY_FOR_MS : SHOW_FOR_MS,
  });
}

function rest() {
  last.at = Date.now();
  busy = false;
}

function begin(ticket) {
  if (busy || !ticket) {
    return;
  }
  busy = true;
  const scan = { ticket, device: entrance.value.trim() || anonymous, nonce: fresh() };
  if (form.elements.activityId.value) {
    scan.activityId = form.elements.activityId.value;
  }
  check(scan);
}

function onCode(result) {
  const ticket = result.data.trim();
  if (ticket === last.ticket && Date.now() - last.at < SAME_CODE_REST_MS) {
    last.at = Date.now();
    return;
  }
  begin(ticket);
}

answer.addEventListener("close", () => {
  clearTimeout(timer);
  const next = onClosed;
  const byButton = answer.returnValue === "next";
  onClosed = () => {};
  answer.returnValue = "";
  next(byButton);
});
answer.addEventListener("click", (event) => {
  if (event.target.closest("button") === null) {
    answer.close("");
  }
});
byId("answer-next").dataset.next = byId("answer-next").textContent;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin(form.elements.ticket.value.trim());
  form.elements.ticket.value = "";
});

function trouble(key) {
  byId("camera").hidden = true;
  byId("camera-trouble").textContent = word(key);
  byId("camera-trouble").hidden = false;
}

/** The square that the page shows, rather than the smaller one that the library would look at. */
function scanRegion(video) {
  const size = Math.round(Math.min(video.videoWidth, video.videoHeight) * LOOK_AT);
  const scaled = Math.min(size, LOOK_AT_PIXELS_MAX);
  return {
    x: Math.round((video.videoWidth - size) / 2),
    y: Math.round((video.videoHeight - size) / 2),
    width: size,
    height: size,
    downScaledWidth: scaled,
    downScaledHeight: scaled,
  };
}

async function startCamera() {
  if (!navigator.mediaDevices?.getUserMedia || !(await QrScanner.hasCamera())) {
    trouble("no_camera");
    return;
  }
  byId("camera").hidden = false;
  scanner = new QrScanner(byId("video"), onCode, {
    preferredCamera: "environment",
    maxScansPerSecond: 8,
    calculateScanRegion: scanRegion,
    returnDetailedScanResult: true,
    // Most frames hold no code: that is no error.
    onDecodeError: () => {},
  });
  try {
    await scanner.start();
  } catch (cause) {
    trouble(cause?.name === "NotAllowedError" || String(cause).includes("denied") ? "denied" : "no_camera");
  }
}

// Phones take the camera away from a page that was in the background.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && scanner) {
    scanner.start().catch(() => trouble("no_camera"));
  }
});

startCamera();
