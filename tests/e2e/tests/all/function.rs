//! The page of a function: its probe is placed, its plot stays in sight, its claims unfold.

use activation_explorer::activation::by_id;
use activation_explorer::activation::partner::partner;
use activation_explorer::properties::{properties, telling};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)]).await?;
    page.frames(2).await
}

/// Waits until the texts of the function have come.
async fn texts(page: &Session) -> Result<()> {
    page.wait("return document.querySelector('.prose .body').textContent.length > 100", &[]).await
}

#[tokio::test]
async fn a_probe_that_nobody_has_put_reads_a_telling_place_and_leaves_the_address_alone()
-> Result<()> {
    in_page(Options::default(), async |page| {
        for id in ["gelu", "relu", "sigmoid", "elu", "sinusoid"] {
            page.goto(&format!("?view=function&fn={id}&lang=en")).await?;
            let act = by_id(id).context(id)?;
            let p = act.defaults();
            let wanted = telling(act, &properties(act, &p), &act.window);
            let x = page.number("[data-read=x]").await?;
            ensure!(x == wanted, "{id}: {x} and not {wanted}");
            ensure!(page.number("[data-read=f]").await? == act.f(x, &p), "{id}");
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            let query = page.text("return location.search", &[]).await?;
            ensure!(!query.contains("x="), "{id}: {query}");
            // The flag is inside the plot, and beside the point.
            let inside = "const of = s => document.querySelector(s).getBoundingClientRect();
                const [flag, plot, dot] = [of('.readout'), of('.plot'), of('.dot.f')];
                return flag.left >= plot.left && flag.right <= plot.right && flag.top >= plot.top && flag.bottom <= plot.bottom
                    && !(flag.left < dot.left && dot.right < flag.right && flag.top < dot.top && dot.bottom < flag.bottom)";
            ensure!(page.js(inside, &[]).await? == json!(true), "{id}: the flag");
        }
        // At an extremum f′ is 0, not what rounding leaves of it.
        page.goto("?view=function&fn=gelu&lang=en").await?;
        let shown = "return document.querySelector('[data-read=df]').textContent";
        let shown = page.text(shown, &[]).await?;
        ensure!(!shown.contains('×'), "f′ is {shown}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_actions_lead_to_the_partner_and_copy_the_code_with_its_parameters() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5&lang=en").await?;
        texts(page).await?;
        page.js("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve() }", &[]).await?;
        let here = "return document.querySelector('[data-snippet=pytorch]')?.textContent.includes('1.5')";
        page.wait(here, &[]).await?;
        click(page, "[data-take=code]").await?;
        page.wait("return window.copied?.includes('torch') && copied.includes('1.5')", &[]).await?;
        let elu = by_id("elu").context("elu")?;
        let other = partner(elu).context("a partner")?;
        click(page, "[data-do=compare]").await?;
        page.wait("return location.search.includes('cmp=elu,' + arguments[0]) && location.search.includes('elu.alpha=1.5')", &[json!(other)])
            .await
            .context("the comparison keeps the slider")
    })
    .await
}

#[tokio::test]
async fn claims_are_lines_by_verdict_and_all_are_on_paper() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=sigmoid&lang=en").await?;
        texts(page).await?;
        let seen = "return [...document.querySelectorAll('.claim')].filter(c => c.getClientRects().length)";
        let count = async || page.js(&format!("{seen}.length"), &[]).await;
        let all = page.js("return document.querySelectorAll('.claim').length", &[]).await?;
        ensure!(count().await? == json!(5), "the first five");
        ensure!(all.as_u64() > Some(20), "{all}");
        let chip = page.text("return document.querySelector('[data-filter=\"\"]').textContent", &[]).await?;
        ensure!(chip == format!("all {all}"), "{chip}");
        click(page, "[data-filter=false]").await?;
        let false_ones = format!("{seen}.every(c => c.dataset.verdict === 'false')");
        ensure!(page.js(&false_ones, &[]).await? == json!(true));
        let chip = page.text("return document.querySelector('[data-filter=false]').textContent", &[]).await?;
        ensure!(chip == format!("false {}", count().await?), "{chip}");
        click(page, "[data-filter=\"\"]").await?;
        click(page, ".more-claims").await?;
        ensure!(count().await? == all);
        // Paper has them all unfolded, and the page is as before.
        page.js("addEventListener('beforeprint', () => { window.open_ = document.querySelectorAll('.claim[open]').length })", &[]).await?;
        page.cdp("Page.printToPDF", json!({})).await?;
        ensure!(page.js("return open_", &[]).await? == all, "unfolded");
        page.wait("return document.querySelectorAll('.claim[open]').length === 0", &[]).await
    })
    .await
}

#[tokio::test]
async fn show_me_moves_the_probe_of_this_page_and_brings_the_plot_into_sight() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&lang=en").await?;
        texts(page).await?;
        page.js("window.mark = document.querySelector('.stage canvas'); scrollTo(0, 1e6)", &[]).await?;
        page.js("const claim = document.querySelector('[data-claim=\"3.65\"]'); claim.open = true; claim.querySelector('.show').click(); claim.querySelector('figcaption a').click()", &[]).await?;
        let there = "const { top, bottom } = document.querySelector('.plot').getBoundingClientRect();
            return top >= -1 && bottom <= innerHeight";
        page.wait(there, &[]).await.context("the plot is out of sight")?;
        ensure!(page.number("[data-read=x]").await? == -5.0);
        ensure!(page.js("return mark.isConnected", &[]).await? == json!(true), "the plot was made anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_plot_stays_in_sight_while_its_sliders_pass_and_is_the_largest_thing() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=selu&lang=en").await?;
        texts(page).await?;
        for (width, height) in [(320, 568), (390, 844), (768, 1024), (1024, 700), (1280, 720)] {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
            page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
            page.frames(3).await?;
            // With each slider in the middle of the window the plot is there, too.
            let seen = "const slider = document.querySelector(`input[type=range][name=${arguments[0]}]`);
                slider.scrollIntoView({ block: 'center' });
                const plot = document.querySelector('.plot').getBoundingClientRect(), s = slider.getBoundingClientRect();
                const top = document.elementFromPoint(s.left + s.width / 2, s.top + s.height / 2);
                return [plot.top >= -1 && plot.bottom <= innerHeight + 1, top === slider, plot.height / innerHeight, plot.width]";
            for name in ["alpha", "lambda"] {
                let found = page.js(seen, &[json!(name)]).await?;
                let whole = found[0] == json!(true) && found[1] == json!(true);
                ensure!(whole, "{name} at {width} × {height}: {found}");
                if width < 1024 {
                    ensure!(found[2].as_f64() < Some(0.385), "{width} × {height}: {found}");
                } else {
                    ensure!(found[3].as_f64() > Some(0.5 * f64::from(width)), "{width}: {found}");
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_function_of_several_inputs_has_both_its_faces() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (id, view) in [("softmax", "softmax"), ("sparsemax", "softmax"), ("maxout", "maxout")] {
            page.goto("?view=function&fn=relu&lang=en").await?;
            let from_list = format!(".chooser [data-act={id}]");
            page.wait("return !!document.querySelector(arguments[0])", &[json!(from_list)]).await?;
            click(page, &from_list).await?;
            page.wait("return !!document.querySelector('.vectors')", &[]).await?;
            let query = page.text("return new URLSearchParams(location.search).get('view')", &[]);
            ensure!(query.await? == view, "{id} opens as a whole");
            click(page, &format!(".faces [data-view=function][data-act={id}]")).await?;
            page.wait(
                "return !!document.querySelector(`[data-subject=${arguments[0]}]`)",
                &[json!(id)],
            )
            .await?;
            let here = "return document.querySelector('.faces [aria-current]').dataset.view";
            ensure!(page.text(here, &[]).await? == "function");
            click(page, &format!(".faces [data-view={view}]")).await?;
            page.wait("return !!document.querySelector('.vectors')", &[]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_gated_unit_opens_as_a_map_with_its_curve_as_a_tab() -> Result<()> {
    in_page(Options::default(), async |page| {
        let seen = "return ['.whole .pad', '.top > .stage canvas', '.properties'].map(one =>
            document.querySelector(one)?.checkVisibility() ?? false)";
        let shows = async |query: &str, map: bool| -> Result<()> {
            page.goto(query).await?;
            page.wait("return !!document.querySelector('.whole .pad')", &[]).await?;
            let seen = page.js(seen, &[]).await?;
            ensure!(seen == json!([map, !map, true]), "{query}: {seen}");
            Ok(())
        };
        shows("?view=function&fn=geglu", true).await?;
        click(page, ".map-or-slice button:last-child").await?;
        page.frames(2).await?;
        ensure!(page.js(seen, &[]).await? == json!([false, true, true]), "the curve's tab");
        let wide = "return document.querySelector('.top > .stage canvas').getBoundingClientRect().width > 300";
        ensure!(page.js(wide, &[]).await? == json!(true), "the curve is drawn where it was hidden");
        click(page, ".map-or-slice button").await?;
        page.frames(2).await?;
        ensure!(page.js(seen, &[]).await? == json!([true, false, true]), "the map's tab");
        // A window is one of the curve's.
        shows("?view=function&fn=geglu&xmin=-2&xmax=2", false).await
    })
    .await
}

#[tokio::test]
async fn an_embed_is_light_and_speaks_of_nothing_that_is_not_there() -> Result<()> {
    in_page(Options::default(), async |page| {
        for lang in ["en", "zh"] {
            page.goto(&format!("?view=function&fn=relu&embed=1&lang={lang}")).await?;
            page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await?;
            let seen = "return [...document.querySelectorAll('.take, .prose, .parameters, .properties, .view-options input, .faces')]
                .filter(e => e.checkVisibility()).map(e => e.className || e.name).join()";
            let seen = page.text(seen, &[]).await?;
            ensure!(seen.is_empty(), "{seen}");
            let code = "return performance.getEntriesByType('resource').filter(r => r.name.includes('content/code')).length";
            ensure!(page.js(code, &[]).await? == json!(0), "code is fetched for nobody");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_claim_shows_opens_below_it() -> Result<()> {
    in_page(Options::default(), async |page| {
        for query in ["?view=function&fn=elu&lang=en", "?view=learn&chapter=04-relu-family&lang=en"] {
            page.goto(query).await?;
            page.wait("return document.querySelectorAll('.claim .show').length > 3", &[]).await?;
            let before = page.text("return location.search", &[]).await?;
            let press = "const link = [...document.querySelectorAll('.claim .show')].find(one => one.href.includes('view=function') || one.href.includes('view=compare'));
                link.closest('details')?.setAttribute('open', '');
                link.scrollIntoView({ block: 'center', behavior: 'instant' });
                link.click();
                return link.closest('.claim').dataset.claim";
            let claim = page.text(press, &[]).await?;
            let drawn = "const figure = document.querySelector(`.claim[data-claim='${arguments[0]}'] > figure`);
                const canvas = figure?.querySelector('figure[data-plot] canvas');
                return !!canvas && canvas.width > 0 && figure.getClientRects().length > 0 && canvas.getContext('2d')
                    .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0)";
            page.wait(drawn, &[json!(claim)]).await.with_context(|| format!("{query}: {claim}"))?;
            ensure!(page.text("return location.search", &[]).await? == before, "{query}: it leaves");
            let again = "const claim = document.querySelector(`.claim[data-claim='${arguments[0]}']`);
                const link = claim.querySelector('.show');
                const open = link.ariaExpanded;
                link.click();
                return [open, link.ariaExpanded, claim.querySelector('figure').getClientRects().length]";
            let found = page.js(again, &[json!(claim)]).await?;
            ensure!(found == json!(["true", "false", 0]), "{query}: {found}");
            // The link in the figure leads to all of it.
            let follow = "const claim = document.querySelector(`.claim[data-claim='${arguments[0]}']`);
                claim.querySelector('.show').click();
                claim.querySelector('figcaption a').click()";
            page.js(follow, &[json!(claim)]).await?;
            page.wait("return location.search !== arguments[0]", &[json!(before)])
                .await
                .with_context(|| format!("{query}: the figure leads nowhere"))?;
        }
        Ok(())
    })
    .await
}
