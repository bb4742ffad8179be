//! The options of a browser: its screen, and the preferences of its user.

/// The screen, and the preferences of its user.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Width of the page in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub dpr: f64,
    /// A phone: touch, and the viewport meta element counts.
    pub mobile: bool,
    /// `prefers-reduced-motion: reduce`.
    pub reduced_motion: bool,
    /// `prefers-color-scheme`.
    pub scheme: Scheme,
}

/// The colour scheme of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            dpr: 1.0,
            mobile: false,
            reduced_motion: false,
            scheme: Scheme::Light,
        }
    }
}

impl Options {
    /// A phone held upright.
    #[must_use]
    pub fn phone() -> Self {
        Self { width: 390, height: 844, dpr: 2.0, mobile: true, ..Self::default() }
    }
}
