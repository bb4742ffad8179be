//! Drawing under odd sizes: a storm of them, none at all, far too large, every pixel ratio.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// The front canvas of the plot, with a count of its drawings.
const COUNTED: &str = "window.plot = document.querySelector('.plot');
    window.canvas = plot.querySelector('canvas.front');
    window.drawn = 0;
    const context = canvas.getContext('2d');
    context.clearRect = (...all) => {
        drawn += 1;
        CanvasRenderingContext2D.prototype.clearRect.apply(context, all);
    }";
const INKED: &str = "return canvas.width > 0 && canvas.height > 0 && canvas.getContext('2d')
    .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0)";

async fn quiet(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:#?}");
    Ok(())
}

#[tokio::test]
async fn a_storm_of_sizes_is_one_drawing_a_frame() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=relu").await?;
        page.js(COUNTED, &[]).await?;
        let storm = "return (async () => {
            for (let frame = 0; frame < 30; frame++) {
                for (let i = 0; i < 20; i++) plot.style.width = `${300 + (frame * 37 + i * 11) % 400}px`;
                await new Promise(requestAnimationFrame);
            }
            await new Promise(requestAnimationFrame);
            return drawn;
        })()";
        let drawn = page.js(storm, &[]).await?.as_u64().context("a count")?;
        ensure!((10..=32).contains(&drawn), "{drawn} drawings in 31 frames");
        // A gesture that only moves the probe draws nothing.
        page.js("drawn = 0", &[]).await?;
        for i in 0..10 {
            let at = page.point(".probe", (0.1 + 0.05 * f64::from(i), 0.5)).await?;
            page.mouse("mouseMoved", at, 0).await?;
        }
        page.frames(2).await?;
        ensure!(page.number("[data-read=x]").await?.is_finite(), "the mouse reads nothing");
        ensure!(page.js("return drawn", &[]).await? == json!(0), "hovering draws");
        quiet(page).await
    })
    .await
}

#[tokio::test]
async fn no_size_is_too_small_or_too_large() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=relu").await?;
        page.js(COUNTED, &[]).await?;
        for (width, height) in [(0, 0), (10_000, 10_000), (1, 400), (400, 1), (10_000, 50), (480, 320)] {
            let size = "Object.assign(plot.style, { width: `${arguments[0]}px`, height: `${arguments[1]}px`, maxWidth: 'none' })";
            page.js(size, &[json!(width), json!(height)]).await?;
            page.frames(3).await?;
            let sides = page.js("return [canvas.width, canvas.height]", &[]).await?;
            let sides: [u32; 2] = serde_json::from_value(sides)?;
            ensure!(sides.iter().all(|side| *side <= 8192), "{width} × {height}: {sides:?}");
        }
        ensure!(page.js(INKED, &[]).await? == json!(true), "it does not recover");
        quiet(page).await
    })
    .await
}

#[tokio::test]
async fn it_is_sharp_at_every_pixel_ratio() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=relu").await?;
        page.js(COUNTED, &[]).await?;
        // By zooming, which changes the size in CSS pixels, too: the emulation of a ratio alone
        // sends no event.
        for (turn, ratio) in [0.5f64, 1.0, 1.25, 2.0, 3.0, 5.0].into_iter().enumerate() {
            let metrics = json!({ "width": 1000 + 10 * turn, "height": 700, "deviceScaleFactor": ratio, "mobile": false });
            page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
            let sharp = "const { width } = plot.getBoundingClientRect();
                return Math.abs(canvas.width - width * arguments[0]) <= 1";
            // More than four cannot be seen; memory is scarcer.
            let drawn = ratio.min(4.0);
            page.wait(sharp, &[json!(drawn)]).await.with_context(|| format!("at {ratio}"))?;
            page.frames(2).await?;
            ensure!(page.js(INKED, &[]).await? == json!(true), "blank at {ratio}");
        }
        quiet(page).await
    })
    .await
}
