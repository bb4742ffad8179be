//! The plot of one function with all that the widgets around it share.

use crate::page::state::page;
use crate::page::widgets::probe::{ProbePlot, Sought, moved, put, spot};
use activation_explorer::activation::{Activation, Window};
use activation_explorer::address::Settings;
use activation_explorer::numeric::format::{pretty, shortest};
use activation_explorer::plot::graph::{Graph, Overlay, own_axis, wanted};
use activation_explorer::plot::{Curves, Frame};
use activation_explorer::properties::{Properties, landmarks, properties, telling};
use activation_explorer::views::function::extra::usual;
use leptos::html::Div;
use leptos::prelude::*;

/// The number of extrema, and of zeros, among which the nearest landmark is.
const FEW: usize = 8;

/// The function, its parameters and its computed properties.
#[derive(Clone, Copy)]
pub(crate) struct FunctionPlot {
    pub(crate) act: &'static Activation,
    pub(crate) params: Memo<Vec<f64>>,
    /// The parameters once the sliders rest.
    pub(crate) settled: RwSignal<Vec<f64>>,
    /// The properties for those.
    pub(crate) found: Memo<Properties>,
    /// The frame of the plot, once its size is known.
    pub(crate) frame: RwSignal<Option<Frame>>,
    /// The overlay that a part of the view adds to the plot.
    pub(crate) overlay: RwSignal<Option<Overlay>>,
    /// The place that is read: of the probe, or where nobody has put it one that says most. That is
    /// never written into the address.
    pub(crate) at: Memo<f64>,
    curves: Memo<Curves>,
    window: Memo<Window>,
    equal: Memo<bool>,
    own_axis: Memo<bool>,
}

impl FunctionPlot {
    pub(crate) fn new(act: &'static Activation) -> Self {
        let page = page();
        let params = page.address.params(act);
        let settled = settled(params);
        let found = Memo::new(move |_| settled.with(|p| properties(act, p)));
        let window = Memo::new(move |_| page.address.with(|s| s.window()));
        let telling = Memo::new(move |_| {
            let usual = usual(act).filter(|x| window.with(|w| w.x_min < *x && *x < w.x_max));
            usual.unwrap_or_else(|| found.with(|found| telling(act, found, &window.get())))
        });
        let of = move |pick: fn(&Settings) -> bool| Memo::new(move |_| page.address.with(pick));
        Self {
            act,
            params,
            settled,
            found,
            frame: RwSignal::new(None),
            overlay: RwSignal::new(None),
            curves: Memo::new(move |_| page.address.with(wanted)),
            window,
            at: Memo::new(move |_| page.address.with(|s| s.x).unwrap_or_else(|| telling.get())),
            equal: of(|s| s.extras.equal),
            own_axis: of(own_axis),
        }
    }

    /// Whether f″ is drawn.
    pub(crate) fn second(self) -> bool {
        self.curves.with_untracked(|curves| curves.second)
    }

    /// The drawing of the plot, tracked.
    pub(crate) fn graph(self) -> Graph {
        Graph {
            act: self.act,
            params: self.params.get(),
            curves: self.curves.get(),
            window: self.window.get(),
            equal: self.equal.get(),
            own_axis: self.own_axis.get(),
            overlay: self.overlay.get(),
        }
    }

    /// The probe's knowledge of the plot.
    pub(crate) fn probe(self) -> ProbePlot {
        ProbePlot {
            frame: self.frame,
            marks: Callback::new(move |Sought { interval, anchor }| {
                let near = |found: &_| landmarks(found, interval, anchor, FEW);
                let near = self.found.with_untracked(near).items;
                near.into_iter().map(|mark| mark.x).collect()
            }),
            height: Some(Signal::derive(move || {
                let x = self.at.get();
                Some(self.params.with(|p| self.act.f(x, p)))
            })),
            reading: Signal::derive(move || {
                let x = self.at.get();
                let (f, df) = self.params.with(|p| self.act.eval(x, p));
                let [x, f, df] = [x, f, df].map(|v| pretty(v, 5));
                format!("x = {x}, f(x) = {f}, f′(x) = {df}")
            }),
        }
    }
}

/// The value of `fast` once the state has rested.
pub(crate) fn settled<T>(fast: Memo<Vec<T>>) -> RwSignal<Vec<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let page = page();
    let settled = RwSignal::new(fast.get_untracked());
    Effect::new(move |_| {
        page.address.track_rest();
        fast.with_untracked(|now| {
            if settled.with_untracked(|before| before != now) {
                settled.set(now.clone());
            }
        });
    });
    settled
}

/// The dots of f and f′ at the probe, and the tangent.
#[component]
pub(crate) fn Marks(plot: FunctionPlot) -> impl IntoView {
    let page = page();
    let FunctionPlot { act, params, frame, at: x, .. } = plot;
    let [tangent, f_dot, df_dot] = std::array::from_fn(|_| NodeRef::<Div>::new());
    let shown = Memo::new(move |_| page.address.with(|s| (s.extras.tangent, s.deriv)));
    Effect::new(move |_| {
        let (Some(tangent), Some(f_dot), Some(df_dot)) = (tangent.get(), f_dot.get(), df_dot.get())
        else {
            return;
        };
        let (x, frame, (touches, deriv)) = (x.get(), frame.get(), shown.get());
        let (f, df) = params.with(|p| act.eval(x, p));
        let spot = |right: bool, y: f64| {
            let frame = frame.as_ref()?;
            if right { spot(&frame.right(), x, y) } else { spot(frame, x, y) }
        };
        let at_f = spot(false, f);
        let line = frame.as_ref().filter(|_| touches && at_f.is_some());
        put(&tangent, line.and_then(|frame| touching(frame, x, f, df)));
        put(&f_dot, at_f);
        put(&df_dot, spot(true, df).filter(|_| deriv));
    });
    let clip = move |pick: fn(&Frame) -> f64| {
        move || frame.with(|f| f.as_ref().map(|f| shortest(pick(f)) + "px"))
    };
    view! {
        <div
            class="clip"
            style:left=clip(|f| f.area.left)
            style:top=clip(|f| f.area.top)
            style:width=clip(|f| f.area.width)
            style:height=clip(|f| f.area.height)
        >
            <div class="tangent" node_ref=tangent></div>
        </div>
        <div class="dot f" node_ref=f_dot></div>
        <div class="dot df" node_ref=df_dot></div>
    }
}

/// The place and the turn of the tangent at `x`, in the clip.
fn touching(frame: &Frame, x: f64, f: f64, df: f64) -> Option<String> {
    let (from, to) = (frame.to_px(x, f), frame.to_px(x + 1.0, f + df));
    let angle = libm::atan2(to.1 - from.1, to.0 - from.0);
    let (left, top) = (from.0 - frame.area.left, from.1 - frame.area.top);
    angle.is_finite().then(|| format!("{} rotate({}rad)", moved(left, top), shortest(angle)))
}
