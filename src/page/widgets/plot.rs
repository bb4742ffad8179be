//! A plot on the page: a canvas, and behind a large plot another one for the axes, drawn once per
//! frame.

use super::plot_table::table;
use crate::page::browser::animation_frames::{self, When};
use crate::page::browser::canvas::{Sheet, Surface};
use crate::page::browser::observers::{on_resize, on_visible};
use crate::page::browser::print::on_print;
use crate::page::state::page;
use activation_explorer::activation::Window;
use activation_explorer::numeric::format::shortest;
pub(crate) use activation_explorer::plot::Size;
use activation_explorer::plot::{
    Drawing, Frame, Palette, Picture, SvgPen, UNITS, draw_axes, draw_picture,
};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Draws the axes of a frame.
pub(crate) fn axes(sheet: Sheet, size: Size, frame: &Frame, palette: &Palette) {
    log(draw_axes(sheet, frame, &size.ticks(frame, palette.text), palette));
}

/// A drawing derived from signals: calling it tracks those it reads.
///
/// No `Signal`: its code for one more type would be in the first download.
pub(crate) type DerivedDrawing = Rc<dyn Fn() -> Box<dyn Drawing>>;

/// The drawing that `make` makes of signals.
pub(crate) fn drawing<D: Drawing + 'static>(make: impl Fn() -> D + 'static) -> DerivedDrawing {
    Rc::new(move || Box::new(make()))
}

/// The live plot of a drawing; `children` lie over it and share its frame.
#[component]
pub(crate) fn Plot(
    /// The value of `data-fn`.
    id: &'static str,
    drawing: DerivedDrawing,
    /// The label for screen readers.
    label: Signal<String>,
    size: Size,
    /// Receives the frame once the size is known.
    frame: RwSignal<Option<Frame>>,
    /// The id of the element that describes the plot in words.
    #[prop(default = None)]
    words: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let page = page();
    let area = NodeRef::<Div>::new();
    let front = NodeRef::<Canvas>::new();
    let back = NodeRef::<Canvas>::new();
    let extent = RwSignal::new((0.0, 0.0));
    // 0 while that is not known, 1 below or above the window, 2 in it.
    let visible = RwSignal::new(0);
    // The table shown where there is no canvas.
    let missing = RwSignal::new(None::<String>);
    let drawing = StoredValue::new_local(drawing);

    area.on_load(move |element| {
        let style = HtmlElement::style(&element);
        on_resize(&element, move |width, height| {
            extent.set((width, height));
            // The shape that it keeps on paper.
            let _ = style.set_property("--w", &shortest(width));
            let _ = style.set_property("--h", &shortest(height));
        });
        on_visible(&element, move |now| visible.set(1 + u32::from(now)));
    });
    // A step of a slider changes the drawing and mostly not the frame, which is only computed again
    // when its basis has changed.
    Effect::new(move |before: Option<Basis>| {
        let basis = drawing.with_value(|drawing| {
            let drawing = drawing();
            let window = drawing.window();
            let (own, equal) = (drawing.own_axis(&window), drawing.equal());
            let text = page.screen.palette.with(|p| size.text(p));
            Basis { extent: extent.get(), text, window, own, equal }
        });
        if before != Some(basis) {
            let now = basis.frame(size);
            if frame.get_untracked() != now {
                frame.set(now);
            }
        }
        basis
    });

    let look = Memo::new(move |_| {
        frame.get().map(|frame| AxesLook {
            frame,
            palette: page.screen.palette.with(|p| size.palette(p)),
            ratio: page.screen.ratio.get(),
            restored: page.screen.restored.get(),
        })
    });
    let painter = StoredValue::new_local(Painter::default());
    let now = move || {
        let look = look.try_get_untracked()??;
        let drawing = drawing.try_with_value(|drawing| untrack(|| drawing()))?;
        let picture = drawing.picture(&look.frame);
        Some((look, picture))
    };
    let draw = move || {
        // Before any early return: a plot that is hidden for a moment must be drawable again.
        painter.try_update_value(|painter| (painter.pending, painter.late) = (false, false));
        let (Some((look, picture)), Some(Some(front))) = (now(), front.try_get_untracked()) else {
            return;
        };
        let back = back.get_untracked();
        let frame = look.frame;
        let done = painter
            .try_update_value(|painter| painter.draw(&front, back.as_ref(), look, &picture, size));
        if done == Some(None) {
            spawn_local(async move {
                missing.try_set(Some(table(frame, picture).await));
            });
        } else if missing.with_untracked(Option::is_some) {
            missing.set(None);
        }
    };
    Effect::new(move |_| {
        drawing.with_value(|drawing| drop(drawing()));
        let canvas = look.with(|look| look.as_ref().map(AxesLook::canvas));
        // Plots that are not on screen are drawn when there is time, for a picture of the whole
        // page. Of many frames in a host page only those are drawn that are seen.
        let visible = visible.get();
        let seen = visible == 2;
        if canvas.is_none() || visible == 0 || !seen && page.address.untracked(|s| s.embed) {
            return;
        }
        let (steps, now) = (page.address.steps(), animation_frames::time());
        let plan = painter.try_update_value(|p| {
            // A resized canvas is blank until it is drawn again: at once, before the next paint.
            let resized = p.last.as_ref().map(AxesLook::canvas) != canvas;
            // The first step of a slider in a frame, too: waiting for the frame costs as much as a
            // curve. Nothing else: a state that belongs to the next view must not be drawn in this
            // one.
            let stepped = std::mem::replace(&mut p.steps, steps) != steps;
            if seen && (resized || (stepped && now.is_some() && p.drawn != now)) {
                p.drawn = now;
                return Some(When::Now);
            }
            let (pending, when) =
                if seen { (&mut p.pending, When::Soon) } else { (&mut p.late, When::Late) };
            (!std::mem::replace(pending, true)).then_some(when)
        });
        if let Some(when) = plan.flatten() {
            animation_frames::run(Box::new(draw), when);
        }
    });

    on_print(Box::new(move |palette| {
        let Some(Some(area)) = area.try_get_untracked() else { return false };
        if let Ok(Some(before)) = area.query_selector(".paper") {
            before.remove();
        }
        if let (Some(palette), Some((look, picture))) = (palette, now()) {
            let markup = on_paper(&look.frame, &picture, &size.palette(palette), size);
            let _ = area.insert_adjacent_html("beforeend", &markup);
        }
        true
    }));

    let edge = move |pick: fn(&Frame) -> String| {
        Signal::derive(move || frame.with(|f| f.as_ref().map(pick)))
    };
    view! {
        <figure
            data-plot
            data-fn=id
            data-x-min=edge(|f| shortest(f.window.x_min))
            data-x-max=edge(|f| shortest(f.window.x_max))
            data-y-min=edge(|f| shortest(f.window.y_min))
            data-y-max=edge(|f| shortest(f.window.y_max))
            data-area=edge(Frame::area_text)
        >
            <div
                class="plot"
                node_ref=area
            >
                <canvas class="front" node_ref=front role="img" aria-label=label aria-describedby=words></canvas>
                {(size == Size::Large).then(|| view! {
                    <canvas class="back" node_ref=back aria-hidden="true"></canvas>
                })}
                {children.map(|children| children())}
                <div class="missing" hidden=move || missing.with(Option::is_none)>
                    <p>{page.word(|w| w.no_canvas)}</p>
                    <table class="numbers" inner_html=move || missing.get().unwrap_or_default()></table>
                </div>
            </div>
        </figure>
    }
}

/// The plot as lines, which paper takes at any size.
fn on_paper(frame: &Frame, picture: &Picture, palette: &Palette, size: Size) -> String {
    let (width, height) = frame.size;
    let mut svg = format!(
        "<svg class=\"paper\" viewBox=\"0 0 {} {}\" stroke-linejoin=\"round\" aria-hidden=\"true\">",
        shortest(width * UNITS),
        shortest(height * UNITS)
    );
    axes(Sheet::Svg(SvgPen::new(&mut svg, frame)), size, frame, palette);
    log(draw_picture(Sheet::Svg(SvgPen::new(&mut svg, frame)), frame, picture, palette));
    svg + "</svg>"
}

/// The basis of the frame: all that decides it.
#[derive(Clone, Copy, PartialEq)]
struct Basis {
    extent: (f64, f64),
    /// The font size.
    text: f64,
    window: Window,
    own: Option<(f64, f64)>,
    equal: bool,
}

impl Basis {
    /// The frame, once the size is known.
    fn frame(self, size: Size) -> Option<Frame> {
        let Self { extent, text, window, own, equal } = self;
        size.frame(extent, text, window, own, equal)
    }
}

/// The look of the axes: all that decides their drawing.
#[derive(Clone, PartialEq)]
struct AxesLook {
    frame: Frame,
    palette: Palette,
    ratio: f64,
    /// The number of canvases restored so far.
    restored: u32,
}

impl AxesLook {
    /// The properties of the canvas element.
    fn canvas(&self) -> ((f64, f64), f64, u32) {
        (self.frame.size, self.ratio, self.restored)
    }
}

/// The canvases, and the look last drawn, so that the axes are only redrawn when it changes.
#[derive(Default)]
struct Painter {
    last: Option<AxesLook>,
    front: Option<Surface>,
    back: Option<Surface>,
    /// The timestamp of the animation frame in which a step was drawn.
    drawn: Option<f64>,
    /// The number of slider steps seen.
    steps: u32,
    /// Whether the next frame will draw.
    pending: bool,
    /// Whether it will be drawn when there is time.
    late: bool,
}

impl Painter {
    /// Draws the layers that changed; nothing without a canvas.
    fn draw(
        &mut self,
        front: &HtmlCanvasElement,
        back: Option<&HtmlCanvasElement>,
        look: AxesLook,
        picture: &Picture,
        size: Size,
    ) -> Option<()> {
        let AxesLook { frame, palette, ratio, .. } = &look;
        if self.last.as_ref().map(AxesLook::canvas) != Some(look.canvas()) {
            self.last = None;
            self.front = Surface::new(front, frame.size, *ratio);
            self.back = back.and_then(|back| Surface::new(back, frame.size, *ratio));
        }
        let front = self.front.as_mut()?;
        front.clear();
        match &mut self.back {
            None => axes(Sheet::Canvas(front), size, frame, palette),
            Some(_) if self.last.as_ref() == Some(&look) => {}
            Some(back) => {
                back.clear();
                axes(Sheet::Canvas(back), size, frame, palette);
            }
        }
        log(draw_picture(Sheet::Canvas(front), frame, picture, palette));
        self.last = Some(look);
        Some(())
    }
}

/// Logs a failed drawing to the console; it leaves a gap in the picture.
fn log<E: std::fmt::Display>(drawn: Result<(), E>) {
    if let Err(why) = drawn {
        leptos::logging::error!("{why}");
    }
}
