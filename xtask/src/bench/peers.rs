//! The peers: their libraries from npm, and a page for each.

use crate::failure::{Failure, io};
use crate::project;
use crate::step::{Cmd, long};
use std::path::Path;

const STEP: &str = "installing the peers";

/// The package, the version, and the files of it that its page loads.
const LIBRARIES: [(&str, &str, &[&str]); 6] = [
    ("uplot", "1.6.32", &["dist/uPlot.iife.min.js", "dist/uPlot.min.css"]),
    ("chart.js", "4.6.1", &["dist/chart.umd.min.js"]),
    ("plotly.js-basic-dist-min", "4.1.1", &["plotly-basic.min.js"]),
    ("echarts", "6.1.0", &["dist/echarts.min.js"]),
    // Bundled with the modules of D3 that it needs.
    ("function-plot", "1.25.4", &["dist/function-plot.js"]),
    ("jsxgraph", "1.13.3", &["distrib/jsxgraphcore.js", "distrib/jsxgraph.css"]),
];

/// Makes the site of the peers' pages in this folder, and installs missing packages beside it.
pub(super) fn ensure(site: &Path) -> Result<(), Failure> {
    let prefix = site.parent().unwrap_or(site);
    let modules = prefix.join("node_modules");
    let here = LIBRARIES.iter().all(|(package, version, _)| {
        let manifest = modules.join(package).join("package.json");
        let wanted = format!("\"version\": \"{version}\"");
        std::fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted))
    });
    if !here {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let cmd = Cmd::new(npm)
            .words("install --no-save --no-package-lock --no-audit --no-fund --loglevel=error")
            .args(["--prefix"])
            .args([prefix])
            .args(LIBRARIES.map(|(package, version, _)| format!("{package}@{version}")));
        long("installing the peers from npm into target/bench", "20 s, once", || {
            cmd.run(STEP, "Have npm and its registry within reach once.")
        })?;
    }
    let lib = site.join("lib");
    std::fs::create_dir_all(&lib).map_err(|e| io(STEP, &lib, &e))?;
    for (package, _, files) in LIBRARIES {
        for file in files {
            let from = modules.join(package).join(file);
            let name = from.file_name().unwrap_or_default();
            copy(&from, &lib.join(name))?;
        }
    }
    let pages = project::root().join("xtask/bench");
    for entry in std::fs::read_dir(&pages).map_err(|e| io(STEP, &pages, &e))? {
        let path = entry.map_err(|e| io(STEP, &pages, &e))?.path();
        if path.extension().is_some_and(|kind| kind == "html" || kind == "js") {
            copy(&path, &site.join(path.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(from, to).map(|_| ()).map_err(|e| io(STEP, from, &e))
}
