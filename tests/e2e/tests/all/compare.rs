//! The comparison: lines that stay, differences that scale themselves, numbers, a box that adds.

use super::explore::{click, text_of};
use activation_explorer::activation::by_id;
use activation_explorer::views::compare::gap::gap;
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page};
use serde_json::json;

#[tokio::test]
async fn the_comparison_shows_every_function_and_its_numbers() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=compare&cmp=elu,relu,gelu&elu.alpha=2&x=-1&deriv=0").await?;
        for (id, p) in [("elu", vec![2.0]), ("relu", vec![]), ("gelu", vec![])] {
            let act = by_id(id).context(id)?;
            let value = page.number(&format!("[data-read=f][data-fn={id}]")).await?;
            ensure!(value == act.f(-1.0, &p), "{id}: {value}");
        }
        for series in 1..=3 {
            let curve = page.curve_pixels("compare", e2e::Role::Series(series)).await?;
            ensure!(curve.columns.iter().filter(|c| !c.runs.is_empty()).count() > 50, "{series}");
        }
        // Differences to the first.
        click(page, "input[name=diff]").await?;
        let (elu, gelu) = (by_id("elu").context("elu")?, by_id("gelu").context("gelu")?);
        let less = page.number("[data-read=f][data-fn=gelu]").await?;
        ensure!(less == gelu.f(-1.0, &[]) - elu.f(-1.0, &[2.0]), "{less}");
        // Add one, take one away.
        let add = "const box = document.querySelector('input[name=add]'); box.value = arguments[0];
            box.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(add, &[json!("no such")]).await?;
        page.frames(2).await?;
        ensure!(text_of(page, ".entries [role=status]").await?.contains("no such"));
        page.js(add, &[json!("Mish")]).await?;
        page.frames(2).await?;
        click(page, "[data-entry=relu] .remove").await?;
        page.wait("return location.search.includes('cmp=elu,gelu,mish')", &[]).await?;
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_curve_keeps_its_line_until_it_is_removed() -> Result<()> {
    let lines = "return [...document.querySelectorAll('[data-entry]')].map(e => [e.dataset.entry,
        e.querySelector('.swatch').classList[1]].join(' ')).join()";
    in_page(Options::default(), async |page| {
        page.goto("?view=compare&cmp=relu,elu,gelu&deriv=0").await?;
        let name = "const name = [...document.querySelectorAll('.ends .series-2')];
            return name.map(e => e.textContent).join()";
        ensure!(page.text(name, &[]).await? == "ELU", "the end of the curve has its name");
        click(page, "[data-entry=relu] .remove").await?;
        ensure!(page.text(lines, &[]).await? == "elu series-2,gelu series-3");
        ensure!(page.text(name, &[]).await? == "ELU");
        let add = "const box = document.querySelector('input[name=add]'); box.focus(); box.value = arguments[0]";
        page.js(add, &[json!("hard sw")]).await?;
        page.key("Enter", None).await?;
        let three = "elu series-2,gelu series-3,hardswish series-1";
        ensure!(page.text(lines, &[]).await? == three, "{}", page.text(lines, &[]).await?);
        page.wait("return location.search.includes('slots=2,3,1')", &[]).await?;
        let query = page.text("return location.search", &[]).await?;
        page.goto(&query).await?;
        ensure!(page.text(lines, &[]).await? == three, "the address tells it");
        for _ in 0..2 {
            page.js(add, &[json!("nosuch")]).await?;
            page.key("Enter", None).await?;
            ensure!(text_of(page, ".entries [role=status]").await?.contains("nosuch"));
        }
        ensure!(page.js("return document.querySelectorAll('.values [data-read=df]').length", &[]).await? == json!(0));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn differences_scale_themselves_and_tell_the_largest() -> Result<()> {
    let entry = |id: &str| by_id(id).map(|act| (act, Vec::new())).context("no function");
    let found = gap(&entry("gelu")?, &entry("gelu_tanh")?, (-5.0, 5.0), false).context("no gap")?;
    in_page(Options::default(), async |page| {
        page.goto("?view=compare&cmp=gelu,gelu_tanh&diff=1&deriv=0").await?;
        let figure = page.figure("compare").await?;
        let high = 1.15 * found.value.abs();
        ensure!(
            (figure.y_max - high).abs() < 1e-9 && (figure.y_min + high).abs() < 1e-9,
            "{figure:?}"
        );
        let value = page.number("[data-read=gap][data-fn=gelu_tanh]").await?;
        ensure!(value == found.value, "{value}");
        let told = text_of(page, ".ends .gap").await?;
        ensure!(told.contains("4.73×10⁻⁴") && told.contains("±2.699"), "{told}");
        let button = text_of(page, ".landmarks button").await?;
        ensure!(button.contains("±2.699"), "{button}");
        click(page, ".landmarks button").await?;
        ensure!(page.number("[data-read=x]").await? == found.x);
        // A window of one's own stays; the height is found again on demand.
        let at = page.point(".probe", (0.3, 0.5)).await?;
        page.wheel(at, -200.0, 2).await?;
        ensure!(page.figure("compare").await?.y_max < 0.9 * high);
        click(page, "[data-do=fit]").await?;
        ensure!(page.figure("compare").await?.y_max > 0.5 * high);
        page.goto("?view=compare&cmp=relu,elu&elu.alpha=5&deriv=0&xmin=-10").await?;
        click(page, "[data-do=fit]").await?;
        let figure = page.figure("compare").await?;
        ensure!(figure.y_min < -4.99 && figure.y_max > 4.99, "{figure:?}");
        Ok(())
    })
    .await
}
