//! Accessibility: the findings of axe-core, contrast, words for screen readers, keys, small
//! windows, paper.

mod axe;
mod fit;
mod keys;
mod sight;
mod words;

use activation_explorer::address::View;
use activation_explorer::views::function;
use anyhow::Result;
use e2e::{Session, json, states};

/// A state of every view, and of what only some functions have.
pub(crate) fn views() -> Vec<(&'static View, String)> {
    let mut all = states::first();
    let more = ["fn=swiglu&x=1", "fn=rrelu&train=1"];
    all.extend(more.map(|state| (&function::VIEW, states::query(&function::VIEW, state))));
    all
}

/// Sets a preference of the system besides the window's size.
pub(crate) async fn prefer(page: &Session, name: &str, value: &str) -> Result<()> {
    let features = json!([{ "name": name, "value": value }]);
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    page.frames(2).await
}

/// Opens a state and waits for its texts.
pub(crate) async fn open(page: &Session, query: &str) -> Result<()> {
    page.goto(query).await?;
    page.wait(
        "return ![...document.querySelectorAll('.loading')].some(e => e.getClientRects().length)
            && ![...document.querySelectorAll('.reading > article > div:empty')].length",
        &[],
    )
    .await?;
    // Its height becomes that of the page in it.
    page.framed().await
}
