//! Maxout: pieces, fits, two units, two inputs.

use super::hands::{Readings, boxed, click, close, fill, go, key, sound};
use activation_explorer::activation::by_id;
use activation_explorer::views::maxout::model::fit::Target;
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page};
use serde_json::json;

#[tokio::test]
async fn handles_boxes_and_shapes_make_a_unit() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout&x=2").await?;
        // By keyboard: up by a hundredth of the window's height at the handle.
        let before = (boxed(page, "w3").await?, boxed(page, "b3").await?);
        key(page, "[data-handle='2-1']", "PageUp").await?;
        let after = (boxed(page, "w3").await?, boxed(page, "b3").await?);
        ensure!(after.0 > before.0, "{before:?} became {after:?}");
        // By mouse, back down.
        let handle = page.point("[data-handle='2-1']", (0.5, 0.5)).await?;
        page.drag(handle, (handle.0, handle.1 + 60.0)).await?;
        ensure!(boxed(page, "w3").await? < after.0);
        // By numbers.
        for (name, text) in
            [("w1", "-1"), ("b1", "0"), ("w2", "0"), ("b2", "0"), ("w3", "1"), ("b3", "0")]
        {
            fill(page, &format!("input[name={name}]"), text).await?;
        }
        let read = Readings::of(page).await?;
        ensure!(read.get("f")? == 2.0 && read.get("df")? == 1.0 && read.get("g2")? == 1.0);
        // Text that is no number, an empty box included, gives way to the value.
        fill(page, "input[name=w3]", "").await?;
        ensure!(boxed(page, "w3").await? == 1.0);
        fill(page, "input[name=w1-1]", "").await?;
        ensure!(boxed(page, "w1-1").await? == 1.0, "the planes likewise");
        // A second press in the same moment finds no third piece any more.
        let twice = "const last = [...document.querySelectorAll('.piece .remove')].at(-1);
            last.click();
            last.click()";
        page.js(twice, &[]).await?;
        page.frames(2).await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("g2").is_err() && read.get("g1").is_ok(), "two are left");
        // ReLU, |x| and the leaky ReLU, as units and as functions.
        for (place, id, p) in
            [(1, "relu", vec![]), (2, "abs", vec![]), (3, "leaky_relu", vec![0.1])]
        {
            click(page, &format!(".pieces .links a:nth-of-type({place})")).await?;
            for x in [-1.5, 0.75] {
                let list =
                    page.text("return new URLSearchParams(location.search).get('pieces')", &[]);
                go(page, &format!("?view=maxout&pieces={}&x={x}", list.await?)).await?;
                let want = by_id(id).context("a function")?.f(x, &p);
                let got = Readings::of(page).await?.get("f")?;
                ensure!(close(got, want), "{id} at {x}: {got}");
            }
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn the_error_of_a_fit_falls_as_it_should() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout").await?;
        click(page, "[data-target='1']").await?;
        let mut k = 3;
        for (wanted, figure) in [(2, 0.25), (3, 0.111), (5, 0.04), (9, 0.0123)] {
            while k != wanted {
                click(page, if k < wanted { "[data-do=more]" } else { "[data-do=fewer]" }).await?;
                k = if k < wanted { k + 1 } else { k - 1 };
            }
            let read = Readings::of(page).await?;
            let (error, best) = (read.get("error")?, read.get(&format!("fit-{k}"))?);
            let exact = 1.0 / f64::from(k * k);
            ensure!((error - exact).abs() < 1e-8 && (best - exact).abs() < 1e-8, "{k}: {error}");
            ensure!((error - figure).abs() < 5e-4, "the figure of the fact check: {error}");
        }
        click(page, "[data-do=raise]").await?;
        let raised = Readings::of(page).await?.get("error")?;
        ensure!((raised - 0.5 / 81.0).abs() < 1e-8, "{raised}");
        for (index, target) in Target::ALL.into_iter().enumerate() {
            click(page, &format!("[data-target='{}']", index + 1)).await?;
            let error = Readings::of(page).await?.get("error")?;
            let want = target.error(&target.tangents(9)).sup;
            ensure!((error - want).abs() < 1e-7, "{target:?}: {error}, not {want}");
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn two_units_fit_sin_and_what_is_drawn() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout").await?;
        key(page, "input[type=range][name=k]", "Home").await?;
        let mut errors = Vec::new();
        for k in 1..=9 {
            ensure!(boxed(page, "k-number").await? == f64::from(k));
            let read = Readings::of(page).await?;
            ensure!(read.get("pair-error")? == read.get(&format!("pair-{k}"))?);
            errors.push(read.get("pair-error")?);
            key(page, "input[type=range][name=k]", "ArrowRight").await?;
        }
        ensure!(errors.windows(2).all(|e| e[1] < e[0]), "{errors:?}");
        ensure!(errors[8] < 0.02 && errors[0] > 0.5, "{errors:?}");
        // A curve drawn by mouse: the last point up.
        let list = "return document.querySelector('textarea[name=curve]').value";
        let heights = async || -> Result<Vec<f64>> {
            let text = page.text(list, &[]).await?;
            text.split(", ").map(|n| Ok(n.parse()?)).collect()
        };
        let before = heights().await?;
        let from = page.point(".two .pad", (0.3, 0.3)).await?;
        page.drag(from, (from.0 + 120.0, from.1 + 40.0)).await?;
        let drawn = heights().await?;
        ensure!(drawn.len() == 17 && drawn != before, "{drawn:?}");
        let pressed =
            "return document.querySelector('[data-drawn=\"1\"]').getAttribute('aria-pressed')";
        ensure!(page.text(pressed, &[]).await? == "true", "a drawn curve is fitted");
        let fitted = Readings::of(page).await?.get("pair-error")?;
        ensure!(fitted != errors[8], "the fit follows");
        // By keys: to the point on the left, and up by a tenth.
        key(page, ".two .pad", "ArrowLeft").await?;
        key(page, ".two .pad", "ArrowUp").await?;
        let nudged = heights().await?;
        let moved: Vec<f64> = nudged.iter().zip(&drawn).map(|(a, b)| a - b).collect();
        ensure!(moved.iter().filter(|m| **m != 0.0).count() == 1, "{moved:?}");
        ensure!((moved.iter().sum::<f64>() - 0.1).abs() < 1e-9, "{moved:?}");
        // By numbers; fewer than 17 are refused.
        let flat = ["0.5"; 17].join(",");
        fill(page, "textarea[name=curve]", &flat).await?;
        ensure!(heights().await? == [0.5; 17]);
        ensure!(Readings::of(page).await?.get("pair-error")? < 1e-12, "a line needs no turn");
        fill(page, "textarea[name=curve]", "1,2").await?;
        ensure!(heights().await? == [0.5; 17], "what is no curve goes back");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn the_map_of_two_inputs_is_read_by_keys_and_changed_by_numbers() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout&x1=0.5&x2=-0.5").await?;
        for (press, x1, x2) in
            [("ArrowRight", 0.6, -0.5), ("ArrowUp", 0.6, -0.4), ("PageUp", 0.6, 0.6)]
        {
            key(page, ".planes .pad", press).await?;
            let read = Readings::of(page).await?;
            let at = (read.get("x1")?, read.get("x2")?);
            ensure!((at.0 - x1).abs() < 1e-9 && (at.1 - x2).abs() < 1e-9, "{press}: {at:?}");
            let want = [0.2 * at.1 + at.0, 0.7 * at.1 - 0.8 * at.0, 0.3 - at.1 - 0.2 * at.0];
            let most = want.into_iter().fold(f64::NEG_INFINITY, f64::max);
            ensure!((read.get("h")? - most).abs() < 1e-12, "{:?}", read.0);
        }
        fill(page, "input[name=b-2]", "50").await?;
        let read = Readings::of(page).await?;
        ensure!((read.get("dh-1")?, read.get("dh-2")?) == (-0.8, 0.7), "the second is on top");
        click(page, ".planes .links a").await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("h")? == read.get("x1")?.max(read.get("x2")?), "max (x₁, x₂)");
        click(page, "[data-do=more-planes]").await?;
        let rows = "return document.querySelectorAll('.piece.plane').length";
        ensure!(page.js(rows, &[]).await? == json!(3));
        sound(page).await
    })
    .await
}
