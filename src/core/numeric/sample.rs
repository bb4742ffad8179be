//! Sampling a function into a polyline of few points: within a tenth of a pixel of the curve, kinks
//! hit exactly, jumps broken, cut exactly at the window's edge.

pub use super::Stroke;
use super::Window;
use super::edges::{clip, merge};
use super::oscillation::{FAST, uneven};
use super::trace::{Density, Node, Tracer};
use std::cell::Cell;

/// The number of nodes in the inner part of a smooth stretch, whatever the curve looks like.
const INNER: usize = 20;
/// The first of the nodes towards each end, the rungs, as a share of the stretch: there something
/// may happen on any scale, and each is a third as far from the end as the one before.
const FIRST: f64 = 1.0 / 27.0;
/// The number of rungs: the last is 10⁻⁹ of the stretch from the end.
const RUNGS: usize = 17;
/// At the other ends one rung in so many, to tell the direction of the curve there.
const FEW: usize = 9;
/// The distance, in pixels, below which the ends of two stretches are one point.
const JOINED: f64 = 0.02;
/// The number of swings at its nodes from which on a stretch may have many more between them.
const SWINGS: usize = 5;
/// The number of nodes to a period of an oscillation, before it is traced.
const PER_PERIOD: f64 = 6.0;

/// The curve of `f` in `window`, drawn `width` × `height` pixels large, as unbroken strokes.
///
/// `breaks` are the places, in increasing order, where `f` may have a kink or a jump; each is a
/// vertex or an end of a stroke. Values that are not finite end a stroke. Nothing lies outside
/// the window; a window that is not a proper rectangle gives nothing.
///
/// For the functions of the catalogue, through windows from 10⁻⁶ to 10⁶ units wide and high
/// wherever they are, every point of the curve is within a tenth of a pixel of the strokes and
/// every point of the strokes within a tenth of a pixel of the curve (and of what rounding to
/// f64 makes of it). They have at most 400 points; at most 8 if the curve is straight between
/// its breaks. Of an oscillation with more than three periods in view there are at most four to
/// a pixel of the width, and if a period is shorter than two pixels, the stroke may be a band
/// instead: it goes up and down once per pixel, exactly between the bounds of the curve.
///
/// `f` is evaluated at most 5000 times and 33 times per pixel of the width, of which 10 000 count,
/// whatever it does. The catalogue's own windows at the defaults take 80 to 420 evaluations.
pub fn sample(
    f: impl Fn(f64) -> f64,
    breaks: &[f64],
    window: &Window,
    width: f64,
    height: f64,
) -> Vec<Stroke> {
    // One copy of the code for every function there is.
    sample_any(&f, breaks, window, width, height)
}

fn sample_any(
    f: &dyn Fn(f64) -> f64,
    breaks: &[f64],
    window: &Window,
    width: f64,
    height: f64,
) -> Vec<Stroke> {
    let scale = (width / (window.x_max - window.x_min), height / (window.y_max - window.y_min));
    let proper = |s: f64| s > 0.0 && s.is_finite();
    if !(proper(scale.0) && proper(scale.1)) {
        return Vec::new();
    }
    // The evaluations promised, less those that are made in any case.
    let fuel = Cell::new(4000 + (32.0 * width.min(10_000.0)) as u32);
    let tracer = Tracer { f, window, scale, fuel: &fuel };
    // Two formulas may meet at 0 even where f′ is continuous, and most features are around it.
    let mut seams = breaks.to_vec();
    let place = seams.partition_point(|s| *s < 0.0);
    if seams.get(place) != Some(&0.0) {
        seams.insert(place, 0.0);
    }
    let mut ends = vec![window.x_min];
    ends.extend(seams.iter().filter(|s| window.x_min < **s && **s < window.x_max));
    ends.push(window.x_max);
    ends.dedup();

    let mut strokes: Vec<Stroke> = Vec::new();
    for pair in ends.windows(2) {
        let end = |x: f64, side: f64| {
            Node::new(x, if breaks.contains(&x) { beside(f, x, side) } else { f(x) })
        };
        let (first, last) = (end(pair[0], 1.0), end(pair[1], -1.0));
        let mut pieces = stretch(&tracer, first, last, &seams);
        // A kink is one vertex: join the stroke that ends where this one starts.
        if let (Some(last), Some(first)) = (strokes.last_mut(), pieces.first_mut())
            && let (Some(end), Some(start)) = (last.last(), first.first())
            && end.0 == start.0
            && (end.1 - start.1).abs() * scale.1 < JOINED
        {
            last.extend(first.drain(..).skip(1));
            pieces.remove(0);
        }
        strokes.append(&mut pieces);
    }
    for stroke in &mut strokes {
        merge(stroke, scale);
    }
    strokes
}

/// The strokes of a stretch on which `f` is smooth inside.
fn stretch(tracer: &Tracer, first: Node, last: Node, seams: &[f64]) -> Vec<Stroke> {
    let (a, b) = (first.x, last.x);
    let near = |end: f64| seams.iter().any(|s| (end - s).abs() < 0.125 * (b - a));
    let mut nodes = Vec::with_capacity(64);
    nodes.push(first);
    let mut add = |x: f64| {
        if nodes.last().is_some_and(|n| n.x < x) && x < b {
            nodes.push(tracer.at(x));
        }
    };
    // From the first rung on; by multiplication, which gives the same bits on every machine.
    let rungs = |end: f64| {
        let few = !near(end);
        let rungs = std::iter::successors(Some((b - a) * FIRST), |d| Some(d / 3.0)).take(RUNGS);
        rungs.enumerate().filter(move |(i, _)| !few || i % FEW == 0).map(|(_, d)| d)
    };
    let mut inwards: Vec<f64> = rungs(a).collect();
    while let Some(d) = inwards.pop() {
        add(a + d);
    }
    uneven(INNER).for_each(|t| add(a + (b - a) * (0.0625 + 0.875 * t)));
    rungs(b).for_each(|d| add(b - d));
    nodes.push(last);
    if tracer.straight(&nodes) {
        return clip(tracer, &[first, last]);
    }
    let mut density = Density { apart: f64::INFINITY, inside_only: false };
    if tracer.swings(&nodes) >= SWINGS {
        let (period, up_and_down) = tracer.period(a, b);
        if up_and_down && period * tracer.scale.0 < FAST {
            return tracer.band(first, last, period);
        }
        density = Density { apart: period / PER_PERIOD, inside_only: !up_and_down };
    }
    clip(tracer, &tracer.trace(nodes, density))
}

/// The value of `f` just left (`side` < 0) or right of `x`: its one-sided limit to rounding.
pub fn beside(f: impl Fn(f64) -> f64, x: f64, side: f64) -> f64 {
    f(next_to(x, side))
}

/// A point so little left or right of `x` that only a break at `x` itself can show.
pub fn next_to(x: f64, side: f64) -> f64 {
    let step = if x == 0.0 { 1e-300 } else { 4.0 * (x.abs().next_up() - x.abs()) };
    x + side.signum() * step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    const WINDOW: Window = Window::new(-5.0, 5.0, -2.0, 3.0);

    #[test]
    fn relu_is_three_points_cut_at_the_top() {
        let relu = by_id("relu").unwrap();
        let strokes = sample(|x| relu.f(x, &[]), &[0.0], &WINDOW, 600.0, 300.0);
        assert_eq!(strokes.len(), 1);
        let stroke = &strokes[0];
        assert_eq!((stroke[0], stroke[1]), ((-5.0, 0.0), (0.0, 0.0)));
        assert_eq!(stroke.len(), 3, "{stroke:?}");
        assert!((stroke[2].0 - 3.0).abs() < 1e-9 && stroke[2].1 == 3.0);
    }

    #[test]
    fn the_derivative_of_relu_is_broken_at_the_kink() {
        let relu = by_id("relu").unwrap();
        let strokes = sample(|x| relu.df(x, &[]), &[0.0], &WINDOW, 600.0, 300.0);
        assert_eq!(strokes, [vec![(-5.0, 0.0), (0.0, 0.0)], vec![(0.0, 1.0), (5.0, 1.0)]]);
    }

    #[test]
    fn a_curve_that_comes_from_a_pole_enters_where_it_does() {
        let pole = |x: f64| -10.0 / (x * x * x);
        let window = Window::new(-5.0, 5.0, -3.0, 3.0);
        let strokes = sample(pole, &[0.0], &window, 500.0, 300.0);
        assert_eq!(strokes.len(), 2, "{strokes:?}");
        for stroke in strokes {
            for (x, y) in stroke {
                assert!((pole(x) - y).abs() < 0.03, "{x} {y} {}", pole(x));
            }
        }
    }

    #[test]
    fn windows_that_are_none_give_nothing() {
        for w in [
            Window::new(1.0, 1.0, 0.0, 1.0),
            Window::new(2.0, 1.0, 0.0, 1.0),
            Window::new(0.0, f64::NAN, 0.0, 1.0),
            Window::new(0.0, 1.0, 0.0, f64::INFINITY),
        ] {
            assert!(sample(|x| x, &[], &w, 100.0, 100.0).is_empty());
        }
    }
}
