//! The contract with the host page, word by word, in every sandbox.

use super::stage::{Stage, count, get, heard, say};
use activation_explorer::activation::by_id;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};

/// True if something is drawn on the first canvas to be seen in the document in focus.
pub(crate) const INKED: &str =
    "const all = [...document.querySelectorAll('figure[data-plot] canvas')];
    const canvas = all.find(one => one.getClientRects().length);
    return !!canvas && canvas.width > 0 && canvas.getContext('2d')
        .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0)";

fn exact(found: &Value, wanted: f64) -> bool {
    found.as_f64().is_some_and(|found| found.to_bits() == wanted.to_bits())
}

pub(crate) const ELU: &str =
    "<iframe src='{ours}?embed=1&view=function&fn=elu&alpha=1.5&x=-2&lang=en'
    height=520 {sandbox}></iframe>";

#[tokio::test]
async fn it_keeps_the_contract_whatever_the_sandbox() -> Result<()> {
    for sandbox in ["", "sandbox='allow-scripts'", "sandbox='allow-scripts allow-same-origin'"] {
        let stage = Stage::with(&ELU.replace("{sandbox}", sandbox)).await?;
        in_page(Options::default(), async |page| {
            stage.open(page, 1).await?;
            contract(page, &stage).await?;
            let errors = page.console_errors().await?;
            ensure!(errors.is_empty(), "the console shows {errors:#?}");
            Ok(())
        })
        .await
        .with_context(|| format!("in an iframe with {sandbox:?}"))?;
    }
    Ok(())
}

pub(crate) async fn contract(page: &Session, stage: &Stage) -> Result<()> {
    let elu = by_id("elu").context("elu")?;
    let ready = heard(page, 0, "ready", 0).await?;
    ensure!(ready["v"] == 1 && ready["height"].as_f64() > Some(100.0), "{ready}");
    // At most ten a second: the final height follows that of the beginning.
    let whole = "return got.some(g => g.data.type === 'resize' && g.data.height >= 300)";
    page.wait(whole, &[]).await.context("no height of the whole")?;
    let resize = heard(page, 0, "resize", 0).await?;
    let height = resize["height"].as_f64().context("a height")?;
    ensure!((300.0..1200.0).contains(&height), "{resize}");
    // The same for hosts with formats of their own.
    let other = "return got.some(g => typeof g.data === 'string' && (m =>
            m.context === 'iframe.resize' && m.height > 0 && /[?&]embed=1/.test(m.src))(JSON.parse(g.data)))
        && got.some(g => g.data.subject === 'lti.frameResize' && g.data.height > 0)";
    page.wait(other, &[]).await.context("no iframe.resize or no lti.frameResize")?;

    let answer = get(page, 0).await?;
    let state = &answer["state"];
    for (key, wanted) in [
        ("v", json!(1)),
        ("view", json!("function")),
        ("fn", json!("elu")),
        ("alpha", json!(1.5)),
        ("x", json!(-2)),
        ("xmin", json!(elu.window.x_min)),
        ("ymax", json!(elu.window.y_max)),
        ("deriv", json!(1)),
        ("lang", json!("en")),
        ("theme", json!("auto")),
        ("embed", json!(1)),
        ("hide", json!("")),
        ("zoom", json!("off")),
        ("autoplay", json!(0)),
    ] {
        let same =
            state[key] == wanted || state[key].as_f64() == wanted.as_f64() && wanted.is_number();
        ensure!(same, "state.{key} is {} and not {wanted}", state[key]);
    }
    let (f, df) = elu.eval(-2.0, &[1.5]);
    for (name, wanted) in [("x", -2.0), ("f", f), ("df", df)] {
        let found = &answer["readout"][name];
        ensure!(exact(found, wanted), "readout.{name} is {found} and not {wanted:e}");
    }
    let url = answer["url"].as_str().context("a url")?;
    let ours = stage.ours.other_url("our/page/");
    ensure!(url == format!("{ours}?view=function&fn=elu&alpha=1.5&x=-2&lang=en"), "{url}");

    // Settings from the host are treated like an address: clamped, and the rest stays.
    let before = count(page, 0, "state").await?;
    say(page, 0, json!({ "type": "set", "state": { "shade": 5, "x": "0.1", "deriv": false } }))
        .await?;
    let told = heard(page, 0, "state", before).await?;
    ensure!(told["state"]["shade"] == 1 && told["state"]["deriv"] == 0, "{told}");
    let error = heard(page, 0, "error", 0).await?;
    ensure!(error["unused"][0]["key"] == "shade" && error["unused"][0]["shown"] == "1", "{error}");
    ensure!(exact(&told["readout"]["f"], elu.f(0.1, &[1.5])), "{told}");
    say(page, 0, json!({ "type": "reset" })).await?;
    let reset = get(page, 0).await?;
    ensure!(reset["state"]["alpha"] == 1, "reset: {reset}");
    say(page, 0, json!({ "type": "set", "state": { "fn": "tanh", "x": 1 } })).await?;
    let tanh = get(page, 0).await?;
    ensure!(
        exact(&tanh["readout"]["f"], libm_tanh(1.0)?) && tanh["state"]["fn"] == "tanh",
        "{tanh}"
    );

    // Unusable settings are reported.
    let before = count(page, 0, "error").await?;
    ensure!(before == 1, "an error for α out of its domain, and no other: {before}");
    say(page, 0, json!({ "type": "set", "state": { "fn": "nothing", "x": "NaN" } })).await?;
    let error = heard(page, 0, "error", before).await?;
    ensure!(error["reason"] == "unused", "{error}");
    for (at, key, value) in [(0, "fn", "nothing"), (1, "x", "NaN")] {
        let unused = &error["unused"][at];
        ensure!(unused["key"] == key && unused["value"] == value, "{error}");
        // The text that the reader sees.
        ensure!(unused["text"].as_str().is_some_and(|text| text.contains(value)), "{error}");
    }

    page.driver().enter_frame(0).await?;
    page.frames(2).await?;
    ensure!(page.js(INKED, &[]).await? == json!(true), "nothing is drawn");
    let chrome = "return ['.bar', '.chooser', '.chooser-menu', '.skip'].filter(s =>
        document.querySelector(s)?.getClientRects().length > 0).join()";
    ensure!(page.text(chrome, &[]).await?.is_empty(), "{} shown", page.text(chrome, &[]).await?);
    let full = page.text("return document.querySelector('.full a').href", &[]).await?;
    page.driver().enter_default_frame().await?;
    ensure!(full.starts_with(&ours) && !full.contains("embed"), "the way out is {full}");
    Ok(())
}

fn libm_tanh(x: f64) -> Result<f64> {
    Ok(by_id("tanh").context("tanh")?.f(x, &[]))
}
