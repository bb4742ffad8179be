//! Colours: enough contrast in every theme, more where it is asked for, and those of the system
//! where the system forces its own.

use super::prefer;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// The colours of lines on paper.
const LINES: [&str; 12] = [
    "--curve-f",
    "--curve-df",
    "--curve-d2f",
    "--curve-1",
    "--curve-2",
    "--curve-3",
    "--curve-4",
    "--curve-5",
    "--curve-6",
    "--curve-7",
    "--curve-8",
    "--axis",
];
/// The colours of text, each with its background.
const WORDS: [(&str, &str); 12] = [
    ("--ink", "--paper"),
    ("--ink", "--surface"),
    ("--muted", "--paper"),
    ("--muted", "--surface"),
    ("--accent", "--paper"),
    ("--accent", "--surface"),
    ("--on-accent", "--accent"),
    ("--bad", "--paper"),
    ("--true", "--true-tint"),
    ("--misleading", "--misleading-tint"),
    ("--false", "--false-tint"),
    ("--depends", "--depends-tint"),
];

/// The contrast of two colours of the theme in force, as WCAG defines it.
async fn contrast(page: &Session, a: &str, b: &str) -> Result<f64> {
    let script = "const style = getComputedStyle(document.documentElement);
        const context = document.createElement('canvas').getContext('2d');
        const light = name => {
            context.fillStyle = style.getPropertyValue(name).trim();
            const n = parseInt(context.fillStyle.slice(1), 16);
            const [r, g, b] = [n >> 16, n >> 8 & 255, n & 255].map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const [most, least] = [...arguments].map(light).sort((p, q) => q - p);
        return (most + 0.05) / (least + 0.05)";
    page.js(script, &[json!(a), json!(b)]).await?.as_f64().context("a contrast")
}

#[tokio::test]
async fn lines_and_words_stand_out_and_more_so_where_it_is_asked_for() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut low = Vec::new();
        for theme in ["light", "dark", "projector"] {
            page.goto(&format!("?theme={theme}")).await?;
            for (wish, lines, words) in [("no-preference", 3.0, 4.5), ("more", 7.0, 7.0)] {
                prefer(page, "prefers-contrast", wish).await?;
                let pairs = LINES.iter().map(|line| (*line, "--paper", lines));
                let pairs = pairs.chain(WORDS.iter().map(|(word, on)| (*word, *on, words)));
                for (a, b, least) in pairs {
                    let found = contrast(page, a, b).await?;
                    if found < least {
                        low.push(format!(
                            "{theme}, contrast {wish}: {a} on {b} has {found:.2} of {least}"
                        ));
                    }
                }
            }
        }
        ensure!(low.is_empty(), "{low:#?}");
        Ok(())
    })
    .await
}

/// The colours on the first canvas that cover it wholly, and those of the system.
const INKS: &str = "const canvas = document.querySelector('figure[data-plot] canvas.front');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const inks = new Set();
    for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) inks.add(`rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`);
    const probe = document.body.appendChild(document.createElement('i'));
    const system = ['CanvasText', 'Canvas'].map(name => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
    });
    probe.remove();
    return { inks: [...inks], system }";

#[tokio::test]
async fn forced_colours_reach_the_canvas_in_every_theme() -> Result<()> {
    in_page(Options::default(), async |page| {
        for query in [
            "?view=function&fn=elu&theme=light",
            "?view=function&fn=relu&theme=dark",
            "?view=compare&theme=projector",
        ] {
            prefer(page, "forced-colors", "none").await?;
            page.goto(query).await?;
            let own = page.js(INKS, &[]).await?;
            let foreign = |seen: &e2e::Value| -> Result<usize> {
                let inks = seen["inks"].as_array().context("inks")?;
                let system = seen["system"].as_array().context("system colours")?;
                ensure!(!inks.is_empty(), "nothing is drawn");
                ensure!(system[0] != system[1], "{query}: {system:?}");
                // Between black and white, where one is drawn over the other, everything is grey.
                let grey = |ink: &e2e::Value| {
                    let all: Vec<_> = ink
                        .as_str()
                        .unwrap_or_default()
                        .trim_matches(|c: char| !c.is_ascii_digit())
                        .split(", ")
                        .collect();
                    all.iter().all(|part| *part == all[0])
                };
                ensure!(system.iter().all(grey), "{system:?}");
                Ok(inks.iter().filter(|ink| !grey(ink)).count())
            };
            ensure!(foreign(&own)? > 0, "{query} is drawn in the system's colours anyway: {own}");
            prefer(page, "forced-colors", "active").await?;
            page.frames(3).await?;
            let forced = page.js(INKS, &[]).await?;
            ensure!(foreign(&forced)? == 0, "{query}: {forced}");
        }
        Ok(())
    })
    .await
}
