//! One side of the zig-zag: the plot of its run, with both ends of the way to drag, and its last
//! gradient.

use crate::page::state::page;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::points::{Point, Points};
use crate::page::widgets::probe::moved;
use activation_explorer::activation::{Activation, Window};
use activation_explorer::key::Key;
use activation_explorer::numeric::format::{percent, pretty, shortest};
use activation_explorer::plot::Frame;
use activation_explorer::views::zigzag::drawing::Side;
use activation_explorer::views::zigzag::model::{Pair, Quadrants, Run, one_signed};
use activation_explorer::views::zigzag::words;
use activation_explorer::views::zigzag::{OPTIMUM, START};
use leptos::prelude::*;

/// One run: its heading, its plot, its last gradient.
#[component]
pub(super) fn SidePlot(
    pair: RwSignal<Pair>,
    index: usize,
    window: Memo<Window>,
    /// True while a point is dragged.
    held: RwSignal<bool>,
) -> impl IntoView {
    let page = page();
    let frame = RwSignal::new(None::<Frame>);
    let of = move |read: fn(&Run) -> String| {
        Signal::derive(move || pair.with(|pair| read(&pair.runs[index])))
    };
    let inputs = Memo::new(move |_| pair.with(|pair| inputs(&pair.runs[index])));
    let named = move || inputs.with(|(act, centred)| (page.table(words).named)(act.name, *centred));
    let heading = move || (page.table(words).inputs)(&named());
    // A preset may centre the inputs; those of the run count.
    let one_sign = Memo::new(move |_| {
        pair.with(|pair| pair.runs[index].inputs().iter().all(|x| one_signed(x)))
    });
    let locked =
        Memo::new(move |_| pair.with(|pair| pair.runs[index].quadrants() != Quadrants::ALL));
    let momentum = Memo::new(move |_| pair.with(|pair| pair.runs[index].setup().momentum != 0.0));
    let label = Signal::derive(move || (page.table(words).plot)(&named()));
    // A name stands on the side of its point that the way does not come from.
    let place = move |at: fn(&Run) -> [f64; 2], other: fn(&Run) -> [f64; 2]| {
        move || {
            let frame = frame.get()?;
            let [at, other] = pair.with(|pair| [at, other].map(|of| of(&pair.runs[index])));
            let (px, py) = frame.to_px(at[0], at[1]);
            let side = |out: bool| if out { ("0%", 1.0) } else { ("-100%", -1.0) };
            let ((across, right), (along, down)) =
                (side(at[0] >= other[0]), side(at[1] < other[1]));
            let gap = moved(9.0 * right, 5.0 * down);
            Some(format!("{} translate({across}, {along}) {gap}", moved(px, py)))
        }
    };
    let point = move |key: &'static Key, label, at: fn(&Run) -> [f64; 2]| {
        let at = move || pair.with(|pair| at(&pair.runs[index])).into();
        // With an offset that no bias learns the optimum lies beside the teacher's weights.
        let beside = move || {
            pair.with_untracked(|pair| {
                let run = &pair.runs[index];
                let (to, from) = (run.optimum(), run.setup().target);
                if *key == OPTIMUM { [to[0] - from[0], to[1] - from[1]] } else { [0.0; 2] }
            })
        };
        let put = move |(x, y): (f64, f64)| {
            let [dx, dy] = beside();
            page.address.edit(|s| s.set_list(key, vec![x - dx, y - dy]));
        };
        Point { name: key.name, label, at: Signal::derive(at), put: Callback::new(put) }
    };
    let points = vec![
        point(&START, page.say(words, |w| w.start), |run| run.setup().start),
        point(&OPTIMUM, page.say(words, |w| w.optimum), Run::optimum),
    ];
    let id = if index == 0 { "zigzag-chosen" } else { "zigzag-other" };
    view! {
        <section class=format!("side side-{index}") data-run=index.to_string()>
            <h2>
                {heading}
                " "
                <small>{move || (page.table(words).signs)(one_sign.get())}</small>
            </h2>
            <Plot id drawing=drawing(move || Side { run: pair.with(|pair| pair.runs[index].clone()), index, window: window.get() }) label size=Size::Large frame>
                <span class="mark" style:transform=place(|run| run.setup().start, Run::optimum)>{page.say(words, |w| w.start)}</span>
                <span class="mark" style:transform=place(Run::optimum, |run| run.setup().start)>{page.say(words, |w| w.optimum)}</span>
                <Points frame points held />
            </Plot>
            <p class="hint">
                {move || {
                    let words = page.table(words);
                    match (locked.get(), momentum.get()) {
                        (false, _) => words.open,
                        (true, false) => words.shaded,
                        (true, true) => words.shaded_momentum,
                    }
                }}
            </p>
            <div class="gradient" role="group" aria-label=page.say(words, |w| w.gradient)>
                <span class="label">{page.say(words, |w| w.gradient)}</span>
                <Component value=of(|run| shortest(run.state().gradient[0])) largest=of(largest) name="∂L/∂w₁" />
                <Component value=of(|run| shortest(run.state().gradient[1])) largest=of(largest) name="∂L/∂w₂" />
                <span class="verdict-line">
                    {move || pair.with(|pair| {
                        let run = &pair.runs[index];
                        let [a, b, _] = run.state().gradient;
                        if run.steps() == 0 { "" } else { (page.table(words).same_sign)(one_signed(&[a, b])) }
                    })}
                </span>
            </div>
        </section>
    }
}

/// The function that the inputs of a run come from, and whether they are centred.
pub(super) fn inputs(run: &Run) -> (&'static Activation, bool) {
    (run.setup().act, run.setup().centred)
}

/// The larger component of the last gradient, as text.
fn largest(run: &Run) -> String {
    let [a, b, _] = run.state().gradient;
    shortest(a.abs().max(b.abs()))
}

/// One component of a gradient as a signed bar.
#[component]
fn Component(value: Signal<String>, largest: Signal<String>, name: &'static str) -> impl IntoView {
    let number = move |text: Signal<String>| {
        activation_explorer::numeric::decimal::parse(&text.get()).unwrap_or(0.0)
    };
    let share = move || {
        let (value, most) = (number(value), number(largest));
        if most > 0.0 { value / most } else { 0.0 }
    };
    view! {
        <span class="component" translate="no">
            <span class="name">{name}</span>
            <span class="track" aria-hidden="true">
                <span
                    class="fill"
                    style:left=move || percent(50.0 + share().min(0.0) * 50.0)
                    style:width=move || percent(share().abs() * 50.0)
                ></span>
            </span>
            <data value=value>{move || pretty(number(value), 3)}</data>
        </span>
    }
}
