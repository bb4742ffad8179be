//! axe-core from npm, which judges the page's accessibility in the browser tests.

use super::find::on_path;
use crate::failure::Failure;
use crate::project;
use crate::step::{Cmd, long};
use std::path::PathBuf;

const VERSION: &str = "4.14.1";

/// The script, installed into target/tools if it is not there.
pub(crate) fn ensure() -> Result<PathBuf, Failure> {
    const STEP: &str = "installing axe-core";
    const ADVICE: &str = "It comes from npm: install Node with npm (https://nodejs.org).";
    let prefix = project::tools().join(format!("axe-{VERSION}"));
    let script = prefix.join("node_modules/axe-core/axe.min.js");
    if script.is_file() {
        return Ok(script);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !cfg!(windows) && on_path(npm).is_none() {
        return Err(Failure::new(STEP, "there is no npm").advise(ADVICE));
    }
    let cmd = Cmd::new(npm)
        .words("install --no-save --no-package-lock --no-audit --no-fund --loglevel=error --prefix")
        .args([&prefix])
        .args([format!("axe-core@{VERSION}")]);
    long("installing axe-core into target/tools: it judges accessibility", "3 s, once", || {
        cmd.run(STEP, ADVICE)
    })?;
    Ok(script)
}
