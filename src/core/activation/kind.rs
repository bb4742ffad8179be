//! The record of an activation function, which each file of the catalogue fills in, and the calls
//! made on it.

use super::snippet::Snippet;
use super::structure::Structure;
use crate::numeric::Window;
use std::fmt;

/// A text for the build script and native tools alone: empty in the page, which fetches it.
macro_rules! prose {
    ($text:literal) => {
        if cfg!(target_arch = "wasm32") { "" } else { $text }
    };
}
pub(super) use prose;

/// The [`Framework`]s of a function, for the build script and native tools alone: `Library: "call"
/// [defaults] AtKink;` for each, the last one left out where nothing is known.
macro_rules! frameworks {
    ($($library:ident: $call:literal [$($default:expr),*] $($kink:ident $(($of:expr))?)?;)+) => {
        if cfg!(target_arch = "wasm32") {
            &[]
        } else {
            &[$($crate::activation::Framework {
                library: $crate::activation::Library::$library,
                call: $call,
                defaults: &[$($default),*],
                kink: frameworks!(@kink $($kink $(($of))?)?),
            }),+]
        }
    };
    (@kink) => { $crate::activation::AtKink::Unknown };
    (@kink $kink:ident $(($of:expr))?) => { $crate::activation::AtKink::$kink $(($of))? };
}
pub(super) use frameworks;

/// A value and a derivative: `(f(x), f′(x))`.
pub type Pair = (f64, f64);

/// The most parameters any catalogue function has.
pub const MAX_PARAMS: usize = 2;

/// Two parameter sets between which a random family lies.
pub type Edges = [[f64; MAX_PARAMS]; 2];

/// One activation function of one real variable.
///
/// Everything a reader could compute from `f` and `f′` is computed
/// ([`crate::numeric`]), so it is not a field here.
pub struct Activation {
    /// The id used in URLs, files and tests: lower case with underscores.
    pub id: &'static str,
    /// The name the field uses, the same in every language ("ELU").
    pub name: &'static str,
    /// Its group in the gallery.
    pub family: Family,
    /// Right-hand side of `f(x) = …`, LaTeX with `{alpha}` for the parameter of that name.
    pub formula: &'static str,
    /// Right-hand side of `f′(x) = …`, likewise, with the house value at kinks.
    pub derivative: &'static str,
    /// The paper or documentation that introduced or defines it.
    pub source: Source,
    /// Its parameters, in the order `eval` takes them; at most [`MAX_PARAMS`].
    pub params: &'static [Param],
    /// `(f, f′)` for `x` not NaN, limits at ±∞ included (NaN where there is none).
    pub eval: fn(x: f64, p: &[f64]) -> Pair,
    /// `∂f/∂pᵢ` for `x` not NaN; entries past the last parameter are 0.
    pub dparams: fn(x: f64, p: &[f64]) -> [f64; MAX_PARAMS],
    /// The points where `f` or `f′` is not continuous, in increasing order.
    pub breaks: fn(p: &[f64]) -> Vec<f64>,
    /// Makes parameters that contradict each other agree (`lower ≤ upper`): the last gives way.
    pub agree: fn(p: &mut [f64]),
    /// Where the parameter at a place stops if the others stay: at its value, or short of where it
    /// would contradict them.
    pub stop: fn(p: &[f64], place: usize) -> f64,
    /// Other members of a random family to draw behind the curve: parameter sets at its edges.
    pub band: Option<fn(p: &[f64]) -> Edges>,
    /// The window that shows its character.
    pub window: Window,
    /// The number of inputs: the whole function, or a slice of one with more inputs.
    pub kind: Kind,
    /// Its names in the frameworks, in the order of the page's table; empty in the page.
    pub frameworks: &'static [Framework],
    /// The function as code; empty in the page, which fetches it.
    pub code: &'static [Snippet],
    /// What a function that is not in the catalogue brings along, which its file has otherwise.
    pub own: Option<&'static Own>,
}

/// What the page asks about a function beside its record, for one that a reader typed.
pub struct Own {
    /// Its text, the same for the same function alone.
    pub text: &'static str,
    /// f″, as [`second`](super::second) has it.
    pub second: fn(x: f64, p: &[f64]) -> f64,
    /// Its structure, as [`structure`](super::structure()) has it.
    pub structure: fn(p: &[f64]) -> Structure,
    /// `∂f/∂pᵢ` for x not NaN, for each of its parameters.
    pub dparams: fn(x: f64, p: &[f64]) -> Vec<f64>,
}

/// A smooth function without parameters: what a catalogue file starts from.
pub const SMOOTH: Activation = Activation {
    id: "",
    name: "",
    family: Family::Basic,
    formula: "",
    derivative: "",
    source: Source { cite: "", url: "" },
    params: &[],
    eval: |_, _| (f64::NAN, f64::NAN),
    dparams: |_, _| [0.0; MAX_PARAMS],
    breaks: |_| Vec::new(),
    agree: |_| {},
    stop: |p, place| p[place],
    band: None,
    window: Window::new(-5.0, 5.0, -2.0, 3.0),
    kind: Kind::Scalar,
    frameworks: &[],
    code: &[],
    own: None,
};

/// The number of inputs of a function; for more than one, [`Activation::eval`] is a slice.
pub enum Kind {
    /// One: the curve is the function.
    Scalar,
    /// A vector `z`; the slice moves `z₀` and leaves the others at 0.
    Vector(Vector),
    /// A value `a` and a gate input `b`; the slice moves `b` for a fixed `a`.
    Gated(Gated),
}

/// A function of a vector, with its Jacobian.
pub struct Vector {
    /// The value at `z`; the second argument are the function's parameters.
    pub value: fn(z: &[f64], p: &[f64]) -> Vec<f64>,
    /// `∂fᵢ/∂zⱼ`, row by row.
    pub jacobian: fn(z: &[f64], p: &[f64]) -> Vec<f64>,
}

/// A gated unit `f(a, b) = a·g(b)`.
pub struct Gated {
    /// The gate `g`.
    pub gate: &'static Activation,
    /// The parameters the gate is used with.
    pub gate_params: &'static [f64],
}

impl Gated {
    /// `(f, ∂f/∂a, ∂f/∂b)` at `(a, b)`.
    #[must_use]
    pub fn eval(&self, a: f64, b: f64) -> (f64, f64, f64) {
        let (g, dg) = self.gate.eval(b, self.gate_params);
        (a * g, g, a * dg)
    }
}

/// The groups of the gallery, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Squashing functions with two levels.
    Sigmoidal,
    /// Piecewise linear or polynomial with an "off" side.
    Rectifier,
    /// Exponential or logarithmic tails on one side.
    Exponential,
    /// `x` times a gate that depends on `x`.
    SelfGated,
    /// Functions that pull small inputs to zero.
    Shrinkage,
    /// Periodic and bump-shaped functions.
    Periodic,
    /// Functions of a whole vector of inputs.
    Vector,
    /// A value times a gate with an input of its own.
    Gated,
    /// Reference points: identity, step, modulus.
    Basic,
}

impl Family {
    /// Every family, in the order the gallery shows them.
    pub const ALL: [Self; 9] = [
        Self::Sigmoidal,
        Self::Rectifier,
        Self::Exponential,
        Self::SelfGated,
        Self::Shrinkage,
        Self::Periodic,
        Self::Vector,
        Self::Gated,
        Self::Basic,
    ];
}

/// A paper or the documentation that defines a function.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Short citation, "Clevert et al. 2016".
    pub cite: &'static str,
    /// A stable address.
    pub url: &'static str,
}

/// A function's name in one framework.
#[derive(Debug)]
pub struct Framework {
    /// The framework.
    pub library: Library,
    /// Its name there with the default arguments; for ONNX the operator and its version.
    pub call: &'static str,
    /// The values a bare call has for our parameters, fixed ones included; empty if the caller
    /// must give them, or the function has none.
    pub defaults: &'static [f64],
    /// Its derivative where the pieces of the function meet.
    pub kink: AtKink,
}

/// A framework with functions of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// PyTorch.
    PyTorch,
    /// JAX.
    Jax,
    /// Flax, layers on JAX.
    Flax,
    /// Keras 3.
    Keras,
    /// TensorFlow without Keras.
    TensorFlow,
    /// The operators of ONNX.
    Onnx,
}

impl Library {
    /// The name to show.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PyTorch => "PyTorch",
            Self::Jax => "JAX",
            Self::Flax => "Flax",
            Self::Keras => "Keras",
            Self::TensorFlow => "TensorFlow",
            Self::Onnx => "ONNX",
        }
    }
}

/// The evidence for the derivative that a framework gives at a kink.
#[derive(Clone, Copy, Debug)]
pub enum AtKink {
    /// Its sources: the value is ours.
    House,
    /// The rows of `src/content/kinks_measured.csv` for the function of this name.
    Measured(&'static str),
    /// Its sources, which changed: at each point the values of the versions.
    ByVersion(&'static [(f64, &'static [f64])]),
    /// Nowhere, or there is no kink.
    Unknown,
}

/// One parameter with its valid domain and its slider.
#[derive(Debug)]
pub struct Param {
    /// PyTorch's name where PyTorch has the function; also the URL key.
    pub name: &'static str,
    /// The symbol used in the formula ("α").
    pub symbol: &'static str,
    /// The default value.
    pub default: f64,
    /// The domain in which it makes sense at all.
    pub valid: Valid,
    /// The slider's ends at first; it grows to include any valid value.
    pub slider: (f64, f64),
    /// One step of the slider.
    pub step: f64,
}

/// The valid domain of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Valid {
    /// Any finite number.
    Any,
    /// At least this.
    AtLeast(f64),
    /// Strictly more than this.
    Above(f64),
    /// Any finite number but 0.
    NotZero,
}

impl Param {
    /// Its key in an address: the name, or `id.name` where that is not `bare`. Letters of a typed
    /// formula may be those of other keys.
    #[must_use]
    pub fn key(&self, act: &Activation, bare: bool) -> String {
        if bare && act.own.is_none() {
            self.name.to_owned()
        } else {
            [act.id, ".", self.name].concat()
        }
    }

    /// The nearest usable value: finite, in the valid domain, never −0.
    #[must_use]
    pub fn clamp(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return self.default;
        }
        match self.valid {
            Valid::AtLeast(low) if value < low => low,
            Valid::Above(low) if value <= low => self.slider.0,
            Valid::NotZero if value == 0.0 => self.slider.0,
            _ => value + 0.0,
        }
    }
}

impl Activation {
    /// `(f(x), f′(x))`. NaN in, NaN out; ±∞ gives the limits, NaN where there is none.
    #[must_use]
    pub fn eval(&self, x: f64, p: &[f64]) -> Pair {
        if x.is_nan() { (f64::NAN, f64::NAN) } else { (self.eval)(x, p) }
    }

    /// `f(x)` alone.
    #[must_use]
    pub fn f(&self, x: f64, p: &[f64]) -> f64 {
        self.eval(x, p).0
    }

    /// `f′(x)` alone.
    #[must_use]
    pub fn df(&self, x: f64, p: &[f64]) -> f64 {
        self.eval(x, p).1
    }

    /// `∂f/∂pᵢ` at `x`, for the function's own parameters only.
    #[must_use]
    pub fn dparams(&self, x: f64, p: &[f64]) -> Vec<f64> {
        if let Some(own) = self.own {
            return if x.is_nan() { vec![x; self.params.len()] } else { (own.dparams)(x, p) };
        }
        let mut all =
            if x.is_nan() { [f64::NAN; MAX_PARAMS] } else { (self.dparams)(x, p) }.to_vec();
        all.truncate(self.params.len());
        all
    }

    /// The points where `f` or `f′` is not continuous, in increasing order.
    #[must_use]
    pub fn breaks(&self, p: &[f64]) -> Vec<f64> {
        (self.breaks)(p)
    }

    /// The default parameters.
    #[must_use]
    pub fn defaults(&self) -> Vec<f64> {
        self.params.iter().map(|p| p.default).collect()
    }

    /// The index of the parameter called `name`.
    #[must_use]
    pub fn param_index(&self, name: &str) -> Option<usize> {
        self.params.iter().position(|p| p.name == name)
    }
}

impl PartialEq for Activation {
    fn eq(&self, other: &Self) -> bool {
        let text = |act: &Self| act.own.map(|own| own.text);
        self.id == other.id && text(self) == text(other)
    }
}

impl Eq for Activation {}

impl fmt::Debug for Activation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id)
    }
}
