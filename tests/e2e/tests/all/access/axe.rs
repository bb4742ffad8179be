//! The findings of axe-core on every view, in both languages and every theme: none.
//!
//! Its script comes from npm (`xtask/src/tools/axe.rs`) and is named by `E2E_AXE`.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, states};
use serde_json::{Value, json};

/// The states to judge besides the first of every view.
const MORE: &[&str] = &[
    "view=linear&fn=identity",
    "view=learn&chapter=04-relu-family&section=evidence",
    "view=learn&chapter=10-zero-centring&section=one-neuron",
    "view=learn&chapter=glossary",
    "view=choose&path=2,1,3",
    "view=softmax&z=2,1,0.1,-0.5,-3,0,1.5,0.25",
    "view=softmax&z=1002,1001,1000",
    "view=maxout&target=1&drawn=1&x=0.5",
    "view=function&fn=swiglu&x=1",
    "view=function&fn=rrelu&x=-2&train=1",
    "view=function&fn=prelu&x=-2",
    "view=function&fn=own&f=x*tanh(a*x)",
];

/// Opens a state, with everything in it that can be.
async fn show(page: &Session, query: &str) -> Result<()> {
    page.goto(query).await?;
    page.js("document.querySelectorAll('details').forEach(d => d.open = true)", &[]).await?;
    // Texts that are fetched belong to what is judged.
    page.wait(
        "const p = document.querySelector('.prose .body'); return (!p || p.textContent.length > 100)
            && ![...document.querySelectorAll('.loading')].some(e => e.getClientRects().length)",
        &[],
    )
    .await?;
    let file = std::env::var("E2E_AXE").context("E2E_AXE is not set: use `cargo xtask test`")?;
    let script = std::fs::read_to_string(&file).context(file)?;
    page.js(&script, &[]).await?;
    Ok(())
}

/// The findings of axe-core on the present page.
async fn judge(page: &Session, what: &str) -> Result<()> {
    let found = page
        .js(
            "return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then(r => r.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' — ' + n.failureSummary.slice(0, 300))]))",
            &[],
        )
        .await?;
    let found: Vec<Value> = serde_json::from_value(found)?;
    ensure!(found.is_empty(), "{what}: {}", serde_json::to_string_pretty(&json!(found))?);
    Ok(())
}

/// Another theme, chosen by hand.
async fn choose(page: &Session, theme: &str) -> Result<()> {
    let script = "const select = document.querySelector('select[name=theme]');
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(script, &[json!(theme)]).await?;
    page.frames(3).await
}

/// Judges every state as it opens with `more` in its address, and then in the other `themes`.
async fn judge_all(options: Options, more: &str, themes: &[&str]) -> Result<()> {
    let mut bad = String::new();
    in_page(options, async |page| {
        let first = states::first().into_iter().map(|(_, query)| query);
        for state in first.chain(MORE.iter().map(|query| (*query).to_owned())) {
            let query = format!("?{state}{more}");
            let judged = async {
                show(page, &query).await?;
                judge(page, &query).await?;
                for theme in themes {
                    choose(page, theme).await?;
                    judge(page, &format!("{query}, then {theme}")).await?;
                }
                Ok::<(), anyhow::Error>(())
            };
            if let Err(why) = judged.await {
                bad.push_str(&format!("{why:#}\n"));
            }
        }
        ensure!(bad.is_empty(), "{bad}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_found_in_english_light_and_on_a_projector() -> Result<()> {
    judge_all(Options::default(), "&lang=en&theme=light", &["projector"]).await
}

#[tokio::test]
async fn nothing_is_found_in_chinese_and_dark_on_a_phone() -> Result<()> {
    judge_all(Options::phone(), "&lang=zh&theme=dark", &[]).await
}

#[tokio::test]
async fn nothing_is_found_in_a_frame() -> Result<()> {
    judge_all(Options { width: 700, height: 520, ..Options::default() }, "&embed=1", &[]).await
}
