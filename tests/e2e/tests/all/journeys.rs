//! The journeys of visitors: going somewhere and back, using the keyboard, sharing the state.

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::address::{Trait, Traits, View};
use activation_explorer::content::TRAITS;
use activation_explorer::lang::Lang;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use e2e::{Options, Session, in_page};
use serde_json::json;

async fn address(page: &Session) -> Result<String> {
    page.text("return location.search", &[]).await
}

/// Waits for this address, which is written a third of a second after the last change.
async fn address_becomes(page: &Session, wanted: &str) -> Result<()> {
    let settled = page.wait("return location.search === arguments[0]", &[json!(wanted)]).await;
    let found = address(page).await?;
    settled.with_context(|| format!("the address is {found:?}, not {wanted:?}"))
}

async fn click(page: &Session, selector: &str) -> Result<()> {
    page.js("document.querySelector(arguments[0]).click()", &[json!(selector)]).await?;
    page.frames(2).await
}

/// Presses a key on the element and returns the value of the slider `name` afterwards.
async fn press(page: &Session, name: &str, key: &str, shift: bool) -> Result<f64> {
    let script = "const [name, key, shiftKey] = arguments;
        const slider = document.querySelector(`input[type=range][name=\"${name}\"]`);
        const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
        slider.dispatchEvent(event);";
    page.js(script, &[json!(name), json!(key), json!(shift)]).await?;
    page.frames(1).await?;
    let script = "return document.querySelector(`input[role=spinbutton][name=\"${arguments[0]}-number\"]`).value";
    let text = page.text(script, &[json!(name)]).await?;
    text.parse().with_context(|| format!("the number box says {text:?}"))
}

#[tokio::test]
async fn the_gallery_shows_only_what_is_asked_for() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?lang=en").await?;
        let shown =
            "return [...document.querySelectorAll('.card')].filter(c => c.getClientRects().length)
            .map(c => c.dataset.card).sort().join()";
        let wanted = |traits: &[Trait]| {
            let all = traits.iter().fold(Traits::default(), |all, each| all.with(*each, true));
            let fits =
                ALL.iter().zip(TRAITS).filter(|(_, bits)| Traits::of_bits(*bits).include(all));
            let mut ids: Vec<_> = fits.map(|(act, _)| act.id).collect();
            ids.sort_unstable();
            ids
        };
        click(page, ".filters [data-trait=bounded]").await?;
        ensure!(page.text(shown, &[]).await? == wanted(&[Trait::Bounded]).join(","));
        click(page, ".filters [data-trait=kink]").await?;
        let both = wanted(&[Trait::Bounded, Trait::Kink]);
        ensure!(page.text(shown, &[]).await? == both.join(","), "not {both:?}");
        ensure!(both.contains(&"relu6") && !both.contains(&"relu"), "{both:?}");
        let said = "return document.querySelector('.filters [role=status]').textContent";
        let count = format!("{} of {}", both.len(), ALL.len());
        ensure!(page.text(said, &[]).await?.starts_with(&count));
        let headings =
            "return [...document.querySelectorAll('.family')].every(f => !f.getClientRects().length
            || [...f.querySelectorAll('.card')].some(c => c.getClientRects().length))";
        ensure!(page.js(headings, &[]).await? == json!(true), "a heading over nothing");
        address_becomes(page, "?lang=en&only=bounded,kink").await?;

        // It stays on the way to a function and back, and is in the link.
        click(page, "[data-card=relu6] h3 a").await?;
        page.wait("return !!document.querySelector('[data-subject=relu6]')", &[]).await?;
        ensure!(!address(page).await?.contains("only"));
        click(page, ".product").await?;
        page.wait("return !!document.querySelector('.gallery')", &[]).await?;
        ensure!(page.text(shown, &[]).await? == both.join(","), "the way back lost it");
        page.goto("?only=smooth,nonsense&lang=en").await?;
        ensure!(page.text(shown, &[]).await? == wanted(&[Trait::Smooth]).join(","));
        click(page, ".filters .all").await?;
        ensure!(page.text(shown, &[]).await? == wanted(&[]).join(","));
        ensure!(page.text(said, &[]).await?.is_empty());

        // Leaky ReLU with a negative slope is there by its default parameters, and says so.
        let mark = "return document.querySelector(`[data-card=${arguments[0]}] .hint`).textContent";
        let said = activation_explorer::words::words(Lang::En).by_default;
        for (query, marked) in [
            ("?lang=en&only=monotone&leaky_relu.negative_slope=-1", true),
            ("?lang=en&only=monotone", false),
            ("?lang=en&leaky_relu.negative_slope=-1", false),
        ] {
            page.goto(query).await?;
            let found = page.text(mark, &[json!("leaky_relu")]).await?;
            ensure!((found == said) == marked, "{query}: {found:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn back_leads_to_what_was_there_with_its_sliders() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        page.slide("elu", "alpha", 2.0).await?;
        click(page, "[data-card=elu] .opens canvas").await?;
        page.wait("return !!document.querySelector('[data-subject=elu]')", &[]).await?;
        ensure!(
            address(page).await? == "?view=function&fn=elu&alpha=2",
            "{}",
            address(page).await?
        );
        page.slide("elu", "alpha", 0.5).await?;
        address_becomes(page, "?view=function&fn=elu&alpha=0.5").await?;

        page.js("history.back()", &[]).await?;
        page.wait("return !!document.querySelector('.gallery')", &[]).await?;
        let script = "return document.querySelector('input[name=alpha][data-fn=elu]').value";
        ensure!(page.text(script, &[]).await? == "2", "Back lost the slider's position");
        page.js("history.forward()", &[]).await?;
        page.wait("return !!document.querySelector('[data-subject=elu]')", &[]).await?;
        ensure!(page.text(script, &[]).await? == "0.5", "Forward lost the slider's position");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_view_goes_back_to_its_start_values_and_back_undoes_that() -> Result<()> {
    in_page(Options::default(), async |page| {
        // The views with keys of their own, but for the function view, which has another way back.
        let own = |view: &&&View| !view.keys.is_empty() || view.most_compared > 0;
        let own = views::ALL.iter().filter(own).filter(|view| view.in_texts && !view.reads.details);
        for view in own {
            let (id, sample) = (view.id, view.samples.get(1).context("a changed state")?);
            let query = format!("view={id}&{sample}&autoplay=0&lang=zh");
            // In the order and the notation of the page itself.
            page.goto(&format!("?{}", views::parse(&query).0.query())).await?;
            let sorted = "return location.search.slice(1).split('&').sort().join()";
            let before = page.text(sorted, &[]).await?;
            let button = "return document.querySelector('.start-over').disabled === arguments[0]";
            page.wait(button, &[json!(false)]).await.with_context(|| id.to_owned())?;
            click(page, ".start-over").await?;
            address_becomes(page, &format!("?view={id}&lang=zh&autoplay=0")).await?;
            page.wait(button, &[json!(true)]).await.with_context(|| id.to_owned())?;
            page.js("history.back()", &[]).await?;
            let undone = page.wait(&format!("{sorted} === arguments[0]"), &[json!(before)]).await;
            let found = page.text(sorted, &[]).await?;
            undone.with_context(|| format!("Back leads to {found}, not to {before}"))?;
        }
        // Settings that the view does not show, and Back could not restore, stay.
        page.goto("?view=function&fn=swish&beta=2&deriv=0&autoplay=0").await?;
        click(page, "nav [data-view=play]").await?;
        page.wait("return !!document.querySelector('.tile[data-view=zigzag]')", &[]).await?;
        click(page, ".tile[data-view=zigzag]").await?;
        page.wait("return !!document.querySelector('[data-demo=zigzag] [data-preset=Bias]')", &[])
            .await?;
        let idle = "return document.querySelector('.start-over').disabled";
        ensure!(page.js(idle, &[]).await? == json!(true), "there is nothing to put back");
        click(page, "[data-preset=Bias]").await?;
        page.wait(&format!("{idle} === false"), &[]).await?;
        click(page, ".start-over").await?;
        page.wait(idle, &[]).await?;
        click(page, "nav [data-view=function]").await?;
        page.wait("return !!document.querySelector('.chooser [data-act=swish]')", &[]).await?;
        click(page, ".chooser [data-act=swish]").await?;
        page.wait("return !!document.querySelector('[data-subject=swish]')", &[]).await?;
        let kept = "return [document.querySelector('input[type=range][name=beta]').value,
            document.querySelector('input[name=deriv]').checked]";
        ensure!(page.js(kept, &[]).await? == json!(["2", false]));
        let errors = page.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn sliders_obey_the_keyboard() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        for (key, shift, wanted) in [
            ("ArrowRight", false, 1.01),
            ("ArrowLeft", false, 1.0),
            ("ArrowUp", true, 1.001),
            ("ArrowDown", true, 1.0),
            ("PageUp", false, 1.1),
            ("PageDown", false, 1.0),
            ("Home", false, 0.0),
            ("End", false, 3.0),
        ] {
            let found = press(page, "alpha", key, shift).await?;
            ensure!(found == wanted, "{key} (Shift: {shift}) gave {found}, not {wanted}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_probe_follows_the_keyboard_and_the_address_follows_the_probe() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=tanh&x=1").await?;
        let script = "document.querySelector('.probe').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))";
        page.js(script, &[]).await?;
        page.frames(1).await?;
        let (x, f) = (page.number("[data-read=x]").await?, page.number("[data-read=f]").await?);
        ensure!(x == 1.1, "one step right of 1 is {x}");
        let tanh = by_id("tanh").context("tanh")?;
        ensure!(f.to_bits() == tanh.f(x, &[]).to_bits(), "f is {f}");
        address_becomes(page, "?view=function&fn=tanh&x=1.1").await
    })
    .await
}

#[tokio::test]
async fn properties_follow_the_sliders() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        let read =
            |name: &str| format!("return document.querySelector('[data-property={name}]').value");
        ensure!(page.text(&read("left-saturation"), &[]).await? == "soft");
        ensure!(page.text(&read("range"), &[]).await? == "(-1, inf)");
        page.slide("elu", "alpha", 0.0).await?;
        let hard =
            "return document.querySelector('[data-property=left-saturation]').value === 'hard'";
        page.wait(hard, &[]).await?;
        ensure!(page.text(&read("range"), &[]).await? == "[0, inf)");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_arrive_in_both_languages_and_their_links_work() -> Result<()> {
    in_page(Options::default(), async |page| {
        for (lang, heading) in [("en", "Strengths"), ("zh", "优点")] {
            page.goto(&format!("?view=function&fn=leaky_relu&lang={lang}")).await?;
            let here = "return [...document.querySelectorAll('.prose h2')].some(h => h.textContent === arguments[0])";
            page.wait(here, &[json!(heading)]).await?;
            page.wait("return document.querySelectorAll('.formula math').length === 2", &[]).await?;
        }
        // Some framework's default is not ours; its link sets the parameter.
        let script = "const link = [...document.querySelectorAll('.frameworks a.use')]
            .find(a => /negative_slope=/.test(a.getAttribute('href')));
            link.click(); return new URLSearchParams(link.getAttribute('href')).get('negative_slope')";
        let wanted = page.text(script, &[]).await?;
        page.frames(2).await?;
        let value = "return document.querySelector('input[name=negative_slope-number]').value";
        ensure!(page.text(value, &[]).await? == wanted, "the link's parameter was not taken");
        ensure!(page.text("return document.documentElement.lang", &[]).await? == "zh-CN");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn choices_are_kept_and_the_switches_work() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("").await?;
        click(page, "button.language").await?;
        let script = "const select = document.querySelector('select[name=theme]');
            select.value = 'dark'; select.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(script, &[]).await?;
        address_becomes(page, "?lang=zh&theme=dark").await?;
        page.goto("").await?;
        let root =
            "return document.documentElement.lang + ' ' + document.documentElement.dataset.theme";
        let found = page.text(root, &[]).await?;
        ensure!(found == "zh-CN dark", "after a reload without them: {found}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_skip_link_keeps_the_state_and_moves_the_focus() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu").await?;
        page.slide("elu", "alpha", 2.0).await?;
        click(page, ".skip").await?;
        ensure!(
            page.js("return document.activeElement.matches('.subject')", &[]).await? == json!(true)
        );
        address_becomes(page, "?view=function&fn=elu&alpha=2").await
    })
    .await
}

#[tokio::test]
async fn a_slider_that_has_grown_stays_as_long_while_it_is_dragged() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=elu&alpha=50").await?;
        let max = "return document.querySelector('input[name=alpha]').max";
        ensure!(page.text(max, &[]).await? == "50");
        page.slide("elu", "alpha", 20.0).await?;
        page.frames(2).await?;
        ensure!(page.text(max, &[]).await? == "50", "the end followed the thumb");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_pressed_probe_stays_when_the_pointer_leaves() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=tanh").await?;
        let script = "const [type, buttons, offset] = arguments;
            const probe = document.querySelector('.probe'), box = probe.getBoundingClientRect();
            probe.dispatchEvent(new PointerEvent(type, { buttons, bubbles: true, pointerType: 'mouse',
                clientX: box.left + offset, clientY: box.top + 50 }))";
        for (event, buttons, offset) in [("pointerdown", 1, 200), ("pointerup", 0, 200), ("pointermove", 0, 300)] {
            page.js(script, &[json!(event), json!(buttons), json!(offset)]).await?;
        }
        page.frames(1).await?;
        let hovered = page.number("[data-read=x]").await?;
        page.js(script, &[json!("pointerleave"), json!(0), json!(900)]).await?;
        page.frames(1).await?;
        let stays = page.number("[data-read=x]").await?;
        ensure!(stays < hovered, "{stays} after leaving, {hovered} while hovering");
        Ok(())
    })
    .await
}
