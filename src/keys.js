// Keys of the whole page: `/` and Ctrl-K search, P begins the lecture mode. In a frame they are the
// host page's.

if (parent === window) {
  const typed = "input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]";
  addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    const key = (control ? "Ctrl-" : "") + event.key.toLowerCase();
    const typing = !control && event.target.matches?.(typed);
    if (event.defaultPrevented || event.altKey || typing) return;
    const themes = key === "p" && document.querySelector("select[name=theme]");
    const find = ["/", "Ctrl-k"].includes(key) && document.querySelector("button.find");
    if (find) {
      find.click();
    } else if (themes) {
      themes.value = "present";
      themes.dispatchEvent(new Event("change", { bubbles: true }));
    } else return;
    event.preventDefault();
  });
}
