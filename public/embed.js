// For pages that embed Activation Explorer: gives its frames the height they need, and adds the
// element <activation-explorer fn="elu" alpha="1.5">, whose attributes are the keys of the address.
(() => {
  const base = new URL("./", document.currentScript.src);
  const own = (frame) => frame.src.startsWith(base.href);

  addEventListener("message", ({ source, data }) => {
    if (data?.source !== "activation-explorer" || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && own(frame)) {
        frame.style.height = `${Math.min(data.height, 20000)}px`;
      }
    }
  });

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
        frame.style.cssText = `border:0;width:100%;height:${parseInt(this.getAttribute("height")) || 520}px`;
        this.replaceChildren(frame);
      }
    },
  );
})();
