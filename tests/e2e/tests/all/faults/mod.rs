//! The behaviour of the page when the browser, the network or an address lets it down.
//!
//! The rows of the fault table and the tests for them; names without a file are tests here or in
//! `loading.rs` and `drawing.rs`.
//!
//! | row | fault | tests |
//! | --- | --- | --- |
//! | 1 | numbers that are none | `page::a_bad_url_is_survived_and_said`, `address::bad_values_fall_back_and_say_so` |
//! | 2 | out of range, −0, too small | `address::numbers_are_clamped_to_what_is_valid_not_to_the_slider` |
//! | 3 | endless addresses, too many curves | `page::a_bad_url_is_survived_and_said`, `address::hostile_addresses_are_harmless` |
//! | 4 | bad escapes, equal keys | `address::hostile_addresses_are_harmless` |
//! | 5 | markup in a parameter | `page::a_bad_url_is_survived_and_said` |
//! | 6 | unknown keys, `__proto__` | `address::hostile_addresses_are_harmless`, `embed::a_hundred_thousand_hostile_messages_do_nothing` |
//! | 7 | old or future `v` | `address::hostile_addresses_are_harmless` |
//! | 8 | `lang=../../x` | `address::hostile_addresses_are_harmless` |
//! | 9 | storage throws | `without_storage_everything_still_works` |
//! | 10 | corrupt storage, no room | `what_is_stored_wrongly_is_forgotten` |
//! | 11 | no JavaScript | `without_javascript_there_is_a_picture_and_a_word` |
//! | 12 | no WebAssembly, or forbidden | `a_browser_without_webassembly_is_told_so`, `a_policy_against_webassembly_is_told` |
//! | 13 | module missing, cut, of a wrong type | `a_module_that_does_not_arrive_is_told_after_one_reload`, `a_module_that_is_cut_off_is_told_after_one_reload`, `a_module_of_a_wrong_type_still_runs` |
//! | 14 | an index older than its files | `an_index_older_than_its_files_cures_itself`, `a_part_that_a_deploy_took_away_comes_with_the_new_page`, `an_answer_that_never_comes_is_given_up` |
//! | 15 | no canvas, a lost one | `without_a_canvas_there_is_a_table`, `a_canvas_that_was_lost_is_drawn_again` |
//! | 16 | export blocked | `an_export_that_is_blocked_is_told` |
//! | 17 | a panic | `a_panic_after_a_click_stops_what_plays_and_says_so`, `a_panic_in_an_update_is_told_too`, `a_trap_in_a_handler_that_is_no_panic_is_told` |
//! | 18 | a storm of sizes, none, 10,000 px | `a_storm_of_sizes_is_one_drawing_a_frame`, `no_size_is_too_small_or_too_large` |
//! | 19 | pixel ratios from 0.5 to 5 | `it_is_sharp_at_every_pixel_ratio` |
//! | 20 | frozen, hidden, odd clocks | `neither_a_frozen_page_nor_a_jumping_clock_makes_up_for_lost_time`, `a_page_from_the_back_cache_works`, `clock::odd_clocks_do_no_harm` |
//! | 21 | taken pointers, ten fingers | `monkey::it_breaks_nothing`, `explore` |
//! | 22 | hostile messages | `embed::a_hundred_thousand_hostile_messages_do_nothing`, `embed::only_the_page_around_is_listened_to` |
//! | 23 | opaque sandbox | `embed::a_sandboxed_frame_does_everything_without_storage` |
//! | 24 | thirty embeds | `embed::thirty_on_a_page_load_and_draw_only_where_they_are_seen` |

mod drawing;
mod loading;

use anyhow::{Context, Result, ensure};
use e2e::{Host, Options, Session, host, in_page, json};
use loading::{LONG, READY};

/// Checks that the page works: it changes its language, and nothing went wrong before or by that.
async fn turns_chinese(page: &Session) -> Result<()> {
    page.js("document.querySelector('button.language').click()", &[]).await?;
    page.wait("return document.documentElement.lang === 'zh-CN'", &[]).await?;
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

#[tokio::test]
async fn without_storage_everything_still_works() -> Result<()> {
    in_page(Options::default(), async |page| {
        let broken = "for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })";
        page.before_everything(broken).await?;
        page.goto("?lang=en").await?;
        turns_chinese(page).await
    })
    .await
}

#[tokio::test]
async fn without_a_canvas_there_is_a_table() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.before_everything("HTMLCanvasElement.prototype.getContext = () => null").await?;
        page.goto("?view=function&fn=tanh&x=0").await?;
        let rows = "return [...document.querySelectorAll('.missing tr')]
            .filter(row => row.getClientRects().length > 0).map(row => row.textContent).join('|')";
        page.wait(&format!("{} !== ''", rows.replace("return", "return (") + ")"), &[]).await?;
        let rows = page.text(rows, &[]).await?;
        ensure!(rows.starts_with("xf(x)f′(x)|") && rows.contains("|001|"), "{rows}");
        ensure!(rows.matches('|').count() == 11, "{rows}");
        ensure!(page.number("[data-read=df]").await? == 1.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_resized_plot_is_drawn_again_at_once() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=relu").await?;
        // The script that looks at the picture in the frame in which the size changes.
        let script = "const figure = document.querySelector('figure[data-plot]');
            const canvas = figure.querySelector('canvas');
            const inked = () => canvas.getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height).data.some(v => v > 0);
            return new Promise(done => {
                const before = canvas.width;
                new ResizeObserver(() => setTimeout(() => {
                    if (canvas.width !== before) done(inked());
                })).observe(canvas);
                document.querySelector('.plot').style.width = '320px';
            })";
        ensure!(page.js(script, &[]).await? == json!(true), "the plot is blank after a resize");
        let figure = "const f = document.querySelector('figure[data-plot]');
            const [left, top, width] = f.dataset.area.split(' ').map(Number);
            return left + width <= 320";
        ensure!(page.js(figure, &[]).await? == json!(true), "data-area is not of the new size");
        Ok(())
    })
    .await
}

/// Waits for the message of this kind of failure, and returns it.
async fn failure(page: &Session, kind: &str) -> Result<String> {
    page.wait("return document.documentElement.dataset.failed === arguments[0]", &[json!(kind)])
        .await?;
    let script = "return [...document.querySelectorAll('#failure p')]
        .filter(p => p.getClientRects().length > 0).map(p => p.textContent).join('|')";
    page.text(script, &[]).await
}

#[tokio::test]
async fn what_is_stored_wrongly_is_forgotten() -> Result<()> {
    in_page(Options::default(), async |page| {
        let odd = "try {
            localStorage.setItem('activation-explorer.lang', '{\"lang\":');
            localStorage.setItem('activation-explorer.theme', '<script>\\u0000');
            sessionStorage.setItem('activation-explorer.reloaded', 'maybe');
        } catch {}
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
        page.before_everything(odd).await?;
        page.goto("").await?;
        let root =
            "return document.documentElement.lang + ' ' + document.documentElement.dataset.theme";
        ensure!(page.text(root, &[]).await? == "en light", "{}", page.text(root, &[]).await?);
        turns_chinese(page).await
    })
    .await
}

#[tokio::test]
async fn a_canvas_that_was_lost_is_drawn_again() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let script = "const all = [...document.querySelectorAll('figure canvas')];
            const inked = () => all.map(c => c.getContext('2d')
                .getImageData(0, 0, c.width, c.height).data.some(v => v > 0));
            if (!inked().every(Boolean)) return 'not drawn at first';
            for (const canvas of all) {
                canvas.width = canvas.width; // empties it
                canvas.dispatchEvent(new Event('contextlost'));
            }
            if (inked().some(Boolean)) return 'not emptied';
            for (const canvas of all) canvas.dispatchEvent(new Event('contextrestored'));
            return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
                done(all.length + ' ' + inked().join()))))";
        let found = page.text(script, &[]).await?;
        ensure!(found == "2 true,true", "{found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_export_that_is_blocked_is_told() -> Result<()> {
    in_page(Options::default(), async |page| {
        let blocked = "HTMLCanvasElement.prototype.toDataURL = () => {
            throw new DOMException('blocked', 'SecurityError') }";
        page.before_everything(blocked).await?;
        page.goto("?view=function&fn=elu").await?;
        page.js("document.querySelector('[data-take=png]').click()", &[]).await?;
        let told =
            "return document.querySelector('.take .outcome .bad')?.getClientRects().length > 0";
        page.wait(told, &[]).await.context("no message")?;
        // The exports that need no canvas still work.
        page.js("document.querySelector('[data-take=csv]').click()", &[]).await?;
        page.wait("return !!document.querySelector('.take .outcome a[download]')", &[]).await
    })
    .await
}

/// The number of animation frames that the page has requested.
const COUNT_FRAMES: &str = "window.asked = 0; const raf = requestAnimationFrame;
    window.requestAnimationFrame = f => { asked++; return raf(f) }";

/// The state after a panic: the overlay, nothing that moves, and a button that keeps the address.
async fn has_stopped(page: &Session) -> Result<()> {
    let shown = failure(page, "panic").await?;
    ensure!(!shown.is_empty() && !shown.contains('|'), "{shown:?}");
    let still = "const before = asked; return new Promise(done => setTimeout(() => done(asked - before), 400))";
    let asked = page.js(still, &[]).await?;
    ensure!(asked == json!(0), "{asked} animation frames after the panic");
    let search = page.text("return location.search", &[]).await?;
    page.js("document.getElementById('reload').click()", &[]).await?;
    page.wait_within(LONG, "return document.documentElement.dataset.ready === 'true' && !document.documentElement.dataset.failed", &[]).await?;
    let after = page.text("return location.search", &[]).await?;
    ensure!(after == search && !search.is_empty(), "{search:?} became {after:?}");
    Ok(())
}

/// A browser that has no memory left for another element, or an extension that interferes: Leptos
/// panics.
const NO_MORE_ELEMENTS: &str = "document.createElement = () => { throw new Error('no more') };
    document.createElementNS = document.createElement;
    Node.prototype.cloneNode = document.createElement";

#[tokio::test]
async fn a_panic_after_a_click_stops_what_plays_and_says_so() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.before_everything(COUNT_FRAMES).await?;
        page.goto("?view=zigzag&speed=9").await?;
        let plays = "return +document.querySelector('[data-demo=zigzag]').dataset.step > 0";
        page.wait(plays, &[]).await.context("the zig-zag does not play")?;
        // In an effect of the handler's signal, in the middle of an animation.
        page.js(NO_MORE_ELEMENTS, &[]).await?;
        page.js("document.querySelector('[data-view=neuron]').click()", &[]).await?;
        has_stopped(page).await
    })
    .await
}

#[tokio::test]
async fn a_panic_in_an_update_is_told_too() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.before_everything(COUNT_FRAMES).await?;
        page.goto("?view=neuron&w=1,2&in=1,2").await?;
        page.js(NO_MORE_ELEMENTS, &[]).await?;
        // Another number of inputs: other sliders.
        page.js("document.querySelector('.field .buttons button:last-child').click()", &[]).await?;
        has_stopped(page).await
    })
    .await
}

#[tokio::test]
async fn a_trap_in_a_handler_that_is_no_panic_is_told() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.before_everything(COUNT_FRAMES).await?;
        page.goto("?view=function&fn=elu").await?;
        // A module of one function, `unreachable`: the trap of a handler when the stack is full.
        let trap = "const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0,
                1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11));
            const { f } = new WebAssembly.Instance(module).exports;
            document.querySelector('input[name=alpha]').addEventListener('keydown', f);
            document.querySelector('input[name=alpha]').dispatchEvent(new KeyboardEvent('keydown'))";
        page.js(trap, &[]).await?;
        has_stopped(page).await
    })
    .await
}

#[tokio::test]
async fn neither_a_frozen_page_nor_a_jumping_clock_makes_up_for_lost_time() -> Result<()> {
    in_page(Options::default(), async |page| {
        let clock = "const now = Date.now; window.skew = 0; Date.now = () => now() + skew";
        page.before_everything(clock).await?;
        page.goto("?view=zigzag&speed=5&lr=0.001").await?;
        let step = "return +document.querySelector('[data-demo=zigzag]').dataset.step";
        let number =
            async || -> Result<f64> { page.js(step, &[]).await?.as_f64().context("a step") };
        page.wait(&format!("{step} > 1"), &[]).await.context("it does not play")?;
        for skew in [3.6e6, -3.6e7] {
            let before = number().await?;
            page.js("skew = arguments[0]", &[json!(skew)]).await?;
            page.frames(10).await?;
            let after = number().await?;
            ensure!(after - before < 8.0, "a clock off by {skew} ms made {before} into {after}");
            page.wait(&format!("{step} > arguments[0] + 1"), &[json!(after)])
                .await
                .with_context(|| format!("with a clock off by {skew} ms it stands still"))?;
        }
        let before = number().await?;
        for state in ["frozen", "active"] {
            page.cdp("Page.setWebLifecycleState", json!({ "state": state })).await?;
            tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            if state == "active" {
                break;
            }
        }
        let after = number().await?;
        // Three seconds frozen, three seconds alive: five steps a second are some fifteen.
        ensure!(after - before < 24.0, "{before} became {after} over a freeze of 3 s");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_from_the_back_cache_works() -> Result<()> {
    // Files that must not be stored are not kept: sent as by a host, not as by the tests' server.
    let host = Host::start(host::site).await?;
    in_page(Options::default(), async |page| {
        page.driver().goto(host.url("?view=function&fn=elu")).await?;
        page.wait_within(LONG, READY, &[]).await?;
        page.slide("elu", "alpha", 2.0).await?;
        page.wait("return location.search.includes('alpha=2')", &[]).await?;
        // A browser keeps no page that is still fetching: its text and its faces come last.
        let all = "return document.querySelectorAll('.formula math').length === 2
            && 'type' in document.documentElement.dataset && document.fonts.status === 'loaded'";
        page.wait(all, &[]).await?;
        let note = "addEventListener('pageshow', event => { window.kept = event.persisted })";
        page.js(note, &[]).await?;
        page.driver().goto(host.url("404.html")).await?;
        page.driver().back().await?;
        page.wait("return window.kept === true", &[]).await.context("it was loaded anew")?;
        let value = "return document.querySelector('input[name=alpha]')?.value";
        page.wait(&format!("{value} === '2'"), &[]).await.context("the slider lost its place")?;
        page.slide("elu", "alpha", 0.5).await?;
        page.wait("return location.search.includes('alpha=0.5')", &[]).await
    })
    .await
}
