//! Formulas as textbooks have them, beside the forms that keep their digits.

/// A function as a textbook writes it and as a library should.
pub struct Textbook {
    /// The function of the catalogue.
    pub id: &'static str,
    /// The formula of the textbook.
    pub textbook: &'static str,
    /// A formula that is right over the whole range of a format.
    pub stable: &'static str,
}

/// The formulas.
pub const TEXTBOOK: &[Textbook] = &[
    Textbook { id: "softplus", textbook: "ln(1+exp(x))", stable: "max(x,0)+log1p(exp(-abs(x)))" },
    Textbook {
        id: "log_sigmoid",
        textbook: "ln(1/(1+exp(-x)))",
        stable: "min(x,0)-log1p(exp(-abs(x)))",
    },
    Textbook { id: "sigmoid", textbook: "exp(x)/(1+exp(x))", stable: "sigmoid(x)" },
    Textbook { id: "tanh", textbook: "(exp(x)-exp(-x))/(exp(x)+exp(-x))", stable: "tanh(x)" },
    Textbook { id: "elu", textbook: "where(x>0,x,exp(x)-1)", stable: "where(x>0,x,expm1(x))" },
    Textbook { id: "swish", textbook: "x*exp(x)/(1+exp(x))", stable: "x*sigmoid(x)" },
    Textbook { id: "mish", textbook: "x*tanh(ln(1+exp(x)))", stable: "mish(x)" },
    Textbook { id: "gelu", textbook: "x/2*(1+erf(x/sqrt(2)))", stable: "x*erfc(-x/sqrt(2))/2" },
    Textbook {
        id: "gelu_tanh",
        textbook: "x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))",
        stable: "x*sigmoid(sqrt(8/pi)*(x+0.044715*x^3))",
    },
    Textbook { id: "tanhshrink", textbook: "x-tanh(x)", stable: "tanhshrink(x)" },
];

/// The textbook's formula of a function of the catalogue, if there is one.
#[must_use]
pub fn textbook(id: &str) -> Option<&'static Textbook> {
    TEXTBOOK.iter().find(|one| one.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::formula::parse::parse;
    use crate::precision::format::Format;
    use crate::precision::lens::{Fault, Lens, Reference};

    #[test]
    fn both_forms_are_the_function() {
        for one in TEXTBOOK {
            let act = by_id(one.id).unwrap();
            for text in [one.textbook, one.stable] {
                let formula = parse(text).unwrap();
                for i in -30..=30 {
                    let x = f64::from(i) * 0.1 + 0.01;
                    let (got, want) = (formula.value(x, &[]), act.f(x, &act.defaults()));
                    // The textbooks' forms lose some digits here already.
                    assert!((got - want).abs() < 1e-12 * want.abs().max(1e-3), "{text} at {x}");
                }
            }
        }
    }

    /// What a textbook's form loses the stable one keeps: in float32 it is nowhere ∞, NaN or 0 where
    /// the function is not.
    #[test]
    fn the_stable_forms_break_nowhere_and_the_others_do() {
        for one in TEXTBOOK {
            let worst = |text: &str, format: Format| {
                let (formula, stable) = (parse(text).unwrap(), parse(one.stable).unwrap());
                let reference = Reference::Formula(&stable);
                let lens = Lens { formula: &formula, reference, p: &[], format };
                lens.faults().iter().map(|range| range.fault).collect::<Vec<_>>()
            };
            assert_ne!(worst(one.textbook, Format::Float32), [], "{}", one.id);
            let kept = worst(one.stable, Format::Float32);
            let lost = kept.iter().find(|fault| **fault != Fault::FewDigits);
            assert_eq!(lost, None, "{}: {kept:?}", one.id);
        }
    }
}
