//! What a sandbox forbids is told to the reader: new windows, and files.

use super::contract::ELU;
use super::stage::Stage;
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page, json};

/// The text and the address of the message about a window that does not open.
const TOLD: &str = "const told = document.querySelector('.full .blocked');
    return told ? [told.firstChild.textContent, told.querySelector('textarea').value] : null";

#[tokio::test]
async fn a_window_that_does_not_open_is_told() -> Result<()> {
    for (sandbox, opens) in [("allow-scripts", false), ("allow-scripts allow-popups", true)] {
        let stage = Stage::with(&ELU.replace("{sandbox}", &format!("sandbox='{sandbox}'"))).await?;
        in_page(Options { height: 1300, ..Options::default() }, async |page| {
            stage.open(page, 1).await?;
            // Texts that arrive later would move the link.
            page.frames(30).await?;
            let corner = "const frame = document.querySelector('iframe');
                frame.style.height = '1200px';
                const b = frame.getBoundingClientRect();
                return [b.left, b.top]";
            let corner: (f64, f64) = serde_json::from_value(page.js(corner, &[]).await?)?;
            page.driver().enter_frame(0).await?;
            let link = "const b = document.querySelector('.full a').getBoundingClientRect();
                return [b.left + b.width / 2, b.top + b.height / 2]";
            let link: (f64, f64) = serde_json::from_value(page.js(link, &[]).await?)?;
            page.driver().enter_default_frame().await?;
            let at = (corner.0 + link.0, corner.1 + link.1);
            page.mouse("mousePressed", at, 1).await?;
            page.mouse("mouseReleased", at, 1).await?;
            page.driver().enter_frame(0).await?;
            if opens {
                let mut windows = 1;
                for _ in 0..40 {
                    windows = page.driver().windows().await?.len();
                    if windows == 2 {
                        break;
                    }
                    page.frames(5).await?;
                }
                ensure!(windows == 2, "{sandbox}: {windows} windows");
                ensure!(page.js(TOLD, &[]).await?.is_null(), "told without a need");
            } else {
                page.wait(&TOLD.replace("return told ?", "return !!told; return told ?"), &[])
                    .await
                    .context("nothing is told")?;
                let told: (String, String) = serde_json::from_value(page.js(TOLD, &[]).await?)?;
                ensure!(told.0.contains("no new window"), "{told:?}");
                let ours = stage.ours.other_url("our/page/");
                let wanted = format!("{ours}?view=function&fn=elu&alpha=1.5&x=-2&lang=en");
                ensure!(told.1 == wanted, "{told:?}");
                ensure!(page.driver().windows().await?.len() == 1, "and yet it opened");
            }
            page.driver().enter_default_frame().await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_file_that_may_not_come_is_told() -> Result<()> {
    let frame = "<iframe src='{ours}?view=function&fn=elu&lang=en' height=2000 sandbox='allow-scripts'></iframe>";
    let stage = Stage::with(frame).await?;
    let press = "document.querySelector('[data-take=csv]').click()";
    let offered = "return !!document.querySelector('.take .outcome a[download]')";
    let hints = "return [...document.querySelectorAll('.take .outcome a:not([download])')]
        .map(a => a.textContent + ' ' + a.href).join()";
    in_page(Options { height: 2200, ..Options::default() }, async |page| {
        stage.open(page, 1).await?;
        page.driver().enter_frame(0).await?;
        page.wait("return !!document.querySelector('[data-take=csv]')", &[]).await?;
        page.js(press, &[]).await?;
        page.wait(offered, &[]).await?;
        let told = page.text(hints, &[]).await?;
        page.driver().enter_default_frame().await?;
        let ours = stage.ours.other_url("our/page/");
        ensure!(told.contains("forbids downloads"), "{told:?}");
        ensure!(told.contains(&format!("{ours}?view=function&fn=elu")), "{told}");
        // By itself the page has nothing to say.
        page.goto("?view=function&fn=elu").await?;
        page.js(press, &[]).await?;
        page.wait(offered, &[]).await?;
        ensure!(page.js(hints, &[]).await? == json!(""), "told without a frame");
        Ok(())
    })
    .await
}
