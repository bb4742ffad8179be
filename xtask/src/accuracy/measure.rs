//! The largest error of every function over the reference table.

use super::exact::Exact;
use super::rows::{params, rows};
use explorer_core::activation::{Activation, by_id};

/// The size below which values have too few bits left for an error in ulp to mean much.
pub(super) const SMALLEST: f64 = 1e-290;

/// The resolution of 25 digits, in ulp: half of the last of them over half of the f64 epsilon.
const RESOLUTION: f64 = 5e-9;

/// The error that no function should exceed.
pub(super) const GOAL: f64 = 4.0;

/// The measured errors of one function.
pub(super) struct Measured {
    /// Its id.
    pub(super) id: &'static str,
    /// The parameter sets it was evaluated with: "alpha=0.2;beta=0.5".
    pub(super) params: Vec<String>,
    /// The error of the value.
    pub(super) f: Worst,
    /// The error of the derivative.
    pub(super) df: Worst,
}

/// The largest error, in ulp/(1 + condition), and the first place where it occurs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worst {
    /// The error.
    pub(super) error: f64,
    /// Its place; `None` if there is no error.
    pub(super) x: Option<f64>,
}

impl Worst {
    const NONE: Self = Self { error: 0.0, x: None };

    /// Compares one more result.
    fn see(&mut self, x: f64, got: f64, reference: &str, condition: &str) -> Result<(), String> {
        let exact = Exact::parse(reference).ok_or_else(|| format!("no number: {reference}"))?;
        if !(SMALLEST..f64::INFINITY).contains(&exact.hi.abs()) {
            return Ok(());
        }
        let condition: f64 = match condition {
            "" => 0.0,
            text => text.parse().map_err(|e| format!("{text}: {e}"))?,
        };
        let ulps = exact.distance(got) / exact.ulp();
        let error = match ulps {
            // NaN counts as an infinite error.
            _ if ulps.is_nan() => f64::INFINITY,
            _ if ulps < RESOLUTION => 0.0,
            _ => ulps / (1.0 + condition),
        };
        if error > self.error {
            *self = Self { error, x: Some(x) };
        }
        Ok(())
    }
}

/// Every function of the table, in its order.
pub(super) fn all(reference: &str) -> Result<Vec<Measured>, String> {
    let mut all: Vec<Measured> = Vec::new();
    for row in rows(reference) {
        let act = function(row.get("function"))?;
        let p = params(row.get("params"));
        let x: f64 = row.get("x").parse().map_err(|e| format!("x of {row:?}: {e}"))?;
        let position = all.iter().position(|m| m.id == act.id).unwrap_or_else(|| {
            all.push(Measured { id: act.id, params: Vec::new(), f: Worst::NONE, df: Worst::NONE });
            all.len() - 1
        });
        let measured = &mut all[position];
        let set = named(act, &p);
        if !measured.params.contains(&set) {
            measured.params.push(set);
        }
        let (f, df) = act.eval(x, &p);
        measured.f.see(x, f, row.get("f"), row.get("cond_f"))?;
        measured.df.see(x, df, row.get("df"), row.get("cond_df"))?;
    }
    Ok(all)
}

/// The catalogue's function; the table names RReLU's evaluation mode by itself.
fn function(name: &str) -> Result<&'static Activation, String> {
    let id = if name == "rrelu_eval" { "rrelu" } else { name };
    by_id(id).ok_or_else(|| format!("the catalogue has no {name}"))
}

/// The parameters by the catalogue's names; the table has others, in the same order.
fn named(act: &Activation, p: &[f64]) -> String {
    let pair =
        |(own, value): (&explorer_core::activation::Param, &f64)| format!("{}={value}", own.name);
    act.params.iter().zip(p).map(pair).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "function,params,x,f,df,cond_f,cond_df";

    #[test]
    fn errors_are_fractions_of_an_ulp_over_the_condition() -> Result<(), String> {
        // Exact values made up: 2.5 ulp from f(1) = 1, and 1 from f′ with a condition of 3.
        let f = "1.000000000000000555111512312578";
        let df = "1.000000000000000222044604925031";
        let found = all(&format!("{HEAD}\nidentity,,1,{f},{df},,3\n"))?;
        let [identity] = &found[..] else { return Err("one function".to_owned()) };
        assert!((identity.f.error - 2.5).abs() < 1e-3, "{:?}", identity.f);
        assert!((identity.df.error - 0.25).abs() < 1e-3, "{:?}", identity.df);
        assert_eq!((identity.f.x, identity.df.x), (Some(1.0), Some(1.0)));
        Ok(())
    }

    #[test]
    fn a_nan_is_infinitely_wrong_and_tiny_values_do_not_count() -> Result<(), String> {
        let mut worst = Worst::NONE;
        worst.see(1.0, 2e-300, "1e-300", "")?;
        worst.see(2.0, 0.0, "1e400", "")?;
        assert_eq!(worst, Worst::NONE);
        worst.see(3.0, f64::NAN, "1", "1e300")?;
        assert_eq!(worst, Worst { error: f64::INFINITY, x: Some(3.0) });
        Ok(())
    }

    #[test]
    fn sets_of_parameters_have_our_names() -> Result<(), String> {
        let row = "rrelu_eval,lower=0.125;upper=0.25,0,0,0.1875,,";
        let found = all(&format!("{HEAD}\n{row}\n{row}\n"))?;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].params, ["lower=0.125;upper=0.25"]);
        assert!(all(&format!("{HEAD}\nrrelu_evil,,0,0,0,,\n")).is_err());
        Ok(())
    }
}
