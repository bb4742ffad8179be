// The service worker: after one visit the page works without a network, and a page never gets files
// of another build than its own.
//
// Every file but the index has its build or its content's hash in its address, so that files of two
// builds may lie beside one another. The index comes from the network as long as there is one.

// The build fills these in: its name, the main script that its index must name, and its files.
const build = "{build}";
const main = "{main}";
const files = {files};

const NAME = "activation-explorer-";
const home = new URL("./", location);

// `sw.js?off` takes everything away again, and so does the worker of a page that is being developed.
const off = location.search === "?off" || !files.length;

async function fill() {
  const cache = await caches.open(NAME + build);
  const index = await fetch(home, { cache: "reload" });
  const text = await index.clone().text();
  // In the minutes of a deploy the index and this file may be of two builds: tried again later.
  if (!index.ok || !text.includes(main)) throw new Error("the index is of another build");
  await cache.put(home, index);
  await cache.addAll(files.filter((file) => text.includes(file)));
  if (navigator.connection?.saveData) return;
  for (const file of files) {
    // One that does not come now comes when it is used.
    if (!(await cache.match(file))) await cache.add(file).catch(() => {});
  }
}

async function empty(kept) {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME));
  const old = kept ? names.filter((name) => name !== NAME + build).slice(0, -1) : names;
  await Promise.all(old.map((name) => caches.delete(name)));
}

addEventListener("install", (event) => {
  event.waitUntil(off ? skipWaiting() : fill().then(skipWaiting));
});

// The files of the build before stay for its pages that are still open.
addEventListener("activate", (event) => {
  const done = () => (off ? registration.unregister() : clients.claim());
  event.waitUntil(empty(!off).then(done));
});

// The index of the network, but not of one that takes longer than this many milliseconds.
const PATIENCE = 4000;

async function index(request) {
  const kept = () => caches.open(NAME + build).then((cache) => cache.match(home));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const asked = fetch(request).catch(() => undefined);
  const answer = await Promise.race([asked, late]);
  if (answer && answer.status < 500) return answer;
  return (await kept()) ?? (await asked) ?? Response.error();
}

// Kept under its address, which another build does not use for anything else.
async function file(request) {
  const cache = await caches.open(NAME + build);
  const known = (await cache.match(request)) ?? (await caches.match(request));
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

if (!off) {
  addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || !url.href.startsWith(home.href)) return;
    const inside = url.pathname.slice(home.pathname.length);
    const named = /-[0-9a-f]{12,16}\.\w+$/.test(inside) || url.searchParams.has("v");
    if (request.mode === "navigate") {
      if (inside === "" || inside === "index.html") event.respondWith(index(request));
    } else if (named || /\.(woff2|svg)$/.test(inside)) {
      event.respondWith(file(request));
    }
  });
}
