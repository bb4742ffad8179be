//! The page on paper and in pictures of the whole page: every plot is there, as lines, with all that
//! lies over it in its place.

mod files;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{Options, Scheme, Session, in_firefox, in_page};
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;

/// Notes, in an attribute of the root, what is in the page when it is printed.
const NOTE: &str = "addEventListener('beforeprint', () => {
    const plots = [...document.querySelectorAll('.plot')].filter(p => p.offsetWidth);
    document.documentElement.dataset.printed = JSON.stringify({ plots: plots.length, lines: plots.map(p => p.querySelectorAll('svg.paper polyline').length),
        inks: [...document.querySelectorAll('svg.paper text')].map(t => t.getAttribute('fill')) });
})";

/// The number of images in a PDF: its dictionaries are plain text.
fn images(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Subtype /Image").count() + text.matches("/Subtype/Image").count()
}

/// Opens a view and waits until its plots, of which some are fetched, are on the page.
async fn open(page: &Session, view: &str, least: usize) -> Result<()> {
    page.goto(view).await?;
    let plots = "return [...document.querySelectorAll('.plot')].filter(p => p.style.getPropertyValue('--w')).length";
    page.wait(&format!("{plots} >= {least}"), &[]).await.with_context(|| view.to_owned())
}

async fn all_are_lines(page: &Session, view: &str, least: usize) -> Result<Value> {
    let printed = page
        .js("return JSON.parse(document.documentElement.dataset.printed ?? 'null')", &[])
        .await?;
    let plots = printed["plots"].as_u64().context("nothing was printed")?;
    ensure!(plots as usize >= least, "{view}: only {plots} plots on the page");
    let lines = printed["lines"].as_array().context("lines")?;
    // A grid and a curve at least; small multiples have two axes instead.
    let fewest = if view == GALLERY { 3 } else { 5 };
    ensure!(lines.iter().all(|n| n.as_u64() >= Some(fewest)), "{view}: {lines:?} lines");
    page.wait("return document.querySelector('.paper') === null", &[])
        .await
        .with_context(|| format!("{view}: something of the paper is left on the page"))?;
    Ok(printed)
}

const GALLERY: &str = "?view=gallery";

/// The views with plots, a state that shows all of them, and how many there are.
const VIEWS: [(&str, usize); 9] = [
    (GALLERY, 45),
    ("?view=function&fn=elu&x=-2&tangent=1&axis2=1&second=1&shade=0.1", 1),
    ("?view=function&fn=swiglu", 2),
    ("?view=compare&cmp=gelu,relu,elu&x=-1", 1),
    ("?view=neuron", 2),
    ("?view=linear", 5),
    ("?view=maxout", 3),
    ("?view=zigzag&steps=20", 2),
    ("?view=saturation", 1),
];

#[tokio::test]
async fn every_plot_is_printed_as_lines() -> Result<()> {
    in_page(Options { height: 500, ..Options::default() }, async |page| {
        for (view, least) in VIEWS {
            open(page, view, least).await?;
            page.js(NOTE, &[]).await?;
            let answer = page.cdp("Page.printToPDF", json!({ "printBackground": false })).await?;
            all_are_lines(page, view, least).await?;
            let pdf = pdf(answer["data"].as_str().context("no PDF")?)?;
            ensure!(images(&pdf) == 0, "{view}: {} images on paper", images(&pdf));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_plot_is_printed_as_lines_in_firefox() -> Result<()> {
    in_firefox(async |page| {
        for (view, least) in VIEWS {
            open(page, view, least).await?;
            page.js(NOTE, &[]).await?;
            let answer = page.driver().print_page_base64(PrintParameters::default()).await?;
            all_are_lines(page, view, least).await?;
            let pdf = pdf(&answer)?;
            ensure!(images(&pdf) == 0, "{view}: {} images on paper", images(&pdf));
        }
        Ok(())
    })
    .await
}

fn pdf(base64: &str) -> Result<Vec<u8>> {
    let pdf = STANDARD.decode(base64)?;
    ensure!(pdf.starts_with(b"%PDF"), "no PDF");
    Ok(pdf)
}

#[tokio::test]
async fn dark_plots_are_dark_ink_on_paper() -> Result<()> {
    let dark = Options { scheme: Scheme::Dark, ..Options::default() };
    in_page(dark, async |page| {
        for theme in ["", "&theme=dark"] {
            page.goto(&format!("?view=function&fn=elu{theme}")).await?;
            page.js(NOTE, &[]).await?;
            let theme_now = "return document.documentElement.dataset.theme ?? ''";
            let before = page.text(theme_now, &[]).await?;
            page.cdp("Page.printToPDF", json!({})).await?;
            let printed = all_are_lines(page, theme, 1).await?;
            for ink in printed["inks"].as_array().context("no labels")? {
                let ink =
                    u32::from_str_radix(ink.as_str().unwrap_or("").trim_start_matches('#'), 16)?;
                let [_, r, g, b] = ink.to_be_bytes();
                ensure!(r.max(g).max(b) < 150, "{theme:?}: light labels on paper, {ink:06x}");
            }
            ensure!(page.text(theme_now, &[]).await? == before, "another theme than {before:?}");
        }
        Ok(())
    })
    .await
}

/// Where the middles of an element and of the point it stands for are, in CSS pixels: the point
/// through the matrix of the printed picture, whose units are a sixteenth of a pixel of the frame.
const PLACES: &str = "const [selector, px, py] = arguments;
    const element = document.querySelector(selector), plot = element.closest('.plot');
    const svg = plot.querySelector('svg.paper'), point = svg.createSVGPoint();
    [point.x, point.y] = [16 * px, 16 * py];
    const there = point.matrixTransform(svg.getScreenCTM()), box = element.getBoundingClientRect();
    const ratio = plot.offsetWidth / plot.offsetHeight, shape = +plot.style.getPropertyValue('--w') / +plot.style.getPropertyValue('--h');
    return [there.x, there.y, box.x + box.width / 2, box.y + box.height / 2, box.width / box.height, ratio / shape]";

/// Sizes are no longer followed once `still` is true: so it is while a page is printed.
const STILL: &str = "still = false; const Watched = ResizeObserver;
    ResizeObserver = class extends Watched { constructor(f) { super((...all) => { if (!still) f(...all) }) } }";

#[tokio::test]
async fn what_lies_over_a_plot_is_in_its_place_on_paper() -> Result<()> {
    let wide = Options { width: 1920, height: 1080, ..Options::default() };
    let phone = Options::phone();
    for (options, paper) in [(wide, 720.0), (phone, 720.0), (wide, 400.0)] {
        in_page(options, async |page| {
            page.before_everything(STILL).await?;
            for (view, marks) in [
                ("?view=function&fn=elu&x=-2&tangent=1", vec![(".dot.f", "elu", -2.0, -0.864_664_7)]),
                ("?view=function&fn=elu&x=-2&axis2=1", vec![(".dot.f", "elu", -2.0, -0.864_664_7)]),
                ("?view=compare&cmp=gelu,relu&x=-2", vec![(".dot.series-1", "compare", -2.0, -0.045_500_3)]),
                ("?view=maxout", vec![
                    ("[data-handle='0-0']", "maxout", f64::NAN, f64::NAN),
                    ("[data-handle='2-1']", "maxout", f64::NAN, f64::NAN),
                ]),
            ] {
                page.goto(view).await?;
                let mut wanted = Vec::new();
                for (mark, plot, x, y) in marks {
                    let figure = page.figure(plot).await?;
                    // Handles have no numbers of their own: on screen they are where they should be.
                    let on_screen = "const element = document.querySelector(arguments[0]),
                        box = element.getBoundingClientRect(), plot = element.closest('.plot').getBoundingClientRect();
                        return [box.x + box.width / 2 - plot.x, box.y + box.height / 2 - plot.y]";
                    let seen: (f64, f64) = serde_json::from_value(page.js(on_screen, &[json!(mark)]).await?)?;
                    let at = if x.is_nan() { seen } else { (figure.px_of(x), figure.py_of(y)) };
                    ensure!((seen.0 - at.0).hypot(seen.1 - at.1) < 1.0, "{view} {mark}: {seen:?} on screen, not {at:?}");
                    wanted.push((mark, at));
                }
                // The paper, on screen.
                page.js("still = true; dispatchEvent(new Event('beforeprint'))", &[]).await?;
                page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
                page.js(&format!("document.body.style.cssText = 'width: {paper}px'"), &[]).await?;
                for (mark, (px, py)) in wanted {
                    let found: [f64; 6] =
                        serde_json::from_value(page.js(PLACES, &[json!(mark), json!(px), json!(py)]).await?)
                            .with_context(|| format!("{view} at {paper}: {mark}"))?;
                    let [x, y, mark_x, mark_y, round, shape] = found;
                    ensure!((x - mark_x).hypot(y - mark_y) < 1.2, "{view} at {paper}: {mark} at {found:?}");
                    ensure!((round - 1.0).abs() < 0.05 && (shape - 1.0).abs() < 0.01, "{view}: {mark} {found:?}");
                }
                page.js("dispatchEvent(new Event('afterprint'))", &[]).await?;
                page.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// The number of canvases on the page that have nothing on them.
const BLANK: &str =
    "return [...document.querySelectorAll('canvas.front')].filter(c => c.offsetWidth && !(c.width
    && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v))).length";

#[tokio::test]
async fn plots_that_were_never_on_screen_are_drawn_when_there_is_time() -> Result<()> {
    in_page(Options { height: 500, ..Options::default() }, async |page| {
        for (view, least) in VIEWS {
            open(page, view, least).await?;
            page.wait(&format!("{BLANK} === 0"), &[]).await.with_context(|| view.to_owned())?;
            let seen = "return [...document.querySelectorAll('canvas.front')].filter(c => c.offsetWidth).length";
            ensure!(page.js(seen, &[]).await?.as_u64() >= Some(least as u64), "{view}");
            ensure!(page.js("return scrollY", &[]).await? == json!(0), "{view} was scrolled");
        }
        // What changes follows, too.
        page.goto("?view=gallery").await?;
        page.wait(&format!("{BLANK} === 0"), &[]).await?;
        let shot = "return document.querySelector('[data-card=snake] canvas').toDataURL()";
        let light = page.text(shot, &[]).await?;
        page.js("for (const box of document.querySelectorAll('select')) if (box.querySelector('[value=dark]')) {
            box.value = 'dark'; box.dispatchEvent(new Event('change', { bubbles: true })) }", &[]).await?;
        page.wait("return document.documentElement.dataset.theme === 'dark'", &[]).await?;
        page.wait(&format!("{} !== arguments[0]", shot), &[json!(light)]).await
    })
    .await
}
