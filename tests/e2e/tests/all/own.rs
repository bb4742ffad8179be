//! One's own function: a formula is typed and drawn, what is none is told, its address is exact.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page, json};

/// Types a text over what is in the field, as a keyboard does, so that the browser can undo it.
async fn typed(page: &Session, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('#own-formula');
        field.focus();
        field.select();
        document.execCommand('insertText', false, arguments[0])";
    page.js(script, &[json!(text)]).await.with_context(|| text.to_owned())?;
    page.frames(2).await
}

/// Opens an address and waits for the field.
async fn open(page: &Session, query: &str) -> Result<()> {
    page.goto(query).await?;
    page.wait("return !!document.querySelector('#own-formula')?.value", &[])
        .await
        .context("no field")
}

/// What is told of a fault, and the line with its caret.
async fn fault(page: &Session) -> Result<(String, String)> {
    let told = page.text("return document.querySelector('#own-fault').textContent", &[]).await?;
    let caret = "const caret = document.querySelector('.formula-field .under-text');
        return caret.textContent";
    Ok((told, page.text(caret, &[]).await?))
}

/// The number at the probe.
async fn read(page: &Session, name: &str) -> Result<f64> {
    page.number(&format!("[data-read={name}]")).await
}

#[tokio::test]
async fn typing_a_formula_draws_it_and_a_wrong_one_keeps_the_curve() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=function&fn=own&x=2&lang=en").await?;
        typed(page, "x^2/2").await?;
        ensure!((read(page, "f").await?, read(page, "df").await?) == (2.0, 2.0));
        page.js("window.mark = document.querySelector('#own-formula')", &[]).await?;
        let (told, caret) = fault(page).await?;
        ensure!(told.is_empty() && caret.is_empty(), "{told}{caret}");
        // One that has an end to come, and one with a name that there is not.
        for (text, sentence, line) in [
            ("x^2/", "A number, a letter or a function is missing here.", "    ^"),
            ("1 + sigmod(x)", "There is no “sigmod”; did you mean sigmoid?", "    ^^^^^^"),
        ] {
            typed(page, text).await?;
            let found = fault(page).await?;
            ensure!(found == (sentence.into(), line.into()), "{text}: {found:?}");
            ensure!(read(page, "f").await? == 2.0, "{text}: the curve has gone");
        }
        typed(page, "sigmoid(x)").await?;
        ensure!(fault(page).await?.0.is_empty());
        ensure!((read(page, "f").await? - 0.880_797_077_977_882_3).abs() < 1e-15);
        // The field is the same one all the time: the focus stays, and the browser can undo.
        ensure!(page.js("return mark === document.activeElement", &[]).await? == json!(true));
        page.js("document.execCommand('undo')", &[]).await?;
        page.frames(2).await?;
        ensure!(fault(page).await?.0.contains("sigmod"), "nothing was undone");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_address_has_the_formula_and_its_parameters() -> Result<()> {
    in_page(Options::default(), async |page| {
        open(page, "?view=function&fn=own&f=max%28a*x,x%29&own.a=0.25&x=-2&lang=en").await?;
        ensure!((read(page, "f").await?, read(page, "df").await?) == (-0.5, 0.25));
        let value = "return document.querySelector('#own-formula').value";
        ensure!(page.text(value, &[]).await? == "max(a * x, x)");
        typed(page, "a*x + b").await?;
        page.wait("return location.search.includes('f=a*x%2Bb&own.a=0.25')", &[]).await?;
        // A letter more has a slider more; what it is set to is in the address.
        page.js(
            "const slider = document.querySelector('input[type=range][name=b]');
            slider.value = 2; slider.dispatchEvent(new Event('input', { bubbles: true }))",
            &[],
        )
        .await
        .context("a slider for b")?;
        page.wait("return location.search.includes('own.b=2')", &[]).await?;
        let (f, query) = (read(page, "f").await?, page.text("return location.search", &[]).await?);
        open(page, &query).await?;
        ensure!(read(page, "f").await? == f && f == 1.5, "{query}: {f}");
        ensure!(page.text("return location.search", &[]).await? == query);
        ensure!(
            page.js("return !document.querySelector('[data-notice=\"\"]')", &[]).await?
                == json!(true)
        );
        // MathML, and code in every language.
        ensure!(
            page.js("return !!document.querySelector('.definition math')", &[]).await?
                == json!(true)
        );
        let code = "return document.querySelector('[data-snippet]').textContent";
        ensure!(
            page.text(code, &[]).await?.contains("a = 0.25\nb = 2.0"),
            "{}",
            page.text(code, &[]).await?
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hostile_formulas_are_told_and_harmless() -> Result<()> {
    in_page(Options::default(), async |page| {
        for text in ["%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E", &"(".repeat(500), "NaN", "x%3E0"] {
            open(page, &format!("?view=function&fn=own&f={text}&x=2&lang=en")).await?;
            page.wait("return document.querySelector('.notices').textContent.includes('is not a formula')", &[])
                .await
                .with_context(|| text.to_owned())?;
            ensure!(read(page, "f").await?.is_finite(), "{text}");
        }
        open(page, "?view=function&fn=own&f=9%5E9%5E9%5E9&lang=en").await?;
        let huge = "x".repeat(100_000);
        for text in ["<b>x</b>", &huge, &"(".repeat(300)] {
            typed(page, text).await?;
            ensure!(!fault(page).await?.0.is_empty(), "nothing is told of {}", &text[..3]);
        }
        typed(page, "where(x < 0, 0, x)").await?;
        ensure!(fault(page).await?.0.is_empty());
        let markup = "return document.querySelectorAll('main img, main b').length";
        ensure!(page.js(markup, &[]).await? == json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_function_of_the_catalogue_is_edited_with_its_parameters() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5&x=-2&lang=en").await?;
        let f = read(page, "f").await?;
        page.js("document.querySelector('[data-do=edit]').click()", &[]).await?;
        page.wait("return !!document.querySelector('#own-formula')?.value", &[]).await?;
        let value = page.text("return document.querySelector('#own-formula').value", &[]).await?;
        ensure!(value == "where(x > 0, x, a * expm1(x))", "{value}");
        ensure!(page.text("return location.search", &[]).await?.contains("own.a=1.5"));
        page.js("history.back()", &[]).await?;
        page.wait(
            "return document.querySelector('[data-subject]')?.dataset.subject === 'elu'",
            &[],
        )
        .await?;
        ensure!(read(page, "f").await? == f);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn other_views_take_the_formula() -> Result<()> {
    in_page(Options::default(), async |page| {
        for query in [
            "?view=compare&cmp=own,relu&f=x%5E2&lang=en",
            "?view=neuron&fn=own&f=b*x%5E2&own.b=2&lang=en",
            "?view=saturation&fn=own&f=tanh%28x%29&lang=en",
            "?view=kink&fn=own&f=abs%28x%29&lang=en",
            "?view=linear&fn=own&f=sin%28x%29&lang=en",
            "?view=zigzag&fn=own&f=sigmoid%28x%29&lang=en",
            "?view=function&fn=own&f=x%5E3&embed=1&lang=en",
            "?view=function&fn=own&f=x%5E3&present=1&lang=en",
            "?view=embed&show=function&fn=own&f=x%5E3&lang=en",
            "?fn=own&f=x%5E3&lang=en",
        ] {
            page.goto(query).await?;
            page.wait(
                "return document.querySelector('main canvas, main iframe, main svg') !== null",
                &[],
            )
            .await
            .with_context(|| query.to_owned())?;
            let told = "return document.querySelector('.notices').textContent";
            ensure!(page.text(told, &[]).await?.is_empty(), "{query}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_lens_shows_where_the_numbers_of_a_formula_break() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (query, own) in [("fn=softplus", false), ("fn=own&f=ln%281%2Bexp%28x%29%29", true)] {
            page.goto(&format!("?view=function&{query}&lang=en")).await?;
            page.wait("return !!document.querySelector('.precision summary')", &[]).await?;
            page.js("document.querySelector('.precision summary').click()", &[]).await?;
            page.wait("return document.querySelectorAll('.lens canvas').length > 0", &[]).await?;
            let told = async |place: u32| {
                let script = "return document.querySelector(`[data-looked='${arguments[0]}'] dd`)?.textContent ?? ''";
                page.text(script, &[json!(place)]).await
            };
            ensure!(told(0).await?.contains("It is ∞ from x = 88.7228 on."), "{}", told(0).await?);
            let stable = if own { "" } else { "More than half of its digits are right everywhere." };
            ensure!(told(1).await? == stable, "{query}: {}", told(1).await?);
            page.js("document.querySelector('[data-format=float16]').click()", &[]).await?;
            page.frames(2).await?;
            ensure!(told(0).await?.contains("It is ∞ from x = 11.09"), "{}", told(0).await?);
        }
        page.goto("?view=function&fn=relu&lang=en").await?;
        page.wait("return !!document.querySelector('.prose .body')?.textContent", &[]).await?;
        ensure!(page.js("return !document.querySelector('.precision')", &[]).await? == json!(true));
        Ok(())
    })
    .await
}
