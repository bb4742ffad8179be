//! The wheel over a frame: it scrolls the page around, but for a reader who has just pressed on the
//! plot.

use super::contract::ELU;
use super::stage::{Stage, get};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};
use std::time::Duration;

#[tokio::test]
async fn the_wheel_scrolls_the_page_around_and_zooms_with_ctrl() -> Result<()> {
    let high = "<div style='height:3000px'></div>";
    let frame = ELU.replace("{sandbox}", "").replace("520", "900");
    let stage = Stage::with(&format!("{frame}{high}")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        let at = page.point("iframe", (0.3, 0.2)).await?;
        page.js("scrollTo(0, 0)", &[]).await?;
        let before = get(page, 0).await?["state"]["xmax"].clone();
        page.wheel(at, 200.0, 0).await?;
        page.wait("return scrollY > 100", &[]).await.context("the wheel was held up")?;
        ensure!(get(page, 0).await?["state"]["xmax"] == before, "the wheel zoomed");
        page.js("scrollTo(0, 0)", &[]).await?;
        page.wheel(at, -200.0, 2).await?;
        let mut zoomed = before.clone();
        for _ in 0..40 {
            zoomed = get(page, 0).await?["state"]["xmax"].clone();
            if zoomed != before {
                break;
            }
        }
        ensure!(zoomed.as_f64() < before.as_f64(), "Ctrl and the wheel left {before} at {zoomed}");
        ensure!(page.js("return scrollY", &[]).await? == json!(0), "it scrolled as well");
        Ok(())
    })
    .await
}

/// The right edge of the window in a frame, once it is another than `before`; the same after a while.
async fn edge(page: &Session, before: &Value) -> Result<Value> {
    let mut edge = before.clone();
    for _ in 0..20 {
        edge = get(page, 0).await?["state"]["xmax"].clone();
        if edge != *before {
            break;
        }
    }
    Ok(edge)
}

#[tokio::test]
async fn a_pressed_plot_gives_the_wheel_back() -> Result<()> {
    let frame = ELU.replace("{sandbox}", "").replace("520", "900");
    let high = "<div style='height:3000px'></div>";
    let stage = Stage::with(&format!("{frame}{high}")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        let at = page.point("iframe", (0.3, 0.2)).await?;
        page.js("scrollTo(0, 0)", &[]).await?;
        for how in ["Escape is pressed", "it has rested"] {
            let before = get(page, 0).await?["state"]["xmax"].clone();
            page.mouse("mousePressed", at, 1).await?;
            page.mouse("mouseReleased", at, 1).await?;
            page.wheel(at, -100.0, 0).await?;
            let zoomed = edge(page, &before).await?;
            ensure!(zoomed.as_f64() < before.as_f64(), "a pressed plot does not zoom: {zoomed}");
            if how.starts_with("Escape") {
                page.key("Escape", None).await?;
            } else {
                tokio::time::sleep(Duration::from_millis(3300)).await;
            }
            // Escape leads back to the usual window, too.
            page.frames(20).await?;
            let rests = get(page, 0).await?["state"]["xmax"].clone();
            page.wheel(at, 150.0, 0).await?;
            page.wait("return scrollY > 100", &[])
                .await
                .with_context(|| format!("the wheel is kept when {how}"))?;
            page.frames(20).await?;
            let now = get(page, 0).await?["state"]["xmax"].clone();
            ensure!(now == rests, "it zooms from {rests} to {now} when {how}");
            page.js("scrollTo(0, 0)", &[]).await?;
        }
        Ok(())
    })
    .await?;
    // The debugging protocol does not tell a frame of another site that the pointer leaves it.
    in_page(Options { height: 500, ..Options::default() }, async |page| {
        page.goto("?embed=1&view=function&fn=elu").await?;
        let at = page.point(".probe", (0.4, 0.4)).await?;
        let edge = "return document.querySelector('figure').dataset.xMax";
        let before = page.text(edge, &[]).await?;
        page.mouse("mouseMoved", at, 0).await?;
        page.mouse("mousePressed", at, 1).await?;
        page.mouse("mouseReleased", at, 1).await?;
        page.wheel(at, -100.0, 0).await?;
        page.frames(5).await?;
        let zoomed = page.text(edge, &[]).await?;
        ensure!(zoomed != before, "a pressed plot does not zoom");
        page.mouse("mouseMoved", (at.0, 2.0), 0).await?;
        page.mouse("mouseMoved", at, 0).await?;
        page.wheel(at, -100.0, 0).await?;
        page.frames(10).await?;
        ensure!(page.text(edge, &[]).await? == zoomed, "it zooms after the pointer has left");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_sideways_wheel_scrolls_the_page_around() -> Result<()> {
    let frame = ELU.replace("{sandbox}", "").replace("520", "700 style='width:1000px'");
    let stage =
        Stage::with(&format!("{frame}<div style='width:4000px;height:3000px'></div>")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        let at = page.point("iframe", (0.3, 0.2)).await?;
        page.js("scrollTo(0, 0)", &[]).await?;
        let before = get(page, 0).await?["state"]["xmax"].clone();
        page.mouse("mousePressed", at, 1).await?;
        page.mouse("mouseReleased", at, 1).await?;
        let params =
            json!({ "type": "mouseWheel", "x": at.0, "y": at.1, "deltaX": 150, "deltaY": 0 });
        page.cdp("Input.dispatchMouseEvent", params).await?;
        page.wait("return scrollX > 100", &[]).await.context("the wheel was held up")?;
        ensure!(get(page, 0).await?["state"]["xmax"] == before, "it zoomed");
        Ok(())
    })
    .await
}
