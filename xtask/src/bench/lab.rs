//! The peers of the training engine: TensorFlow Playground's network code and TF.js.

use super::peers::copy;
use crate::failure::{Failure, io};
use crate::step::{Cmd, long};
use std::path::Path;

const STEP: &str = "installing the peers of the training engine";
const ADVICE: &str = "Have npm and its registry within reach once.";

/// The compiler of Playground's code, and TF.js with its backend in WebAssembly.
const PACKAGES: [&str; 3] =
    ["typescript@5.9.3", "@tensorflow/tfjs@4.22.0", "@tensorflow/tfjs-backend-wasm@4.22.0"];
/// What the page loads of them.
const FILES: [&str; 5] = [
    "@tensorflow/tfjs/dist/tf.min.js",
    "@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js",
    "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm",
    "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm",
    "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm",
];
/// Playground is on no registry.
const PLAYGROUND: &str = "https://github.com/tensorflow/playground";

/// Puts their files into the site. Playground's are left out, with a message, where neither the
/// folder `playground` beside the site nor its repository can be had.
pub(super) fn ensure(site: &Path) -> Result<(), Failure> {
    let prefix = site.with_file_name("lab");
    let modules = prefix.join("node_modules");
    if FILES.iter().any(|file| !modules.join(file).is_file()) {
        std::fs::create_dir_all(&prefix).map_err(|e| io(STEP, &prefix, &e))?;
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let cmd = Cmd::new(npm)
            .words("install --no-save --no-package-lock --no-audit --no-fund --loglevel=error")
            .args(["--prefix"])
            .args([&prefix])
            .args(PACKAGES);
        long("installing TF.js and TypeScript from npm into target/bench", "1 min, once", || {
            cmd.run(STEP, ADVICE)
        })?;
    }
    let lib = site.join("lib");
    std::fs::create_dir_all(&lib).map_err(|e| io(STEP, &lib, &e))?;
    for file in FILES {
        let from = modules.join(file);
        copy(&from, &lib.join(from.file_name().unwrap_or_default()))?;
    }
    let folder = site.with_file_name("playground");
    let source = folder.join("src/nn.ts");
    if !source.is_file() {
        let clone = Cmd::new("git").words("clone --quiet --depth 1").args([PLAYGROUND]);
        if clone.args([&folder]).run(STEP, ADVICE).is_err() {
            println!("{PLAYGROUND} is out of reach: put its src/nn.ts at {}", source.display());
            return Ok(());
        }
    }
    // As it ships: for ES5.
    Cmd::new("node")
        .args([modules.join("typescript/bin/tsc")])
        .args([&source])
        .words("--target ES5 --module es2015 --ignoreDeprecations 5.0 --outDir")
        .args([&lib])
        .run(STEP, "The compiler's message is above.")
}
