//! The catalogue: one file per activation function, one line here for each.

mod batch;
pub mod code;
mod kind;
pub mod partner;
mod snippet;
mod structure;

use crate::numeric::lanes::Lane;
use kind::{frameworks, prose};
use snippet::code;

pub use crate::numeric::Window;
pub use batch::Batch;
pub use kind::{
    Activation, AtKink, Edges, Family, Framework, Gated, Kind, Library, MAX_PARAMS, Own, Pair,
    Param, SMOOTH, Source, Valid, Vector,
};
pub use snippet::{Language, Snippet};
pub use structure::{Parity, Period, Structure};

/// Declares the module of each function, collects them in [`ALL`], in the order given, and finds
/// their second derivatives, formulas, structures and kernels.
macro_rules! catalogue {
    ($($module:ident::$name:ident,)*) => {
        $(pub mod $module;)*
        /// Every activation function, in the order the gallery shows them within a family.
        pub static ALL: &[&Activation] = &[$(&$module::$name),*];

        /// The second derivative of `act` as a function of x, not NaN, and the parameters.
        ///
        /// Where it jumps or does not exist it is the limit from the right; at ±∞ the limit, NaN
        /// where there is none. No field of [`Activation`], which the first download contains.
        #[must_use]
        pub fn second(act: &Activation) -> fn(x: f64, p: &[f64]) -> f64 {
            if let Some(own) = act.own {
                return own.second;
            }
            $(if *act == $module::$name {
                return $module::second;
            })*
            |_, _| f64::NAN
        }

        /// `act` as a formula that a reader can type, with the letters `a` and `b` for its first and
        /// second parameter; empty for a function of a vector or of two inputs.
        ///
        /// No field of [`Activation`], which the first download contains.
        #[must_use]
        pub fn typed(act: &Activation) -> &'static str {
            if let Some(own) = act.own {
                return own.text;
            }
            $(if *act == $module::$name {
                return $module::TYPED;
            })*
            ""
        }

        /// The structure of `act` with parameters `p`.
        ///
        /// No field of [`Activation`], which the first download contains.
        #[must_use]
        pub fn structure(act: &Activation, p: &[f64]) -> Structure {
            if let Some(own) = act.own {
                return (own.structure)(p);
            }
            $(if *act == $module::$name {
                return $module::structure(p);
            })*
            Structure::SMOOTH
        }

        /// The kernel of `act` on SIMD lanes, in a loop of its own.
        ///
        /// In f32 the values are right to 4 units in the last place, times 1 + |x·f′/f|, and f′ to
        /// 2⁻²² of the larger of 1 and 5/4 of its size. No field of [`Activation`], which the first
        /// download contains.
        #[must_use]
        pub fn batch<L: Lane>(act: &Activation) -> Batch<L> {
            $(if *act == $module::$name {
                return |p, x, f, df| batch::fill(x, f, df, |x| $module::lanes(x, p));
            })*
            batch::nothing
        }

        /// [`Activation::eval`] of `act` over whole slices, in a loop of its own.
        ///
        /// No field of [`Activation`], which the first download contains.
        #[must_use]
        #[inline] // compiled where it is used, for speed if that is
        pub fn eval_batch(act: &Activation) -> Batch<f64> {
            $(if *act == $module::$name {
                return |p, x, f, df| batch::fill(x, f, df, |x| $module::$name.eval(x, p));
            })*
            |_, x, f, df| batch::fill(x, f, df, |_| (f64::NAN, f64::NAN))
        }
    };
}

catalogue! {
    sigmoid::SIGMOID,
    tanh::TANH,
    softsign::SOFTSIGN,
    hard_sigmoid::HARD_SIGMOID,
    hard_sigmoid_ab::HARD_SIGMOID_AB,
    hardtanh::HARDTANH,
    relu::RELU,
    leaky_relu::LEAKY_RELU,
    prelu::PRELU,
    rrelu::RRELU,
    relu6::RELU6,
    squared_relu::SQUARED_RELU,
    threshold::THRESHOLD,
    thresholded_relu::THRESHOLDED_RELU,
    elu::ELU,
    selu::SELU,
    celu::CELU,
    softplus::SOFTPLUS,
    log_sigmoid::LOG_SIGMOID,
    swish::SWISH,
    hardswish::HARDSWISH,
    mish::MISH,
    gelu::GELU,
    gelu_tanh::GELU_TANH,
    gelu_quick::GELU_QUICK,
    softshrink::SOFTSHRINK,
    hardshrink::HARDSHRINK,
    tanhshrink::TANHSHRINK,
    gaussian::GAUSSIAN,
    sinusoid::SINUSOID,
    snake::SNAKE,
    softmax::SOFTMAX,
    log_softmax::LOG_SOFTMAX,
    softmin::SOFTMIN,
    sparsemax::SPARSEMAX,
    maxout::MAXOUT,
    glu::GLU,
    swiglu::SWIGLU,
    geglu::GEGLU,
    geglu_tanh::GEGLU_TANH,
    reglu::REGLU,
    bilinear::BILINEAR,
    identity::IDENTITY,
    binary_step::BINARY_STEP,
    abs::ABS,
}

/// The function called `id`; `-` and `_` are both accepted, and so are common other names.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Activation> {
    let id = id.replace('-', "_");
    let id = match id.as_str() {
        "silu" => "swish",
        "hard_tanh" => "hardtanh",
        "hard_swish" => "hardswish",
        other => other,
    };
    ALL.iter().copied().find(|a| a.id == id)
}
