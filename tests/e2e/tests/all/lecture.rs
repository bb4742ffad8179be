//! The lecture mode: a figure fills the window, its keys work, and lists of states are walked through.

use activation_explorer::activation::by_id;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// The size of a lecture hall's screen.
fn hall() -> Options {
    Options { width: 1280, height: 720, ..Options::default() }
}

const ON: &str = "return !!document.querySelector('[data-lecture] [data-plot]')";
const OFF: &str =
    "return !document.querySelector('[data-lecture]') && !location.search.includes('present')";
const HEADING: &str = "return document.querySelector('[data-lecture] h1')?.textContent ?? ''";

async fn key(page: &Session, key: &str) -> Result<()> {
    let script = "(document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
    page.js(script, &[json!(key)]).await?;
    page.frames(4).await
}

async fn heading(page: &Session, wanted: &str) -> Result<()> {
    let waited = page
        .wait(
            &format!("{} === arguments[0]", HEADING.replace("return ", "return (") + ")"),
            &[json!(wanted)],
        )
        .await;
    let found = page.text(HEADING, &[]).await?;
    waited.with_context(|| format!("{found:?} is shown, not {wanted:?}"))
}

#[tokio::test]
async fn one_figure_fills_the_window_with_thick_lines_and_its_numbers() -> Result<()> {
    in_page(hall(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5&x=-1&lang=en").await?;
        key(page, "p").await?;
        page.wait(ON, &[]).await?;
        page.wait("return location.search.includes('present=1')", &[]).await?;
        let chrome = "return ['.bar', '.chooser', '.panel', '.prose'].filter(s =>
            document.querySelector(s)?.getClientRects().length)";
        ensure!(page.js(chrome, &[]).await? == json!([]), "something is left around it");
        let token = "return arguments[0].map(t => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(t)))";
        let tokens = page.js(token, &[json!(["--curve-width", "--plot-text"])]).await?;
        ensure!(tokens == json!([6, 26]), "{tokens}");
        let line = "return getComputedStyle(document.querySelector('.tangent'), '::before').height";
        ensure!(page.text(line, &[]).await? == "3px");
        let share = "const box = document.querySelector('[data-lecture] .plot').getBoundingClientRect();
            return [box.width / innerWidth, box.height / innerHeight, document.documentElement.scrollHeight - innerHeight]";
        let share: [f64; 3] = serde_json::from_value(page.js(share, &[]).await?)?;
        ensure!(share[0] > 0.85 && share[1] > 0.5 && share[2] <= 1.0, "{share:?}");
        // The labels of the axes are as large as that: the plot leaves room for them.
        let elu = page.figure("elu").await?;
        ensure!(elu.left > 2.5 * 26.0, "{elu:?}");
        let formula = "return document.querySelector('.filled math')?.textContent ?? ''";
        page.wait(&format!("{}.includes('1.5')", formula.replace("return ", "return (") + ")"), &[]).await?;
        ensure!(!page.text(formula, &[]).await?.contains('α'));
        page.slide("elu", "alpha", 0.25).await?;
        page.wait(&format!("{}.includes('0.25')", formula.replace("return ", "return (") + ")"), &[]).await?;
        heading(page, "ELU (α = 0.25)").await?;
        key(page, "Escape").await?;
        page.wait(OFF, &[]).await?;
        page.wait("return !!document.querySelector('.bar').getClientRects().length", &[]).await?;
        ensure!(page.text("return location.search", &[]).await?.contains("alpha=0.25"));
        let tokens = page.js(token, &[json!(["--curve-width"])]).await?;
        ensure!(tokens == json!([2.6]), "{tokens}");
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_view_of_a_text_fits_the_window() -> Result<()> {
    in_page(hall(), async |page| {
        // The tables of what was measured are read, and scroll.
        let views = activation_explorer::views::ALL.iter();
        let views = views.filter(|view| view.in_texts && view.id != "evidence");
        let queries = views.map(|view| format!("view={}", view.id));
        for query in queries.chain(["view=compare&cmp=elu,selu".to_owned()]) {
            page.goto(&format!("?{query}&present=1&lang=en")).await?;
            let here = "return [...document.querySelectorAll('[data-lecture] :is(.plot, .tracks)')]
                .some((plot) => plot.getBoundingClientRect().width)";
            page.wait(here, &[]).await.with_context(|| query.clone())?;
            page.frames(20).await?;
            let room =
                "const all = [...document.querySelectorAll('[data-lecture] :is(.plot, .tracks)')];
                const seen = all.map((e) => e.getBoundingClientRect()).filter((b) => b.width);
                return [document.documentElement.scrollHeight - innerHeight, seen.length,
                    Math.min(...seen.map((b) => b.height))]";
            let [over, count, height]: [f64; 3] =
                serde_json::from_value(page.js(room, &[]).await?)?;
            ensure!(over <= 1.0, "{query} is {over} px too high");
            ensure!(count >= 1.0 && height >= 150.0, "{query}: {count} plots of {height} px");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_demonstration_starts_by_itself_and_its_keys_work_it() -> Result<()> {
    in_page(hall(), async |page| {
        page.goto("?view=zigzag&present=1&lang=en").await?;
        page.wait(ON, &[]).await?;
        let playing = "return document.querySelector('[data-playing]').dataset.playing";
        let step = "return Number(document.querySelector('[data-step]').dataset.step)";
        page.frames(30).await?;
        ensure!(page.text(playing, &[]).await? == "false", "it starts by itself");
        for (press, wanted) in
            [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowLeft", 1), ("ArrowRight", 2), ("r", 0)]
        {
            key(page, press).await?;
            let now = page.js(step, &[]).await?;
            ensure!(now == json!(wanted), "{press}: step {now}");
        }
        for wanted in ["true", "false"] {
            key(page, " ").await?;
            ensure!(page.text(playing, &[]).await? == wanted, "Space does not play and pause");
        }
        key(page, "p").await?;
        page.wait(OFF, &[]).await
    })
    .await
}

#[tokio::test]
async fn numbers_hide_curves_and_show_them_again() -> Result<()> {
    in_page(hall(), async |page| {
        page.goto("?view=compare&cmp=relu,elu,gelu&present=1&lang=en").await?;
        page.wait(ON, &[]).await?;
        page.frames(20).await?;
        let pixels = "return document.querySelector('[data-fn=compare] canvas').toDataURL()";
        let all = page.text(pixels, &[]).await?;
        let mut seen = vec![all.clone()];
        for press in ["1", "2", "3"] {
            key(page, press).await?;
            page.frames(4).await?;
            let now = page.text(pixels, &[]).await?;
            ensure!(!seen.contains(&now), "{press} hides nothing");
            seen.push(now);
        }
        for press in ["1", "2", "3"] {
            key(page, press).await?;
        }
        page.frames(4).await?;
        ensure!(page.text(pixels, &[]).await? == all, "not all came back");
        let shown = "return document.querySelectorAll('[data-lecture] .filled').length";
        ensure!(page.js(shown, &[]).await? == json!(3), "a formula for each");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn arrows_walk_through_a_list_and_a_fault_in_it_is_told() -> Result<()> {
    in_page(hall(), async |page| {
        let deck = "view%3Dfunction%26fn%3Delu%26alpha%3D2|view%3Dnonsense|view%3Dcompare%26cmp%3Dtanh,sigmoid|view%3Dkink";
        page.goto(&format!("?present=1&deck={deck}&lang=en&theme=dark")).await?;
        heading(page, "ELU (α = 2)").await?;
        let notice = "return document.querySelector('.notices').textContent.includes('view=nonsense')";
        page.wait(notice, &[]).await.context("no notice")?;
        let place = "return document.querySelector('.place').textContent";
        for (press, name, at) in [
            ("ArrowRight", "Tanh, Sigmoid", "2 of 3"),
            ("PageDown", "Kink at 0", "3 of 3"),
            ("ArrowRight", "Kink at 0", "3 of 3"),
            ("PageUp", "Tanh, Sigmoid", "2 of 3"),
            ("ArrowLeft", "ELU (α = 2)", "1 of 3"),
            ("ArrowLeft", "ELU (α = 2)", "1 of 3"),
        ] {
            key(page, press).await?;
            heading(page, name).await.with_context(|| press.to_owned())?;
            ensure!(page.text(place, &[]).await? == at, "{press}: {}", page.text(place, &[]).await?);
        }
        page.slide("elu", "alpha", 0.5).await?;
        heading(page, "ELU (α = 0.5)").await?;
        key(page, "r").await?;
        heading(page, "ELU (α = 2)").await?;
        ensure!(page.text("return document.documentElement.dataset.theme", &[]).await? == "dark");
        // A reload in the middle stays there.
        key(page, "ArrowRight").await?;
        page.wait("return location.search.includes('view=compare')", &[]).await?;
        let query = page.text("return location.search", &[]).await?;
        page.goto(&query).await?;
        heading(page, "Tanh, Sigmoid").await?;
        ensure!(page.text(place, &[]).await? == "2 of 3");
        key(page, "Escape").await?;
        page.wait(OFF, &[]).await?;
        page.wait("return !location.search.includes('deck')", &[]).await
    })
    .await
}

#[tokio::test]
async fn a_chapter_is_a_list_of_its_figures() -> Result<()> {
    in_page(hall(), async |page| {
        page.goto("?view=learn&chapter=03-sigmoid-tanh&lang=en").await?;
        page.wait("return document.querySelectorAll('figure[data-query]').length > 1", &[]).await?;
        let count =
            page.js("return document.querySelectorAll('figure[data-query]').length", &[]).await?;
        page.js(
            "const themes = document.querySelector('select[name=theme]'); themes.value = 'present';
            themes.dispatchEvent(new Event('change', { bubbles: true }))",
            &[],
        )
        .await?;
        page.wait(ON, &[]).await?;
        let place = "return document.querySelector('.place').textContent";
        ensure!(page.text(place, &[]).await? == format!("1 of {count}"));
        let first = page.text(HEADING, &[]).await?;
        key(page, "ArrowRight").await?;
        page.wait(&format!("{place} === '2 of {count}'"), &[]).await?;
        ensure!(!first.is_empty());
        key(page, "Escape").await?;
        page.wait("return location.search === '?view=learn&chapter=03-sigmoid-tanh&lang=en'", &[])
            .await?;
        page.wait(
            "return document.querySelector('.reading h1')?.textContent.startsWith('Sigmoid')",
            &[],
        )
        .await
    })
    .await
}

#[tokio::test]
async fn the_dots_are_on_the_curve() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (fn_id, x) in [("gelu", 1.0), ("tanh", -2.0)] {
            page.goto(&format!("?view=function&fn={fn_id}&present=1&x={x}")).await?;
            let figure = page.figure(fn_id).await?;
            let (f, df) = by_id(fn_id).context("a function")?.eval(x, &[]);
            for (name, y) in [("f", f), ("df", df)] {
                let place = "const at = e => e.getBoundingClientRect();
                    const dot = document.querySelector('.lecture .dot.' + arguments[0]), plot = at(dot.closest('.plot'));
                    const box = at(dot), ratio = dot.closest('.plot').offsetWidth / plot.width;
                    return [(box.x + box.width / 2 - plot.x) * ratio, (box.y + box.height / 2 - plot.y) * ratio]";
                let (px, py): (f64, f64) =
                    serde_json::from_value(page.js(place, &[json!(name)]).await?)?;
                let off = (px - figure.px_of(x)).hypot(py - figure.py_of(y));
                ensure!(off < 1.5, "{fn_id}: {name} is {off} px off");
            }
        }
        Ok(())
    })
    .await
}
