//! `embed.js`: however it came to the page, wherever the frames stand, and an element that follows its
//! attributes.

use super::stage::{Stage, get, say};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};
use std::time::Duration;

/// Every frame, in shadow trees too.
const FRAMES: &str = "const frames = root => [...root.querySelectorAll('*')].flatMap(e =>
    [...(e.tagName === 'IFRAME' ? [e] : []), ...(e.shadowRoot ? frames(e.shadowRoot) : [])]);";

#[tokio::test]
async fn every_way_to_load_it_gives_frames_their_height() -> Result<()> {
    let element = "<activation-explorer fn=elu alpha=1.5></activation-explorer>";
    let iframe = |base: &str| {
        format!("<iframe src='{base}?embed=1&view=function&fn=elu' style='height:520px'></iframe>")
    };
    let shadow = "<div id=shadow></div><script>
        const root = document.getElementById('shadow').attachShadow({ mode: 'open' });
        root.innerHTML = `<iframe src='{ours}?embed=1&view=function&fn=elu' style='height:520px;width:100%'></iframe>`;
        const closed = document.createElement('div').attachShadow({ mode: 'closed' });
        closed.innerHTML = '<activation-explorer fn=elu></activation-explorer>';
        document.body.append(closed.host);
        window.inside = closed.querySelector('activation-explorer');
        </script>";
    let text = "<script>fetch('{ours}embed.js').then(r => r.text()).then(text => {
            const script = document.createElement('script');
            script.textContent = text;
            document.head.append(script);
        })</script>";
    let injected = "<script>
        const script = document.createElement('script');
        script.src = '{ours}embed.js';
        document.head.append(script)</script>";
    let plain = "<script src='{ours}embed.js'></script>";
    for (name, html) in [
        ("a classic script", format!("{plain}{element}")),
        ("deferred", format!("<script defer src='{{ours}}embed.js?v=2'></script>{element}")),
        ("a module", format!("<script type=module src='{{ours}}embed.js'></script>{element}")),
        ("import()", format!("<script type=module>import('{{ours}}embed.js')</script>{element}")),
        ("injected", format!("{injected}{element}")),
        ("as text, with src", format!("{text}{}", element.replace("fn=", "src='{ours}' fn="))),
        ("another name of the host", format!("{plain}{}", iframe("{also}"))),
        ("moved", format!("{}{}", plain.replace("{ours}", "{moved}"), iframe("{moved}"))),
        ("in a shadow tree", format!("{plain}{shadow}")),
    ] {
        let stage = Stage::with(&html).await?;
        in_page(Options::default(), async |page| {
            stage.open(page, 0).await?;
            let fits = format!(
                "{FRAMES} const all = [...frames(document), ...(window.inside ? [inside.firstElementChild] : [])];
                return all.length === {} && all.every(f => (h => h > 300 && h !== 520)(parseFloat(f.style.height)))",
                if name == "in a shadow tree" { 2 } else { 1 }
            );
            page.wait_within(Duration::from_secs(25), &fits, &[]).await?;
            let errors = page.console_errors().await?;
            ensure!(errors.is_empty(), "{errors:#?}");
            Ok(())
        })
        .await
        .with_context(|| name.to_owned())?;
    }
    Ok(())
}

#[tokio::test]
async fn a_script_that_cannot_know_where_it_came_from_says_so() -> Result<()> {
    let html = "<script>fetch('{ours}embed.js').then(r => r.text()).then(text => {
            const script = document.createElement('script');
            script.textContent = text;
            document.head.append(script);
        })</script><activation-explorer fn=elu><a href='{ours}'>ELU</a></activation-explorer>";
    let stage = Stage::with(html).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 0).await?;
        page.wait("return !!customElements.get('activation-explorer')", &[]).await?;
        page.frames(3).await?;
        let errors = page.console_errors().await?;
        ensure!(errors.len() == 1 && errors[0].contains("Give the element src="), "{errors:#?}");
        // The link in it stays.
        let link = "return document.querySelector('activation-explorer').textContent";
        ensure!(page.text(link, &[]).await? == "ELU", "the link is gone");
        Ok(())
    })
    .await
}

/// Waits until the frame of the element has this state.
async fn shows(page: &Session, wanted: &[(&str, serde_json::Value)]) -> Result<()> {
    let mut last = json!(null);
    for _ in 0..60 {
        say(page, 0, json!({ "type": "get" })).await?;
        page.frames(6).await?;
        last = page
            .js("return got.filter(g => g.data.type === 'state').at(-1)?.data.state ?? null", &[])
            .await?;
        if wanted.iter().all(|(key, value)| last[key] == *value) {
            return Ok(());
        }
    }
    anyhow::bail!("{wanted:?} is not what it shows: {last}")
}

#[tokio::test]
async fn the_element_follows_its_attributes_and_keeps_its_state_when_it_moves() -> Result<()> {
    let html = "<div id=here></div><div id=there></div><script src='{ours}embed.js'></script>";
    let stage = Stage::with(html).await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 0).await?;
        // First on the page, then with attributes, some of other tools.
        let make = "window.element = document.createElement('activation-explorer');
            document.getElementById('here').append(element);
            for (const [key, value] of Object.entries({ fn: 'gelu', x: '-2', 'data-v-1': '', role: 'figure' }))
                element.setAttribute(key, value)";
        page.js(make, &[]).await?;
        shows(page, &[("fn", json!("gelu")), ("x", json!(-2))]).await?;
        page.js("element.setAttribute('x', '1')", &[]).await?;
        shows(page, &[("fn", json!("gelu")), ("x", json!(1))]).await?;
        page.js("element.setAttribute('fn', 'elu'); element.setAttribute('alpha', '2')", &[]).await?;
        shows(page, &[("fn", json!("elu")), ("x", json!(1)), ("alpha", json!(2))]).await?;
        // What the reader does is kept by the next attribute, and by a move.
        say(page, 0, json!({ "type": "set", "state": { "alpha": 3, "tangent": 0 } })).await?;
        page.js("element.setAttribute('x', '-1')", &[]).await?;
        let all = [("fn", json!("elu")), ("x", json!(-1)), ("alpha", json!(3)), ("tangent", json!(0))];
        shows(page, &all).await?;
        let moved = "window.got = [];
            document.getElementById('there').append(element);
            return document.querySelectorAll('iframe').length";
        ensure!(page.js(moved, &[]).await? == json!(1), "two frames");
        let ready = "return got.some(g => g.data.type === 'ready')";
        page.wait_within(Duration::from_secs(20), ready, &[]).await.context("after the move")?;
        shows(page, &all).await?;
        // Without an attribute, as if it had never been there.
        page.js("element.removeAttribute('alpha')", &[]).await?;
        shows(page, &[("fn", json!("elu")), ("x", json!(-1)), ("alpha", json!(1))]).await?;
        let state = get(page, 0).await?["state"].clone();
        ensure!(state["embed"] == 1, "{state}");
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        let told = "return got.filter(g => g.data.type === 'error').length";
        ensure!(page.js(told, &[]).await? == json!(0), "other attributes were taken for keys");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_enlarged_frame_is_sharp() -> Result<()> {
    let frame = "<iframe src='{ours}?embed=1&view=function&fn=elu{key}' style='width:600px;height:520px'></iframe>";
    let double = |key: &str, style: &str| {
        format!("<div style='{style}'>{}</div>", frame.replace("{key}", key))
    };
    let scaled = "transform:scale(2);transform-origin:0 0;height:1100px";
    let all = [double("&ratio=2", scaled), double("", scaled), double("", "zoom:2")];
    for (index, (name, html)) in [
        ("told by the address", all[0].clone()),
        ("a transform", format!("<script src='{{ours}}embed.js'></script>{}", all[1])),
        ("zoom", format!("<script src='{{ours}}embed.js'></script>{}", all[2])),
    ]
    .into_iter()
    .enumerate()
    {
        let stage = Stage::with(&html).await?;
        in_page(Options { height: 1200, ..Options::default() }, async |page| {
            stage.open(page, 1).await?;
            page.driver().enter_frame(0).await?;
            let sharp = "const canvas = document.querySelector('figure canvas');
                return Math.abs(canvas.width / canvas.clientWidth - 2) < 0.02";
            page.wait(sharp, &[]).await?;
            page.driver().enter_default_frame().await.map_err(anyhow::Error::from)
        })
        .await
        .with_context(|| format!("{index}: {name}"))?;
    }
    Ok(())
}
