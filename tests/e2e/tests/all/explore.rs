//! The function view and the comparison: zoom, pan, probe, words, table, files, code.

use activation_explorer::activation::by_id;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::format::{brief, pretty, shortest, typographic};
use activation_explorer::properties::{flat, landmarks, properties};
use activation_explorer::words::plots::words;
use activation_explorer::words::{paragraph, sentence};
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

const PROBE: &str = ".probe";

pub(crate) async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)]).await?;
    page.frames(2).await
}

pub(crate) async fn text_of(page: &Session, selector: &str) -> Result<String> {
    page.text("return document.querySelector(arguments[0]).textContent.trim()", &[json!(selector)])
        .await
}

#[tokio::test]
async fn ctrl_and_the_wheel_zoom_about_the_pointer_and_a_double_click_restores() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let own = page.figure("elu").await?;
        let at = page.point(PROBE, (0.3, 0.4)).await?;
        let left = page.point(PROBE, (0.0, 0.0)).await?;
        page.wheel(at, -400.0, 2).await?;
        let near = page.figure("elu").await?;
        ensure!(near.x_max - near.x_min < 0.6 * (own.x_max - own.x_min), "{near:?}");
        let px = at.0 - left.0;
        let (before, after) = (own.x_at(px), near.x_at(px));
        ensure!((before - after).abs() < 0.02, "{before} went to {after}");
        page.wait("return location.search.includes('xmin=')", &[]).await?;
        for clicks in [1, 2] {
            page.mouse("mousePressed", at, clicks).await?;
            page.mouse("mouseReleased", at, clicks).await?;
        }
        page.frames(2).await?;
        ensure!(page.figure("elu").await? == own, "back to the usual window");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_drag_moves_the_window_and_not_the_probe() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=tanh&x=1").await?;
        let own = page.figure("tanh").await?;
        let from = page.point(PROBE, (0.5, 0.5)).await?;
        page.drag(from, (from.0 + 100.0, from.1)).await?;
        let now = page.figure("tanh").await?;
        let moved = own.x_min - now.x_min;
        let wanted = 100.0 / own.width * (own.x_max - own.x_min);
        ensure!((moved - wanted).abs() < 0.05 * wanted, "{moved} instead of {wanted}");
        page.mouse("mouseMoved", (5.0, 5.0), 0).await?;
        page.frames(2).await?;
        ensure!(page.number("[data-read=x]").await? == 1.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn fingers_move_the_probe_and_pinch_the_window() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=function&fn=gelu").await?;
        let own = page.figure("gelu").await?;
        let a = page.point(PROBE, (0.4, 0.5)).await?;
        page.touch("touchStart", &[a]).await?;
        page.touch("touchMove", &[(a.0 + 12.0, a.1)]).await?;
        page.touch("touchMove", &[(a.0 + 24.0, a.1)]).await?;
        let x = page.number("[data-read=x]").await?;
        page.touch("touchEnd", &[]).await?;
        ensure!(x > own.x_min && x < own.x_max, "{x}");
        ensure!(page.figure("gelu").await? == own, "one finger leaves the window alone");
        let style = page
            .text("return getComputedStyle(document.querySelector('.probe')).touchAction", &[])
            .await?;
        ensure!(style == "pan-y", "a finger moving down scrolls the page: {style}");
        let (left, right) = ((a.0 - 30.0, a.1), (a.0 + 50.0, a.1));
        page.touch("touchStart", &[left, right]).await?;
        for spread in [10.0, 25.0, 40.0] {
            page.touch("touchMove", &[(left.0 - spread, a.1), (right.0 + spread, a.1)]).await?;
        }
        page.touch("touchEnd", &[]).await?;
        let near = page.figure("gelu").await?;
        ensure!(near.x_max - near.x_min < 0.75 * (own.x_max - own.x_min), "{near:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_zoom_pan_and_stop_at_landmarks() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=swish&x=-3").await?;
        let own = page.figure("swish").await?;
        page.js("document.querySelector('.probe').focus()", &[]).await?;
        let swish = by_id("swish").context("swish")?;
        let line = (f64::NEG_INFINITY, f64::INFINITY);
        let marks = landmarks(&properties(swish, &[1.0]), line, 0.0, 10).items;
        for mark in &marks {
            page.key("]", Some("]")).await?;
            let x = page.number("[data-read=x]").await?;
            ensure!(x == mark.x, "{x} is not {mark:?}");
        }
        page.key("+", Some("+")).await?;
        let near = page.figure("swish").await?;
        ensure!(near.x_max - near.x_min < own.x_max - own.x_min);
        page.key("d", Some("d")).await?;
        ensure!(page.figure("swish").await?.x_min > near.x_min);
        page.key("0", Some("0")).await?;
        ensure!(page.figure("swish").await? == own);
        // The buttons under the plot lead to the same places.
        click(page, ".landmarks button").await?;
        ensure!(page.number("[data-read=x]").await? == marks[0].x);
        Ok(())
    })
    .await
}

/// Rows 12 and N1 of the faults: far from 0 an oscillation has its bands, zeros and extrema too.
#[tokio::test]
async fn landmarks_and_bands_are_those_of_the_window_however_far_away() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=sinusoid&shade=0.3&xmin=100&xmax=110&x=105").await?;
        let sine = by_id("sinusoid").context("sinusoid")?;
        let found = properties(sine, &[1.0]);
        let bands = flat(sine, &[1.0], 0.3).within((100.0, 110.0), 10).items;
        let said = text_of(page, ".show [role=status]").await?;
        ensure!(bands.len() == 3, "{bands:?}");
        for band in &bands {
            ensure!(said.contains(&brief(band.from, 5)), "{said:?} does not name {band:?}");
        }
        let marks = landmarks(&found, (100.0, 110.0), 100.0, 100).items;
        let buttons = page.js("return document.querySelectorAll('.landmarks button').length", &[]);
        ensure!(buttons.await? == json!(marks.len()), "a button for each of {marks:?}");
        page.js("document.querySelector('.probe').focus()", &[]).await?;
        page.key("]", Some("]")).await?;
        let next = marks.iter().find(|mark| mark.x > 105.0).context("a landmark")?.x;
        ensure!(page.number("[data-read=x]").await? == next, "the next is {next}");
        // Beyond the edge of the window, which follows.
        for _ in 0..4 {
            page.key("]", Some("]")).await?;
        }
        let x = page.number("[data-read=x]").await?;
        let shown = page.figure("sinusoid").await?;
        ensure!(x > 110.0 && x <= shown.x_max, "{x} in {shown:?}");
        page.key("[", Some("[")).await?;
        page.key("[", Some("[")).await?;
        let before = page.number("[data-read=x]").await?;
        ensure!(x - before > 3.0 && x - before < 3.2, "{before} is half a period before {x}");
        let more = text_of(page, "[data-words]").await?;
        ensure!(more.contains("It is zero at") && more.contains("It turns:"), "{more}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_zoom_about_the_point_that_is_read() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&x=3").await?;
        page.js("document.querySelector('.probe').focus()", &[]).await?;
        let place = async || -> Result<(f64, f64)> {
            let now = page.figure("elu").await?;
            Ok((now.px_of(3.0) - now.left, now.py_of(3.0) - now.top))
        };
        let before = place().await?;
        for _ in 0..4 {
            page.key("+", Some("+")).await?;
        }
        let (now, after) = (page.figure("elu").await?, place().await?);
        ensure!(now.x_max - now.x_min < 5.0, "{now:?}");
        let moved = (after.0 - before.0).abs().max((after.1 - before.1).abs());
        ensure!(moved < 0.5, "{before:?} went to {after:?}");
        Ok(())
    })
    .await
}

/// Clicks alone move the window: shrink about one point, magnify about another.
#[tokio::test]
async fn clicks_alone_move_the_window() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let own = page.figure("elu").await?;
        for (place, button) in [(0.1, 2), (0.9, 1)] {
            let at = page.point(".probe", (place, 0.5)).await?;
            page.mouse("mousePressed", at, 1).await?;
            page.mouse("mouseReleased", at, 1).await?;
            page.frames(2).await?;
            click(page, &format!(".zoom button:nth-child({button})")).await?;
        }
        let now = page.figure("elu").await?;
        let (width, moved) = (own.x_max - own.x_min, now.x_min - own.x_min);
        ensure!((now.x_max - now.x_min - width).abs() < 1e-6 * width, "{now:?}");
        ensure!(moved > 0.1 * width, "it moved by {moved}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_slider_reaches_what_was_typed_and_shrinks_again_at_reset() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let most = "return Number(document.querySelector('input[type=range][name=alpha]').max)";
        let usual = page.js(most, &[]).await?;
        let script = "const box = document.querySelector('input[name=alpha-number]');
            box.value = '50';
            box.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(script, &[]).await?;
        page.frames(2).await?;
        ensure!(page.js(most, &[]).await?.as_f64() >= Some(50.0));
        page.wait("return !document.querySelector('.sliders .reset').disabled", &[]).await?;
        click(page, ".sliders .reset").await?;
        ensure!(page.js(most, &[]).await? == usual);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_list_of_keys_is_what_works() -> Result<()> {
    use activation_explorer::words::{KEYS, LECTURE_KEYS};
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let shown = page
            .js("return [...document.querySelectorAll('.keys kbd')].map(k => k.textContent)", &[])
            .await?;
        let plot = KEYS.iter().map(|(_, shown, _)| *shown);
        let lecture = LECTURE_KEYS.iter().map(|(_, shown, _)| *shown);
        let wanted: Vec<_> = plot.chain(lecture).collect();
        ensure!(shown == json!(wanted), "{shown}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn shading_words_and_table_are_those_of_the_core() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5&shade=0.05").await?;
        let (act, p) = (by_id("elu").context("elu")?, [1.5]);
        let found = properties(act, &p);
        let bound = flat(act, &p, 0.05).bands.first().context("a flat stretch")?.to;
        let said = text_of(page, ".show [role=status]").await?;
        ensure!(said.contains(&brief(bound, 5)), "{said:?} does not name {bound}");
        let texts = words(Lang::En);
        let all = (&texts.story, &texts.facts);
        ensure!(text_of(page, ".sentence").await? == sentence(act, &p, &found, all));
        let more = paragraph(act, &p, &found, &act.window, all);
        ensure!(text_of(page, "[data-words]").await? == more);
        page.js("document.querySelectorAll('.in-words details')[1].open = true", &[]).await?;
        page.wait("return document.querySelectorAll('.numbers tbody tr').length >= 11", &[])
            .await?;
        let first = text_of(page, ".numbers tbody tr:nth-child(6)").await?;
        let x = -2.5;
        let (f, df) = act.eval(x, &p);
        let row = format!("{}{}{}", typographic(&shortest(x)), pretty(f, 6), pretty(df, 6));
        ensure!(first == row, "{first:?} is not {row:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn claims_carry_a_verdict_and_lead_to_what_shows_them() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=swish").await?;
        page.wait("return !!document.querySelector('.claim[data-claim=\"3.72\"]')", &[]).await?;
        let verdict =
            "return document.querySelector('.claim[data-claim=\"3.72\"]').dataset.verdict";
        ensure!(page.text(verdict, &[]).await? == "false");
        click(page, ".claim[data-claim=\"3.72\"] a.show").await?;
        page.wait("return !!document.querySelector('.claim [data-read=df]')", &[]).await?;
        ensure!(page.js("return document.querySelector('[data-notice]')", &[]).await?.is_null());
        let df = page.number(".claim [data-read=df]").await?;
        ensure!(df < 0.0, "the state shows a negative derivative: {df}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn files_and_code_hold_what_is_on_screen() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=1.5").await?;
        click(page, "[data-take=csv]").await?;
        page.wait("return !!document.querySelector('.outcome a')", &[]).await?;
        let data = "document.querySelector('.outcome a').href.split(',').slice(1).join(',')";
        let csv = page.text(&format!("return decodeURIComponent({data})"), &[]).await?;
        let elu = by_id("elu").context("elu")?;
        ensure!(csv.lines().count() == 402, "{} lines", csv.lines().count());
        for line in csv.lines().skip(1) {
            let (numbers, function) = line.rsplit_once(',').context("a row")?;
            let numbers: Vec<f64> = numbers.split(',').map(str::parse).collect::<Result<_, _>>()?;
            ensure!(elu.eval(numbers[0], &[1.5]) == (numbers[1], numbers[2]), "{line}");
            ensure!(numbers[3] == 1.5 && function == "elu", "{line}");
        }
        click(page, "[data-take=png]").await?;
        page.wait("return document.querySelector('.outcome a')?.href.startsWith('data:image/png')", &[]).await?;
        let size = "const image = new Image(); image.src = document.querySelector('.outcome a').href;
            return image.decode().then(() => [image.width, image.height])";
        let size = page.js(size, &[]).await?;
        ensure!(size[0].as_f64().context("a width")? > 800.0, "{size}");
        click(page, "[data-take=svg]").await?;
        page.wait("return document.querySelector('.outcome a')?.href.startsWith('data:image/svg')", &[]).await?;
        let drawn = "const text = decodeURIComponent(document.querySelector('.outcome a').href.split(',').slice(1).join(','));
            const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
            return [svg.querySelector('parsererror') === null, svg.querySelectorAll('polyline').length > 1, text.includes('α = 1.5')]";
        let drawn = page.js(drawn, &[]).await?;
        ensure!(drawn == json!([true, true, true]), "parses, has curves, has its caption: {drawn}");
        click(page, "[data-code=numpy]").await?;
        page.wait("return document.querySelector('[data-snippet=numpy]')?.textContent.includes('1.5')", &[]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_number_box_shows_few_digits_until_it_is_edited() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=selu").await?;
        let shown = "return document.querySelector('input[name=alpha-number]').value";
        ensure!(page.text(shown, &[]).await? == "1.67326", "{}", page.text(shown, &[]).await?);
        page.js("document.querySelector('input[name=alpha-number]').focus()", &[]).await?;
        let all = by_id("selu").context("selu")?.defaults()[0].to_string();
        let names = by_id("selu").context("selu")?.params.iter().position(|p| p.name == "alpha");
        let all = names.map_or(all, |i| by_id("selu").map_or(0.0, |a| a.defaults()[i]).to_string());
        ensure!(page.text(shown, &[]).await? == all, "{all}");
        page.js("document.activeElement.blur()", &[]).await?;
        ensure!(page.text(shown, &[]).await? == "1.67326");
        ensure!(!page.text("return location.search", &[]).await?.contains("alpha"));
        Ok(())
    })
    .await
}
