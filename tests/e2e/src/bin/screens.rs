//! Takes pictures of every view; run it through `cargo xtask screens`.

#![allow(clippy::print_stdout, reason = "it tells what it has done")]

use e2e::shots::{LANGUAGES, THEMES, shots};
use e2e::{Context, Options, Result, Session, bail, ensure, json};
use std::fmt::Write;
use std::path::Path;

const SHEET: &str = "contact-sheet";
/// Widths besides those of a phone and a desktop; their pictures are taken when the filter asks for
/// the width.
const WIDTHS: [u32; 6] = [320, 360, 768, 1024, 1440, 1920];
/// Looks besides light and dark, when the filter asks for them.
const LOOKS: [&str; 2] = ["projector", "print"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let out = args.next().context("usage: screens OUT_DIR [FILTER]")?;
    let filter = args.next().unwrap_or_default();
    let out = Path::new(&out).canonicalize().context(out)?;
    let desk = Options { reduced_motion: true, ..Options::default() };
    let phone = Options { reduced_motion: true, ..Options::phone() };
    let mut taken = Vec::new();
    let mut errors = String::new();
    let part = |text: &str| filter.split('-').any(|part| part == text);
    let others = WIDTHS.into_iter().filter(|width| part(&width.to_string())).map(|width| {
        // As narrow as a phone, it is one.
        Options { width, ..if width < 700 { phone } else { desk } }
    });
    for options in [phone, desk].into_iter().chain(others) {
        let session = Session::start(options).await?;
        let result = take(&session, &out, &filter, &mut taken, &mut errors).await;
        session.quit().await?;
        result?;
    }
    ensure!(!taken.is_empty(), "no screenshot has {filter:?} in its name");
    let session = Session::start(Options { width: 1600, ..desk }).await?;
    let result = contact_sheet(&session, &out, &taken).await;
    session.quit().await?;
    result?;
    println!("{} screenshots and {SHEET}.png", taken.len());
    if !errors.is_empty() {
        bail!("the pictures are taken, but the console showed errors:\n{errors}");
    }
    Ok(())
}

/// Every shot whose name contains `filter`, at the session's width.
async fn take(
    session: &Session,
    out: &Path,
    filter: &str,
    taken: &mut Vec<String>,
    errors: &mut String,
) -> Result<()> {
    for shot in shots() {
        for lang in LANGUAGES {
            let asked = |look: &&&str| filter.split('-').any(|part| part == **look);
            for theme in THEMES.iter().chain(LOOKS.iter().filter(asked)) {
                let width = session.options().width;
                let name = format!("{}-{width}-{lang}-{theme}", shot.name);
                if !name.contains(filter) {
                    continue;
                }
                let query = format!("?{}&lang={lang}&theme={theme}", shot.query);
                session.goto(&query).await.with_context(|| name.clone())?;
                let print = *theme == "print";
                if print {
                    session.js("dispatchEvent(new Event('beforeprint'))", &[]).await?;
                }
                session.picture(&out.join(format!("{name}.png")), print).await?;
                for error in session.console_errors().await? {
                    writeln!(errors, "{name}: {error}")?;
                }
                println!("{name}");
                taken.push(name);
            }
        }
    }
    Ok(())
}

/// All pictures small on one page, and a picture of that.
async fn contact_sheet(session: &Session, out: &Path, names: &[String]) -> Result<()> {
    let mut html = String::from(
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>Contact sheet</title><style>
        body { margin: 16px; background: #777; color: #fff; font: 12px sans-serif;
               display: flex; flex-wrap: wrap; gap: 16px; }
        figure { margin: 0; width: 246px } img { width: 100%; max-height: 480px;
               object-fit: cover; object-position: top; background: #fff; }
        </style>\n",
    );
    for name in names {
        writeln!(html, "<figure><img src=\"{name}.png\"><figcaption>{name}</figcaption></figure>")?;
    }
    let page = out.join(format!("{SHEET}.html"));
    std::fs::write(&page, html)?;
    session.driver().goto(format!("file://{}", page.display())).await?;
    let decoded = "return Promise.all([...document.images].map(i => i.decode())).then(() => true)";
    ensure!(session.js(decoded, &[]).await? == json!(true), "a picture does not load");
    session.picture(&out.join(format!("{SHEET}.png")), false).await
}
