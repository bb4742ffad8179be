//! Affine pieces and the unit that they make: its value, and the parts where each is the largest.

/// The fewest pieces a unit has.
pub const FEWEST: usize = 2;
/// The most pieces a unit of the view has.
pub const MOST: usize = 9;

/// One affine piece, w·x + b.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Its slope.
    pub w: f64,
    /// Its value at 0.
    pub b: f64,
}

impl Piece {
    /// The piece through two points with different x.
    #[must_use]
    pub fn through(p: (f64, f64), q: (f64, f64)) -> Self {
        let w = (q.1 - p.1) / (q.0 - p.0);
        Self { w, b: p.1 - w * p.0 }
    }

    /// Its value at `x`.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.w * x + self.b
    }
}

/// Pieces from the numbers w₁, b₁, w₂, b₂, …; an odd one at the end is dropped.
#[must_use]
pub fn pieces(numbers: &[f64]) -> Vec<Piece> {
    numbers.chunks_exact(2).map(|n| Piece { w: n[0], b: n[1] }).collect()
}

/// The numbers of pieces, as [`pieces`] reads them.
#[must_use]
pub fn numbers(pieces: &[Piece]) -> Vec<f64> {
    pieces.iter().flat_map(|p| [p.w, p.b]).collect()
}

/// The unit at `x`: its value, and the index of the first piece that has it (house convention).
///
/// (−∞, 0) for no pieces; NaN pieces never win.
#[must_use]
pub fn value(pieces: &[Piece], x: f64) -> (f64, usize) {
    let mut best = (f64::NEG_INFINITY, 0);
    for (i, piece) in pieces.iter().enumerate() {
        let y = piece.at(x);
        if y > best.0 {
            best = (y, i);
        }
    }
    best
}

/// An interval on which one piece is the largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The index of the piece.
    pub piece: usize,
    /// The left end, −∞ for the first part.
    pub from: f64,
    /// The right end, ∞ for the last part.
    pub to: f64,
}

/// The parts of the unit from left to right; their slopes increase, as a maximum is convex.
///
/// Of equal pieces the first counts; pieces that are nowhere alone on top have no part.
#[must_use]
pub fn envelope(pieces: &[Piece]) -> Vec<Part> {
    // Far to the left the least slope is on top; of equal slopes the highest.
    let below = |a: &Piece, b: &Piece| a.w > b.w || (a.w == b.w && a.b < b.b);
    let Some(first) =
        (0..pieces.len()).reduce(|i, j| if below(&pieces[i], &pieces[j]) { j } else { i })
    else {
        return Vec::new();
    };
    let mut parts = vec![Part { piece: first, from: f64::NEG_INFINITY, to: f64::INFINITY }];
    let mut now = first;
    loop {
        // The next piece on top is the steeper one that crosses this one first; where several do
        // at once, the steepest.
        let mut next: Option<(f64, usize)> = None;
        for (j, piece) in pieces.iter().enumerate() {
            let here = &pieces[now];
            if piece.w <= here.w {
                continue;
            }
            let x = (here.b - piece.b) / (piece.w - here.w);
            let sooner = next.is_none_or(|(at, i)| x < at || (x == at && below(piece, &pieces[i])));
            if sooner {
                next = Some((x, j));
            }
        }
        let (Some((x, j)), Some(last)) = (next, parts.last_mut()) else { return parts };
        // Rounding must not send the walk back.
        let x = x.max(last.from);
        last.to = x;
        parts.push(Part { piece: j, from: x, to: f64::INFINITY });
        now = j;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{Kind, by_id};
    use crate::demo::rng::Rng;

    fn unit(numbers: &[f64]) -> Vec<Piece> {
        pieces(numbers)
    }

    /// Row 3.98, and the leaky ReLU.
    #[test]
    fn known_functions_are_units() {
        for (numbers, id, p) in [
            ([0.0, 0.0, 1.0, 0.0], "relu", vec![]),
            ([-1.0, 0.0, 1.0, 0.0], "abs", vec![]),
            ([0.01, 0.0, 1.0, 0.0], "leaky_relu", vec![0.01]),
        ] {
            let act = by_id(id).unwrap();
            for i in -40..=40 {
                let x = f64::from(i) * 0.13;
                assert_eq!(value(&unit(&numbers), x).0, act.f(x, &p), "{id} at {x}");
            }
        }
    }

    #[test]
    fn ties_go_to_the_first_as_in_the_catalogue() {
        let Kind::Vector(max) = &by_id("maxout").unwrap().kind else { unreachable!() };
        for z in [vec![0.0, 0.0], vec![1.0, 3.0, 3.0, -1.0], vec![-2.0, -2.0, -5.0]] {
            let constant: Vec<Piece> = z.iter().map(|b| Piece { w: 0.0, b: *b }).collect();
            let (h, i) = value(&constant, 1.7);
            assert_eq!([h].as_slice(), (max.value)(&z, &[]));
            let one_hot: Vec<f64> = (0..z.len()).map(|j| f64::from(i == j)).collect();
            assert_eq!(one_hot, (max.jacobian)(&z, &[]));
        }
    }

    #[test]
    fn parts_join_and_their_slopes_increase() {
        let mut rng = Rng::stream(7, 0);
        for round in 0..300 {
            let k = 2 + round % 8;
            let numbers: Vec<f64> = (0..2 * k).map(|_| rng.normal()).collect();
            let all = unit(&numbers);
            let parts = envelope(&all);
            assert_eq!(parts[0].from, f64::NEG_INFINITY);
            assert_eq!(parts[parts.len() - 1].to, f64::INFINITY);
            for pair in parts.windows(2) {
                assert_eq!(pair[0].to, pair[1].from);
                assert!(all[pair[0].piece].w < all[pair[1].piece].w);
                let (a, b) = (all[pair[0].piece].at(pair[0].to), all[pair[1].piece].at(pair[0].to));
                assert!((a - b).abs() < 1e-9 * (1.0 + a.abs()), "continuous");
            }
            // In each part its own piece is the largest.
            for part in &parts {
                let x = 0.5 * (part.from.max(-50.0) + part.to.min(50.0));
                if part.from < x && x < part.to {
                    assert_eq!(value(&all, x).1, part.piece);
                }
            }
        }
    }

    /// Row 3.97: every chord lies on or above the graph.
    #[test]
    fn a_unit_is_convex() {
        let mut rng = Rng::stream(8, 0);
        for _ in 0..200 {
            let all = unit(&(0..10).map(|_| rng.normal()).collect::<Vec<_>>());
            let (a, b, t) = (3.0 * rng.normal(), 3.0 * rng.normal(), rng.uniform());
            let chord = (1.0 - t) * value(&all, a).0 + t * value(&all, b).0;
            assert!(value(&all, (1.0 - t) * a + t * b).0 <= chord + 1e-12);
        }
    }

    #[test]
    fn hidden_and_equal_pieces_have_no_part() {
        let all = unit(&[-1.0, 0.0, 0.0, -1.0, 1.0, 0.0, 1.0, 0.0]);
        let of: Vec<usize> = envelope(&all).iter().map(|p| p.piece).collect();
        assert_eq!(of, [0, 2], "one is below, one is the same again");
        let same = unit(&[0.5, 1.0, 0.5, 2.0, 0.5, 2.0]);
        assert_eq!(envelope(&same).len(), 1);
        assert_eq!(envelope(&same)[0].piece, 1);
        // Three through one point: the middle one is nowhere alone on top.
        let star = unit(&[-1.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        assert_eq!(envelope(&star).iter().map(|p| p.piece).collect::<Vec<_>>(), [0, 2]);
        assert!(envelope(&[]).is_empty());
        assert_eq!(value(&[], 0.0), (f64::NEG_INFINITY, 0));
    }

    #[test]
    fn numbers_and_pieces_are_inverse() {
        let all = [1.0, -2.0, 0.5, 3.0];
        assert_eq!(numbers(&unit(&all)), all);
        assert_eq!(unit(&[1.0, 2.0, 3.0]).len(), 1);
        let line = Piece::through((1.0, 1.0), (3.0, 2.0));
        assert_eq!((line.w, line.b, line.at(3.0)), (0.5, 0.5, 2.0));
    }
}
