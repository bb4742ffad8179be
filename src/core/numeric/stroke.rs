//! The unit of what is drawn: an unbroken line.

/// A polyline in data units.
pub type Stroke = Vec<(f64, f64)>;
