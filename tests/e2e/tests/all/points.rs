//! Points that are taken by hand: the inputs and weights of a neuron, the ends of the zig-zag's way;
//! and the player's space bar.

use anyhow::{Context, Result, ensure};
use e2e::{Figure, Options, Session, in_page};
use serde_json::json;

/// The numbers of a key of the address, once they are no longer what they were.
async fn key(page: &Session, name: &str, before: &str) -> Result<Vec<f64>> {
    let text = "new URLSearchParams(location.search).get(arguments[0])";
    // The address follows a moment later.
    let other = format!("return ({text} ?? arguments[1]) !== arguments[1]");
    page.wait(&other, &[json!(name), json!(before)])
        .await
        .with_context(|| format!("{name} stays"))?;
    // And the last of its changes a moment after the first.
    page.frames(30).await?;
    let read = format!("return {text}.split(',').map(Number)");
    Ok(serde_json::from_value(page.js(&read, &[json!(name)]).await?)?)
}

/// Drags the middle of an element by so many pixels; returns where that ends in the plot.
async fn pull(
    page: &Session,
    selector: &str,
    figure: &Figure,
    from: (f64, f64),
    by: (f64, f64),
) -> Result<(f64, f64)> {
    let middle = page.point(selector, (0.5, 0.5)).await?;
    page.drag(middle, (middle.0 + by.0, middle.1 + by.1)).await?;
    let unit = (
        figure.width / (figure.x_max - figure.x_min),
        figure.height / (figure.y_max - figure.y_min),
    );
    Ok((from.0 + by.0 / unit.0, from.1 - by.1 / unit.1))
}

fn near(found: &[f64], (x, y): (f64, f64), unit: f64) -> Result<()> {
    let close = matches!(found, [a, b, ..] if (a - x).abs() < unit && (b - y).abs() < unit);
    ensure!(close, "{found:?} is not ({x}, {y})");
    Ok(())
}

#[tokio::test]
async fn the_arrow_and_the_point_of_a_neuron_are_dragged_and_moved_by_keys() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=neuron&w=1.5,-1,2&in=1,0.5,-1&b=0.5").await?;
        let figure = page.figure("neuron").await?;
        // Two pixels, which is what a press may be off.
        let unit = 2.0 * (figure.x_max - figure.x_min) / figure.width;
        let to = pull(page, "[data-point=w]", &figure, (1.5, -1.0), (-60.0, -45.0)).await?;
        let w = key(page, "w", "1.5,-1,2").await?;
        near(&w, to, unit)?;
        ensure!(w[2] == 2.0, "a weight that is not on the plane moves: {w:?}");
        let inputs = page.text("return location.search", &[]).await?;
        ensure!(inputs.contains("in=1,0.5,-1"), "the inputs move too: {inputs}");
        let slider = "return +document.querySelector('input[type=range][name=w1]').value";
        let shown = page.js(slider, &[]).await?.as_f64().context("w1")?;
        ensure!((shown - w[0]).abs() < 0.05, "the slider stays at {shown}");
        // Beside both the point comes to where one presses.
        let there = page.point("[data-fn=neuron]", (0.8, 0.2)).await?;
        page.drag(there, (there.0 + 1.0, there.1)).await?;
        let moved = key(page, "in", "1,0.5,-1").await?;
        ensure!(moved[0] > 1.5 && moved[1] > 1.0 && moved[2] == -1.0, "{moved:?}");
        page.js("document.querySelector('[data-point=w]').focus()", &[]).await?;
        page.key("ArrowRight", None).await?;
        page.key("ArrowDown", None).await?;
        let written: Vec<_> = w.iter().map(f64::to_string).collect();
        let after = key(page, "w", &written.join(",")).await?;
        near(&after, (w[0] + 0.05, w[1] - 0.05), 1e-3)
    })
    .await
}

#[tokio::test]
async fn the_sliders_of_a_neuron_are_in_sight_with_its_plane() -> Result<()> {
    for (width, height) in [(1280, 900), (1024, 768), (390, 844)] {
        let options = if width < 700 {
            Options::phone()
        } else {
            Options { width, height, ..Options::default() }
        };
        in_page(options, async |page| {
            page.goto("?view=neuron").await?;
            let sight = "const at = e => e.getBoundingClientRect();
                const slider = document.querySelector('input[type=range][name=b]');
                slider.scrollIntoView({ block: 'end', behavior: 'instant' });
                const plane = at(document.querySelector('[data-fn=neuron]'));
                return plane.top >= -1 && plane.bottom < innerHeight
                    && at(slider).bottom <= innerHeight + 1";
            page.frames(3).await?;
            ensure!(page.js(sight, &[]).await? == json!(true), "not at {width} × {height}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn both_ends_of_the_way_are_dragged_and_it_follows() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&steps=20&autoplay=0").await?;
        let figure = page.figure("zigzag-chosen").await?;
        let unit = 2.0 * (figure.x_max - figure.x_min) / figure.width;
        let at = "[data-run='0'] [data-point=optimum]";
        let to = pull(page, at, &figure, (-1.0, 1.0), (40.0, 25.0)).await?;
        near(&key(page, "optimum", "").await?, to, unit)?;
        let steps = "return document.querySelector('[data-demo=zigzag]').dataset.step";
        ensure!(page.text(steps, &[]).await? == "20", "the way begins anew");
        // The window fits the new ends once the hand is off.
        let figure = page.figure("zigzag-chosen").await?;
        let half = 0.75 * (1.0 - to.0).abs().max((-1.0 - to.1).abs());
        ensure!(((figure.y_max - figure.y_min) / 2.0 - half).abs() < 0.05, "{figure:?}");
        page.js("document.querySelector(`[data-run='1'] [data-point=start]`).focus()", &[]).await?;
        page.key("ArrowUp", None).await?;
        near(&key(page, "start", "").await?, (1.0, -0.95), 1e-9)
    })
    .await
}

#[tokio::test]
async fn the_space_bar_plays_and_pauses_and_at_the_end_it_plays_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=zigzag&cmp=tanh&fn=tanh&steps=1&speed=30&lr=0.02&lang=en").await?;
        let playing = "return document.querySelector('[data-demo=zigzag]').dataset.playing";
        ensure!(page.text(playing, &[]).await? == "false", "it plays by itself");
        page.key(" ", Some(" ")).await?;
        ensure!(page.text(playing, &[]).await? == "true", "the space bar does not play");
        ensure!(page.js("return scrollY", &[]).await? == json!(0), "the page scrolls");
        page.key(" ", Some(" ")).await?;
        ensure!(page.text(playing, &[]).await? == "false", "the space bar does not pause");
        page.key(" ", Some(" ")).await?;
        page.goto("?view=zigzag&cmp=tanh&fn=tanh&steps=5&speed=4&lang=en").await?;
        page.key(" ", Some(" ")).await?;
        let again = "return document.querySelector('[data-player=play]').textContent === 'Again'";
        page.wait(again, &[]).await.context("the end is not told")?;
        let end = "return document.querySelector('[data-demo=zigzag]').dataset.step";
        let end: u32 = page.text(end, &[]).await?.parse()?;
        page.key(" ", Some(" ")).await?;
        let less =
            "return +document.querySelector('[data-demo=zigzag]').dataset.step < arguments[0]";
        page.wait(less, &[json!(end)]).await.context("it does not begin again")?;
        // On a button the space bar presses that.
        page.js("document.querySelector('[data-player=reset]').focus()", &[]).await?;
        page.key(" ", Some(" ")).await?;
        page.wait("return document.querySelector('[data-demo=zigzag]').dataset.step === '0'", &[])
            .await
            .context("the button does nothing")
    })
    .await
}
