//! The hook that Trunk runs after every build, which completes the site.
//!
//! Splits the module into parts, adds the texts and the pages without JavaScript, fills in the
//! words of `index.html` and `404.html`, and adapts the reloading script of `serve --dev` to the
//! page's policy.

use crate::chunks;
use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::{PLAIN, PREVIEWS, STYLES, TEXTS};
use crate::loader::Files;
use crate::site_url::SiteUrl;
use crate::step::Cmd;
use crate::tools::wasm_opt;
use crate::visits;
use crate::worker;
use explorer_press::site as pages;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const STEP: &str = "completing the site after Trunk's build";

/// Completes the site that Trunk is building.
pub(crate) fn command() -> Result<(), Failure> {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR") else {
        return Err(Failure::new(STEP, "Trunk does not say where the site is being built")
            .advise("This is a step of a build: run `cargo xtask build`."));
    };
    let staging = Path::new(&staging);
    let release = std::env::var("TRUNK_PROFILE").as_deref() == Ok("release");
    let built = Built::ask(release)?;
    add_texts(&built.texts, staging)?;
    pages::write_plain(staging, PLAIN, &built.texts)
        .map_err(faulty("writing the pages that need no JavaScript"))?;
    let files = chunks::replace(staging, &built.module, release)?;
    if release {
        minify_scripts(staging)?;
        minify_styles(&staging.join(STYLES))?;
    }
    pages::fill(staging).map_err(faulty("filling in the words of index.html and 404.html"))?;
    let site_url = SiteUrl::from_env()?;
    let url = site_url.as_ref().map(|site_url| site_url.url.as_str());
    pages::write_previews(staging, PREVIEWS, &built.texts, url)
        .map_err(faulty("writing a page for each view and function"))?;
    if let Some(site_url) = site_url {
        site_url.settle(staging)?;
    }
    let index = staging.join("index.html");
    let version = version(&built.texts)?;
    name_parts(&index, &version, &files)?;
    let developed = move_reload_script(&index)?;
    worker::write(staging, &version, developed)
}

/// The failure of this step for a fault of a page.
fn faulty(step: &'static str) -> impl Fn(pages::Fault) -> Failure {
    move |fault| {
        Failure::new(step, &fault.to_string())
            .advise("They are made of index.html and of what the press (src/press) leaves.")
    }
}

/// Cargo's outputs that the site is made of.
struct Built {
    /// The folder of the crate's build script.
    texts: PathBuf,
    /// The compiled page.
    module: PathBuf,
}

impl Built {
    /// Asks cargo with Trunk's own command, so that nothing is built again.
    fn ask(release: bool) -> Result<Self, Failure> {
        let mut build =
            Cmd::cargo("build --target=wasm32-unknown-unknown --manifest-path Cargo.toml")
                .words("--offline --bin activation-explorer --message-format json");
        if release {
            build = build.words("--release");
        }
        let failed = |why: &str| {
            Failure::new(STEP, why).ran(build.to_string()).advise("Run that command to see why.")
        };
        let answer = build.command().stderr(Stdio::inherit()).output();
        let messages = answer.map_err(|e| failed(&e.to_string()))?.stdout;
        let messages = String::from_utf8_lossy(&messages);
        let texts = messages.lines().find_map(out_dir);
        let module = messages.lines().find_map(module);
        match (texts, module) {
            (Some(texts), Some(module)) => Ok(Self { texts, module }),
            (None, _) => Err(failed("cargo does not name the crate's build script")),
            (_, None) => Err(failed("cargo does not name the compiled page")),
        }
    }
}

/// Copies the HTML files of the crate's build script into `content/`, in the same folders: those that
/// the page fetches. The texts of all functions together are for tests and for pages without it.
fn add_texts(texts: &Path, site: &Path) -> Result<(), Failure> {
    let target = site.join(TEXTS);
    copy_html(texts, &target).map_err(|e| io(STEP, &target, &e))
}

/// Shrinks the JavaScript in place, since Trunk's own minifier cannot read ES modules:
/// <https://github.com/wilsonzlin/minify-js/issues/16>.
fn minify_scripts(site: &Path) -> Result<(), Failure> {
    let listed = std::fs::read_dir(site).map_err(|e| io(STEP, site, &e))?;
    let files = listed.filter_map(|entry| Some(entry.ok()?.path()));
    for file in files.filter(|f| f.extension().is_some_and(|e| e == "js")) {
        Cmd::new(wasm_opt::esbuild())
            .words("--minify --format=esm --target=es2022 --log-level=warning --allow-overwrite")
            .args([&file])
            .args([format!("--outfile={}", file.display())])
            .run(STEP, "Delete target/tools/npm and try again.")?;
    }
    Ok(())
}

/// Makes each stylesheet that views fetch one small file: its parts are in a folder of its name.
fn minify_styles(folder: &Path) -> Result<(), Failure> {
    let listed = std::fs::read_dir(folder).map_err(|e| io(STEP, folder, &e))?;
    let files = listed.filter_map(|entry| Some(entry.ok()?.path()));
    for file in files.filter(|file| file.extension().is_some_and(|kind| kind == "css")) {
        Cmd::new(wasm_opt::esbuild())
            .words("--bundle --external:*.woff2 --minify --log-level=warning --allow-overwrite")
            .args([&file])
            .args([format!("--outfile={}", file.display())])
            .run(STEP, "Delete target/tools/npm and try again.")?;
        let parts = file.with_extension("");
        if parts.is_dir() {
            std::fs::remove_dir_all(&parts).map_err(|e| io(STEP, &parts, &e))?;
        }
    }
    Ok(())
}

/// The version of texts and stylesheets in their addresses, as the page knows it.
fn version(texts: &Path) -> Result<String, Failure> {
    let path = texts.join("content.rs");
    let code = std::fs::read_to_string(&path).map_err(|e| io(STEP, &path, &e))?;
    let version =
        code.split_once("VERSION: &str = \"").and_then(|(_, rest)| rest.split('"').next());
    let missing = || Failure::new(STEP, &format!("{} names no version", path.display()));
    version.map(str::to_owned).ok_or_else(missing)
}

/// Writes into the page, for the boot script, the version of its files and what each view needs.
fn name_parts(page: &Path, version: &str, files: &Files) -> Result<(), Failure> {
    let html = std::fs::read_to_string(page).map_err(|e| io(STEP, page, &e))?;
    // The minifier may have taken the quotes away, which a list of views needs.
    let html = html.replace("\"{parts}\"", "{parts}");
    let parts = format!("\"{version};{}\"", visits::table(files));
    let html = Edit::new(STEP, "index.html", html).once("{parts}", &parts)?.done();
    std::fs::write(page, html).map_err(|e| io(STEP, page, &e))
}

/// Turns the inline script of `trunk serve`, which the policy forbids, into a file; whether there was
/// one.
fn move_reload_script(page: &Path) -> Result<bool, Failure> {
    let html = std::fs::read_to_string(page).map_err(|e| io(STEP, page, &e))?;
    let Some((html, script)) = without_reload_script(&html)? else { return Ok(false) };
    for (file, text) in [(page.with_file_name("reload.js"), script), (page.into(), html)] {
        std::fs::write(&file, text).map_err(|e| io(STEP, &file, &e))?;
    }
    Ok(true)
}

/// The page with the script as a file, and the file's content; `None` for a page without it.
fn without_reload_script(html: &str) -> Result<Option<(String, String)>, Failure> {
    // Trunk's server fills these in where it serves the page, but not in other files.
    const ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
    const OPEN: &str = "<script>";
    let Some(inside) = html.find("{{__TRUNK_") else { return Ok(None) };
    let page = Edit::new(STEP, "index.html", "");
    let start = html[..inside].rfind(OPEN);
    let end = html[inside..].find("</script>").map(|end| inside + end);
    let (Some(start), Some(end)) = (start, end) else {
        return Err(page.wrong(&format!("has Trunk's reloading script, but not in `{OPEN}`")));
    };
    let script = Edit::new(STEP, "Trunk's reloading script", &html[start + OPEN.len()..end])
        .once(ADDRESS, "window.location.host")?
        .once("{{__TRUNK_WS_BASE__}}", "/")?
        .without("{{__TRUNK_")?
        .done();
    let html = format!("{}<script src=\"./reload.js\">{}", &html[..start], &html[end..]);
    Ok(Some((html, script)))
}

/// The folder of the crate's build script, if this message of cargo names it.
fn out_dir(message: &str) -> Option<PathBuf> {
    let ours =
        message.contains("\"build-script-executed\"") && message.contains("activation-explorer");
    let path = message.split("\"out_dir\":\"").nth(1)?.split('"').next()?;
    ours.then(|| PathBuf::from(path.replace("\\\\", "\\")))
}

/// The compiled page, if this message of cargo names it.
fn module(message: &str) -> Option<PathBuf> {
    let ours = message.contains("\"compiler-artifact\"");
    let path = message.split('"').find(|text| text.ends_with("activation-explorer.wasm"))?;
    ours.then(|| PathBuf::from(path.replace("\\\\", "\\")))
}

fn copy_html(from: &Path, to: &Path) -> std::io::Result<()> {
    for file in files_below(from, &[])? {
        let name = file.strip_prefix(from).unwrap_or(&file);
        let folder = name.parent().is_some_and(|folder| folder != Path::new(""));
        if folder && name.extension().is_some_and(|e| e == "html") {
            let target = to.join(name);
            if let Some(folder) = target.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::copy(&file, target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;

    #[test]
    fn the_reload_script_becomes_a_file() {
        let html = "<body><script src=a.js></script><script>go('{{__TRUNK_ADDRESS__}}', '{{__TRUNK_WS_BASE__}}.x')</script></body>";
        let page = "<body><script src=a.js></script><script src=\"./reload.js\"></script></body>";
        let script = "go(window.location.host, '/.x')";
        let moved = Some((page.to_owned(), script.to_owned()));
        assert_eq!(without_reload_script(html).ok(), Some(moved));
        assert_eq!(without_reload_script(page).ok(), Some(None));
        for (from, to, why) in [
            ("ADDRESS", "HOST", "Trunk's reloading script does not have `'{{__TRUNK_ADDRESS__}}'`"),
            ("_WS_BASE", "_BASE", "Trunk's reloading script does not have `{{__TRUNK_WS_BASE__}}`"),
            ("<script>", "<script type=module>", "index.html has Trunk's reloading script"),
            (", '", ", '{{__TRUNK_X__}}", "Trunk's reloading script still has `{{__TRUNK_`"),
        ] {
            let stopped = reason(without_reload_script(&html.replace(from, to)));
            assert!(stopped.contains(why), "{stopped}");
        }
    }

    #[test]
    fn the_build_script_is_found_among_cargos_messages() {
        let package = "\"package_id\":\"path+file:///w/main#activation-explorer@0.1.0\"";
        let ran =
            format!("{{\"reason\":\"build-script-executed\",{package},\"out_dir\":\"/t/out\"}}");
        assert_eq!(out_dir(&ran), Some(PathBuf::from("/t/out")));
        assert_eq!(out_dir(&ran.replace("activation-explorer", "libm")), None);
        let artifact = format!(
            "{{\"reason\":\"compiler-artifact\",{package},\"filenames\":[\"/t/activation-explorer.wasm\"]}}"
        );
        assert_eq!(out_dir(&artifact), None);
        assert_eq!(module(&artifact), Some(PathBuf::from("/t/activation-explorer.wasm")));
        assert_eq!(module(&ran), None);
    }
}
