//! The first frame has the theme and the language that the address, the reader's earlier choice or the
//! system asks for, before there is a module; and a page that is enlarged stays sharp.

use anyhow::{Context, Result, ensure};
use e2e::{Answer, Host, Options, Scheme, Session, Value, host, in_page, json};
use std::time::Duration;

/// Our page on a network that is slow with the boot script and never brings the module.
async fn slow() -> Result<Host> {
    Host::start(|path| {
        let name = path.split('?').next().unwrap_or_default();
        if name.starts_with("boot-") {
            std::thread::sleep(Duration::from_millis(400));
        }
        if name.ends_with(".wasm") {
            Answer { hangs: true, ..Answer::default() }
        } else {
            host::site(path)
        }
    })
    .await
}

/// Notes what every frame that has a heading is about to show: its colour and language.
const WATCH: &str = "window.seen = [];
    (function look() {
        const heading = document.querySelector('#app h1');
        if (heading) {
            const html = document.documentElement;
            seen.push([getComputedStyle(document.body).backgroundColor, html.dataset.theme ?? '',
                [...document.querySelectorAll('#app [lang]')].filter(e => e.getClientRects().length).map(e => e.lang)
                    .filter((lang, i, all) => all.indexOf(lang) === i).join()]);
        }
        requestAnimationFrame(look);
    })()";

/// Opens the page and gives what its frames have shown, without repetitions.
async fn frames(page: &Session, address: &str) -> Result<Vec<Value>> {
    page.driver().goto("about:blank").await?;
    page.driver().goto(address).await?;
    page.wait("return seen.length > 10", &[]).await?;
    let mut seen: Vec<Value> = serde_json::from_value(page.js("return seen", &[]).await?)?;
    seen.dedup();
    Ok(seen)
}

const WHITE: &str = "rgb(255, 255, 255)";
const DARK: &str = "rgb(19, 22, 26)";

#[tokio::test]
async fn it_is_right_from_the_first_frame() -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        let site = slow().await?;
        in_page(Options { scheme, ..Options::default() }, async |page| {
            page.before_everything(WATCH).await?;
            let own = if scheme == Scheme::Dark { DARK } else { WHITE };
            for (stored, query, paper, theme, lang) in [
                (json!({}), "", own, "", "en"),
                (json!({}), "?theme=dark", DARK, "dark", "en"),
                (json!({}), "?theme=light&lang=zh", WHITE, "light", "zh-CN"),
                (json!({}), "?locale=zh-TW", own, "", "zh-CN"),
                (json!({}), "?theme=light#theme=dark&lang=zh", DARK, "dark", "zh-CN"),
                (json!({ "theme": "dark", "lang": "zh" }), "", DARK, "dark", "zh-CN"),
                (
                    json!({ "theme": "dark", "lang": "zh" }),
                    "?lang=en&theme=projector",
                    WHITE,
                    "projector",
                    "en",
                ),
                (json!({ "theme": "light" }), "?theme=auto", WHITE, "light", "en"),
                (json!({ "theme": "pink", "lang": "xx" }), "", own, "", "en"),
            ] {
                page.driver().goto(site.url("icon.svg")).await?;
                let keep = "localStorage.clear();
                    for (const [key, value] of Object.entries(arguments[0]))
                        localStorage.setItem(`activation-explorer.${key}`, value)";
                page.js(keep, std::slice::from_ref(&stored)).await?;
                let seen = frames(page, &site.url(query)).await?;
                ensure!(seen == [json!([paper, theme, lang])], "{stored} {query}: {seen:?}");
            }
            Ok(())
        })
        .await
        .with_context(|| format!("{scheme:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_enlarged_without_a_new_size_is_drawn_sharp() -> Result<()> {
    let pixels = "const canvas = document.querySelector('figure canvas');
        return Math.abs(canvas.width / canvas.clientWidth - arguments[0]) < 0.03";
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        page.wait(pixels, &[json!(2)]).await?;
        page.cdp("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 2 })).await?;
        page.wait(pixels, &[json!(4)]).await.context("two fingers")?;
        page.cdp("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 1 })).await?;
        page.wait(pixels, &[json!(2)]).await.context("and back")
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        page.wait(pixels, &[json!(1)]).await?;
        page.js("document.body.style.zoom = 1.5", &[]).await?;
        page.wait(pixels, &[json!(1.5)]).await.context("zoom")
    })
    .await
}

#[tokio::test]
async fn the_faces_come_late_and_shift_nothing() -> Result<()> {
    let shifts = "window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))
            .observe({ type: 'layout-shift', buffered: true })";
    let came = "const all = performance.getEntriesByType('resource');
        const end = all.find(file => /app-\\w+\\.wasm/.test(file.name)).responseEnd;
        const faces = all.filter(file => /(text|text-bold|display)\\.woff2/.test(file.name));
        return { faces: faces.length, late: faces.every(face => face.startTime > end), shift }";
    in_page(Options::default(), async |page| {
        page.before_everything(shifts).await?;
        for query in ["?view=function&fn=elu", "?view=learn&chapter=03-sigmoid-tanh", "?lang=zh"] {
            page.goto(query).await?;
            // They are asked for when it is live, which a busy machine does a moment later.
            page.wait(&format!("return (() => {{ {came} }})().faces >= 2"), &[]).await?;
            let came = page.js(came, &[]).await?;
            ensure!(came["faces"].as_u64() >= Some(2) && came["late"] == true, "{query}: {came}");
            ensure!(came["shift"].as_f64() <= Some(0.02), "{query}: {came}");
        }
        page.goto("?embed=1&view=function&fn=elu").await?;
        let came = page.js(came, &[]).await?;
        ensure!(came["faces"] == 0, "a frame: {came}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_view_needs_is_asked_for_at_once_and_once() -> Result<()> {
    let asked = "const all = performance.getEntriesByType('resource').map(file =>
            [new URL(file.name).pathname.split('/').slice(-2).join('/').replace(/-\\w{16}/, ''), file]);
        const module = all.find(([name]) => name.endsWith('app.wasm'))[1];
        return arguments[0].map(name => {
            const found = all.filter(([known]) => known === name).map(([, file]) => file.startTime);
            return [name, found.length, found[0] < module.responseEnd];
        })";
    in_page(Options::default(), async |page| {
        for (query, files) in [
            (
                "?view=function&fn=elu",
                &["parts/full.wasm", "parts/page.wasm", "styles/function.css"][..],
            ),
            ("?embed=1&view=function&fn=elu", &["parts/function.wasm", "styles/framed.css"]),
            ("?view=zigzag", &["parts/zigzag.wasm", "styles/demos.css", "styles/zigzag.css"]),
            ("?embed=1&view=softmax", &["styles/vectors.css", "styles/framed.css"]),
            ("?view=learn", &["styles/reading.css"]),
        ] {
            page.goto(query).await?;
            for found in page.js(asked, &[json!(files)]).await?.as_array().context("files")? {
                ensure!(found[1] == 1 && found[2] == true, "{query}: {found}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_function_is_there_at_rest_where_it_will_be_live() -> Result<()> {
    // The module never comes: what is at rest stays, below a message.
    let site = Host::start(|path| match path.split('?').next() {
        Some(name) if name.ends_with(".wasm") => Answer { status: Some(404), ..Answer::default() },
        _ => host::site(path),
    })
    .await?;
    let failed = "return !!document.documentElement.dataset.failed";
    let place = "const { left, top, width, height } =
            document.querySelector('.top .plot').getBoundingClientRect();
        return [left, top, width, height]";
    for (width, height) in [(1280, 800), (390, 700)] {
        in_page(Options { width, height, ..Options::default() }, async |page| {
            for query in [
                "?embed=1&view=function&fn=elu&lang=en",
                "?view=function&fn=sigmoid&lang=zh&theme=dark",
                "?view=function&fn=leaky_relu&lang=en&x=1",
            ] {
                page.driver().goto("about:blank").await?;
                page.driver().goto(site.url(query)).await?;
                let there = "return !!document.querySelector('.opening .still .f')
                    && [...document.styleSheets].some(sheet => sheet.href?.includes('function.css'))
                    && (!location.search.includes('embed=1') || [...document.styleSheets].some(sheet => sheet.href?.includes('framed.css')))";
                page.wait(failed, &[]).await.context(query)?;
                page.wait(there, &[]).await.context(query)?;
                let words = "return document.querySelector('h1').innerText + document.querySelector('.lead').innerText";
                let rest: Vec<f64> = serde_json::from_value(page.js(place, &[]).await?)?;
                let said = page.text(words, &[]).await?;
                page.goto(query).await?;
                page.wait("return !!document.querySelector('h1 small')?.innerText", &[]).await?;
                let live: Vec<f64> = serde_json::from_value(page.js(place, &[]).await?)?;
                let apart = rest.iter().zip(&live).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                // The bar of the live page on a phone has other words in it.
                ensure!(apart <= 4.0, "{width} {query}: {rest:?}, live {live:?}");
                ensure!(said == page.text(words, &[]).await?, "{query}: {said}");
                let left = "return document.querySelectorAll('.opening').length";
                ensure!(page.js(left, &[]).await? == json!(0), "{query}: it stays");
            }
            // Another curve, another view, no such function: nothing wrong is shown.
            for query in [
                "?view=function&fn=elu&alpha=2",
                "?view=function&fn=elu&xmax=1",
                "?view=zigzag",
                "?view=function&fn=nonsense",
                "?view=function&fn=../../icon",
                "?view=function&fn=swiglu",
            ] {
                page.driver().goto("about:blank").await?;
                page.driver().goto(site.url(query)).await?;
                page.wait(failed, &[]).await.context(query)?;
                tokio::time::sleep(Duration::from_millis(300)).await;
                let shown = "return [...document.querySelectorAll('.opening, .hero')].filter(one => one.checkVisibility()).length";
                ensure!(page.js(shown, &[]).await? == json!(0), "{query}");
            }
            page.console_errors().await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}
