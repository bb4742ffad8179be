//! Sharing: the link, the title, the builder of embeds, and the pages for programs that do not run
//! ours.

use activation_explorer::activation::ALL;
use activation_explorer::address::View;
use activation_explorer::hosts::Host as Kind;
use activation_explorer::lang::Lang;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use e2e::{Answer, Host, Options, Session, host, in_page, json};
use std::path::Path;

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)])
        .await
        .with_context(|| format!("clicking {selector}"))?;
    page.frames(2).await
}

/// Sets a field and sends its event.
async fn choose(page: &Session, name: &str, value: &str) -> Result<()> {
    let script = "const field = document.querySelector(`.builder [name=\"${arguments[0]}\"]`);
        if (field.type === 'checkbox') field.checked = arguments[1] === 'true';
        else field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[json!(name), json!(value)])
        .await
        .with_context(|| format!("setting {name}"))?;
    page.frames(2).await
}

const SNIPPET: &str = "return document.querySelector('.snippets code').textContent";

#[tokio::test]
async fn the_share_button_hands_on_the_address_of_any_view() -> Result<()> {
    in_page(Options::default(), async |page| {
        let system = "window.shared = []; navigator.share = async what => {
            shared.push(what);
            if (window.unwilling) throw new DOMException('no', window.unwilling);
        }";
        page.before_everything(system).await?;
        page.goto("?view=function&fn=elu&alpha=2&lang=en").await?;
        page.wait("return document.title === 'ELU (α = 2) · Activation Explorer'", &[]).await?;
        click(page, "button.share").await?;
        page.wait("return shared.length === 1", &[]).await?;
        let found = page.js("return [shared[0].url, shared[0].title]", &[]).await?;
        let wanted = page.url("?view=function&fn=elu&alpha=2&lang=en");
        ensure!(found == json!([wanted, "ELU (α = 2) · Activation Explorer"]), "{found}");

        // A reader who cancels gets no other offer; after a refusal of the system the reader does.
        let text = "return document.querySelector('.shared textarea')?.value ?? ''";
        for (why, other) in [("AbortError", false), ("NotAllowedError", true)] {
            page.js(
                "window.unwilling = arguments[0]; navigator.clipboard.writeText = async () => {
                throw new DOMException('no', 'NotAllowedError') }",
                &[json!(why)],
            )
            .await?;
            click(page, "button.share").await?;
            page.frames(20).await?;
            let shown = page.text(text, &[]).await?;
            ensure!(shown == if other { wanted.as_str() } else { "" }, "after {why}: {shown:?}");
        }
        click(page, ".shared button").await?;
        ensure!(page.js("return document.querySelector('.shared')", &[]).await?.is_null());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_the_system_does_not_share_the_link_is_copied() -> Result<()> {
    in_page(Options::default(), async |page| {
        let clipboard = "delete Navigator.prototype.share; window.copied = [];
            Object.defineProperty(navigator, 'clipboard', { value: {
                writeText: async text => { copied.push(text) } } })";
        page.before_everything(clipboard).await?;
        for (query, title) in [
            ("?view=zigzag&batch=8&lang=en", "Inputs of one sign make descent zig-zag"),
            ("?view=compare&cmp=elu,relu&lang=en", "ELU, ReLU"),
            ("?lang=zh", ""),
        ] {
            page.goto(query).await?;
            click(page, "button.share").await?;
            page.wait("return copied.length === 1", &[]).await?;
            let found = page.text("return copied[0]", &[]).await?;
            ensure!(found == page.url(query), "{found} for {query}");
            page.wait(
                "return document.querySelector('.shared [role=status]').textContent !== ''",
                &[],
            )
            .await?;
            let titled =
                "return document.title.startsWith(arguments[0]) && !document.title.startsWith(' ')";
            page.wait(titled, &[json!(title)])
                .await
                .with_context(|| format!("the title of {query}"))?;
        }
        ensure!(page.text("return document.title", &[]).await? == "激活函数探索");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn title_and_description_follow_what_is_shown() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en").await?;
        let head = "return document.title + ' | ' + document.querySelector('meta[name=description]').content";
        let mut seen = vec![page.text(head, &[]).await?];
        for selector in ["[data-card=elu] h3 a", "nav [data-view=compare]", "nav [data-view=play]"] {
            click(page, selector).await?;
            let changed = format!("{} !== arguments[0]", head.replace("return ", "return (") + ")");
            let last = seen.last().cloned().unwrap_or_default();
            page.wait(&changed, &[json!(last)]).await.with_context(|| selector.to_owned())?;
            // The text of a function arrives after its name.
            page.wait("return !document.querySelector('main .lead') || document.querySelector('main .lead').textContent.length > 20", &[]).await?;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let now = page.text(head, &[]).await?;
            let description = now.split(" | ").nth(1).unwrap_or_default();
            ensure!(description.len() > 30, "{selector}: {now:?}");
            ensure!(!seen.contains(&now), "{selector}: {now:?} again");
            seen.push(now);
        }
        page.js("history.go(-3)", &[]).await?;
        page.wait("return document.title === 'Activation Explorer'", &[]).await
    })
    .await
}

#[tokio::test]
async fn an_embed_is_built_and_its_text_says_what_the_preview_shows() -> Result<()> {
    in_page(Options { height: 1600, ..Options::default() }, async |page| {
        page.goto("?view=function&fn=elu&alpha=2&lang=en").await?;
        click(page, ".take a[data-view=embed]").await?;
        page.wait("return !!document.querySelector('.builder .preview iframe')", &[]).await?;
        page.wait("return location.search === '?view=embed&fn=elu&alpha=2&lang=en'", &[]).await?;
        let first = page.text(SNIPPET, &[]).await?;
        // The page's own language, and the height of the content once the preview has told it.
        let framed =
            page.url("?view=function&fn=elu&alpha=2&embed=1&lang=en").replace('&', "&amp;");
        ensure!(first.contains(&format!("<iframe src=\"{framed}\"")), "{first}");
        ensure!(first.contains("title=\"ELU (α = 2) · Activation Explorer\""), "{first}");

        // The frame is live, and changes in it go into the snippet.
        let inside = "const frame = document.querySelector('.preview iframe');
            const document_ = frame.contentDocument;
            return document_?.documentElement.dataset.ready === 'true'";
        page.wait(inside, &[]).await.context("the preview does not load")?;
        ensure!(page.js("return document.querySelector('.preview iframe').contentDocument
            .documentElement.dataset.embed", &[]).await? == json!("true"));
        let tall = "const frame = document.querySelector('.preview iframe');
            const content = frame.contentDocument.documentElement.scrollHeight;
            const told = document.querySelector('.builder [name=height]').value;
            return Math.abs(told - content) <= 1 && frame.offsetHeight >= content";
        page.wait(tall, &[]).await.context("the height is not that of the content")?;
        page.js("window.frame = document.querySelector('.preview iframe');
            const slider = frame.contentDocument.querySelector('input[name=alpha]');
            slider.value = 0.5; slider.dispatchEvent(new Event('input', { bubbles: true }))", &[])
            .await?;
        let taken = format!("{} .includes('alpha=0.5')", SNIPPET);
        page.wait(&taken, &[]).await.context("what is set in the preview is not taken over")?;
        let same = "return frame === document.querySelector('.preview iframe')";
        ensure!(page.js(same, &[]).await? == json!(true), "the preview was loaded again for that");

        // Every choice goes into the snippet and the frame.
        for (name, value, in_text) in [
            ("show", "zigzag", "view=zigzag"),
            ("fn", "relu", "fn=relu"),
            ("controls", "true", "hide=controls"),
            ("text", "true", "hide=controls,text"),
            ("table", "true", "hide=controls,text,table"),
            ("width", "640", "width=\"640\""),
            ("height", "700", "height=\"700\""),
            ("lang", "zh", "lang=zh"),
            ("embed-theme", "dark", "theme=dark"),
            ("zoom", "true", "zoom=on"),
            ("autoplay", "true", "autoplay=1"),
        ] {
            choose(page, name, value).await?;
            let text = page.text(SNIPPET, &[]).await?;
            ensure!(text.contains(in_text), "{name}: no {in_text} in {text}");
        }
        let shows = "const html = document.querySelector('.preview iframe').contentDocument?.documentElement;
            return html?.dataset.ready === 'true' && html.lang === 'zh-CN' && html.dataset.theme === 'dark'
                && html.dataset.hide === 'controls text table'
                && html.querySelector('[data-demo]')?.dataset.demo === 'zigzag'";
        page.wait(shows, &[]).await.context("the preview does not show it")?;
        // No choice changes the page's own state.
        let own = "const html = document.documentElement;
            return [html.lang, html.dataset.theme, html.dataset.hide].join()";
        ensure!(page.text(own, &[]).await? == "en,light,", "{}", page.text(own, &[]).await?);

        for kind in Kind::ALL {
            click(page, &format!("[data-host={}]", kind.key())).await?;
            let shown = page.text(SNIPPET, &[]).await?;
            ensure!(shown.contains("zigzag"), "{kind:?}: {shown}");
            let needs = "return document.querySelector('.snippets p').textContent.length";
            ensure!(page.js(needs, &[]).await?.as_u64() > Some(20), "{kind:?} says nothing of its needs");
        }
        // One step back leads to the function, whatever the preview did to the history.
        page.js("history.back()", &[]).await?;
        page.wait("return !!document.querySelector('[data-subject=elu]')", &[]).await.context("Back")?;
        ensure!(page.text(own, &[]).await? == "en,light,", "it hides parts: {}", page.text(own, &[]).await?);
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_shows_the_plot_alone_or_with_what_belongs_to_it() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=embed&show=zigzag&lang=en").await?;
        let seen = "const frame = document.querySelector('.preview iframe').contentDocument;
            if (frame?.documentElement.dataset.ready !== 'true') return false;
            const shown = what => [...frame.querySelectorAll(what)].some(e => e.getClientRects().length > 0);
            return ['canvas', '.player button', 'table', '.lead'].map(shown).join() === arguments[0]";
        for (choice, hidden, shown) in [
            ("plot", "hide=controls,formula,text,table", "true,false,false,false"),
            ("controls", "hide=formula,text,table", "true,true,false,false"),
            ("table", "hide=formula,text", "true,true,true,false"),
            ("all", "", "true,true,true,true"),
        ] {
            click(page, &format!("[data-shows={choice}]")).await?;
            let text = page.text(SNIPPET, &[]).await?;
            let said = text.contains("hide=");
            ensure!(said != hidden.is_empty() && text.contains(hidden), "{choice}: {text}");
            page.wait(seen, &[json!(shown)]).await.with_context(|| format!("{choice}: {shown}"))?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_pasted_link_becomes_an_embed() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=embed&lang=en").await?;
        let link = "https://elsewhere.example/?view=neuron&fn=gelu&w=1,2,3&in=1,0,1&theme=dark";
        choose(page, "link", link).await?;
        let text = page.text(SNIPPET, &[]).await?;
        ensure!(text.contains("view=neuron&amp;fn=gelu") && text.contains("w=1,2,3"), "{text}");
        ensure!(!text.contains("elsewhere"), "{text}");
        page.wait("return location.search.startsWith('?view=embed&show=neuron&fn=gelu')", &[]).await
    })
    .await
}

#[tokio::test]
async fn every_view_and_function_has_a_page_for_programs() -> Result<()> {
    let root = host::dist();
    let read =
        |path: &Path| std::fs::read_to_string(path).with_context(|| path.display().to_string());
    // Not what is nothing without a function, and what is about another view.
    let about = |view: &&&View| !views::about(view, Lang::En).title.is_empty();
    let views = views::ALL.iter().filter(about).map(|view| view.id);
    let known = root.join("oembed.json").exists();
    for name in views.chain(ALL.iter().map(|act| act.id)) {
        for (folder, lang) in [("p", "en"), ("p/zh", "zh")] {
            let folder = root.join(folder).join(name);
            let html = read(&folder.join("index.html"))?;
            for part in [
                "<title>",
                "property=\"og:title\"",
                "property=\"og:image\"",
                "name=\"description\"",
            ] {
                ensure!(html.contains(part), "{name}: no {part}");
            }
            ensure!(html.contains(&format!("&amp;lang={lang}")), "{name} in {lang}: {html}");
            ensure!(folder.join("oembed.json").exists() == known, "{name}: oembed.json");
            if known {
                let answer: e2e::Value = serde_json::from_str(&read(&folder.join("oembed.json"))?)?;
                ensure!(answer["version"] == "1.0" && answer["type"] == "rich", "{answer}");
                let html = answer["html"].as_str().context("no html")?;
                ensure!(
                    html.starts_with("<iframe src=\"http") && html.contains("embed=1"),
                    "{html}"
                );
            }
        }
    }
    in_page(Options::default(), async |page| {
        // A reader is redirected to the state and the language.
        page.driver().goto(page.url("p/zh/elu/index.html")).await?;
        page.wait("return location.search === '?view=function&fn=elu&lang=zh'", &[]).await?;
        page.wait("return document.querySelector('h1')?.textContent.startsWith('ELU')", &[]).await
    })
    .await
}

#[tokio::test]
async fn a_wrong_address_leads_home_from_any_depth() -> Result<()> {
    // Like a project on GitHub Pages: below a folder, and 404.html for anything that is not there.
    let host = Host::start(|path| {
        let Some(file) = path.strip_prefix("project/") else { return Answer::missing() };
        let found = host::site(file);
        if found.status.is_none() {
            found
        } else {
            Answer { status: Some(404), ..host::site("404.html") }
        }
    })
    .await?;
    in_page(Options::default(), async |page| {
        let home = host.url("project/");
        for wrong in ["nothing", "p/nothing/", "a/b/c/d/nothing?x=1#y", "elu.html"] {
            page.driver().goto(host.url(&format!("project/{wrong}"))).await?;
            let links = "return [...document.querySelectorAll('a')].map(a => a.href).join()";
            let all = format!("{} === arguments[0]", links.replace("return ", "return (") + ")");
            let led = page.wait(&all, &[json!(format!("{home},{home}"))]).await;
            let found = page.text(links, &[]).await?;
            led.with_context(|| format!("from {wrong} the links lead to {found}"))?;
        }
        click(page, "a").await?;
        page.wait("return document.querySelectorAll('.card').length > 30", &[]).await
    })
    .await
}
