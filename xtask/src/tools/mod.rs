//! The tools: checked, and installed with an announcement where they are missing.

pub(crate) mod axe;
pub(crate) mod browser;
mod debian;
mod find;
pub(crate) mod numpy;
pub(crate) mod rust;
pub(crate) mod wasm_opt;

pub(crate) use rust::ensure_components;

use crate::failure::Failure;
use crate::project;
use find::executable;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The tools that build the site.
pub(crate) struct SiteTools {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// The runner of tests compiled to wasm in a browser.
    pub(crate) test_runner: PathBuf,
    /// `PATH` with our tools first, for Trunk to find the others on.
    pub(crate) path: OsString,
}

/// Ensures every tool that a build of the site needs; `release` is the kind of build to come first.
pub(crate) fn ensure_site(release: bool) -> Result<SiteTools, Failure> {
    rust::ensure_wasm_target()?;
    let first = rust::is_any_missing()?;
    if first {
        println!(
            "The first start builds what the page is built with, and the page: eight minutes on\n\
             two cores, once. Later starts take seconds."
        );
    }
    let page = if first { rust::compile_page(release) } else { None };
    let trunk = rust::ensure_trunk()?;
    let bindgen = rust::ensure_wasm_bindgen()?;
    rust::ensure_splitter()?;
    rust::tidy()?;
    let wasm_opt = wasm_opt::ensure()?;
    if let Some(page) = page {
        // Errors are left for the build to report.
        let _ = page.wait();
    }
    let folders = [&trunk, &bindgen, &wasm_opt].map(|tool| parent(tool));
    let path = with_path_first(&folders);
    Ok(SiteTools {
        trunk,
        test_runner: parent(&bindgen).join(executable("wasm-bindgen-test-runner")),
        path,
    })
}

/// Ensures the tools for compiling to wasm alone.
pub(crate) fn ensure_wasm_target() -> Result<(), Failure> {
    rust::ensure_wasm_target()
}

fn with_path_first(folders: &[PathBuf]) -> OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let mut all: Vec<PathBuf> = Vec::new();
    for folder in folders {
        if !all.contains(folder) {
            all.push(folder.clone());
        }
    }
    all.extend(std::env::split_paths(&inherited));
    // Joining fails only for a folder with a separator in its name, which PATH cannot hold anyway.
    std::env::join_paths(all).unwrap_or(inherited)
}

fn parent(file: &Path) -> PathBuf {
    file.parent().map_or_else(project::root, Path::to_path_buf)
}
