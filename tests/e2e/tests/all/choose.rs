//! The decision guide, the evidence, and the pages without JavaScript.

use activation_explorer::activation::ALL;
use activation_explorer::chapters::CHAPTERS;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

async fn question_is(page: &Session, wanted: &str) -> Result<()> {
    let script = "return document.querySelector('.choose h2')?.textContent === arguments[0]";
    let there = page.wait(script, &[json!(wanted)]).await;
    let found =
        page.js("return document.querySelector('.choose h2')?.textContent ?? ''", &[]).await?;
    there.with_context(|| format!("the question is {found}, not {wanted:?}"))
}

async fn clean(page: &Session) -> Result<()> {
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "the console shows {errors:#?}");
    Ok(())
}

#[tokio::test]
async fn questions_lead_to_a_recommendation_and_back() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=choose").await?;
        question_is(page, "Where will the activation stand?").await?;
        let option = "document.querySelectorAll('.choose .options a')[arguments[0]].click()";
        page.js(option, &[json!(1)]).await?;
        question_is(page, "What kind of network is it?").await?;
        // Every answer shows where it leads, and the row below all that is left.
        let fewer = "return [document.querySelectorAll('.race a').length,
            [...document.querySelectorAll('.choose .options a')].every(a => a.querySelector('svg.mini'))]";
        let left: (u32, bool) = serde_json::from_value(page.js(fewer, &[]).await?)?;
        ensure!(left.0 > 2 && left.1, "{left:?}");
        ensure!(page.text("return location.search", &[]).await? == "?view=choose&path=2");
        let focused = "return document.activeElement.matches('.choose h2')";
        ensure!(page.js(focused, &[]).await? == json!(true), "the question has not got the focus");
        page.js(option, &[json!(0)]).await?;
        question_is(page, "What does it have to run on?").await?;
        page.js(option, &[json!(1)]).await?;
        question_is(page, "Recommendation").await?;
        let query = page.text("return location.search", &[]).await?;
        ensure!(query == "?view=choose&path=2,1,2", "{query}");
        let advice = page.text("return document.querySelector('.end').innerText", &[]).await?;
        ensure!(advice.contains("ReLU") && advice.contains("evidence"), "{advice}");
        let links = "return document.querySelectorAll('.end a[data-act=relu], .end a.show').length";
        ensure!(page.js(links, &[]).await? == json!(2), "no links to what is recommended");
        page.wait("return !!document.querySelector('.end figure [data-plot]')", &[]).await?;
        let answers = "return document.querySelectorAll('.answers li').length";
        ensure!(page.js(answers, &[]).await? == json!(3));
        page.driver().back().await?;
        question_is(page, "What does it have to run on?").await?;
        page.js("document.querySelector('.answers a').click()", &[]).await?;
        question_is(page, "Where will the activation stand?").await?;
        // The whole guide as a text, and back.
        page.js("document.querySelector('a[href*=\"chapter=choose\"]').click()", &[]).await?;
        let back = "return [...document.querySelectorAll('.learn a[href=\"?view=choose\"]')].some(a => a.getClientRects().length)";
        page.wait(back, &[]).await?;
        page.js("document.querySelector('.learn .subject > .hint a').click()", &[]).await?;
        question_is(page, "Where will the activation stand?").await?;
        // The address alone leads to the end, too.
        page.goto(&format!("{query}&lang=zh")).await?;
        question_is(page, "建议").await?;
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn bars_of_the_evidence_begin_at_zero_and_are_to_scale() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=evidence&fn=rrelu").await?;
        page.wait("return document.querySelectorAll('.evidence tbody tr').length === 15", &[]).await?;
        let script = "return [...document.querySelectorAll('.evidence table')].map(t =>
            [...t.querySelectorAll('tbody tr')].map(row => {
                const box = row.querySelector('svg').getBoundingClientRect();
                const bar = row.querySelector('.test').getBoundingClientRect();
                return [parseFloat(row.cells[1].firstChild.data), bar.width, bar.left - box.left];
            }))";
        let tables: Vec<Vec<[f64; 3]>> = serde_json::from_value(page.js(script, &[]).await?)?;
        ensure!(tables.len() == 3);
        for rows in tables {
            let scale = rows[0][1] / rows[0][0];
            for [value, width, from] in rows {
                ensure!((width / scale / value - 1.0).abs() < 0.01, "{width} px for {value}");
                ensure!((0.0..2.0).contains(&from), "a bar begins at {from}");
            }
        }
        let marked = "return [...document.querySelectorAll('.evidence tbody tr')].filter(row =>
            getComputedStyle(row).backgroundColor !== 'rgba(0, 0, 0, 0)').every(row => row.dataset.fn === 'rrelu')";
        ensure!(page.js(marked, &[]).await? == json!(true), "other rows are marked");
        clean(page).await
    })
    .await
}

#[tokio::test]
async fn pages_without_javascript_say_the_same() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        page.driver().goto(page.url("")).await?;
        let links = "return [...document.querySelectorAll('noscript a')].map(a => a.getAttribute('href'))";
        let links = page.js(links, &[]).await?;
        ensure!(links == json!(["./pages/en/index.html", "./pages/zh/index.html"]), "{links}");
        for (lang, tag) in [("en", "en"), ("zh", "zh-CN")] {
            let all = CHAPTERS.iter().copied().chain(ALL.iter().map(|act| act.id));
            for name in all.chain(["evidence", "index"]) {
                let path = format!("pages/{lang}/{name}.html");
                page.driver().goto(page.url(&path)).await?;
                let script = "const seen = e => e.getClientRects().length > 0;
                    return { lang: document.documentElement.lang,
                        headings: document.querySelectorAll('h1').length,
                        description: document.querySelector('meta[name=description]')?.content.length ?? 0,
                        other: document.querySelectorAll('link[rel=alternate]').length,
                        live: document.querySelectorAll('header a[href*=\"index.html?view=\"]').length,
                        scripts: document.scripts.length,
                        flat: [...document.querySelectorAll('math')].filter(m => m.getBoundingClientRect().height < 5).length,
                        curves: [...document.querySelectorAll('svg.still polyline')].filter(seen).length,
                        wide: document.documentElement.scrollWidth > document.documentElement.clientWidth }";
                let found = page.js(script, &[]).await?;
                let is = |key: &str, wanted: serde_json::Value| {
                    ensure!(found[key] == wanted, "{path}: {key} is {}, not {wanted}", found[key]);
                    Ok(())
                };
                is("lang", json!(tag))?;
                is("headings", json!(1))?;
                is("other", json!(2))?;
                is("live", json!(1))?;
                is("scripts", json!(0))?;
                is("flat", json!(0))?;
                is("wide", json!(false))?;
                ensure!(found["description"].as_u64() > Some(10), "{path}: no description");
                let function = ALL.iter().any(|act| act.id == name);
                ensure!(found["curves"].as_u64() >= Some(2) || !function, "{path}: no curves");
            }
        }
        clean(page).await
    })
    .await
}
