//! Notices: what an address said that was not used as it stood.

/// A part of an address that was not used as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key, shortened.
    pub key: String,
    /// The value, shortened.
    pub value: String,
    /// The reason.
    pub why: Why,
}

/// The reasons for which a value is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Not one of the choices.
    NoSuchChoice,
    /// Not a finite number.
    NotANumber,
    /// The edges of the window are not those of a rectangle that can be drawn.
    NoWindow,
    /// More entries than can be shown.
    TooMany,
    /// Fewer entries than there must be.
    TooFew,
    /// The address is longer than [`MAX_LENGTH`](super::MAX_LENGTH).
    TooLong,
}

impl Why {
    /// Whether a message from a host page with such a value is refused as a whole: the value cannot
    /// be used. Where it can be brought into its range, or only a part of it is left out, the rest
    /// counts.
    #[must_use]
    pub const fn refuses(self) -> bool {
        matches!(
            self,
            Self::NoSuchChoice | Self::NotANumber | Self::NoWindow | Self::TooFew | Self::TooLong
        )
    }
}

impl Notice {
    /// A notice that quotes at most forty characters of the key and of the value.
    #[must_use]
    pub fn new(key: &str, value: &str, why: Why) -> Self {
        let short = |text: &str| {
            let mut short: String = text.chars().take(40).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            short
        };
        Self { key: short(key), value: short(value), why }
    }
}
