//! The first visit on a phone with a slow connection: the times to the first content and to the
//! live page, and the layout shift in between.

use crate::frames::slow;
use crate::peers::kept;
use crate::table::{markdown, median, short};
use e2e::{Context, Options, Result, Session, json};
use std::time::Duration;

const LCP: f64 = 1.5;
const SHIFT: f64 = 0.02;
/// The connection that browsers' developer tools call "Slow 4G".
const CONNECTION: (f64, f64, f64) = (562.5, 180_000.0, 84_375.0);
const VISITS: usize = 3;

/// The script, run before the page's own, that records the times of events.
const WATCH: &str = "
    window.seen = { lcp: 0, what: '', shift: 0, moved: [], live: 0, plot: 0 };
    new PerformanceObserver(list => { for (const e of list.getEntries()) {
        seen.lcp = e.startTime;
        seen.what = e.element ? e.element.tagName + '.' + e.element.className : '';
    } }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => { for (const e of list.getEntries()) {
        if (e.hadRecentInput) continue;
        seen.shift += e.value;
        for (const s of e.sources) if (s.node) seen.moved.push((s.node.tagName || s.node.nodeName) + '.' + (s.node.className || ''));
    } }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
        const html = document.documentElement;
        if (!seen.live && html && html.dataset.ready) seen.live = performance.now();
        // A plot is there when its curve is drawn: in the frame after its size is known.
        if (!seen.plot && document.querySelector('[data-area]')) requestAnimationFrame(() => {
            seen.plot = seen.plot || performance.now();
        });
        if (!seen.plot) requestAnimationFrame(look);
    };
    look();";

/// The table of first visits.
pub(crate) async fn measure(session: &Session) -> Result<String> {
    let phone = Options::phone();
    let shape = json!({ "width": phone.width, "height": phone.height, "deviceScaleFactor": phone.dpr, "mobile": true });
    session.cdp("Emulation.setDeviceMetricsOverride", shape).await?;
    session.cdp("Page.enable", json!({})).await?;
    session.cdp("Network.enable", json!({})).await?;
    session.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    let mut rows = Vec::new();
    let mut budgets = String::new();
    for (name, query) in [("start page", ""), ("function", "?view=function&fn=elu")] {
        let mut found: [Vec<f64>; 4] = Default::default();
        for _ in 0..VISITS {
            let visit = visit(session, query).await.with_context(|| name.to_owned())?;
            println!("  {name}: {}", visit.map(short).join("  "));
            found.iter_mut().zip(visit).for_each(|(all, one)| all.push(one));
        }
        let [lcp, shift, live, plot] = found.map(|all| median(&all));
        rows.push(vec![
            name.to_owned(),
            short(lcp),
            short(live),
            short(plot),
            format!("{shift:.3}"),
        ]);
        if query.is_empty() {
            budgets = format!(
                "largest paint ≤ {LCP} s {}, shift ≤ {SHIFT} {}",
                kept(lcp, LCP),
                kept(shift, SHIFT)
            );
        }
    }
    let head = ["first visit", "largest paint, s", "live, s", "first plot, s", "layout shift"];
    Ok(format!(
        "A phone (390 × 844) on “Slow 4G” (1.44 Mbit/s, {} ms a request) with a processor 4 × slower; medians of {VISITS}.\n\n{}\nBudgets: {budgets}.\n",
        CONNECTION.0,
        markdown(&head, &rows)
    ))
}

/// LCP in s, layout shift, and when the page was live and its first plot drawn, in s.
async fn visit(session: &Session, query: &str) -> Result<[f64; 4]> {
    session.driver().goto("about:blank").await?;
    let (latency, down, up) = CONNECTION;
    let condition = |on: bool| {
        let value = |x: f64| if on { x } else { -1.0 };
        json!({ "offline": false, "latency": if on { latency } else { 0.0 },
            "downloadThroughput": value(down), "uploadThroughput": value(up) })
    };
    session.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    session.cdp("Network.emulateNetworkConditions", condition(true)).await?;
    slow(session, 4.0).await?;
    let opened = session.goto(query).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let seen = session.js("return window.seen", &[]).await;
    slow(session, 1.0).await?;
    session.cdp("Network.emulateNetworkConditions", condition(false)).await?;
    opened?;
    let seen = seen?;
    println!("  the largest was {}; moved: {}", seen["what"], seen["moved"]);
    let number = |key: &str| seen[key].as_f64().with_context(|| format!("no {key} in {seen}"));
    Ok([number("lcp")? / 1e3, number("shift")?, number("live")? / 1e3, number("plot")? / 1e3])
}
