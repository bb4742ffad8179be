//! The keys of the view.

use crate::key::Key;

/// The function to which the unit is fitted: 0 none, 1 x², 2 eˣ, 3 |x|, 4 softplus.
pub const TARGET: Key = Key::whole("target", 0.0, 4.0, 0.0);
/// The number of pieces of each of two units whose difference is fitted.
pub const UNIT_PIECES: Key = Key::whole("k", 1.0, 9.0, 4.0);
/// The switch of the curve that two units are fitted to: the drawn one (on), or sin.
pub const DRAWN: Key = Key::switch("drawn");
/// The first coordinate of the point at which a unit of two inputs is read.
pub const X1: Key = Key::number("x1", -3.0, 3.0, 0.5);
/// The second coordinate of that point.
pub const X2: Key = Key::number("x2", -3.0, 3.0, -0.5);
/// Slope and offset of each affine piece.
pub const PIECES: Key = Key::list("pieces", (4, 18), 1e9, &[-1.0, -0.5, 0.25, 0.25, 1.5, -1.0]);
/// The heights of the drawn curve at even places.
pub const CURVE: Key = Key::list("curve", (17, 17), 2.0, &DRAWN_AT_FIRST);
/// Both weights and the offset of each piece of a unit of two inputs.
pub const PLANES: Key =
    Key::list("planes", (6, 18), 1e9, &[1.0, 0.2, 0.0, -0.8, 0.7, 0.0, -0.2, -1.0, 0.3]);

const DRAWN_AT_FIRST: [f64; 17] =
    [-1.0, -0.9, -0.4, 0.5, 1.1, 1.0, 0.4, -0.1, -0.2, 0.1, 0.6, 0.7, 0.3, -0.5, -1.1, -1.2, -0.8];
