//! Gated units, PReLU and RReLU.

use super::hands::{Readings, boxed, click, fill, go, key, sound};
use activation_explorer::activation::by_id;
use activation_explorer::views::function::extra::prelu::step;
use activation_explorer::views::function::extra::rrelu::{moments, output, slopes};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

#[tokio::test]
async fn the_point_on_a_gated_map_obeys_mouse_and_keys_and_leads_the_slices() -> Result<()> {
    in_page(Options::default(), async |page| {
        for id in ["glu", "swiglu", "geglu", "reglu"] {
            page.goto(&format!("?view=function&fn={id}&x=1&a=1")).await?;
            page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
            // Nothing may move any more when the mouse does.
            let texts = "return document.querySelector('.prose .body').textContent.length > 100";
            page.wait(texts, &[]).await?;
            for (press, b, a) in [
                ("ArrowRight", 1.1, 1.0),
                ("ArrowDown", 1.1, 0.9),
                ("PageDown", 1.1, -0.1),
                ("ArrowLeft", 1.0, -0.1),
            ] {
                key(page, ".gated .pad", press).await?;
                let read = Readings::of(page).await?;
                let at = (read.get("b")?, read.get("a")?);
                ensure!((at.0 - b).abs() < 1e-9 && (at.1 - a).abs() < 1e-9, "{id} {press}: {at:?}");
            }
            let to = page.point(".gated .pad", (0.8, 0.2)).await?;
            let from = page.point(".gated .pad", (0.5, 0.5)).await?;
            page.drag(from, to).await?;
            let read = Readings::of(page).await?;
            let (b, a) = (read.get("b")?, read.get("a")?);
            ensure!(b > 2.0 && a > 1.0, "{id}: {b} {a}");
            // The plot above is the slice: its probe is the point, its slider the value.
            let (f, df) = by_id(id).context("a unit")?.eval(b, &[a]);
            ensure!((read.get("x")?, read.get("f")?, read.get("df")?) == (b, f, df), "{id}");
            ensure!((read.get("gated-f")?, read.get("dfdb")?) == (f, df), "{id}");
            ensure!(boxed(page, "a-number").await? == a);
            let dot =
                "const dot = document.querySelector('.gated .slice .dot').getBoundingClientRect();
                const plot = document.querySelector('.gated .slice .plot').getBoundingClientRect();
                return dot.width === 11 && dot.left > plot.left && dot.right < plot.right
                    || document.querySelector('.gated .slice .dot').hidden";
            ensure!(page.js(dot, &[]).await? == json!(true), "{id}: the dot on the slice");
            // Six numbers at least are on the lines, and both slices are marked.
            let marks = "return [document.querySelectorAll('.gated .names text:not(.axis)').length,
                document.querySelectorAll('.gated .names path').length]";
            let marks: (usize, usize) = serde_json::from_value(page.js(marks, &[]).await?)?;
            ensure!(marks.0 >= 6 && marks.1 == 2, "{id}: {marks:?}");
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn prelu_takes_the_step_it_announces() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=prelu&x=-2").await?;
        page.wait("return !!document.querySelector('.prelu .readout data')", &[]).await?;
        let want = step(0.25, (-2.0, -1.0), 0.1);
        let read = Readings::of(page).await?;
        let got = (read.get("prelu-f")?, read.get("dfda")?, read.get("loss")?, read.get("dlda")?);
        ensure!(got == (want.f, want.df_da, want.loss, want.dl_da), "{got:?}");
        click(page, ".prelu [data-do=step]").await?;
        ensure!((boxed(page, "weight-number").await? - want.a).abs() < 1e-9);
        let after = Readings::of(page).await?.get("loss")?;
        ensure!((after - want.loss_after).abs() < 1e-9, "{after}");
        // The target and the rate by keys and by number.
        key(page, ".prelu input[type=range][name=y]", "ArrowRight").await?;
        ensure!((boxed(page, "y-number").await? + 0.95).abs() < 1e-12);
        fill(page, ".prelu input[name=lr-number]", "0.6").await?;
        // It speaks twice a second at most.
        let long = "return document.querySelector('.prelu [role=status]').textContent.includes('too long')";
        page.wait(long, &[]).await.context("η·x² = 2.4")?;
        go(page, "?view=function&fn=prelu&x=2").await?;
        ensure!(Readings::of(page).await?.get("dfda")? == 0.0);
        sound(page).await
    })
    .await
}

/// The picture on the large plot.
async fn canvas(page: &Session) -> Result<String> {
    page.frames(3).await?;
    page.text("return document.querySelector('canvas.front').toDataURL()", &[]).await
}

#[tokio::test]
async fn rrelu_draws_again_and_evaluates_with_the_mean() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=rrelu&x=-2&lower=0.1&upper=0.5").await?;
        page.wait("return !!document.querySelector('[data-read=sample-mean]')", &[]).await?;
        let evaluation = canvas(page).await?;
        click(page, "[data-train='1']").await?;
        let training = canvas(page).await?;
        ensure!(training != evaluation, "training draws curves");
        let mut means = Vec::new();
        for seed in 1..=3 {
            ensure!(boxed(page, "seed").await? == f64::from(seed));
            let outputs: Vec<f64> =
                slopes(seed, 1000, (0.1, 0.5)).iter().map(|a| output(-2.0, *a)).collect();
            let read = Readings::of(page).await?;
            let want = moments(&outputs);
            let got = (read.get("sample-mean")?, read.get("sample-deviation")?);
            ensure!(got == want, "seed {seed}: {got:?}, not {want:?}");
            ensure!((got.0 + 0.6).abs() < 0.04, "evaluation gives −0.6");
            means.push(got.0);
            click(page, "[data-do=resample]").await?;
        }
        ensure!(means[0] != means[1] && means[1] != means[2], "{means:?}");
        ensure!(canvas(page).await? != training, "other curves");
        fill(page, "input[name=seed]", "").await?;
        ensure!(boxed(page, "seed").await? == 4.0);
        fill(page, "input[name=seed]", "1").await?;
        ensure!(canvas(page).await? == training, "the same seed draws the same");
        click(page, "[data-train='0']").await?;
        ensure!(canvas(page).await? == evaluation);
        ensure!(Readings::of(page).await?.get("f")? == -0.6);
        sound(page).await
    })
    .await
}
