//! Response times of the page: a slider step on a slow machine, the whole gallery redrawn, and the
//! long tasks of the first seconds.

use crate::peers::{OURS, kept};
use crate::table::{markdown, quantile, short};
use e2e::{Context, Options, Result, Session, Value, ensure, json};
use std::time::Duration;

/// The budget of a frame, in ms.
const BUDGET: f64 = 16.0;
/// The factor by which the browser is slowed down.
const SLOWER: f64 = 4.0;
/// Slider steps, and redraws of the gallery.
const STEPS: u32 = 200;
const REDRAWS: u32 = 30;

/// The script that calls `act` `arguments[0]` times, each as in an event handler, and returns for
/// each the ms of work (the handler with its effects, then the frame with its painting) and the ms
/// until that frame was done, waiting included.
const TIMED: &str = "
    const after = f => { const c = new MessageChannel(); c.port1.onmessage = f; c.port2.postMessage(0); };
    const turn = () => new Promise(after);
    const one = i => new Promise(done => {
        let t0, t1, t2;
        requestAnimationFrame(() => {
            t2 = performance.now();
            after(() => { const t3 = performance.now(); done([t1 - t0 + t3 - t2, t3 - t0]); });
        });
        after(() => { t1 = performance.now(); });
        t0 = performance.now();
        act(i);
    });
    return (async count => {
        const all = [];
        for (let i = 0; i < count; i++) {
            await new Promise(requestAnimationFrame); await turn();
            all.push(await one(i));
        }
        return all;
    })(arguments[0])";

/// The `act` that opens an address with f′ and one without in turn.
pub(crate) const REDRAWN: &str = "window.act = i => {
        history.replaceState(null, '', `?view=gallery&theme=light${i % 2 ? '' : '&deriv=0'}`);
        dispatchEvent(new PopStateEvent('popstate'));
    };";
/// The `act` that chooses another theme, which the whole page follows.
const RECOLOURED: &str = "const select = document.querySelector('select[name=theme]');
    window.act = i => {
        select.value = i % 2 ? 'light' : 'dark';
        select.dispatchEvent(new Event('change', { bubbles: true }));
    };";

/// The number of small plots, and of those whose drawing `act` changes.
const DRAWN: &str = "
    const canvases = [...document.querySelectorAll('.card canvas.front')];
    const look = () => canvases.map(canvas => canvas.toDataURL());
    const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return (async () => {
        const before = look();
        act(0);
        await frames();
        const changed = look().filter((now, i) => now !== before[i]).length;
        act(1);
        await frames();
        return [canvases.length, changed];
    })()";

/// The table of frames.
pub(crate) async fn measure(session: &Session) -> Result<String> {
    let mut rows = Vec::new();
    let mut budgets = String::new();
    for (name, query) in [
        ("slider step", "?view=function&fn=elu"),
        ("slider step, probe out", "?view=function&fn=elu&x=-1"),
        ("slider step in the gallery", "?view=gallery"),
    ] {
        session.goto(query).await?;
        session.js(OURS, &[json!(false)]).await?;
        session.js("step.slider.scrollIntoView({ block: 'center' })", &[]).await?;
        session.frames(10).await?;
        let act = "window.act = i => step((20 + (i * 7) % 280) / 100);";
        session.js(act, &[]).await?;
        timed(session, STEPS / 4).await?;
        rows.push(row(name, &timed(session, STEPS).await?));
        slow(session, SLOWER).await?;
        timed(session, STEPS / 4).await?;
        let found = timed(session, STEPS).await?;
        slow(session, 1.0).await?;
        rows.push(row(&format!("{name}, processor {SLOWER} × slower"), &found));
        if query.ends_with("elu") {
            budgets = format!(
                "slider step at {SLOWER} ×, p95 ≤ {BUDGET} ms {}",
                kept(quantile(&found.0, 0.95), BUDGET)
            );
        }
    }
    for (name, act) in [
        ("whole gallery redrawn, f′ on or off", REDRAWN),
        ("whole gallery and page, other theme", RECOLOURED),
    ] {
        let found = gallery(session, act).await?;
        rows.push(row(name, &found));
        if act == REDRAWN {
            budgets.push_str(&format!(
                "; gallery redrawn ≤ {BUDGET} ms {}",
                kept(quantile(&found.0, 0.5), BUDGET)
            ));
        }
    }
    let head = ["ms", "work p50", "work p95", "until painted p50", "until painted p95"];
    let table = markdown(&head, &rows);
    Ok(format!(
        "From an event to the frame that shows it. `work` is what the main thread does for it: the handler and all\n\
         that follows, then the frame with layout and painting; `until painted` has the wait for the next\n\
         frame of 60 a second in it.\n\n{table}\nBudgets: {budgets}.\n{}",
        long_tasks(session).await?
    ))
}

/// The times of drawing every plot in one tall window anew, by `act`.
async fn gallery(session: &Session, act: &str) -> Result<(Vec<f64>, Vec<f64>)> {
    let height = open_gallery(session, act).await?;
    let plots = session.js(DRAWN, &[]).await?;
    // A step has no slope whose area could come and go.
    let [all, drawn] = [0, 1].map(|i| plots[i].as_u64().unwrap_or_default());
    ensure!(all > 40 && drawn + 1 >= all, "not every plot is drawn: {plots}");
    timed(session, REDRAWS / 3).await?;
    let found = timed(session, REDRAWS).await?;
    println!("  {} plots in a window {height} px high", plots[0]);
    resize(session, &json!(session.options().height)).await?;
    Ok(found)
}

/// Opens the gallery in a window as high as the page, which it gives, and defines `act` there.
pub(crate) async fn open_gallery(session: &Session, act: &str) -> Result<Value> {
    session.goto("?view=gallery&theme=light").await?;
    let height = session.js("return document.documentElement.scrollHeight", &[]).await?;
    resize(session, &height).await?;
    session.frames(10).await?;
    session.js(act, &[]).await?;
    Ok(height)
}

/// Makes the window this high.
async fn resize(session: &Session, height: &Value) -> Result<()> {
    let Options { width, dpr, .. } = session.options();
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": dpr, "mobile": false });
    session.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
    Ok(())
}

/// The number of tasks above 50 ms in the first five seconds, and their total time.
async fn long_tasks(session: &Session) -> Result<String> {
    let mut rows = Vec::new();
    for (name, query) in [("gallery", "?view=gallery"), ("function", "?view=function&fn=elu")] {
        for factor in [1.0, SLOWER] {
            slow(session, factor).await?;
            session.goto(query).await?;
            tokio::time::sleep(Duration::from_secs(5)).await;
            let script = "return new Promise(done => {
                new PerformanceObserver(list => done(list.getEntries().map(e => [e.startTime, e.duration])))
                    .observe({ type: 'longtask', buffered: true });
                setTimeout(() => done([]), 500);
            })";
            let found = session.js(script, &[]).await?;
            let tasks: Vec<f64> = found
                .as_array()
                .context("no list of tasks")?
                .iter()
                .filter(|task| task[0].as_f64().is_some_and(|start| start < 5000.0))
                .filter_map(|task| task[1].as_f64())
                .collect();
            let longest = tasks.iter().copied().fold(0.0, f64::max);
            rows.push(vec![
                format!("{name}, {factor} ×"),
                tasks.len().to_string(),
                short(tasks.iter().sum::<f64>() + 0.0),
                short(longest),
            ]);
        }
    }
    slow(session, 1.0).await?;
    let head = ["tasks above 50 ms in the first 5 s", "number", "ms together", "longest"];
    Ok(format!("\n{}", markdown(&head, &rows)))
}

/// Makes the processor this many times slower.
pub(crate) async fn slow(session: &Session, factor: f64) -> Result<()> {
    session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": factor })).await?;
    Ok(())
}

async fn timed(session: &Session, count: u32) -> Result<(Vec<f64>, Vec<f64>)> {
    let found = session.js(TIMED, &[json!(count)]).await?;
    let pairs = found.as_array().context("no list of times")?;
    let column = |i: usize| pairs.iter().filter_map(|pair| pair[i].as_f64()).collect();
    Ok((column(0), column(1)))
}

fn row(name: &str, (work, shown): &(Vec<f64>, Vec<f64>)) -> Vec<String> {
    let mut row = vec![name.to_owned()];
    row.extend(
        [work, shown].into_iter().flat_map(|all| [0.5, 0.95].map(|q| short(quantile(all, q)))),
    );
    row
}
