//! The share of dead units against the learning rate as a small plot, for the overview of
//! demonstrations.

use super::LR;
use crate::address::Address;
use crate::numeric::Window;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role};

/// The dead share of 200 networks with ReLU and SGD at some rates: `dead.csv` of the tests, which
/// they compare.
pub const SHARES: [(f64, f64); 10] = [
    (0.03, 0.037),
    (0.1, 0.039),
    (0.3, 0.036),
    (0.5, 0.045),
    (0.7, 0.138),
    (0.85, 0.241),
    (1.0, 0.377),
    (1.2, 0.529),
    (1.5, 0.716),
    (2.0, 0.781),
];

/// The shares up to a rate.
struct Cliff(f64);

/// The shares up to the rate of a state.
#[must_use]
pub fn thumbnail(state: &Address) -> Option<Box<dyn Drawing>> {
    Some(Box::new(Cliff(state.number(&LR))))
}

impl Drawing for Cliff {
    fn window(&self) -> Window {
        Window::new(-1.65, 0.35, 0.0, 1.0)
    }

    fn picture(&self, _: &Frame) -> Picture {
        let place = |(rate, share): &(f64, f64)| (libm::log10(*rate), *share);
        let all: Vec<_> = SHARES.iter().map(place).collect();
        let here = libm::log10(self.0);
        let mut way: Vec<_> = all.iter().copied().take_while(|at| at.0 < here).collect();
        if let Some(pair) = all.windows(2).find(|pair| pair[0].0 <= here && here <= pair[1].0) {
            let along = (here - pair[0].0) / (pair[1].0 - pair[0].0);
            way.push((here, pair[0].1 + along * (pair[1].1 - pair[0].1)));
        }
        let mut area = way.clone();
        if let (Some(first), Some(last)) = (way.first(), way.last()) {
            area.extend([(last.0, 0.0), (first.0, 0.0)]);
        }
        let dots = way.last().map(|at| Dot { at: *at, filled: true });
        let region = Region { role: Role::F, alpha: 50, corners: area };
        let rest = Curve::line(Role::Guide, vec![all]);
        let curve = Curve { role: Role::F, strokes: vec![way], dots: dots.into_iter().collect() };
        Picture { regions: vec![region], curves: vec![rest, curve] }
    }
}
