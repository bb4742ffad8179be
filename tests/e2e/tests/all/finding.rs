//! The search: opened by keys, worked by keys, and the focus comes back.

use crate::embed::stage::Stage;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

const OPEN: &str = "return !!document.querySelector('dialog.finder')?.open";
const FIRST: &str =
    "return document.querySelector('[role=option][aria-selected=true]')?.dataset.query ?? ''";

async fn key(page: &Session, key: &str, control: bool) -> Result<()> {
    let script = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: arguments[0], ctrlKey: arguments[1], bubbles: true, cancelable: true }))";
    page.js(script, &[json!(key), json!(control)]).await?;
    page.frames(2).await
}

async fn write(page: &Session, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('dialog.finder input');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.js(script, &[json!(text)]).await?;
    page.frames(2).await
}

#[tokio::test]
async fn a_name_in_either_language_is_found_and_opened_by_keys() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&lang=zh").await?;
        for (opens, control, text, wanted) in [
            ("/", false, "silu", "view=function&fn=swish"),
            ("k", true, "hard sw", "view=function&fn=hardswish"),
            ("/", false, "次梯度", "view=learn&chapter=glossary&section=sub-gradient"),
            ("/", false, "zig-zag", "view=zigzag"),
        ] {
            key(page, opens, control).await?;
            page.wait(OPEN, &[]).await.with_context(|| format!("{opens} opens nothing"))?;
            let focus = "return document.activeElement.name";
            ensure!(page.text(focus, &[]).await? == "find");
            write(page, text).await?;
            let first = page.text(FIRST, &[]).await?;
            ensure!(first == wanted, "{text} finds {first}");
            key(page, "Enter", false).await?;
            page.wait("return location.search.startsWith('?' + arguments[0])", &[json!(wanted)])
                .await
                .with_context(|| text.to_owned())?;
            ensure!(page.js(OPEN, &[]).await? == json!(false), "it stays open");
            ensure!(page.text("return document.documentElement.lang", &[]).await? == "zh-CN");
        }
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn arrows_choose_escape_closes_and_what_is_unknown_is_said() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&lang=en").await?;
        page.js("document.querySelector('button.find').focus()", &[]).await?;
        page.js("document.querySelector('button.find').click()", &[]).await?;
        page.wait(OPEN, &[]).await?;
        write(page, "relu").await?;
        let options = "return [...document.querySelectorAll('[role=option]')].map(o => o.dataset.query)";
        let all: Vec<String> = serde_json::from_value(page.js(options, &[]).await?)?;
        ensure!(all.len() > 3, "{all:?}");
        for (press, wanted) in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", all.len() - 1)] {
            key(page, press, false).await?;
            let now = page.text(FIRST, &[]).await?;
            ensure!(now == all[wanted], "{press}: {now}");
            let told = "const field = document.querySelector('dialog.finder input');
                return document.getElementById(field.getAttribute('aria-activedescendant'))?.dataset.query";
            ensure!(page.text(told, &[]).await? == now, "screen readers hear of another");
        }
        let said = "return document.querySelector('.finder [role=status]').textContent";
        for (text, count) in [("hardswisch", true), ("qqqqqqqq", false)] {
            write(page, text).await?;
            let words = page.text(said, &[]).await?;
            ensure!(words.contains(&format!("“{text}”")), "{words}");
            let any = page.js("return document.querySelectorAll('[role=option]').length > 0", &[]).await?;
            ensure!(any == json!(count), "{text}: {any}");
        }
        for kind in ["rawKeyDown", "keyUp"] {
            let escape = json!({ "type": kind, "key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27 });
            page.cdp("Input.dispatchKeyEvent", escape).await?;
        }
        page.wait("return !document.querySelector('dialog.finder')", &[]).await?;
        let back = "return document.activeElement.matches('button.find')";
        ensure!(page.js(back, &[]).await? == json!(true), "the focus is lost");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slash_is_text_in_a_field_and_the_host_pages_in_a_frame() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=compare&lang=en").await?;
        page.js("document.querySelector('input.add').focus()", &[]).await?;
        key(page, "/", false).await?;
        page.frames(10).await?;
        ensure!(page.js(OPEN, &[]).await? == json!(false), "it steals a slash");
        key(page, "p", false).await?;
        ensure!(page.js("return location.search.includes('present')", &[]).await? == json!(false));
        Ok(())
    })
    .await?;
    let stage = Stage::with("<iframe src='{ours}?view=function&fn=elu'></iframe>").await?;
    in_page(Options::default(), async |page| {
        stage.open(page, 1).await?;
        page.driver().enter_frame(0).await?;
        for (press, control) in [("/", false), ("k", true), ("p", false)] {
            key(page, press, control).await?;
            page.frames(10).await?;
            let quiet = "return !document.querySelector('dialog, [data-lecture]')";
            ensure!(page.js(quiet, &[]).await? == json!(true), "{press} does something");
        }
        page.driver().enter_default_frame().await?;
        Ok(())
    })
    .await
}
