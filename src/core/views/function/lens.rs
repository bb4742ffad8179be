//! The lens on numbers: the error of formulas in a format over x, in units of the last place on a
//! logarithmic scale.

use crate::activation::{Activation, Window};
use crate::formula::tree::Formula;
use crate::formula::{own, parse};
use crate::plot::{Curve, Drawing, Frame, Picture, Role};
use crate::precision::Format;
use crate::precision::lens::{Lens, Reference};
use crate::precision::ranges::Range;
use crate::precision::textbook::textbook;
use std::sync::Arc;

/// The number of steps over the width at which the error is computed; odd, so that none is at 0, where
/// the branches of a formula meet and its exact value may not be known.
const STEPS: u32 = 481;
/// An error of so many units, or less, is at the bottom.
const LEAST: f64 = 0.1;
/// The widest half of a window: exponentials break in float64 before.
const WIDEST: f64 = 1000.0;

/// The formulas of a function that are looked at, each with what it is measured with.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// As the reader typed it, or as a textbook has it.
    pub written: Formula,
    /// The form that keeps its digits, of a function of the catalogue.
    pub stable: Option<Formula>,
}

/// A formula in a format.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The ranges of x in which its values are wrong.
    pub ranges: Vec<Range>,
    /// log₁₀ of the error in units of the last place at places over the window; ∞ where the value is
    /// infinite or NaN and ought not to be, NaN where the exact value is not known.
    pub errors: Vec<(f64, f64)>,
}

/// The plot of one or two formulas in a format.
#[derive(Clone, Debug, PartialEq)]
pub struct Errors {
    window: Window,
    /// As written first, then the stable form.
    pub looked: Arc<Vec<Looked>>,
}

/// Whether there are formulas of a function to look at.
#[must_use]
pub fn is_subject(act: &Activation) -> bool {
    act.own.is_some() || textbook(act.id).is_some()
}

/// The formulas of a function.
#[must_use]
pub fn subject(act: &Activation) -> Option<Subject> {
    if act.own.is_some() {
        return own::formula(act).map(|written| Subject { written, stable: None });
    }
    let one = textbook(act.id)?;
    Some(Subject { written: parse(one.textbook).ok()?, stable: parse(one.stable).ok() })
}

impl Errors {
    /// The errors of the formulas with parameters `p`, which those of textbooks have not, in a format.
    #[must_use]
    pub fn new(subject: &Subject, p: &[f64], format: Format) -> Self {
        let reference = subject.stable.as_ref().map_or(Reference::Own, Reference::Formula);
        let lens = |formula| Lens { formula, reference, p, format };
        let lenses: Vec<_> =
            std::iter::once(&subject.written).chain(&subject.stable).map(lens).collect();
        let ranges: Vec<_> = lenses.iter().map(Lens::faults).collect();
        // As far as something begins or ends.
        let ends = ranges.iter().flatten().flat_map(|range| [range.from, range.to]);
        let far = ends.map(f64::abs).filter(|x| *x < WIDEST).fold(5.0, f64::max);
        let half = rounded_up(1.2 * far);
        // All digits of the format wrong, and a little more.
        let top = f64::from(format.digits()) * libm::log10(2.0);
        let window = Window::new(-half, half, -1.0, top.ceil() + 1.0);
        let errors = |lens: &Lens<'_>| -> Vec<_> {
            let place = |i| half * (2.0 * f64::from(i) / f64::from(STEPS) - 1.0);
            (0..=STEPS).map(|i| error(lens, place(i))).collect()
        };
        let looked = lenses.iter().zip(ranges);
        let looked = looked.map(|(lens, ranges)| Looked { ranges, errors: errors(lens) }).collect();
        Self { window, looked: Arc::new(looked) }
    }
}

/// log₁₀ of the error at the number of the format nearest to `x`.
fn error(lens: &Lens<'_>, x: f64) -> (f64, f64) {
    let point = lens.point(x);
    let size = match point.ulps {
        Some(ulps) if ulps.is_nan() || point.value.is_nan() => f64::INFINITY,
        Some(ulps) => libm::log10(ulps.max(LEAST)),
        None => f64::NAN,
    };
    (point.x, size)
}

/// The next of 5, 10, 20, 50, 100 …
fn rounded_up(x: f64) -> f64 {
    let mut round = [5.0, 10.0, 20.0];
    while round[0] < x && round[0] < WIDEST {
        round = [round[1], round[2], 10.0 * round[0]];
    }
    round[0]
}

impl Drawing for Errors {
    fn window(&self) -> Window {
        self.window
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let w = &frame.window;
        let curve = |(place, looked): (u8, &Looked)| {
            let mut strokes = vec![Vec::new()];
            for (x, size) in &looked.errors {
                if size.is_nan() || !(w.x_min..=w.x_max).contains(x) {
                    strokes.push(Vec::new());
                } else if let Some(last) = strokes.last_mut() {
                    last.push((*x, size.clamp(w.y_min, w.y_max)));
                }
            }
            strokes.retain(|stroke| stroke.len() > 1);
            Curve::line(Role::Series(place), strokes)
        };
        // The stable form below, since it is the one that can be covered.
        let curves = (0..).zip(self.looked.iter()).map(curve).collect::<Vec<_>>();
        Picture { regions: Vec::new(), curves: curves.into_iter().rev().collect() }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::plot::Margins;
    use crate::precision::lens::Fault;

    const MARGINS: Margins = Margins { left: 30.0, right: 10.0, top: 5.0, bottom: 20.0 };

    fn look(id: &str, format: Format) -> Errors {
        Errors::new(&subject(by_id(id).unwrap()).unwrap(), &[], format)
    }

    #[test]
    fn softplus_of_a_textbook_overflows_in_the_window_and_the_stable_form_does_not() {
        for (format, edge, half) in [
            (Format::Float64, 709.782_712_893_384, 1000.0),
            (Format::Float32, 88.722_839_355_468_75, 200.0),
        ] {
            let errors = look("softplus", format);
            assert_eq!(errors.window().x_max, half, "{format:?}");
            let [written, stable] = &errors.looked[..] else { panic!() };
            let infinite = written.ranges.iter().find(|r| r.fault == Fault::Infinite).unwrap();
            assert!((infinite.from - edge).abs() < 1e-4 * edge, "{format:?}: {infinite:?}");
            assert_eq!(stable.ranges, [], "{format:?}");
            for ((x, written), (_, stable)) in written.errors.iter().zip(&stable.errors) {
                assert!(*stable < 1.0, "{format:?} at {x}: {stable}");
                assert_eq!(written.is_infinite(), *x > edge, "{format:?} at {x}: {written}");
            }
        }
    }

    #[test]
    fn the_picture_is_inside_its_window() {
        for one in crate::precision::textbook::TEXTBOOK {
            for format in Format::ALL {
                let errors = look(one.id, format);
                let window = errors.window();
                let frame = Frame::new((600.0, 300.0), &MARGINS, window);
                let picture = errors.picture(&frame);
                assert_eq!(picture.curves.len(), 2);
                let points = picture.curves.iter().flat_map(|c| c.strokes.iter().flatten());
                let inside = |(x, y): &(f64, f64)| {
                    (window.x_min..=window.x_max).contains(x)
                        && (window.y_min..=window.y_max).contains(y)
                };
                assert!(points.clone().count() > 200 && points.clone().all(inside), "{}", one.id);
            }
        }
    }

    #[test]
    fn a_typed_formula_is_looked_at_as_it_is_typed() {
        let _alone = own::ALONE.lock();
        let act = own::read(Some("ln(1+exp(a*x))")).unwrap();
        assert!(is_subject(act) && is_subject(by_id("gelu").unwrap()));
        assert!(!is_subject(by_id("relu").unwrap()));
        let errors = Errors::new(&subject(act).unwrap(), &[2.0], Format::Float16);
        let [written] = &errors.looked[..] else { panic!() };
        let infinite = written.ranges.iter().find(|r| r.fault == Fault::Infinite).unwrap();
        assert!((5.5..5.6).contains(&infinite.from), "{infinite:?}");
    }
}
