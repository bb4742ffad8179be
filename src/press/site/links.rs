//! The check of the links of pages that need no JavaScript: each must lead somewhere.

use super::fault::Fault;
use crate::files;
use std::path::Path;

/// Every link of a page in this folder of the site that leads to no file of the site, or to no
/// element of that file, and why.
pub fn broken(site: &Path, folder: &str) -> Result<Vec<String>, Fault> {
    let mut wrong = Vec::new();
    let pages = site.join(folder);
    for file in files::below(&pages).map_err(Fault::of(&pages))? {
        if file.extension().is_none_or(|e| e != "html") {
            continue;
        }
        let html = std::fs::read_to_string(&file).map_err(Fault::of(&file))?;
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

    #[test]
    fn a_link_to_nothing_is_found() -> Result<(), Box<dyn std::error::Error>> {
        let site = std::env::temp_dir().join(format!("broken-links-{}", std::process::id()));
        let folder = site.join("plain/en");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(site.join("index.html"), "")?;
        let html = "<h2 id=\"a\"></h2><a href=\"b.html#a\"></a><a href=\"#a\"></a>\
                    <a href=\"../../index.html?view=x&amp;lang=en\"></a><a href=\"https://x.y\"></a>";
        std::fs::write(folder.join("b.html"), html)?;
        assert_eq!(broken(&site, "plain")?, Vec::<String>::new());
        let html = "<a href=\"c.html\"></a><a href=\"b.html#c\"></a><a href=\"#c\"></a>";
        std::fs::write(folder.join("d.html"), html)?;
        let found = broken(&site, "plain")?;
        assert_eq!(found.len(), 3, "{found:?}");
        Ok(std::fs::remove_dir_all(&site)?)
    }
}
