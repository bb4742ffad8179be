//! The slider: a range input, the number box beside it, and the keys that move it.

use super::box_text::write;
use super::number_box::{keyed, stepped, steps, typed};
use crate::page::browser::throttle::{READABLE, Throttle};
use crate::page::state::{Page, page};
use activation_explorer::numeric::decimal;
use activation_explorer::numeric::elementary::within;
use activation_explorer::numeric::format::{brief, scientific, shortest};
use leptos::html::Input;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// Span: the ends and the step of a slider.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    /// The left end.
    pub(crate) low: f64,
    /// The right end.
    pub(crate) high: f64,
    /// One step.
    pub(crate) step: f64,
    /// The scale; `None` for an even one.
    pub(crate) scale: Option<Scale>,
    /// Whether only whole steps make sense: no tenth of a step, as by Shift and an arrow.
    pub(crate) whole: bool,
}

/// Scale: the map between positions and values of a slider that is not even. Its ends and step are
/// positions.
///
/// Functions, so that the code of a logarithm is only loaded by views that have one.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    /// The position of a value.
    pub(crate) place: fn(f64) -> f64,
    /// The value at a position, rounded to short numbers.
    pub(crate) value: fn(f64) -> f64,
}

/// A power of ten rounded to so many significant digits, short in the address.
pub(crate) fn power(place: f64, digits: usize) -> f64 {
    let exact = libm::pow(10.0, place);
    decimal::parse(&scientific(exact, digits - 1)).unwrap_or(exact)
}

impl Span {
    /// An even scale.
    pub(crate) const fn even(low: f64, high: f64, step: f64) -> Self {
        Self { low, high, step, scale: None, whole: false }
    }

    /// A logarithmic scale between two powers of ten, of values with two digits: a tenth of its
    /// step is finer than these.
    pub(crate) const fn decades(low: f64, high: f64) -> Self {
        let scale = Scale { place: libm::log10, value: |place| power(place, 2) };
        Self { low, high, step: 0.02, scale: Some(scale), whole: true }
    }

    fn place(&self, value: f64) -> f64 {
        self.scale.map_or(value, |scale| (scale.place)(value))
    }

    fn value(&self, place: f64) -> f64 {
        self.scale.map_or(place, |scale| (scale.value)(place))
    }

    /// The ends as positions, moved out in whole steps to include a value outside them.
    fn ends(&self, value: f64) -> (f64, f64) {
        let (low, high, now) = (self.low, self.high, self.place(value));
        let (below, above) = ((now / self.step).floor(), (now / self.step).ceil());
        (
            if now < low { below * self.step } else { low },
            if now > high { above * self.step } else { high },
        )
    }
}

/// The position to which a key moves a slider from `now`, between its ends; with Shift by a tenth
/// of a step, unless there are only whole ones. `None` for keys that do not move it.
pub(crate) fn moved(
    event: &KeyboardEvent,
    now: f64,
    step: f64,
    (low, high): (f64, f64),
    whole: bool,
) -> Option<f64> {
    let one = steps(&event.key())?;
    let fine = event.shift_key() && !whole && one.abs() == 1.0;
    event.prevent_default();
    Some(within(stepped(now, if fine { 0.1 * one } else { one }, step), low, high))
}

/// The reactions of a range input to being moved, let go and moved by a key: `set` takes finite
/// numbers, and the thumb goes to the resulting `value`. `show` is called for each change,
/// throttled while the thumb moves. The input gets its ends here, and not from a template: fewer
/// kinds of attribute in the first download.
fn thumb(
    range: NodeRef<Input>,
    span: Span,
    value: Signal<f64>,
    set: Rc<dyn Fn(f64)>,
    show: Throttle,
) -> (impl Fn(Event), impl Fn(Event), impl Fn(KeyboardEvent)) {
    // The ends grow to include a value but do not follow it back while the thumb is held.
    let ends = StoredValue::new((f64::NAN, f64::NAN));
    let released = show.clone();
    // The last value of the thumb, and true if a pointer has moved it since.
    let (last, slid) = (StoredValue::new(None), StoredValue::new(false));
    // True while a key moves it.
    let stepping = StoredValue::new(false);
    let stretch = move |range: &HtmlInputElement, (low, high): (f64, f64)| {
        if ends.get_value() != (low, high) {
            ends.set_value((low, high));
            range.set_min(&shortest(low));
            range.set_max(&shortest(high));
        }
    };
    Effect::new(move |_| {
        let now = value.get();
        let Some(range) = range.get() else { return };
        if last.try_update_value(|last| last.replace(now)) == Some(Some(now)) {
            return;
        }
        let ((low, high), (now_low, now_high)) = (span.ends(now), ends.get_value());
        let held = slid.get_value() || stepping.try_update_value(std::mem::take) == Some(true);
        stretch(&range, if held { (low.min(now_low), high.max(now_high)) } else { (low, high) });
        let place = span.place(now);
        if range.value_as_number() != place {
            range.set_value_as_number(place);
        }
        if slid.try_update_value(std::mem::take) == Some(true) {
            show.touch();
        } else {
            show.flush();
        }
    });
    // On every `input`, so that the curve follows the finger.
    let sets = set.clone();
    let slide = move |_: Event| {
        let Some(input) = range.get_untracked() else { return };
        let place = input.value_as_number();
        if place.is_finite() {
            slid.set_value(true);
            sets(span.value(place));
        }
    };
    // The thumb goes to the value, which may not have followed it all the way.
    let let_go = move |_: Event| {
        if let Some(range) = range.get_untracked() {
            let now = value.get_untracked();
            stretch(&range, span.ends(now));
            range.set_value_as_number(span.place(now));
            slid.set_value(false);
            released.flush();
        }
    };
    let keys = move |event: KeyboardEvent| {
        let now = span.place(value.get_untracked());
        if let Some(place) = moved(&event, now, span.step, ends.get_value(), span.whole) {
            stepping.set_value(true);
            set(span.value(place));
        }
    };
    (slide, let_go, keys)
}

/// Row: the texts of a slider, seen and spoken.
pub(crate) struct Row {
    class: &'static str,
    head: AnyView,
    /// The names of the slider and of its number box.
    labels: (Signal<String>, Signal<String>),
    text: Rc<dyn Fn(f64) -> String>,
}

impl Row {
    /// The row of a symbol, `α`.
    pub(crate) fn symbol(symbol: String, labels: (Signal<String>, Signal<String>)) -> Self {
        let prefix = format!("{symbol} = ");
        Self {
            class: "slider",
            head: view! { <span class="symbol" translate="no" aria-hidden="true">{symbol}</span> }
                .into_any(),
            labels,
            text: Rc::new(move |now| prefix.clone() + &shortest(now)),
        }
    }

    /// The row of a name, `Learning rate`.
    pub(crate) fn name(name: Signal<String>) -> Self {
        Self {
            class: "knob",
            head: view! { <span class="name">{name}</span> }.into_any(),
            labels: (name, name),
            text: Rc::new(move |now| named(name, now)),
        }
    }
}

/// The words for a value with a name.
pub(crate) fn named(name: Signal<String>, now: f64) -> String {
    format!("{} = {}", name.get_untracked(), brief(now, 4))
}

/// Slider: a range input and the number box of the same value, in a row.
///
/// All of it is in the first download: features of a few sliders are added to the inputs by the
/// callers, in `range` and `number`.
#[component]
pub(crate) fn Slider(
    /// The name of the range input; that of the number box has `-number` after it.
    #[prop(into)]
    name: String,
    /// The id of the function in `data-fn`.
    #[prop(optional)]
    id: Option<&'static str>,
    row: Row,
    span: Span,
    #[prop(into)] value: Signal<f64>,
    /// The setter, called with finite numbers; slider and box then show the resulting `value`.
    set: Rc<dyn Fn(f64)>,
    #[prop(optional)] range: NodeRef<Input>,
    #[prop(optional)] number: NodeRef<Input>,
) -> impl IntoView {
    let Row { class, head, labels, text } = row;
    let show = Throttle::new(READABLE, move || {
        // The view may have been disposed of by then.
        let (Some(Some(range)), Some(Some(number))) =
            (range.try_get_untracked(), number.try_get_untracked())
        else {
            return;
        };
        let now = value.get_untracked();
        write(&number, now);
        let _ = range.set_attribute("aria-valuetext", &text(now));
    });
    let (slide, let_go, keys) = thumb(range, span, value, set.clone(), show);
    let box_name = format!("{name}-number");
    let by = move |now, steps| span.value(stepped(span.place(now), steps, span.step));
    view! {
        <div class=class>
            {head}
            <input
                type="range"
                name=name
                data-fn=id
                step=shortest(span.step)
                aria-label=labels.0
                node_ref=range
                on:input=slide
                on:change=let_go
                on:keydown=keys
            />
            <input
                type="text"
                role="spinbutton"
                autocomplete="off"
                name=box_name
                data-fn=id
                aria-label=labels.1
                node_ref=number
                on:change=typed(number, value, set.clone(), false)
                on:keydown=keyed(number, value, set, by)
            />
        </div>
    }
}

/// Range: a range input without a number box.
#[component]
pub(crate) fn Range(
    name: &'static str,
    span: Span,
    /// The name for screen readers, where no `<label>` gives one.
    #[prop(optional)]
    label: Option<Signal<&'static str>>,
    /// The words for a value, for screen readers.
    text: fn(Page, f64) -> String,
    #[prop(into)] value: Signal<f64>,
    /// The setter, called with finite numbers; the thumb goes to the resulting `value`.
    set: Rc<dyn Fn(f64)>,
) -> impl IntoView {
    let page = page();
    let range = NodeRef::new();
    let shown = RwSignal::new(value.get_untracked());
    let show = Throttle::new(READABLE, move || {
        // The view may have been disposed of by then.
        if let Some(now) = value.try_get_untracked() {
            shown.try_set(now);
        }
    });
    let (slide, let_go, keys) = thumb(range, span, value, set, show);
    view! {
        <input
            type="range"
            name=name
            step=shortest(span.step)
            aria-label=label
            aria-valuetext=move || text(page, shown.get())
            node_ref=range
            on:input=slide
            on:change=let_go
            on:keydown=keys
        />
    }
}
