//! The demonstrations: they play, pause, step, and show the numbers of the core.

use activation_explorer::activation::by_id;
use activation_explorer::views::kink::model::largest_gap;
use activation_explorer::views::linear::model::fit::Relus;
use activation_explorer::views::zigzag::model::{
    Contrast, Preset, Run, Setup, Status, one_sign_share,
};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, states};
use serde_json::json;

const DEMO: &str = "[data-demo=zigzag]";

async fn step(page: &Session) -> Result<usize> {
    let text = page.text("return document.querySelector('[data-step]').dataset.step", &[]).await?;
    Ok(text.parse()?)
}

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)]).await?;
    page.frames(2).await
}

fn run(id: &str, steps: usize, change: impl FnOnce(Setup) -> Setup) -> Result<Run> {
    let mut run = Run::new(change(Setup::of(by_id(id).context("a function")?)));
    run.run_to(steps);
    Ok(run)
}

#[tokio::test]
async fn both_runs_are_those_of_the_core() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&steps=30&autoplay=0&seed=5&lr=0.8").await?;
        ensure!(step(page).await? == 30);
        for (index, id) in ["sigmoid", "tanh"].iter().enumerate() {
            let run = run(id, 30, |setup| Setup { seed: 5, rate: 0.8, ..setup })?;
            let read = |name: &str| format!("tr[data-run=\"{index}\"] [data-read={name}]");
            let path = page.number(&read("path")).await?;
            ensure!(path == run.state().path, "{id}: {path}");
            let share = page.number(&read("one-sign")).await?;
            ensure!(Some(share) == run.one_sign_share(), "{id}: {share}");
        }
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_plays_pauses_steps_and_goes_back() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&autoplay=0&speed=60").await?;
        ensure!(step(page).await? == 0);
        click(page, "[data-player=step]").await?;
        click(page, "[data-player=step]").await?;
        ensure!(step(page).await? == 2);
        click(page, "[data-player=back]").await?;
        ensure!(step(page).await? == 1);
        page.wait("return location.search.includes('steps=1')", &[]).await?;
        click(page, "[data-player=play]").await?;
        page.wait("return Number(document.querySelector('[data-step]').dataset.step) > 8", &[])
            .await?;
        let playing = format!("return document.querySelector('{DEMO}').dataset.playing");
        ensure!(page.text(&playing, &[]).await? == "true");
        click(page, "[data-player=play]").await?;
        ensure!(page.text(&playing, &[]).await? == "false");
        let here = step(page).await?;
        page.frames(20).await?;
        ensure!(step(page).await? == here, "paused means still");
        click(page, "[data-player=reset]").await?;
        ensure!(step(page).await? == 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_starts_by_itself_only_where_nothing_speaks_against_it() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&speed=60").await?;
        page.wait("return Number(document.querySelector('[data-step]').dataset.step) > 3", &[])
            .await
    })
    .await?;
    let still = Options { reduced_motion: true, ..Options::default() };
    in_page(still, async |page| {
        for query in ["?view=zigzag&speed=60", "?view=zigzag&speed=60&autoplay=1"] {
            page.goto(query).await?;
            page.frames(30).await?;
            ensure!(step(page).await? == 0, "{query} moved");
        }
        // Stepping still works.
        click(page, "[data-player=step]").await?;
        ensure!(step(page).await? == 1);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_run_that_diverges_says_so_and_can_be_mended() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&lr=1000&autoplay=0").await?;
        click(page, "[data-player=play]").await?;
        page.wait(
            "return document.querySelector('tr[data-run=\"0\"]').dataset.status === 'Diverged'",
            &[],
        )
        .await?;
        page.wait(
            "return document.querySelector('[data-playing]').dataset.playing === 'false'",
            &[],
        )
        .await?;
        let said = page
            .text("return document.querySelector('tr[data-run=\"0\"]').textContent", &[])
            .await?;
        ensure!(said.contains("diverged"), "{said}");
        click(page, "[data-preset=LargerBatch]").await?;
        ensure!(step(page).await? == 0, "a changed setup starts again");
        let core = run("sigmoid", 3, |setup| Setup { batch: 64, ..setup })?;
        ensure!(core.status() == Status::Running);
        for _ in 0..3 {
            click(page, "[data-player=step]").await?;
        }
        let path = page.number("tr[data-run=\"0\"] [data-read=path]").await?;
        ensure!(path == core.state().path, "{path}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_preset_is_shown_as_chosen_and_says_what_to_see() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&autoplay=0").await?;
        for preset in Preset::ALL {
            click(page, &format!("[data-preset={preset:?}]")).await?;
            page.wait(
                "const chosen = document.querySelectorAll('[data-preset][aria-pressed=true]');
                 return chosen.length === 1 && chosen[0].dataset.preset === arguments[0]
                     && document.querySelector('.presets [role=status]').textContent !== ''",
                &[json!(format!("{preset:?}"))],
            )
            .await?;
            for _ in 0..3 {
                click(page, "[data-player=step]").await?;
            }
            let ratio = page.number("tr[data-run=\"1\"] [data-read=ratio]").await?;
            ensure!(
                ratio >= 1.0 - 1e-12,
                "{preset:?}: a path shorter than the straight line, {ratio}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_mean_is_told_from_the_scale() -> Result<()> {
    in_page(Options::default(), async |page| {
        let acts = ["sigmoid", "tanh"].map(|id| by_id(id).context("a function"));
        let [sigmoid, tanh] = acts;
        let setups = [sigmoid?, tanh?].map(|act| Setup { batch: 64, ..Setup::of(act) });
        let cases = Contrast::of(&setups);
        for lang in e2e::shots::LANGUAGES {
            page.goto(&format!("?view=zigzag&batch=64&autoplay=0&lang={lang}")).await?;
            for Contrast { act, centred, largest_rate, common, best } in &cases {
                let best = best.context("a best rate")?;
                let steps = |n: usize| n as f64;
                for (name, wanted) in [
                    ("limit", *largest_rate),
                    ("common", steps(common.context("it arrives")?)),
                    ("rate", best.rate),
                    ("best", steps(best.steps)),
                ] {
                    let cell = format!("[data-contrast=\"{} {} {name}\"]", act.id, u8::from(*centred));
                    let found = page.number(&cell).await?;
                    ensure!(found == wanted, "{cell}: {found}, not {wanted}");
                }
            }
            // Centring alone, each at its best rate.
            click(page, "[data-case=\"11\"]").await?;
            let rates = "return location.search.includes('best=1')
                && location.search.includes('centre_cmp=1') && location.search.includes('cmp=sigmoid')";
            page.wait(rates, &[]).await.context("the address")?;
            for (index, case) in cases[..2].iter().enumerate() {
                let cell = format!("tr[data-run=\"{index}\"] [data-read=rate]");
                let found = page.number(&cell).await?;
                ensure!(Some(found) == case.best.map(|best| best.rate), "{cell}: {found}");
            }
            let hidden = "return !document.querySelector('input[type=range][name=lr]').getClientRects().length";
            ensure!(page.js(hidden, &[]).await? == json!(true), "a rate that has no say");
            // The way back, by the switch.
            click(page, "input[name=best]").await?;
            click(page, "[data-case=\"00\"]").await?;
            let plain = "return !/best|centre_cmp|cmp=/.test(location.search)";
            page.wait(plain, &[]).await.context("the address without them")?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_worked_example_has_its_lengths() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&autoplay=0").await?;
        ensure!(page.number("[data-read=length-direct]").await? == 12f64.sqrt());
        ensure!(page.number("[data-read=length-locked]").await? == 2.0 * 27f64.sqrt());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_smaller_demos_show_the_core_in_both_languages() -> Result<()> {
    in_page(Options::default(), async |page| {
        for lang in e2e::shots::LANGUAGES {
            page.goto(&format!("?view=neuron&fn=tanh&w=2,-1&in=0.5,0.25&b=0.1&lang={lang}"))
                .await?;
            let tanh = by_id("tanh").context("tanh")?;
            let sum = page.number("[data-read=sum]").await?;
            ensure!((sum - 0.85).abs() < 1e-15, "{sum}");
            ensure!(page.number("[data-read=output]").await? == tanh.f(sum, &[]));
            page.goto(&format!("?view=linear&fn=identity&units=8&lang={lang}")).await?;
            ensure!(page.number("[data-read=difference]").await? < 1e-14);
            ensure!(page.number("[data-read=rmse]").await? == Relus::fit(8).rmse);
            page.goto(&format!("?view=kink&softplus.beta=4&lang={lang}")).await?;
            ensure!(page.number("[data-read=gap]").await? == largest_gap(4.0));
            page.goto(&format!("?view=saturation&fn=hardtanh&lang={lang}")).await?;
            let side = page
                .text("return document.querySelector('[data-side=left]').textContent", &[])
                .await?;
            ensure!(side.contains("−1"), "{side}");
            let errors = page.console_errors().await?;
            ensure!(errors.is_empty(), "{errors:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_kink_view_looks_at_the_kink_nearest_to_0() -> Result<()> {
    in_page(Options::default(), async |page| {
        let id = "thresholded_relu";
        let act = by_id(id).context("a function")?;
        for alpha in [1.0, 2.5] {
            page.goto(&format!("?view=kink&fn={id}&alpha={alpha}&lang=en")).await?;
            ensure!(act.breaks(&[alpha]) == [alpha]);
            click(page, ".demo-body .pair .buttons button:nth-child(3)").await?;
            let now = page.figure(id).await?;
            let middle = 0.5 * (now.x_min + now.x_max);
            ensure!(now.x_max - now.x_min < 0.1, "{now:?}");
            ensure!((middle - alpha).abs() < 1e-9, "{middle} is not {alpha}");
            let pressed = "return document.querySelector('.demo-body .pair .buttons button:nth-child(3)').ariaPressed";
            ensure!(page.text(pressed, &[]).await? == "true");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_plot_without_a_curve_says_why() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (id, said) in [("binary_step", true), ("relu", false)] {
            page.goto(&format!("?view=saturation&fn={id}")).await?;
            let script = "return !!document.querySelector('[data-demo=saturation] [role=status] .hint').getClientRects().length";
            ensure!(page.js(script, &[]).await? == json!(said), "{id}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_demo_needs_sideways_scrolling_on_a_phone() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (_, view) in states::first().iter().filter(|(view, _)| states::is_live(view)) {
            page.goto(&format!("?{view}&lang=zh")).await?;
            let wide = "return document.documentElement.scrollWidth - innerWidth";
            let over = page.js(wide, &[]).await?;
            ensure!(over == json!(0), "{view} is {over} px too wide");
        }
        Ok(())
    })
    .await
}

/// The table of the census follows a slider, though it is no part of the runs. Of single samples the
/// signs are those of any slope above 0, so batches are looked at.
#[tokio::test]
async fn the_census_follows_the_parameters() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&fn=leaky_relu&autoplay=0").await?;
        let share = "[data-census=\"leaky_relu 64\"]";
        let act = by_id("leaky_relu").context("a function")?;
        let counted = |slope: f64| one_sign_share((act, &[slope]), 10, 64, 2000, 1);
        let before = page.number(share).await?;
        ensure!(before == counted(act.params[0].default), "{before}");
        let slope = page.slide("leaky_relu", "negative_slope", 1.0).await?;
        let wanted = counted(slope);
        ensure!(wanted != before, "the slope does not matter");
        let read = "return Number(document.querySelector(arguments[0]).value) === arguments[1]";
        page.wait(read, &[json!(share), json!(wanted)]).await
    })
    .await
}
