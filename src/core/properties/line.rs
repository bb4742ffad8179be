//! The whole real line as a function sees it: stretches between its breaks and 0, straight by
//! declaration or smooth with sample points dense enough to see every turn.

use crate::activation::{self, Activation, Structure};
use crate::numeric::order::sort_by_key;
use crate::numeric::sample::{beside, next_to};

/// The distance from a seam, in units of the function, up to which turns are looked for; further
/// out it is at its limit.
const FAR: f64 = 60.0;
/// Distance of sample points near the seams, in units.
const STEP: f64 = 0.05;
/// The number of sample points in a period.
const PER_PERIOD: u32 = 256;

/// A function with its parameters, its declared structure and its stretches.
pub(super) struct Line<'a> {
    act: &'a Activation,
    p: &'a [f64],
    /// Its declared structure.
    pub(super) structure: Structure,
    /// The points where `f` or `f′` is not continuous.
    pub(super) breaks: Vec<f64>,
    /// Stretches between the seams (the breaks and 0), from left to right.
    pub(super) stretches: Vec<Stretch>,
}

/// An open interval on which a function is smooth.
pub(super) struct Stretch {
    /// Left end, −∞ for the first.
    pub(super) from: f64,
    /// Right end, +∞ for the last.
    pub(super) to: f64,
    /// Points strictly inside, in increasing order; a single one if it is straight.
    pub(super) points: Vec<f64>,
    /// The straight line it is, if it is one.
    pub(super) straight: Option<Straight>,
}

/// A straight piece of a curve: a point strictly inside it, and its slope.
#[derive(Clone, Copy)]
pub(super) struct Straight {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) slope: f64,
}

impl<'a> Line<'a> {
    pub(super) fn new(act: &'a Activation, p: &'a [f64]) -> Self {
        let structure = activation::structure(act, p);
        let breaks = act.breaks(p);
        // 0 is where two formulas may meet even where f′ is continuous (CELU, squared ReLU).
        let mut seams = breaks.clone();
        seams.push(0.0);
        sort_by_key(&mut seams, |x| *x);
        seams.dedup();
        let mut ends = vec![f64::NEG_INFINITY];
        ends.extend(seams);
        ends.push(f64::INFINITY);
        let stretch = |e: &[f64]| Stretch::new((e[0], e[1]), &structure, |x| act.eval(x, p));
        let stretches = ends.windows(2).map(stretch).collect();
        Self { act, p, structure, breaks, stretches }
    }

    pub(super) fn eval(&self, x: f64) -> (f64, f64) {
        self.act.eval(x, self.p)
    }

    pub(super) fn f(&self, x: f64) -> f64 {
        self.eval(x).0
    }

    pub(super) fn df(&self, x: f64) -> f64 {
        self.eval(x).1
    }

    /// The inner ends of the stretches, from left to right: the breaks and 0.
    pub(super) fn seams(&self) -> impl Iterator<Item = f64> {
        self.stretches.iter().skip(1).map(|s| s.from)
    }

    /// Whether `f` jumps at `x`.
    pub(super) fn jumps(&self, x: f64) -> bool {
        self.structure.jumps.contains(&x)
    }

    /// `f` at a seam; where the curve goes on level, that level, which rounding of x could miss.
    pub(super) fn value_at(&self, seam: f64) -> f64 {
        let level = |side| self.piece_beside(seam, side).filter(|piece| piece.slope == 0.0);
        let here = || level(-1.0).or_else(|| level(1.0));
        let level = if self.jumps(seam) { None } else { here() };
        level.map_or_else(|| self.f(seam), |piece| piece.y)
    }

    /// The one-sided limit of `f` at a seam.
    pub(super) fn beside(&self, seam: f64, side: f64) -> f64 {
        if !self.jumps(seam) {
            return self.value_at(seam);
        }
        match self.piece_beside(seam, side) {
            Some(piece) if piece.slope == 0.0 => piece.y,
            _ => {
                let near = next_to(seam, side);
                let (f, df) = self.eval(near);
                f - (near - seam) * df
            }
        }
    }

    /// The one-sided limit of `f′` at a seam.
    pub(super) fn slope_beside(&self, seam: f64, side: f64) -> f64 {
        let piece = self.piece_beside(seam, side);
        piece.map_or_else(|| beside(|x| self.df(x), seam, side), |piece| piece.slope)
    }

    /// The straight piece that begins (`side` > 0) or ends at a seam.
    fn piece_beside(&self, seam: f64, side: f64) -> Option<Straight> {
        let at = |s: &&Stretch| if side > 0.0 { s.from == seam } else { s.to == seam };
        self.stretches.iter().find(at)?.straight
    }

    /// Sample points over one period and the first again, if there is a period.
    ///
    /// They begin off the middle, so that neither a zero nor an extremum is likely to be one.
    pub(super) fn cycle(&self) -> Option<Vec<f64>> {
        let length = self.structure.period?.length;
        let at = |i: u32| length * (f64::from(i) / f64::from(PER_PERIOD) - 0.123_456_789);
        Some((0..=PER_PERIOD).map(at).collect())
    }

    /// The sample points on which the extrema of f and f′ are looked for: those of the period, or of
    /// every smooth stretch.
    pub(super) fn runs(&self) -> Vec<Vec<f64>> {
        match self.cycle() {
            Some(cycle) => vec![cycle],
            None => {
                let smooth = self.stretches.iter().filter(|s| s.straight.is_none());
                smooth.map(|s| s.points.clone()).collect()
            }
        }
    }
}

impl Stretch {
    fn new(
        (from, to): (f64, f64),
        structure: &Structure,
        eval: impl Fn(f64) -> (f64, f64),
    ) -> Self {
        if structure.straight.iter().any(|(a, b)| *a <= from && to <= *b) {
            let x = match (from.is_finite(), to.is_finite()) {
                (true, true) => 0.5 * from + 0.5 * to,
                (true, false) => from + from.abs().max(1.0),
                _ => to - to.abs().max(1.0),
            };
            let (y, slope) = eval(x);
            return Self { from, to, points: vec![x], straight: Some(Straight { x, y, slope }) };
        }
        let unit = structure.unit;
        let mut points = Vec::new();
        if from.is_infinite() || to.is_infinite() {
            let (seam, side) = if to.is_infinite() { (from, 1.0) } else { (to, -1.0) };
            // Points further apart than the turns of an oscillation say nothing of it.
            let seen = |d: &f64| structure.period.is_none() || *d <= FAR;
            points.extend(distances().filter(seen).map(|d| seam + side * d * unit));
            if side < 0.0 {
                points.reverse();
            }
        } else {
            let count = ((to - from) / (STEP * unit)).clamp(60.0, 4000.0);
            let step = (to - from) / count;
            let near = || distances().map(|d| d * unit).take_while(|d| *d < step);
            points.extend(near().map(|d| from + d));
            points.extend((1..count as u32).map(|i| from + (to - from) * f64::from(i) / count));
            let mut last: Vec<f64> = near().map(|d| to - d).collect();
            last.reverse();
            points.append(&mut last);
        }
        // Far from 0 the smallest distances vanish in rounding, and the largest overflow.
        points.dedup();
        points.retain(|x| from < *x && *x < to && x.is_finite());
        Self { from, to, points, straight: None }
    }

    /// The slope of a level piece is 0 everywhere on it.
    pub(super) fn is_level(&self) -> bool {
        self.straight.is_some_and(|piece| piece.slope == 0.0)
    }
}

/// Distances from a seam: tiny and growing, then even out to [`FAR`], then growing to 10¹².
pub(super) fn distances() -> impl Iterator<Item = f64> {
    // Six to a factor of ten.
    const GROWTH: f64 = 1.467_799_267_622_069_5;
    let growing = |from: f64| std::iter::successors(Some(from), |x| Some(x * GROWTH));
    let tiny = growing(STEP * 1e-6).take_while(|x| *x < STEP);
    let even = (1..=(FAR / STEP) as u32).map(|i| f64::from(i) * STEP);
    let huge = growing(FAR * GROWTH).take_while(|x| *x < 1e12);
    tiny.chain(even).chain(huge)
}
