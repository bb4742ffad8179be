//! Whether the links of the pages that need no JavaScript lead somewhere.

use crate::files::files_below;
use crate::layout::PLAIN;
use std::path::Path;

/// What is wrong with the links of the pages in this site: each that leads to no file of it, or to
/// no element of that file.
pub(crate) fn broken(site: &Path) -> std::io::Result<Vec<String>> {
    let mut wrong = Vec::new();
    for file in files_below(&site.join(PLAIN), &[])? {
        if file.extension().is_none_or(|e| e != "html") {
            continue;
        }
        let html = std::fs::read_to_string(&file)?;
        let folder = file.parent().unwrap_or(site);
        for link in addresses(&html) {
            if let Some(why) = fault(folder, &html, link) {
                let page = file.strip_prefix(site).unwrap_or(&file);
                wrong.push(format!("{}: {link}: {why}", page.display()));
            }
        }
    }
    Ok(wrong)
}

/// Every address in an attribute.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    html.split(" href=\"").skip(1).filter_map(|part| Some(part.split_once('"')?.0))
}

fn fault(folder: &Path, html: &str, link: &str) -> Option<&'static str> {
    if link.starts_with("https://") {
        return None;
    }
    let (address, id) = link.split_once('#').map_or((link, None), |(a, id)| (a, Some(id)));
    let path = address.split('?').next().unwrap_or_default();
    let target = folder.join(path);
    if !path.is_empty() && !target.is_file() {
        return Some("there is no such file");
    }
    let id = id?;
    let has = |html: &str| html.contains(&format!(" id=\"{id}\""));
    let found = if path.is_empty() {
        has(html)
    } else {
        std::fs::read_to_string(&target).is_ok_and(|html| has(&html))
    };
    if found { None } else { Some("there is no such place in the file") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;
    use crate::project;

    #[test]
    fn a_link_to_nothing_is_found() -> Result<(), Failure> {
        let site = project::scratch()?.join("broken-links");
        let folder = site.join(PLAIN).join("en");
        let failed = |e: std::io::Error| Failure::new("a test", &e.to_string());
        std::fs::create_dir_all(&folder).map_err(failed)?;
        std::fs::write(site.join("index.html"), "").map_err(failed)?;
        let html = "<h2 id=\"a\"></h2><a href=\"b.html#a\"></a><a href=\"#a\"></a>\
                    <a href=\"../../index.html?view=x&amp;lang=en\"></a><a href=\"https://x.y\"></a>";
        std::fs::write(folder.join("b.html"), html).map_err(failed)?;
        assert_eq!(broken(&site).map_err(failed)?, Vec::<String>::new());
        let html = "<a href=\"c.html\"></a><a href=\"b.html#c\"></a><a href=\"#c\"></a>";
        std::fs::write(folder.join("d.html"), html).map_err(failed)?;
        let found = broken(&site).map_err(failed)?;
        assert_eq!(found.len(), 3, "{found:?}");
        std::fs::remove_dir_all(&site).map_err(failed)
    }
}
