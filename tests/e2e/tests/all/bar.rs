//! The bar on top, the overview of the demonstrations, the contents of the lesson, and the list of
//! functions under the Tab key.

use activation_explorer::activation::by_id;
use activation_explorer::address::Group;
use activation_explorer::chapters::{APPENDED, CHAPTERS};
use activation_explorer::lang::Lang;
use activation_explorer::views::{self, about};
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page, json};

/// The faults of the bar: more than one row, cut off, out of line with the content, small targets.
const FAULTS: &str = "const [phone] = arguments, faults = [];
    const box = e => e.getBoundingClientRect();
    const bar = document.querySelector('.bar'), nav = bar.querySelector('nav');
    const seen = [...bar.querySelectorAll('.product, nav a, .settings > *')]
        .filter(e => e.getClientRects().length);
    const middles = list => list.map(e => (box(e).top + box(e).bottom) / 2);
    const rows = list => Math.max(...middles(list)) - Math.min(...middles(list)) > 8 ? 'several' : 1;
    const links = seen.filter(e => nav.contains(e)), rest = seen.filter(e => !nav.contains(e));
    if (rows(links) !== 1 || rows(rest) !== 1) faults.push(`${rows(links)} and ${rows(rest)} rows`);
    if (box(bar).height > (phone ? 90 : 80)) faults.push(`${box(bar).height} px high`);
    for (const e of rest)
        if (box(e).left < 0 || box(e).right > innerWidth + 0.5) faults.push('cut: ' + e.className);
    if (!phone && nav.scrollWidth > nav.clientWidth + 1) faults.push('the views are cut');
    const below = Math.abs(box(nav).bottom - innerHeight) < 1;
    if (phone !== below) faults.push('the views are ' + (below ? 'below' : 'on top'));
    for (const e of phone ? seen.filter(e => !e.matches('.product')) : [])
        if (box(e).height < 44 || box(e).width < 32) faults.push('small: ' + e.className + box(e).width);
    const left = box(document.querySelector('.product')).left;
    const content = box(document.querySelector('main h1')).left;
    if (Math.abs(left - content) > 1) faults.push(`the bar begins at ${left}, the content at ${content}`);
    return faults";

#[tokio::test]
async fn the_bar_is_one_row_at_any_width_and_in_line_with_the_content() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut wrong = Vec::new();
        for lang in ["en", "zh"] {
            for theme in ["light", "projector"] {
                page.goto(&format!("?view=play&lang={lang}&theme={theme}")).await?;
                for width in [320, 360, 390, 480, 640, 720, 820, 844, 1024, 1280, 1440, 1920] {
                    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
                    page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
                    page.frames(3).await?;
                    let found = page.js(FAULTS, &[json!(width < 704)]).await?;
                    if found != json!([]) {
                        wrong.push(format!("{width} {lang} {theme}: {found}"));
                    }
                }
            }
        }
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_entry_leads_to_its_view_and_is_marked_there() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?lang=en").await?;
        for (group, id) in Group::BAR {
            // From halfway down a page, too, the next one begins at its top.
            page.js("scrollTo(0, 400)", &[]).await?;
            let link = format!(".bar nav [data-view={id}]");
            page.js("document.querySelector(arguments[0]).click()", &[json!(link)]).await?;
            let there = "return location.search.includes('view=' + arguments[0])
                && document.querySelector(`.bar nav [aria-current]`)?.dataset.view === arguments[0]
                && !!document.querySelector('main h1')";
            page.wait(there, &[json!(id)]).await.with_context(|| format!("{group:?}"))?;
            page.frames(6).await?;
            let top = page.js("return scrollY", &[]).await?;
            ensure!(top == json!(0), "{id} opens {top} px down");
        }
        page.js("document.querySelector('.product').click()", &[]).await?;
        page.wait("return document.querySelectorAll('.card').length > 30", &[]).await
    })
    .await
}

#[tokio::test]
async fn every_demonstration_has_a_picture_that_moves_under_the_pointer() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=play&lang=en").await?;
        let listed = "return [...document.querySelectorAll('.tile')].map(t => t.dataset.view + ': ' + t.querySelector('h2 + p').textContent)";
        let wanted: Vec<_> = views::demonstrations()
            .map(|view| format!("{}: {}", view.id, about(view, Lang::En).description))
            .collect();
        ensure!(page.js(listed, &[]).await? == json!(wanted), "{wanted:?}");
        let pixels = "return document.querySelector(`.tile[data-view=${arguments[0]}] canvas`).toDataURL()";
        for view in views::demonstrations() {
            let id = [json!(view.id)];
            page.js("document.querySelector(`.tile[data-view=${arguments[0]}]`).scrollIntoView()", &id).await?;
            page.frames(20).await?;
            let still = page.text(pixels, &id).await?;
            page.frames(5).await?;
            ensure!(page.text(pixels, &id).await? == still, "{view:?} moves by itself");
            page.js("document.querySelector(`.tile[data-view=${arguments[0]}]`).dispatchEvent(new PointerEvent('pointerenter'))", &id).await?;
            page.wait(&format!("{} !== arguments[1]", pixels), &[id[0].clone(), json!(still)])
                .await
                .with_context(|| format!("{view:?} stands still"))?;
            page.js("document.querySelector(`.tile[data-view=${arguments[0]}]`).dispatchEvent(new PointerEvent('pointerleave'))", &id).await?;
            page.wait(&format!("{} === arguments[1]", pixels), &[id[0].clone(), json!(still)])
                .await
                .with_context(|| format!("{view:?} does not come to rest"))?;
        }
        ensure!(views::find("play").is_some());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_contents_have_every_chapter_with_its_promise() -> Result<()> {
    in_page(Options::default(), async |page| {
        for lang in ["en", "zh"] {
            page.goto(&format!("?view=contents&lang={lang}")).await?;
            let found = "return [...document.querySelectorAll('.chapters ol a')]
                .filter(a => a.querySelector('h2').textContent && a.querySelector('p').textContent.length > 20)
                .map(a => a.getAttribute('href'))";
            let chapters = &CHAPTERS[..CHAPTERS.len() - APPENDED];
            let wanted: Vec<_> =
                chapters.iter().map(|slug| format!("?view=learn&chapter={slug}")).collect();
            let found = page.js(found, &[]).await?;
            ensure!(found == json!(wanted), "{found}");
        }
        page.js("document.querySelector('.chapters ul a[href*=evidence]').click()", &[]).await?;
        page.wait("return location.search.includes('view=evidence')", &[]).await?;
        // And from each function it is about.
        for id in views::evidence::ABOUT {
            page.goto(&format!("?view=function&fn={id}")).await?;
            let link = "return !!document.querySelector('main a[href^=\"?view=evidence\"]')";
            ensure!(page.js(link, &[]).await? == json!(true), "{id}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_list_of_functions_is_one_stop_and_arrows_walk_in_it() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&lang=en").await?;
        let stops = "return [...document.querySelectorAll('.chooser :is(a, summary)')].filter(a => a.tabIndex >= 0).map(a => a.textContent)";
        ensure!(page.js(stops, &[]).await? == json!(["ELU"]));
        page.js("document.querySelector('.chooser [data-act=elu]').focus()", &[]).await?;
        let focused = "return document.activeElement.textContent";
        // The links of closed families are not on the way.
        let order = "return [...document.querySelectorAll('.chooser :is(a, summary)')]
            .filter(a => a.checkVisibility()).map(a => a.textContent)";
        let order: Vec<String> = serde_json::from_value(page.js(order, &[]).await?)?;
        let elu = order.iter().position(|name| name == "ELU").context("elu")?;
        for (key, wanted) in [
            ("ArrowDown", elu + 1),
            ("ArrowDown", elu + 2),
            ("ArrowUp", elu + 1),
            ("End", order.len() - 1),
            ("ArrowDown", order.len() - 1),
            ("Home", 0),
            ("ArrowUp", 0),
            // Below the reader's own function the families begin.
            ("ArrowDown", 1),
        ] {
            page.key(key, None).await?;
            let now = page.text(focused, &[]).await?;
            ensure!(now == order[wanted], "{key} leads to {now}, not {}", order[wanted]);
        }
        // A family opens, and its functions are the next ones then.
        page.key("Enter", Some("\r")).await?;
        page.key("ArrowDown", None).await?;
        let id = page.text("return document.activeElement.dataset.act", &[]).await?;
        let name = by_id(&id).context("not a function")?.name;
        page.key("Enter", Some("\r")).await?;
        page.wait("return !!document.querySelector(`[data-subject=${arguments[0]}]`)", &[json!(id)])
            .await?;
        ensure!(page.js(stops, &[]).await? == json!([name]));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_chapter_has_its_picture_in_the_contents() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=contents").await?;
        let drawn = "return [...document.querySelectorAll('.chapters ol li')].map(li =>
            li.querySelectorAll('.thumb svg :is(polyline, polygon)').length)";
        let all = format!("{drawn}.every(lines => lines > 0)");
        page.wait(&all, &[]).await?;
        let count = page.js(drawn, &[]).await?.as_array().map(Vec::len);
        ensure!(count == Some(CHAPTERS.len() - APPENDED), "{count:?} pictures");
        Ok(())
    })
    .await
}
