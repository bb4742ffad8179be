//! Functions of several inputs: what is on screen agrees with the reference tables, and every
//! control obeys the mouse, fingers and keys.

#![allow(clippy::unwrap_used, reason = "the tables are read like in the native tests")]

#[path = "../../common/mod.rs"]
mod common;

use activation_explorer::activation::by_id;
use activation_explorer::demo::maxout::fit::Target;
use activation_explorer::demo::prelu::step;
use activation_explorer::demo::rrelu::{moments, output, slopes};
use anyhow::{Context, Result, ensure};
use common::rows;
use e2e::{Options, Session, in_page};
use serde_json::json;
use std::collections::BTreeMap;

const VECTORS: &str = include_str!("../../data/vectors.csv");
const GATED: &str = include_str!("../../data/gated.csv");

/// Every reading on the page by its name.
struct Readings(BTreeMap<String, f64>);

impl Readings {
    async fn of(page: &Session) -> Result<Self> {
        let script = "return Object.fromEntries([...document.querySelectorAll('data[data-read]')]
            .reverse().map(d => [d.dataset.read, d.getAttribute('value')]))";
        let found: BTreeMap<String, String> = serde_json::from_value(page.js(script, &[]).await?)?;
        let parsed = found.into_iter().map(|(name, text)| {
            let number = text.parse().with_context(|| format!("{name} is {text:?}"));
            number.map(|number: f64| (name, number))
        });
        // What has nothing to say yet is empty.
        Ok(Self(parsed.filter_map(Result::ok).collect()))
    }

    fn get(&self, name: &str) -> Result<f64> {
        self.0.get(name).copied().with_context(|| format!("{name} is not among {:?}", self.0))
    }
}

/// Goes to a state of the page that is open, as Back and Forward do.
async fn go(page: &Session, query: &str) -> Result<()> {
    let script = "history.pushState(null, '', arguments[0]);
        dispatchEvent(new PopStateEvent('popstate'))";
    page.js(script, &[json!(query)]).await?;
    page.frames(1).await
}

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)])
        .await
        .with_context(|| format!("pressing {selector}"))?;
    page.frames(2).await
}

/// Gives an element the focus and presses a real key.
async fn key(page: &Session, selector: &str, key: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).focus()", &[json!(selector)])
        .await
        .with_context(|| format!("looking for {selector}"))?;
    page.key(key, None).await
}

/// Types into a box and leaves it.
async fn fill(page: &Session, selector: &str, text: &str) -> Result<()> {
    let script = "const box = document.querySelector(arguments[0]);
        box.value = arguments[1];
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[json!(selector), json!(text)])
        .await
        .with_context(|| format!("filling {selector}"))?;
    page.frames(2).await
}

/// The number in a box.
async fn boxed(page: &Session, name: &str) -> Result<f64> {
    let script =
        "return document.querySelector(`input[type=number][name=\"${arguments[0]}\"]`).value";
    let text = page.text(script, &[json!(name)]).await.with_context(|| name.to_owned())?;
    text.parse().with_context(|| format!("the box {name} says {text:?}"))
}

/// The middle of an element where it is now.
async fn centre(page: &Session, selector: &str) -> Result<(f64, f64)> {
    let script = "const b = document.querySelector(arguments[0]).getBoundingClientRect();
        return [b.left + b.width / 2, b.top + b.height / 2]";
    let found = page.js(script, &[json!(selector)]).await.with_context(|| selector.to_owned())?;
    Ok(serde_json::from_value(found)?)
}

/// One finger down, along and up.
async fn swipe(page: &Session, from: (f64, f64), to: (f64, f64)) -> Result<()> {
    page.touch("touchStart", &[from]).await?;
    for i in 1..=5 {
        let t = f64::from(i) / 5.0;
        let at = (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1));
        page.touch("touchMove", &[at]).await?;
    }
    page.touch("touchEnd", &[]).await?;
    page.frames(2).await
}

/// A finger down and up in one place.
async fn tap(page: &Session, at: (f64, f64)) -> Result<()> {
    page.touch("touchStart", &[at]).await?;
    page.touch("touchEnd", &[]).await?;
    page.frames(2).await
}

/// That nothing has broken.
async fn sound(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:#?}");
    let broken = page.js("return !document.querySelector('#failure')?.hidden", &[]).await?;
    ensure!(broken == json!(false), "the page says that it has failed");
    Ok(())
}

fn numbers(text: &str) -> Result<Vec<f64>> {
    text.split([' ', '|']).map(|n| n.parse().context("a number of the table")).collect()
}

/// Twelve digits, more than any picture shows; `tests/vectors.rs` judges the last ones.
fn close(got: f64, want: f64) -> bool {
    got == want || (got - want).abs() <= 1e-12 * want.abs() + 1e-300
}

#[tokio::test]
async fn values_and_jacobians_are_those_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax").await?;
        let (mut wrong, mut seen) = (Vec::new(), BTreeMap::new());
        for row in rows(VECTORS).filter(|row| row.get("function") != "maxout") {
            let (id, z) = (row.get("function"), numbers(row.get("x"))?);
            if !(2..=8).contains(&z.len()) || z.iter().any(|z| !z.is_finite()) {
                continue;
            }
            let t = common::params(row.get("params")).first().copied();
            let list = z.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
            let heat = t.map(|t| format!("&temperature={t}")).unwrap_or_default();
            go(page, &format!("?view=softmax&fn={id}&z={list}{heat}")).await?;
            let read = Readings::of(page).await?;
            let (f, j) = (numbers(row.get("f"))?, numbers(row.get("jacobian_rowmajor"))?);
            let n = z.len();
            let values = f.iter().enumerate().map(|(i, want)| (format!("p{i}"), *want));
            let slopes =
                j.iter().enumerate().map(|(k, want)| (format!("j-{}-{}", k / n, k % n), *want));
            for (name, want) in values.chain(slopes) {
                let got = read.get(&name).with_context(|| format!("{id} at {z:?}"))?;
                if !close(got, want) {
                    wrong.push(format!("{id} {t:?} {z:?} {name}: {got:e}, want {want:e}"));
                }
            }
            *seen.entry(id).or_insert(0) += 1;
        }
        ensure!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        let enough = ["softmax", "log_softmax", "softmin", "sparsemax"];
        ensure!(enough.iter().all(|id| seen.get(id).is_some_and(|n| *n >= 15)), "{seen:?}");
        sound(page).await
    })
    .await
}

/// As pieces without slope the numbers of a row are the offsets.
#[tokio::test]
async fn maxout_is_that_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout&x=1.5").await?;
        let mut seen = 0;
        for row in rows(VECTORS).filter(|row| row.get("function") == "maxout") {
            let z = numbers(row.get("x"))?;
            if !(2..=9).contains(&z.len()) || z.iter().any(|z| z.abs() > 1e9) {
                continue;
            }
            let list = z.iter().map(|z| format!("0,{z}")).collect::<Vec<_>>().join(",");
            go(page, &format!("?view=maxout&x=1.5&pieces={list}")).await?;
            let read = Readings::of(page).await?;
            ensure!(close(read.get("f")?, numbers(row.get("f"))?[0]), "{z:?}");
            for (i, want) in numbers(row.get("jacobian_rowmajor"))?.iter().enumerate() {
                let got = read.get(&format!("g{i}"))?;
                ensure!(got == *want, "{z:?}, piece {i}: {got}, want {want}");
            }
            seen += 1;
        }
        ensure!(seen >= 10, "only {seen} rows");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn gated_units_are_those_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=glu").await?;
        page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
        let (mut wrong, mut seen) = (Vec::new(), BTreeMap::new());
        for row in rows(GATED) {
            let (id, a, b) = (row.get("function"), row.get("a"), row.get("b"));
            go(page, &format!("?view=function&fn={id}&a={a}&x={b}")).await?;
            let read = Readings::of(page).await?;
            for (name, column) in [("gated-f", "f"), ("dfda", "df_da"), ("dfdb", "df_db")] {
                let want = row.get(column).parse()?;
                let got = read.get(name).with_context(|| format!("{id} at ({a}, {b})"))?;
                if !close(got, want) {
                    wrong.push(format!("{id} ({a}, {b}) {name}: {got:e}, want {want:e}"));
                }
            }
            *seen.entry(id).or_insert(0) += 1;
        }
        ensure!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        ensure!(seen.len() == 6 && seen.values().all(|n| *n >= 20), "{seen:?}");
        sound(page).await
    })
    .await
}

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
fn share(t: f64) -> f64 {
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

#[tokio::test]
async fn fingers_move_bars_points_and_handles() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        page.point(".bars .tracks", (0.5, 0.5)).await?;
        let grip = centre(page, ".bars .tracks .grip").await?;
        swipe(page, grip, (grip.0, grip.1 + 40.0)).await?;
        let z = Readings::of(page).await?.get("z0")?;
        ensure!(z < 1.0, "a finger on a grip drags: {z}");
        let at = page.point(".bars .tracks", (0.83, 0.1)).await?;
        tap(page, at).await?;
        let z = Readings::of(page).await?.get("z2")?;
        ensure!((z - 4.0).abs() < 0.1, "a tap sets a bar: {z}");
        let at = page.point(".triangle", (0.5, 0.6)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!((read.get("p0")? - read.get("p1")?).abs() < 0.02, "a tap in the triangle");

        page.goto("?view=maxout&x=1").await?;
        let before = boxed(page, "w1").await?;
        let handle = page.point("[data-handle='0-1']", (0.5, 0.5)).await?;
        swipe(page, handle, (handle.0, handle.1 - 30.0)).await?;
        ensure!(boxed(page, "w1").await? > before, "the line turns upwards");
        let at = page.point(".planes .pad", (0.7, 0.3)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("x1")? > 0.8 && read.get("x2")? > 0.8, "a tap on the map");

        page.goto("?view=function&fn=swiglu&x=1&a=1").await?;
        page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
        let at = page.point(".gated .pad", (0.3, 0.3)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("b")? < 0.0 && read.get("a")? > 0.5, "{:?}", read.0);
        sound(page).await
    })
    .await
}

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
        // What is no number, as an empty box, goes back to what it was.
        fill(page, "input[name=w3]", "").await?;
        ensure!(boxed(page, "w3").await? == 1.0);
        fill(page, "input[name=w1-1]", "").await?;
        ensure!(boxed(page, "w1-1").await? == 1.0, "the planes likewise");
        click(page, ".piece .remove").await?;
        ensure!(Readings::of(page).await?.get("g2").is_err(), "two are left");
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
        // By numbers; fewer than 17 are none.
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

#[tokio::test]
async fn the_point_on_a_gated_map_obeys_mouse_and_keys_and_leads_the_slices() -> Result<()> {
    in_page(Options::default(), async |page| {
        for id in ["glu", "swiglu", "geglu", "reglu"] {
            page.goto(&format!("?view=function&fn={id}&x=1&a=1")).await?;
            page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
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
        let said = "return document.querySelector('.prelu [role=status]').textContent";
        let long = page.text(said, &[]).await?;
        ensure!(long.contains("too long"), "η·x² = 2.4: {long}");
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

#[tokio::test]
async fn leaving_breaks_nothing_and_back_restores() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (query, reading) in [
            ("?view=softmax&z=3,1,0.5,-2", "z3"),
            ("?view=maxout&x=0.5&target=1&drawn=1", "f"),
            ("?view=function&fn=rrelu&x=-2&train=1", "sample-mean"),
            ("?view=function&fn=swiglu&x=-2&a=1.5", "dfdb"),
        ] {
            page.goto(query).await?;
            let there = "return !!document.querySelector(`[data-read='${arguments[0]}']`)";
            page.wait(there, &[json!(reading)]).await?;
            let before = Readings::of(page).await?;
            for away in
                ["header a", "header a[href*='view=compare']", "header a[href*='view=choose']"]
            {
                click(page, away).await?;
                page.wait("return !document.querySelector('.vectors, .unit')", &[])
                    .await
                    .with_context(|| format!("from {query} to {away}"))?;
                page.frames(12).await?;
                sound(page).await.with_context(|| format!("from {query} to {away}"))?;
                page.js("history.back()", &[]).await?;
                page.wait(there, &[json!(reading)]).await?;
                page.frames(3).await?;
                let after = Readings::of(page).await?;
                ensure!(after.0 == before.0, "{query}: {:?}\nis not\n{:?}", after.0, before.0);
            }
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn claims_lead_to_states_that_show_them() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (id, claim, reading, want) in [
            ("softmax", "3.86", "j-0-1", -1.0 / 9.0),
            ("softmax", "3.87", "j-0-0", share(1.0) * (1.0 - share(1.0))),
            ("softmax", "3.83", "p1", 0.0),
            ("maxout", "3.96", "error", 0.04),
            ("maxout", "3.99", "pair-error", f64::NAN),
            ("rrelu", "3.54", "sample-mean", f64::NAN),
        ] {
            page.goto(&format!("?view=function&fn={id}")).await?;
            let link = format!("[data-claim='{claim}'] a.show");
            page.wait("return !!document.querySelector(arguments[0])", &[json!(link)])
                .await
                .with_context(|| format!("the claim {claim}"))?;
            click(page, &link).await?;
            let there = "return !!document.querySelector(`[data-read='${arguments[0]}']`)";
            page.wait(there, &[json!(reading)]).await.with_context(|| claim.to_owned())?;
            page.frames(2).await?;
            let read = Readings::of(page).await?;
            let got = read.get(reading)?;
            let most = reading != "pair-error" || got == read.get("pair-9")?;
            ensure!(most, "{claim}: nine pieces a unit");
            ensure!(want.is_nan() || (got - want).abs() < 1e-9, "{claim}: {reading} is {got}");
        }
        let training = "return document.querySelector('[data-train=\"1\"]').ariaPressed";
        ensure!(page.text(training, &[]).await? == "true", "slopes are drawn");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn every_part_is_there_in_a_frame_and_fits_a_phone() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (query, selector) in [
            ("?view=softmax&z=2,1,0.1,-0.5,-3,0,1.5,0.25", ".heat"),
            ("?view=softmax&z=746,0", ".triangle, .values"),
            ("?view=maxout&target=1", ".handle"),
            ("?view=function&fn=geglu&x=1", ".gated .pad"),
            ("?view=function&fn=prelu", "[data-do=step]"),
            ("?view=function&fn=rrelu&train=1", ".histogram"),
        ] {
            for around in ["&lang=zh", "&lang=en", "&embed=1"] {
                page.goto(&format!("{query}{around}")).await?;
                let seen = "return !!document.querySelector(arguments[0])?.getClientRects().length";
                page.wait(seen, &[json!(selector)])
                    .await
                    .with_context(|| format!("{query}{around}"))?;
                let wide = "return document.documentElement.scrollWidth - innerWidth";
                let over = page.js(wide, &[]).await?;
                ensure!(over == json!(0), "{query}{around} is {over} px too wide");
                // Nor is anything cut off that has no scroll bar of its own.
                let cut = "return [...document.querySelectorAll('.vectors *, .unit *')]
                    .filter(e => !e.closest('.wide, svg, .handles, .pad'))
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                    .map(e => e.outerHTML.slice(0, 80))";
                let cut = page.js(cut, &[]).await?;
                ensure!(cut == json!([]), "{query}{around}: {cut}");
            }
        }
        sound(page).await
    })
    .await
}
