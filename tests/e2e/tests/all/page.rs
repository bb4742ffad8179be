//! The page as a whole: it starts, follows its URL, and survives a bad one.

use activation_explorer::activation::{ALL, by_id};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

const ATTRIBUTE: &str = "return document.documentElement.getAttribute(arguments[0])";

async fn no_console_errors(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the console shows {errors:#?}");
    Ok(())
}

#[tokio::test]
async fn starts_without_an_error_and_shows_every_function() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        let figures = page.figures().await?;
        for act in ALL {
            ensure!(figures.iter().any(|id| id == act.id), "no plot for {}", act.id);
        }
        no_console_errors(page).await
    })
    .await
}

#[tokio::test]
async fn language_and_theme_follow_the_url() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        let english = page.text("return document.querySelector('h1').textContent", &[]).await?;
        for (query, attribute, wanted) in [
            ("", "lang", "en"),
            ("?lang=zh", "lang", "zh-CN"),
            ("?locale=zh-Hant", "lang", "zh-CN"),
            ("?lang=xx", "lang", "en"),
            ("#lang=zh", "lang", "zh-CN"),
            ("", "data-theme", "light"),
            ("?theme=dark", "data-theme", "dark"),
            ("?theme=projector", "data-theme", "projector"),
        ] {
            page.goto(query).await?;
            let found = page.text(ATTRIBUTE, &[json!(attribute)]).await?;
            ensure!(found == wanted, "{query:?}: {attribute} is {found:?}, not {wanted:?}");
        }
        page.goto("?lang=zh").await?;
        let chinese = page.text("return document.querySelector('h1').textContent", &[]).await?;
        ensure!(chinese != english, "the heading is {chinese:?} in both languages");
        no_console_errors(page).await
    })
    .await
}

#[tokio::test]
async fn a_deep_link_shows_the_numbers_of_the_core() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (id, params, query) in [
            ("elu", vec![2.0], "fn=elu&alpha=2"),
            ("gelu", vec![], "fn=gelu"),
            ("leaky_relu", vec![0.1], "fn=leaky-relu&negative_slope=0.1"),
        ] {
            page.goto(&format!("?view=function&{query}&x=-1.25")).await?;
            let act = by_id(id).context(id)?;
            let (f, df) = act.eval(-1.25, &params);
            for (name, wanted) in [("x", -1.25), ("f", f), ("df", df)] {
                let found = page.number(&format!("[data-read=\"{name}\"]")).await?;
                ensure!(
                    found.to_bits() == wanted.to_bits(),
                    "{query}: {name} is {found:e} on the page and {wanted:e} in the core"
                );
            }
        }
        no_console_errors(page).await
    })
    .await
}

#[tokio::test]
async fn a_bad_url_is_survived_and_said() -> Result<()> {
    let long = format!("?view=function&fn=elu&x={}", "9".repeat(64_000));
    let bad = [
        "?view=function&fn=nothing",
        "?view=function&fn=elu&alpha=NaN",
        "?view=function&fn=elu&alpha=1e999",
        "?view=function&fn=<img src=q onerror=\"document.title='hit'\">",
        "?view=function&fn=elu&alpha=%22%3E%3Cscript%3Edocument.title='hit'%3C/script%3E",
        long.as_str(),
    ];
    in_page(Options::default(), async |page| {
        for query in bad {
            let shown = &query[..query.len().min(80)];
            page.goto(query).await?;
            let visible =
                "return [...document.querySelectorAll('[role=status] .notice, [data-notice]')]
                .some(n => n.getClientRects().length > 0 && n.textContent.trim() !== '')";
            page.wait(visible, &[]).await.with_context(|| format!("no notice for {shown}"))?;
            let figures = page.figures().await?;
            ensure!(!figures.is_empty(), "{shown}: the view has no plot");
            let hit =
                "return document.title === 'hit' || document.querySelector('img[src=q]') !== null";
            ensure!(
                page.js(hit, &[]).await? == json!(false),
                "{shown}: markup became part of the page"
            );
            no_console_errors(page).await.with_context(|| shown.to_owned())?;
        }
        page.js("document.querySelector('.notice button').click()", &[]).await?;
        page.wait("return !document.querySelector('.notice')", &[]).await.context("it stays")
    })
    .await
}

/// Keys after `#` that come later count before those in the query, language and theme included.
#[tokio::test]
async fn a_changed_hash_is_followed() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5&lang=en&theme=light").await?;
        page.js("location.hash = '#alpha=2&lang=zh&theme=dark'", &[]).await?;
        let followed = "const html = document.documentElement;
            return html.lang === 'zh-CN' && html.dataset.theme === 'dark'
                && document.querySelector('input[type=range][name=alpha]').value === '2'";
        page.wait(followed, &[]).await?;
        let written = "return !location.hash && location.search.includes('alpha=2')";
        page.js("document.querySelector('input[name=tangent]').click()", &[]).await?;
        page.wait(written, &[]).await.context("the address keeps both")
    })
    .await
}

/// Safari allows a hundred changes of the address in half a minute.
#[tokio::test]
async fn the_address_is_written_when_a_slider_rests_and_not_at_every_step() -> Result<()> {
    in_page(Options::default(), async |page| {
        let counted = "window.written = 0;
            const real = history.replaceState;
            history.replaceState = function (...all) { written += 1; return real.apply(this, all) }";
        page.before_everything(counted).await?;
        page.goto("?view=function&fn=elu").await?;
        let drag = "const slider = document.querySelector('input[type=range][name=alpha]');
            return (async () => {
                const before = written;
                for (let i = 0; i < 90; i++) {
                    slider.value = 0.5 + (i % 50) / 50;
                    slider.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise(requestAnimationFrame);
                }
                return written - before;
            })()";
        let during = page.js(drag, &[]).await?.as_u64().context("a count")?;
        // A machine that stalls for a third of a second lets it rest.
        ensure!(during <= 3, "{during} changes in 90 steps");
        page.wait("return location.search.includes('alpha=1.28')", &[]).await?;
        ensure!(page.js("return written", &[]).await?.as_u64() <= Some(6), "it goes on writing");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_plot_leads_to_its_function_and_back() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        let all = page.figures().await?.len();
        let follow =
            "document.querySelector('a[href*=\"view=function\"][href*=\"fn=elu\"]').click()";
        page.js(follow, &[]).await.context("following the link to ELU")?;
        let one = "return document.querySelector('figure[data-plot]')?.dataset.fn === 'elu'
            && location.search.includes('fn=elu')";
        page.wait(one, &[]).await.context("after following the link to ELU")?;
        page.driver().back().await?;
        let again = "return document.querySelectorAll('figure[data-plot]').length === arguments[0]
            && !location.search.includes('fn=elu')";
        page.wait(again, &[json!(all)]).await.context("after Back")?;
        page.driver().forward().await?;
        page.wait(one, &[]).await.context("after Forward")?;
        no_console_errors(page).await
    })
    .await
}

#[tokio::test]
async fn a_phone_needs_no_sideways_scrolling() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for query in [
            "?lang=en",
            "?lang=zh",
            "?view=function&fn=elu&lang=en",
            "?view=function&fn=rrelu&lang=zh",
        ] {
            page.goto(query).await?;
            let widths = page
                .js(
                    "const e = document.documentElement; return [e.scrollWidth, e.clientWidth]",
                    &[],
                )
                .await?;
            ensure!(
                widths[0].as_f64() <= widths[1].as_f64(),
                "{query}: content and window are {widths} wide"
            );
        }
        no_console_errors(page).await
    })
    .await
}
