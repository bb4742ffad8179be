//! A plot on the page: two canvas layers that redraw only what changed, once per frame.

use super::frame;
use super::observe::{on_resize, on_visible};
use super::store::{Store, store};
use super::surface::Surface;
use activation_explorer::activation::Activation;
use activation_explorer::numeric::format::shortest;
use activation_explorer::plot::{Frame, Margins, Palette, curves, draw_axes, draw_curves};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

/// How large a plot's words and lines are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// In the gallery.
    Small,
    /// Alone on a page.
    Large,
}

impl Scale {
    /// The palette with widths and words for this scale.
    fn palette(self, theme: &Palette) -> Palette {
        let mut palette = theme.clone();
        if self == Self::Small {
            palette.width *= 0.8;
            palette.text *= 0.85;
        }
        palette
    }

    fn margins(self, text: f64) -> Margins {
        let right = if self == Self::Small { 3.0 } else { 0.8 * text };
        Margins { left: 2.4 * text, right, top: 0.6 * text, bottom: 1.8 * text }
    }

    /// The least distance between two marks, in heights of a word.
    fn spacing(self) -> (f64, f64) {
        if self == Self::Small { (5.5, 2.8) } else { (4.5, 3.2) }
    }
}

/// The live plot of `act`; `children` lie over it and share its frame.
#[component]
pub(super) fn Plot(
    act: &'static Activation,
    #[prop(into)] params: Signal<Vec<f64>>,
    scale: Scale,
    /// Receives the frame once the size is known.
    frame: RwSignal<Option<Frame>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let store = store();
    let area = NodeRef::<Div>::new();
    let front = NodeRef::<Canvas>::new();
    let back = NodeRef::<Canvas>::new();
    let size = RwSignal::new((0.0, 0.0));
    let visible = RwSignal::new(false);
    let missing = RwSignal::new(false);

    area.on_load(move |element| {
        on_resize(&element, move |width, height| size.set((width, height)));
        on_visible(&element, move |now| visible.set(now));
    });
    Effect::new(move |_| {
        let (width, height) = size.get();
        let text = store.palette.with(|p| scale.palette(p).text);
        let margins = scale.margins(text);
        frame.set(
            (width > 1.0 && height > 1.0)
                .then(|| Frame::new((width, height), &margins, act.window)),
        );
    });

    let painter = StoredValue::new_local(Painter::default());
    let draw = move || {
        // Before anything can stop it: a plot that is away for a moment must be drawable again.
        painter.try_update_value(|painter| painter.pending = false);
        let (Some(Some(frame)), Some(Some(front)), Some(Some(back))) =
            (frame.try_get_untracked(), front.try_get_untracked(), back.try_get_untracked())
        else {
            return;
        };
        let done = painter.try_update_value(|painter| {
            let look = Look {
                frame,
                palette: scale.palette(&store.palette.get_untracked()),
                ratio: store.ratio.get_untracked(),
            };
            let deriv = store.state.with_untracked(|s| s.deriv);
            painter.draw(&front, &back, look, act, &params.get_untracked(), deriv, scale)
        });
        missing.try_set(done == Some(false));
    };
    let deriv = deriv(store);
    Effect::new(move |_| {
        let look = (frame.get(), store.ratio.get());
        params.track();
        deriv.track();
        store.palette.track();
        if !visible.get() || look.0.is_none() {
            return;
        }
        // A resized canvas is blank until it is drawn again: at once, before the next paint.
        let resized = painter
            .with_value(|p| p.last.as_ref().is_none_or(|l| (Some(l.frame), l.ratio) != look));
        if resized {
            draw();
        } else if painter.try_update_value(|p| !std::mem::replace(&mut p.pending, true))
            == Some(true)
        {
            frame::request(draw);
        }
    });

    let edge = move |pick: fn(&Frame) -> String| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(pick)))
    };
    view! {
        <figure
            data-plot
            data-fn=act.id
            data-x-min=edge(|f| shortest(f.window.x_min))
            data-x-max=edge(|f| shortest(f.window.x_max))
            data-y-min=edge(|f| shortest(f.window.y_min))
            data-y-max=edge(|f| shortest(f.window.y_max))
            data-area=edge(Frame::area_text)
        >
            <div class="plot" node_ref=area>
                <canvas
                    class="front"
                    node_ref=front
                    role="img"
                    aria-label=Signal::derive(move || (store.words().plot_label)(act.name, deriv.get()))
                ></canvas>
                <canvas class="back" node_ref=back aria-hidden="true"></canvas>
                {children.map(|children| children())}
                <p class="missing" hidden=move || !missing.get()>{store.word(|w| w.no_canvas)}</p>
            </div>
        </figure>
    }
}

fn deriv(store: Store) -> Memo<bool> {
    Memo::new(move |_| store.state.with(|s| s.deriv))
}

/// All that decides how the axes look.
#[derive(Clone, PartialEq)]
struct Look {
    frame: Frame,
    palette: Palette,
    ratio: f64,
}

/// What was drawn last, so that the axes are only redrawn when they change.
#[derive(Default)]
struct Painter {
    last: Option<Look>,
    pending: bool,
}

impl Painter {
    /// Draws what changed; false where there is no canvas to draw on.
    #[allow(clippy::too_many_arguments, reason = "two layers, a look and a function")]
    fn draw(
        &mut self,
        front: &HtmlCanvasElement,
        back: &HtmlCanvasElement,
        look: Look,
        act: &Activation,
        params: &[f64],
        deriv: bool,
        scale: Scale,
    ) -> bool {
        let Look { frame, palette, ratio } = &look;
        if self.last.as_ref() != Some(&look) {
            let Some(surface) = Surface::new(back, frame.size, *ratio) else { return false };
            let (across, up) = scale.spacing();
            let ticks = (frame.x_ticks(across * palette.text), frame.y_ticks(up * palette.text));
            log(draw_axes(surface, frame, (&ticks.0, &ticks.1), palette));
        }
        let Some(surface) = Surface::new(front, frame.size, *ratio) else { return false };
        log(draw_curves(surface, frame, &curves(act, params, frame, deriv), palette));
        self.last = Some(look);
        true
    }
}

/// A failed draw leaves a gap in a picture; the console says why.
fn log<E: std::fmt::Display>(drawn: Result<(), E>) {
    if let Err(why) = drawn {
        leptos::logging::error!("{why}");
    }
}
