//! The module in parts: the main part, and a file for each chunk that a view loads when it is first
//! opened. Trunk cannot split a module (<https://github.com/trunk-rs/trunk/issues/1022>), so its
//! own two files are replaced.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::function_order;
use crate::glue;
use crate::layout::PARTS;
use crate::loader::{self, Files, LINK, LOADER};
use crate::step::Cmd;
use crate::tools::{rust, wasm_opt};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const STEP: &str = "splitting the module";
const ADVICE: &str = "Delete target/tools and try again.";

/// The main part's name in wasm-bindgen's output.
const MODULE: &str = "app_bg.wasm";
/// The name of its script.
const SCRIPT: &str = "app.js";

/// The features and passes of wasm-opt: code of ours only traps after a panic, whose message is an
/// import called before; the linker puts the stack first, so that nothing valid lies in the lowest
/// kilobyte (0.7 kB less to download); a second pass of -Oz finds a little more.
pub(crate) const OPTIMISE: &str = "-tnh --low-memory-unused --flatten --rereloop -Oz -Oz --enable-bulk-memory \
    --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue";

/// Replaces Trunk's module in the `site` by one in parts, made from the `compiled` file; returns the
/// files of each part.
pub(crate) fn replace(site: &Path, compiled: &Path, release: bool) -> Result<Files, Failure> {
    let made = crate::project::scratch()?.join("chunks");
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |e: std::io::Error| io(STEP, &path, &e)
    };
    if made.exists() {
        std::fs::remove_dir_all(&made).map_err(failed(&made))?;
    }
    Cmd::new(rust::splitter())
        .words("--out-name app")
        .args([compiled, &made])
        .run(STEP, "The splitter needs a module linked with --emit-relocs: see build.rs.")?;
    let mut bindgen = Cmd::new("wasm-bindgen").args([made.join("app.wasm")]);
    bindgen = bindgen.words("--target web --no-typescript --keep-lld-exports --out-name app");
    if release {
        bindgen = bindgen.words("--remove-name-section --remove-producers-section");
    }
    bindgen.args(["--out-dir"]).args([&made]).run(STEP, ADVICE)?;
    std::fs::remove_file(made.join("app.wasm")).map_err(failed(&made))?;
    let read = |name: &str| {
        let path = made.join(name);
        std::fs::read_to_string(&path).map_err(failed(&path))
    };
    let (mut app, link) = (read(SCRIPT)?, read(LINK)?);
    if release {
        let path = made.join(MODULE);
        let bytes = std::fs::read(&path).map_err(failed(&path))?;
        let (module, names) = glue::module(&bytes)?;
        std::fs::write(&path, module).map_err(failed(&path))?;
        app = glue::script(&app, &names)?;
        optimise(&made)?;
    }
    let parts = parts(&made).map_err(failed(&made))?;
    if release {
        for part in &parts {
            let bytes = std::fs::read(part).map_err(failed(part))?;
            std::fs::write(part, function_order::module(&bytes)?).map_err(failed(part))?;
        }
    }

    // One build name for all: parts of different builds do not fit together.
    let mut hasher = DefaultHasher::new();
    (&app, &link, LOADER).hash(&mut hasher);
    for part in &parts {
        std::fs::read(part).map_err(failed(part))?.hash(&mut hasher);
    }
    let build = format!("{:016x}", hasher.finish());
    let write = |name: &str, text: &str| {
        let path = site.join(name);
        std::fs::write(&path, text).map_err(failed(&path))
    };
    let folder = site.join(PARTS);
    std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let (loader, parts) = loader::join(&made, &folder, &link, &build)?;
    write(&format!("app-{build}.js"), &linked(&app, &loader)?)?;
    let main = site.join(format!("app-{build}.wasm"));
    std::fs::copy(made.join(MODULE), &main).map_err(failed(&main))?;
    forget_trunks(site, &build)?;
    Ok(parts)
}

/// The size, in bytes, below which a part has nothing to optimise: imports and a table.
const EMPTY: u64 = 2000;

/// Runs wasm-opt on every part, the largest first, as many at once as there are cores: each takes a
/// sixth of a gigabyte.
fn optimise(made: &Path) -> Result<(), Failure> {
    let size = |part: &PathBuf| part.metadata().map_or(0, |about| about.len());
    let mut parts = parts(made).map_err(|e| io(STEP, made, &e))?;
    parts.retain(|part| size(part) >= EMPTY);
    parts.sort_by_key(size);
    let parts = Mutex::new(parts);
    let next = || parts.lock().map_or(None, |mut parts| parts.pop());
    let work = || {
        while let Some(part) = next() {
            wasm_opt::command()
                .words(OPTIMISE)
                .args([&part])
                .args(["-o"])
                .args([&part])
                // Its warnings name every symbol that the splitter has left.
                .run_quietly(STEP, ADVICE)?;
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        running.into_iter().map(|thread| thread.join()).try_for_each(|result| {
            result.unwrap_or_else(|_| Err(Failure::new(STEP, "a thread of ours failed")))
        })
    })
}

/// Every module in the folder.
fn parts(made: &Path) -> std::io::Result<Vec<PathBuf>> {
    let files = files_below(made, &[])?;
    Ok(files.into_iter().filter(|f| f.extension().is_some_and(|e| e == "wasm")).collect())
}

/// The main script with the `loader` of the parts, instead of an import for each part.
fn linked(app: &str, loader: &str) -> Result<String, Failure> {
    let from = format!(" from \"./{LINK}\"");
    let handed_on = format!("\"./{LINK}\": import");
    let imported = |line: &str| line.starts_with("import * as import") && line.ends_with(&from);
    let again = |line: &str| {
        let number = line.trim().strip_prefix(&handed_on).and_then(|l| l.strip_suffix(','));
        imported(line.trim()) || number.is_some_and(|number| number != "1")
    };
    let lines: Vec<&str> = app.lines().filter(|line| !again(line)).collect();
    // The module itself imports by the old name.
    let asked = format!("{handed_on}1,");
    let script =
        Edit::new(STEP, SCRIPT, lines.join("\n")).once(&asked, &asked)?.once(LINK, LINK)?;
    Ok(script.done() + "\n" + loader)
}

/// Removes Trunk's own module from the site and writes the name of ours into the page.
fn forget_trunks(site: &Path, build: &str) -> Result<(), Failure> {
    const PAGE: &str = "index.html";
    let page = site.join(PAGE);
    let html = std::fs::read_to_string(&page).map_err(|e| io(STEP, &page, &e))?;
    let mut html = Edit::new(STEP, PAGE, html);
    let listed = std::fs::read_dir(site).map_err(|e| io(STEP, site, &e))?;
    let files: Vec<_> = listed.filter_map(|entry| Some(entry.ok()?.path())).collect();
    for ending in [".js", ".wasm"] {
        let trunks = files.iter().find_map(|path| {
            let name = path.file_name()?.to_str()?;
            let is = name.starts_with("activation-explorer-") && name.ends_with(ending);
            is.then_some((path, name))
        });
        let Some((path, name)) = trunks else {
            let reason = format!("Trunk has left no activation-explorer-…{ending} in the site");
            return Err(Failure::new(STEP, &reason).advise("See the patterns in Trunk.toml."));
        };
        html = html.every(name, &format!("app-{build}{ending}"))?;
        std::fs::remove_file(path).map_err(|e| io(STEP, path, &e))?;
    }
    std::fs::write(&page, html.done()).map_err(|e| io(STEP, &page, &e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;

    const APP: &str = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n  \"./__wasm_split.js\": import1,\n  \"./__wasm_split.js\": import2,\nrest";

    #[test]
    fn the_loader_comes_in_the_place_of_imports() -> Result<(), Failure> {
        let wanted = "  \"./__wasm_split.js\": import1,\nrest\nconst import1 = 1;";
        assert_eq!(linked(APP, "const import1 = 1;")?, wanted);
        Ok(())
    }

    #[test]
    fn a_script_of_another_wording_stops_the_build() {
        for (from, to) in [
            ("import2 from", "second from"),
            ("\": import1,", "\": { ...import1 },"),
            ("\": import2,\n", "\","),
        ] {
            let why = reason(linked(&APP.replace(from, to), ""));
            assert!(why.contains("app.js "), "{from}: {why}");
        }
    }

    #[test]
    fn a_page_without_trunks_module_stops_the_build() -> Result<(), Box<dyn std::error::Error>> {
        let site = std::env::temp_dir().join(format!("trunks-module-{}", std::process::id()));
        std::fs::create_dir_all(&site)?;
        let names = ["activation-explorer-1.js", "activation-explorer-1_bg.wasm"];
        std::fs::write(site.join("index.html"), format!("{} {}", names[0], names[1]))?;
        std::fs::write(site.join(names[0]), "")?;
        assert!(reason(forget_trunks(&site, "1f")).contains(".wasm in the site"));
        names.iter().try_for_each(|name| std::fs::write(site.join(name), ""))?;
        forget_trunks(&site, "1f").map_err(|e| e.to_string())?;
        assert_eq!(std::fs::read_to_string(site.join("index.html"))?, "app-1f.js app-1f.wasm");
        names.iter().try_for_each(|name| std::fs::write(site.join(name), ""))?;
        assert!(reason(forget_trunks(&site, "1f")).contains("index.html does not have `"));
        Ok(std::fs::remove_dir_all(&site)?)
    }
}
