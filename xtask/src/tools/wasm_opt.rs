//! The tools that shrink the page, from npm: wasm-opt (binaryen) and esbuild.

use super::find::{in_version, on_path};
use crate::failure::Failure;
use crate::project;
use crate::step::{Cmd, long};
use std::path::PathBuf;
use std::sync::OnceLock;

/// The release of esbuild, the minifier of wasm-bindgen's JavaScript.
const ESBUILD: &str = "0.28.2";

/// wasm-opt in the version Trunk.toml asks for, with esbuild beside it.
pub(super) fn ensure() -> Result<PathBuf, Failure> {
    const STEP: &str = "installing wasm-opt and esbuild";
    const ADVICE: &str = "They come from the npm packages binaryen and esbuild: install Node with npm (https://nodejs.org).";
    let pinned = project::pinned("Trunk.toml", "wasm_opt")?;
    let number = pinned.trim_start_matches("version_");
    let prefix = project::tools().join("npm");
    let bin = prefix.join("node_modules/.bin");
    let both = || {
        in_version("esbuild", &bin, ESBUILD)?;
        in_version("wasm-opt", &bin, number)
    };
    if let Some(file) = both() {
        return Ok(file);
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    if !cfg!(windows) && on_path(npm).is_none() {
        return Err(Failure::new(STEP, "there is no npm").advise(ADVICE));
    }
    // In one call: npm removes packages that a call with --no-save does not name.
    let cmd = Cmd::new(npm)
        .words("install --no-save --no-package-lock --no-audit --no-fund --loglevel=error --prefix")
        .args([&prefix])
        .args([format!("binaryen@{number}.0.0"), format!("esbuild@{ESBUILD}")]);
    long(
        "installing wasm-opt and esbuild into target/tools: they shrink the page",
        "5 s, once",
        || cmd.run(STEP, ADVICE),
    )?;
    both().ok_or_else(|| {
        Failure::new(STEP, "they were installed, but one does not say that it is its version")
            .ran(cmd.to_string())
            .advise("Delete target/tools/npm and try again.")
    })
}

/// wasm-opt: our own, or the one on `PATH` that [`ensure`] accepted.
///
/// Ours is WebAssembly, run by Node. It ends before V8's optimising compiler, which would compile
/// it while it runs, has paid for itself: without, a part of 6 kB takes 0.5 s of the processor
/// instead of 2.2, one of 420 kB 4.2 s instead of 6.0.
pub(crate) fn command() -> Cmd {
    const QUICK: &str = "--liftoff-only";
    let own = project::tools().join("npm/node_modules/binaryen/bin/wasm-opt");
    if !own.exists() {
        return Cmd::new("wasm-opt");
    }
    static KNOWN: OnceLock<bool> = OnceLock::new();
    let known = KNOWN.get_or_init(|| Cmd::new("node").args([QUICK, "-e", ""]).output().is_some());
    Cmd::new("node").args(known.then_some(QUICK)).args([own])
}

/// esbuild, as [`ensure`] has installed it.
pub(crate) fn esbuild() -> PathBuf {
    project::tools().join("npm/node_modules/.bin/esbuild")
}
