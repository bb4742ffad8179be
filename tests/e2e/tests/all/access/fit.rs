//! The fit of every view into little room, onto paper, and with parts of it hidden.

use super::{open, views};
use anyhow::{Result, ensure};
use e2e::{Options, Session, Value, in_page, json, states};

/// The elements wider than the window, if the page can be scrolled sideways.
const TOO_WIDE: &str = "const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('main *')]
        .filter(e => e.getBoundingClientRect().right > room + 0.5)
        .slice(0, 3).map(e => e.outerHTML.slice(0, 120))";

/// The text spacing that a reader may set by WCAG 1.4.12.
const SPACED: &str = "const style = new CSSStyleSheet();
    style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    document.adoptedStyleSheets = [style]";

/// The projector theme, without that spacing.
const PROJECTED: &str = "document.adoptedStyleSheets = [];
    const theme = document.querySelector('select[name=theme]');
    theme.value = 'projector';
    theme.dispatchEvent(new Event('change', { bubbles: true }))";

/// True if no text is being fetched.
const RESTS: &str =
    "return ![...document.querySelectorAll('.loading')].some(e => e.getClientRects().length)";

#[tokio::test]
async fn nothing_is_wider_than_a_window_of_320_pixels() -> Result<()> {
    let narrow = Options { width: 320, height: 640, ..Options::default() };
    in_page(narrow, async |page| {
        let mut wide = Vec::new();
        for (_, view) in views() {
            open(page, &format!("?{view}&lang=en&theme=light")).await?;
            for (what, change) in [
                ("as it is", ""),
                ("in Chinese", "document.querySelector('button.language').click()"),
                ("with space between letters", SPACED),
                ("on a projector", PROJECTED),
            ] {
                page.js(change, &[]).await?;
                page.frames(3).await?;
                page.wait(RESTS, &[]).await?;
                let found = page.js(TOO_WIDE, &[]).await?;
                if found != json!([]) {
                    wide.push(format!("{view} {what}: {found}"));
                }
            }
        }
        ensure!(wide.is_empty(), "{wide:#?}");
        Ok(())
    })
    .await
}

/// The visible elements that match `arguments[0]`.
const SEEN: &str = "return [...document.querySelectorAll(arguments[0])]
    .filter(e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden')
    .slice(0, 4).map(e => e.outerHTML.slice(0, 120))";

async fn seen(page: &Session, selector: &str) -> Result<Value> {
    page.js(SEEN, &[json!(selector)]).await
}

/// The controls of the page, without those numbers of the neuron's equation that are text.
const CONTROLS: &str = "main :is(button, select, textarea, input:not(.equation [role=spinbutton]))";

#[tokio::test]
async fn on_paper_no_view_has_controls_and_every_one_has_its_picture() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut faults = Vec::new();
        for (_, view) in views().iter().filter(|(view, _)| view.builds.is_empty()) {
            open(page, &format!("?{view}")).await?;
            page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            page.frames(2).await?;
            for selector in [CONTROLS, ".bar nav, .bar .settings, .notices, .chooser"] {
                let found = seen(page, selector).await?;
                if found != json!([]) {
                    faults.push(format!("{view}: {found}"));
                }
            }
            if seen(page, "h1").await? == json!([]) {
                faults.push(format!("{view}: no heading"));
            }
            let pictures =
                "main :is(canvas, svg, .bars, .table, .claim, .answer, article p, .chapters li)";
            if seen(page, pictures).await? == json!([]) {
                faults.push(format!("{view}: nothing is left"));
            }
            page.cdp("Emulation.setEmulatedMedia", json!({ "media": "screen" })).await?;
        }
        ensure!(faults.is_empty(), "{faults:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_hidden_is_hidden_in_every_view_and_the_rest_stays() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut faults = Vec::new();
        let all = [
            ("controls", CONTROLS),
            ("text", "main :is(.lead, .hint, p:not([class], [role], [data-side]))"),
            ("formula", ".definition"),
            ("nav", ".bar, .subnav, .chooser"),
        ];
        // Not the views that are all text, and not the one in which parts are hidden by choice.
        for (_, view) in views().iter().filter(|(view, _)| states::is_live(view)) {
            for embed in ["", "&embed=1"] {
                let parts = all.map(|(part, _)| part).join(",");
                open(page, &format!("?{view}{embed}&hide={parts}")).await?;
                // The style for that comes when it is first needed.
                let styled =
                    "return [...document.styleSheets].some(s => s.href?.includes('framed'))";
                page.wait(styled, &[]).await?;
                for (part, selector) in all {
                    let found = seen(page, selector).await?;
                    if found != json!([]) {
                        faults.push(format!("{view}{embed} without {part}: {found}"));
                    }
                }
                if seen(page, "main :is(canvas, .bars, svg)").await? == json!([]) {
                    faults.push(format!("{view}{embed}: no picture"));
                }
            }
        }
        open(page, "?view=function&fn=elu&embed=1").await?;
        ensure!(seen(page, ".full a").await? != json!([]), "no way out to hide");
        open(page, "?view=function&fn=elu&embed=1&hide=links").await?;
        ensure!(seen(page, ".full a").await? == json!([]), "the way out is not hidden");
        ensure!(faults.is_empty(), "{faults:#?}");
        Ok(())
    })
    .await
}

/// One sees what one moves, on a phone and in a lecture hall.
#[tokio::test]
async fn a_slider_and_its_plot_are_seen_together() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (view, plot, slider) in [
            ("function&fn=elu", ".plot", "alpha"),
            ("neuron", "[data-fn=neuron] .plot", "w1"),
        ] {
            open(page, &format!("?view={view}&lang=en")).await?;
            for (width, height) in [(390, 844), (320, 640), (800, 700), (1280, 800)] {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
                page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
                page.frames(3).await?;
                let apart = "const of = s => document.querySelector(s).getBoundingClientRect();
                    const [plot, slider] = [of(arguments[0]), of(`input[type=range][name=${arguments[1]}]`)];
                    return Math.max(plot.bottom, slider.bottom) - Math.min(plot.top, slider.top)";
                let apart = page.js(apart, &[json!(plot), json!(slider)]).await?;
                let apart = apart.as_f64().unwrap_or(f64::NAN);
                let fits = apart > 0.0 && apart < f64::from(height);
                ensure!(fits, "{view} at {width} × {height}: {apart}");
            }
        }
        Ok(())
    })
    .await
}
