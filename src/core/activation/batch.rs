//! Whole slices of inputs through an activation: a loop of its own for each function.

use crate::numeric::lanes::Lane;

/// The values and derivatives of an activation with parameters `p` at every `x`.
///
/// Of slices of different lengths the shortest counts. ±∞ gives the limits; of NaN `f` is NaN, and
/// `f′` may be anything.
pub type Batch<L> = fn(p: &[f64], x: &[L], f: &mut [L], df: &mut [L]);

/// Fills `f` and `df` with what a kernel gives for each `x`.
#[inline]
pub(super) fn fill<X: Copy>(x: &[X], f: &mut [X], df: &mut [X], kernel: impl Fn(X) -> (X, X)) {
    for ((x, f), df) in x.iter().zip(f).zip(df) {
        (*f, *df) = kernel(*x);
    }
}

/// Declares the kernel of a function that has none of its own: its `eval`, lane by lane in f64.
macro_rules! from_eval {
    ($name:ident) => {
        /// `(f, f′)` on lanes, by `eval`.
        #[inline]
        pub fn lanes<L: $crate::numeric::lanes::Lane>(x: L, p: &[f64]) -> (L, L) {
            x.each(|x| $name.eval(x, p))
        }
    };
}
pub(super) use from_eval;

/// NaN for every input: of a function that is not in the catalogue.
pub(super) fn nothing<L: Lane>(_: &[f64], x: &[L], f: &mut [L], df: &mut [L]) {
    fill(x, f, df, |_| (L::of(f64::NAN), L::of(f64::NAN)));
}

#[cfg(test)]
mod tests {
    use crate::activation::{ALL, Activation, Param, batch, eval_batch};
    use crate::numeric::lanes::{Lane, Real, f32x4, f64x2};

    /// The default parameters, the ends of the sliders in every combination and some between, as
    /// f32 holds them.
    fn parameter_sets(act: &Activation) -> Vec<Vec<f64>> {
        let mut sets = vec![act.defaults()];
        for ends in 0..1usize << act.params.len() {
            let at = |(i, p): (usize, &Param)| {
                if ends >> i & 1 == 0 { p.slider.0 } else { p.slider.1 }
            };
            sets.push(act.params.iter().enumerate().map(at).collect());
        }
        for share in [0.21, 0.77] {
            let at = |p: &Param| p.slider.0 + share * (p.slider.1 - p.slider.0);
            sets.push(act.params.iter().map(at).collect());
        }
        for set in &mut sets {
            (act.agree)(set);
            set.iter_mut().for_each(|p| *p = f64::from(*p as f32));
        }
        sets.dedup();
        sets
    }

    /// Every exponent of f32, the middle more densely, ±0 and ±∞.
    fn inputs() -> Vec<f32> {
        let exponents = (0..=f32::INFINITY.to_bits()).step_by(3 << 20).map(f32::from_bits);
        let middle = (0..3000_u16).map(|i| f32::from(i) * 0.007_3);
        let positive: Vec<f32> = exponents.chain(middle).chain([f32::INFINITY]).collect();
        positive.iter().flat_map(|x| [*x, -*x]).collect()
    }

    /// What a kernel gives for each input.
    fn run<L: Lane>(act: &Activation, p: &[f64], x: &[f32]) -> Vec<(f64, f64)> {
        let number = |at: usize| L::Real::of(x.get(at).copied().unwrap_or_default().into());
        let lanes = (0..x.len()).step_by(L::LANES);
        let lanes: Vec<L> = lanes.map(|first| L::from_fn(|at| number(first + at))).collect();
        let mut f = vec![L::zero(); lanes.len()];
        let mut df = f.clone();
        batch::<L>(act)(p, &lanes, &mut f, &mut df);
        let each = |x: &[L], at: usize| x[at / L::LANES].lane(at % L::LANES).wide();
        (0..x.len()).map(|at| (each(&f, at), each(&df, at))).collect()
    }

    /// The faults of the kernels on numbers from `smallest` to `largest` with such an epsilon.
    fn faults<L: Lane>(smallest: f64, largest: f64, epsilon: f64) -> Vec<String> {
        let x = inputs();
        let mut faults = Vec::new();
        for act in ALL {
            for p in parameter_sets(act) {
                let breaks = act.breaks(&p);
                for (x, (f, df)) in x.iter().zip(run::<L>(act, &p, &x)) {
                    let x = f64::from(*x);
                    let (want, slope) = act.eval(x, &p);
                    // A break that f32 does not hold is on the other side.
                    let near = |b: &f64| x != *b && (x - b).abs() < 4.0 * epsilon * b.abs();
                    if breaks.iter().any(near) || want.is_nan() && f.is_nan() {
                        continue;
                    }
                    // Factors of it that are below the normal numbers have fewer digits.
                    let size = want.abs().max(smallest * (1.0 + x.abs()));
                    let spread = if x.is_infinite() { 0.0 } else { (x * slope).abs() };
                    let ulp = epsilon * 2f64.powf(size.log2().floor());
                    let most = 4.0 * (1.0 + spread / size) * ulp;
                    let right = f == want || (f - want).abs() <= most || want.abs() > largest;
                    let bound = 2.0 * epsilon * (1.25 * slope.abs()).max(1.0);
                    let steep = slope.is_nan() || df == slope || slope.abs() > largest;
                    if !right || !steep && (df - slope).abs() > bound {
                        let got = format!("{f:e}, {df:e}: want {want:e}, {slope:e}");
                        faults.push(format!("{act:?} {p:?} at {x:e}: {got}"));
                    }
                }
            }
        }
        faults
    }

    #[test]
    fn kernels_in_f32_are_the_catalogue_to_four_units_in_the_last_place() {
        let epsilon = f64::from(f32::EPSILON);
        let faults = faults::<f32x4>(f32::MIN_POSITIVE.into(), f32::MAX.into(), epsilon);
        assert!(faults.is_empty(), "{} faults, such as {}", faults.len(), faults[0]);
    }

    #[test]
    fn nothing_becomes_of_nan() {
        for act in ALL {
            for p in parameter_sets(act) {
                let got = run::<f32x4>(act, &p, &[f32::NAN, 1.0, 2.0, 3.0]);
                let want = act.eval(f64::NAN, &p).0;
                assert!(got[0].0.is_nan() && want.is_nan(), "{act:?} {p:?}: {got:?}");
            }
        }
    }

    #[test]
    fn slices_are_the_catalogue_bit_for_bit() {
        let x: Vec<f64> = inputs().into_iter().chain([f32::NAN]).map(f64::from).collect();
        for act in ALL {
            for p in parameter_sets(act) {
                let mut f = vec![0.0; x.len()];
                let mut df = f.clone();
                eval_batch(act)(&p, &x, &mut f, &mut df);
                for ((x, f), df) in x.iter().zip(f).zip(df) {
                    let want = act.eval(*x, &p);
                    let same =
                        |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
                    assert!(same(f, want.0) && same(df, want.1), "{act:?} {p:?} at {x}");
                }
            }
        }
    }

    #[test]
    fn kernels_in_f64_are_the_catalogue_to_four_units_in_the_last_place() {
        let faults = faults::<f64x2>(f64::MIN_POSITIVE, f64::MAX, f64::EPSILON);
        assert!(faults.is_empty(), "{} faults, such as {}", faults.len(), faults[0]);
    }
}
