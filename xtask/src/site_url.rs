//! The site's address, written into the pages if `SITE_URL` names it: its origin into the policy,
//! and the full addresses for link previews and oEmbed.
//!
//! Without it the site works from anywhere, but has no link previews and no oEmbed.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use std::path::Path;

/// The variable that names the address of the site's folder.
pub(crate) const VARIABLE: &str = "SITE_URL";

const STEP: &str = "writing the site's address into it";

/// The address of the site's folder.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SiteUrl {
    /// With a slash at its end.
    pub(crate) url: String,
    /// The length of its scheme and host.
    host: usize,
}

impl SiteUrl {
    /// The site's address from the environment, if it names one.
    pub(crate) fn from_env() -> Result<Option<Self>, Failure> {
        let Some(value) = std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) else {
            return Ok(None);
        };
        let value = value.to_string_lossy();
        Self::parse(&value).map(Some).ok_or_else(|| {
            Failure::new(STEP, &format!("{VARIABLE} is `{value}`")).advise(
                "Give the address of the folder the site will be in, such as\n\
                 SITE_URL=https://someone.github.io/activation-explorer/",
            )
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('/');
        let scheme = text.find("://")? + 3;
        let sound = ["http://", "https://"].contains(&&text[..scheme])
            && text.len() > scheme
            && !text
                .contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>;,?#".contains(c));
        let host = text[scheme..].find('/').map_or(text.len(), |slash| scheme + slash);
        sound.then(|| Self { url: format!("{text}/"), host })
    }

    /// Scheme and host, as a policy names them.
    pub(crate) fn origin(&self) -> &str {
        &self.url[..self.host]
    }

    /// The folder's path on its host, from slash to slash.
    fn path(&self) -> &str {
        &self.url[self.host..]
    }

    /// Writes it into the pages of the site.
    pub(crate) fn settle(&self, site: &Path) -> Result<(), Failure> {
        for (name, change) in [("index.html", Self::index as Change), ("404.html", Self::lost)] {
            let file = site.join(name);
            let html = std::fs::read_to_string(&file).map_err(|e| io(STEP, &file, &e))?;
            let html = change(self, Edit::new(STEP, name, html))?.done();
            std::fs::write(&file, html).map_err(|e| io(STEP, &file, &e))?;
        }
        Ok(())
    }

    /// The start page, with the origin spelt out: in a sandbox some browsers do not take 'self' for it
    /// (<https://github.com/WebKit/WebKit/pull/66923>).
    fn index(&self, html: Edit) -> Result<Edit, Failure> {
        const SELF: &str = "'self'";
        const PICTURE: &str = "./preview.png";
        let url = &self.url;
        let head = format!(
            "<meta property=\"og:url\" content=\"{url}\"><link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}oembed.json\" title=\"Activation Explorer\"></head>"
        );
        html.every(SELF, &format!("{SELF} {}", self.origin()))?
            .every(PICTURE, &format!("{url}preview.png"))?
            .once("</head>", &head)
    }

    /// The 404 page, which may be shown at any depth.
    fn lost(&self, html: Edit) -> Result<Edit, Failure> {
        html.every("href=\"/\"", &format!("href=\"{}\"", self.path()))
    }
}

type Change = fn(&SiteUrl, Edit) -> Result<Edit, Failure>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;

    #[test]
    fn an_address_is_a_folder_on_a_host() {
        let site = SiteUrl::parse("https://a.github.io/b").unwrap_or_else(|| panic!("refused"));
        assert_eq!(site.url, "https://a.github.io/b/");
        assert_eq!((site.origin(), site.path()), ("https://a.github.io", "/b/"));
        let site = SiteUrl::parse(" http://127.0.0.1:8080/ ").unwrap_or_else(|| panic!("refused"));
        assert_eq!((site.origin(), site.path()), ("http://127.0.0.1:8080", "/"));
        for bad in
            ["a.github.io", "ftp://a/", "https://", "https://a/; script-src *", "https://a\"b"]
        {
            assert_eq!(SiteUrl::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_pages_of_this_repository_can_be_settled() -> Result<(), Box<dyn std::error::Error>> {
        let site = SiteUrl::parse("https://a.github.io/b").ok_or("refused")?;
        let root = crate::project::root();
        let edit = |name: &str, file: &str| -> std::io::Result<Edit> {
            Ok(Edit::new(STEP, name, std::fs::read_to_string(root.join(file))?))
        };
        let settled = site.index(edit("index.html", "index.html")?).map_err(|e| e.to_string())?;
        let settled = settled.done();
        assert!(settled.contains("script-src 'self' https://a.github.io 'wasm-unsafe-eval'"));
        assert!(settled.contains("content=\"https://a.github.io/b/preview.png\""));
        assert!(settled.contains("href=\"https://a.github.io/b/oembed.json\""));
        let lost = site.lost(edit("404.html", "public/404.html")?).map_err(|e| e.to_string())?;
        assert!(lost.done().contains("href=\"/b/\""));
        Ok(())
    }

    #[test]
    fn pages_without_what_is_to_be_replaced_stop_the_build() {
        let site = SiteUrl { url: "https://a/".to_owned(), host: 9 };
        let html = "'self' ./preview.png </head>";
        for part in ["'self'", "./preview.png", "</head>"] {
            let why = reason(site.index(Edit::new(STEP, "index.html", html.replace(part, ""))));
            assert!(why.contains(&format!("index.html does not have `{part}`")), "{why}");
        }
        let why = reason(site.lost(Edit::new(STEP, "404.html", "href=/")));
        assert!(why.contains("404.html does not have `href=\"/\"`"), "{why}");
    }
}
