//! What keeps a text from being a formula: where it is, what is missing, what was probably meant.

/// The most characters of a formula.
pub const MOST_CHARACTERS: usize = 400;
/// The most nodes of a syntax tree.
pub const MOST_NODES: usize = 300;
/// The deepest nesting of brackets, arguments, signs and powers.
pub const DEEPEST: usize = 40;

/// A fault in a text, the first one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The number of characters before it: the place of the caret.
    pub at: usize,
    /// The number of characters that it spans; 0 where something is missing.
    pub length: usize,
    /// The fault.
    pub kind: FaultKind,
}

/// The kinds of faults.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// There is nothing but spaces.
    Empty,
    /// The text, or its shortest spelling, has more than [`MOST_CHARACTERS`] characters.
    TooLong,
    /// It has more than [`MOST_NODES`] numbers, letters and operations.
    TooManyNodes,
    /// Brackets, arguments, signs or powers are nested deeper than [`DEEPEST`].
    TooDeep,
    /// There are more than four letters besides x and e; this is the first too many.
    TooManyParameters(char),
    /// This character has no meaning in a formula; the second is what was probably meant.
    Character(char, Option<&'static str>),
    /// The number is larger than any that float64 holds.
    NumberTooLarge,
    /// The number is not 0, but too small for float64.
    NumberTooSmall,
    /// Something is missing here.
    Missing(Missing),
    /// A bracket closes that was never opened, or a comma stands outside of arguments.
    Unopened(char),
    /// A comparison stands where a number is due: it belongs into `where`.
    Comparison,
    /// There is no function or letter of this name; the second is what was probably meant.
    Unknown(String, Option<String>),
    /// The function takes at least and at most so many arguments, and was given another number.
    Arguments {
        /// The function.
        name: &'static str,
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
    /// The function is one of a vector, or of two inputs.
    NotScalar(&'static str),
    /// A parameter of this function of the catalogue depends on x.
    MovingParameter(&'static str),
}

/// What can be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A number, a letter, a function or a bracket.
    Operand,
    /// An operation between two operands; `*` was probably meant.
    Operation,
    /// `(` after the name of a function.
    Opening,
    /// `)`.
    Closing,
    /// A comparison such as `x > 0`, in the first argument of `where`.
    Comparison,
}
