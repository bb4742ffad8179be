//! `cargo xtask bench`: the page's speed beside its peers', in one browser on one machine.

mod kernel;
mod lab;
mod peers;

use crate::args::{self, Args};
use crate::driver::Driver;
use crate::failure::{Failure, io};
use crate::figures;
use crate::project;
use crate::server::{Port, Server};
use crate::site;
use crate::step::Cmd;
use crate::test::in_browser;
use crate::tools::{self, browser};
use std::path::{Path, PathBuf};

const STEP: &str = "measuring the speed";
/// The part that measures the training engine.
const LAB: &str = "lab";

/// Measures and prints; a complete run also goes into the file of figures.
pub(crate) fn command(args: &mut Args) -> Result<(), Failure> {
    let (mut options, mut whole) = (Vec::new(), true);
    while let Some(word) = args.command() {
        if word.starts_with('-') && word != "--quick" && word != "--long" {
            return Err(args::unknown(&word));
        }
        // A quick or partial run is only printed.
        whole &= word == "--long";
        options.push(word);
    }
    let tools = tools::ensure_site(true)?;
    let browser = browser::ensure()?;
    let site = folder()?.join("site");
    peers::ensure(&site)?;
    if whole || options.iter().all(|word| word.starts_with('-')) || options.contains(&LAB.into()) {
        lab::ensure(&site)?;
    }
    site::build_if_changed(&tools)?;
    kernel::build(&tools, &site.join("kernel"))?;
    let page = Server::start(&project::dist(), "/", Port::Any)?;
    let others = Server::start(&site, "/", Port::Any)?;
    let driver = Driver::start(&browser)?;
    // Built before anything is measured.
    Cmd::cargo("build --quiet -p e2e --bin bench").run(STEP, "The compiler says what is wrong.")?;
    let cmd = Cmd::cargo("run --quiet -p e2e --bin bench --")
        .args([&project::dist(), &site])
        .args([others.url()])
        .args(options);
    in_browser(cmd, &page, &driver, &browser)
        .run(STEP, "The message above says what could not be measured.")?;
    let report = folder()?.join("report.md");
    if whole {
        write(&report)?;
    }
    Ok(())
}

/// Writes the report into the file of figures.
fn write(report: &Path) -> Result<(), Failure> {
    let text = std::fs::read_to_string(report).map_err(|e| io(STEP, report, &e))?;
    let path = project::root().join(figures::FILE);
    std::fs::write(&path, figures::filled("bench", &text)?).map_err(|e| io(STEP, &path, &e))
}

/// The folder of the bench; nothing in it is committed.
fn folder() -> Result<PathBuf, Failure> {
    let path = project::root().join("target/bench");
    std::fs::create_dir_all(&path).map_err(|e| io(STEP, &path, &e))?;
    Ok(path)
}
