//! Functions of several inputs: what is on screen agrees with the reference tables, and every
//! control obeys the mouse, fingers and keys.

#![allow(clippy::unwrap_used, reason = "the tables are read like in the native tests")]

#[path = "../../../../common/mod.rs"]
mod common;
mod hands;
mod maxout;
mod reference;
mod softmax;
mod units;

use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page};
use hands::{Readings, boxed, centre, click, sound, swipe, tap};
use serde_json::json;
use softmax::share;

#[tokio::test]
async fn fingers_move_bars_points_and_handles() -> Result<()> {
    in_page(Options::phone(), async |page| {
        page.goto("?view=softmax&z=2,1,0").await?;
        page.point(".bars .tracks", (0.5, 0.5)).await?;
        let grip = centre(page, ".bars .tracks .grip").await?;
        swipe(page, grip, (grip.0, grip.1 + 40.0)).await?;
        let z = Readings::of(page).await?.get("z0")?;
        ensure!(z < 1.0, "a finger on a grip drags: {z}");
        let at = page.point(".bars .tracks", (0.83, 0.1)).await?;
        tap(page, at).await?;
        let z = Readings::of(page).await?.get("z2")?;
        ensure!((z - 4.0).abs() < 0.1, "a tap sets a bar: {z}");
        let at = page.point(".triangle", (0.5, 0.6)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!((read.get("p0")? - read.get("p1")?).abs() < 0.02, "a tap in the triangle");

        page.goto("?view=maxout&x=1").await?;
        let before = boxed(page, "w1").await?;
        let handle = page.point("[data-handle='0-1']", (0.5, 0.5)).await?;
        swipe(page, handle, (handle.0, handle.1 - 30.0)).await?;
        ensure!(boxed(page, "w1").await? > before, "the line turns upwards");
        let at = page.point(".planes .pad", (0.7, 0.3)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("x1")? > 0.8 && read.get("x2")? > 0.8, "a tap on the map");

        page.goto("?view=function&fn=swiglu&x=1&a=1").await?;
        page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
        let at = page.point(".gated .pad", (0.3, 0.3)).await?;
        tap(page, at).await?;
        let read = Readings::of(page).await?;
        ensure!(read.get("b")? < 0.0 && read.get("a")? > 0.5, "{:?}", read.0);
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn leaving_breaks_nothing_and_back_restores() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (query, reading) in [
            ("?view=softmax&z=3,1,0.5,-2", "z3"),
            ("?view=maxout&x=0.5&target=1&drawn=1", "f"),
            ("?view=function&fn=rrelu&x=-2&train=1", "sample-mean"),
            ("?view=function&fn=swiglu&x=-2&a=1.5", "dfdb"),
        ] {
            page.goto(query).await?;
            let there = "return !!document.querySelector(`[data-read='${arguments[0]}']`)";
            page.wait(there, &[json!(reading)]).await?;
            let before = Readings::of(page).await?;
            for away in
                ["header a", "header a[href*='view=compare']", "header a[href*='view=choose']"]
            {
                click(page, away).await?;
                page.wait("return !document.querySelector('.vectors, .unit')", &[])
                    .await
                    .with_context(|| format!("from {query} to {away}"))?;
                page.frames(12).await?;
                sound(page).await.with_context(|| format!("from {query} to {away}"))?;
                page.js("history.back()", &[]).await?;
                page.wait(there, &[json!(reading)]).await?;
                page.frames(3).await?;
                let after = Readings::of(page).await?;
                ensure!(after.0 == before.0, "{query}: {:?}\nis not\n{:?}", after.0, before.0);
            }
        }
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn claims_lead_to_states_that_show_them() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (id, claim, reading, want) in [
            ("softmax", "3.86", "j-0-1", -1.0 / 9.0),
            ("softmax", "3.87", "j-0-0", share(1.0) * (1.0 - share(1.0))),
            ("softmax", "3.83", "p1", 0.0),
            ("maxout", "3.96", "error", 0.04),
            ("maxout", "3.99", "pair-error", f64::NAN),
            ("rrelu", "3.54", "sample-mean", f64::NAN),
        ] {
            page.goto(&format!("?view=function&fn={id}")).await?;
            let link = format!("[data-claim='{claim}'] a.show");
            page.wait("return !!document.querySelector(arguments[0])", &[json!(link)])
                .await
                .with_context(|| format!("the claim {claim}"))?;
            click(page, &link).await?;
            click(page, &format!("[data-claim='{claim}'] figcaption a")).await?;
            let there = "return !!document.querySelector(`[data-read='${arguments[0]}']`)";
            page.wait(there, &[json!(reading)]).await.with_context(|| claim.to_owned())?;
            page.frames(2).await?;
            let read = Readings::of(page).await?;
            let got = read.get(reading)?;
            let most = reading != "pair-error" || got == read.get("pair-9")?;
            ensure!(most, "{claim}: nine pieces a unit");
            ensure!(want.is_nan() || (got - want).abs() < 1e-9, "{claim}: {reading} is {got}");
        }
        let training = "return document.querySelector('[data-train=\"1\"]').ariaPressed";
        ensure!(page.text(training, &[]).await? == "true", "slopes are drawn");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn every_part_is_there_in_a_frame_and_fits_a_phone() -> Result<()> {
    in_page(Options::phone(), async |page| {
        for (query, selector) in [
            ("?view=softmax&z=2,1,0.1,-0.5,-3,0,1.5,0.25", ".heat"),
            ("?view=softmax&z=746,0", ".triangle, .values"),
            ("?view=maxout&target=1", ".handle"),
            ("?view=function&fn=geglu&x=1", ".gated .pad"),
            ("?view=function&fn=prelu", "[data-do=step]"),
            ("?view=function&fn=rrelu&train=1", ".histogram"),
        ] {
            for around in ["&lang=zh", "&lang=en", "&embed=1"] {
                page.goto(&format!("{query}{around}")).await?;
                let seen = "return !!document.querySelector(arguments[0])?.getClientRects().length";
                page.wait(seen, &[json!(selector)])
                    .await
                    .with_context(|| format!("{query}{around}"))?;
                let wide = "return document.documentElement.scrollWidth - innerWidth";
                let over = page.js(wide, &[]).await?;
                ensure!(over == json!(0), "{query}{around} is {over} px too wide");
                // Nor is anything cut off that has no scroll bar of its own.
                let cut = "return [...document.querySelectorAll('.vectors *, .unit *')]
                    .filter(e => !e.closest('.wide, svg, .handles, .pad'))
                    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                    .map(e => e.outerHTML.slice(0, 80))";
                let cut = page.js(cut, &[]).await?;
                ensure!(cut == json!([]), "{query}{around}: {cut}");
            }
        }
        sound(page).await
    })
    .await
}
