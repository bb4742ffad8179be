//! The plot of the comparison.

pub use super::gap::Entry;
use super::gap::{Gap, gap, scaled};
use super::slots::slots;
use crate::activation::Window;
use crate::address::{Address, Extras, Settings};
use crate::numeric::order::sort_by_key;
use crate::numeric::sample::Stroke;
use crate::plot::{Curve, DASHES, Dot, Drawing, Frame, Picture, Role, fitted, own_heights, series};

/// The plot of several functions over one another.
pub struct Comparison {
    /// The functions; differences are those to the first.
    pub entries: Vec<Entry>,
    /// The colour and dash of each.
    pub slots: Vec<u8>,
    /// The window.
    pub window: Window,
    /// True if derivatives are drawn, too.
    pub deriv: bool,
    /// The options of the plot.
    pub extras: Extras,
    /// The largest difference of each to the first, where differences are shown.
    pub gaps: Vec<Option<Gap>>,
    /// The functions that a lecture hides, a bit each.
    pub unseen: u32,
}

/// Whether the function at a place is among those that are hidden.
#[must_use]
pub const fn hides(unseen: u32, place: usize) -> bool {
    unseen >> place & 1 == 1
}

/// f and f′ at `x` of one of the functions, less those of the first if `difference`.
#[must_use]
pub fn value(all: &[Entry], (act, p): &Entry, x: f64, difference: bool) -> (f64, f64) {
    let (f, df) = act.eval(x, p);
    let first = all.first().filter(|_| difference);
    let (g, dg) = first.map_or((0.0, 0.0), |(act, p)| act.eval(x, p));
    (f - g, df - dg)
}

/// The functions of a state.
#[must_use]
pub fn entries(state: &Address) -> Vec<Entry> {
    state.beside().into_iter().map(|act| (act, state.params(act))).collect()
}

/// The largest difference of each function to the first in the window; none unless differences are
/// shown.
#[must_use]
pub fn gaps(entries: &[Entry], window: &Window, extras: &Extras) -> Vec<Option<Gap>> {
    let Some((first, others)) = entries.split_first().filter(|_| extras.difference) else {
        return vec![None; entries.len()];
    };
    let across = (window.x_min, window.x_max);
    let gaps = others.iter().map(|other| gap(first, other, across, !extras.values));
    std::iter::once(None).chain(gaps).collect()
}

/// The window of a comparison: where differences are shown, as high as they are.
#[must_use]
pub fn window(entries: &[Entry], gaps: &[Option<Gap>], state: &Settings) -> Window {
    let window = state.window();
    let (Some((first, others)), true) = (entries.split_first(), state.extras.difference) else {
        return window;
    };
    let largest = largest(gaps).map_or(0.0, |gap| gap.value.abs());
    // With f′ it has to have room, too.
    let slopes = others.iter().filter(|_| state.deriv && state.extras.values).map(|other| {
        let found = gap(first, other, (window.x_min, window.x_max), true);
        found.map_or(0.0, |gap| gap.value.abs())
    });
    scaled(window, &state.edges, slopes.fold(largest, f64::max))
}

/// The largest of the differences.
#[must_use]
pub fn largest(gaps: &[Option<Gap>]) -> Option<Gap> {
    let larger = |a: Gap, b: Gap| if b.value.abs() > a.value.abs() { b } else { a };
    gaps.iter().flatten().copied().reduce(larger)
}

/// The window as high as the curves in it need.
#[must_use]
pub fn fit(entries: &[Entry], window: &Window, deriv: bool, values: bool) -> Window {
    let heights = entries.iter().map(|(act, p)| {
        if values {
            return fitted(act, p, window, deriv);
        }
        let (y_min, y_max) = own_heights(act, p, window, false);
        Window { y_min, y_max, ..*window }
    });
    heights.reduce(|all, one| all.with(&one)).unwrap_or(*window)
}

/// The part of a line that its dashes cover.
fn cover(slot: u8) -> f64 {
    let dash = DASHES[usize::from(slot) % DASHES.len()];
    let drawn: f64 = dash.iter().step_by(2).sum();
    if dash.is_empty() { 1.0 } else { drawn / dash.iter().sum::<f64>() }
}

impl Comparison {
    /// The comparison of a state.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let entries = entries(state);
        let gaps = gaps(&entries, &state.window(), &state.extras);
        Self {
            window: window(&entries, &gaps, state),
            slots: slots(state),
            deriv: state.deriv,
            extras: state.extras,
            entries,
            gaps,
            unseen: 0,
        }
    }

    /// The largest difference of all.
    #[must_use]
    pub fn largest_gap(&self) -> Option<Gap> {
        largest(&self.gaps)
    }

    /// Whether a function is the axis: differences to it are shown.
    #[must_use]
    pub fn is_axis(&self, index: usize) -> bool {
        self.extras.difference && index == 0 && self.entries.len() > 1
    }

    /// The curves of a function: f′ if derivatives are drawn, then f.
    fn curves(&self, index: usize, frame: &Frame) -> Vec<Curve> {
        let Some((act, p)) = self.entries.get(index).filter(|_| !self.is_axis(index)) else {
            return Vec::new();
        };
        let first = self.entries.first().map(|(act, p)| (*act, p.as_slice()));
        let first = first.filter(|_| self.extras.difference);
        let slot = self.slots.get(index).copied().unwrap_or_default();
        let mut curves = series(slot, (act, p), first, frame, self.deriv);
        if !self.extras.values {
            curves.truncate(usize::from(self.deriv));
        }
        if let (Some(Some(gap)), Some(last)) = (self.gaps.get(index), curves.last_mut()) {
            let w = &frame.window;
            let other = value(&self.entries, &self.entries[index], -gap.x, true);
            let other = if self.extras.values { other.0 } else { other.1 };
            let ends =
                [(gap.x, gap.value), (-gap.x, other)].into_iter().take(1 + usize::from(gap.both));
            let seen = |at: &(f64, f64)| {
                (w.x_min..=w.x_max).contains(&at.0) && (w.y_min..=w.y_max).contains(&at.1)
            };
            last.dots.extend(ends.filter(seen).map(|at| Dot { at, filled: true }));
        }
        curves
    }

    /// The strokes of a function's last curve: f, or f′ alone.
    pub(super) fn strokes(&self, index: usize, frame: &Frame) -> Vec<Stroke> {
        self.curves(index, frame).pop().map(|curve| curve.strokes).unwrap_or_default()
    }
}

impl Drawing for Comparison {
    fn window(&self) -> Window {
        self.window
    }

    fn equal(&self) -> bool {
        self.extras.equal
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let mut picture = Picture::default();
        let mut order: Vec<usize> =
            (0..self.entries.len()).filter(|index| !hides(self.unseen, *index)).collect();
        // Of curves that coincide the sparsest lies on top: the others show through its gaps.
        let slot = |index: &usize| self.slots.get(*index).copied().unwrap_or_default();
        sort_by_key(&mut order, |index| -cover(slot(index)));
        let mut curves: Vec<Curve> =
            order.into_iter().flat_map(|index| self.curves(index, frame)).collect();
        // Every f over every f′.
        sort_by_key(&mut curves, |curve| {
            f64::from(u8::from(matches!(curve.role, Role::Series(_))))
        });
        picture.curves = curves;
        picture
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_those_to_the_first() {
        let (state, _) = crate::views::parse("view=compare&cmp=tanh,sigmoid");
        let all = entries(&state);
        let (tanh, sigmoid) = (all[0].0, all[1].0);
        assert_eq!(value(&all, &all[1], 0.7, false), sigmoid.eval(0.7, &[]));
        let (f, df) = value(&all, &all[1], 0.7, true);
        assert_eq!(f, sigmoid.f(0.7, &[]) - tanh.f(0.7, &[]));
        assert_eq!(df, sigmoid.df(0.7, &[]) - tanh.df(0.7, &[]));
        assert_eq!(value(&all, &all[0], 0.7, true), (0.0, 0.0));
    }

    #[test]
    fn the_reference_is_the_axis_and_the_largest_gap_is_marked() {
        let shown = Comparison::of(
            &crate::views::parse("view=compare&cmp=gelu,gelu_tanh&diff=1&deriv=0").0,
        );
        let gap = shown.gaps[1].unwrap_or_else(|| panic!("no gap"));
        assert_eq!(shown.window.y_max, 1.15 * gap.value.abs());
        let margins = crate::plot::Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
        let frame = Frame::new((800.0, 400.0), &margins, shown.window);
        let picture = shown.picture(&frame);
        assert_eq!(picture.curves.len(), 1, "no second line at 0");
        let dots: Vec<_> = picture.curves[0].dots.iter().map(|dot| dot.at.0).collect();
        assert_eq!(dots, [gap.x, -gap.x]);
    }

    #[test]
    fn coinciding_curves_lie_by_their_dashes() {
        let shown =
            Comparison::of(&crate::views::parse("view=compare&cmp=gelu,relu,elu&slots=2,1,3").0);
        let margins = crate::plot::Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
        let picture = shown.picture(&Frame::new((800.0, 400.0), &margins, shown.window));
        let roles: Vec<_> = picture.curves.iter().map(|curve| curve.role).collect();
        let (df, f) = (Role::SeriesDf, Role::Series);
        assert_eq!(roles, [df(0), df(1), df(2), f(0), f(1), f(2)]);
    }
}
