//! The peers' speed: one slider step per animation frame, and its cost, in every library.

use crate::Bench;
use crate::table::{markdown, median, short};
use e2e::{Context, Result, Session, Value, ensure, json};
use std::fmt::Write;

/// A page that is measured.
struct Page {
    /// Its name for readers.
    name: &'static str,
    /// Its package, for the version; ours and the hand-written ones have none.
    package: &'static str,
    /// Its file, or the query of our page.
    place: &'static str,
}

const FLOOR: &str = "hand-written Canvas2D";
const UPLOT: &str = "uPlot";

/// The number of slider steps.
pub(crate) const STEPS: u32 = 300;
/// The number of steps before the measurement, for the browser's compilers.
const WARM: u32 = 90;

const PAGES: [Page; 10] = [
    Page { name: "this page", package: "", place: "?view=function&fn=elu&lang=en" },
    Page { name: "this page, probe out", package: "", place: "?view=function&fn=elu&x=-1&lang=en" },
    Page { name: FLOOR, package: "", place: "canvas.html" },
    Page { name: UPLOT, package: "uplot", place: "uplot.html" },
    Page { name: "JSXGraph", package: "jsxgraph", place: "jsxgraph.html" },
    Page { name: "Chart.js", package: "chart.js", place: "chartjs.html" },
    Page { name: "function-plot", package: "function-plot", place: "function-plot.html" },
    Page { name: "ECharts", package: "echarts", place: "echarts.html" },
    Page { name: "Plotly basic", package: "plotly.js-basic-dist-min", place: "plotly.html" },
    Page { name: "the slider alone", package: "", place: "nothing.html" },
];

/// The metrics of the browser, with their names in the table.
const METRICS: [(&str, &str); 4] = [
    ("ScriptDuration", "script"),
    ("LayoutDuration", "layout"),
    ("RecalcStyleDuration", "style"),
    ("TaskDuration", "task"),
];

/// The set-up of our page: a plot as large as the others', and a step that moves the slider.
pub(crate) const OURS: &str = "
    const plot = document.querySelector('[data-plot] .plot');
    if (arguments[0]) Object.assign(plot.style, { width: '720px', height: '420px' });
    const slider = document.querySelector('input[type=range][name=alpha][data-fn=elu]');
    window.step = alpha => {
        slider.value = alpha;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
    };
    step.slider = slider;";

/// The script that takes a step in every animation frame; the same values for every page, none the
/// default. In the callbacks themselves: the browser's sum of script time leaves out promises.
pub(crate) const DRIVE: &str = "
    const steps = arguments[0];
    return new Promise(done => {
        let i = 0;
        const next = () => {
            if (i < steps) step((20 + (i * 7) % 280) / 100);
            i += 1;
            if (i < steps + 2) requestAnimationFrame(next); else done();
        };
        requestAnimationFrame(next);
    })";

/// The number of drawings of our plot in 20 steps.
const DRAWS: &str = "
    const context = document.querySelector('[data-plot] canvas').getContext('2d');
    let drawn = 0;
    context.clearRect = (...all) => {
        drawn += 1;
        CanvasRenderingContext2D.prototype.clearRect.apply(context, all);
    };
    return new Promise(done => {
        let i = 0;
        const next = () => {
            if (i < 20) step((20 + (i * 7) % 280) / 100);
            i += 1;
            if (i < 24) return requestAnimationFrame(next);
            delete context.clearRect;
            done(drawn);
        };
        requestAnimationFrame(next);
    })";

/// The cost of a step on the main thread, in ms, by metric.
type Cost = [f64; METRICS.len()];

/// The cost of every page, round by round.
type Found = Vec<Vec<Cost>>;

/// The table of all pages.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    // Time of the processor, so that other programs on the machine count less.
    session.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let mut found: Found = PAGES.iter().map(|_| Vec::new()).collect();
    for round in 1..=bench.rounds {
        let mut order: Vec<_> = PAGES.iter().zip(&mut found).collect();
        if round % 2 == 0 {
            // In both orders: a machine that slows down favours no page.
            order.reverse();
        }
        for (page, costs) in order {
            open(session, bench, page).await.with_context(|| page.name.to_owned())?;
            let cost = step_cost(session).await.with_context(|| page.name.to_owned())?;
            println!(
                "  round {round} of {}: {:<24} {}",
                bench.rounds,
                page.name,
                cost.map(short).join("  ")
            );
            costs.push(cost);
        }
    }
    report(bench, &found)
}

/// The median cost of a page by this metric.
fn middle(costs: &[Cost], metric: usize) -> f64 {
    median(&costs.iter().map(|cost| cost[metric]).collect::<Vec<_>>())
}

/// The cost of this page as a multiple of `other`: the median of the rounds' own ratios, since a
/// machine's speed changes from one round to the next.
fn ratio(costs: &[Cost], other: &[Cost], metric: usize) -> f64 {
    let rounds = costs.iter().zip(other);
    median(&rounds.map(|(cost, other)| cost[metric] / other[metric]).collect::<Vec<_>>())
}

fn report(bench: &Bench, found: &Found) -> Result<String> {
    let of = |name: &str| -> &[Cost] {
        let place = PAGES.iter().position(|page| page.name == name);
        place.and_then(|place| found.get(place)).map_or(&[], Vec::as_slice)
    };
    let (floor, uplot) = (of(FLOOR), of(UPLOT));
    let (script, task) = (0, METRICS.len() - 1);
    let mut order: Vec<_> = PAGES.iter().zip(found).collect();
    order.sort_by(|(_, a), (_, b)| middle(a, task).total_cmp(&middle(b, task)));
    let mut rows = Vec::new();
    for (page, costs) in order {
        let mut row = vec![format!("{}{}", page.name, version(bench, page.package)?)];
        row.extend((0..METRICS.len()).map(|metric| short(middle(costs, metric))));
        row.extend([
            short(ratio(costs, floor, script)),
            short(ratio(costs, uplot, script)),
            short(ratio(costs, floor, task)),
            short(ratio(costs, uplot, task)),
        ]);
        rows.push(row);
    }
    let head = [
        "ms of the main thread a step",
        "script",
        "layout",
        "style",
        "task",
        "script / floor",
        "script / uPlot",
        "task / floor",
        "task / uPlot",
    ];
    let mut text = format!(
        "One slider step: ELU and ELU′ on [−5, 5] with 720 points or the library's own sampler, 720 × 420 px,\n\
         {STEPS} steps, one an animation frame; medians of {} interleaved rounds, processor time of the main thread.\n\
         Ratios are taken within a round; the table has their medians.\n\
         The floor is the page written by hand; `task` is everything, painting included.\n\n",
        bench.rounds
    );
    text.push_str(&markdown(&head, &rows));
    let ours = of("this page");
    writeln!(
        text,
        "\nBudgets: script ≤ 0.5 × uPlot {}, script ≤ 1.2 × floor (a goal) {}, task ≤ 1.0 × floor {}.",
        kept(ratio(ours, uplot, script), 0.5),
        kept(ratio(ours, floor, script), 1.2),
        kept(ratio(ours, floor, task), 1.0),
    )?;
    Ok(text)
}

/// The verdict on a budget, with the value.
pub(crate) fn kept(value: f64, budget: f64) -> String {
    let verdict = if value <= budget { "kept" } else { "**missed**" };
    format!("{verdict} ({})", short(value))
}

/// The version that npm has installed, as " 1.6.32".
pub(crate) fn version(bench: &Bench, package: &str) -> Result<String> {
    if package.is_empty() {
        return Ok(String::new());
    }
    let file = bench.site.join("../node_modules").join(package).join("package.json");
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let manifest: Value = serde_json::from_str(&text)?;
    Ok(format!(" {}", manifest["version"].as_str().unwrap_or_default()))
}

/// Opens a page and makes sure that a step changes the plot.
async fn open(session: &Session, bench: &Bench, page: &Page) -> Result<()> {
    if page.place.starts_with('?') {
        session.goto(page.place).await?;
        session.js(OURS, &[json!(true)]).await?;
    } else {
        session.driver().goto(format!("{}{}", bench.peers, page.place)).await?;
        session.wait("return typeof step === 'function'", &[]).await?;
    }
    session.frames(3).await?;
    if page.place == "nothing.html" {
        return Ok(());
    }
    let before = shot(session, 0.5).await?;
    let after = shot(session, 2.5).await?;
    ensure!(before != after, "a step changes nothing that is seen");
    if page.place.starts_with('?') {
        // Drawn at every step, like the peers.
        let drawn = session.js(DRAWS, &[]).await?;
        ensure!(drawn == 20, "20 steps in 20 frames drew {drawn} times");
    }
    Ok(())
}

/// A screenshot of the plot for an alpha.
async fn shot(session: &Session, alpha: f64) -> Result<Value> {
    session.js("step(arguments[0])", &[json!(alpha)]).await?;
    session.frames(3).await?;
    let mut shot = session.cdp("Page.captureScreenshot", json!({ "format": "png" })).await?;
    Ok(shot["data"].take())
}

/// The cost of a step.
async fn step_cost(session: &Session) -> Result<Cost> {
    session.js(DRIVE, &[json!(WARM)]).await?;
    let before = metrics(session).await?;
    session.js(DRIVE, &[json!(STEPS)]).await?;
    let after = metrics(session).await?;
    Ok(std::array::from_fn(|i| (after[i] - before[i]) * 1e3 / f64::from(STEPS)))
}

/// The browser's own sums so far, in seconds.
async fn metrics(session: &Session) -> Result<Cost> {
    let all = session.cdp("Performance.getMetrics", json!({})).await?;
    let value = |name: &str| {
        let list = all["metrics"].as_array()?;
        list.iter().find(|metric| metric["name"] == name)?["value"].as_f64()
    };
    let mut cost = Cost::default();
    for (slot, (name, _)) in cost.iter_mut().zip(METRICS) {
        *slot = value(name).with_context(|| format!("the browser does not tell {name}"))?;
    }
    Ok(cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_changes_its_speed_changes_no_ratio() {
        let costs = |of: f64| [1.0, 5.0, 2.0].map(|slow| [of * slow, 0.0, 0.0, 0.0]);
        let (ours, other) = (costs(3.0), costs(4.0));
        assert_eq!(ratio(&ours, &other, 0), 0.75);
        assert_eq!(middle(&ours, 0), 6.0);
    }
}
