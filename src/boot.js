// Starts the page without an inline script, and says so when it cannot: no WebAssembly, a file
// that does not arrive, a deploy that replaced the files this index names.
//
// A classic script: a module would not run at all where its own loading is what fails.

(async () => {
  const html = document.documentElement;
  const query = new URLSearchParams(location.search || location.hash.slice(1));

  // The page's languages, name and tag, as the build fills them in. The static words are shown in
  // one of them; the live page settles it properly.
  const listed = document.querySelector("meta[name=languages]").content.split(";");
  const languages = listed.map((language) => language.split(":"));
  const asked = query.get("lang") || query.get("locale") || navigator.language || "";
  const primary = asked.split(/[-_]/)[0].toLowerCase();
  html.lang = (languages.find(([name]) => name === primary) ?? languages[0])[1];
  const spoken = document.querySelectorAll("#app [lang], #failure [lang]");
  function translate() {
    // Another language is that of a translator, which needs the words that are shown.
    if (!languages.some(([, tag]) => tag === html.lang)) return;
    for (const element of spoken) element.hidden = element.lang !== html.lang;
  }
  translate();
  if (query.get("embed") === "1") html.dataset.embed = "true";

  // A page around this one hears of every failure, whoever notices it.
  new MutationObserver(() => {
    translate();
    if (html.dataset.failed && parent !== window) {
      const reason = html.dataset.failed;
      parent.postMessage({ source: "activation-explorer", v: 1, type: "error", reason }, "*");
    }
  }).observe(html, { attributeFilter: ["data-failed", "lang"] });

  // What a view needs besides the module comes along with it and not after it. The build fills in
  // which part of the module brings which views.
  const parts = document.querySelector("meta[name=parts]")?.content ?? "";
  const view = query.get("view");
  const line = parts.split(";").find((line) => line.split(/[: ]/).slice(1).includes(view));
  const group = line?.split(":")[0];
  const build = /app(-\w+)\.js$/.exec(document.getElementById("app-js")?.href)?.[1];
  if (group && build) {
    for (const part of ["shared", "small", group === "plots" ? [] : "more", group].flat()) {
      const link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.crossOrigin = "anonymous";
      link.href = `./parts/${part}${build}.wasm`;
      document.head.append(link);
    }
  }

  // A window that goes to another screen may keep its size: the page looks when that changes.
  (function watch() {
    const screen = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => (dispatchEvent(new Event("resize")), watch());
    screen.addEventListener("change", changed, { once: true });
  })();

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
