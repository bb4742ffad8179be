// Starts the page without an inline script, and says so when it cannot: no WebAssembly, a file
// that does not arrive, a deploy that replaced the files this index names.
//
// A classic script: a module would not run at all where its own loading is what fails. It runs before
// the page is shown, whose theme and language are thus right from the first frame.

(async () => {
  const html = document.documentElement;

  // A page around this one may speak before the module listens: its messages wait, in order.
  if (parent !== window) {
    window.early = [];
    addEventListener("message", (event) => {
      const ours = event.source === parent && event.data?.source === "activation-explorer";
      if (ours && window.early?.length < 300) window.early.push(event);
    });
  }

  // The live page reads its colours and sizes when it starts, which may be before they have arrived.
  // Without them it is plain, and works.
  const styled = new Promise((done) => {
    const came = ({ target }) => /main/.test(target.href) && done();
    for (const kind of ["load", "error"]) document.addEventListener(kind, came, true);
  });

  // The address first, then what the reader chose before, then the system; the live page settles it
  // properly. What is added after `#` counts most.
  const [search, hash] = [location.search, location.hash].map((part) => part.slice(1));
  const query = new URLSearchParams(hash.includes("=") ? `${hash}&${search}` : search);
  function kept(name) {
    try {
      return localStorage.getItem(`activation-explorer.${name}`);
    } catch {
      return null;
    }
  }
  const themes = [query.get("theme"), kept("theme")].map((theme) => theme?.toLowerCase());
  const theme = themes.find((theme) => ["light", "dark", "projector"].includes(theme));
  if (theme) html.dataset.theme = theme;
  const framed = ["1", "true", "on"].includes(query.get("embed"));
  html.dataset.embed = framed;
  // The start page, which stands here until the page is live, is not what another view shows.
  const view = query.get("view");
  if (view && view !== "gallery") html.dataset.elsewhere = "";

  // The page's languages, name and tag, as the build fills them in. The static words are shown in
  // one of them.
  const listed = document.querySelector("meta[name=languages]").content.split(";");
  const languages = listed.map((language) => language.split(":"));
  const asked = query.get("lang") ?? query.get("locale") ?? kept("lang") ?? navigator.language;
  const primary = `${asked}`.split(/[-_]/)[0].toLowerCase();
  html.lang = (languages.find(([name]) => name === primary) ?? languages[0])[1];
  const words = () => document.querySelectorAll("#app [lang], #failure [lang]");
  let spoken;
  function translate() {
    // Another language is that of a translator, which needs the words that are shown.
    if (!languages.some(([, tag]) => tag === html.lang)) return;
    for (const element of spoken ?? words()) element.hidden = element.lang !== html.lang;
  }
  // While the page arrives, each of its pieces before it is shown.
  const arriving = new MutationObserver(translate);
  arriving.observe(html, { childList: true, subtree: true });
  await new Promise((done) => addEventListener("DOMContentLoaded", done));
  arriving.disconnect();
  spoken = words();
  translate();

  // The page is kept for when there is no network, once it is live and has what it needs; see sw.js.
  // Not for a frame; a browser that is driven by a program must ask for it.
  const worker = query.get("sw");
  const workers = parent === window && navigator.serviceWorker;
  function keep() {
    const off = worker === "0";
    if (!workers || (off ? !workers.controller : navigator.webdriver && !worker)) return;
    workers.register(`./sw.js${off ? "?off" : ""}`, { updateViaCache: "none" }).catch(console.warn);
  }

  // The faces of the text come when the page is live, and not in a frame, which shall cost little. A
  // page around this one hears of every failure, whoever notices it.
  new MutationObserver(() => {
    translate();
    if (html.dataset.ready && !framed && html.dataset.type === undefined) {
      html.dataset.type = "";
      setTimeout(keep, 3000);
    }
    if (html.dataset.failed && parent !== window) {
      const reason = html.dataset.failed;
      parent.postMessage({ source: "activation-explorer", v: 1, type: "error", reason }, "*");
    }
  }).observe(html, { attributeFilter: ["data-failed", "data-ready", "lang"] });

  // What a view needs besides the module comes along with it and not after it: the build fills in the
  // files of each view, for some once more what a frame needs of them.
  const [version, ...lines] = document.querySelector("meta[name=parts]").content.split(";");
  const build = /app(-\w+)\.js$/.exec(document.getElementById("app-js")?.href)?.[1];
  const line = (id) => lines.map((line) => line.split(":")).find(([of]) => of === id);
  const [id, parts, styles] = (framed && line(`${view}@`)) || line(view) || [];
  if (id && build) {
    const ask = (about) =>
      new Promise((done) => {
        const link = Object.assign(document.createElement("link"), about);
        link.onload = done;
        // Asked for again by whom it concerns.
        link.onerror = () => link.remove();
        document.head.append(link);
      });
    const laid = [...styles.split("+"), ...(framed ? ["framed"] : [])].map((style) =>
      ask({ rel: "stylesheet", href: `styles/${style}.css?v=${version}` }),
    );

    // The text of a function brings its plot at rest, for an address that changes nothing in it.
    const main = document.querySelector("#app > main");
    const act = query.get("fn");
    const same = /^(view|fn|embed|lang|locale|theme|hide|x|zoom|ratio)$/;
    const known = line("=")[1].split("+").includes(act);
    if (view === "function" && known && [...query.keys()].every((key) => same.test(key))) {
      const [spoken] = languages.find(([, tag]) => tag === html.lang) ?? languages[0];
      fetch(`./content/${spoken}/functions/${act}.html?v=${version}`)
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then(async (text) => {
          await Promise.all(laid);
          const made = document.createElement("template");
          made.innerHTML = text;
          const page = made.content.querySelector(".opening");
          if (!page || !main.isConnected) return;
          main.className = "";
          main.ariaBusy = "true";
          main.replaceChildren(page);
        })
        .catch(() => {});
    }

    // Last: some hosts answer six requests at once and no more.
    const fetched = { rel: "preload", as: "fetch", crossOrigin: "anonymous" };
    for (const part of parts.split("+")) ask({ ...fetched, href: `./parts/${part}${build}.wasm` });
  }

  // A window that goes to another screen may keep its size: the page looks when that changes.
  (function watch() {
    const screen = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => (dispatchEvent(new Event("resize")), watch());
    screen.addEventListener("change", changed, { once: true });
  })();

  // Two fingers and CSS enlarge a page without another size: its plots become as sharp.
  const app = document.getElementById("app");
  function look() {
    const style = app.getBoundingClientRect().width / app.offsetWidth;
    // A hair's breadth is rounding.
    const enlarged = (window.visualViewport?.scale ?? 1) * (style > 1.03 ? style : 1);
    if (window.enlarged === enlarged) return;
    window.enlarged = enlarged;
    dispatchEvent(new Event("resize"));
  }
  let rest;
  window.visualViewport?.addEventListener("resize", () => {
    clearTimeout(rest);
    rest = setTimeout(look, 200);
  });
  new ResizeObserver(look).observe(app);

  function fail(kind) {
    if (html.dataset.failed) return;
    html.dataset.failed = kind;
    document.getElementById("failure").hidden = false;
  }

  document.getElementById("reload").addEventListener("click", () => location.reload());

  // Compiles a module with nothing but a table of references, the newest thing the page needs:
  // old browsers cannot, and a policy may forbid it. After that, a module that does not compile
  // has not arrived whole.
  function runsWebAssembly() {
    try {
      const table = [4, 4, 1, 0x6f, 0, 0];
      return !!new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...table));
    } catch (reason) {
      console.warn("WebAssembly:", reason);
      return false;
    }
  }

  // One reload by itself cures an index that is older than its files; a second would loop.
  function reloadOnce() {
    const key = "activation-explorer.reloaded";
    try {
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, "1");
    } catch {
      return false;
    }
    location.reload();
    return true;
  }

  function failedToLoad(reason) {
    if (html.dataset.ready) return;
    console.warn("loading failed:", reason);
    if (!reloadOnce()) fail("load");
  }

  if (location.protocol === "file:") {
    fail("file");
  } else if (!runsWebAssembly()) {
    fail("unsupported");
  } else {
    // A trap that is no panic, such as a stack that is full, does not reach the panic hook.
    addEventListener("error", ({ error }) => {
      if (error instanceof WebAssembly.RuntimeError) fail("panic");
    });
    const watchdog = setTimeout(() => failedToLoad("no answer for 12 s"), 12_000);
    try {
      const app = await import(document.getElementById("app-js").href);
      await styled;
      await app.default({ module_or_path: document.getElementById("app-wasm").href });
      try {
        sessionStorage.removeItem("activation-explorer.reloaded");
      } catch {
        // Without storage there was no automatic reload to remember.
      }
    } catch (reason) {
      if (!html.dataset.failed) failedToLoad(reason);
    } finally {
      clearTimeout(watchdog);
    }
  }
})();
