//! The plot of the comparison.

use crate::activation::{Activation, Window};
use crate::address::{Address, Extras};
use crate::plot::{Drawing, Frame, Picture, series};

/// A function with its parameters.
pub type Entry = (&'static Activation, Vec<f64>);

/// The plot of several functions over one another.
pub struct Comparison {
    /// The functions; the first lies on top.
    pub entries: Vec<Entry>,
    /// The window.
    pub window: Window,
    /// True if derivatives are drawn, too.
    pub deriv: bool,
    /// The options of the plot.
    pub extras: Extras,
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

impl Comparison {
    /// The comparison of a state.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let (window, deriv) = (state.window(), state.deriv);
        Self { entries: entries(state), window, deriv, extras: state.extras, unseen: 0 }
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
        let first = self.entries.first().map(|(act, p)| (*act, p.as_slice()));
        let first = first.filter(|_| self.extras.difference);
        // The first last, so that it lies on top.
        for (index, (act, p)) in self.entries.iter().enumerate().rev() {
            if hides(self.unseen, index) {
                continue;
            }
            let mut curves = series(index as u8, (act, p), first, frame, self.deriv);
            if !self.extras.values {
                curves.truncate(usize::from(self.deriv));
            }
            picture.curves.append(&mut curves);
        }
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
}
