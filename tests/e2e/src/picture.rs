//! Pictures of the whole page, also below the window's edge.

use crate::Session;
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::path::Path;

/// The most device pixels in one direction that Chromium draws in one picture.
const LIMIT: f64 = 16_000.0;

impl Session {
    /// Writes a PNG of the whole page, as on screen or as on paper.
    ///
    /// # Errors
    /// If the page is gone or the file cannot be written.
    pub async fn picture(&self, file: &Path, print: bool) -> Result<()> {
        let options = self.options();
        // Plots draw only when visible: a window as high as the page shows all of them.
        let all = self.page_height().await?.max(f64::from(options.height));
        let window = all.min(LIMIT / options.dpr).ceil();
        self.emulate(window as u32).await?;
        if print {
            self.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        }
        self.js("return document.fonts.ready.then(() => 1)", &[]).await?;
        // Parts and texts of plots that become visible may have to be fetched first.
        let here = "return ![...document.querySelectorAll('.loading')].some(e => e.getClientRects().length)";
        self.wait(here, &[]).await?;
        self.framed().await?;
        self.frames(4).await?;
        let height = self.page_height().await?;
        // Where the window cannot be that high, the rest is scrolled into view, and stays drawn.
        for page in (1..(height / window).ceil() as u32).rev().chain([0]) {
            let top = json!(f64::from(page) * window);
            self.js("scrollTo({ top: arguments[0], behavior: 'instant' })", &[top]).await?;
            self.frames(4).await?;
        }
        let scale = (LIMIT / (height * options.dpr)).min(1.0);
        let params = json!({
            "format": "png",
            "captureBeyondViewport": true,
            "clip": { "x": 0, "y": 0, "width": options.width, "height": height, "scale": scale },
        });
        let answer = self.cdp("Page.captureScreenshot", params).await?;
        self.emulate(options.height).await?;
        let png = STANDARD.decode(answer["data"].as_str().context("no picture came back")?)?;
        std::fs::write(file, png).with_context(|| file.display().to_string())
    }

    /// Waits until the pages in this one's frames are live.
    ///
    /// # Errors
    /// If they do not become so.
    pub async fn framed(&self) -> Result<()> {
        let live = "return [...document.querySelectorAll('iframe')].every(frame => {
            const page = frame.contentDocument;
            return page === null || page.documentElement.dataset.ready === 'true';
        })";
        self.wait(live, &[]).await?;
        self.frames(4).await
    }

    async fn page_height(&self) -> Result<f64> {
        let script = "return document.documentElement.getBoundingClientRect().height";
        self.js(script, &[]).await?.as_f64().context("the page has no height")
    }
}
