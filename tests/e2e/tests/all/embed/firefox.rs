//! The page in Firefox: the contract, every view, formulas.

use super::contract::{ELU, contract};
use super::stage::Stage;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use e2e::{Session, in_firefox, json, states};
use std::time::Duration;

/// The kind of failure shown, empty if there is none.
const FAILED: &str = "return document.documentElement.dataset.failed ?? ''";

#[tokio::test]
async fn it_keeps_the_contract_in_firefox() -> Result<()> {
    for sandbox in ["", "sandbox='allow-scripts'", "sandbox='allow-scripts allow-same-origin'"] {
        let stage = Stage::with(&ELU.replace("{sandbox}", sandbox)).await?;
        in_firefox(async |page| {
            stage.open(page, 1).await?;
            page.js("before.focus()", &[]).await?;
            contract(page, &stage).await?;
            let focus = "return document.activeElement.id";
            ensure!(page.text(focus, &[]).await? == "before", "the frame took the focus");
            Ok(())
        })
        .await
        .with_context(|| format!("in an iframe with {sandbox:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn thirty_on_a_page_load_in_firefox() -> Result<()> {
    let frame =
        "<iframe src='{ours}?embed=1&view=function&fn=elu' height=520 loading=lazy></iframe>";
    let stage = Stage::with(&frame.repeat(30)).await?;
    in_firefox(async |page| {
        stage.open(page, 1).await?;
        let scroll = "return (async () => {
            for (let y = 0; y < document.documentElement.scrollHeight; y += 150) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
            }
        })()";
        page.js(scroll, &[]).await?;
        let all = "return new Set(got.filter(g => g.data.type === 'ready').map(g => g.frame)).size";
        page.wait_within(Duration::from_secs(60), &format!("{all} === 30"), &[])
            .await
            .context("loading all of them")
    })
    .await
}

#[tokio::test]
async fn every_view_is_drawn_in_firefox() -> Result<()> {
    in_firefox(async |page| {
        for view in views::ALL {
            let name = view.id;
            page.goto(&format!("?view={name}")).await.with_context(|| name.to_owned())?;
            ensure!(page.text(FAILED, &[]).await?.is_empty(), "{name} failed");
            page.wait("return document.querySelector('main').textContent.length > 200", &[])
                .await
                .with_context(|| format!("{name} says next to nothing"))?;
            // The lesson has figures; others without plots are text, or drawn with elements.
            if states::draws(view) || view.reads.chapter {
                page.wait("return !!document.querySelector('main canvas')", &[])
                    .await
                    .with_context(|| format!("{name}: no plot"))?;
                page.js("document.querySelector('main canvas').scrollIntoView()", &[]).await?;
                page.wait(DRAWN, &[]).await.with_context(|| format!("{name}: nothing is drawn"))?;
            }
            let wide =
                "const html = document.documentElement; return html.scrollWidth - html.clientWidth";
            ensure!(page.js(wide, &[]).await? == json!(0), "{name} is wider than the window");
        }
        formulas(page).await
    })
    .await
}

/// True if a visible canvas has something on it.
const DRAWN: &str = "return [...document.querySelectorAll('main canvas')].some(canvas => {
    const box = canvas.getBoundingClientRect();
    return box.top < innerHeight && canvas.width > 0 && canvas.getContext('2d')
        .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0) })";

async fn formulas(page: &Session) -> Result<()> {
    page.goto("?view=function&fn=elu").await?;
    page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await?;
    // A fraction or a row of cases is higher than a letter: it has been laid out as mathematics.
    let laid_out = "return [...document.querySelectorAll('.formula math')].every(math =>
        math.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(math).fontSize)
        && !math.querySelector('merror'))";
    ensure!(page.js(laid_out, &[]).await? == json!(true), "the formulas are a line of letters");
    Ok(())
}
