//! The site: a build of dist/ by Trunk from index.html and the crate, and its verification.

use crate::archive;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::PLAIN;
use crate::project;
use crate::site_url;
use crate::sizes;
use crate::step::{Cmd, long};
use crate::tools::{self, SiteTools};
use explorer_press::site as pages;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

const STEP: &str = "building the site";

/// `cargo xtask build`.
pub(crate) fn command(zip: bool) -> Result<(), Failure> {
    build(&tools::ensure_site(true)?)?;
    println!("\n{}", sizes::measure()?);
    println!("The site is in {}", project::dist().display());
    if zip {
        println!("It is packed in {}", archive::make()?.display());
    }
    Ok(())
}

/// Builds unless dist/ is up to date with the sources.
pub(crate) fn build_if_changed(tools: &SiteTools) -> Result<(), Failure> {
    let stamp = stamp_file()?;
    if std::fs::read_to_string(&stamp).is_ok_and(|old| state().is_ok_and(|now| old == now)) {
        println!("→ nothing changed since the last build: dist/ is used as it is");
        return Ok(());
    }
    build(tools)
}

/// Builds the release page into dist/.
pub(crate) fn build(tools: &SiteTools) -> Result<(), Failure> {
    let stamp = stamp_file()?;
    if stamp.exists() {
        std::fs::remove_file(&stamp).map_err(|e| io(STEP, &stamp, &e))?;
    }
    long("building the release page with Trunk", "2 min the first time", || {
        fetch_crates()?;
        trunk(tools, "build --release").run(
            STEP,
            "The compiler's or Trunk's message above says what is wrong.\n\
             If it is about a tool: delete target/tools and try again.",
        )
    })?;
    verify(&project::dist())?;
    std::fs::write(&stamp, state()?).map_err(|e| io(STEP, &stamp, &e))
}

/// Trunk with these arguments, kept from downloading anything.
pub(crate) fn trunk(tools: &SiteTools, args: &str) -> Cmd {
    // Without the warnings of its minifier, which cannot read ES modules.
    let cmd = Cmd::new(&tools.trunk)
        .words(args)
        .words("--offline --log error,trunk=info,trunk::processing::minify=off")
        .env("PATH", &tools.path)
        .env("RUST_LIB_BACKTRACE", "0");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk 0.21 accepts "true" alone: <https://github.com/trunk-rs/trunk/issues/1065>.
        cmd.without_env("NO_COLOR").words("--color never")
    } else {
        cmd
    }
}

/// Downloads the crates of the page, which Trunk's offline build cannot.
pub(crate) fn fetch_crates() -> Result<(), Failure> {
    Cmd::cargo("fetch --quiet").run(
        "fetching the crates the page uses",
        "Have crates.io within reach once; later builds work without it.",
    )
}

/// Checks the site for faults that would only show on a host.
fn verify(dist: &Path) -> Result<(), Failure> {
    let html = std::fs::read_to_string(dist.join("index.html")).map_err(|e| io(STEP, dist, &e))?;
    let mut wrong = Vec::new();
    for file in ["404.html", ".nojekyll"] {
        if !dist.join(file).is_file() {
            wrong.push(format!("dist/{file} is missing"));
        }
    }
    for id in ["app-js", "app-wasm"] {
        if !html.contains(&format!("id=\"{id}\"")) && !html.contains(&format!("id={id}")) {
            wrong.push(format!("index.html has no link with id {id}"));
        }
    }
    for absolute in ["href=\"/", "src=\"/", "href=/", "src=/"] {
        if html.contains(absolute) {
            wrong.push(format!(
                "index.html has an address that starts at the host's root: {absolute}…"
            ));
        }
    }
    if html.split("<script").skip(1).any(is_inline_script) {
        wrong.push("index.html has an inline script, which its policy forbids".to_owned());
    }
    wrong.extend(pages::broken(dist, PLAIN).map_err(|e| Failure::new(STEP, &e.to_string()))?);
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new("checking the built site", &wrong.join("; "))
        .advise("See index.html, public/ and the patterns in Trunk.toml."))
}

/// True if `rest`, the text after `<script`, is code on the page itself; data in a script element
/// is none.
fn is_inline_script(rest: &str) -> bool {
    let attributes = rest.split('>').next().unwrap_or_default();
    !attributes.contains("src=") && !attributes.contains("json")
}

fn stamp_file() -> Result<PathBuf, Failure> {
    Ok(project::scratch()?.join("site-stamp"))
}

/// A digest of everything a build reads and of what it left in dist/.
fn state() -> Result<String, Failure> {
    let root = project::root();
    let mut hasher = DefaultHasher::new();
    Cmd::new("rustc").args(["-vV"]).output().hash(&mut hasher);
    for variable in ["RUSTFLAGS", site_url::VARIABLE] {
        std::env::var_os(variable).hash(&mut hasher);
    }
    // Everything but certain non-inputs: better a build too many than a stale page.
    let not_input =
        ["target", "dist", "dist.zip", "node_modules", "tests", ".git", ".github", ".ci"];
    for file in files_below(&root, &not_input).map_err(|e| io(STEP, &root, &e))? {
        file.hash(&mut hasher);
        std::fs::read(&file).map_err(|e| io(STEP, &file, &e))?.hash(&mut hasher);
    }
    let dist = project::dist();
    for file in files_below(&dist, &[]).map_err(|e| io(STEP, &dist, &e))? {
        file.hash(&mut hasher);
        file.metadata().map(|m| m.len()).unwrap_or_default().hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_on_the_page_is_an_inline_script() {
        assert!(is_inline_script(" type=module>import x"));
        assert!(is_inline_script(">go()</script>"));
        assert!(!is_inline_script(" src=\"./boot.js\" type=module></script>"));
        assert!(!is_inline_script(" type=\"application/ld+json\">{}"));
    }
}
