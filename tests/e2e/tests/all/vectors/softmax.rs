//! Softmax and its like: scores, temperature, simplex.

use super::hands::{Readings, boxed, centre, click, close, fill, go, key, sound};
use anyhow::{Result, ensure};
use e2e::{Options, in_page};
use serde_json::json;

#[tokio::test]
async fn a_constant_changes_nothing_and_only_the_literal_formula_overflows() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        let before = Readings::of(page).await?;
        ensure!(close(before.get("literal-0")?, before.get("p0")?));
        fill(page, "input[name=constant]", "").await?;
        ensure!(boxed(page, "constant").await? == 10.0);
        fill(page, "input[name=constant]", "1000").await?;
        click(page, "[data-do=add]").await?;
        let after = Readings::of(page).await?;
        for (name, value) in &before.0 {
            let same = after.get(name)?;
            match name.split_at(1) {
                ("z", _) => ensure!(same == value + 1000.0, "{name}: {value} became {same}"),
                _ if name.starts_with("literal") => ensure!(same.is_nan(), "{name}: {same}"),
                _ => ensure!(same == *value, "{name}: {value} became {same}"),
            }
        }
        ensure!(after.0.len() >= 3 + 15 + 9 + 6, "{}", after.0.len());
        let said = page
            .text("return document.querySelector('.constant [role=status]').textContent", &[])
            .await?;
        ensure!(said.contains("value: 0, of a derivative: 0."), "{said}");
        let bad = page.js("return document.querySelectorAll('td.bad').length", &[]).await?;
        ensure!(bad == json!(3), "{bad} cells are marked");
        // Far below it is 0/0.
        go(page, "?view=softmax&z=-1000,-1001,-1002").await?;
        let low = Readings::of(page).await?;
        ensure!(low.get("literal-0")?.is_nan() && low.get("p0")? == before.get("p0")?);
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn classes_that_get_the_same_are_named_together() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (scores, named) in [("2,1,2", "to classes 1, 3."), ("2,1,0", "to class 1.")] {
            page.goto(&format!("?view=softmax&z={scores}&lang=en")).await?;
            let said = "return document.querySelector('.stage .sentence').textContent";
            let said = page.text(said, &[]).await?;
            ensure!(said.contains(named), "{scores}: {said}");
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn the_temperature_reaches_both_limits() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        let slider = "input[type=range][name=temperature]";
        for (press, want) in [("Home", 0.05), ("End", 20.0)] {
            key(page, slider, press).await?;
            let t = boxed(page, "temperature-number").await?;
            ensure!((t - want).abs() < 0.005 * want, "{press}: {t}");
            ensure!(close(Readings::of(page).await?.get("p0")?, share(t)), "T = {t}");
        }
        click(page, "[data-do=usual]").await?;
        ensure!(boxed(page, "temperature-number").await? == 1.0);
        key(page, slider, "ArrowRight").await?;
        let t = boxed(page, "temperature-number").await?;
        ensure!((t - 1.023).abs() < 1e-9, "a hundredth of a decade: {t}");
        click(page, "[data-do=cold]").await?;
        let read = Readings::of(page).await?;
        for i in 0..3 {
            ensure!(read.get(&format!("p{i}"))? == read.get(&format!("argmax-{i}"))?);
        }
        click(page, "[data-do=hot]").await?;
        let third = Readings::of(page).await?.get("p2")?;
        ensure!((third - 1.0 / 3.0).abs() < 1e-8, "{third}");
        sound(page).await
    })
    .await
}

/// The first share of (2, 1, 0).
pub(crate) fn share(t: f64) -> f64 {
    let e = |z: f64| ((z - 2.0) / t).exp();
    1.0 / (e(2.0) + e(1.0) + e(0.0))
}

#[tokio::test]
async fn scores_obey_mouse_keys_and_boxes() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        // The grip of the second bar up by a fifth of the axis from −5 to 5.
        let bottom = page.point(".bars .tracks", (0.5, 1.0)).await?;
        let grip = centre(page, ".bars .tracks .grip:nth-of-type(3)").await?;
        let tall = bottom.1 - page.point(".bars .tracks", (0.5, 0.0)).await?.1;
        page.drag(grip, (grip.0, grip.1 - 0.2 * tall)).await?;
        let z = Readings::of(page).await?.get("z1")?;
        ensure!((z - 3.0).abs() < 0.1, "dragged to {z}");
        for (press, want) in [("PageUp", 0.5), ("ArrowLeft", 0.45), ("End", 5.0), ("Home", -5.0)] {
            key(page, "input[type=range][name=z2]", press).await?;
            let z = Readings::of(page).await?.get("z2")?;
            ensure!((z - want).abs() < 1e-12, "{press}: {z}");
        }
        fill(page, "input[name=z0-number]", "12.5").await?;
        ensure!(Readings::of(page).await?.get("z0")? == 12.5);
        fill(page, "input[name=z0-number]", "1000").await?;
        let shown = "return document.querySelector('input[name=z0-number]').value";
        ensure!(page.text(shown, &[]).await? == "1000", "not 1e3");
        fill(page, "input[name=z0-number]", "1").await?;
        click(page, "[data-do=more]").await?;
        ensure!(Readings::of(page).await?.get("j-3-3").is_ok(), "four classes");
        click(page, "[data-do=three]").await?;
        ensure!(Readings::of(page).await?.get("p3").is_err(), "three classes");
        click(page, "[data-do=fewer]").await?;
        let fewer = "return document.querySelector('[data-do=fewer]').disabled";
        ensure!(page.js(fewer, &[]).await? == json!(true), "two is the least");
        // Signs have their colours in the heat map.
        let signs = "return [...document.querySelectorAll('.heat td[class]')]
            .map(c => c.classList.contains('minus')).join()";
        ensure!(page.text(signs, &[]).await? == "false,true,true,false");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn the_simplex_is_dragged_and_agrees() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        // The middle of the triangle: two thirds down its height.
        let middle = page.point(".triangle", (0.5, (0.1 + 0.577_35) / 1.08)).await?;
        page.drag(centre(page, ".triangle .grip").await?, middle).await?;
        let read = Readings::of(page).await?;
        for i in 0..3 {
            let p = read.get(&format!("p{i}"))?;
            ensure!((p - 1.0 / 3.0).abs() < 0.02, "share {i} is {p}");
        }
        sound(page).await
    })
    .await
}
