//! One function, large: its plot with a probe, its definition and its parameters.

use super::gallery::Legend;
use super::plot::{Plot, Scale};
use super::prose::{Status, part};
use super::slider::Sliders;
use super::store::store;
use activation_explorer::activation::{ALL, Activation, Family, Kind, by_id};
use activation_explorer::numeric::format::{pretty, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::properties::properties;
use activation_explorer::text::{facts, table};
use activation_explorer::view_state::View;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::{KeyboardEvent, PointerEvent};

/// How long a slider rests before the properties are computed again.
const REST: Duration = Duration::from_millis(120);

/// The view of the chosen function.
#[component]
pub(super) fn Function() -> impl IntoView {
    let store = store();
    let act = Memo::new(move |_| store.state.with(|s| s.act));
    view! {
        <div class="page function">
            <Chooser />
            {move || view! { <Subject act=act.get() /> }}
        </div>
    }
}

/// The list of functions beside the plot; on a narrow page a menu above it.
#[component]
fn Chooser() -> impl IntoView {
    let store = store();
    let now = Memo::new(move |_| store.state.with(|s| s.act));
    // As text: a hundred small elements of which only one attribute ever changes.
    let grouped = move |group: fn(&str, &str) -> String, item: fn(&Activation, bool) -> String| {
        Signal::derive(move || {
            let families = Family::ALL.into_iter().map(|family| {
                let members = ALL.iter().filter(|a| a.family == family);
                let items: String = members.map(|a| item(a, **a == *now.get())).collect();
                group((store.words().family)(family), &items)
            });
            families.collect::<String>()
        })
    };
    let list = grouped(
        |name, items| format!("<h2>{name}</h2><ul>{items}</ul>"),
        |act, here| {
            let (id, name) = (act.id, act.name);
            let here = if here { " aria-current=\"page\"" } else { "" };
            format!(
                "<li><a data-view=\"function\" data-act=\"{id}\" href=\"?view=function&amp;fn={id}\"{here}>{name}</a></li>"
            )
        },
    );
    let menu = grouped(
        |name, items| format!("<optgroup label=\"{name}\">{items}</optgroup>"),
        |act, here| {
            let here = if here { " selected" } else { "" };
            format!("<option value=\"{}\"{here}>{}</option>", act.id, act.name)
        },
    );
    view! {
        <nav class="chooser" aria-label=store.word(|w| w.functions) inner_html=list></nav>
        <select
            class="chooser-menu"
            name="fn"
            aria-label=store.word(|w| w.functions)
            on:change=move |event| {
                let act = by_id(&event_target_value(&event));
                store.open(&untrack(|| store.href(View::Function, act)));
            }
            inner_html=menu
        ></select>
    }
}

#[component]
fn Subject(act: &'static Activation) -> impl IntoView {
    let store = store();
    let params = store.params(act);
    let frame = RwSignal::new(None);
    view! {
        <article class="subject" data-subject=act.id tabindex="-1">
            <h1>
                {act.name}
                " "
                <small inner_html=part(store, act, "title")></small>
            </h1>
            <p class="lead" inner_html=part(store, act, "summary")></p>
            <Plot act params scale=Scale::Large frame>
                <Probe act params frame />
            </Plot>
            <Readout act params />
            <p class="hint">{store.word(|w| w.probe_hint)}</p>
            {(!matches!(act.kind, Kind::Scalar)).then(|| {
                let gated = matches!(act.kind, Kind::Gated(_));
                let slice = Signal::derive(move || (store.words().slice)(gated));
                view! { <p class="hint">{slice}</p> }
            })}
            <Status />
            {act.band.map(|_| view! { <p class="hint">{store.word(|w| w.band)}</p> })}
        </article>
        <aside class="panel">
            <section>
                <h2>{store.word(|w| w.parameters)}</h2>
                {if act.params.is_empty() {
                    view! { <p class="hint">{store.word(|w| w.no_parameters)}</p> }.into_any()
                } else {
                    view! { <Sliders act /> }.into_any()
                }}
                <label class="check">
                    <input
                        type="checkbox"
                        name="deriv"
                        prop:checked=move || store.state.with(|s| s.deriv)
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            store.state.update(|s| s.deriv = on);
                        }
                    />
                    <span>{store.word(|w| w.show_derivative)}</span>
                </label>
                <Legend />
            </section>
            <section>
                <h2>{store.word(|w| w.properties)}</h2>
                <Facts act params />
                <p class="hint" inner_html=part(store, act, "accuracy")></p>
            </section>
        </aside>
        <div class="prose">
            <section>
                <h2>{store.word(|w| w.definition)}</h2>
                <div class="formula" lang="en" tabindex="0" inner_html=part(store, act, "formula")></div>
                <div class="formula" lang="en" tabindex="0" inner_html=part(store, act, "derivative")></div>
                <p class="hint">
                    {store.word(|w| w.source)}
                    " "
                    <span inner_html=part(store, act, "source")></span>
                </p>
            </section>
            <div inner_html=part(store, act, "body")></div>
            <section class="frameworks">
                <h2>{store.word(|w| w.frameworks)}</h2>
                <div inner_html=part(store, act, "frameworks")></div>
            </section>
        </div>
    }
}

/// The computed properties, up to date once the sliders rest.
#[component]
fn Facts(act: &'static Activation, params: Memo<Vec<f64>>) -> impl IntoView {
    let store = store();
    let settled = RwSignal::new(params.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let now = params.get();
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
        let settle = move || {
            settled.try_set(now);
        };
        waiting.set_value(set_timeout_with_handle(settle, REST).ok());
    });
    let html = Signal::derive(move || {
        let found = settled.with(|p| properties(act, p));
        table(&facts(&found, &store.words().facts))
    });
    view! { <dl class="facts" inner_html=html></dl> }
}

/// The crosshair: follows the pointer, or the arrow keys when focused.
#[component]
fn Probe(
    act: &'static Activation,
    params: Memo<Vec<f64>>,
    frame: RwSignal<Option<Frame>>,
) -> impl IntoView {
    let store = store();
    let x = Memo::new(move |_| store.state.with(|s| s.x));
    let show = move |x: Option<f64>| store.state.update(|s| s.x = x.map(|x| x + 0.0));
    // Where the probe was put, by a press, a key or the address; hovering only looks.
    let put = StoredValue::new(x.get_untracked());
    let set = move |x: f64| {
        put.set_value(Some(x));
        show(Some(x));
    };
    let leave = move |event: PointerEvent| {
        if event.buttons() == 0 && put.get_value().is_some() {
            show(put.get_value());
        }
    };
    let follow = move |event: PointerEvent| {
        let Some(frame) = frame.get_untracked() else { return };
        let (px, area) = (f64::from(event.offset_x()), frame.area);
        if px < area.left - 4.0 || px > area.left + area.width + 4.0 {
            return;
        }
        // To the precision of a pixel: more digits than that would be invented.
        let span = (frame.window.x_max - frame.window.x_min) / area.width;
        let x = rounded(frame.to_x(px).clamp(frame.window.x_min, frame.window.x_max), span);
        // A press, or a drag that began with one, puts it down.
        if event.buttons() == 0 { show(Some(x)) } else { set(x) }
    };
    let keys = move |event: KeyboardEvent| {
        let Some(Frame { window, .. }) = frame.get_untracked() else { return };
        let span = window.x_max - window.x_min;
        let fine = if event.shift_key() { 0.1 } else { 1.0 };
        let now = x.get_untracked().unwrap_or(0.5 * (window.x_min + window.x_max));
        let step = rounded(span / 100.0, span / 1000.0);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => now + fine * step,
            "ArrowLeft" | "ArrowDown" => now - fine * step,
            "PageUp" => now + 10.0 * step,
            "PageDown" => now - 10.0 * step,
            "Home" => window.x_min,
            "End" => window.x_max,
            _ => return,
        };
        event.prevent_default();
        set(rounded(next.clamp(window.x_min, window.x_max), fine * step));
    };
    let at = move |pick: fn((f64, f64)) -> f64| {
        let frame = frame.get()?;
        let x = x.get()?;
        let y = pick(params.with(|p| act.eval(x, p)));
        let (px, py) = frame.to_px(x, y);
        let a = frame.area;
        let inside =
            (a.left..=a.left + a.width).contains(&px) && (a.top..=a.top + a.height).contains(&py);
        inside.then(|| format!("translate({px}px, {py}px)"))
    };
    let line = move || {
        let frame = frame.get()?;
        let (px, _) = frame.to_px(x.get()?, 0.0);
        let a = frame.area;
        (a.left..=a.left + a.width)
            .contains(&px)
            .then(|| (format!("translate({px}px, {}px)", a.top), format!("{}px", a.height)))
    };
    let deriv = move || store.state.with(|s| s.deriv);
    view! {
        <div
            class="probe"
            tabindex="0"
            role="slider"
            aria-label=store.word(|w| w.probe_label)
            aria-valuemin=act.window.x_min.to_string()
            aria-valuemax=act.window.x_max.to_string()
            aria-valuenow=move || {
                let (low, high) = (act.window.x_min, act.window.x_max);
                shortest(x.get().unwrap_or(0.5 * (low + high)).clamp(low, high))
            }
            aria-valuetext=move || reading(act, &params.get(), x.get())
            on:pointermove=follow
            on:pointerdown=follow
            on:pointerleave=leave
            on:keydown=keys
        >
            <div
                class="hair"
                hidden=move || line().is_none()
                style:transform=move || line().map(|l| l.0)
                style:height=move || line().map(|l| l.1)
            ></div>
            <div class="dot f" hidden=move || at(|v| v.0).is_none() style:transform=move || at(|v| v.0)></div>
            <div
                class="dot df"
                hidden=move || !deriv() || at(|v| v.1).is_none()
                style:transform=move || at(|v| v.1)
            ></div>
        </div>
    }
}

/// The numbers at the probe.
#[component]
fn Readout(act: &'static Activation, params: Memo<Vec<f64>>) -> impl IntoView {
    let store = store();
    let values = move || {
        let x = store.state.with(|s| s.x)?;
        let (f, df) = params.with(|p| act.eval(x, p));
        Some([x, f, df])
    };
    let cell = move |index: usize, name: &'static str, label: &'static str| {
        let value = move || values().map(|v| v[index]);
        view! {
            <div class=format!("cell {name}")>
                <dt>{label}</dt>
                <dd>
                    <data data-read=name value=move || value().map(shortest).unwrap_or_default()>
                        {move || value().map_or_else(|| "–".to_owned(), |v| pretty(v, 5))}
                    </data>
                </dd>
            </div>
        }
    };
    view! {
        <dl class="readout">
            {cell(0, "x", "x")}
            {cell(1, "f", "f(x)")}
            {cell(2, "df", "f′(x)")}
        </dl>
    }
}

/// The probe in words.
fn reading(act: &Activation, params: &[f64], x: Option<f64>) -> String {
    x.map_or_else(String::new, |x| {
        let (f, df) = act.eval(x, params);
        format!("x = {}, f(x) = {}, f′(x) = {}", pretty(x, 5), pretty(f, 5), pretty(df, 5))
    })
}

/// `x` rounded to the power of ten at or below `unit`.
fn rounded(x: f64, unit: f64) -> f64 {
    let decimals = -unit.log10().floor() as i32;
    let scale = 10f64.powi(decimals.clamp(-300, 300));
    let y = (x * scale).round() / scale;
    if y.is_finite() { y } else { x }
}
