//! What a screen reader says: names, values and descriptions that follow, and not too often.

use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, Value, in_page, json};

/// The plot as the accessibility tree has it: name and description.
async fn picture(page: &Session) -> Result<(String, String)> {
    let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().context("no tree")?;
    let is_image = |node: &&Value| {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        ["image", "img", "graphics-symbol"].contains(&role)
    };
    let node = nodes.iter().find(is_image).context("no image in the tree")?;
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
        for lang in ["en", "zh"] {
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
