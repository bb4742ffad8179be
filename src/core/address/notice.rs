//! Notices: what an address said that is not shown as it was written.

/// A part of an address, or a typed number, that is not shown as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key, shortened; two or more with spaces between them if only together they are wrong.
    pub key: String,
    /// What was written, shortened; of a key that was not written, its usual value.
    pub value: String,
    /// What is shown instead, shortened; empty for nothing.
    pub shown: String,
    /// The reason.
    pub why: Why,
}

/// The reasons for which a value is not shown as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No such key here.
    NoSuchKey,
    /// Not one of the choices.
    NoSuchChoice,
    /// Not a formula.
    NotAFormula,
    /// Not a finite number.
    NotANumber,
    /// Read as two numbers by different people: `1,234`.
    TwoNumbers,
    /// A number that cannot be shown: out of its range, not whole, or against another one.
    Changed,
    /// The edges of the window are not those of a rectangle that can be drawn.
    NoWindow,
    /// More entries than can be shown, or one of them twice.
    TooMany,
    /// Fewer entries than there must be.
    TooFew,
    /// The address is longer than [`MAX_LENGTH`](super::MAX_LENGTH).
    TooLong,
}

/// The most characters that a notice quotes of a key or a value.
const QUOTED: usize = 40;

impl Why {
    /// Whether a message from a host page with such a value is refused as a whole: the value cannot
    /// be used. Where it can be brought into its range, or only a part of it is left out, the rest
    /// counts.
    #[must_use]
    pub const fn refuses(self) -> bool {
        matches!(
            self,
            Self::NoSuchChoice
                | Self::NotAFormula
                | Self::NotANumber
                | Self::TwoNumbers
                | Self::NoWindow
                | Self::TooFew
                | Self::TooLong
        )
    }
}

impl Notice {
    /// A notice that nothing is shown instead yet, of at most forty characters of the key and of
    /// the value.
    #[must_use]
    pub fn new(key: &str, value: &str, why: Why) -> Self {
        Self { key: short(key), value: short(value), shown: String::new(), why }
    }

    /// The same with what is shown instead.
    #[must_use]
    pub fn shows(self, shown: &str) -> Self {
        Self { shown: short(shown), ..self }
    }
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
