//! The profile of slider steps and of gallery redraws, by the browser's own profiler.

use crate::frames::{REDRAWN, open_gallery};
use crate::peers::{DRIVE, OURS};
use crate::table::{markdown, short};
use e2e::{Context, Result, Session, Value, json};

/// The number of functions that are listed.
const SHOWN: usize = 45;
const STEPS: u32 = 600;
const REDRAWS: u32 = 60;

/// The most expensive functions of both.
pub(crate) async fn measure(session: &Session) -> Result<String> {
    session.goto("?view=function&fn=elu").await?;
    session.js(OURS, &[json!(true)]).await?;
    let steps = profile(session, "a slider step", STEPS).await?;
    open_gallery(session, REDRAWN).await?;
    session.js("window.step = alpha => act(Math.round(alpha * 100))", &[]).await?;
    let redraws = profile(session, "a redraw of the gallery", REDRAWS).await?;
    Ok(format!("{steps}\n{redraws}"))
}

/// The most expensive functions in `count` steps of the page: by themselves, and with those they
/// call.
async fn profile(session: &Session, what: &str, count: u32) -> Result<String> {
    session.js(DRIVE, &[json!(90)]).await?;
    session.cdp("Profiler.enable", json!({})).await?;
    session.cdp("Profiler.setSamplingInterval", json!({ "interval": 100 })).await?;
    session.cdp("Profiler.start", json!({})).await?;
    session.js(DRIVE, &[json!(count)]).await?;
    let found = session.cdp("Profiler.stop", json!({})).await?;
    let profile = &found["profile"];
    let nodes = profile["nodes"].as_array().context("no nodes")?;
    let samples = profile["samples"].as_array().context("no samples")?;
    let deltas = profile["timeDeltas"].as_array().context("no times")?;
    let index = |id: &Value| nodes.iter().position(|node| node["id"] == *id);
    let mut own = vec![0.0; nodes.len()];
    for (sample, delta) in samples.iter().zip(deltas) {
        if let Some(at) = index(sample) {
            own[at] += delta.as_f64().unwrap_or_default() / 1e3;
        }
    }
    let name = |node: &Value| {
        let frame = &node["callFrame"];
        let name = frame["functionName"].as_str().unwrap_or_default();
        let file = frame["url"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
        format!(
            "{} {}",
            if name.is_empty() { "(no name)" } else { name },
            file.split('-').next().unwrap_or_default()
        )
    };
    let mut by_name: Vec<(String, f64, f64)> = Vec::new();
    let mut path = Vec::new();
    walk(nodes, 0, &own, &name, &mut path, &mut by_name);
    by_name.sort_by(|a, b| b.1.total_cmp(&a.1));
    let row = |(name, own, all): &(String, f64, f64)| {
        let step = f64::from(count);
        vec![name.clone(), short(own / step * 1e3), short(all / step * 1e3)]
    };
    let mut text = markdown(
        &[&format!("µs {what}, by itself"), "own", "with callees"],
        &by_name.iter().take(SHOWN).map(row).collect::<Vec<_>>(),
    );
    by_name.sort_by(|a, b| b.2.total_cmp(&a.2));
    text.push_str(&format!(
        "\n{}",
        markdown(
            &[&format!("µs {what}, with callees"), "own", "with callees"],
            &by_name.iter().take(SHOWN).map(row).collect::<Vec<_>>()
        )
    ));
    Ok(text)
}

/// Adds the times of a node and of those below it to their names; returns the sum.
fn walk(
    nodes: &[Value],
    at: usize,
    own: &[f64],
    name: &impl Fn(&Value) -> String,
    path: &mut Vec<String>,
    by_name: &mut Vec<(String, f64, f64)>,
) -> f64 {
    let this = name(&nodes[at]);
    path.push(this.clone());
    let mut sum = own[at];
    for child in nodes[at]["children"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().position(|node| node["id"] == *child) {
            sum += walk(nodes, child, own, name, path, by_name);
        }
    }
    path.pop();
    let slot = by_name.iter().position(|(known, ..)| *known == this).unwrap_or_else(|| {
        by_name.push((this.clone(), 0.0, 0.0));
        by_name.len() - 1
    });
    by_name[slot].1 += own[at];
    // A function that calls itself counts once.
    if !path.contains(&this) {
        by_name[slot].2 += sum;
    }
    sum
}
