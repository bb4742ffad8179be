//! The output of a screen reader: names, values and descriptions that follow, and not too often.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};

/// The plot's name and description in the accessibility tree.
async fn picture(page: &Session) -> Result<(String, String)> {
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().context("no tree")?;
    let is_image = |node: &&Value| {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        ["image", "img", "graphics-symbol"].contains(&role)
    };
    // The still figures of the text have names of their own.
    let is_plot =
        |node: &&Value| node["name"]["value"].as_str().unwrap_or_default().contains("Plot");
    let node = nodes.iter().filter(is_image).find(is_plot).context("no plot in the tree")?;
    let text = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
    Ok((text("name"), text("description")))
}

#[tokio::test]
async fn a_plot_is_named_and_described_and_the_description_follows_the_slider() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.cdp("Accessibility.enable", json!({})).await?;
        page.goto("?view=function&fn=elu&lang=en").await?;
        let (name, before) = picture(page).await?;
        ensure!(name.contains("ELU") && before.contains("α = 1 "), "{name:?}: {before:?}");
        page.slide("elu", "alpha", 2.0).await?;
        page.wait("return document.querySelector('#in-words').textContent.includes('α = 2')", &[])
            .await?;
        let (_, after) = picture(page).await?;
        ensure!(after.contains("α = 2 "), "{after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slider_says_its_value_with_its_name_in_both_languages() -> Result<()> {
    in_page(Options::default(), async |page| {
        let mut names = Vec::new();
        for lang in e2e::shots::LANGUAGES {
            page.goto(&format!("?view=function&fn=elu&lang={lang}")).await?;
            page.slide("elu", "alpha", 2.0).await?;
            let said =
                "return document.querySelector('input[type=range][name=alpha]').ariaValueText";
            page.wait(&format!("{said} === 'α = 2'"), &[]).await.context("aria-valuetext")?;
            let name = "return document.querySelector('input[type=range][name=alpha]').ariaLabel";
            names.push(page.text(name, &[]).await?);
        }
        ensure!(
            names.iter().all(|name| name.contains("alpha") && name.contains("ELU")),
            "{names:?}"
        );
        ensure!(names[0] != names[1], "{names:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn along_the_curve_it_speaks_twice_a_second_at_most_and_ends_with_the_last() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&x=0").await?;
        let walk = "const probe = document.querySelector('.probe');
            const pause = ms => new Promise(done => setTimeout(done, ms));
            return (async () => {
                await pause(700);
                const times = [];
                new MutationObserver(() => times.push(performance.now()))
                    .observe(probe, { attributeFilter: ['aria-valuetext'] });
                for (let i = 0; i < 30; i++) {
                    probe.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
                    await pause(40);
                }
                await pause(700);
                return { times, said: probe.getAttribute('aria-valuetext') };
            })()";
        let heard = page.js(walk, &[]).await?;
        let times: Vec<f64> = serde_json::from_value(heard["times"].clone())?;
        ensure!(times.len() >= 3, "{heard}");
        // A timer may be a little early by the clock of the page.
        ensure!(times.windows(2).all(|pair| pair[1] - pair[0] > 480.0), "{times:?}");
        let x = page.number("[data-read=x]").await?;
        ensure!((x - 3.0).abs() < 1e-9, "30 steps lead to {x}");
        let said = heard["said"].as_str().context("nothing is said")?;
        ensure!(said.contains("x = 3.0000"), "the last is {said:?}");
        Ok(())
    })
    .await
}

/// The script that moves a slider thirty times within its ends, and returns for every live sentence
/// the times of its changes, in ms, and its final text.
const SLIDE: &str = "const slider = document.querySelector(arguments[0]);
    const pause = ms => new Promise(done => setTimeout(done, ms));
    const live = () => [...document.querySelectorAll('main [role=status]:not(#in-words)')];
    return (async () => {
        await pause(700);
        const before = new Map(live().map(p => [p, p.textContent]));
        const times = new Map(live().map(p => [p, []]));
        new MutationObserver(() => live().forEach(p => {
            if (p.textContent !== before.get(p)) times.get(p)?.push(performance.now());
            before.set(p, p.textContent);
        })).observe(document.body, { subtree: true, childList: true, characterData: true });
        const { min, max } = slider;
        for (let i = 1; i <= 30; i++) {
            slider.value = Number(min) + (max - min) * i / 30;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await pause(40);
        }
        slider.dispatchEvent(new Event('change', { bubbles: true }));
        await pause(700);
        // A sentence that is another element than before has no times, and the test fails.
        return live().map(p => [times.get(p), p.textContent]);
    })()";

#[tokio::test]
async fn sentences_follow_a_slider_twice_a_second_at_most_and_end_with_the_last() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (query, slider) in [
            ("?view=softmax&fn=softmax", "[name=temperature]"),
            ("?view=linear&fn=relu", "[name=units]"),
            ("?view=linear&fn=elu", "[name=alpha]"),
            ("?view=kink", "[name=beta]"),
            ("?view=saturation&fn=hardtanh", "[name=min_val]"),
            ("?view=function&fn=prelu&x=-2", "[name=lr]"),
            ("?view=function&fn=rrelu", "[name=lower]"),
            ("?view=maxout", "[name=k]"),
        ] {
            let context = || format!("{query} {slider}");
            page.goto(&format!("{query}&lang=en")).await.with_context(context)?;
            let range = format!("main input[type=range]{slider}");
            page.wait("return !!document.querySelector(arguments[0])", &[json!(range)])
                .await
                .with_context(context)?;
            let heard = page.js(SLIDE, &[json!(range)]).await.with_context(context)?;
            let heard: Vec<(Vec<f64>, String)> = serde_json::from_value(heard)?;
            ensure!(heard.iter().any(|(times, _)| times.len() > 1), "{query}: {heard:?}");
            for (times, said) in &heard {
                // A timer may be a little early by the clock of the page.
                let apart = times.windows(2).all(|pair| pair[1] - pair[0] > 480.0);
                ensure!(apart, "{query}: {said:?} at {times:?}");
            }
            // The sentence is the same as if nothing had moved.
            let address = page.text("return location.search", &[]).await?;
            page.goto(&address).await?;
            let same = "return [...document.querySelectorAll('main [role=status]:not(#in-words)')]
                .map(p => p.textContent).join('|') === arguments[0]";
            let said: Vec<_> = heard.into_iter().map(|(_, said)| said).collect();
            page.wait(same, &[json!(said.join("|"))])
                .await
                .with_context(|| format!("{address}: {said:?}"))?;
        }
        Ok(())
    })
    .await
}
