//! The kinks, jumps, bends and poles of a formula, told apart by its limits on both sides.

use super::jet::Jet;

/// The most breaks that are kept, those nearest to 0.
pub const MOST_BREAKS: usize = 64;
/// The end of the part of the line that is searched evenly.
pub const CENTRE: f64 = 32.0;

/// A point at which f, f′ or f″ is not continuous.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// The point.
    pub x: f64,
    /// What happens there.
    pub kind: BreakKind,
    /// The limits from the left.
    pub left: Jet,
    /// The limits from the right.
    pub right: Jet,
    /// f at the point.
    pub f: f64,
    /// f′ at the point, by the convention of the house.
    pub df: f64,
}

/// The kinds of breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakKind {
    /// f jumps, or has another value at the point than around it.
    Jump,
    /// f is continuous, f′ jumps or is infinite.
    Kink,
    /// f′ is continuous, f″ jumps.
    Bend,
    /// f is infinite on a side.
    Pole,
    /// f is not defined on one side, or at the point alone.
    Edge,
}

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breaks {
    /// The breaks, in increasing order.
    pub points: Vec<Break>,
    /// The part of the search that gave up, if one did: there may be more breaks.
    pub gave_up: Option<GaveUp>,
}

/// Where a search gave up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GaveUp {
    /// Beyond ±[`CENTRE`]: breaks are told for the inside alone.
    Outside,
    /// Everywhere: the breaks told are some of them.
    Everywhere,
}

/// The kind of a break with these limits, f there, and the largest number that led to f; `None` if
/// nothing but rounding tells the sides apart.
pub(super) fn kind(left: Jet, right: Jet, f: f64, scale: f64) -> Option<BreakKind> {
    let differ = |a: f64, b: f64, relative: f64, absolute: f64| {
        let same = a == b || (a.is_nan() && b.is_nan());
        let (size, gap) = (a.abs().max(b.abs()), (a - b).abs());
        // NaN differs from every number, ∞ from every other.
        !same && (gap.is_nan() || size.is_infinite() || gap > relative * size + absolute)
    };
    let nowhere = left.f.is_nan() && right.f.is_nan();
    if left.f.is_infinite() || right.f.is_infinite() {
        return Some(BreakKind::Pole);
    }
    if nowhere {
        return (!f.is_nan()).then_some(BreakKind::Edge);
    }
    if left.f.is_nan() || right.f.is_nan() || f.is_nan() {
        return Some(BreakKind::Edge);
    }
    let rounding = 1e-13 * scale;
    if differ(left.f, right.f, 1e-10, rounding) || differ(f, right.f, 1e-10, rounding) {
        return Some(BreakKind::Jump);
    }
    let slopes = left.d1.abs().max(right.d1.abs());
    if differ(left.d1, right.d1, 1e-9, 1e-13) || slopes.is_infinite() {
        return Some(BreakKind::Kink);
    }
    differ(left.d2, right.d2, 1e-8, 1e-12 * (1.0 + slopes)).then_some(BreakKind::Bend)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, Kind, structure};
    use crate::formula::parse::parse;

    fn found(text: &str, p: &[f64]) -> Vec<(f64, BreakKind)> {
        let breaks = parse(text).unwrap().breaks(p);
        assert_eq!(breaks.gave_up, None, "{text}");
        breaks.points.iter().map(|point| (point.x, point.kind)).collect()
    }

    #[test]
    fn breaks_are_found_where_they_are() {
        use BreakKind::{Bend, Edge, Jump, Kink, Pole};
        let root2 = 2f64.sqrt();
        for (text, want) in [
            ("x^3", vec![]),
            ("abs(x)", vec![(0.0, Kink)]),
            ("abs(x-0.3)", vec![(0.3, Kink)]),
            ("abs(x^2)", vec![]),
            ("abs(x^3)", vec![]),
            ("max(0,x)^2", vec![(0.0, Bend)]),
            ("min(max(x,-1),1)", vec![(-1.0, Kink), (1.0, Kink)]),
            ("sign(x^2-2)", vec![(-root2, Jump), (root2, Jump)]),
            ("sign((x-0.3)^2)", vec![(0.3, Jump)]),
            ("step(x-1000.5)", vec![(1000.5, Jump)]),
            ("where(x>-1e9,1,0)", vec![(-1e9, Jump)]),
            ("abs(x-0.001)*abs(x-0.002)", vec![(0.001, Kink), (0.002, Kink)]),
            ("abs((x-0.101)*(x-0.102))", vec![(0.101, Kink), (0.102, Kink)]),
            ("where(x==2,5,x)", vec![(2.0, Jump)]),
            ("max(x,x)", vec![]),
            ("max(abs(x),x)", vec![(0.0, Kink)]),
            ("1/x", vec![(0.0, Pole)]),
            ("ln(x)", vec![(0.0, Pole)]),
            ("sqrt(x+2)", vec![(-2.0, Edge)]),
            ("sqrt(abs(x))", vec![(0.0, Kink)]),
            ("elu(x)", vec![(0.0, Bend)]),
            ("elu(x-3,2)", vec![(3.0, Kink)]),
            ("relu(3-x)+hardtanh(2*x)", vec![(-0.5, Kink), (0.5, Kink), (3.0, Kink)]),
            ("relu(exp(x))", vec![]),
            ("x*sign(x)", vec![(0.0, Kink)]),
            ("abs(relu(x-0.3))", vec![(0.3, Kink)]),
            ("min((x+3)/6,1)", vec![(3.0, Kink)]),
        ] {
            let got = found(text, &[]);
            assert_eq!(got.len(), want.len(), "{text}: {got:?}");
            for ((x, kind), (at, what)) in got.iter().zip(&want) {
                let exact = at.fract() == 0.0 || text.contains("0.3");
                let allowed = if exact { 0.0 } else { 2.0 * f64::EPSILON * at.abs() };
                assert!((x - at).abs() <= allowed, "{text}: {x} {at}");
                assert_eq!(kind, what, "{text} at {x}");
            }
        }
        assert_eq!(found("max(x,a)", &[0.7]), [(0.7, Kink)]);
    }

    /// The catalogue's own breaks, jumps and bends are found again in a formula that is a call.
    #[test]
    fn breaks_of_the_catalogue_are_those_of_its_own_record() {
        let mut seen = 0;
        for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
            let own = act.defaults();
            let got = found(&format!("{}(x)", act.id), &[]);
            let shape = structure(act, &own);
            let mut want = act.breaks(&own);
            want.extend(shape.bends);
            want.sort_by(f64::total_cmp);
            assert_eq!(got.iter().map(|point| point.0).collect::<Vec<_>>(), want, "{act:?}");
            for (x, kind) in &got {
                assert_eq!(*kind == BreakKind::Jump, shape.jumps.contains(x), "{act:?} at {x}");
            }
            seen += got.len();
        }
        assert!(seen > 25, "only {seen}");
    }

    #[test]
    fn a_search_that_finds_no_end_says_so() {
        let outside = parse("sign(sin(x))").unwrap().breaks(&[]);
        assert_eq!(outside.gave_up, Some(GaveUp::Outside));
        assert_eq!(outside.points.len(), 21, "multiples of π from −31.4 to 31.4");
        for (k, point) in (-10..=10).zip(&outside.points) {
            let want = f64::from(k) * std::f64::consts::PI;
            assert!((point.x - want).abs() < 1e-14, "{} {want}", point.x);
        }
        let nested = "abs(cos(".repeat(19) + "x" + &"))".repeat(19);
        for text in ["sign(sin(1e4*x))", "sign(sin(1/x))", &nested] {
            let wild = parse(text).unwrap().breaks(&[]);
            assert_eq!(wild.gave_up, Some(GaveUp::Everywhere), "{text}");
            assert!(wild.points.len() <= MOST_BREAKS, "{text}");
        }
    }

    #[test]
    fn values_at_breaks_are_those_of_the_house() {
        let breaks = parse("relu(x)+step(x-1)").unwrap().breaks(&[]).points;
        let told: Vec<_> = breaks.iter().map(|b| (b.f, b.df, b.left.d1, b.right.d1)).collect();
        assert_eq!(told, [(0.0, 0.0, 0.0, 1.0), (2.0, 1.0, 1.0, 1.0)]);
    }
}
