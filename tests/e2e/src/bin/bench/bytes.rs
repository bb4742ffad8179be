//! The downloads, by file and by view, and the sizes of the peers' libraries.

use crate::Bench;
use crate::peers::version;
use crate::table::{kilobytes, markdown};
use e2e::{Context, Result, Session, json, states};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

/// The libraries: package, and its files as the peers' pages load them.
const LIBRARIES: [(&str, &[&str]); 6] = [
    ("uplot", &["uPlot.iife.min.js", "uPlot.min.css"]),
    ("chart.js", &["chart.umd.min.js"]),
    ("function-plot", &["function-plot.js"]),
    ("jsxgraph", &["jsxgraphcore.js", "jsxgraph.css"]),
    ("echarts", &["echarts.min.js"]),
    ("plotly.js-basic-dist-min", &["plotly-basic.min.js"]),
];

/// The tables of bytes.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    let mut rows = Vec::new();
    let mut first: Vec<String> = Vec::new();
    // The view of an empty address comes first.
    for (view, query) in states::first() {
        let query = if view.start { String::new() } else { format!("?{query}") };
        let mut files = files(session, &query).await?;
        files.sort();
        let mut total = (0, 0);
        if first.is_empty() {
            for file in &files {
                let size = weigh(&bench.dist.join(file))?;
                total = (total.0 + size.0, total.1 + size.1);
                rows.push(row(&format!("start page: {}", plain(file)), size));
            }
            first = files;
        } else {
            for file in files.iter().filter(|file| !first.contains(file)) {
                let size = weigh(&bench.dist.join(file))?;
                total = (total.0 + size.0, total.1 + size.1);
            }
        }
        let label = if view.start {
            "**start page**".to_owned()
        } else {
            format!("{}: more than that", view.id)
        };
        rows.push(row(&label, total));
    }
    for (package, files) in LIBRARIES {
        let mut total = (0, 0);
        for file in files {
            let size = weigh(&bench.site.join("lib").join(file))?;
            total = (total.0 + size.0, total.1 + size.1);
        }
        rows.push(row(&format!("{package}{}, library alone", version(bench, package)?), total));
    }
    Ok(format!(
        "What a first visit downloads; a library has no page, no functions and no words yet.\n\n{}",
        markdown(&["file", "kB", "gzip −9, kB"], &rows)
    ))
}

/// The files of the site that a first visit to a view asks for.
async fn files(session: &Session, query: &str) -> Result<Vec<String>> {
    session.goto(query).await?;
    // Texts and styles that are fetched once the view is there.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    let script = "const at = new URL('.', location.href).href;
        const names = performance.getEntriesByType('resource').map(e => e.name);
        return ['index.html', ...new Set(names.filter(n => n.startsWith(at))
            .map(n => decodeURI(n.slice(at.length).split('?')[0])))]";
    let found = session.js(script, &[]).await?;
    let list = found.as_array().context("no list of files")?;
    let mut files: Vec<String> =
        list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
    files.retain(|file| !file.is_empty() && file != "favicon.ico");
    ensure_some(&files, query)?;
    Ok(files)
}

fn ensure_some(files: &[String], query: &str) -> Result<()> {
    e2e::ensure!(files.len() > 2, "{query:?} loads only {}", json!(files));
    Ok(())
}

/// The file's name without the hash, which changes with every build.
fn plain(file: &str) -> String {
    let is_hash = |part: &str| part.len() > 12 && part.chars().all(|c| c.is_ascii_hexdigit());
    let parts: Vec<&str> = file.split_inclusive(['-', '.']).collect();
    let kept = parts.iter().filter(|part| !is_hash(part.trim_end_matches(['-', '.'])));
    kept.copied()
        .collect::<String>()
        .replace("-js", ".js")
        .replace("-wasm", ".wasm")
        .replace("-css", ".css")
        .replace("-.", ".")
}

fn row(name: &str, (raw, packed): (usize, usize)) -> Vec<String> {
    vec![name.to_owned(), kilobytes(raw), kilobytes(packed)]
}

/// The bytes of a file, as it is and packed.
fn weigh(file: &Path) -> Result<(usize, usize)> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    Ok((bytes.len(), encoder.finish()?.len()))
}
