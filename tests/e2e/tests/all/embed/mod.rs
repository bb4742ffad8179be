//! The page embedded in another one, on another site: the contract of the design, word by word.

mod contract;
mod element;
mod firefox;
mod messages;
mod room;
mod sandbox;
pub(crate) mod stage;
mod wheel;

use activation_explorer::activation::by_id;
use activation_explorer::address::Group;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use contract::{ELU, INKED};
use e2e::{Answer, Host, Options, Session, host, in_page, json};
use stage::{AROUND, Stage, count, get, heard, say};
use std::time::Duration;

/// The focused element of the host page.
const FOCUS: &str = "return document.activeElement?.id || document.activeElement?.tagName";

#[tokio::test]
async fn it_never_takes_the_focus_and_tab_leaves_it() -> Result<()> {
    let frame = ELU.replace("{sandbox}", "");
    let stage = Stage::with(&format!("<script>before.focus()</script>{frame}")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        // Neither by loading nor by a message that sets another state.
        for state in [json!({ "view": "zigzag" }), json!({ "view": "function", "fn": "elu" })] {
            say(page, 0, json!({ "type": "set", "state": state })).await?;
            get(page, 0).await?;
            page.frames(20).await?;
            ensure!(page.text(FOCUS, &[]).await? == "before", "the frame took the focus");
        }
        // Through the frame with Tab, forward and back.
        for (modifiers, from, to) in [(0, "before", "after"), (8, "after", "before")] {
            page.js("document.getElementById(arguments[0]).focus()", &[json!(from)]).await?;
            let mut presses = 0;
            let mut inside = 0;
            loop {
                let (down, up) = ("rawKeyDown", "keyUp");
                for kind in [down, up] {
                    let key = json!({ "type": kind, "key": "Tab", "code": "Tab",
                        "windowsVirtualKeyCode": 9, "modifiers": modifiers });
                    page.cdp("Input.dispatchKeyEvent", key).await?;
                }
                presses += 1;
                page.frames(1).await?;
                let now = page.text(FOCUS, &[]).await?;
                if now == to {
                    break;
                }
                inside += usize::from(now == "IFRAME");
                ensure!(presses < 60, "Tab does not leave the frame: at {now} after {presses}");
            }
            ensure!(inside > 3, "Tab passes the frame by: {inside} stops in it");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hundred_thousand_hostile_messages_do_nothing() -> Result<()> {
    let stage = Stage::with(&ELU.replace("{sandbox}", "sandbox='allow-scripts'")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        let before = get(page, 0).await?;
        let flood = "const to = document.querySelector('iframe').contentWindow;
            const ours = { source: 'activation-explorer' };
            const loop = { ...ours, type: 'set' }; loop.state = loop;
            const long = { ...ours, type: 'set', state: { fn: 'tanh', x: '9'.repeat(5000) } };
            const all = [
                null, 1, 'get', [], {}, new ArrayBuffer(64), new Date(), /x/, ours,
                { source: 'react-devtools', type: 'set', state: { fn: 'tanh' } },
                { ...ours, type: 'eval', state: 'alert(1)' },
                { ...ours, type: '__proto__' }, { ...ours, type: {} }, { ...ours, type: ['set'] },
                { ...ours, type: 'set' }, { ...ours, type: 'set', state: null },
                { ...ours, type: 'set', state: 'fn=tanh' },
                { ...ours, type: 'set', state: [['fn', 'tanh']] },
                { ...ours, type: 'set', state: { fn: { toString: 'tanh' }, x: [1], alpha: null } },
                { ...ours, type: 'set', state: { constructor: 'x', prototype: 1, hasOwnProperty: 0 } },
                JSON.parse('{\"source\":\"activation-explorer\",\"type\":\"set\",\"state\":{\"__proto__\":{\"fn\":\"tanh\"}}}'),
                { ...ours, type: 'set', state: { '<img src=q onerror=alert(1)>': '<script>' } },
                { ...ours, type: 'set', state: { n: 1n } }, { ...ours, type: 'set', state: { x: 5, alpha: NaN } },
                { ...ours, type: 'set', state: { x: 5, y: '9'.repeat(20000) } },
                loop, long, { ...long, type: 'get' },
                { ...ours, type: 'play' }, { ...ours, type: 'pause' },
            ];
            for (let i = arguments[0]; i < arguments[0] + 2000; i++) {
                to.postMessage(all[i % all.length], '*');
            }";
        // In calls that return at once: a page that waits for a frame or a timer beside all this
        // may do so for minutes.
        for part in 0..50 {
            page.js(flood, &[json!(part * 2000)]).await?;
        }
        // Messages beyond the limit are not read: only later ones are answered again.
        let start = std::time::Instant::now();
        let count_before = count(page, 0, "state").await?;
        let after = loop {
            say(page, 0, json!({ "type": "get" })).await?;
            let more = "return got.filter(g => g.data.type === 'state').length > arguments[0]";
            let soon = Duration::from_secs(5);
            if page.wait_within(soon, more, &[json!(count_before)]).await.is_ok() {
                break heard(page, 0, "state", count_before).await?;
            }
            ensure!(start.elapsed() < Duration::from_secs(60), "no answer after the flood");
        };
        ensure!(after["state"] == before["state"], "{} became {}", before["state"], after["state"]);
        ensure!(after["readout"] == before["readout"], "the numbers changed");
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "the console shows {errors:#?}");
        page.driver().enter_frame(0).await?;
        let marks = "return !!document.querySelector('img[src=q], script:not([src])')";
        let marked = page.js(marks, &[]).await?;
        page.driver().enter_default_frame().await?;
        ensure!(marked == json!(false), "markup became part of the page");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn only_the_page_around_is_listened_to() -> Result<()> {
    // A frame beside ours, and one that opens ours in a frame of its own.
    let beside = "<iframe srcdoc=\"<script>
        setInterval(() => { for (let i = 0; i < parent.length; i++) parent[i].postMessage(
            { source: 'activation-explorer', type: 'set', state: { fn: 'tanh' } }, '*') }, 20)
        </script>\"></iframe>";
    let stage = Stage::with(&format!("{}{beside}", ELU.replace("{sandbox}", ""))).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        page.frames(30).await?;
        ensure!(get(page, 0).await?["state"]["fn"] == "elu", "a frame beside it was obeyed");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn thirty_on_a_page_load_and_draw_only_where_they_are_seen() -> Result<()> {
    let fns = ["elu", "gelu", "tanh", "selu", "mish", "swish"];
    let frames: String = (0..30)
        .map(|i| {
            // Half of them load at once, as where a host takes `loading` away.
            let lazy = if i % 2 == 0 { "loading=lazy" } else { "" };
            let id = fns[i % fns.len()];
            format!("<iframe src='{{ours}}?embed=1&view=function&fn={id}&n={i}' height=520 {lazy}></iframe>")
        })
        .collect();
    let stage = Stage::with(&frames).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 16).await?;
        let loaded = stage.ours.asked().iter().filter(|path| path.contains("&n=")).count();
        ensure!(loaded < 28, "{loaded} of 30 were loaded at once");
        ensure!(drawn(page, 0).await?, "the first is not drawn");
        for far in [25, 29] {
            ensure!(!drawn(page, far).await?, "number {far}, far below, is drawn");
        }
        // Scrolled to the end: plots that become visible are drawn, and the page stays quick.
        let scroll = "return (async () => {
            let longest = 0, last = performance.now();
            for (let y = 0; y < document.documentElement.scrollHeight; y += 150) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
                const now = performance.now();
                longest = Math.max(longest, now - last);
                last = now;
            }
            return longest
        })()";
        let longest = page.js(scroll, &[]).await?;
        eprintln!("the longest frame while scrolling past 30 embeds: {longest} ms");
        ensure!(longest.as_f64() < Some(1000.0), "a frame took {longest} ms");
        let all = "return new Set(got.filter(g => g.data.type === 'ready').map(g => g.frame)).size === 30";
        page.wait_within(Duration::from_secs(40), all, &[]).await.context("loading all of them")?;
        page.frames(30).await?;
        ensure!(drawn(page, 29).await?, "the last is not drawn where it is seen");
        Ok(())
    })
    .await
}

/// True if the plot in a frame has been drawn: a canvas is 300 × 150 until then.
async fn drawn(page: &Session, frame: u16) -> Result<bool> {
    page.driver().enter_frame(frame).await?;
    let drawn = page.js("return document.querySelector('figure canvas')?.width", &[]).await;
    page.driver().enter_default_frame().await?;
    Ok(drawn?.as_f64().is_some_and(|width| width != 300.0))
}

#[tokio::test]
async fn what_fails_inside_is_told_outside() -> Result<()> {
    let ours = Host::start(|path| match path.strip_prefix("our/page/") {
        Some(file) if file.ends_with(".wasm") => Answer::missing(),
        Some(file) => host::site(file),
        None => Answer::missing(),
    })
    .await?;
    let frame = ELU.replace("{sandbox}", "sandbox='allow-scripts'");
    let html = AROUND.replace("{frames}", &frame).replace("{ours}", &ours.other_url("our/page/"));
    let around = Host::start(move |_| Answer::page(html.clone())).await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(around.url("")).await?;
        let error = heard(page, 0, "error", 0).await?;
        ensure!(error["reason"] == "load" && error["v"] == 1, "{error}");
        Ok(())
    })
    .await
}

/// The README, followed by someone who has never seen the page.
#[tokio::test]
async fn the_readme_works_the_first_time() -> Result<()> {
    let readme = include_str!("../../../../../README.md");
    let blocks: Vec<&str> = readme
        .split("```html\n")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0))
        .filter(|block| block.contains("YOUR-HOST"))
        .collect();
    // The elements twice, each time with the script, as when they are pasted one by one.
    let twice = blocks.iter().filter(|block| block.contains("<activation-explorer"));
    let copied: Vec<&str> = blocks.iter().chain(twice).copied().collect();
    let copied = copied.join("\n").replace("https://YOUR-HOST/", "{ours}");
    ensure!(copied.matches("<script").count() > 1, "{copied}");
    ensure!(copied.contains("<iframe") && copied.contains("<activation-explorer"), "{copied}");
    let stage = Stage::with(&copied).await?;
    in_page(Options { height: 4000, ..Options::default() }, async |page| {
        let count =
            copied.matches("<iframe").count() + copied.matches("<activation-explorer").count();
        stage.open(page, count).await?;
        // The script gives every frame the height of its content.
        let fits = "return [...document.querySelectorAll('iframe')].every((frame, i) => {
            const told = got.filter(g => g.frame === i && g.data.height > 0).at(-1)?.data.height;
            return told > 100 && Math.abs(frame.getBoundingClientRect().height - told) < 2;
        })";
        page.wait(fits, &[]).await.context("a frame is not as high as its content")?;
        for index in 0..count {
            let state = get(page, index).await?;
            ensure!(state["state"]["fn"] == "elu" && state["state"]["alpha"] == 1.5, "{state}");
        }
        let titles = "return [...document.querySelectorAll('iframe')].every(f => f.title)";
        ensure!(page.js(titles, &[]).await? == json!(true), "a frame has no title");
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_sandboxed_frame_does_everything_without_storage() -> Result<()> {
    let stage = Stage::with(&ELU.replace("{sandbox}", "sandbox='allow-scripts'")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        page.driver().enter_frame(0).await?;
        let opaque = "try { localStorage; return false } catch { return origin === 'null' }";
        ensure!(page.js(opaque, &[]).await? == json!(true), "the frame has an origin");
        page.slide("elu", "alpha", 0.5).await?;
        page.frames(2).await?;
        let f = page.number("[data-read=f]").await?;
        page.driver().enter_default_frame().await?;
        ensure!(f.to_bits() == by_id("elu").context("elu")?.f(-2.0, &[0.5]).to_bits(), "{f}");
        // Every view with its texts and its own code.
        for view in views::ALL {
            let shown = match view.group {
                Group::Gallery => ".gallery".to_owned(),
                Group::Compare => ".compare".to_owned(),
                Group::Demos => format!("[data-demo={}]", view.id),
                _ => continue,
            };
            let view = view.id;
            say(page, 0, json!({ "type": "set", "state": { "view": view } })).await?;
            page.driver().enter_frame(0).await?;
            page.wait("return !!document.querySelector(arguments[0])", &[json!(shown)])
                .await
                .with_context(|| format!("showing {view}"))?;
            page.frames(3).await?;
            ensure!(page.js(INKED, &[]).await? == json!(true), "{view} draws nothing");
            page.driver().enter_default_frame().await?;
        }
        // An animation plays, pauses and goes back when told.
        say(page, 0, json!({ "type": "set", "state": { "view": "zigzag", "speed": 60 } })).await?;
        page.driver().enter_frame(0).await?;
        page.wait("return !!document.querySelector('[data-player=play]')", &[]).await?;
        page.driver().enter_default_frame().await?;
        for (kind, wanted) in [
            ("play", "return demo.dataset.playing === 'true' && +demo.dataset.step > 2"),
            ("pause", "return demo.dataset.playing === 'false' && +demo.dataset.step > 2"),
            ("reset", "return demo.dataset.step === '0'"),
        ] {
            say(page, 0, json!({ "type": kind })).await?;
            page.driver().enter_frame(0).await?;
            let script = format!("const demo = document.querySelector('[data-demo=zigzag]'); if (!demo) return false; {wanted}");
            page.wait(&script, &[]).await.with_context(|| kind.to_owned())?;
            page.driver().enter_default_frame().await?;
        }
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "the console shows {errors:#?}");
        Ok(())
    })
    .await
}
