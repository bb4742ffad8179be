//! Handles on the curve of a function: dragged, touched and moved by keys; sliders and address follow.

use activation_explorer::activation::by_id;
use activation_explorer::views::function::handles::handles;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

/// The value of the slider of a parameter.
async fn slider(page: &Session, name: &str) -> Result<f64> {
    let read =
        "return Number(document.querySelector(`input[type=range][name=${arguments[0]}]`).value)";
    page.js(read, &[json!(name)]).await?.as_f64().context("no slider")
}

/// Whether the address comes to hold a text.
async fn address_has(page: &Session, text: &str) -> Result<()> {
    page.wait("return location.search.includes(arguments[0])", &[json!(text)])
        .await
        .with_context(|| format!("the address has no {text}"))
}

#[tokio::test]
async fn the_asymptote_of_elu_is_pulled_by_hand() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&x=1").await?;
        let figure = page.figure("elu").await?;
        let from = page.point(".bend", (0.5, 0.5)).await?;
        let unit = figure.height / (figure.y_max - figure.y_min);
        page.drag(from, (from.0 + 30.0, from.1 + 0.5 * unit)).await?;
        let alpha = slider(page, "alpha").await?;
        ensure!((alpha - 1.5).abs() < 2.0 / unit, "{alpha}");
        address_has(page, "alpha=1.").await?;
        ensure!(page.figure("elu").await? == figure, "the window moves");
        ensure!(page.number("[data-read=x]").await? == 1.0, "the probe moves");
        // Far beyond the end of the slider it stops there.
        let from = page.point(".bend", (0.5, 0.5)).await?;
        page.drag(from, (from.0, from.1 - 8.0 * unit)).await?;
        ensure!(slider(page, "alpha").await? == 0.0);
        page.js("document.querySelector('.bend').focus()", &[]).await?;
        page.key("ArrowDown", None).await?;
        let down = slider(page, "alpha").await?;
        ensure!(down > 0.0, "{down}");
        // What a screen reader is told follows.
        let told = "const bend = document.querySelector('.bend');
            return Number(bend.getAttribute('aria-valuenow')) === arguments[0]
                && bend.getAttribute('aria-valuetext').startsWith('α = ')
                && Number(bend.getAttribute('aria-valuemax')) === 3";
        page.wait(told, &[json!(down)]).await.context("the handle does not say its value")?;
        page.key("ArrowUp", None).await?;
        ensure!(slider(page, "alpha").await? < down);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_finger_pulls_the_left_leg() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=leaky_relu&negative_slope=0.2").await?;
        let a = page.point(".bend", (0.5, 0.5)).await?;
        page.touch("touchStart", &[a]).await?;
        for by in [5.0, 10.0, 15.0] {
            page.touch("touchMove", &[(a.0, a.1 + by)]).await?;
        }
        page.touch("touchEnd", &[]).await?;
        let slope = slider(page, "negative_slope").await?;
        ensure!(slope > 0.21, "{slope}");
        address_has(page, "negative_slope=").await
    })
    .await
}

#[tokio::test]
async fn every_function_has_the_handles_of_its_parameters() -> Result<()> {
    in_page(Options::default(), async |page| {
        for id in ["celu", "hard_sigmoid_ab", "hardtanh", "softplus", "swish", "relu6", "rrelu"] {
            page.goto(&format!("?view=function&fn={id}")).await?;
            page.figure(id).await?;
            let shown =
                "return document.querySelectorAll('.bend:not([hidden])[aria-label]').length";
            let count = handles(by_id(id).context(id)?).len();
            ensure!(page.js(shown, &[]).await? == json!(count), "{id} has not {count}");
            if count > 0 {
                let before = page.text("return location.search", &[]).await?;
                page.js("document.querySelector('.bend').focus()", &[]).await?;
                let key = if id.starts_with("hard") { "ArrowLeft" } else { "ArrowDown" };
                page.key(key, None).await?;
                page.wait("return location.search !== arguments[0]", &[json!(before)])
                    .await
                    .with_context(|| format!("{id}: no key moves its handle"))?;
            }
        }
        Ok(())
    })
    .await
}
