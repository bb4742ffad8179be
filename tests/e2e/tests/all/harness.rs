//! The harness: it notices the failures it is there to notice.

use anyhow::{Result, ensure};
use e2e::{Options, Scheme, in_page};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn console_errors_of_every_kind_are_seen() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        ensure!(page.console_errors().await?.is_empty(), "the page itself shows errors");
        for (kind, script, said) in [
            ("message", "console.error('planted message')", "planted message"),
            (
                "exception",
                "setTimeout(() => { throw new Error('planted exception') })",
                "planted exception",
            ),
            ("rejection", "Promise.reject(new Error('planted rejection'))", "planted rejection"),
            (
                "policy violation",
                "const script = document.createElement('script');
                 script.textContent = 'planted()';
                 document.body.append(script)",
                "Content Security Policy",
            ),
            (
                "failed load",
                "const image = new Image(); image.src = './planted.png'",
                "planted.png",
            ),
        ] {
            page.js(script, &[]).await?;
            let mut seen = Vec::new();
            for _ in 0..20 {
                seen.extend(page.console_errors().await?);
                if !seen.is_empty() {
                    break;
                }
                page.frames(6).await?;
            }
            ensure!(
                seen.iter().any(|line| line.contains(said)),
                "{kind}: the console has {seen:#?}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_sees_the_screen_and_the_preferences_asked_for() -> Result<()> {
    let options = Options { reduced_motion: true, scheme: Scheme::Dark, ..Options::phone() };
    in_page(options, async |page| {
        page.goto("").await?;
        let seen = page
            .js(
                "const has = query => matchMedia(query).matches;
                 return [innerWidth, innerHeight, devicePixelRatio, navigator.language,
                     has('(prefers-reduced-motion: reduce)'), has('(prefers-color-scheme: dark)'),
                     has('(pointer: coarse)')]",
                &[],
            )
            .await?;
        let wanted = json!([390, 844, 2, "en-US", true, true, true]);
        ensure!(seen == wanted, "the page sees {seen}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn waiting_outlives_what_throws_for_a_moment_and_tells_what_throws_for_good() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.js("setTimeout(() => window.planted = { there: true }, 300)", &[]).await?;
        page.wait("return planted.there", &[]).await?;
        let limit = Duration::from_millis(200);
        // No text that is in the script itself.
        for (script, said) in
            [("return missing.there", "missing is not defined"), ("return false", "it was false")]
        {
            let late = page.wait_within(limit, script, &[]).await.err();
            let late = late.map_or(String::new(), |late| format!("{late:#}"));
            ensure!(late.contains(said) && late.contains("200ms"), "{script}: {late:?}");
        }
        Ok(())
    })
    .await
}
