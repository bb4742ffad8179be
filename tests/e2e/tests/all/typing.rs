//! Numbers typed, pasted, stepped and copied, in Chromium and in Firefox, and the notices of an
//! address.

use activation_explorer::activation::by_id;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::typed::read;
use activation_explorer::views;
use activation_explorer::words::notices;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_firefox, in_page, json};
use thirtyfour::prelude::*;

/// Types over what is in a box, as a keyboard or a clipboard does, and leaves it.
async fn paste(page: &Session, name: &str, text: &str) -> Result<()> {
    let script = "const box = document.querySelector(`input[name=\"${arguments[0]}\"]`);
        box.focus();
        box.select();
        if (arguments[1]) document.execCommand('insertText', false, arguments[1]);
        else document.execCommand('delete');
        box.blur()";
    page.js(script, &[json!(name), json!(text)])
        .await
        .with_context(|| format!("{name}: {text}"))?;
    Ok(())
}

async fn boxed(page: &Session, name: &str) -> Result<String> {
    page.text(
        "return document.querySelector(`input[name=\"${arguments[0]}\"]`).value",
        &[json!(name)],
    )
    .await
}

/// Waits until a box shows a number.
async fn shows(page: &Session, name: &str, number: f64) -> Result<()> {
    let script = "const box = document.querySelector(`input[name=\"${arguments[0]}\"]`);
        const seen = Number(box.value), few = Number(arguments[1].toPrecision(6));
        return box.value !== '' && (seen === arguments[1] || box !== document.activeElement && seen === few)
            && Number(box.getAttribute('aria-valuenow')) === arguments[1]";
    let waited = page.wait(script, &[json!(name), json!(number)]).await;
    let found = boxed(page, name).await?;
    waited.with_context(|| format!("{name} shows {found:?}, not {number}"))
}

/// Waits for the word beside a box, and gives it.
async fn word(page: &Session, name: &str) -> Result<String> {
    let script = "const box = document.querySelector(`input[name=\"${arguments[0]}\"]`);
        const word = document.getElementById(box.getAttribute('aria-describedby'));
        return !!word && word.getAttribute('role') === 'alert' && word.getClientRects().length > 0";
    page.wait(script, &[json!(name)]).await.with_context(|| format!("no word beside {name}"))?;
    page.text("return document.querySelector('.told').textContent", &[]).await
}

/// A box of every kind: the page, its name, and the number it starts with.
const BOXES: &[(&str, &str, f64)] = &[
    ("?view=function&fn=prelu", "weight-number", 0.25),
    ("?view=neuron", "w1-number", 1.5),
    ("?view=neuron", "b-number", 0.5),
    ("?view=softmax", "z0-number", 2.0),
    ("?view=softmax", "constant", 10.0),
    ("?view=maxout", "w1", -1.0),
    ("?view=maxout", "w1-1", 1.0),
];

async fn any_way_of_writing_is_read(page: &Session) -> Result<()> {
    let ways = ["−0.5", "0,5", "0。5", "０．５", "0，25", "1.2×10⁻⁷", "−1.2·10^-7", "1e-7", "1/3"];
    for (at, (query, name, start)) in BOXES.iter().enumerate() {
        page.goto(query).await?;
        shows(page, name, *start).await?;
        // All of them in the first, and one in each of the others.
        let some = if at == 0 { &ways[..] } else { &ways[at..=at] };
        for text in some {
            paste(page, name, text).await?;
            let number = read(text).map_err(|why| anyhow::anyhow!("{why:?}"))?;
            shows(page, name, number).await.with_context(|| format!("{query}: {text}"))?;
            let told = page.js("return !!document.querySelector('.told')", &[]).await?;
            ensure!(told == json!(false), "{query}: a word for {text}");
        }
        // What is no number leaves the last one.
        let now = boxed(page, name).await?;
        for text in ["0,5x", "", "1,234"] {
            paste(page, name, text).await?;
            let said = word(page, name).await.with_context(|| format!("{query}: {text:?}"))?;
            ensure!(said.contains(text) && said.contains(&now), "{query}: {said}");
            ensure!(boxed(page, name).await? == now, "{query}: {text:?} is taken");
            page.js("document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))", &[]).await?;
            page.wait("return !document.querySelector('.told')", &[]).await.context("it stays")?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn any_way_of_writing_a_number_is_read_in_chromium() -> Result<()> {
    in_page(Options::default(), async |page| any_way_of_writing_is_read(page).await).await
}

#[tokio::test]
async fn any_way_of_writing_a_number_is_read_in_firefox() -> Result<()> {
    in_firefox(async |page| any_way_of_writing_is_read(page).await).await
}

/// Boxes step by keys, have every digit, and tell what they do not take as it stands.
async fn boxes_step_and_tell(page: &Session) -> Result<()> {
    page.goto("?view=function&fn=selu&lang=zh").await?;
    let selu = by_id("selu").context("SELU")?;
    for (param, default) in selu.params.iter().zip(selu.defaults()) {
        let name = format!("{}-number", param.name);
        let at_rest = boxed(page, &name).await?;
        ensure!(default.to_string().starts_with(&at_rest[..5]) && at_rest.len() < 9, "{at_rest}");
        let edited = "document.querySelector(`input[name=\"${arguments[0]}\"]`).focus()";
        page.js(edited, &[json!(name)]).await?;
        ensure!(boxed(page, &name).await? == default.to_string(), "every digit of {name}");
    }
    page.goto("?view=function&fn=elu&lang=zh").await?;
    let alpha = page.driver().find(By::Css("input[name=alpha-number]")).await?;
    for (key, number) in
        [(Key::Up, 1.01), (Key::PageUp, 1.11), (Key::Down, 1.1), (Key::PageDown, 1.0)]
    {
        alpha.send_keys(key).await?;
        shows(page, "alpha-number", number).await?;
    }
    // Typed by keys, from the typed number a step further, and Enter.
    let all = "document.querySelector('input[name=alpha-number]').select()";
    page.js(all, &[]).await?;
    alpha.send_keys("2.5").await?;
    alpha.send_keys(Key::Up).await?;
    shows(page, "alpha-number", 2.51).await?;
    page.js(all, &[]).await?;
    alpha.send_keys("1,75").await?;
    alpha.send_keys(Key::Enter).await?;
    shows(page, "alpha-number", 1.75).await?;
    // Out of the domain, not whole, and against another bound.
    for (query, name, text, shown) in [
        ("?view=function&fn=softshrink", "lambd-number", "-1", 0.0),
        ("?view=function&fn=rrelu", "lower-number", "0.9", 1.0 / 3.0),
        ("?view=function&fn=rrelu&train=1", "seed", "2.7", 3.0),
        ("?view=zigzag&autoplay=0", "lr-number", "5000", 1000.0),
        ("?view=neuron", "in2-number", "−30", -10.0),
    ] {
        page.goto(query).await?;
        // The box of an extra comes after the page.
        page.wait(
            "return !!document.querySelector(`input[name=\"${arguments[0]}\"]`)",
            &[json!(name)],
        )
        .await
        .with_context(|| query.to_owned())?;
        paste(page, name, text).await?;
        shows(page, name, shown).await.with_context(|| query.to_owned())?;
        let said = word(page, name).await.with_context(|| query.to_owned())?;
        let now = boxed(page, name).await?;
        ensure!(said.contains(text) && said.contains(&now), "{query}: {said}");
    }
    Ok(())
}

#[tokio::test]
async fn boxes_step_and_tell_in_chromium() -> Result<()> {
    in_page(Options::default(), async |page| boxes_step_and_tell(page).await).await
}

#[tokio::test]
async fn boxes_step_and_tell_in_firefox() -> Result<()> {
    in_firefox(async |page| boxes_step_and_tell(page).await).await
}

#[tokio::test]
async fn the_wheel_changes_no_box() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (query, name) in [
            ("?view=function&fn=elu", "alpha-number"),
            ("?view=compare", "alpha-number"),
            ("?view=softmax", "z0-number"),
            ("?view=neuron", "w1-number"),
            ("?view=maxout", "w1"),
        ] {
            page.goto(query).await?;
            let selector = format!("input[name={name}]");
            let place = page.point(&selector, (0.5, 0.5)).await?;
            page.driver().find(By::Css(selector)).await?.click().await?;
            page.js("document.activeElement.select(); document.execCommand('insertText', false, '1.25')", &[]).await?;
            for _ in 0..5 {
                page.wheel(place, 100.0, 0).await?;
            }
            page.js("document.activeElement.blur()", &[]).await?;
            shows(page, name, 1.25).await.with_context(|| query.to_owned())?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_bound_dragged_leaves_the_other() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=rrelu").await?;
        for (lower, kept) in [(0.9, 1.0 / 3.0), (0.125, 0.125)] {
            page.slide("rrelu", "lower", lower).await?;
            shows(page, "lower-number", kept).await?;
            shows(page, "upper-number", 1.0 / 3.0).await?;
        }
        Ok(())
    })
    .await
}

/// Copies a readout and a table, and pastes what is in the clipboard into a box.
async fn copied_numbers_are_read_by_programs(page: &Session) -> Result<()> {
    // In a frame they stand below the plot; beside the point they move with the mouse.
    page.goto("?view=function&fn=elu&x=-20&xmin=-25&ymin=-2&embed=1").await?;
    let record = "addEventListener('copy', event => {
        window.copied = event.clipboardData.getData('text/plain');
    })";
    for (selector, wanted) in [("[data-read=x]", "-20.000"), ("[data-read=df]", "2.0612e-9")] {
        // A press starts a selection; the rest of it is chosen exactly.
        let readout = page.driver().find(By::Css(selector)).await?;
        readout.scroll_into_view().await?;
        page.driver().action_chain().double_click_element(&readout).perform().await?;
        let select = "getSelection().selectAllChildren(document.querySelector(arguments[0]));
            window.copied = ''; return String(getSelection())";
        let mut found = String::new();
        // The code for copies is being loaded.
        for _ in 0..30 {
            let seen = page.text(select, &[json!(selector)]).await?;
            ensure!(seen.contains(['−', '×']), "{selector} shows {seen:?}");
            // Last of all listeners.
            page.js(record, &[]).await?;
            page.driver()
                .action_chain()
                .key_down(Key::Control)
                .send_keys("c")
                .key_up(Key::Control)
                .perform()
                .await?;
            found = page.text("return window.copied ?? ''", &[]).await?;
            if !found.is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        ensure!(found.trim() == wanted, "{selector}: {found:?}, not {wanted}");
    }
    Ok(())
}

#[tokio::test]
async fn copied_numbers_are_read_by_programs_in_chromium() -> Result<()> {
    in_page(Options::default(), async |page| copied_numbers_are_read_by_programs(page).await).await
}

#[tokio::test]
async fn copied_numbers_are_read_by_programs_in_firefox() -> Result<()> {
    in_firefox(async |page| copied_numbers_are_read_by_programs(page).await).await
}

#[tokio::test]
async fn an_address_that_is_not_shown_as_written_is_told() -> Result<()> {
    in_page(Options::default(), async |page| {
        for lang in Lang::ALL {
            for query in [
                "view=function&fn=softplus&beta=-1&alhpa=3",
                "view=function&amp;fn=elu&amp;x=1&shade=5",
                "view=neuron&in=20,-30",
                "view=maxout&target=7",
                "view=zigzag&steps=2.7&lr=-1&autoplay=0",
                "view=function&fn=hardtanh&min_val=4&max_val=3&min-val=2",
            ] {
                let query = format!("{query}&lang={}", lang.code());
                let (state, told) = views::parse(&query);
                ensure!(!told.is_empty(), "{query} has nothing to tell");
                let wanted: Vec<_> =
                    told.iter().map(|notice| notices::line(lang, notice, &state)).collect();
                page.goto(&format!("?{query}")).await?;
                let lines = "return JSON.stringify([...document.querySelectorAll('.notice li')]
                    .map(line => line.textContent)) === JSON.stringify(arguments[0])";
                page.wait(lines, &[json!(wanted)]).await.with_context(|| query.clone())?;
                let chosen =
                    page.text("return document.querySelector('main').innerText", &[]).await?;
                ensure!(chosen.contains(state.act.name) || !state.view.reads.function, "{query}");
            }
            // Trackers are none of the reader's business.
            page.goto(&format!("?utm_source=x&fbclid=y&lang={}", lang.code())).await?;
            let notice = page.js("return !!document.querySelector('.notice')", &[]).await?;
            ensure!(notice == json!(false), "a notice for trackers");
        }
        Ok(())
    })
    .await
}
