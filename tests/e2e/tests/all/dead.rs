//! Dead units: the run, its rewind, presets, the guess and the sweep.

use crate::embed::stage::{Stage, get};
use activation_explorer::views::dead::model::{Look, Model, Setting, both};
use activation_explorer::views::parse;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

/// The run of the engine after so many steps.
fn look(query: &str, steps: usize) -> Look {
    let mut model =
        Model::new(Setting::of(&parse(&format!("view=dead&{query}")).0), explorer_engine::start);
    model.approach(steps, 100_000);
    model.look()
}

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)]).await?;
    page.frames(2).await
}

/// Waits until the run stands at a step.
async fn at(page: &Session, steps: usize) -> Result<()> {
    let there = "const d = document.querySelector('[data-demo=dead]')?.dataset ?? {};
        return d.step === arguments[0] && d.busy === 'false' && d.playing === 'false'";
    page.wait(there, &[json!(steps.to_string())]).await.with_context(|| format!("step {steps}"))?;
    page.frames(2).await
}

/// The numbers on screen.
async fn numbers(page: &Session) -> Result<[f64; 4]> {
    let mut all = [0.0; 4];
    for (place, name) in all.iter_mut().zip(["loss", "accuracy", "dead", "revived"]) {
        *place = page.number(&format!(".lives [data-read={name}]")).await?;
    }
    Ok(all)
}

fn of(look: &Look) -> [f64; 4] {
    let share = |flags| both(flags) as f64 / 32.0;
    [look.score.loss, look.score.accuracy, share(&look.dead), share(&look.revived)]
}

async fn clean(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the console shows {errors:#?}");
    Ok(())
}

#[tokio::test]
async fn dead_steps_rewinds_and_is_the_engines_run() -> Result<()> {
    in_page(Options::default(), async |page| {
        // The address alone shows a step of the run, with the digits of the engine elsewhere.
        page.goto("?view=dead&steps=640&lr=1.2&seed=3").await?;
        at(page, 640).await?;
        let wanted = of(&look("lr=1.2&seed=3", 640));
        ensure!(numbers(page).await? == wanted, "{:?}, not {wanted:?}", numbers(page).await?);
        click(page, "[data-player=back]").await?;
        at(page, 639).await?;
        ensure!(numbers(page).await? == of(&look("lr=1.2&seed=3", 639)));
        page.wait("return location.search.includes('steps=639')", &[]).await?;
        click(page, "[data-player=step]").await?;
        at(page, 640).await?;
        ensure!(numbers(page).await? == wanted, "back and forth");
        click(page, "[data-player=reset]").await?;
        at(page, 0).await?;
        ensure!(numbers(page).await? == of(&look("lr=1.2&seed=3", 0)));
        // The space bar plays and pauses.
        page.js("document.activeElement.blur()", &[]).await?;
        page.key(" ", Some(" ")).await?;
        page.wait("return document.querySelector('[data-demo=dead]').dataset.step > 20", &[])
            .await?;
        page.key(" ", Some(" ")).await?;
        let step = "return document.querySelector('[data-demo=dead]').dataset.step";
        let steps: usize = page.text(step, &[]).await?.parse()?;
        at(page, steps).await?;
        ensure!(numbers(page).await? == of(&look("lr=1.2&seed=3", steps)), "played to {steps}");
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn dead_presets_and_the_dial_change_the_run() -> Result<()> {
    let still = Options { reduced_motion: true, ..Options::default() };
    in_page(still, async |page| {
        page.goto("?view=dead&autoplay=1").await?;
        page.frames(20).await?;
        at(page, 0).await?;
        for (preset, query) in [
            ("adam", "opt=adam&lr=0.03"),
            ("calm", "lr=0.1"),
            ("leaky", "fn=leaky_relu&lr=1"),
            ("cliff", "lr=1"),
        ] {
            click(page, &format!("[data-preset={preset}]")).await?;
            at(page, 0).await?;
            // Nothing moves: a guess goes to the end at once.
            click(page, "[data-guess='2']").await?;
            at(page, 1000).await?;
            let look = look(query, 1000);
            ensure!(numbers(page).await? == of(&look), "{preset}");
            let came = page.text("return document.querySelector('.came').textContent", &[]).await?;
            let dead = format!("({} of 32)", both(&look.dead));
            ensure!(came.contains("about 40%") && came.contains(&dead), "{preset}: {came}");
            let chosen = "return document.querySelector('[data-preset][aria-pressed=true]')?.dataset.preset ?? ''";
            ensure!(page.text(chosen, &[]).await? == preset);
        }
        // Under the dial the whole run moves: it stays at its step.
        let dial = "const d = document.querySelector('.bar-of-controls .knob input[type=range]');
            d.focus(); return d.getAttribute('name') ?? ''";
        page.js(dial, &[]).await?;
        page.key("PageUp", None).await?;
        page.wait("return /[?&]lr=[0-9.]+/.test(location.search)", &[]).await?;
        at(page, 1000).await?;
        let query = page.text("return location.search.slice(1)", &[]).await?;
        ensure!(numbers(page).await? == of(&look(&query, 1000)), "{query}");
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn dead_sweep_gives_numbers_and_can_be_stopped() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=dead&seeds=2&points=60").await?;
        page.wait("return !!document.querySelector('button[data-sweep]')", &[]).await?;
        page.js("document.querySelector('.sweep').scrollIntoView()", &[]).await?;
        let sweep = "document.querySelector('button[data-sweep]').click()";
        let running = "return document.querySelector('.sweep').dataset.sweeping === arguments[0]";
        page.js(sweep, &[]).await?;
        page.wait("return document.querySelectorAll('.sweep tr[data-run]').length > 1", &[])
            .await?;
        page.js(sweep, &[]).await?;
        page.wait(running, &[json!("false")]).await?;
        let rows = "return document.querySelectorAll('.sweep tr[data-run]').length";
        let found = page.js(rows, &[]).await?;
        page.frames(20).await?;
        ensure!(page.js(rows, &[]).await? == found, "stopped, and what is done is kept");
        page.js(sweep, &[]).await?;
        page.wait("return document.querySelectorAll('.sweep tr[data-run]').length === 12", &[])
            .await?;
        page.wait(running, &[json!("false")]).await?;
        page.wait("return document.querySelector('[data-done]').dataset.done === '100'", &[])
            .await?;
        let dead = page.number(".sweep tr[data-run='5'] [data-read=dead]").await?;
        let mut own: Vec<f64> = (1..=2)
            .map(|seed| both(&look(&format!("lr=5&points=60&seed={seed}"), 300).dead) as f64 / 32.0)
            .collect();
        own.sort_by(f64::total_cmp);
        ensure!((dead - 0.5 * (own[0] + own[1])).abs() < 1e-9, "{dead}: {own:?}");
        // Another network is another question.
        page.js("document.querySelector('[data-preset=adam]').click()", &[]).await?;
        page.wait("return document.querySelectorAll('.sweep tr[data-run]').length === 0", &[])
            .await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn dead_works_in_a_frame_and_tells_its_numbers() -> Result<()> {
    let frame = "<iframe src='{ours}?embed=1&view=dead&lr=1&steps=400&lang=zh' style='width:600px;height:420px'></iframe>";
    let stage = Stage::with(frame).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        page.driver().enter_frame(0).await?;
        at(page, 400).await?;
        let seen = "const one = document.querySelector('.layers .plot').getBoundingClientRect();
            return [one.bottom <= innerHeight, document.documentElement.scrollWidth <= innerWidth,
                document.querySelector('h1').textContent.includes('神经元')]";
        ensure!(
            page.js(seen, &[]).await? == json!([true, true, true]),
            "{:?}",
            page.js(seen, &[]).await?
        );
        page.driver().enter_default_frame().await?;
        let readout = &get(page, 0).await?["readout"];
        let look = look("lr=1", 400);
        let share = |flags: &[bool]| flags.iter().filter(|dead| **dead).count() as f64 / 16.0;
        for (name, wanted) in [
            ("step", 400.0),
            ("epoch", 20.0),
            ("loss", look.score.loss),
            ("accuracy", look.score.accuracy),
            ("dead_1", share(&look.dead[0])),
            ("dead_2", share(&look.dead[1])),
            ("born", both(&look.born) as f64 / 32.0),
        ] {
            ensure!(readout[name].as_f64() == Some(wanted), "{name}: {readout}, not {wanted}");
        }
        Ok(())
    })
    .await
}
