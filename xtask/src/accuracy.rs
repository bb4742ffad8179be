//! `cargo xtask accuracy`: the largest error of every function against exact values, beside its
//! peers.

mod exact;
mod measure;
mod table;

#[allow(clippy::unwrap_used, reason = "written for tests; a broken table stops the command too")]
#[path = "../../tests/common/mod.rs"]
mod rows;

use crate::args::{self, Args};
use crate::failure::{Failure, io};
use crate::figures;
use crate::project;
use measure::{GOAL, Measured};
use std::fs;
use std::path::Path;

const STEP: &str = "measuring the accuracy";

/// The exact values.
const REFERENCE: &str = "tests/data/scalar.csv";
/// The same figures of other implementations.
const PEERS: &str = "tests/data/ulp_summary.csv";
/// Our figures, for the page.
const FIGURES: &str = "src/content/accuracy.csv";

/// The error that no function may exceed.
const LIMIT: f64 = 8.0;

/// The functions worse than [`GOAL`], each with the reason why it stays so.
const REASONS: &[(&str, &str)] = &[];

/// The legend of the table.
const LEGEND: &str = "Bold: above the goal. –: not measured. ATen is PyTorch's library; its formulas were evaluated, it was not run.";

/// Measures, prints, and writes the figures if they are within the limit; with `--check`, compares
/// instead.
pub(crate) fn command(args: &mut Args) -> Result<(), Failure> {
    let check = match args.command().as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => return Err(args::unknown(other)),
    };
    args.nothing_more()?;
    run(check)
}

/// Fails if a figure is above the limit or the file differs from the measurement.
pub(crate) fn check() -> Result<(), Failure> {
    run(true)
}

fn run(check: bool) -> Result<(), Failure> {
    let peers = read(PEERS)?;
    let measured = measure::all(&read(REFERENCE)?).map_err(|why| Failure::new(STEP, &why))?;
    if !check {
        println!("{}\n{}", table::markdown(&measured, &peers, true), notes(&measured));
    }
    within_limit(&measured)?;
    let table = format!("{}\n{LEGEND}\n", table::markdown(&measured, &peers, false));
    let filled = figures::filled("accuracy", &table)?;
    for (file, text) in [(FIGURES, table::csv(&measured)), (figures::FILE, filled)] {
        let path = project::root().join(file);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if check {
            return Err(Failure::new(STEP, &format!("{file} does not show the figures of today"))
                .advise("Run `cargo xtask accuracy` and look at what it changed."));
        }
        fs::write(&path, text).map_err(|e| io(STEP, &path, &e))?;
        println!("{file} written");
    }
    if check {
        println!("{} functions, none above {LIMIT}, as written", measured.len());
    }
    Ok(())
}

/// Fails when a function is beyond [`LIMIT`].
fn within_limit(measured: &[Measured]) -> Result<(), Failure> {
    let beyond = worse_than(LIMIT, measured);
    if beyond.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = beyond.iter().map(|m| m.id).collect();
    Err(Failure::new(STEP, &format!("above {LIMIT}: {}", names.join(", ")))
        .advise("`cargo test --test reference` names every value that is too far off."))
}

/// The legend, and a line for each function worse than [`GOAL`].
fn notes(measured: &[Measured]) -> String {
    let mut text = format!(
        "Largest |result − exact| / ulp(exact) / (1 + condition number) in {REFERENCE}, over all\n\
         parameter sets, where |exact| ≥ {:e}; a correctly rounded result has at most 0.5.\n\
         {LEGEND}\n",
        measure::SMALLEST
    );
    let above = worse_than(GOAL, measured);
    if above.is_empty() {
        text.push_str(&format!("No function is above {GOAL}.\n"));
    }
    for Measured { id, .. } in above {
        let reason = REASONS.iter().find(|(of, _)| of == id).map_or(
            "no reason is known: find it, then improve the formula or say why not in REASONS",
            |(_, reason)| reason,
        );
        text.push_str(&format!("Above {GOAL}: {id}: {reason}\n"));
    }
    text
}

fn worse_than(limit: f64, measured: &[Measured]) -> Vec<&Measured> {
    measured.iter().filter(|m| m.f.error.max(m.df.error) > limit).collect()
}

fn read(file: impl AsRef<Path>) -> Result<String, Failure> {
    let path = project::root().join(file);
    fs::read_to_string(&path).map_err(|e| io(STEP, &path, &e))
}
