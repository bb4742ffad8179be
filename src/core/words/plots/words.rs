//! The words, a field each.

use crate::properties::LandmarkKind;
use crate::words::{FactWords, PlotKey, StoryWords};

/// The words of the views of functions.
pub struct Words {
    /// The words of the computed properties.
    pub facts: FactWords,
    /// The words of a plot's description.
    pub story: StoryWords,
    /// The words of the controls of a large plot.
    pub plot: PlotWords,
    /// The words of the export panel.
    pub export: ExportWords,
}

/// The words of the controls of a large plot.
pub struct PlotWords {
    /// The button that zooms in.
    pub zoom_in: &'static str,
    /// The button that zooms out.
    pub zoom_out: &'static str,
    /// The heading over the sliders.
    pub parameters: &'static str,
    /// The heading over the computed properties.
    pub properties: &'static str,
    /// The heading over the table of frameworks.
    pub frameworks: &'static str,
    /// The label of the source of a function.
    pub source: &'static str,
    /// The note that the curve is a slice of a function of several inputs: of a gated unit, or of a
    /// vector.
    pub slice: fn(gated: bool) -> &'static str,
    /// The note on the curve of maxout.
    pub two_pieces: &'static str,
    /// The note on the band of the random slopes of training.
    pub band: &'static str,
    /// The hint for moving the probe.
    pub probe_hint: &'static str,
    /// The button back to the function's own window.
    pub home: &'static str,
    /// The button that fits the window to the curves.
    pub fit: &'static str,
    /// The option of the second derivative.
    pub second: &'static str,
    /// The note on a value of f″ that is its limit from the right.
    pub from_right: &'static str,
    /// The option of the tangent at the probe.
    pub tangent: &'static str,
    /// The option of equal scales.
    pub equal: &'static str,
    /// The option of an axis of its own for f′.
    pub own_axis: &'static str,
    /// The option of shading where |f′| is small.
    pub shade: &'static str,
    /// The label of the threshold for screen readers.
    pub shade_label: &'static str,
    /// A shaded interval: on the left, on the right or between; exactly or nearly flat.
    pub flat: fn(side: i8, hard: bool, from: &str, to: &str) -> String,
    /// The note that shaded intervals are too narrow to be drawn.
    pub narrow: &'static str,
    /// The note that |f′| is nowhere below the threshold.
    pub no_flat: &'static str,
    /// The heading over the landmarks.
    pub landmarks: &'static str,
    /// The text of a landmark.
    pub landmark: fn(LandmarkKind, x: &str) -> String,
    /// The heading over the errors of formulas in floating-point formats.
    pub lens: &'static str,
    /// The option of all digits of the numbers.
    pub digits: &'static str,
    /// The heading over the description in words.
    pub in_words: &'static str,
    /// The heading over the curve as a table.
    pub table: &'static str,
    /// The heading over the keys.
    pub keys: &'static str,
    /// The action of a key.
    pub key: fn(PlotKey) -> &'static str,
    /// The name of a handle on the curve that changes parameters.
    pub handle: fn(symbols: &str) -> String,
    /// The hint that Ctrl and the wheel zoom; on a Mac the key is another.
    pub wheel: fn(mac: bool) -> &'static str,
    /// The heading over the claims about a function.
    pub claims: &'static str,
    /// The choice of all claims.
    pub all: &'static str,
    /// A verdict on a claim: `true`, `false`, `misleading`, `depends`.
    pub verdict: fn(&str) -> &'static str,
    /// The button that shows the claims that are left.
    pub more_claims: fn(usize) -> String,
    /// The heading over what to know before using a function.
    pub know: &'static str,
    /// The label of all properties, of which so many there are.
    pub all_properties: fn(usize) -> String,
    /// The control of the display options.
    pub view: &'static str,
    /// The tab of a function of several inputs as a whole.
    pub whole: &'static str,
    /// The tab of its slice.
    pub slice_tab: &'static str,
    /// The label of both tabs.
    pub faces: &'static str,
    /// The tab of a gated unit's map of both inputs.
    pub map_tab: &'static str,
    /// The tab of its curve, the slice along the gate's input.
    pub curve_tab: &'static str,
}

/// The words of the export panel.
pub struct ExportWords {
    /// The heading.
    pub title: &'static str,
    /// The comparison with the natural partner.
    pub compare: fn(&str) -> String,
    /// The button that copies the function as code.
    pub copy_code: &'static str,
    /// The way to the frame of this state on another page.
    pub frame: &'static str,
    /// The link to the function as a formula that can be changed.
    pub edit: &'static str,
    /// The button that prints.
    pub print: &'static str,
    /// The label of the address of this state.
    pub link: &'static str,
    /// The label of the iframe of this state.
    pub embed: &'static str,
    /// The message that a file could not be made.
    pub failed: &'static str,
    /// The message that the browser would falsify a PNG, before the link to an SVG.
    pub not_readable: &'static str,
    /// The heading over code.
    pub code: &'static str,
    /// The button that copies code.
    pub copy: &'static str,
    /// The legend of an exported picture: the line styles of f, f′ and f″, of those shown.
    pub lines: fn(deriv: bool, second: bool) -> &'static str,
    /// The origin of an exported picture.
    pub from: &'static str,
}
