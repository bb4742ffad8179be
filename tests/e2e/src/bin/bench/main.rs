//! Measures the page and its peers in one browser; run it through `cargo xtask bench`.

#![allow(clippy::print_stdout, reason = "it tells what it does and what it has found")]

mod bytes;
mod frames;
mod lab;
mod load;
mod memory;
mod peers;
mod profile;
mod table;
mod throughput;

use e2e::{Context, Options, Result, Session, bail, json};
use std::path::PathBuf;

/// The measurements, by the words of the command line, in this order.
const PARTS: [&str; 8] =
    ["peers", "frames", "load", "bytes", "throughput", "lab", "memory", "profile"];

/// The options of the command line.
struct Bench {
    /// The built page.
    dist: PathBuf,
    /// The peers' pages and their libraries.
    site: PathBuf,
    /// The address of those pages.
    peers: String,
    /// The number of rounds for the table of peers.
    rounds: usize,
    /// The minutes for which the slider is dragged.
    minutes: f64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let mut next =
        || args.next().context("usage: bench DIST SITE SITE_URL [--quick] [--long] [PART…]");
    let (dist, site, peers) = (next()?.into(), next()?.into(), next()?);
    let mut bench = Bench { dist, site, peers, rounds: 3, minutes: 1.0 };
    let mut wanted: Vec<String> = Vec::new();
    for arg in args {
        match arg.as_str() {
            "--quick" => bench.rounds = 1,
            "--long" => bench.minutes = 10.0,
            part if PARTS.contains(&part) => wanted.push(part.to_owned()),
            other => bail!("there is no part {other:?}; there are {}", PARTS.join(", ")),
        }
    }
    let mut report = String::new();
    for part in PARTS {
        // The profile is for whoever makes the page faster, not for xtask/FIGURES.md.
        let on =
            if wanted.is_empty() { part != "profile" } else { wanted.iter().any(|w| w == part) };
        if !on {
            continue;
        }
        println!("→ {part} …");
        let session = Session::start(Options::default()).await?;
        let measured = match part {
            "peers" => peers::measure(&session, &bench).await,
            "frames" => frames::measure(&session).await,
            "load" => load::measure(&session).await,
            "bytes" => bytes::measure(&session, &bench).await,
            "throughput" => throughput::measure(&session, &bench).await,
            "lab" => lab::measure(&session, &bench).await,
            "memory" => memory::measure(&session, &bench).await,
            _ => profile::measure(&session).await,
        };
        let browser = session.cdp("Browser.getVersion", json!({})).await;
        session.quit().await?;
        let measured = measured.with_context(|| format!("measuring: {part}"))?;
        println!("{measured}");
        if report.is_empty() {
            report = machine(
                &browser?["product"]
                    .as_str()
                    .unwrap_or("an unknown browser")
                    .replace("Headless", ""),
            );
        }
        report.push_str(&format!("\n{measured}"));
    }
    std::fs::write(bench.site.join("../report.md"), report)?;
    Ok(())
}

/// The machine and the browser of the measurement.
fn machine(browser: &str) -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(": ")?.1.to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "Measured with headless {browser}, without a graphics processor, on {} ({cores} cores, {} {}).\n",
        cpu.as_deref().unwrap_or("an unknown processor"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}
