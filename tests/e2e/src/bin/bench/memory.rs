//! The growth of memory while a slider is dragged for minutes.

use crate::Bench;
use crate::peers::OURS;
use crate::table::{markdown, short};
use e2e::{Context, Result, Session, json};
use std::time::{Duration, Instant};

/// The table of memory.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    session.goto("?view=function&fn=elu&x=-1").await?;
    session.js(OURS, &[json!(false)]).await?;
    let drive = "window.drags = 0; (async () => {
        for (;;) {
            await new Promise(requestAnimationFrame);
            step((20 + (drags++ * 7) % 280) / 100);
        } })()";
    let mut rows = vec![row(session, "at first", 0.0).await?];
    session.js(drive, &[]).await?;
    let start = Instant::now();
    let total = Duration::from_secs_f64(bench.minutes * 60.0);
    for part in 1..=4u32 {
        while start.elapsed() < total * part / 4 {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let minutes = start.elapsed().as_secs_f64() / 60.0;
        rows.push(row(session, &format!("after {minutes:.2} min"), minutes).await?);
    }
    let head = ["dragging a slider", "steps", "JavaScript heap, MB", "WebAssembly memory, MB"];
    Ok(format!("After a garbage collection each.\n\n{}", markdown(&head, &rows)))
}

async fn row(session: &Session, name: &str, minutes: f64) -> Result<Vec<String>> {
    session.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = session.cdp("Runtime.getHeapUsage", json!({})).await?;
    let heap = heap["usedSize"].as_f64().context("no size of the heap")?;
    // A second instantiation returns the exports of the first.
    let wasm = "return (async () => {
        const app = await import(document.getElementById('app-js').href);
        return (await app.default()).memory.buffer.byteLength;
    })()";
    let wasm = session.js(wasm, &[]).await?.as_f64().context("no size of the module's memory")?;
    let steps = session.js("return window.drags || 0", &[]).await?;
    println!("  {minutes:.2} min: {} MB, {} MB", short(heap / 1e6), short(wasm / 1e6));
    Ok(vec![name.to_owned(), steps.to_string(), short(heap / 1e6), short(wasm / 1e6)])
}
