//! The Rust side: the wasm32 target, rustfmt and clippy, and the tools built with cargo.

use super::find::{executable, in_version, on_path};
use crate::children::Guard;
use crate::failure::{Failure, io};
use crate::project;
use crate::step::{Cmd, long};
use std::path::{Path, PathBuf};
use std::process::Stdio;

const TARGET: &str = "wasm32-unknown-unknown";
const PAGE: &str = "--manifest-path Cargo.toml --bin activation-explorer";

/// The standard library for wasm32.
pub(super) fn ensure_wasm_target() -> Result<(), Failure> {
    let sysroot = Cmd::new("rustc").words("--print sysroot").output();
    let installed =
        |root: &str| Path::new(root).join("lib/rustlib").join(TARGET).join("lib").is_dir();
    if sysroot.as_deref().is_some_and(installed) {
        return Ok(());
    }
    let step = "adding the wasm32 target";
    let advice = "Add the Rust standard library for wasm32-unknown-unknown by hand.\n\
                  With rustup: rustup target add wasm32-unknown-unknown\n\
                  With a distribution's Rust: its package, e.g. libstd-rust-dev-wasm32.";
    if on_path("rustup").is_none() {
        return Err(Failure::new(step, "it is missing, and there is no rustup").advise(advice));
    }
    long("adding Rust's wasm32 target, which the page is compiled for", "10 s", || {
        Cmd::new("rustup").words("target add").args([TARGET]).run(step, advice)
    })
}

/// rustfmt and clippy.
pub(crate) fn ensure_components() -> Result<(), Failure> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if Cmd::cargo(subcommand).args(["--version"]).output().is_some() {
            continue;
        }
        let step = format!("adding {component}");
        let advice = format!("Install it: rustup component add {component}");
        if on_path("rustup").is_none() {
            return Err(
                Failure::new(&step, "it is missing, and there is no rustup").advise(&advice)
            );
        }
        long(&format!("adding {component}, which the checks run"), "10 s", || {
            Cmd::new("rustup").words("component add").args([component]).run(&step, &advice)
        })?;
    }
    Ok(())
}

/// Trunk, in the version Trunk.toml asks for.
pub(super) fn ensure_trunk() -> Result<PathBuf, Failure> {
    let version = project::pinned("Trunk.toml", "trunk-version")?;
    install(
        "trunk",
        ("trunk", None),
        &version,
        "turns index.html and the crate into a site",
        "3 min",
    )
}

/// wasm-bindgen and its test runner, in the version the crate is pinned to.
pub(super) fn ensure_wasm_bindgen() -> Result<PathBuf, Failure> {
    let version = project::pinned("Cargo.toml", "wasm-bindgen")?;
    install(
        "wasm-bindgen-cli",
        ("wasm-bindgen", Some("wasm-bindgen-test-runner")),
        &version,
        "writes the JavaScript side of the compiled page",
        "1 min",
    )
}

/// geckodriver for Firefox, in the version the workspace is pinned to.
pub(super) fn ensure_geckodriver() -> Result<PathBuf, Failure> {
    let version = project::pinned("Cargo.toml", "geckodriver")?;
    install(
        "geckodriver",
        ("geckodriver", None),
        &version,
        "drives Firefox in the browser tests",
        "1 min",
    )
}

/// The path of the program that splits the module.
pub(crate) fn splitter() -> PathBuf {
    project::tools().join("bin").join(executable("wasm-split-cli"))
}

/// The splitter, in the version the workspace is pinned to. Without a `--version` of its own, it is
/// found in cargo's list of installed programs.
pub(super) fn ensure_splitter() -> Result<(), Failure> {
    const PACKAGE: &str = "wasm_split_cli_support";
    let version = project::pinned("Cargo.toml", PACKAGE)?;
    let own = project::tools();
    let here = || {
        let list = std::fs::read_to_string(own.join(".crates.toml")).unwrap_or_default();
        splitter().is_file() && list.contains(&format!("\"{PACKAGE} {version} "))
    };
    if here() {
        return Ok(());
    }
    let cmd = install_command(PACKAGE, &version).words("--features build-binary");
    build_tool(PACKAGE, &version, "puts views into files of their own", "30 s", &cmd)?;
    if here() {
        return Ok(());
    }
    Err(Failure::new("installing the splitter", "it was installed, but cargo does not list it")
        .advise("Delete target/tools and try again."))
}

/// The path of `main`, which comes with `package` together with `other`.
fn install(
    package: &str,
    (main, other): (&str, Option<&str>),
    version: &str,
    purpose: &str,
    usually: &str,
) -> Result<PathBuf, Failure> {
    let own = project::tools();
    let found = |program: &str| in_version(program, &own.join("bin"), version);
    if let Some(file) = found(main) {
        let beside = |name: &str| file.with_file_name(executable(name)).is_file();
        if other.is_none_or(beside) {
            return Ok(file);
        }
    }
    let mut cmd = install_command(package, version).args(["--bin", main]);
    if let Some(other) = other {
        cmd = cmd.args(["--bin", other]);
    }
    if ["trunk", "wasm-bindgen-cli"].contains(&package) {
        // Without TLS, which takes C code to build: nothing here downloads, and the only servers
        // are on this machine.
        cmd = cmd.words("--no-default-features");
    }
    build_tool(package, version, purpose, usually, &cmd)?;
    found(main).ok_or_else(|| {
        Failure::new(
            &format!("installing {package} {version}"),
            "it was installed, but does not say that it is this version",
        )
        .advise("Delete target/tools and try again.")
    })
}

/// Whether a tool that takes cargo minutes to build is missing.
pub(super) fn is_any_missing() -> Result<bool, Failure> {
    let own = project::tools().join("bin");
    let trunk = project::pinned("Trunk.toml", "trunk-version")?;
    let bindgen = project::pinned("Cargo.toml", "wasm-bindgen")?;
    Ok(in_version("trunk", &own, &trunk).is_none()
        || in_version("wasm-bindgen", &own, &bindgen).is_none()
        || !splitter().is_file())
}

/// Compiles the page while the tools for it are built, whose last crates keep one core busy only.
/// Errors are left for Trunk, which compiles it again in no time.
pub(super) fn compile_page(release: bool) -> Option<Guard> {
    let mut cmd = Cmd::cargo("build --quiet --target").args([TARGET]).words(PAGE);
    if release {
        cmd = cmd.words("--release");
    }
    let child = cmd.command().stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    child.ok().map(Guard::new)
}

/// Cargo's command for a tool of ours. Its settings skip optimisation, which would cost minutes for
/// a program that runs for a second.
fn install_command(package: &str, version: &str) -> Cmd {
    Cmd::cargo("install --locked --force --root")
        .args([&project::tools()])
        .args([package, "--version", version])
        .env("CARGO_TARGET_DIR", project::tools().join("build"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
}

/// Runs such a command and prints its purpose. Its intermediate files help with the next one: see
/// [`tidy`].
fn build_tool(
    package: &str,
    version: &str,
    purpose: &str,
    usually: &str,
    cmd: &Cmd,
) -> Result<(), Failure> {
    let step = format!("installing {package} {version}");
    let advice = format!(
        "It needs a C compiler (Debian: apt-get install build-essential) and crates.io within reach.\n\
         By hand: cargo install --locked {package} --version {version}"
    );
    long(
        &format!("installing {package} {version} into target/tools: it {purpose}"),
        &format!("{usually} on two cores, once"),
        || cmd.run(&step, &advice),
    )
}

/// Removes the intermediate files of the tools: a gigabyte.
pub(super) fn tidy() -> Result<(), Failure> {
    let build = project::tools().join("build");
    if build.exists() {
        std::fs::remove_dir_all(&build)
            .map_err(|e| io("removing what is no longer needed", &build, &e))?;
    }
    Ok(())
}
