//! The hands and eyes of a visitor: actions on the page, and numbers read there.

use anyhow::{Context, Result, ensure};
use e2e::Session;
use serde_json::json;
use std::collections::BTreeMap;

/// The readings on the page, by name.
pub(crate) struct Readings(pub(crate) BTreeMap<String, f64>);

impl Readings {
    pub(crate) async fn of(page: &Session) -> Result<Self> {
        let script = "return Object.fromEntries([...document.querySelectorAll('data[data-read]')]
            .reverse().map(d => [d.dataset.read, d.getAttribute('value')]))";
        let found: BTreeMap<String, String> = serde_json::from_value(page.js(script, &[]).await?)?;
        let parsed = found.into_iter().map(|(name, text)| {
            let number = text.parse().with_context(|| format!("{name} is {text:?}"));
            number.map(|number: f64| (name, number))
        });
        // An empty reading has no number yet.
        Ok(Self(parsed.filter_map(Result::ok).collect()))
    }

    pub(crate) fn get(&self, name: &str) -> Result<f64> {
        self.0.get(name).copied().with_context(|| format!("{name} is not among {:?}", self.0))
    }
}

/// Goes to a state without loading the page, as Back and Forward do.
pub(crate) async fn go(page: &Session, query: &str) -> Result<()> {
    // Chromium ignores entries of the history beyond 200 in ten seconds.
    let script = "return (async query => {
            for (;;) {
                history.pushState(null, '', query);
                if (location.href === new URL(query, location).href) break;
                await new Promise(done => setTimeout(done, 250));
            }
            dispatchEvent(new PopStateEvent('popstate'));
        })(arguments[0])";
    page.js(script, &[json!(query)]).await?;
    page.frames(1).await
}

pub(crate) async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)])
        .await
        .with_context(|| format!("pressing {selector}"))?;
    page.frames(2).await
}

/// Focuses an element and presses a real key.
pub(crate) async fn key(page: &Session, selector: &str, key: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).focus()", &[json!(selector)])
        .await
        .with_context(|| format!("looking for {selector}"))?;
    page.key(key, None).await
}

/// Types into a box and leaves it.
pub(crate) async fn fill(page: &Session, selector: &str, text: &str) -> Result<()> {
    let script = "const box = document.querySelector(arguments[0]);
        box.value = arguments[1];
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[json!(selector), json!(text)])
        .await
        .with_context(|| format!("filling {selector}"))?;
    page.frames(2).await
}

/// The number in a box.
pub(crate) async fn boxed(page: &Session, name: &str) -> Result<f64> {
    let script =
        "return document.querySelector(`input[role=spinbutton][name=\"${arguments[0]}\"]`).value";
    let text = page.text(script, &[json!(name)]).await.with_context(|| name.to_owned())?;
    text.parse().with_context(|| format!("the box {name} says {text:?}"))
}

/// The present centre of an element.
pub(crate) async fn centre(page: &Session, selector: &str) -> Result<(f64, f64)> {
    let script = "const b = document.querySelector(arguments[0]).getBoundingClientRect();
        return [b.left + b.width / 2, b.top + b.height / 2]";
    let found = page.js(script, &[json!(selector)]).await.with_context(|| selector.to_owned())?;
    Ok(serde_json::from_value(found)?)
}

/// One finger down, along and up.
pub(crate) async fn swipe(page: &Session, from: (f64, f64), to: (f64, f64)) -> Result<()> {
    page.touch("touchStart", &[from]).await?;
    for i in 1..=5 {
        let t = f64::from(i) / 5.0;
        let at = (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1));
        page.touch("touchMove", &[at]).await?;
    }
    page.touch("touchEnd", &[]).await?;
    page.frames(2).await
}

/// A finger down and up in one place.
pub(crate) async fn tap(page: &Session, at: (f64, f64)) -> Result<()> {
    page.touch("touchStart", &[at]).await?;
    page.touch("touchEnd", &[]).await?;
    page.frames(2).await
}

/// Checks that nothing has broken.
pub(crate) async fn sound(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:#?}");
    let broken = page.js("return !document.querySelector('#failure')?.hidden", &[]).await?;
    ensure!(broken == json!(false), "the page says that it has failed");
    Ok(())
}

pub(crate) fn numbers(text: &str) -> Result<Vec<f64>> {
    text.split([' ', '|']).map(|n| n.parse().context("a number of the table")).collect()
}

/// Twelve digits, more than any picture shows; `tests/vectors.rs` judges the last ones.
pub(crate) fn close(got: f64, want: f64) -> bool {
    got == want || (got - want).abs() <= 1e-12 * want.abs() + 1e-300
}
