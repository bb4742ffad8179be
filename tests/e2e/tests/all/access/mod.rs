//! The page for those who see, hear or move otherwise: what axe finds, contrast, words, keys, small
//! windows, paper.

mod axe;
mod fit;
mod keys;
mod sight;
mod words;

use anyhow::Result;
use e2e::{Session, json};

/// A state of every view.
pub(crate) const VIEWS: &[&str] = &[
    "view=gallery",
    "view=function&fn=elu&x=-1",
    "view=compare&x=1",
    "view=neuron",
    "view=saturation&fn=tanh",
    "view=linear",
    "view=zigzag&autoplay=0",
    "view=kink",
    "view=learn&chapter=03-sigmoid-tanh",
    "view=choose",
    "view=evidence&fn=rrelu",
    "view=softmax",
    "view=maxout",
    "view=function&fn=swiglu&x=1",
    "view=function&fn=rrelu&train=1",
    "view=embed&show=zigzag",
];

/// What the system asks for, besides a size.
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
    .await
}
