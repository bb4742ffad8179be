//! Build script: lets the press make the texts of the page.

#![allow(clippy::expect_used, reason = "a build script may stop the build")]
#![allow(clippy::print_stdout, reason = "cargo reads it")]

use std::env;
use std::path::PathBuf;

fn main() {
    for folder in ["src/content", explorer_press::STYLES] {
        println!("cargo:rerun-if-changed={folder}");
    }
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What the splitter needs to know which code belongs to which view.
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    if let Err(why) = explorer_press::write(&root, &out) {
        println!("cargo::error={why}");
        std::process::exit(1);
    }
}
