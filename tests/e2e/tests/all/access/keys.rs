//! Keyboard use: Tab reaches everything and shows the focus, every key of the list does its action,
//! and every slider knows the same keys.

use super::{open, views};
use activation_explorer::words::{KEYS, PlotKey};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// The elements at which Tab must stop: all that take the focus and are visible.
const STOPS: &str = "const stops = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, iframe, [tabindex]')]
        .filter(e => e.tabIndex >= 0 && !e.disabled && e.getClientRects().length
            && getComputedStyle(e).visibility !== 'hidden' && e.checkVisibility());
    window.walk = new Map();
    addEventListener('focusin', ({ target }) => {
        if (walk.has(target)) return;
        walk.set(target, null);
        setTimeout(() => {
            if (document.activeElement !== target) return;
            const { outlineStyle, outlineWidth } = getComputedStyle(target);
            const rings = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
            const { left, top, width, height } = target.getBoundingClientRect();
            const top_most = document.elementFromPoint(left + width / 2, top + height / 2);
            const seen = top_most && (target.contains(top_most) || top_most.contains(target));
            walk.set(target, { rings, seen });
        });
    });
    window.stops = stops;
    return stops.length";

/// The faults on the way.
const FOUND: &str = "const say = e => e.outerHTML.slice(0, 120);
    const faults = stops.filter(e => !walk.has(e)).map(e => 'not reached: ' + say(e));
    for (const [e, at] of walk) {
        if (at && !at.rings) faults.push('no ring: ' + say(e));
        if (at && !at.seen) faults.push('hidden: ' + say(e));
    }
    return faults";

async fn tab(page: &Session) -> Result<()> {
    for kind in ["rawKeyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        page.cdp("Input.dispatchKeyEvent", key).await?;
    }
    Ok(())
}

#[tokio::test]
async fn tab_reaches_everything_and_shows_where_it_is() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut faults = Vec::new();
        // Not the view that has a frame in it, whose stops are another document's.
        for (_, view) in views().iter().filter(|(view, _)| view.builds.is_empty()) {
            open(page, &format!("?{view}&lang=en")).await?;
            let stops = page.js(STOPS, &[]).await?.as_u64().context("a count")?;
            ensure!(stops > 5, "{view}: only {stops} stops");
            // A box that scrolls sideways is a stop, too, and a figure that becomes live has its own.
            for press in 1..=4 * stops {
                tab(page).await?;
                let reached = "return stops.every(e => walk.has(e))";
                if press >= stops && press % 10 == 0 && page.js(reached, &[]).await? == json!(true)
                {
                    break;
                }
            }
            page.frames(2).await?;
            let found = page.js(FOUND, &[]).await?;
            let found: Vec<String> = serde_json::from_value(found)?;
            faults.extend(found.into_iter().map(|fault| format!("{view}: {fault}")));
        }
        ensure!(faults.is_empty(), "{faults:#?}");
        Ok(())
    })
    .await
}

/// Presses a key on the element that `selector` finds.
async fn press(page: &Session, selector: &str, key: &str, shift: bool) -> Result<()> {
    let script = "const [selector, key, shiftKey] = arguments;
        document.querySelector(selector).dispatchEvent(
            new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))";
    page.js(script, &[json!(selector), json!(key), json!(shift)]).await?;
    page.frames(2).await
}

#[tokio::test]
async fn every_key_of_the_list_does_what_it_says() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (names, shown, does) in KEYS {
            for key in *names {
                // Kinks, zeros and extrema on both sides of the probe, and a window of its own.
                page.goto("?view=function&fn=hardswish&x=0.5&xmin=-4&xmax=4&ymin=-2&ymax=4")
                    .await?;
                let before = page.figure("hardswish").await?;
                let (key, shift) =
                    if *does == PlotKey::Fine { ("ArrowRight", true) } else { (*key, false) };
                press(page, ".probe", key, shift).await?;
                if *does == PlotKey::Wheel {
                    let held = if key == "Meta" { 4 } else { 2 };
                    page.wheel(page.point(".probe", (0.5, 0.5)).await?, -100.0, held).await?;
                }
                let now = page.figure("hardswish").await?;
                let x = page.number("[data-read=x]").await?;
                let wide = |f: &e2e::Figure| f.x_max - f.x_min;
                let works = match does {
                    PlotKey::Right => (x - 0.58).abs() < 1e-9,
                    PlotKey::Left => (x - 0.42).abs() < 1e-9,
                    PlotKey::Fine => (x - 0.508).abs() < 1e-9,
                    PlotKey::FarRight => (x - 1.3).abs() < 0.05,
                    PlotKey::FarLeft => (x + 0.3).abs() < 0.05,
                    PlotKey::First => x == -4.0,
                    PlotKey::Last => x == 4.0,
                    PlotKey::Next => x == 3.0,
                    PlotKey::Previous => x == 0.0,
                    PlotKey::In | PlotKey::Wheel => wide(&now) < wide(&before),
                    PlotKey::Out => wide(&now) > wide(&before),
                    PlotKey::Home => now.x_min != before.x_min && now.x_max != before.x_max,
                    PlotKey::PanLeft => now.x_min < before.x_min && now.x_max < before.x_max,
                    PlotKey::PanRight => now.x_min > before.x_min && now.x_max > before.x_max,
                    PlotKey::PanUp => now.y_min > before.y_min && now.y_max > before.y_max,
                    PlotKey::PanDown => now.y_min < before.y_min && now.y_max < before.y_max,
                };
                ensure!(works, "{shown} ({key:?}) did not {does:?}: x = {x}, {before:?}, {now:?}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_slider_knows_the_same_keys() -> Result<()> {
    in_page(Options::default(), async |page| {
        // A slider, its start and one step; whether a tenth of a step means anything.
        for (query, name, fine) in [
            ("view=function&fn=elu", "alpha", true),
            ("view=function&fn=elu&shade=0.05", "shade-exponent", false),
            ("view=neuron", "w1", true),
            ("view=neuron", "b", true),
            ("view=zigzag&autoplay=0", "lr", false),
            ("view=zigzag&autoplay=0", "speed", false),
            ("view=linear", "depth", false),
            ("view=softmax", "z1", true),
        ] {
            page.goto(&format!("?{query}")).await?;
            let range = format!("input[type=range][name=\"{name}\"]");
            let of = "const e = document.querySelector(arguments[0]);
                return [e.valueAsNumber, Number(e.min), Number(e.max), Number(e.step)]";
            let read = async || -> Result<[f64; 4]> {
                Ok(serde_json::from_value(page.js(of, &[json!(range)]).await?)?)
            };
            let [start, _, _, step] = read().await.with_context(|| format!("{query}: {name}"))?;
            // The thumb stands on whole steps even where the value does not.
            let near = |found: f64, wanted: f64| (found - wanted).abs() <= 0.51 * step;
            press(page, &range, "ArrowRight", false).await?;
            let [right, low, high, _] = read().await?;
            ensure!(near(right, start + step), "{name}: → leads from {start} to {right}");
            press(page, &range, "ArrowLeft", false).await?;
            ensure!(near(read().await?[0], start), "{name}: ← does not lead back");
            press(page, &range, "PageUp", false).await?;
            let far = (start + 10.0 * step).min(high);
            ensure!(near(read().await?[0], far), "{name}: Page Up leads to {}", read().await?[0]);
            press(page, &range, "Home", false).await?;
            ensure!(near(read().await?[0], low), "{name}: Home leads to {}", read().await?[0]);
            press(page, &range, "End", false).await?;
            ensure!(near(read().await?[0], high), "{name}: End leads to {}", read().await?[0]);
            if fine {
                press(page, &range, "ArrowLeft", true).await?;
                let number = "return document.querySelector(arguments[0]).value";
                let selector = format!("input[name=\"{name}-number\"]");
                let value = page.text(number, &[json!(selector)]).await?;
                let value: f64 = value.parse().context("no number")?;
                ensure!(
                    (value - (high - 0.1 * step)).abs() < 1e-9,
                    "{name}: Shift and ← lead to {value}"
                );
            }
        }
        Ok(())
    })
    .await
}
