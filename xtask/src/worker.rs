//! The service worker of the site: the script with the names of this build's files.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::{PARTS, STYLES, TEXTS};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;

const STEP: &str = "writing the service worker";
const NAME: &str = "sw.js";

/// Writes the worker into the finished `site`, whose texts and stylesheets have this `version`. One for
/// a page that is being developed keeps nothing: its files change under their names.
pub(crate) fn write(site: &Path, version: &str, developed: bool) -> Result<(), Failure> {
    let mut kept = Vec::new();
    for file in files_below(site, &[]).map_err(|e| io(STEP, site, &e))? {
        let name = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        kept.extend(address(&name, version));
    }
    kept.sort();
    let main = kept.iter().find(|name| name.starts_with("app-") && name.ends_with(".js"));
    let main = main.ok_or_else(|| Failure::new(STEP, "the site has no main script"))?.clone();
    if developed {
        kept.clear();
    }
    let index = site.join("index.html");
    let mut hasher = DefaultHasher::new();
    kept.hash(&mut hasher);
    std::fs::read(&index).map_err(|e| io(STEP, &index, &e))?.hash(&mut hasher);
    let script = Edit::new(STEP, NAME, include_str!("../../src/sw.js"))
        .once("{build}", &format!("{:016x}", hasher.finish()))?
        .once("{main}", &main)?
        .once("{files}", &format!("{kept:?}"))?
        .done();
    let target = site.join(NAME);
    std::fs::write(&target, script).map_err(|e| io(STEP, &target, &e))
}

/// The address under which the page asks for a file of the site; `None` for the index and for what only
/// others ask for.
fn address(name: &str, version: &str) -> Option<String> {
    let (folder, file) = name.split_once('/').unwrap_or(("", name));
    let (_, ending) = file.rsplit_once('.')?;
    let versioned = folder == TEXTS && ending == "html" || folder == STYLES && ending == "css";
    if versioned {
        return Some(format!("{name}?v={version}"));
    }
    let hashed = folder.is_empty() && name.contains('-') && ["js", "wasm", "css"].contains(&ending);
    let plain = folder == STYLES && ending == "woff2" || name == "icon.svg";
    (hashed || folder == PARTS || plain).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_the_address_that_the_page_asks_for() {
        for (name, asked) in [
            ("app-1f.js", Some("app-1f.js")),
            ("app-1f.wasm", Some("app-1f.wasm")),
            ("main-2.css", Some("main-2.css")),
            ("parts/shared-1f.wasm", Some("parts/shared-1f.wasm")),
            ("styles/function.css", Some("styles/function.css?v=9")),
            ("styles/text.woff2", Some("styles/text.woff2")),
            ("content/en/functions/elu.html", Some("content/en/functions/elu.html?v=9")),
            ("icon.svg", Some("icon.svg")),
            ("index.html", None),
            ("404.html", None),
            ("embed.js", None),
            ("pages/en/elu.html", None),
            ("p/elu/index.html", None),
            ("styles/fonts.txt", None),
        ] {
            assert_eq!(address(name, "9").as_deref(), asked, "{name}");
        }
    }
}
