//! Loading that fails: no WebAssembly, files that are missing, cut or late, no network.

use super::failure;
use activation_explorer::lang::Lang;
use activation_explorer::views::gallery::words;
use anyhow::{Context, Result, ensure};
use e2e::{Answer, Host, Options, Role, Session, Value, host, in_page, json};
use std::time::Duration;

/// The time that a page may take that is loaded twice.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// True if the page is ready.
pub(crate) const READY: &str = "return document.documentElement.dataset.ready === 'true'";

/// Opens the page and waits for the message of this kind of failure.
async fn fails_with(page: &Session, kind: &str) -> Result<String> {
    page.driver().goto(page.url("")).await?;
    failure(page, kind).await
}

/// Our site as changed by `answer`, which gets the file's name and the answer due.
async fn faulty(answer: impl Fn(&str, Answer) -> Answer + Send + Sync + 'static) -> Result<Host> {
    Host::start(move |path| {
        let name = path.split('?').next().unwrap_or_default();
        answer(name, host::site(path))
    })
    .await
}

/// True if the page had to be loaded twice.
async fn reloaded(page: &Session) -> Result<bool> {
    let kind = "return performance.getEntriesByType('navigation')[0].type";
    Ok(page.text(kind, &[]).await? == "reload")
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_so() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.before_everything("delete globalThis.WebAssembly").await?;
        let shown = fails_with(page, "unsupported").await?;
        ensure!(shown.contains("WebAssembly") && !shown.contains('|'), "{shown:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_that_does_not_arrive_is_told_after_one_reload() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        let shown = fails_with(page, "load").await?;
        ensure!(!shown.is_empty(), "no message");
        let reloads = "return performance.getEntriesByType('navigation')[0].type";
        ensure!(page.text(reloads, &[]).await? == "reload", "it did not try again by itself");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_javascript_there_is_a_picture_and_a_word() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        page.driver().goto(page.url("?view=function&fn=elu")).await?;
        // The page as a reader without scripts gets it, since nothing can be run in it.
        let document =
            page.cdp("DOMSnapshot.captureSnapshot", json!({ "computedStyles": [] })).await?;
        let strings = document["strings"].as_array().context("no strings")?;
        let text = |index: &Value| {
            let index = index.as_u64().and_then(|index| usize::try_from(index).ok());
            index.and_then(|index| strings.get(index)?.as_str()).unwrap_or_default()
        };
        let (nodes, layout) =
            (&document["documents"][0]["nodes"], &document["documents"][0]["layout"]);
        let shown = layout["text"].as_array().context("no layout")?;
        let headline = words(Lang::En).title;
        for words in [headline, "needs JavaScript and WebAssembly"] {
            ensure!(shown.iter().any(|t| text(t).contains(words)), "{words:?} is not shown");
        }
        let places = layout["nodeIndex"].as_array().context("no nodes in the layout")?;
        let drawn = |place: &&Value| {
            let place = place.as_u64().and_then(|place| usize::try_from(place).ok());
            place.is_some_and(|place| {
                let name = text(&nodes["nodeName"][place]).to_ascii_lowercase();
                ["polyline", "polygon"].contains(&name.as_str())
            })
        };
        // The curve, its slope, its tangent and the post at the point.
        let shapes = places.iter().filter(drawn).count();
        ensure!(shapes == 4, "there is no picture: {shapes} shapes");
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_policy_against_webassembly_is_told() -> Result<()> {
    let host = faulty(|name, answer| match name {
        "" => answer.with("content-security-policy", "script-src 'self'"),
        _ => answer,
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(host.url("")).await?;
        let shown = failure(page, "unsupported").await?;
        ensure!(shown.contains("WebAssembly") && !shown.contains('|'), "{shown:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_that_is_cut_off_is_told_after_one_reload() -> Result<()> {
    let host = faulty(|name, answer| {
        let whole = answer.body.len();
        // Once as a connection that breaks, once as a file that was copied badly.
        match name {
            name if name.ends_with(".wasm") => {
                Answer { body: answer.body[..whole / 2].to_vec(), ..answer }
            }
            _ => answer,
        }
    })
    .await?;
    let broken = faulty(|name, answer| match name {
        name if name.ends_with(".wasm") => Answer { cut: Some(1000), ..answer },
        _ => answer,
    })
    .await?;
    in_page(Options::default(), async |page| {
        for host in [&host, &broken] {
            page.driver().goto(host.url("")).await?;
            let shown = failure(page, "load").await?;
            ensure!(!shown.is_empty() && !shown.contains("WebAssembly"), "{shown:?}");
            ensure!(reloaded(page).await?, "it did not try again by itself");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_of_a_wrong_type_still_runs() -> Result<()> {
    let host = faulty(|name, answer| match name {
        name if name.ends_with(".wasm") => answer.with("content-type", "text/plain"),
        _ => answer,
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(host.url("?view=function&fn=elu&x=0")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        ensure!(page.number("[data-read=df]").await? == 1.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_index_older_than_its_files_cures_itself() -> Result<()> {
    let first = std::sync::atomic::AtomicBool::new(true);
    let host = faulty(move |name, answer| match name {
        // The page from before the deploy, once.
        "" if first.swap(false, std::sync::atomic::Ordering::Relaxed) => {
            Answer::page(answer.text().replace("app-", "app-0"))
        }
        _ => answer,
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(host.url("?view=function&fn=elu&alpha=2")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        ensure!(reloaded(page).await?, "the first index was not the old one");
        let failed = "return document.documentElement.dataset.failed ?? location.search";
        let found = page.text(failed, &[]).await?;
        ensure!(found == "?view=function&fn=elu&alpha=2", "{found}");
        ensure!(host.asked().iter().any(|path| path.starts_with("app-0")), "{:?}", host.asked());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_answer_that_never_comes_is_given_up() -> Result<()> {
    let host = faulty(|name, answer| Answer { hangs: name.ends_with(".wasm"), ..answer }).await?;
    in_page(Options::default(), async |page| {
        // A long wait passes thirty times as fast, and is recorded.
        let fast = "const real = setTimeout; window.waits = [];
            window.setTimeout = (f, ms, ...rest) => {
                waits.push(ms);
                return real(f, ms > 5000 ? ms / 30 : ms, ...rest);
            }";
        page.before_everything(fast).await?;
        page.driver().goto(host.url("")).await?;
        let shown = failure(page, "load").await?;
        ensure!(!shown.is_empty() && reloaded(page).await?, "{shown:?}");
        let waits = page.js("return waits", &[]).await?;
        ensure!(waits.as_array().is_some_and(|w| w.contains(&json!(12_000))), "{waits}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_that_do_not_arrive_can_be_asked_for_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*/content/*"] })).await?;
        page.goto("?view=function&fn=elu").await?;
        page.wait("return !document.querySelector('.afterword > [role=status]').hidden", &[])
            .await?;
        page.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        page.js("document.querySelector('.afterword > [role=status] button').click()", &[]).await?;
        page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await
    })
    .await
}

#[tokio::test]
async fn without_a_network_what_was_fetched_goes_on() -> Result<()> {
    in_page(Options::default(), async |page| {
        let offline = async |offline: bool| {
            let conditions = json!({ "offline": offline, "latency": 0,
                "downloadThroughput": -1, "uploadThroughput": -1 });
            page.cdp("Network.emulateNetworkConditions", conditions).await
        };
        page.cdp("Network.enable", json!({})).await?;
        let formulas = "return document.querySelectorAll('.formula math').length === 2";
        page.goto("?view=function&fn=tanh").await?;
        page.wait(formulas, &[]).await?;
        page.js("document.querySelector('.chooser [data-act=elu]').click()", &[]).await?;
        page.wait("return !!document.querySelector('[data-subject=elu]')", &[]).await?;
        page.wait(formulas, &[]).await?;
        offline(true).await?;
        // The function before, the gallery, and back: all of it is here.
        let click = "document.querySelector(arguments[0]).click()";
        page.js(click, &[json!(".chooser [data-act=tanh]")]).await?;
        page.wait("return !!document.querySelector('[data-subject=tanh]')", &[]).await?;
        page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await?;
        page.js(click, &[json!(".product")]).await?;
        page.wait("return document.querySelectorAll('.card').length > 30", &[]).await?;
        page.slide("elu", "alpha", 2.0).await?;
        page.js(click, &[json!("[data-card=elu] h3 a")]).await?;
        page.wait("return document.querySelector('input[name=alpha]')?.value === '2'", &[]).await?;
        // A view that is not loaded says so, and loads when asked again with a connection.
        page.js(click, &[json!("nav [data-view=play]")]).await?;
        let message = "return !!document.querySelector('main [role=alert] button')";
        page.wait(message, &[]).await.context("no message")?;
        page.js(click, &[json!("main [role=alert] button")]).await?;
        page.frames(10).await?;
        page.wait(message, &[]).await.context("no message the second time")?;
        offline(false).await?;
        page.js(click, &[json!("main [role=alert] button")]).await?;
        page.wait("return !!document.querySelector('[data-demo=play] .plot')", &[]).await
    })
    .await
}

#[tokio::test]
async fn a_part_that_a_deploy_took_away_comes_with_the_new_page() -> Result<()> {
    use std::sync::atomic::{AtomicU32, Ordering};
    let pages = AtomicU32::new(0);
    let host = faulty(move |name, answer| {
        // A request that only tests whether the site answers is no deploy.
        let opened = |count: u32| pages.load(Ordering::Relaxed) >= count;
        match name {
            "" => {
                pages.fetch_add(1, Ordering::Relaxed);
                answer
            }
            // The first page is older than this file, the one after the reload is not.
            name if name.contains("demos") && name.ends_with(".wasm") && !opened(3) => {
                Answer::missing()
            }
            _ => answer,
        }
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(host.url("?view=gallery&elu.alpha=2")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        page.js("document.querySelector('nav [data-view=play]').click()", &[]).await?;
        let button = "main [role=alert] button";
        page.wait(&format!("return !!document.querySelector('{button}')"), &[]).await?;
        ensure!(!reloaded(page).await?, "it reloads by itself");
        page.js(&format!("document.querySelector('{button}').click()"), &[]).await?;
        let there = "return !!document.querySelector('[data-demo=play] .plot')";
        page.wait_within(LONG, there, &[]).await.context("the demonstration does not come")?;
        ensure!(reloaded(page).await?, "it came without a reload");
        let query = page.text("return location.search", &[]).await?;
        ensure!(query.contains("view=play"), "{query}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn plots_have_their_colours_however_late_the_stylesheet_comes() -> Result<()> {
    let late = Duration::from_secs(2);
    let site = faulty(
        move |name, due| {
            if name.starts_with("main-") { Answer { late, ..due } } else { due }
        },
    )
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(site.url("?view=function&fn=elu")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        page.curve_pixels("elu", Role::F).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_whose_stylesheet_is_missing_works() -> Result<()> {
    let site =
        faulty(|name, due| if name.starts_with("main-") { Answer::missing() } else { due }).await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(site.url("?view=function&fn=elu")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        page.slide("elu", "alpha", 2.0).await?;
        Ok(())
    })
    .await
}
