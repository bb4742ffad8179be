//! The wheel over a plot: it scrolls the page, that around a frame, too; with Ctrl it zooms.

use super::contract::ELU;
use super::stage::{Stage, get};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

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

#[tokio::test]
async fn a_pressed_plot_does_not_keep_the_wheel() -> Result<()> {
    let frame = ELU.replace("{sandbox}", "").replace("520", "900");
    let high = "<div style='height:3000px'></div>";
    let stage = Stage::with(&format!("{frame}{high}")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        let at = page.point("iframe", (0.3, 0.2)).await?;
        page.js("scrollTo(0, 0)", &[]).await?;
        let before = get(page, 0).await?["state"]["xmax"].clone();
        page.mouse("mousePressed", at, 1).await?;
        page.mouse("mouseReleased", at, 1).await?;
        page.wheel(at, 200.0, 0).await?;
        page.wait("return scrollY > 100", &[]).await.context("a press keeps the wheel")?;
        ensure!(get(page, 0).await?["state"]["xmax"] == before, "the wheel zoomed");
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

/// The window of the plot under the pointer.
async fn edges(page: &Session) -> Result<String> {
    let read =
        "const { xMin, xMax, yMin, yMax } = document.querySelector('figure:has(.probe)').dataset;
        return [xMin, xMax, yMin, yMax].join()";
    page.text(read, &[]).await
}

#[tokio::test]
async fn the_wheel_scrolls_past_every_plot_that_zooms() -> Result<()> {
    let views = [
        "?view=function&fn=elu",
        "?view=function&fn=elu&zoom=on",
        "?view=compare&cmp=relu,elu",
        "?view=maxout",
        "?view=kink",
    ];
    in_page(Options { height: 500, ..Options::default() }, async |page| {
        for view in views {
            page.goto(view).await?;
            page.js("scrollTo(0, 0)", &[]).await?;
            let at = page.point("figure .probe", (0.4, 0.5)).await?;
            let (own, top) = (edges(page).await?, page.js("return scrollY", &[]).await?);
            page.wheel(at, 150.0, 0).await?;
            page.wait("return scrollY > arguments[0] + 100", std::slice::from_ref(&top))
                .await
                .with_context(|| format!("{view} keeps the wheel"))?;
            ensure!(edges(page).await? == own, "{view}: the wheel zooms");
            let at = page.point("figure .probe", (0.4, 0.5)).await?;
            let top = page.js("return scrollY", &[]).await?;
            page.wheel(at, -150.0, 2).await?;
            ensure!(edges(page).await? != own, "{view}: Ctrl and the wheel do not zoom");
            ensure!(page.js("return scrollY", &[]).await? == top, "{view} scrolls as well");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_wheel_tells_how_to_zoom_and_no_other() -> Result<()> {
    let shown = "const hint = document.querySelector('.wheel');
        return hint.hidden ? '' : hint.textContent";
    for (lang, mac, hint) in [("en", false, "Ctrl + wheel"), ("zh", true, "⌘ + 滚轮")] {
        in_page(Options::default(), async |page| {
            if mac {
                let agent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
                page.cdp("Emulation.setUserAgentOverride", json!({ "userAgent": agent })).await?;
            }
            page.goto(&format!("?view=function&fn=elu&lang={lang}")).await?;
            let at = page.point(".probe", (0.4, 0.5)).await?;
            ensure!(page.text(shown, &[]).await?.is_empty(), "shown before the wheel turns");
            page.wheel(at, 1.0, 0).await?;
            let text = page.text(shown, &[]).await?;
            ensure!(text.contains(hint), "{text}");
            page.wait("return document.querySelector('.wheel').hidden", &[]).await?;
            page.wheel(at, 1.0, 0).await?;
            ensure!(page.text(shown, &[]).await?.is_empty(), "shown twice");
            page.goto(&format!("?view=function&fn=tanh&lang={lang}")).await?;
            let at = page.point(".probe", (0.4, 0.5)).await?;
            page.wheel(at, 1.0, 0).await?;
            ensure!(page.text(shown, &[]).await?.is_empty(), "shown again in the session");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_pinch_that_safari_tells_zooms() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let own = page.figure("elu").await?;
        let pinch = "const at = document.querySelector('.probe'), b = at.getBoundingClientRect();
            const event = new Event(arguments[0], { bubbles: true, cancelable: true });
            const [clientX, clientY] = [b.left + b.width / 2, b.top + b.height / 2];
            at.dispatchEvent(Object.assign(event, { scale: arguments[1], clientX, clientY }));
            return event.defaultPrevented";
        for (kind, scale) in [("gesturestart", 1.0), ("gesturechange", 1.5), ("gesturechange", 2.0)]
        {
            let taken = page.js(pinch, &[json!(kind), json!(scale)]).await?;
            ensure!(taken == json!(true), "{kind} zooms the page");
            page.frames(2).await?;
        }
        let near = page.figure("elu").await?;
        let factor = (own.x_max - own.x_min) / (near.x_max - near.x_min);
        ensure!((factor - 2.0).abs() < 0.01, "a pinch to twice the size zooms by {factor}");
        Ok(())
    })
    .await
}
