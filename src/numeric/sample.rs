//! Turning a function into few points: within a tenth of a pixel of the curve, kinks hit
//! exactly, jumps broken, cut exactly at the window's edge.

use crate::activation::Window;

/// The largest distance, in pixels, a chord may leave the curve by while sampling.
const FLAT: f64 = 0.04;
/// The further distance points may be off the line that replaces them afterwards.
const MERGE: f64 = 0.02;
/// A piece narrower than this, in pixels, is not divided.
const NARROW: f64 = 0.05;
/// How many pieces of a smooth stretch are looked at whatever they look like.
const PIECES: usize = 12;

/// A polyline in data units.
pub type Stroke = Vec<(f64, f64)>;

/// The curve of `f` in `window`, drawn `width` × `height` pixels large, as unbroken strokes.
///
/// `breaks` are the places, in increasing order, where `f` may have a kink or a jump; each is a
/// vertex or an end of a stroke. Values that are not finite end a stroke. Nothing lies outside
/// the window; a window that is not a proper rectangle gives nothing.
pub fn sample(
    f: impl Fn(f64) -> f64,
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
    let sampler = Sampler { f, window, scale };
    let mut ends = vec![window.x_min];
    ends.extend(breaks.iter().filter(|b| window.x_min < **b && **b < window.x_max));
    ends.push(window.x_max);

    let mut strokes: Vec<Stroke> = Vec::new();
    for (i, pair) in ends.windows(2).enumerate() {
        let mut pieces = sampler.smooth(pair[0], pair[1], i > 0, i + 2 < ends.len());
        // A kink is one vertex: join the stroke that ends where this one starts.
        if let (Some(last), Some(first)) = (strokes.last_mut(), pieces.first_mut())
            && let (Some(end), Some(start)) = (last.last(), first.first())
            && end.0 == start.0
            && (end.1 - start.1).abs() * scale.1 < MERGE
        {
            last.extend(first.drain(..).skip(1));
            pieces.remove(0);
        }
        strokes.append(&mut pieces);
    }
    for stroke in &mut strokes {
        sampler.merge(stroke);
    }
    strokes
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

struct Sampler<'a, F> {
    f: F,
    window: &'a Window,
    /// Pixels per unit, across and up.
    scale: (f64, f64),
}

impl<F: Fn(f64) -> f64> Sampler<'_, F> {
    /// The strokes over `[a, b]`, where `f` is smooth inside; `open_*` takes one-sided limits.
    fn smooth(&self, a: f64, b: f64, open_left: bool, open_right: bool) -> Vec<Stroke> {
        let start = if open_left { beside(&self.f, a, 1.0) } else { (self.f)(a) };
        let end = if open_right { beside(&self.f, b, -1.0) } else { (self.f)(b) };
        let mut points = vec![(a, start)];
        let mut from = (a, start);
        for i in 1..=PIECES {
            let to = if i == PIECES {
                (b, end)
            } else {
                // Uneven pieces, so that symmetric functions are not met at their zeros only.
                let x = a + (b - a) * ((i as f64 + 0.13 * (i % 3) as f64) / PIECES as f64);
                (x, (self.f)(x))
            };
            self.refine(from, to, 0, &mut points);
            from = to;
        }
        self.clip(&points)
    }

    /// Appends points up to `to` so that the chords stay within [`FLAT`] of the curve.
    fn refine(&self, from: (f64, f64), to: (f64, f64), depth: u32, out: &mut Vec<(f64, f64)>) {
        let narrow = (to.0 - from.0) * self.scale.0 < NARROW;
        if depth < 24 && !narrow {
            let (p, q) = (self.pixel(from), self.pixel(to));
            let probe = |t: f64| {
                let x = from.0 + t * (to.0 - from.0);
                (x, (self.f)(x))
            };
            let middle = probe(0.5);
            let flat = |point| distance(self.pixel(point), p, q) <= FLAT;
            if !(flat(middle) && flat(probe(0.23)) && flat(probe(0.81))) {
                self.refine(from, middle, depth + 1, out);
                self.refine(middle, to, depth + 1, out);
                return;
            }
        }
        out.push(to);
    }

    /// A point in pixels; far outside the window the height stops mattering.
    fn pixel(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let margin = 4.0 / self.scale.1;
        // NaN stays NaN through `max` only this way round.
        let y = if y.is_nan() {
            y
        } else {
            y.clamp(self.window.y_min - margin, self.window.y_max + margin)
        };
        ((x - self.window.x_min) * self.scale.0, (y - self.window.y_min) * self.scale.1)
    }

    /// The parts of a polyline inside the window's heights, cut where the curve crosses them.
    fn clip(&self, points: &[(f64, f64)]) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        let mut stroke: Stroke = Vec::new();
        for (i, &point) in points.iter().enumerate() {
            let before = i.checked_sub(1).map(|j| points[j]);
            let inside = self.inside(point.1);
            if let Some(before) = before
                && inside != self.inside(before.1)
                && let Some(edge) = self.crossing(before, point)
            {
                stroke.push(edge);
            }
            if inside {
                stroke.push(point);
            } else if !stroke.is_empty() {
                strokes.push(std::mem::take(&mut stroke));
            }
        }
        strokes.push(stroke);
        strokes.retain(|s| s.len() > 1);
        strokes
    }

    fn inside(&self, y: f64) -> bool {
        self.window.y_min <= y && y <= self.window.y_max
    }

    /// Where the curve leaves the window between a point inside and one outside.
    fn crossing(&self, a: (f64, f64), b: (f64, f64)) -> Option<(f64, f64)> {
        let (mut inner, mut outer) = if self.inside(a.1) { (a, b) } else { (b, a) };
        if !outer.1.is_finite() && outer.1.is_nan() {
            return None;
        }
        let edge = if outer.1 > self.window.y_max { self.window.y_max } else { self.window.y_min };
        for _ in 0..60 {
            let x = 0.5 * (inner.0 + outer.0);
            let middle = (x, (self.f)(x));
            *(if self.inside(middle.1) { &mut inner } else { &mut outer }) = middle;
        }
        // At a jump no value near the edge exists; the last inside point is the end then.
        let reached = (inner.1 - edge).abs() * self.scale.1 < 1.0;
        Some(if reached { (inner.0, edge) } else { inner })
    }

    /// Drops points that lie on the line between their neighbours.
    fn merge(&self, stroke: &mut Stroke) {
        let pixels: Vec<_> = stroke.iter().map(|p| self.pixel(*p)).collect();
        let mut kept = vec![0];
        let mut anchor = 0;
        for i in 2..pixels.len() {
            let straight =
                (anchor + 1..i).all(|k| distance(pixels[k], pixels[anchor], pixels[i]) <= MERGE);
            if !straight {
                anchor = i - 1;
                kept.push(anchor);
            }
        }
        kept.push(pixels.len() - 1);
        *stroke = kept.into_iter().map(|i| stroke[i]).collect();
    }
}

/// The distance of `p` from the segment `a`–`b`; NaN points are infinitely far.
fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy);
    let d = if length == 0.0 {
        (p.0 - a.0).hypot(p.1 - a.1)
    } else {
        ((p.0 - a.0) * dy - (p.1 - a.1) * dx).abs() / length
    };
    if d.is_nan() { f64::INFINITY } else { d }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};

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
    fn every_curve_is_within_a_tenth_of_a_pixel_and_inside() {
        for act in ALL {
            let (p, w) = (act.defaults(), act.window);
            let (width, height) = (720.0, 420.0);
            for which in 0..2 {
                let f = |x| {
                    if which == 0 { act.f(x, &p) } else { act.df(x, &p) }
                };
                let strokes = sample(f, &act.breaks(&p), &w, width, height);
                let points: usize = strokes.iter().map(Vec::len).sum();
                assert!((1..=400).contains(&points), "{act:?}: {points} points");
                let scale = (width / (w.x_max - w.x_min), height / (w.y_max - w.y_min));
                for pair in strokes.iter().flat_map(|s| s.windows(2)) {
                    for point in pair {
                        assert!(w.x_min <= point.0 && point.0 <= w.x_max, "{act:?} {point:?}");
                        assert!(w.y_min <= point.1 && point.1 <= w.y_max, "{act:?} {point:?}");
                    }
                    for i in 1..20 {
                        let t = f64::from(i) / 20.0;
                        let x = pair[0].0 + t * (pair[1].0 - pair[0].0);
                        let px = |(x, y): (f64, f64)| (x * scale.0, y * scale.1);
                        let off = distance(px((x, f(x))), px(pair[0]), px(pair[1]));
                        assert!(off <= 0.1, "{act:?} is {off} px off at {x}");
                    }
                }
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
