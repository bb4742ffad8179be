//! The moments of an activation behind a normal input: E f, E f², E f′ and what follows from them.

use super::quadrature::Normal;
use crate::activation::{Activation, Batch, eval_batch, structure};

/// An activation as mean-field theory sees it.
#[derive(Clone, Debug)]
pub struct Field {
    function: Batch<f64>,
    p: Vec<f64>,
    /// Where f, f′ or f″ is not continuous.
    kinks: Vec<f64>,
    /// The length over which f changes.
    unit: f64,
    periodic: bool,
    /// f′ at 0 from the left and from the right.
    pub(super) origin: [f64; 2],
    /// f(0).
    pub(super) value: f64,
    /// f′ far out on the left and on the right.
    pub(super) slopes: [f64; 2],
    /// Whether f jumps somewhere.
    pub(super) jumps: bool,
}

/// Expectations over x ~ N(μ, q).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// E f(x).
    pub mean: f64,
    /// E f(x)².
    pub square: f64,
    /// E f′(x), between the jumps of f.
    pub slope: f64,
    /// E f(x)·f′(x), between the jumps of f.
    pub product: f64,
    /// The derivative of E f(x) by q.
    pub mean_growth: f64,
    /// E f′(x)², between the jumps of f.
    pub slope_square: f64,
    /// The derivative of E f(x)² by q.
    pub growth: f64,
}

impl Field {
    /// The function `act` with parameters `p`.
    #[must_use]
    pub fn new(act: &Activation, p: &[f64]) -> Self {
        let structure = structure(act, p);
        let mut kinks = [act.breaks(p), structure.bends.clone()].concat();
        kinks.sort_by(f64::total_cmp);
        kinks.dedup();
        let unit = if structure.unit.is_finite() { structure.unit } else { 1.0 };
        let (near, far) = (1e-30 * unit, 1e9 * unit.max(1.0));
        Self {
            function: eval_batch(act),
            origin: [act.df(-near, p), act.df(near, p)],
            value: act.f(0.0, p),
            slopes: [act.df(-far, p), act.df(far, p)],
            jumps: !structure.jumps.is_empty(),
            p: p.to_vec(),
            kinks,
            unit,
            periodic: structure.period.is_some(),
        }
    }

    /// The rule for x = μ + √q·z.
    pub(super) fn rule(&self, mu: f64, q: f64) -> Normal {
        let spread = q.sqrt();
        let kinks: Vec<f64> = self.kinks.iter().map(|kink| (kink - mu) / spread).collect();
        let sharp = if mu == 0.0 { kinks } else { [kinks, vec![-mu / spread]].concat() };
        Normal::new(&sharp, 0.5 * self.unit / spread, self.periodic)
    }

    /// `f` and `f′` at every x.
    pub(super) fn eval(&self, x: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let (mut f, mut df) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        (self.function)(&self.p, x, &mut f, &mut df);
        (f, df)
    }

    /// The moments for x ~ N(μ, q), q > 0.
    #[must_use]
    pub fn moments(&self, mu: f64, q: f64) -> Moments {
        let normal = self.rule(mu, q);
        let spread = q.sqrt();
        let x: Vec<f64> = normal.z.iter().map(|z| mu + spread * z).collect();
        let (f, df) = self.eval(&x);
        let values = || f.iter().copied();
        // ∂E g/∂q = E g·(z² − 1)/(2q); where f is continuous, integrated by parts: less cancels.
        // `power` is f or f², `slope` its derivative by x.
        let by_parts = |power: fn(f64) -> f64, slope: fn(f64, f64) -> f64| {
            let term = |at: usize| {
                let (z, f, df) = (normal.z[at], f[at], df[at]);
                let jumping = power(f) * (z * z - 1.0) / spread;
                0.5 * if self.jumps { jumping } else { slope(f, df) * z }
            };
            normal.integral((0..f.len()).map(term)) / spread
        };
        Moments {
            mean: normal.integral(values()),
            square: normal.integral(values().map(|f| f * f)),
            slope: normal.integral(df.iter().copied()),
            product: normal.integral(values().zip(&df).map(|(f, df)| f * df)),
            mean_growth: by_parts(|f| f, |_, df| df),
            slope_square: normal.integral(df.iter().map(|df| df * df)),
            growth: by_parts(|f| f * f, |f, df| 2.0 * f * df),
        }
    }

    /// Where f, f′ or f″ is not continuous, in increasing order.
    pub(super) fn kinks(&self) -> &[f64] {
        &self.kinks
    }

    /// The length over which f changes.
    pub(super) const fn unit(&self) -> f64 {
        self.unit
    }

    /// Whether f oscillates without end.
    pub(super) const fn periodic(&self) -> bool {
        self.periodic
    }
}
