//! The pictures of the view: a grid bent by layers, a curve of layers, classes before and after a
//! layer, a fitted sine.

use super::model::fit::{Line, Relus};
use super::model::{Point, Stack, grid, xor};
use crate::activation::Window;
use crate::numeric::clip::clip;
use crate::numeric::sample::{Stroke, sample};
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Role};
use std::f64::consts::PI;

/// The square that the grid fills before the layers.
const SQUARE: Window = Window::new(-1.0, 1.0, -1.0, 1.0);
/// The lines of the grid each way.
const LINES: u32 = 11;
/// The points of each line.
const POINTS: u32 = 61;

/// True if a piece of a line has no length.
fn is_point(piece: &Stroke) -> bool {
    piece.windows(2).all(|pair| pair[0] == pair[1])
}

/// The pieces of lines inside the window; a piece that has shrunk to a point is a dot.
fn image(role: Role, pieces: impl Iterator<Item = Stroke>, window: &Window) -> Curve {
    let mut image = Curve::line(role, Vec::new());
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

/// The state of a grid's lines after layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// True if some are in pieces.
    pub torn: bool,
    /// True if all have shrunk to points.
    pub shrunk: bool,
}

impl Lines {
    /// The lines of the grid after these layers.
    #[must_use]
    pub fn of(stack: &Stack<2>) -> Self {
        let images = grid(&SQUARE, LINES, POINTS).into_iter();
        let images: Vec<_> = images.map(|line| stack.image(stack.layers.len(), &line)).collect();
        Self {
            torn: images.iter().any(|pieces| pieces.len() > 1),
            shrunk: images.iter().flatten().all(is_point),
        }
    }
}

/// Points of the square at which layers are compared with the single one they multiply out to.
#[must_use]
pub fn points() -> Vec<Point<2>> {
    grid(&SQUARE, LINES, 21).iter().flatten().map(|(x, y)| [*x, *y]).collect()
}

/// The grid after the layers.
pub struct Grid(pub Stack<2>);

impl Drawing for Grid {
    fn window(&self) -> Window {
        Window::new(-2.6, 2.6, -2.0, 2.0)
    }

    fn equal(&self) -> bool {
        true
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let depth = self.0.layers.len();
        let lines = grid(&SQUARE, LINES, POINTS);
        // Half of the lines go up, half across: told apart by colour.
        let (up, across) = lines.split_at(lines.len() / 2);
        let curves = (0..).zip([up, across]).map(|(way, lines)| {
            let pieces = lines.iter().flat_map(|line| self.0.image(depth, line));
            image(Role::Way(way), pieces, &frame.window)
        });
        Picture { regions: Vec::new(), curves: curves.collect() }
    }
}

/// The same number of layers with one input each, and the single layer they would be without the
/// function.
pub struct OneInput(pub Stack<1>);

impl Drawing for OneInput {
    fn window(&self) -> Window {
        Window::new(-3.0, 3.0, -2.5, 2.5)
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (w, area) = (frame.window, frame.area);
        let line = self.0.collapsed();
        let ends = [w.x_min, w.x_max].map(|x| (x, line.apply([x])[0]));
        let breaks = self.0.breaks(w.x_min, w.x_max);
        let strokes = sample(|x| self.0.f(x), &breaks, &w, area.width, area.height);
        let curves = vec![Curve::line(Role::Df, clip(&ends, &w)), Curve::line(Role::F, strokes)];
        Picture { regions: Vec::new(), curves }
    }
}

/// The two classes, before or after one layer, with the line between them if there is one.
pub struct Classes {
    /// The function, of whose layers this is one with weights of its own.
    pub stack: Stack<2>,
    /// The number of layers applied, 0 or 1.
    pub depth: usize,
}

impl Classes {
    /// The points of both classes.
    fn points(&self) -> [Vec<Point<2>>; 2] {
        let mut layer = Stack::new(vec![xor::LAYER], self.stack.act);
        layer.params.clone_from(&self.stack.params);
        xor::moved(&layer, self.depth, &xor::cloud(24, 0.18, 1))
    }

    /// True if a line separates them.
    #[must_use]
    pub fn separable(&self) -> bool {
        let [first, second] = self.points();
        xor::separate(&first, &second).is_some()
    }
}

impl Drawing for Classes {
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

    fn picture(&self, frame: &Frame) -> Picture {
        let classes = self.points();
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
            picture.curves.push(Curve::line(Role::Straight, clip(&ends, &w)));
        }
        picture
    }
}

/// The sine, its line, and its fit.
pub struct Fit(pub Relus);

impl Drawing for Fit {
    fn window(&self) -> Window {
        Window::new(-PI, PI, -1.35, 1.35)
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (w, area) = (frame.window, frame.area);
        let sine = sample(libm::sin, &[], &w, area.width, area.height);
        let line = Line::fit();
        let ends = [w.x_min, w.x_max].map(|x| (x, line.value(x)));
        let curves = vec![
            Curve::line(Role::Arrow, sine),
            Curve::line(Role::Df, clip(&ends, &w)),
            Curve::line(Role::F, clip(&self.0.curve(), &w)),
        ];
        Picture { regions: Vec::new(), curves }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(query: &str) -> Stack<2> {
        Stack::<2>::of(&crate::views::parse(query).0)
    }

    #[test]
    fn lines_are_torn_by_jumps_and_shrunk_by_constants() {
        let lines = |id: &str| Lines::of(&stack(&format!("view=linear&fn={id}")));
        assert_eq!(lines("tanh"), Lines { torn: false, shrunk: false });
        assert_eq!(lines("binary_step"), Lines { torn: true, shrunk: true });
    }

    #[test]
    fn xor_is_separable_after_a_layer_that_is_not_linear() {
        let separable = |id: &str, depth| {
            Classes { stack: stack(&format!("view=linear&fn={id}")), depth }.separable()
        };
        assert!(!separable("relu", 0) && separable("relu", 1));
        assert!(!separable("identity", 1));
    }
}
