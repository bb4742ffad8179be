//! A seeded monkey at every view: it presses, types, drags and resizes at random, and nothing breaks.
//!
//! A few seconds a view; `E2E_MONKEY=45 cargo xtask test monkey` gives it 45 s for each.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};
use std::collections::BTreeSet;

/// The time spent in a view, in s.
const STAY: f64 = 1.0;

/// The script of the monkey; `arguments`: seed, ms. Returns the controls it has used, and those it
/// should have used twenty times on average: never to have used one of these is no chance.
const MONKEY: &str = r#"
    let state = arguments[0] >>> 0;
    const end = performance.now() + arguments[1];
    const random = () => {
        state = state + 0x6D2B79F5 | 0;
        let t = Math.imul(state ^ state >>> 15, 1 | state);
        t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
        return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
    };
    const pick = list => list[Math.floor(random() * list.length)];
    const fire = (e, type) => e.dispatchEvent(new Event(type, { bubbles: true }));
    const all = selector => [...document.querySelectorAll(selector)].filter(e => e.getClientRects().length && !e.disabled);
    const KEYS = [...'][+-=0awsdnp', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Escape', 'Enter'];
    const NUMBERS = ['', '0', '-1', '1e9', '1e-9', '0.5', '3', '-0', '12345678901234567890', '1e308', '-1e308', '7'];
    const WORDS = ['', 'x', '1,2,3', '1002 1001 1000', '<b>x</b>', 'https://example.org/a/', '1,'.repeat(300)];
    const named = e => e.name || e.dataset.player || e.dataset.do || e.dataset.host || e.className || e.tagName;
    const hit = new Set(), due = new Map();
    const use = e => {
        hit.add(named(e));
        if (e.matches('[type=range]')) {
            const [min, max] = [Number(e.min), Number(e.max)];
            e.value = min + random() * (max - min);
            fire(e, 'input');
            if (random() < 0.5) fire(e, 'change');
        } else if (e.matches('select')) {
            e.selectedIndex = Math.floor(random() * e.options.length);
            fire(e, 'change');
        } else if (e.matches('input:not([type=checkbox], [type=radio]), textarea')) {
            e.value = e.getAttribute('role') === 'spinbutton' ? pick(NUMBERS) : pick(WORDS);
            fire(e, 'input');
            fire(e, 'change');
        } else {
            e.click();
        }
        e.dispatchEvent(new KeyboardEvent('keydown', { key: pick(KEYS), shiftKey: random() < 0.3, bubbles: true, cancelable: true }));
    };
    const drag = e => {
        const { left, top, width, height } = e.getBoundingClientRect();
        const pointerId = 1 + Math.floor(random() * 10);
        const send = type => e.dispatchEvent(new PointerEvent(type, {
            pointerId, pointerType: pick(['mouse', 'touch', 'pen']), isPrimary: random() < 0.7, bubbles: true, cancelable: true,
            clientX: left + (1.4 * random() - 0.2) * width, clientY: top + (1.4 * random() - 0.2) * height,
            button: 0, buttons: 1,
        }));
        send('pointerdown');
        for (let i = 0; i < 4; i++) send('pointermove');
        send(pick(['pointerup', 'pointercancel', 'pointerup', 'pointerleave']));
        e.dispatchEvent(new WheelEvent('wheel', { deltaY: 400 * (random() - 0.5), ctrlKey: random() < 0.5, bubbles: true, cancelable: true,
            clientX: left + random() * width, clientY: top + random() * height }));
        e.dispatchEvent(new KeyboardEvent('keydown', { key: pick(KEYS), shiftKey: random() < 0.3, bubbles: true, cancelable: true }));
    };
    // Leaves the view alone, and whatever asks the system for something.
    const CONTROLS = 'main :is(button, input, select, textarea, summary), .bar button.language, .bar select';
    return (async () => {
        while (performance.now() < end) {
            for (let i = 0; i < 6; i++) {
                const controls = all(CONTROLS);
                controls.map(named).forEach(name => due.set(name, (due.get(name) ?? 0) + 1 / controls.length));
                if (controls.length) use(pick(controls));
                const plots = all('.probe, .pad, .grip, [role=slider], figure canvas');
                if (plots.length) drag(pick(plots));
            }
            if (random() < 0.1) dispatchEvent(new Event('resize'));
            await new Promise(requestAnimationFrame);
        }
        return { due: [...due].filter(([, times]) => times > 20).map(([name]) => name), hit: [...hit] };
    })()"#;

async fn visit(page: &Session, view: &str, seed: u32, seconds: f64) -> Result<BTreeSet<String>> {
    page.goto(&format!("?{view}")).await?;
    let (mut due, mut hit) = (BTreeSet::new(), BTreeSet::new());
    // In windows of several shapes.
    for (turn, (width, height, ratio)) in
        [(1280, 800, 1.0), (320, 640, 3.0), (900, 120, 0.5)].into_iter().enumerate()
    {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
        page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        let seed = seed * 3 + turn as u32;
        let args = [json!(seed), json!(seconds * 1000.0 / 3.0)];
        let seen = page.js(MONKEY, &args).await.with_context(|| format!("{view}, seed {seed}"))?;
        due.extend(serde_json::from_value::<Vec<String>>(seen["due"].clone())?);
        hit.extend(serde_json::from_value::<Vec<String>>(seen["hit"].clone())?);
    }
    page.frames(2).await?;
    let failed = page.js("return document.documentElement.dataset.failed ?? null", &[]).await?;
    let errors = page.console_errors().await?;
    ensure!(failed.is_null() && errors.is_empty(), "{view}, seed {seed}: {failed}, {errors:#?}");
    ensure!(!hit.is_empty(), "{view}: nothing to use");
    Ok(due.difference(&hit).cloned().collect())
}

#[tokio::test]
async fn it_breaks_nothing() -> Result<()> {
    let given = std::env::var("E2E_MONKEY").ok().and_then(|seconds| seconds.parse().ok());
    let seconds = given.unwrap_or(STAY);
    in_page(Options::default(), async |page| {
        for (place, (_, view)) in super::access::views().iter().enumerate() {
            let missed = visit(page, view, place as u32, seconds).await?;
            ensure!(missed.is_empty(), "{view}: never used {missed:?}");
        }
        Ok(())
    })
    .await
}
