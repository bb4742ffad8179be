// Starts the page without an inline script, and says so when it cannot: no WebAssembly, a file
// that does not arrive, a deploy that replaced the files this index names.
//
// A classic script: a module would not run at all where its own loading is what fails.

(async () => {
  const html = document.documentElement;
  const query = new URLSearchParams(location.search || location.hash.slice(1));

  // The static words are shown in one language; the live page settles it properly.
  const language = query.get("lang") || query.get("locale") || navigator.language || "en";
  html.lang = /^zh/i.test(language) ? "zh-CN" : "en";

  function fail(kind) {
    if (html.dataset.ready || html.dataset.failed) return;
    html.dataset.failed = kind;
    document.getElementById("failure").hidden = false;
  }

  document.getElementById("reload").addEventListener("click", () => location.reload());

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
    console.warn("loading failed:", reason);
    if (!reloadOnce()) fail("load");
  }

  if (typeof WebAssembly !== "object") {
    fail("unsupported");
  } else {
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
      const blocked = reason instanceof WebAssembly.CompileError || reason instanceof EvalError;
      if (blocked) {
        console.warn("WebAssembly:", reason);
        fail("unsupported");
      } else if (!html.dataset.failed) {
        failedToLoad(reason);
      }
    } finally {
      clearTimeout(watchdog);
    }
  }
})();
