//! Why non-linear: layers multiplied out, a grid bent, a pattern separated, a curve fitted.

use super::{term, texts};
use crate::app::browser::throttle::spoken;
use crate::app::plot::{Plot, Scale, Subject};
use crate::app::store::store;
use crate::app::widgets::key_controls::KeySlider;
use crate::app::widgets::menu::FunctionMenu;
use crate::app::widgets::seed::Seed;
use crate::app::widgets::slider::Span;
use activation_explorer::activation::Window;
use activation_explorer::demo::linear::fit::{Line, Relus};
use activation_explorer::demo::linear::{Affine, Stack, grid, xor};
use activation_explorer::numeric::clip::clip;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::numeric::sample::{Stroke, sample};
use activation_explorer::plot::{Curve, Dot, Frame, Picture, Role};
use activation_explorer::view_state::ViewState;
use activation_explorer::view_state::knob::{DEPTH, SEED, UNITS};
use leptos::prelude::*;
use std::f64::consts::PI;
use std::rc::Rc;

/// The square that the grid fills before the layers.
const SQUARE: Window = Window::new(-1.0, 1.0, -1.0, 1.0);

fn stack(state: &ViewState) -> Stack<2> {
    let mut stack =
        Stack::<2>::seeded(state.knob(&DEPTH) as usize, state.knob(&SEED) as u32, state.act);
    stack.params = state.params(state.act);
    stack
}

fn curve(role: Role, strokes: Vec<Vec<(f64, f64)>>) -> Curve {
    Curve { role, strokes, dots: Vec::new() }
}

/// Whether a piece of a line has no length.
fn is_point(piece: &Stroke) -> bool {
    piece.windows(2).all(|pair| pair[0] == pair[1])
}

/// Pieces of lines as they are seen through the window; what has shrunk to a point is a dot.
fn image(role: Role, pieces: impl Iterator<Item = Stroke>, window: &Window) -> Curve {
    let mut image = curve(role, Vec::new());
    for piece in pieces {
        match piece.first() {
            Some(&at) if is_point(&piece) => {
                let known = image.dots.iter().any(|dot| dot.at == at);
                if !known && !clip(&[at, at], window).is_empty() {
                    image.dots.push(Dot { at, filled: true });
                }
            }
            _ => image.strokes.extend(clip(&piece, window)),
        }
    }
    image
}

/// The grid after the layers.
struct Grid(Memo<Stack<2>>);

impl Subject for Grid {
    fn window(&self) -> Window {
        Window::new(-2.6, 2.6, -2.0, 2.0)
    }

    fn equal(&self) -> bool {
        true
    }

    fn follow(&self) {
        self.0.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        self.0.with(|stack| {
            let depth = stack.layers.len();
            let lines = grid(&SQUARE, 11, 61);
            // Half of the lines go up, half across: told apart by colour.
            let (up, across) = lines.split_at(lines.len() / 2);
            let curves = (0..).zip([up, across]).map(|(way, lines)| {
                let pieces = lines.iter().flat_map(|line| stack.image(depth, line));
                image(Role::Way(way), pieces, &frame.window)
            });
            Picture { regions: Vec::new(), curves: curves.collect() }
        })
    }
}

/// The same number of layers with one input each, and the single layer they would be without the
/// function.
struct OneInput(Memo<Stack<1>>);

impl Subject for OneInput {
    fn window(&self) -> Window {
        Window::new(-3.0, 3.0, -2.5, 2.5)
    }

    fn follow(&self) {
        self.0.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        self.0.with(|stack| {
            let (w, area) = (frame.window, frame.area);
            let line = stack.collapsed();
            let ends = [w.x_min, w.x_max].map(|x| (x, line.apply([x])[0]));
            let f = |x: f64| stack.f(x);
            let breaks = stack.breaks(w.x_min, w.x_max);
            let strokes = sample(f, &breaks, &w, area.width, area.height);
            let curves = vec![curve(Role::Df, clip(&ends, &w)), curve(Role::F, strokes)];
            Picture { regions: Vec::new(), curves }
        })
    }
}

/// The two classes, before or after one layer, with the line between them if there is one.
struct Classes {
    act: Memo<Stack<2>>,
    depth: usize,
}

/// One layer of fixed weights and the chosen function.
fn one_layer(of: &Stack<2>) -> Stack<2> {
    let mut stack = Stack::new(vec![xor::LAYER], of.act);
    stack.params.clone_from(&of.params);
    stack
}

impl Subject for Classes {
    fn window(&self) -> Window {
        if self.depth == 0 {
            Window::new(-2.4, 2.4, -1.8, 1.8)
        } else {
            Window::new(-5.2, 3.6, -4.2, 2.4)
        }
    }

    fn equal(&self) -> bool {
        true
    }

    fn follow(&self) {
        self.act.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let stack = self.act.with(one_layer);
        let classes = xor::moved(&stack, self.depth, &xor::cloud(24, 0.18, 1));
        let w = frame.window;
        let inside = |p: &&[f64; 2]| {
            (w.x_min..=w.x_max).contains(&p[0]) && (w.y_min..=w.y_max).contains(&p[1])
        };
        let mut picture = Picture::default();
        for (class, points) in (0u8..).zip(&classes) {
            let dots = points.iter().filter(inside);
            let dots = dots.map(|p| Dot { at: (p[0], p[1]), filled: class == 0 }).collect();
            picture.curves.push(Curve { role: Role::Way(class), strokes: Vec::new(), dots });
        }
        if let Some(divider) = xor::separate(&classes[0], &classes[1]) {
            let [a, b] = divider.normal;
            let (x, y) = (a * divider.offset, b * divider.offset);
            let far = 50.0;
            let ends = [(x - far * b, y + far * a), (x + far * b, y - far * a)];
            picture.curves.push(curve(Role::Straight, clip(&ends, &w)));
        }
        picture
    }
}

/// The sine, its line, and its fit.
struct Fit(Memo<Relus>);

impl Subject for Fit {
    fn window(&self) -> Window {
        Window::new(-PI, PI, -1.35, 1.35)
    }

    fn follow(&self) {
        self.0.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (w, area) = (frame.window, frame.area);
        let sine = sample(libm::sin, &[], &w, area.width, area.height);
        let line = Line::fit();
        let ends = [w.x_min, w.x_max].map(|x| (x, line.value(x)));
        let units = self.0.with(|fit| clip(&fit.curve(), &w));
        let curves =
            vec![curve(Role::Arrow, sine), curve(Role::Df, clip(&ends, &w)), curve(Role::F, units)];
        Picture { regions: Vec::new(), curves }
    }
}

/// The view.
#[component]
pub(super) fn Linear() -> impl IntoView {
    let store = store();
    let now = Memo::new(move |_| store.whole(stack));
    let units = Memo::new(move |_| store.state.with(|s| s.knob(&UNITS) as u32));
    let fit = Memo::new(move |_| Relus::fit(units.get()));
    let difference = Memo::new(move |_| {
        let points: Vec<[f64; 2]> =
            grid(&SQUARE, 11, 21).iter().flatten().map(|(x, y)| [*x, *y]).collect();
        now.with(|stack| stack.difference(&points))
    });
    let one = Memo::new(move |_| {
        store.whole(|s| {
            let mut stack =
                Stack::<1>::seeded(s.knob(&DEPTH) as usize, s.knob(&SEED) as u32, s.act);
            stack.params = s.params(s.act);
            stack
        })
    });
    let identity = Memo::new(move |_| now.with(|stack| stack.act.id == "identity"));
    // How the lines are no longer lines.
    let lines = Memo::new(move |_| {
        now.with(|stack| {
            let images = grid(&SQUARE, 11, 61).into_iter();
            let images: Vec<_> =
                images.map(|line| stack.image(stack.layers.len(), &line)).collect();
            let torn = images.iter().any(|pieces| pieces.len() > 1);
            (torn, images.iter().flatten().all(is_point))
        })
    });
    let grid_lead = move || {
        let (torn, shrunk) = lines.get();
        (texts(store).linear.grid_lead)(identity.get(), torn, shrunk)
    };
    let product = move || {
        now.with(|stack| {
            let layers: String = stack.layers.iter().rev().map(matrix).collect();
            if identity.get() {
                format!("{layers}<span>= &nbsp;</span>{}", matrix(&stack.collapsed()))
            } else {
                layers
            }
        })
    };
    let said = Signal::derive(move || {
        let words = &texts(store).linear;
        let number = brief(difference.get(), 3);
        if identity.get() {
            (words.difference)(&number)
        } else {
            (words.no_product)(now.with(|s| s.act.name), &number)
        }
    });
    let separable = move |depth: usize| {
        move || {
            let stack = now.with(one_layer);
            let classes = xor::moved(&stack, depth, &xor::cloud(24, 0.18, 1));
            (texts(store).linear.separable)(xor::separate(&classes[0], &classes[1]).is_some())
        }
    };
    let rmse = Signal::derive(move || {
        let (line, count) = (Line::fit().rmse, units.get());
        let units = fit.with(|fit| fit.rmse);
        (texts(store).linear.rmse)(&brief(line, 3), &brief(units, 3), count)
    });
    let label =
        move |pick: fn(&'static activation_explorer::text::demos::DemoTexts) -> &'static str| {
            Signal::derive(move || pick(texts(store)).to_owned())
        };
    let key = move |line: &'static str,
                    pick: fn(
        &'static activation_explorer::text::demos::DemoTexts,
    ) -> &'static str| {
        view! { <span class=format!("key {line}")>{term(store, pick)}</span> }
    };
    view! {
        <article class="demo-body" data-demo="linear">
            <h1 class="subject" tabindex="-1">{term(store, |w| w.linear.title)}</h1>
            <p class="lead">{term(store, |w| w.linear.lead)}</p>
            <div class="settings-grid">
                <FunctionMenu label=term(store, |w| w.function) />
                <KeySlider key=&DEPTH label=term(store, |w| w.linear.depth) span=Span::even(1.0, 6.0, 1.0) />
                <Seed label=term(store, |w| w.seed) another=term(store, |w| w.new_seed) />
            </div>
            <div class="pair">
                <section class="square">
                    <h2>{term(store, |w| w.linear.grid)}</h2>
                    <p class="hint">{grid_lead}</p>
                    <Plot id="linear-grid" subject=Rc::new(Grid(now)) label=label(|w| w.linear.grid_plot) scale=Scale::Large frame=RwSignal::new(None) />
                    <p class="legend">{key("f", |w| w.linear.grid_keys[0])}{key("df solid", |w| w.linear.grid_keys[1])}</p>
                </section>
                <section>
                    <h2>{term(store, |w| w.linear.product)}</h2>
                    <div class="matrices" inner_html=product></div>
                    <p role="status"><data data-read="difference" value=move || shortest(difference.get())>{spoken(said)}</data></p>
                    <h2>{term(store, |w| w.linear.one_input)}</h2>
                    <Plot id="linear-one" subject=Rc::new(OneInput(one)) label=label(|w| w.linear.one_input) scale=Scale::Large frame=RwSignal::new(None) />
                </section>
            </div>
            <h2>{term(store, |w| w.linear.xor)}</h2>
            <div class="pair">
                <section class="square">
                    <p class="hint">{term(store, |w| w.linear.before)} {separable(0)}</p>
                    <Plot id="xor-before" subject=Rc::new(Classes { act: now, depth: 0 }) label=label(|w| w.linear.xor) scale=Scale::Large frame=RwSignal::new(None) />
                </section>
                <section class="square">
                    <p class="hint" role="status">{term(store, |w| w.linear.after)} {separable(1)}</p>
                    <Plot id="xor-after" subject=Rc::new(Classes { act: now, depth: 1 }) label=label(|w| w.linear.xor) scale=Scale::Large frame=RwSignal::new(None) />
                </section>
            </div>
            <h2>{term(store, |w| w.linear.fit)}</h2>
            <p class="hint">{term(store, |w| w.linear.fit_lead)}</p>
            <p class="legend">
                {key("", |_| "sin x")}
                {key("df", |w| w.linear.fit_keys[0])}
                {key("f", |w| w.linear.fit_keys[1])}
            </p>
            <div class="fit">
                <Plot id="fit" subject=Rc::new(Fit(fit)) label=label(|w| w.linear.fit_plot) scale=Scale::Large frame=RwSignal::new(None) />
                <KeySlider key=&UNITS label=term(store, |w| w.linear.units) span=Span::even(1.0, 32.0, 1.0) />
                <p role="status"><data data-read="rmse" value=move || fit.with(|f| shortest(f.rmse))>{spoken(rmse)}</data></p>
            </div>
        </article>
    }
}

/// A layer as its matrix and, after a bar, its bias, in HTML.
fn matrix(layer: &Affine<2>) -> String {
    let cell = |x: f64| format!("<span>{}</span>", pretty(x, 3));
    let [[a, b], [c, d]] = layer.weights;
    format!("<span class=\"matrix\">{}{}{}{}</span>", cell(a), cell(b), cell(c), cell(d))
}
