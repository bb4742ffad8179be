//! The start page: the point on the curve, the lamps below it, the tiles.

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::lang::Lang;
use activation_explorer::plot::Drawing;
use activation_explorer::views;
use activation_explorer::views::gallery::drawing::Hero;
use activation_explorer::views::gallery::{model, words};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};

/// The state of the point: its place, the lamps, the sentence.
const STATE: &str = "const number = (s) => +document.querySelector(s).getAttribute('value');
    return [+document.querySelector('.stage .rail').getAttribute('aria-valuenow'),
        number('.flag data'), [...document.querySelectorAll('.lamps data')].map(l => +l.getAttribute('value')),
        document.querySelector('.fate').textContent]";

/// Holds what the page shows against the core, for the state of its address; gives the place of the
/// point.
async fn agrees(page: &Session, query: &str) -> Result<f64> {
    let hero = Hero::of(&views::parse(query).0);
    page.frames(3).await?;
    let shown = page.js(STATE, &[]).await?;
    let x = shown[0].as_f64().context("a place")?;
    let slope = hero.act.df(x, &hero.params);
    let said = words(Lang::En).sentence(slope).replace("<b>", "").replace("</b>", "");
    let same = |found: &Value, wanted: f64| {
        found.as_f64().is_some_and(|found| (found - wanted).abs() <= 1e-14 * wanted.abs())
    };
    ensure!(same(&shown[1], slope), "{query}: {shown}, not {slope}");
    for (place, left) in model::left(slope).into_iter().enumerate() {
        ensure!(same(&shown[2][place], left), "{query}: lamp {place} of {shown}, not {left}");
    }
    ensure!(shown[3] == json!(said), "{query}: {shown}, not {said}");
    Ok(x)
}

#[tokio::test]
async fn a_phones_first_screen_has_all_of_the_hero() -> Result<()> {
    for lang in ["en", "zh"] {
        in_page(Options { height: 700, ..Options::phone() }, async |page| {
            let lost = "return ['h1', '.chips', '.stage canvas', '.stage .ring', '.own input', '.lamps', '.fate']
                .filter(s => { const box = document.querySelector(s)?.getBoundingClientRect();
                    return !box || !box.height || box.bottom > innerHeight || box.right > innerWidth + (s === '.chips') * 1 })
                .join()";
            for (id, fits) in [("selu", ""), ("leaky_relu", ""), ("sigmoid", ".own input")] {
                page.goto(&format!("?lang={lang}&fn={id}")).await?;
                let found = page.text(lost, &[]).await?;
                ensure!(found == fits, "{lang}, {id}: out of sight: {found}");
            }
            page.goto(&format!("?lang={lang}")).await?;
            let height = page.js("return document.documentElement.scrollHeight", &[]).await?;
            ensure!(height.as_f64().is_some_and(|height| height <= 3500.0), "{lang}: {height} px");
            let small = "return [...document.querySelectorAll('.chips button')]
                .filter(b => b.getBoundingClientRect().height < 44).length";
            ensure!(page.js(small, &[]).await? == json!(0), "chips too small for a finger");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_hand_and_keys_move_the_point_and_the_lamps_follow() -> Result<()> {
    in_page(Options { reduced_motion: true, ..Options::default() }, async |page| {
        page.goto("?lang=en").await?;
        ensure!(agrees(page, "lang=en").await? == model::START);
        let window = Hero::of(&views::start()).window();
        let width = window.x_max - window.x_min;
        let at = |x: f64| ((x - window.x_min) / width, 0.5);
        let (from, to) = (
            page.point(".stage .rail", at(1.6)).await?,
            page.point(".stage .rail", at(-3.0)).await?,
        );
        page.drag(from, to).await?;
        let x = agrees(page, "lang=en").await?;
        ensure!((x + 3.0).abs() < 0.03, "dragged to {x}");
        page.wait("return /x=-[23]\\.?\\d*/.test(location.search)", &[])
            .await
            .context("the address")?;
        page.js("document.querySelector('.stage .rail').focus()", &[]).await?;
        for (key, by) in
            [("ArrowRight", 0.1), ("ArrowLeft", -0.1), ("PageUp", 1.0), ("ArrowUp", 0.1)]
        {
            let before = agrees(page, "lang=en").await?;
            page.key(key, None).await?;
            let after = agrees(page, "lang=en").await?;
            ensure!((after - before - by).abs() < 1e-9, "{key}: from {before} to {after}");
        }
        // Other functions at the same point.
        for id in model::CHOICE {
            page.js(
                "document.querySelector(`[data-choice=${arguments[0]}]`).click()",
                &[json!(id)],
            )
            .await?;
            agrees(page, &format!("lang=en&fn={id}")).await?;
            let pressed =
                "return document.querySelector('.chips [aria-pressed=true]').dataset.choice";
            ensure!(page.text(pressed, &[]).await? == id);
        }
        let said = "return document.querySelector('.stage .rail').getAttribute('aria-valuetext')";
        ensure!(page.text(said, &[]).await?.starts_with("Swish, x = "));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_sliders_of_the_chosen_function_move_the_lamps() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en&fn=leaky_relu&x=-1").await?;
        page.slide("leaky_relu", "negative_slope", 0.9).await?;
        agrees(page, "lang=en&fn=leaky_relu&x=-1&negative_slope=0.9").await?;
        let own = "return [...document.querySelectorAll('[data-fn=leaky_relu][type=range]')].map(i => +i.value)";
        ensure!(page.js(own, &[]).await? == json!([0.9, 0.9]), "the tile's slider follows");
        page.goto("?lang=en&fn=selu&x=1").await?;
        let inputs = "return [...document.querySelectorAll('.own input')].map(i => i.name).join()";
        ensure!(page.text(inputs, &[]).await? == "alpha,lambda");
        page.slide("selu", "lambda", 1.5).await?;
        agrees(page, "lang=en&fn=selu&x=1&lambda=1.5").await?;
        page.js("document.querySelector('.own .reset').click()", &[]).await?;
        agrees(page, "lang=en&fn=selu&x=1").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_curve_becomes_another_and_at_once_where_little_motion_is_asked_for() -> Result<()> {
    for reduced_motion in [false, true] {
        in_page(Options { reduced_motion, ..Options::default() }, async |page| {
            page.goto("?lang=en&x=-1").await?;
            page.frames(5).await?;
            let script = "return (async () => {
                document.querySelector('[data-choice=relu]').click();
                const seen = new Set();
                for (let i = 0; i < 60; i++) {
                    await new Promise(requestAnimationFrame);
                    seen.add(document.querySelector('.flag data').getAttribute('value'));
                }
                return [seen.size, [...seen].at(-1)];
            })()";
            let seen = page.js(script, &[]).await?;
            ensure!(seen[1] == json!("0"), "{seen}");
            let between = seen[0].as_u64().context("a count")?;
            ensure!(
                if reduced_motion { between <= 2 } else { between > 4 },
                "{reduced_motion}: {seen}"
            );
            agrees(page, "lang=en&fn=relu&x=-1").await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tile_is_read_under_the_pointer_and_with_the_focus() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en").await?;
        let read = "const tip = document.querySelector('.tip');
            return [tip?.closest('.card').dataset.card ?? '', tip?.textContent.trim() ?? '']";
        for act in [by_id("elu"), by_id("tanh")].into_iter().flatten() {
            let spot = format!("[data-card={}] .plot", act.id);
            page.mouse("mouseMoved", page.point(&spot, (0.25, 0.5)).await?, 0).await?;
            page.frames(2).await?;
            let found = page.js(read, &[]).await?;
            let (f, df) = act.eval(-2.0, &act.defaults());
            let near = |place: usize, wanted: f64| {
                let text = found[1].as_str()?.replace('−', "-");
                let number: f64 = text.split_whitespace().nth(place)?.parse().ok()?;
                Some((number - wanted).abs() < 0.03)
            };
            ensure!(found[0] == json!(act.id), "{found}");
            ensure!(near(0, f) == Some(true) && near(1, df) == Some(true), "{found}: {f} {df}");
        }
        page.mouse("mouseMoved", page.point(".hero h1", (0.5, 0.5)).await?, 0).await?;
        page.wait("return !document.querySelector('.tip')", &[]).await?;
        page.js("document.querySelector('[data-card=gelu] h3 a').focus()", &[]).await?;
        ensure!(page.js(read, &[]).await?[0] == json!("gelu"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_jumps_when_the_page_becomes_live() -> Result<()> {
    for options in [Options::default(), Options::phone()] {
        in_page(options, async |page| {
            let watch = "window.moved = 0;
                new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) moved += e.value })
                    .observe({ type: 'layout-shift', buffered: true })";
            page.before_everything(watch).await?;
            page.goto("?lang=en").await?;
            page.frames(20).await?;
            let moved = page.js("return moved", &[]).await?;
            ensure!(moved.as_f64().is_some_and(|moved| moved <= 0.02), "layout shift {moved}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_still_hero_stands_where_the_live_one_will() -> Result<()> {
    for options in [Options::default(), Options::phone()] {
        in_page(options, async |page| {
            let look = "return ['h1', '.lead', '.chips', '.stage', '.lamps', '.fate'].map(s => {
                const b = document.querySelector(s).getBoundingClientRect();
                return [b.left, b.top, b.width, b.height].map(Math.round) })";
            page.goto("?lang=en").await?;
            let live = page.js(look, &[]).await?;
            // The page as it was before it was live, in the same document.
            let still = "return (async () => {
                const html = await (await fetch('index.html')).text();
                const page = new DOMParser().parseFromString(html, 'text/html');
                const main = page.querySelector('main');
                for (const e of main.querySelectorAll('[lang]')) e.hidden = e.lang !== 'en';
                document.querySelector('main').replaceWith(document.adoptNode(main));
            })()";
            page.js(still, &[]).await?;
            page.frames(2).await?;
            let still = page.js(look, &[]).await?;
            let apart = |a: &Value, b: &Value| {
                let numbers = |v: &Value| -> Vec<f64> {
                    v.as_array()
                        .into_iter()
                        .flatten()
                        .flat_map(|r| r.as_array().cloned().unwrap_or_default())
                        .filter_map(|n| n.as_f64())
                        .collect()
                };
                numbers(a).iter().zip(numbers(b)).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
            };
            ensure!(apart(&live, &still) <= 1.0, "live {live}, still {still}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_function_has_a_tile_whose_name_leads_to_it() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en").await?;
        let found = "return [...document.querySelectorAll('.card')].map(c =>
            [c.dataset.card, c.querySelector('h3 a').textContent, c.querySelectorAll('input').length].join())";
        let wanted = |family| ALL.iter().filter(move |act| act.family == family);
        let all: Vec<String> = activation_explorer::activation::Family::ALL
            .into_iter()
            .flat_map(wanted)
            .map(|act| format!("{},{},{}", act.id, act.name, act.params.len()))
            .collect();
        ensure!(page.js(found, &[]).await? == json!(all));
        let boxes = "return document.querySelectorAll('.gallery [role=spinbutton]').length";
        ensure!(page.js(boxes, &[]).await? == json!(0), "a number box in a tile");
        Ok(())
    })
    .await
}
