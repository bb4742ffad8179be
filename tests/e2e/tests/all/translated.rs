//! The page under a browser's translator, emulated: every text replaced by `<font><font>…`, the
//! text that the page has made out of the document. What the page shows after that must be what it
//! shows without a translator. And formulas that are copied.

use activation_explorer::views::{self, function};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_firefox, in_page, json, states};

/// Does what a translator does; nothing where nothing is to be translated.
const TRANSLATE: &str =
    "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    let count = 0;
    for (const text of texts) {
        const kept = text.parentElement.closest('[translate=no], script, style, option, textarea');
        if (kept || !text.data.trim()) continue;
        const [outer, inner] = [1, 2].map(() => document.createElement('font'));
        inner.textContent = text.data;
        outer.append(inner);
        if (arguments[0]) {
            // In two steps, as other programs do it.
            text.before(outer);
            text.remove();
        } else {
            text.replaceWith(outer);
        }
        count += 1;
    }
    return count";

/// What is to be seen in the page's view.
const SEEN: &str = "return document.querySelector('main').innerText + '\\n'
    + document.querySelector('header').innerText";

/// What a reader does, by name.
const ACT: &str = "const seen = (selector) =>
        [...document.querySelectorAll('main ' + selector)].filter(e => e.getClientRects().length);
    const event = (name) => new Event(name, { bubbles: true });
    switch (arguments[0]) {
        case 'slide':
            for (const slider of seen('input[type=range]').slice(0, 6)) {
                const [low, high] = [+slider.min, +slider.max];
                slider.value = low + 0.8 * (high - low);
                slider.dispatchEvent(event('input'));
                slider.dispatchEvent(event('change'));
            }
            break;
        case 'check':
            for (const box of seen('input[type=checkbox]').slice(0, 4)) box.click();
            break;
        case 'choose':
            for (const menu of [...document.querySelectorAll('main select')].slice(0, 1)) {
                menu.selectedIndex = (menu.selectedIndex + 3) % menu.options.length;
                menu.dispatchEvent(event('change'));
            }
            break;
        case 'press':
            seen('button[aria-pressed=false]')[0]?.click();
            break;
        case 'step':
            for (let i = 0; i < 3; i++) seen('[data-player=step]')[0]?.click();
            break;
        case 'language':
            document.querySelector('header .language').click();
            break;
    }";

/// Waits until nothing has changed for a while, and gives what is to be seen. What is spoken
/// changes half a second after what is shown.
async fn settled(page: &Session) -> Result<String> {
    let (mut before, mut same) = (String::new(), 0);
    for _ in 0..200 {
        let now = page.text(SEEN, &[]).await?;
        same = if now == before { same + 1 } else { 0 };
        if same == 6 && !now.trim().is_empty() {
            return Ok(now);
        }
        before = now;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("it goes on changing: {before}")
}

/// The first lines that differ.
fn difference(found: &str, wanted: &str) -> String {
    let mut pairs = found.lines().zip(wanted.lines());
    let first = pairs.find(|(a, b)| a != b);
    let (a, b) = first.unwrap_or(("(the end)", "(the end)"));
    format!("it shows {a:?} where it should show {b:?}")
}

/// Does all of `acts` in a state, with and without a translator, and compares what is to be seen.
async fn compare(page: &Session, query: &str, acts: &[&str], two_steps: bool) -> Result<()> {
    page.goto(&format!("?{query}")).await?;
    let mut wanted = vec![settled(page).await?];
    for act in acts {
        page.js(ACT, &[json!(act)]).await?;
        wanted.push(settled(page).await?);
    }
    // A new document: the address may be the same.
    page.driver().goto("about:blank").await?;
    page.goto(&format!("?{query}")).await?;
    settled(page).await?;
    let names = [&["nothing"], acts].concat();
    for (act, wanted) in names.iter().zip(&wanted) {
        page.js(ACT, &[json!(act)]).await?;
        if page
            .wait(&format!("return (() => {{ {SEEN} }})() === arguments[0]"), &[json!(wanted)])
            .await
            .is_err()
        {
            let found = page.text(SEEN, &[]).await?;
            anyhow::bail!("?{query}, after {act:?}: {}", difference(&found, wanted));
        }
        let count = page.js(TRANSLATE, &[json!(two_steps)]).await?;
        ensure!(count.as_u64() > Some(0), "?{query}: nothing was there to translate");
    }
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "?{query}: {errors:?}");
    Ok(())
}

const ACTS: [&str; 7] = ["slide", "check", "press", "step", "choose", "slide", "language"];

/// Every second view, so that two browsers share the work.
async fn every_view(half: usize) -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut wrong = Vec::new();
        for view in views::ALL.iter().skip(half).step_by(2) {
            for (index, query) in states::of(view).iter().enumerate() {
                let query = format!("{query}&lang=en");
                let acts = if index == 0 { &ACTS[..] } else { &["slide", "language"] };
                let query = query.trim_start_matches('&');
                if let Err(why) = compare(page, query, acts, index % 2 == 1).await {
                    wrong.push(format!("{why:#}"));
                }
            }
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn live_text_follows_under_a_translator_in_every_view() -> Result<()> {
    every_view(0).await
}

#[tokio::test]
async fn live_text_follows_under_a_translator_in_every_other_view() -> Result<()> {
    every_view(1).await
}

#[tokio::test]
async fn live_text_follows_under_a_translator_in_firefox() -> Result<()> {
    in_firefox(async |page| {
        let query = states::query(&function::VIEW, "fn=elu&x=-2&lang=en");
        compare(page, &query, &["slide", "check", "language"], false).await
    })
    .await
}

/// The row of the report: α → 2 with the probe at −2.
#[tokio::test]
async fn the_numbers_of_elu_follow_its_slider_under_a_translator() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&x=-2&lang=en").await?;
        settled(page).await?;
        page.js(TRANSLATE, &[]).await?;
        page.slide("elu", "alpha", 2.0).await?;
        let shown = "return document.querySelector('[data-read=f]').textContent === '−1.7293'
            && document.querySelector('#in-words').textContent.includes('(−2, ∞)')";
        page.wait(shown, &[]).await.context("the value and the sentence")?;
        page.js("document.querySelector('[data-act=gelu]').click()", &[]).await?;
        let name = "const h1 = document.querySelector('h1').textContent;
            return h1.startsWith('GELU') && !h1.includes('ELU E')";
        page.wait(name, &[]).await.context("the heading of another function")
    })
    .await
}

/// The translator's own way back puts the page's texts into the places of its translations.
#[tokio::test]
async fn the_original_can_be_shown_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=saturation&fn=elu&lang=en").await?;
        let before = settled(page).await?;
        let there_and_back = "const real = Element.prototype.replaceWith;
            window.pairs = [];
            CharacterData.prototype.replaceWith = function (font) {
                pairs.push([font, this]);
                this.parentNode.replaceChild(font, this);
            };";
        page.js(there_and_back, &[]).await?;
        page.js(TRANSLATE, &[]).await?;
        page.frames(2).await?;
        page.js("for (const [font, text] of pairs) font.parentNode.replaceChild(text, font)", &[])
            .await?;
        let after = settled(page).await?;
        ensure!(after == before, "{}", difference(&after, &before));
        let left = page.js("return document.querySelectorAll('font').length", &[]).await?;
        ensure!(left == json!(0), "{left} translations are left");
        page.slide("elu", "alpha", 2.0).await?;
        let follows = "return document.querySelector('main').innerText !== arguments[0]";
        page.wait(follows, &[json!(before)]).await
    })
    .await
}

/// Formulas, code, and what is a number only.
#[tokio::test]
async fn what_has_no_translation_says_so() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut wrong = Vec::new();
        for (_, query) in states::first() {
            page.goto(&format!("?{query}")).await?;
            settled(page).await?;
            let open = "const own = 'math, code, pre, kbd, svg text, .symbol';
                const number = /^[−\\-+0-9.,×⁰¹²³⁴⁵⁶⁷⁸⁹⁻%\\s–=]+$/;
                const all = [...document.querySelectorAll(own)].concat(
                    [...document.querySelectorAll('data')].filter(e => number.test(e.textContent)));
                return all.filter(e => e.textContent.trim() && !e.closest('[translate=no]'))
                    .map(e => e.outerHTML.slice(0, 120))";
            let found = page.js(open, &[]).await?;
            if found != json!([]) {
                wrong.push(format!("?{query}: {found:#}"));
            }
            let bare = "return document.querySelectorAll('math:not([alttext])').length";
            ensure!(page.js(bare, &[]).await? == json!(0), "?{query}: a formula without text");
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    })
    .await
}

/// The words about a failure stay when a translator names its own language.
#[tokio::test]
async fn a_failure_is_told_under_a_translator_too() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en").await?;
        page.js("document.documentElement.lang = 'de'", &[]).await?;
        page.frames(2).await?;
        let shown = "return [...document.querySelectorAll('#failure [lang]')]
            .filter(e => !e.hidden).map(e => e.lang).every(lang => lang === 'en')
            && document.querySelectorAll('#failure [lang]:not([hidden])').length > 0";
        ensure!(page.js(shown, &[]).await? == json!(true), "no words are left");
        Ok(())
    })
    .await
}

/// What a copied selection puts on the clipboard.
const COPIED: &str = "const range = document.createRange();
    const element = document.querySelector(arguments[0]);
    if (arguments[1]) range.setStart(element, 0), range.setEnd(element, 1);
    else range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.clipboardData.getData('text/plain')";

#[tokio::test]
async fn a_copied_formula_is_a_line_of_text() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=sigmoid&lang=en").await?;
        page.wait("return document.querySelectorAll('.formula math').length > 1", &[]).await?;
        for (selector, part) in
            [(".definition .formula", false), (".definition .formula math", true)]
        {
            let text = page.text(COPIED, &[json!(selector), json!(part)]).await?;
            ensure!(text.trim() == "f(x) = 1/(1 + e^(-x))", "{selector}: {text:?}");
        }
        // Words keep their place and their lines.
        let text = page.text(COPIED, &[json!(".definition"), json!(false)]).await?;
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        let heading = page.text("return document.querySelector('.definition h2').textContent", &[]);
        ensure!(lines.first() == Some(&heading.await?.as_str()), "{lines:?}");
        ensure!(lines.contains(&"f(x) = 1/(1 + e^(-x))"), "{lines:?}");
        // Where there is no formula, the browser copies as it always does.
        let plain = page.text(COPIED, &[json!("header"), json!(false)]).await?;
        ensure!(plain.is_empty(), "{plain:?}");
        Ok(())
    })
    .await
}
