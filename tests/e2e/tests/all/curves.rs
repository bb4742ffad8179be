//! Every plot shows the function it claims to show, pixel by pixel.

mod agreement;

use activation_explorer::activation::by_id;
use activation_explorer::views::gallery::HERO;
use agreement::{Agreement, compare};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Role, Session, in_page};
use serde_json::json;

#[tokio::test]
async fn every_gallery_curve_is_where_the_numbers_say() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        let mut wrong = Vec::new();
        for id in page.figures().await?.into_iter().filter(|id| id != HERO) {
            let act = by_id(&id).with_context(|| format!("the core does not know {id}"))?;
            let flat = (-40..40).all(|i| act.df(f64::from(i) / 10.0, &act.defaults()) == 0.0);
            for role in [Role::F, Role::Slope] {
                if flat && role == Role::Slope {
                    continue;
                }
                let curve = page.curve_pixels(&id, role).await?;
                let found = compare(&curve, act, &act.defaults(), role);
                eprintln!("{id:<20} {role:?}: {found}");
                if let Err(reason) = found.verdict(role) {
                    wrong.push(format!("{id} {role:?}: {reason}"));
                }
            }
        }
        ensure!(wrong.is_empty(), "curves are not where the numbers say:\n{}", wrong.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn curves_are_right_on_a_sharper_screen() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=selu").await?;
        let act = by_id("selu").context("selu")?;
        let curve = page.curve_pixels("selu", Role::F).await?;
        ensure!(
            curve.pixel < 0.6,
            "a column is {} CSS pixels wide: the canvas is not sharp",
            curve.pixel
        );
        compare(&curve, act, &act.defaults(), Role::F).verdict(Role::F)
    })
    .await
}

#[tokio::test]
async fn the_alpha_slider_moves_the_elu_curve() -> Result<()> {
    in_page(Options::default(), async |page| {
        for query in ["", "?view=function&fn=elu"] {
            page.goto(query).await?;
            let before = elu(page, 2.0).await?;
            ensure!(before.verdict(Role::F).is_err(), "alpha = 1 is taken for alpha = 2: {before}");
            let alpha = page.slide("elu", "alpha", 2.0).await?;
            ensure!((alpha - 2.0).abs() < 1e-9, "the slider went to {alpha}");
            page.frames(3).await?;
            elu(page, alpha).await?.verdict(Role::F).with_context(|| format!("at {query:?}"))?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_curve_in_the_wrong_place_would_be_noticed() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        elu(page, 1.0).await?.verdict(Role::F)?;
        for (pixels, fine) in [(1, true), (3, false)] {
            let shift = "return (async () => {
                const canvas = document.querySelector('figure[data-plot] canvas');
                const picture = await createImageBitmap(canvas);
                const context = canvas.getContext('2d');
                context.reset();
                context.drawImage(picture, 0, arguments[0]);
            })()";
            page.goto("?view=function&fn=elu").await?;
            elu(page, 1.0).await?;
            page.js(shift, &[json!(pixels)]).await?;
            let found = elu(page, 1.0).await?;
            ensure!(found.verdict(Role::F).is_ok() == fine, "{pixels} px too low: {found}");
        }
        Ok(())
    })
    .await
}

/// The ELU curve on the page against ELU with this alpha.
async fn elu(page: &Session, alpha: f64) -> Result<Agreement> {
    let act = by_id("elu").context("elu")?;
    let curve = page.curve_pixels("elu", Role::F).await?;
    Ok(compare(&curve, act, &[alpha], Role::F))
}
