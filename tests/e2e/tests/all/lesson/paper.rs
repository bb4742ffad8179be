//! The lesson on paper.

use super::open;
use anyhow::{Result, ensure};
use e2e::{Options, in_page};
use serde_json::json;

/// The colours of words, formulas, boxes and lines are dark, and the paper is white.
#[tokio::test]
async fn a_dark_page_is_printed_dark_on_white() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn&chapter=04-relu-family&theme=dark").await?;
        let colours = "const light = text => { const [r, g, b] = text.match(/[\\d.]+/g).map(Number);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b };
            const of = (selector, key) => light(getComputedStyle(document.querySelector(selector))[key]);
            return [of('body', 'backgroundColor'), of('.reading section > p', 'color'), of('.reading math', 'color'),
                of('.claim .verdict', 'color'), of('.evidence rect', 'fill'), of('figure .still .f', 'stroke')]";
        page.wait("return !!document.querySelector('figure .still .f')", &[]).await?;
        let seen: Vec<f64> = serde_json::from_value(page.js(colours, &[]).await?)?;
        ensure!(seen[0] < 60.0 && seen[1] > 180.0, "the page is not dark: {seen:?}");
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        page.frames(2).await?;
        let printed: Vec<f64> = serde_json::from_value(page.js(colours, &[]).await?)?;
        ensure!(printed[0] > 254.0, "the paper is not white: {printed:?}");
        ensure!(printed[1..].iter().all(|ink| *ink < 120.0), "light ink: {printed:?}");
        let turned = "return getComputedStyle(document.querySelector('figure canvas')).filter";
        page.js("document.querySelector('figure[data-query]').scrollIntoView()", &[]).await?;
        page.wait("return !!document.querySelector('figure canvas')", &[]).await?;
        let filter = page.text(turned, &[]).await?;
        ensure!(filter.contains("invert(1)"), "what is drawn stays light: {filter}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_paper_there_is_text_and_no_controls() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn&chapter=04-relu-family").await?;
        page.js("document.querySelector('figure[data-query]').scrollIntoView()", &[]).await?;
        page.wait("return !!document.querySelector('figure [data-plot]')", &[]).await?;
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        page.frames(2).await?;
        let seen = "return [...document.querySelectorAll(arguments[0])].filter(e => e.getClientRects().length).length";
        for (selector, some) in [
            (".contents, .pager, .bar nav, .bar .settings, .sliders, .reading .show", false),
            ("button, select, input", false),
            (".reading h1", true),
            (".reading .claim", true),
            (".reading math", true),
            ("figure .plot canvas", true),
            // A figure that has not been on screen yet is a still picture.
            ("figure .picture svg", true),
            (".evidence svg rect", true),
        ] {
            let count = page.js(seen, &[json!(selector)]).await?;
            ensure!((count != json!(0)) == some, "{count} of {selector} on paper");
        }
        // Demonstrations, too, leave their controls on the screen.
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "screen" })).await?;
        for slug in ["01-activation", "02-nonlinear", "07-many-inputs", "10-zero-centring", "11-kink"] {
            open(page, &format!("?view=learn&chapter={slug}")).await?;
            page.js("document.querySelector('figure[data-query]').scrollIntoView()", &[]).await?;
            page.wait("return !!document.querySelector('figure :is([data-plot], .bars)')", &[]).await?;
            let controls = ".reading :is(button, select, input[type=range])";
            ensure!(page.js(seen, &[json!(controls)]).await? != json!(0), "{slug}: nothing to move");
            page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            page.frames(2).await?;
            let count = page.js(seen, &[json!(controls)]).await?;
            ensure!(count == json!(0), "{slug}: {count} controls on paper");
            page.cdp("Emulation.setEmulatedMedia", json!({ "media": "screen" })).await?;
        }
        Ok(())
    })
    .await
}
