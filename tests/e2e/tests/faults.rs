//! What the page does when the browser or the network lets it down.

use anyhow::{Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

/// Runs a script before any of the page's own.
async fn before_everything(page: &Session, source: &str) -> Result<()> {
    page.cdp("Page.enable", json!({})).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    Ok(())
}

/// Opens the page and waits for the message that it failed in this way.
async fn fails_with(page: &Session, kind: &str) -> Result<String> {
    page.driver().goto(page.url("")).await?;
    page.wait("return document.documentElement.dataset.failed === arguments[0]", &[json!(kind)])
        .await?;
    let script = "return [...document.querySelectorAll('#failure p')]
        .filter(p => p.getClientRects().length > 0).map(p => p.textContent).join('|')";
    page.text(script, &[]).await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_so() -> Result<()> {
    in_page(Options::default(), async |page| {
        before_everything(page, "delete globalThis.WebAssembly").await?;
        let shown = fails_with(page, "unsupported").await?;
        ensure!(shown.contains("WebAssembly") && !shown.contains('|'), "{shown:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_that_does_not_arrive_is_told_after_one_reload() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        let shown = fails_with(page, "load").await?;
        ensure!(!shown.is_empty(), "no message");
        let reloads = "return performance.getEntriesByType('navigation')[0].type";
        ensure!(page.text(reloads, &[]).await? == "reload", "it did not try again by itself");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_storage_everything_still_works() -> Result<()> {
    in_page(Options::default(), async |page| {
        let broken = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })";
        before_everything(page, broken).await?;
        page.goto("?lang=en").await?;
        page.js("document.querySelector('button.language').click()", &[]).await?;
        page.wait("return document.documentElement.lang === 'zh-CN'", &[]).await?;
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_canvas_the_page_says_so_and_still_reads_numbers() -> Result<()> {
    in_page(Options::default(), async |page| {
        before_everything(page, "HTMLCanvasElement.prototype.getContext = () => null").await?;
        page.goto("?view=function&fn=tanh&x=0").await?;
        page.wait("return !document.querySelector('.missing').hidden", &[]).await?;
        ensure!(page.number("[data-read=df]").await? == 1.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_that_do_not_arrive_can_be_asked_for_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*/content/*"] })).await?;
        page.goto("?view=function&fn=elu").await?;
        page.wait("return !document.querySelector('.subject [role=status]').hidden", &[]).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        page.js("document.querySelector('.subject [role=status] button').click()", &[]).await?;
        page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await
    })
    .await
}

#[tokio::test]
async fn a_resized_plot_is_drawn_again_at_once() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=relu").await?;
        // Looks at the picture in the same frame in which the size changes.
        let script = "const figure = document.querySelector('figure[data-plot]');
            const canvas = figure.querySelector('canvas');
            const inked = () => canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0);
            return new Promise(done => {
                const before = canvas.width;
                new ResizeObserver(() => setTimeout(() => {
                    if (canvas.width !== before) done(inked());
                })).observe(canvas);
                document.querySelector('.plot').style.width = '320px';
            })";
        ensure!(page.js(script, &[]).await? == json!(true), "the plot is blank after a resize");
        let figure = "const f = document.querySelector('figure[data-plot]');
            const [left, top, width] = f.dataset.area.split(' ').map(Number);
            return left + width <= 320";
        ensure!(page.js(figure, &[]).await? == json!(true), "data-area is not of the new size");
        Ok(())
    })
    .await
}
