//! A plotted curve against the true one, computed densely: nothing missing, nothing invented.

use activation_explorer::activation::{Activation, Window};
use activation_explorer::numeric::sample::{Stroke, beside, sample};
use std::cell::Cell;

/// The distance allowed, in pixels, between curve and drawing.
const ALLOWED: f64 = 0.1;
/// Periods shorter than this, in pixels, may be drawn as a band.
const FAST: f64 = 2.0;
/// True points per plot, evenly spread.
const EVEN: usize = 1200;

type Point = (f64, f64);

/// A function of the catalogue or its derivative, in a window.
#[derive(Clone, Debug)]
pub struct Plot {
    pub act: &'static Activation,
    pub deriv: bool,
    pub p: Vec<f64>,
    pub window: Window,
    pub size: (f64, f64),
}

/// The cost of a drawing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    pub points: usize,
    pub evaluations: usize,
}

impl Plot {
    fn f(&self, x: f64) -> f64 {
        let (f, df) = self.act.eval(x, &self.p);
        if self.deriv { df } else { f }
    }

    fn scale(&self) -> Point {
        let w = &self.window;
        (self.size.0 / (w.x_max - w.x_min), self.size.1 / (w.y_max - w.y_min))
    }

    fn px(&self, (x, y): Point) -> Point {
        let (w, s) = (&self.window, self.scale());
        ((x - w.x_min) * s.0, (y - w.y_min) * s.1)
    }

    fn inside(&self, (x, y): Point) -> bool {
        let w = &self.window;
        w.x_min <= x && x <= w.x_max && w.y_min <= y && y <= w.y_max
    }

    /// The distance allowed here: a little more where the numbers themselves are coarse.
    fn allowed(&self) -> f64 {
        let (w, s) = (&self.window, self.scale());
        let coarse =
            w.x_min.abs().max(w.x_max.abs()) * s.0 + w.y_min.abs().max(w.y_max.abs()) * s.1;
        ALLOWED + f64::EPSILON * coarse
    }

    /// A period in pixels, if the function has one.
    pub fn period(&self) -> Option<f64> {
        let radians = match self.act.id {
            "sinusoid" => std::f64::consts::TAU,
            "snake" => std::f64::consts::PI,
            _ => return None,
        };
        Some(radians / self.p[0].abs() * self.scale().0)
    }

    /// Snake itself never falls: however fast it swings, it is drawn as a line.
    fn rises(&self) -> bool {
        self.act.id == "snake" && !self.deriv
    }

    /// Lower and upper bound of a function with a period that goes up and down.
    fn bounds(&self) -> Point {
        let p = self.p[0];
        match (self.act.id, self.deriv) {
            ("sinusoid", false) => (-1.0, 1.0),
            ("sinusoid", true) => (-p, p),
            _ => (0.0, 2.0), // snake
        }
    }

    /// Draws it and compares, one way and the other.
    pub fn check(&self) -> Result<Cost, String> {
        let evaluations = Cell::new(0);
        let counted = |x| {
            evaluations.set(evaluations.get() + 1);
            self.f(x)
        };
        let breaks = self.act.breaks(&self.p);
        let strokes = sample(counted, &breaks, &self.window, self.size.0, self.size.1);
        let cost =
            Cost { points: strokes.iter().map(Vec::len).sum(), evaluations: evaluations.get() };
        self.tidy(&strokes)?;
        match self.period() {
            Some(period) if period < FAST && !self.rises() => self.band(&strokes)?,
            _ => self.line(&strokes)?,
        }
        Ok(cost)
    }

    /// Inside the window, from left to right.
    fn tidy(&self, strokes: &[Stroke]) -> Result<(), String> {
        let mut last = f64::NEG_INFINITY;
        for &point in strokes.iter().flatten() {
            if !self.inside(point) {
                return Err(format!("{point:?} is outside"));
            }
            if point.0 < last {
                return Err(format!("{point:?} goes back from {last}"));
            }
            last = point.0;
        }
        Ok(())
    }

    /// Every true point is near the drawing, every drawn point near the truth.
    fn line(&self, strokes: &[Stroke]) -> Result<(), String> {
        let truth = self.truth();
        let drawn: Vec<Vec<Point>> =
            strokes.iter().map(|s| s.iter().map(|p| self.px(*p)).collect()).collect();
        let allowed = self.allowed();
        let mut near = Near::new(&drawn);
        for &(x, y) in truth.iter().flatten() {
            let p = self.px((x, y));
            let edge = p.1.min(self.size.1 - p.1);
            if self.inside((x, y)) && edge > allowed {
                let off = near.distance(p);
                if off > allowed {
                    return Err(format!("({x:e}, {y:e}) is {off} px from the drawing"));
                }
            }
        }
        for pair in strokes.iter().flat_map(|s| s.windows(2)) {
            let (a, b) = (self.px(pair[0]), self.px(pair[1]));
            let steps = (distance(a, (b, b)) / 8.0).ceil().clamp(3.0, 16.0) as usize;
            for i in 0..=steps {
                let t = i as f64 / steps as f64;
                let x = pair[0].0 + t * (pair[1].0 - pair[0].0);
                let p = (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1));
                let off = self.off(x, p, &truth);
                if off > allowed {
                    return Err(format!("{off} px from the curve at {x:e}, {p:?} px"));
                }
            }
        }
        Ok(())
    }

    /// The distance in pixels of a drawn point from the true curve around it.
    fn off(&self, x: f64, p: Point, truth: &[Vec<Point>]) -> f64 {
        let reach = 0.15 / self.scale().0;
        let mut best = f64::INFINITY;
        for piece in truth {
            let (from, to) = (piece[0].0, piece[piece.len() - 1].0);
            let (low, high) = ((x - reach).max(from), (x + reach).min(to));
            if low > high {
                continue;
            }
            let start = piece.partition_point(|q| q.0 < low);
            let end = piece.partition_point(|q| q.0 <= high);
            let mut local: Vec<Point> = piece[start..end].to_vec();
            if from < x && x < to {
                local.push((x, self.f(x)));
            }
            for i in 0..=12 {
                let x = low + (high - low) * f64::from(i) / 12.0;
                let end = if x == from { Some(piece[0]) } else { None };
                let end = if x == to { Some(piece[piece.len() - 1]) } else { end };
                local.push(end.unwrap_or_else(|| (x, self.f(x))));
            }
            local.sort_by(|a, b| a.0.total_cmp(&b.0));
            let local: Vec<Point> = local.iter().map(|q| self.px(*q)).collect();
            for pair in local.windows(2) {
                // Far outside, rounding would move the line.
                if let Some(segment) = cut((pair[0], pair[1]), self.size.1) {
                    best = best.min(distance(p, segment));
                }
            }
        }
        best
    }

    /// True points, denser around 0 and the breaks, a list for each part without a break.
    fn truth(&self) -> Vec<Vec<Point>> {
        let w = &self.window;
        let breaks = self.act.breaks(&self.p);
        let width = w.x_max - w.x_min;
        let mut xs: Vec<f64> = (0..=EVEN)
            .map(|i| w.x_min + width * ((i as f64 + 0.3 * (i as f64).sin()) / EVEN as f64))
            .collect();
        for seam in breaks.iter().chain(&[0.0]) {
            let far = (w.x_max - seam).abs().max((w.x_min - seam).abs());
            for i in 0..180 {
                let d = far * 10f64.powf(f64::from(i) / -15.0);
                xs.extend([seam + d, seam - d]);
            }
            xs.push(*seam);
        }
        xs.extend([w.x_min, w.x_max]);
        xs.retain(|x| w.x_min <= *x && *x <= w.x_max);
        xs.sort_by(f64::total_cmp);
        xs.dedup();
        let mut pieces = vec![Vec::new()];
        for x in xs {
            if breaks.contains(&x) {
                if x > w.x_min {
                    pieces.last_mut().unwrap().push((x, beside(|x| self.f(x), x, -1.0)));
                    pieces.push(Vec::new());
                }
                if x == w.x_max {
                    continue;
                }
                pieces.last_mut().unwrap().push((x, beside(|x| self.f(x), x, 1.0)));
            } else {
                pieces.last_mut().unwrap().push((x, self.f(x)));
            }
        }
        pieces.retain(|p| !p.is_empty());
        pieces
    }

    /// Of an oscillation too fast to follow: between its bounds, and from one to the other within
    /// two and a half pixels everywhere.
    fn band(&self, strokes: &[Stroke]) -> Result<(), String> {
        let (w, scale) = (&self.window, self.scale());
        let (low, high) = self.bounds();
        let height = self.allowed() / scale.1;
        let (low, high) = (low.max(w.y_min), high.min(w.y_max));
        if let Some(p) =
            strokes.iter().flatten().find(|p| p.1 < low - height || p.1 > high + height)
        {
            return Err(format!("{p:?} is not between {low:e} and {high:e}"));
        }
        if high - low < height {
            return Ok(()); // nothing to see
        }
        let reach = 1.25 / scale.0;
        for i in 1..(self.size.0 / 2.0) as u32 {
            let x = w.x_min + 2.0 * f64::from(i) / scale.0;
            let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
            for pair in strokes.iter().flat_map(|s| s.windows(2)) {
                let (from, to) = ((x - reach).max(pair[0].0), (x + reach).min(pair[1].0));
                let slope = (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0);
                for x in [from, to].into_iter().filter(|_| from <= to && slope.is_finite()) {
                    let y = pair[0].1 + slope * (x - pair[0].0);
                    (lowest, highest) = (lowest.min(y), highest.max(y));
                }
            }
            if !(lowest <= low + height && highest >= high - height) {
                return Err(format!("around {x:e} from {lowest:e} to {highest:e} only"));
            }
        }
        Ok(())
    }
}

/// Distances of points, taken from left to right, from polylines in pixels.
struct Near {
    segments: Vec<(Point, Point)>,
    first: usize,
}

impl Near {
    fn new(strokes: &[Vec<Point>]) -> Self {
        let segments = strokes.iter().flat_map(|s| s.windows(2)).map(|p| (p[0], p[1])).collect();
        Self { segments, first: 0 }
    }

    fn distance(&mut self, p: Point) -> f64 {
        while self.segments.get(self.first).is_some_and(|s| s.1.0 < p.0 - 1.0) {
            self.first += 1;
        }
        self.segments[self.first..]
            .iter()
            .take_while(|s| s.0.0 <= p.0 + 1.0)
            .map(|s| distance(p, *s))
            .fold(f64::INFINITY, f64::min)
    }
}

/// The part of a segment that is between the heights 0 and `height`, or little outside.
fn cut((a, b): (Point, Point), height: f64) -> Option<(Point, Point)> {
    let (low, high) = (-5.0, height + 5.0);
    if a.1.max(b.1) < low || a.1.min(b.1) > high || (b.1 - a.1).is_nan() {
        return None;
    }
    let to = |from: Point, to: Point| {
        let y = from.1.clamp(low, high);
        if y == from.1 {
            from
        } else {
            (from.0 + (to.0 - from.0) * ((y - from.1) / (to.1 - from.1)), y)
        }
    };
    Some((to(a, b), to(b, a)))
}

/// The distance of a point from a segment.
fn distance(p: Point, (a, b): (Point, Point)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let square = dx * dx + dy * dy;
    if square.is_nan() {
        return f64::INFINITY;
    }
    let t = ((p.0 - a.0) * dx + (p.1 - a.1) * dy) / square;
    let t = if square == 0.0 { 0.0 } else { t.clamp(0.0, 1.0) };
    (p.0 - a.0 - t * dx).hypot(p.1 - a.1 - t * dy)
}
