//! Code for a function, as its catalogue file has it.

/// The [`Snippet`]s of a function, which only the build script and native tools use:
/// `Language: "text";`, or `Language: "text" [values];` for these parameter values alone.
macro_rules! code {
    ($($language:ident: $text:literal $([$($at:expr),+])?;)+) => {
        if cfg!(target_arch = "wasm32") {
            &[]
        } else {
            &[$($crate::activation::Snippet {
                language: $crate::activation::Language::$language,
                text: $text,
                at: &[$($($at),+)?],
            }),+]
        }
    };
}
pub(super) use code;

/// One way to write a function down, with `{alpha}` for the value of the parameter of that name.
///
/// NumPy and Rust define `f` and `df`; lines may be indented together. PyTorch, JAX and Keras may
/// do so, or be one expression: of `x`, of a vector `z`, of `a` and `b`, or of nothing if it makes
/// a layer. A gated unit has none for NumPy and Rust: theirs is made from its gate's.
#[derive(Debug)]
pub struct Snippet {
    /// The language or framework.
    pub language: Language,
    /// The text.
    pub text: &'static str,
    /// The only parameter values it is right for; empty if it takes any.
    pub at: &'static [f64],
}

/// A language or framework in which the page writes functions down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Python with NumPy alone.
    NumPy,
    /// PyTorch.
    PyTorch,
    /// JAX, with Flax where JAX has no layer.
    Jax,
    /// Keras 3.
    Keras,
    /// Rust.
    Rust,
    /// LaTeX with amsmath.
    Latex,
}

impl Language {
    /// Every language, in the order the page shows them.
    pub const ALL: [Self; 6] =
        [Self::PyTorch, Self::Jax, Self::Keras, Self::NumPy, Self::Rust, Self::Latex];

    /// The name to show.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NumPy => "NumPy",
            Self::PyTorch => "PyTorch",
            Self::Jax => "JAX",
            Self::Keras => "Keras",
            Self::Rust => "Rust",
            Self::Latex => "LaTeX",
        }
    }

    /// The name in the page's code: the value of `data-code`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NumPy => "numpy",
            Self::PyTorch => "pytorch",
            Self::Jax => "jax",
            Self::Keras => "keras",
            Self::Rust => "rust",
            Self::Latex => "latex",
        }
    }
}
