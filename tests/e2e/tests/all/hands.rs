//! A finger that scrolls the page moves nothing on its way; one that drags sideways or taps does.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// All numbers that a hand could change.
const STATE: &str = "return JSON.stringify([...document.querySelectorAll('[data-read], input, .grip, .hair, .dot')]
    .map(e => [e.getAttribute('value'), e.value, e.style.transform, e.style.left, e.style.bottom]))";

/// Every surface that a finger can drag on, with a place on it that is on no grip.
const SURFACES: [(&str, &str, (f64, f64)); 12] = [
    ("view=gallery", ".stage .rail", (0.3, 0.8)),
    ("view=function&fn=gelu&x=1", ".probe", (0.35, 0.5)),
    ("view=function&fn=gelu", ".probe", (0.35, 0.5)),
    ("view=compare&x=1", ".probe", (0.35, 0.5)),
    ("view=kink&x=1", ".probe", (0.35, 0.5)),
    ("view=neuron", ".points", (0.3, 0.4)),
    ("view=function&fn=swiglu", ".pad", (0.25, 0.4)),
    ("view=maxout", ".probe", (0.2, 0.8)),
    ("view=maxout", ".planes .pad", (0.25, 0.4)),
    ("view=maxout", ".two .pad", (0.3, 0.8)),
    ("view=softmax", ".bars .tracks", (0.5, 0.85)),
    ("view=softmax", ".triangle", (0.5, 0.75)),
];

/// The place of a point of an element in the middle of the window, with room to scroll both ways.
async fn place(page: &Session, query: &str, selector: &str, at: (f64, f64)) -> Result<(f64, f64)> {
    page.goto(&format!("?{query}")).await?;
    page.wait("return !!document.querySelector(arguments[0])", &[json!(selector)]).await?;
    // Texts that arrive later would move it.
    page.frames(30).await?;
    let room = "document.body.style.padding = '900px 0'";
    page.js(room, &[]).await?;
    let at = page.point(selector, at).await?;
    page.frames(5).await?;
    Ok(at)
}

/// A finger's way in ten steps, without the end.
async fn go(page: &Session, from: (f64, f64), by: (f64, f64)) -> Result<()> {
    for i in 1..=10 {
        let t = f64::from(i) / 10.0;
        page.touch("touchMove", &[(from.0 + t * by.0, from.1 + t * by.1)]).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_finger_that_scrolls_moves_nothing() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (query, selector, at) in SURFACES {
            for by in [(0.0, -160.0), (30.0, -160.0), (12.0, 160.0)] {
                let name = format!("{query} {selector}, by {by:?}");
                let from = place(page, query, selector, at).await.context(name.clone())?;
                let (before, top) =
                    (page.text(STATE, &[]).await?, page.js("return scrollY", &[]).await?);
                page.touch("touchStart", &[from]).await?;
                go(page, from, by).await?;
                page.touch("touchEnd", &[]).await?;
                page.frames(10).await?;
                ensure!(page.js("return scrollY", &[]).await? != top, "{name}: it does not scroll");
                let after = page.text(STATE, &[]).await?;
                ensure!(after == before, "{name}: {before} became {after}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_finger_that_goes_sideways_drags_from_the_start_and_a_tap_counts() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (query, selector, at) in SURFACES {
            let from = place(page, query, selector, at).await?;
            let before = page.text(STATE, &[]).await?;
            // What is above may change its height.
            let top = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
            let stood = page.js(top, &[json!(selector)]).await?.as_f64().context("a place")?;
            page.touch("touchStart", &[from]).await?;
            go(page, from, (24.0, 3.0)).await?;
            page.frames(3).await?;
            let during = page.text(STATE, &[]).await?;
            ensure!(during != before, "{query} {selector}: it does not begin at once");
            go(page, (from.0 + 24.0, from.1 + 3.0), (40.0, 2.0)).await?;
            page.touch("touchEnd", &[]).await?;
            page.frames(3).await?;
            let after = page.text(STATE, &[]).await?;
            ensure!(after != during && after != before, "{query} {selector}: it does not go on");
            let stands = page.js(top, &[json!(selector)]).await?.as_f64().context("a place")?;
            ensure!((stands - stood).abs() < 15.0, "{query} {selector}: it scrolls");

            let at = place(page, query, selector, at).await?;
            let before = page.text(STATE, &[]).await?;
            page.touch("touchStart", &[at]).await?;
            page.touch("touchEnd", &[]).await?;
            page.frames(3).await?;
            ensure!(
                page.text(STATE, &[]).await? != before,
                "{query} {selector}: a tap does nothing"
            );
        }
        Ok(())
    })
    .await
}
