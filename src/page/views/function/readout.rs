//! The readout at the probe, the landmarks, and the keys.

use crate::page::state::page;
use crate::page::widgets::check::Check;
use crate::page::widgets::function_plot::FunctionPlot;
use crate::page::widgets::probe::{Zoom, look_at};
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::plot::fitted;
use activation_explorer::properties::{landmarks, second, second_is_one_sided};
use activation_explorer::words::over::words as over;
use activation_explorer::words::plots::words as plots;
use activation_explorer::words::{KEYS, LECTURE_KEYS};
use leptos::prelude::*;
use std::rc::Rc;

/// The most extrema, and zeros, that get a button.
const MOST_MARKS: usize = 8;

/// The readout at the probe; on request with all digits.
#[component]
pub(crate) fn Readout(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let FunctionPlot { act, params, .. } = plot;
    let all = RwSignal::new(false);
    let second_too = Memo::new(move |_| page.address.with(|s| s.extras.second));
    let values = move || {
        let x = page.address.with(|s| s.x)?;
        params.with(|p| {
            let (f, df) = act.eval(x, p);
            let d2f = if second_too.get() { second(act, p)(x) } else { f64::NAN };
            Some([x, f, df, d2f])
        })
    };
    // Where f″ jumps or does not exist its limit from the right is shown, and said to be one.
    let beside = Memo::new(move |_| {
        let x = page.address.with(|s| s.x)?;
        params.with(|p| second_is_one_sided(act, p, x)).then_some(())
    });
    let one_sided = move || {
        beside.get().map(|()| view! { <small>{page.say(plots, |w| w.plot.from_right)}</small> })
    };
    let cell = move |index: usize, name: &'static str, label: &'static str| {
        let value = move || values().map(|v| v[index]);
        let text = move || match value() {
            None => "–".to_owned(),
            Some(v) if all.get() => shortest(v).replace('-', "−"),
            Some(v) => pretty(v, 5),
        };
        view! {
            <div class=format!("cell {name}")>
                <dt>{label}</dt>
                <dd>
                    <data data-read=name value=move || value().map(shortest).unwrap_or_default()>
                        {text}
                    </data>
                    {(name == "d2f").then_some(one_sided)}
                </dd>
            </div>
        }
    };
    view! {
        <div class="readout" class:full=move || all.get()>
            <dl translate="no">
                {cell(0, "x", "x")}
                {cell(1, "f", "f(x)")}
                {cell(2, "df", "f′(x)")}
                {move || second_too.get().then(|| cell(3, "d2f", "f″(x)"))}
            </dl>
            <Check name="digits" class="check digits" on=all set=Rc::new(move |on| all.set(on))>
                {page.say(plots, |w| w.plot.digits)}
            </Check>
        </div>
    }
}

/// Buttons that zoom, and one for every landmark.
#[component]
pub(crate) fn Tools(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let frame = plot.frame;
    // The present window, with the height of the curves.
    let fit = move |_| {
        let Some(now) = frame.get_untracked() else { return };
        let (act, (deriv, own)) =
            (plot.act, page.address.untracked(|s| (s.deriv, s.extras.own_axis)));
        let high = plot.params.with_untracked(|p| fitted(act, p, &now.window, deriv && !own));
        look_at(page, Some(high));
    };
    // Those in view, and the others where there are only few.
    let marks = Memo::new(move |_| {
        let window = frame.with(|f| f.as_ref().map(|f| (f.window.x_min, f.window.x_max)));
        plot.found.with(|found| match (found.period, window) {
            (Some(_), Some(window)) => landmarks(found, window, window.0, MOST_MARKS).items,
            _ => landmarks(found, (f64::NEG_INFINITY, f64::INFINITY), 0.0, MOST_MARKS).items,
        })
    });
    let go = move |x: f64| {
        page.address.edit(|s| s.x = Some(x));
        let hidden =
            frame.get_untracked().is_some_and(|f| x < f.window.x_min || x > f.window.x_max);
        if let (true, Some(now)) = (hidden, frame.get_untracked()) {
            let middle = now.area.left + now.area.width / 2.0;
            look_at(page, Some(now.panned((middle - now.to_px(x, 0.0).0, 0.0))));
        }
    };
    let places = move || {
        let words = page.table(plots);
        let mut buttons = Vec::new();
        for mark in marks.get() {
            let text = (words.plot.landmark)(mark.kind, &brief(mark.x, 5));
            buttons
                .push(view! { <button type="button" on:click=move |_| go(mark.x)>{text}</button> });
        }
        (!buttons.is_empty()).then(|| {
            view! {
                <div class="landmarks" role="group" aria-label=words.plot.landmarks>
                    <span class="label" aria-hidden="true">{words.plot.landmarks}</span>
                    {buttons}
                </div>
            }
        })
    };
    view! {
        <div class="tools">
            <Zoom plot=plot.probe()>
                <button type="button" data-do="fit" on:click=fit>{page.say(plots, |w| w.plot.fit)}</button>
            </Zoom>
            {places}
        </div>
    }
}

/// The keys that work on the plot.
#[component]
pub(crate) fn Keys() -> impl IntoView {
    let page = page();
    let rows = Signal::derive(move || {
        let say = page.table(plots).plot.key;
        let rows = KEYS.iter().map(|(_, shown, does)| {
            format!(
                "<div><dt translate=\"no\"><kbd>{shown}</kbd></dt><dd>{}</dd></div>",
                say(*does)
            )
        });
        let lecture = page.table(over).lecture.key;
        let rows = rows.chain(LECTURE_KEYS.iter().map(|(_, shown, does)| {
            let does = lecture(*does);
            format!("<div><dt translate=\"no\"><kbd>{shown}</kbd></dt><dd>{does}</dd></div>")
        }));
        rows.collect::<String>()
    });
    view! {
        <details class="keys">
            <summary>{page.say(plots, |w| w.plot.keys)}</summary>
            <p class="hint">{page.say(plots, |w| w.plot.probe_hint)}</p>
            <dl inner_html=rows></dl>
        </details>
    }
}
