//! The lesson: chapters, formulas, the place in the address, definitions, live figures, paper.

mod paper;

use activation_explorer::chapters::CHAPTERS;
use activation_explorer::content::TITLES;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::{Value, json};

/// Opens a text and waits until it is in the page.
async fn open(page: &Session, query: &str) -> Result<()> {
    page.goto(query).await?;
    arrived(page).await.with_context(|| query.to_owned())
}

async fn arrived(page: &Session) -> Result<()> {
    let here = "return !!document.querySelector('.reading h1') &&
        ![...document.querySelectorAll('.reading > .loading')].some(e => e.getClientRects().length)";
    page.wait(here, &[]).await?;
    page.frames(3).await
}

async fn address_has(page: &Session, part: &str) -> Result<()> {
    let has = page.wait("return location.search.includes(arguments[0])", &[json!(part)]).await;
    let now = page.text("return location.search", &[]).await?;
    has.with_context(|| format!("{now:?} has no {part:?}"))
}

async fn heading(page: &Session) -> Result<String> {
    page.text("return document.querySelector('.reading h1').textContent", &[]).await
}

async fn heading_becomes(page: &Session, place: usize, lang: usize) -> Result<()> {
    let wanted = TITLES[place][lang];
    let script = "return document.querySelector('.reading h1')?.textContent === arguments[0]";
    let there = page.wait(script, &[json!(wanted)]).await;
    let found = heading(page).await;
    there.with_context(|| format!("the heading is {found:?}, not {wanted:?}"))?;
    page.frames(3).await
}

async fn clean(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the console shows {errors:#?}");
    let notice = page.js("return !!document.querySelector('[data-notice] .notice')", &[]).await?;
    ensure!(notice == json!(false), "there is a notice");
    Ok(())
}

#[tokio::test]
async fn every_text_opens_and_its_formulas_are_there() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (lang, code) in e2e::shots::LANGUAGES.into_iter().enumerate() {
            for (place, slug) in CHAPTERS.iter().enumerate() {
                let query = format!("?view=learn&chapter={slug}&lang={code}");
                open(page, &query).await?;
                ensure!(heading(page).await? == TITLES[place][lang], "{query}: another heading");
                let script = "const all = [...document.querySelectorAll('.reading math')];
                    const flat = all.filter(m => { const b = m.getBoundingClientRect();
                        return b.width < 2 || b.height < 5 });
                    return [all.length, flat.map(m => m.textContent)]";
                let found = page.js(script, &[]).await?;
                ensure!(found[1] == json!([]), "{query}: formulas without a size: {}", found[1]);
                let formulas = found[0].as_u64().unwrap_or_default();
                let chapter = place + 2 < CHAPTERS.len();
                ensure!(formulas > 0 || !chapter, "{query}: {formulas} formulas");
                let wide =
                    "const e = document.documentElement; return e.scrollWidth <= e.clientWidth";
                ensure!(page.js(wide, &[]).await? == json!(true), "{query}: wider than the window");
                clean(page).await.with_context(|| query.clone())?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_link_leads_to_a_state_that_is_as_it_says() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut links: Vec<String> = Vec::new();
        for slug in CHAPTERS.iter().chain(&["evidence"]) {
            let query = match *slug {
                "evidence" => "?view=evidence".to_owned(),
                slug => format!("?view=learn&chapter={slug}"),
            };
            open(page, &query).await?;
            let script = "return [...document.querySelectorAll('.reading a[href^=\"?\"]')].map(a => a.getAttribute('href'))";
            let found: Vec<String> = serde_json::from_value(page.js(script, &[]).await?)?;
            links.extend(found);
        }
        links.sort_unstable();
        links.dedup();
        ensure!(links.len() > 120, "only {} links", links.len());
        // Followed as a click does, without loading the page anew each time.
        let follow = "const a = document.createElement('a'); a.href = arguments[0];
            document.querySelector('main').append(a); a.click(); a.remove()";
        for link in links {
            let query = link.trim_start_matches('?');
            let view = query.split('&').next().unwrap_or_default().trim_start_matches("view=");
            ensure!(views::find(view).is_some(), "{link}: no such view");
            page.js(follow, &[json!(link)]).await?;
            page.wait(
                "return new URLSearchParams(location.search).get('view') === arguments[0]
                    || arguments[0] === 'gallery' && !location.search.includes('view=')",
                &[json!(view)],
            )
            .await
            .with_context(|| link.clone())?;
            page.frames(2).await?;
            let section = query.split("section=").nth(1);
            if let Some(section) = section {
                let here = "return !!document.getElementById(arguments[0])";
                page.wait(here, &[json!(section)]).await.with_context(|| link.clone())?;
            }
            clean(page).await.with_context(|| link.clone())?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn contents_and_pager_lead_through_the_lesson() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn").await?;
        heading_becomes(page, 0, 0).await?;
        let contents = ".contents a";
        let count = page.js("return document.querySelectorAll(arguments[0]).length", &[json!(contents)]).await?;
        ensure!(count.as_u64() > Some(CHAPTERS.len() as u64), "{count} entries");
        let click = "document.querySelector(arguments[0]).click()";
        page.js(click, &[json!(".pager a[rel=next]")]).await?;
        heading_becomes(page, 1, 0).await?;
        address_has(page, "chapter=02-nonlinear").await?;
        ensure!(page.js("return scrollY", &[]).await? == json!(0), "not at the top");
        // The title follows once the address rests.
        let named = page.wait("return document.title.startsWith(arguments[0])", &[json!(TITLES[1][0])]).await;
        let title = page.text("return document.title", &[]).await?;
        named.with_context(|| format!("the title is {title:?}"))?;
        page.js(click, &[json!(".contents a[href*='03-sigmoid-tanh']")]).await?;
        heading_becomes(page, 2, 0).await?;
        let current = "return [...document.querySelectorAll('.contents [aria-current]')].map(a => a.getAttribute('href'))";
        let marked = page.js(current, &[]).await?;
        ensure!(marked == json!(["?view=learn&chapter=03-sigmoid-tanh"]), "{marked}");
        page.js(click, &[json!(".contents a[href*='section=tanh']")]).await?;
        address_has(page, "section=tanh").await?;
        page.frames(3).await?;
        let top = page.js("return document.getElementById('tanh').getBoundingClientRect().top", &[]).await?;
        ensure!((-2.0..200.0).contains(&top.as_f64().unwrap_or(-9.0)), "the section is at {top}");
        let focused = page.text("return document.activeElement.outerHTML.slice(0, 99)", &[]).await?;
        ensure!(focused.contains("id=\"tanh\""), "the focus is on {focused}");
        page.js(click, &[json!(".pager a[rel=prev]")]).await?;
        heading_becomes(page, 1, 0).await?;
        page.driver().back().await?;
        heading_becomes(page, 2, 0).await?;
        address_has(page, "section=tanh").await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn the_address_follows_the_reader_and_leads_back() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn&chapter=04-relu-family").await?;
        ensure!(!page.text("return location.search", &[]).await?.contains("section"));
        let scroll = "document.getElementById(arguments[0]).scrollIntoView(); scrollBy(0, -20)";
        page.js(scroll, &[json!("leaky")]).await?;
        address_has(page, "section=leaky").await?;
        let query = page.text("return location.search", &[]).await?;
        let entries = page.js("return history.length", &[]).await?;
        page.js(scroll, &[json!("prelu")]).await?;
        address_has(page, "section=prelu").await?;
        ensure!(
            page.js("return history.length", &[]).await? == entries,
            "reading fills the history"
        );
        page.js("scrollTo(0, 0)", &[]).await?;
        page.wait("return !location.search.includes('section')", &[]).await?;
        open(page, &query).await?;
        page.frames(4).await?;
        let top = "return document.getElementById('leaky').getBoundingClientRect().top";
        let top = page.js(top, &[]).await?;
        ensure!((-60.0..300.0).contains(&top.as_f64().unwrap_or(-99.0)), "it is at {top}");
        ensure!(page.text("return location.search", &[]).await? == query);
        // From a state that the lesson shows, the header leads back to the place.
        page.js("document.querySelector('.claim .show').click()", &[]).await?;
        page.js("document.querySelector('.claim figcaption a').click()", &[]).await?;
        page.wait("return !location.search.includes('view=learn')", &[]).await?;
        page.js("document.querySelector('.bar a[data-view=contents]').click()", &[]).await?;
        page.wait("return !!document.querySelector('.go-on a')?.getClientRects().length", &[])
            .await?;
        page.js("document.querySelector('.go-on a').click()", &[]).await?;
        address_has(page, "section=leaky").await?;
        arrived(page).await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn a_place_that_does_not_exist_is_said() -> Result<()> {
    in_page(Options::default(), async |page| {
        let noticed = "return [...document.querySelectorAll('.notice')].some(n => n.textContent.includes(arguments[0]))";
        for (query, word) in [
            ("?view=learn&chapter=12-none", "12-none"),
            ("?view=learn&chapter=03-sigmoid-tanh&section=nowhere", "nowhere"),
            ("?view=choose&path=1,9", "1,9"),
            ("?view=choose&path=1,1,1", "1,1,1"),
        ] {
            open(page, query).await?;
            page.wait(noticed, &[json!(word)]).await.with_context(|| query.to_owned())?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_comes_alive_with_a_state_of_its_own() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn&chapter=04-relu-family").await?;
        let figure = "figure[data-query*='negative_slope=0.2']";
        let live = "return !!document.querySelector(arguments[0] + ' [data-plot]')";
        let still =
            "return !!document.querySelector(arguments[0] + ' .picture').getClientRects().length";
        ensure!(page.js(live, &[json!(figure)]).await? == json!(false), "live before it is near");
        ensure!(page.js(still, &[json!(figure)]).await? == json!(true), "no still picture");
        page.js("document.querySelector(arguments[0]).scrollIntoView()", &[json!(figure)]).await?;
        page.wait(live, &[json!(figure)]).await?;
        ensure!(page.js(still, &[json!(figure)]).await? == json!(false), "the still picture stays");
        page.slide("leaky_relu", "negative_slope", 0.5).await?;
        page.frames(2).await?;
        address_has(page, "section=leaky").await?;
        let query = page.text("return location.search", &[]).await?;
        ensure!(!query.contains("slope"), "a figure has written {query}");
        // The wheel scrolls the text, not the plot.
        let wheel = "const probe = document.querySelector(arguments[0] + ' .probe');
            const event = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
            probe.dispatchEvent(event); return event.defaultPrevented";
        ensure!(
            page.js(wheel, &[json!(figure)]).await? == json!(false),
            "the plot takes the wheel"
        );
        let open = "document.querySelector(arguments[0] + ' figcaption .show').click()";
        page.js(open, &[json!(figure)]).await?;
        address_has(page, "negative_slope=0.2").await?;
        page.wait("return !!document.querySelector('[data-subject=leaky_relu]')", &[]).await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn every_figure_comes_alive() -> Result<()> {
    in_page(Options { height: 20_000, ..Options::default() }, async |page| {
        for slug in CHAPTERS {
            open(page, &format!("?view=learn&chapter={slug}")).await?;
            // A loaded component is more than its message of loading or failure.
            let waiting = "return [...document.querySelectorAll('figure[data-query]')].filter(f => {
                const stage = f.querySelector('.stage');
                return !stage || stage.offsetHeight < 60 || stage.querySelector('.loading, [role=alert]') ||
                    !stage.querySelector('[data-plot], .bars');
                }).map(f => f.dataset.query)";
            let mut left: Vec<Value> = Vec::new();
            for _ in 0..100 {
                page.frames(3).await?;
                left = serde_json::from_value(page.js(waiting, &[]).await?)?;
                if left.is_empty() {
                    break;
                }
            }
            ensure!(left.is_empty(), "{slug}: still waiting: {left:?}");
            let headings = page.js("return [...document.querySelectorAll('h1')].filter(h => h.getClientRects().length).length", &[]).await?;
            ensure!(headings == json!(1), "{slug}: {headings} first headings");
            clean(page).await.with_context(|| (*slug).to_owned())?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_term_is_explained_where_it_stands() -> Result<()> {
    in_page(Options::phone(), async |page| {
        open(page, "?view=learn&chapter=03-sigmoid-tanh&lang=zh").await?;
        page.js("document.querySelector('a.glossed[href$=logit]').click()", &[]).await?;
        let shown = "const d = document.querySelector('.definition');
            return !!d && d.querySelector('h2')?.textContent.includes('logit') && d.contains(document.activeElement)";
        page.wait(shown, &[]).await?;
        let inside = "const b = document.querySelector('.definition').getBoundingClientRect();
            return b.left >= 0 && b.right <= document.documentElement.clientWidth";
        ensure!(page.js(inside, &[]).await? == json!(true), "it is not inside the window");
        page.js(
            "document.querySelector('.definition').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
            &[],
        )
        .await?;
        let gone = "return !document.querySelector('.definition') && document.activeElement.matches('a.glossed')";
        page.wait(gone, &[]).await?;
        page.js("document.querySelector('a.glossed[href$=backpropagation]').click()", &[]).await?;
        page.wait("return !!document.querySelector('.definition a[href*=glossary]')", &[]).await?;
        page.js("document.querySelector('.definition .hint a').click()", &[]).await?;
        address_has(page, "chapter=glossary&section=backpropagation").await?;
        arrived(page).await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn a_text_that_takes_its_time_says_so() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=learn").await?;
        page.cdp("Network.enable", json!({})).await?;
        let slow = json!({ "offline": false, "latency": 1500, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.cdp("Network.emulateNetworkConditions", slow).await?;
        page.js("document.querySelector('.pager a[rel=next]').click()", &[]).await?;
        let waiting = "return [...document.querySelectorAll('.reading > .loading[role=status]')]
            .some(p => p.getClientRects().length && p.textContent.trim())";
        page.wait(waiting, &[]).await?;
        heading_becomes(page, 1, 0).await?;
        ensure!(page.js(waiting, &[]).await? == json!(false), "the word stays");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_text_that_does_not_come_can_be_asked_for_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*/05-smooth.html*"] })).await?;
        page.goto("?view=learn&chapter=05-smooth").await?;
        let failed = "return [...document.querySelectorAll('.reading [role=alert]')].some(p => p.getClientRects().length)";
        page.wait(failed, &[]).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        page.js("document.querySelector('.reading [role=alert] button').click()", &[]).await?;
        heading_becomes(page, 4, 0).await?;
        ensure!(page.js(failed, &[]).await? == json!(false), "the message stays");
        Ok(())
    })
    .await
}
