// For pages that embed Activation Explorer: gives its frames the height they need, and adds the
// element <activation-explorer fn="elu" alpha="1.5">, whose attributes are the keys of the address.
(() => {
  const base = new URL("./", document.currentScript.src);
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(base.href));

  addEventListener("message", ({ source, data }) => {
    if (data?.source !== "activation-explorer" || !(data.height > 0)) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (frame) frame.style.height = `${Math.min(data.height, 20000)}px`;
  });

  // Those that were ready before this script tell their height again.
  for (const frame of frames()) {
    frame.contentWindow?.postMessage({ source: "activation-explorer", type: "get" }, "*");
  }

  // A page may have this script twice, once for every snippet it pasted.
  if (customElements.get("activation-explorer")) return;
  customElements.define(
    "activation-explorer",
    class extends HTMLElement {
      connectedCallback() {
        if (this.firstElementChild?.tagName === "IFRAME") return;
        const keys = new URLSearchParams({ embed: "1", view: "function" });
        for (const { name, value } of this.attributes) {
          if (!["id", "class", "style", "title", "height"].includes(name)) keys.set(name, value);
        }
        const frame = document.createElement("iframe");
        frame.src = `${base.href}?${keys}`;
        frame.title = this.title || `Activation Explorer: ${keys.get("fn") || keys.get("view")}`;
        frame.loading = "lazy";
        frame.allow = "fullscreen; clipboard-write";
        frame.style.cssText = `border:0;display:block;width:100%;height:${parseInt(this.getAttribute("height")) || 520}px`;
        this.style.display ||= "block";
        this.replaceChildren(frame);
      }
    },
  );
})();
