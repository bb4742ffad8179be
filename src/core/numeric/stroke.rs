//! The stroke: an unbroken line, the unit of drawing.

/// A polyline in data units.
pub type Stroke = Vec<(f64, f64)>;
