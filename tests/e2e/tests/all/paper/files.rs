//! Files taken away: nothing written in them is cut or touches something else, and they say what
//! they are of.

use activation_explorer::activation::by_id;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_firefox_with, in_page};
use serde_json::json;

/// Presses a button of the export panel; gives the name and the address of the file it has made.
async fn take(page: &Session, what: &str) -> Result<(String, String)> {
    page.js("document.querySelector(`[data-take=${arguments[0]}]`).click()", &[json!(what)])
        .await?;
    page.wait("return !!document.querySelector('.outcome a')", &[]).await?;
    page.frames(2).await?;
    let link = "const a = document.querySelector('.outcome a'); return [a.download, a.href]";
    Ok(serde_json::from_value(page.js(link, &[]).await?)?)
}

/// The text of a file that is an address.
async fn text_of(page: &Session, address: &str) -> Result<String> {
    let read = "return decodeURIComponent(arguments[0].split(',').slice(1).join(','))";
    page.text(read, &[json!(address)]).await
}

/// Words of a document that are cut at an edge or touch another, as the browser measures them: boxes,
/// which are higher than what is written in them.
const CUT: &str = "const host = document.createElement('div');
    host.innerHTML = arguments[0]; document.body.append(host);
    const svg = host.querySelector('svg'), [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    const words = [...svg.querySelectorAll('text')].map(t => ({ said: t.textContent.trim(), box: t.getBBox() }));
    const wrong = words.filter(({ box: b }) => b.x < 0 || b.y < -0.2 * b.height || b.x + b.width > width || b.y + b.height > height).map(w => w.said);
    words.forEach((a, i) => words.slice(i + 1).forEach(b => {
        const gap = Math.max(a.box.x, b.box.x) - Math.min(a.box.x + a.box.width, b.box.x + b.box.width);
        const over = Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y);
        if (gap < 16 && over > 0.3 * Math.min(a.box.height, b.box.height)) wrong.push(a.said + ' | ' + b.said);
    }));
    host.remove(); return words.length < 4 ? ['few words: ' + words.map(w => w.said)] : wrong";

const STATES: [&str; 12] = [
    "fn=hard_sigmoid_ab&alpha=0.123456&beta=0.456789",
    "fn=selu&second=1",
    "fn=sinusoid&omega=30&axis2=1&second=1",
    "fn=sigmoid&axis2=1&xmin=10&xmax=12",
    "fn=sigmoid&axis2=1&second=1",
    "fn=squared_relu&xmin=-1e6&xmax=1e6&ymin=-1e12&ymax=1e12&axis2=1",
    "fn=elu&xmin=-1e9&xmax=1e9&ymin=-1e9&ymax=1e9",
    "fn=elu&xmin=-80000000&xmax=80000000",
    "fn=sinusoid&xmin=9995&xmax=10005",
    "fn=elu&xmin=1000000&xmax=1000000.001&ymin=1000000&ymax=1000000.001",
    "fn=elu&xmin=-1e-9&xmax=1e-9&ymin=-1e-9&ymax=1e-9",
    "fn=gelu&equal=1&xmin=99&xmax=101",
];

#[tokio::test]
async fn no_word_of_a_saved_picture_is_cut_or_touches_another() -> Result<()> {
    let small = Options { width: 320, ..Options::phone() };
    for options in [Options::default(), Options::phone(), small] {
        in_page(options, async |page| {
            for look in ["", "&lang=zh", "&theme=projector"] {
                for state in STATES {
                    page.goto(&format!("?view=function&{state}{look}")).await?;
                    let (_, address) = take(page, "svg").await?;
                    let svg = text_of(page, &address).await?;
                    let wrong = page.js(CUT, &[json!(svg)]).await?;
                    ensure!(wrong == json!([]), "{state}{look} at {}: {wrong}", options.width);
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_of_points_has_the_whole_caption_too() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=hard_sigmoid_ab&alpha=0.123456&beta=0.456789").await?;
        let (name, address) = take(page, "png").await?;
        ensure!(name == "hard_sigmoid_ab_alpha=0.123456_beta=0.456789.png", "{name}");
        // Ink in every line of the caption and none at the right edge.
        let read = "const image = new Image(); image.src = arguments[0];
            return image.decode().then(() => {
                const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
                const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
                const plot = document.querySelector('.plot'), below = Math.round(plot.offsetHeight * image.width / plot.offsetWidth);
                const { data } = context.getImageData(0, below, image.width, image.height - below);
                const dark = Array.from({ length: image.height - below }, (_, y) => {
                    let last = -1;
                    for (let x = 0; x < image.width; x++) if (data[4 * (y * image.width + x)] < 200) last = x;
                    return last });
                const lines = dark.filter((last, y) => last >= 0 && (dark[y - 1] ?? -1) < 0).length;
                return [lines, Math.max(...dark) / image.width] })";
        let (lines, right): (f64, f64) = serde_json::from_value(page.js(read, &[json!(address)]).await?)?;
        ensure!(lines >= 2.0 && right < 0.995, "{lines} lines, to {right}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_table_has_what_is_shown_and_says_of_what() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=2.5&second=1&xmin=-3&xmax=1").await?;
        let (name, address) = take(page, "csv").await?;
        ensure!(name == "elu_alpha=2.5_x=-3_to_1.csv", "{name}");
        let text = text_of(page, &address).await?;
        let mut rows = text.lines();
        ensure!(rows.next() == Some("x,f,df,d2f,alpha,function"), "{text}");
        let elu = by_id("elu").context("elu")?;
        let mut count = 0;
        for row in rows {
            let (numbers, function) = row.rsplit_once(',').context("a row")?;
            let n: Vec<f64> = numbers.split(',').map(str::parse).collect::<Result<_, _>>()?;
            ensure!(function == "elu" && n[4] == 2.5, "{row}");
            ensure!(elu.eval(n[0], &[2.5]) == (n[1], n[2]), "{row}");
            ensure!(n[3] == if n[0] < 0.0 { 2.5 * libm(n[0]) } else { 0.0 }, "{row}");
            count += 1;
        }
        ensure!(count == 401, "{count} rows");
        page.goto("?view=function&fn=elu").await?;
        let (name, address) = take(page, "csv").await?;
        ensure!(name == "elu.csv", "{name}");
        ensure!(text_of(page, &address).await?.starts_with("x,f,df,alpha,function\n"), "no f″");
        Ok(())
    })
    .await
}

/// e^x as the page computes it, from ELU itself.
fn libm(x: f64) -> f64 {
    activation_explorer::activation::by_id("elu").map_or(f64::NAN, |elu| elu.df(x, &[1.0]))
}

#[tokio::test]
async fn a_canvas_that_cannot_be_read_back_gives_an_svg_and_a_word() -> Result<()> {
    in_firefox_with(&[("privacy.resistFingerprinting", true)], async |page| {
        page.goto("?view=function&fn=elu&lang=en").await?;
        let (name, address) = take(page, "png").await?;
        ensure!(name == "elu.svg" && address.starts_with("data:image/svg"), "{name}");
        let said = page.text("return document.querySelector('.outcome').textContent", &[]).await?;
        ensure!(said.contains("privacy.resistFingerprinting"), "{said}");
        Ok(())
    })
    .await?;
    in_firefox_with(&[], async |page| {
        page.goto("?view=function&fn=elu").await?;
        let (name, _) = take(page, "png").await?;
        ensure!(name == "elu.png", "{name}");
        Ok(())
    })
    .await
}
