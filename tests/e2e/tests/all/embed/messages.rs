//! What a host page says is kept until the page listens, read whole or refused whole, and what it
//! saves it can restore.

use super::stage::{Stage, count, get, heard, say};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};

/// A frame whose host speaks as soon as it has loaded.
fn on_load(query: &str, messages: &[Value]) -> String {
    let say = messages.iter().map(|message| {
        let text = message.to_string().replace('"', "&quot;");
        format!("this.contentWindow.postMessage({{source:'activation-explorer',...{text}}},'*');")
    });
    let say: String = say.collect();
    format!("<iframe src='{{ours}}?embed=1&lang=en&{query}' height=520 onload=\"{say}\"></iframe>")
}

#[tokio::test]
async fn what_is_said_on_load_is_kept_in_order() -> Result<()> {
    let elu = on_load(
        "view=function&fn=elu",
        &[
            json!({ "type": "set", "state": { "alpha": 2 } }),
            json!({ "type": "get" }),
            json!({ "type": "set", "state": { "alpha": 3, "x": 1 } }),
        ],
    );
    let zigzag = on_load(
        "view=gallery",
        &[
            json!({ "type": "set", "state": { "view": "zigzag", "speed": 60 } }),
            json!({ "type": "play" }),
        ],
    );
    let stage = Stage::with(&format!("{elu}{zigzag}")).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 2).await?;
        let told = "return got.filter(g => g.frame === 0).map(({ data }) => [data.type, data.state?.alpha ?? null])";
        let both = "return [2, 3].every(alpha => got.some(g => g.frame === 0 && g.data.state?.alpha === alpha))";
        if let Err(late) = page.wait(both, &[]).await {
            return Err(late.context(page.js(told, &[]).await?.to_string()));
        }
        let last = get(page, 0).await?;
        ensure!(last["state"]["alpha"] == 3 && last["readout"]["x"] == 1, "{last}");
        page.driver().enter_frame(1).await?;
        let plays = "const demo = document.querySelector('[data-demo=zigzag]');
            return demo?.dataset.playing === 'true' && +demo.dataset.step > 2";
        page.wait(plays, &[]).await.context("it was told to play before it could")?;
        page.driver().enter_default_frame().await?;
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

/// A host page with one frame.
async fn with_frame(query: &str, test: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    let frame = format!("<iframe src='{{ours}}?embed=1&lang=en&{query}' height=520></iframe>");
    let stage = Stage::with(&frame).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        test(page).await
    })
    .await
}

/// Sets the state, and waits until the host has been told of it.
async fn set(page: &Session, state: Value) -> Result<()> {
    say(page, 0, json!({ "type": "set", "state": state })).await?;
    page.frames(25).await
}

#[tokio::test]
async fn lists_and_large_states_are_taken_and_larger_ones_told() -> Result<()> {
    with_frame("view=softmax", async |page| {
        for (state, key, wanted) in [
            (json!({ "z": [3, 1, 0] }), "z", "3,1,0"),
            (json!({ "view": "compare", "cmp": ["elu", "gelu"] }), "cmp", "elu,gelu"),
            (json!({ "view": "gallery", "only": ["bounded", "smooth"] }), "only", "bounded,smooth"),
        ] {
            set(page, state).await?;
            let told = get(page, 0).await?;
            ensure!(
                told["state"][key] == wanted,
                "{key} is {} and not {wanted}",
                told["state"][key]
            );
        }
        let number = |i: usize| (i as f64).sin() * 2.0;
        let list = |count: usize| (0..count).map(number).collect::<Vec<_>>();
        let state =
            json!({ "view": "maxout", "pieces": list(18), "planes": list(18), "curve": list(17) });
        ensure!(state.to_string().len() > 1024, "no large state");
        set(page, state.clone()).await?;
        let told = get(page, 0).await?["state"].clone();
        for key in ["pieces", "planes", "curve"] {
            let text = told[key].as_str().context("a list")?;
            let numbers: Result<Vec<f64>, _> = text.split(',').map(str::parse).collect();
            ensure!(json!(numbers?) == state[key], "{key}: {text}");
        }
        // Too large for a message, and too long for an address.
        ensure!(count(page, 0, "error").await? == 0, "an error before");
        for (turn, state) in [
            json!({ "x": "9".repeat(17_000) }),
            json!({ "view": "gallery", "section": "a".repeat(15_000) }),
        ]
        .into_iter()
        .enumerate()
        {
            set(page, state).await?;
            let error = heard(page, 0, "error", turn).await?;
            let reason = if turn == 0 { "too_long" } else { "unused" };
            ensure!(error["reason"] == reason, "{error}");
            ensure!(get(page, 0).await?["state"] == told, "the state changed");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_set_that_cannot_be_used_changes_nothing_and_says_why_once() -> Result<()> {
    with_frame("view=function&fn=elu&alpha=1.5&x=-2", async |page| {
        let before = get(page, 0).await?["state"].clone();
        for (turn, (state, keys)) in [
            (json!({ "view": "nosuch", "x": 1 }), json!(["view"])),
            (json!({ "alpha": "2,5", "x": 1 }), json!(["alpha"])),
            (json!({ "x": null, "alpha": {} }), json!(["alpha", "x"])),
            (json!({ "view": "softmax", "z": "a,b" }), json!(["z"])),
            (json!("fn=tanh"), json!(["state"])),
            (json!(null), json!(["state"])),
            (json!({ "x": [[1]] }), json!(["x"])),
        ]
        .into_iter()
        .enumerate()
        {
            set(page, state.clone()).await?;
            let error = heard(page, 0, "error", turn).await.with_context(|| state.to_string())?;
            let unused = error["unused"].as_array().context("a list")?;
            let mut named: Vec<_> = unused.iter().filter_map(|each| each["key"].as_str()).collect();
            named.sort_unstable();
            ensure!(error["reason"] == "unused" && json!(named) == keys, "{state}: {error}");
            ensure!(get(page, 0).await?["state"] == before, "{state} changed the state");
            ensure!(count(page, 0, "error").await? == turn + 1, "{state}: told twice");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_get_gives_set_restores() -> Result<()> {
    with_frame("view=gallery&elu.alpha=2&swish.beta=3", async |page| {
        for state in [
            json!({}),
            json!({ "view": "zigzag", "batch": 8, "cmp": "softsign" }),
            json!({ "view": "compare", "cmp": "elu,selu", "elu.alpha": 0.5, "xmin": -3.5 }),
            json!({ "view": "function", "fn": "gelu", "x": 0.1 }),
        ] {
            set(page, state).await?;
            let saved = get(page, 0).await?;
            set(page, json!({ "view": "kink", "softplus.beta": 9 })).await?;
            ensure!(get(page, 0).await?["state"]["view"] == "kink", "it did not go elsewhere");
            set(page, saved["state"].clone()).await?;
            let restored = get(page, 0).await?;
            for part in ["state", "url"] {
                ensure!(restored[part] == saved[part], "{} became {}", saved[part], restored[part]);
            }
        }
        ensure!(count(page, 0, "error").await? == 0, "an error");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_that_is_hidden_at_the_start_tells_its_height_when_it_has_one() -> Result<()> {
    let frame =
        "<details><iframe src='{ours}?embed=1&view=function&fn=elu' height=520></iframe></details>";
    let stage = Stage::with(frame).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 0).await?;
        // It works, without a height.
        let mut answer = Value::Null;
        for _ in 0..20 {
            say(page, 0, json!({ "type": "get" })).await?;
            page.frames(10).await?;
            if count(page, 0, "state").await? > 0 {
                answer = heard(page, 0, "state", 0).await?;
                break;
            }
        }
        ensure!(answer["state"]["fn"] == "elu", "no answer while it is hidden");
        page.js("document.querySelector('details').open = true", &[]).await?;
        let ready = heard(page, 0, "ready", 0).await?;
        ensure!(ready["height"].as_f64() > Some(100.0), "{ready}");
        let none = "return got.every(g => g.data.height === undefined || g.data.height > 0)";
        ensure!(page.js(none, &[]).await? == json!(true), "a height of 0 was told");
        ensure!(count(page, 0, "ready").await? == 1, "ready twice");
        Ok(())
    })
    .await
}
