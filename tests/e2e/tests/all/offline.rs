//! The service worker: after one visit the page works without a network, also across a deploy.

use anyhow::{Context, Result, ensure};
use e2e::{Answer, Host, Options, Session, host, in_page};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

/// The name of the built main script, without its ending.
fn built() -> Result<String> {
    let index = host::site("index.html").text();
    let at = index.find("app-").context("the main script")?;
    Ok(index[at..].split('.').next().unwrap_or_default().to_owned())
}

/// A host whose network can be taken away, and which can get another build: the same files, under
/// another build's names.
struct Deployed {
    host: Host,
    dead: Arc<AtomicBool>,
    build: Arc<AtomicU8>,
}

const OTHER: &str = "0123456789abcdef";

impl Deployed {
    async fn start() -> Result<Self> {
        let (dead, build) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU8::new(0)));
        let (off, now) = (Arc::clone(&dead), Arc::clone(&build));
        let name = built()?.trim_start_matches("app-").to_owned();
        let host = Host::start(move |path| {
            if off.load(Ordering::SeqCst) {
                return Answer { status: Some(503), ..Answer::default() };
            }
            if now.load(Ordering::SeqCst) == 0 {
                return host::site(path);
            }
            if path.contains(&name) {
                return Answer::missing();
            }
            let mut answer = host::site(&path.replace(OTHER, &name));
            let file = path.split('?').next().unwrap_or_default();
            if file.is_empty() || file.ends_with(".html") || file.ends_with(".js") {
                // The worker's own name changes with that of its files.
                let text = answer.text().replace(&name, OTHER);
                answer.body = text.replace("const build = \"", "const build = \"b").into_bytes();
            }
            answer
        })
        .await?;
        Ok(Self { host, dead, build })
    }
}

/// Waits until the worker has all files, and is the one of the page.
async fn kept(page: &Session, builds: usize) -> Result<()> {
    // Its list, and the index.
    let worker = host::site("sw.js").text();
    let list = worker.split("const files = [").nth(1).and_then(|rest| rest.split(']').next());
    let files = list.context("the worker's list")?.split(", ").count() + 1;
    ensure!(files > 150, "{files} files");
    let ask = "window.kept = '';
        (async () => {
            const names = await caches.keys();
            const counts = await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).length));
            const one = await navigator.serviceWorker.getRegistration();
            window.kept = [names.length, Math.min(...counts),
                !one?.installing && !one?.waiting && one?.active?.state === 'activated'].join()";
    let ask = format!("{ask}; }})()");
    let wanted = format!("{builds},{files},true");
    for _ in 0..120 {
        page.js(&ask, &[]).await?;
        tokio::time::sleep(Duration::from_millis(250)).await;
        if page.text("return window.kept", &[]).await? == wanted {
            return Ok(());
        }
    }
    anyhow::bail!("the worker is not there: {}", page.text("return window.kept", &[]).await?)
}

/// Opens an address and waits until it is live.
async fn open(page: &Session, address: &str) -> Result<()> {
    page.driver().goto("about:blank").await?;
    page.driver().goto(address).await?;
    page.wait("return document.documentElement.dataset.ready === 'true'", &[])
        .await
        .with_context(|| address.to_owned())
}

#[tokio::test]
async fn after_one_visit_every_view_works_without_a_network() -> Result<()> {
    let site = Deployed::start().await?;
    in_page(Options::default(), async |page| {
        open(page, &site.host.url("?sw=1")).await?;
        kept(page, 1).await?;
        site.dead.store(true, Ordering::SeqCst);
        for (query, there) in [
            ("?sw=1", ".hero canvas"),
            ("?view=function&fn=mish&lang=zh&sw=1", ".formula math"),
            ("?view=zigzag&sw=1", "canvas"),
            ("?view=softmax&sw=1", ".vectors"),
            ("?view=learn&chapter=06-gates&sw=1", ".lesson h2, .learn h2"),
        ] {
            open(page, &site.host.url(query)).await?;
            let there = format!("return !!document.querySelector('{there}')");
            page.wait(&there, &[]).await.context(query)?;
        }
        let told =
            "return [...document.querySelectorAll('.notices')].map(one => one.innerText).join('')";
        ensure!(page.text(told, &[]).await?.is_empty(), "the key is told of");
        // With `sw=0` it is as if it had never been.
        site.dead.store(false, Ordering::SeqCst);
        open(page, &site.host.url("?sw=0")).await?;
        let gone = "window.gone ??= false;
            (async () => {
                const all = await navigator.serviceWorker.getRegistrations();
                window.gone = !all.length && !(await caches.keys()).length;
            })();
            return window.gone";
        page.wait(gone, &[]).await.context("sw=0")?;
        page.console_errors().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_deploy_mixes_no_builds() -> Result<()> {
    let site = Deployed::start().await?;
    let name = built()?.trim_start_matches("app-").to_owned();
    in_page(Options::default(), async |page| {
        open(page, &site.host.url("?sw=1&view=function&fn=elu")).await?;
        kept(page, 1).await?;
        // Under the worker from its start.
        open(page, &site.host.url("?sw=1&view=function&fn=elu")).await?;
        site.build.store(1, Ordering::SeqCst);
        // The open page goes on with its own files, which the host no longer has.
        page.js("document.querySelector('header a[href*=\"view=compare\"]').click()", &[]).await?;
        page.wait("return !!document.querySelector('.compare canvas')", &[]).await?;
        let names = "return [...new Set(performance.getEntriesByType('resource')
            .map(file => /-([0-9a-f]{16})\\.(?:wasm|js)/.exec(file.name)?.[1]).filter(Boolean))]
            .filter(name => !document.querySelector(`script[src*='${name}']`)).join()";
        let of = async |page: &Session| page.text(names, &[]).await;
        ensure!(of(page).await? == name, "the page before: {}", of(page).await?);
        // A new page is of the new build, from its index to its parts.
        open(page, &site.host.url("?sw=1&view=zigzag")).await?;
        ensure!(of(page).await? == OTHER, "the page after: {}", of(page).await?);
        kept(page, 2).await.context("the new worker")?;
        site.dead.store(true, Ordering::SeqCst);
        open(page, &site.host.url("?sw=1&view=neuron")).await?;
        ensure!(of(page).await? == OTHER, "without a network: {}", of(page).await?);
        page.console_errors().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_keeps_nothing() -> Result<()> {
    let site = Host::start(host::site).await?;
    let inside = site.other_url("?embed=1&view=function&fn=elu&sw=1");
    let outside = Host::start(move |_| {
        Answer::page(format!("<iframe src=\"{inside}\" width=600 height=420></iframe>"))
    })
    .await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(outside.url("")).await?;
        // Longer than a page waits before it keeps itself.
        tokio::time::sleep(Duration::from_secs(6)).await;
        ensure!(site.asked().iter().any(|path| path.starts_with("parts/")), "the frame is live");
        ensure!(!site.asked().iter().any(|path| path.starts_with("sw.js")), "{:?}", site.asked());
        // A browser that is driven by a program is not asked for the room.
        open(page, &site.url("?lang=en")).await?;
        tokio::time::sleep(Duration::from_secs(4)).await;
        ensure!(!site.asked().iter().any(|path| path.starts_with("sw.js")));
        Ok(())
    })
    .await
}
