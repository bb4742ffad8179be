//! The search for the breaks of a formula: the places at which its switches turn, each enclosed between
//! two neighbouring floats and kept if the limits on both sides differ.
//!
//! It looks at every switch on a grid over [−32, 32] and, ever wider, to ±10³⁰⁰, and looks closer where
//! a switch comes near its point of turning without passing it. It halves the grid until nothing more is
//! found; a formula that turns too often for that is one for which it gives up.

use super::breaks::{Break, Breaks, CENTRE, GaveUp, MOST_BREAKS, kind};
use super::jet::Side;
use super::switches::Switch;
use super::tree::Formula;

impl Formula {
    /// Its breaks with parameters `p`.
    #[must_use]
    pub fn breaks(&self, p: &[f64]) -> Breaks {
        let switches = self.switches(p);
        let mut search = Search { formula: self, p, switches, values: Vec::new(), spent: 0 };
        if search.switches.is_empty() {
            return Breaks::default();
        }
        let (mut found, settled) = search.all(&even(self.nodes.len()), true);
        let mut gave_up = (!settled).then_some(GaveUp::Everywhere);
        if settled {
            for sign in [-1.0, 1.0] {
                let (more, settled) = search.all(&wide(sign), false);
                if settled {
                    found.extend(more);
                } else {
                    gave_up = Some(GaveUp::Outside);
                }
            }
        }
        let mut points: Vec<Break> = Vec::new();
        found.sort_by(|a, b| a.low.total_cmp(&b.low));
        for turn in found {
            if let Some(point) = search.classified(&turn)
                && points.last().is_none_or(|last| apart(last.x, point.x))
            {
                points.push(point);
            }
        }
        if points.len() > MOST_BREAKS {
            points.sort_by(|a, b| a.x.abs().total_cmp(&b.x.abs()));
            points.truncate(MOST_BREAKS);
            points.sort_by(|a, b| a.x.total_cmp(&b.x));
            gave_up = Some(GaveUp::Everywhere);
        }
        Breaks { points, gave_up }
    }
}

/// Places all over the middle: even ones, fewer for a large formula, and ever smaller ones around 0.
fn even(nodes: usize) -> Vec<f64> {
    let count = (30_000 / nodes.max(1)).clamp(128, 768);
    let even = (0..=count).map(|i| CENTRE * (2.0 * i as f64 / count as f64 - 1.0));
    let small = (4..30).flat_map(|k| [1.37, -1.37].map(|x| libm::ldexp(x, -k)));
    let mut places: Vec<f64> = even.chain(small).collect();
    places.sort_by(f64::total_cmp);
    places
}

/// Places from the end of the middle outwards on one side, each half as far again as the last, from
/// 10⁶ on a thousand times as far.
fn wide(sign: f64) -> Vec<f64> {
    let mut places = vec![CENTRE];
    while let Some(last) = places.last().copied().filter(|last| *last < 1e297) {
        places.push(last * if last < 1e6 { 1.5 } else { 1000.0 });
    }
    let mut places: Vec<f64> = places.into_iter().map(|x| sign * x).collect();
    places.sort_by(f64::total_cmp);
    places
}

/// Whether two points are more than some floats apart.
fn apart(a: f64, b: f64) -> bool {
    (a - b).abs() > 8.0 * f64::EPSILON * a.abs().max(b.abs()).max(1e-300)
}

/// The number between two others in the order of floats, which halves any range in 64 steps.
fn middle(low: f64, high: f64) -> f64 {
    let order = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
    };
    let place = (i128::from(order(low)) + i128::from(order(high))).div_euclid(2) as i64;
    f64::from_bits(if place < 0 { i64::MIN.wrapping_sub(place) } else { place } as u64)
}

/// Of some neighbouring numbers the one with the fewest binary digits: 3 before 2.9999999999999996.
fn roundest(from: f64, to: f64) -> f64 {
    let (mut best, mut x) = (from, from);
    while x < to {
        x = x.next_up();
        if x.to_bits().trailing_zeros() > best.to_bits().trailing_zeros() {
            best = x;
        }
    }
    if best == 0.0 { 0.0 } else { best }
}

/// The most nodes that are computed to find turns, and to enclose them.
const BUDGET: usize = 250_000;

struct Search<'a> {
    formula: &'a Formula,
    p: &'a [f64],
    switches: Vec<Switch>,
    values: Vec<f64>,
    /// The nodes computed.
    spent: usize,
}

impl Search<'_> {
    /// The values of the formula's nodes at x.
    fn compute(&mut self, x: f64) {
        self.spent += self.formula.nodes().len();
        self.formula.values(x, self.p, &mut self.values);
    }

    /// The turns of switches between neighbouring floats, and whether they are all that halving the
    /// grid finds; none of them if not, unless `some` will do.
    fn all(&mut self, grid: &[f64], some: bool) -> (Vec<Turn>, bool) {
        self.spent = 0;
        // Enclosing a turn takes up to 64 steps.
        let most = (BUDGET / (64 * self.formula.nodes().len())).clamp(8, 4 * MOST_BREAKS);
        let mut grid = grid.to_vec();
        let mut turns = self.turns(&grid);
        let mut settled = false;
        for _ in 0..3 {
            if self.spent > BUDGET || turns.len() > most {
                break;
            }
            let between = |pair: &[f64]| [pair[0], pair[0] + (pair[1] - pair[0]) * 0.49];
            let last = grid.last().copied();
            let finer: Vec<f64> = grid.windows(2).flat_map(between).chain(last).collect();
            let more = self.turns(&finer);
            settled = more.len() == turns.len() && self.spent <= BUDGET && more.len() <= most;
            (grid, turns) = (finer, more);
            if settled {
                break;
            }
        }
        if !settled && !some {
            return (Vec::new(), false);
        }
        turns.sort_by(|a, b| a.low.abs().total_cmp(&b.low.abs()));
        turns.truncate(most);
        (self.enclosed(turns), settled)
    }

    /// The steps of a grid over which the sign of a switch changes, and those at whose ends it is
    /// nearer to 0 than around, with the place where it then reaches 0.
    fn turns(&mut self, grid: &[f64]) -> Vec<Turn> {
        let rows: Vec<(Vec<i8>, Vec<f64>)> = grid
            .iter()
            .map(|x| {
                self.compute(*x);
                let signs = self.switches.iter().map(|s| s.sign(&self.values)).collect();
                (signs, self.switches.iter().map(|s| s.size(&self.values)).collect())
            })
            .collect();
        let mut turns = Vec::new();
        for switch in 0..self.switches.len() {
            for (x, row) in grid.windows(2).zip(rows.windows(2)) {
                let (a, b) = (row[0].0[switch], row[1].0[switch]);
                if a != b {
                    turns.push(Turn { low: x[0], high: x[1], switch, sign: a });
                }
            }
            for (x, row) in grid.windows(3).zip(rows.windows(3)) {
                let [a, b, c] = [0, 1, 2].map(|i| row[i].1[switch]);
                let sign = row[1].0[switch];
                let same = row.iter().all(|row| row.0[switch] == sign) && sign.abs() == 1;
                if same
                    && b <= a
                    && b <= c
                    && (b < a || b < c)
                    && self.spent <= BUDGET
                    && let Some(at) = self.touch(switch, sign, x[0], x[2])
                {
                    turns.push(Turn { low: x[0], high: at, switch, sign });
                    turns.push(Turn { low: at, high: x[2], switch, sign: self.sign(switch, at) });
                }
            }
        }
        turns
    }

    fn sign(&mut self, switch: usize, x: f64) -> i8 {
        self.compute(x);
        self.switches[switch].sign(&self.values)
    }

    /// The place between two others at which a switch of one sign reaches 0 or passes it, by golden
    /// sections.
    fn touch(&mut self, switch: usize, sign: i8, low: f64, high: f64) -> Option<f64> {
        const SECTION: f64 = 0.618_033_988_749_894_9;
        let mut size = |x: f64| {
            self.compute(x);
            let other = self.switches[switch].sign(&self.values);
            (self.switches[switch].size(&self.values), other != sign)
        };
        let (start, _) = size(low);
        let (mut low, mut high) = (low, high);
        for step in 0..90 {
            let (a, b) = (high - SECTION * (high - low), low + SECTION * (high - low));
            let ((at_a, turned_a), (at_b, turned_b)) = (size(a), size(b));
            if turned_a || turned_b {
                return Some(if turned_a { a } else { b });
            }
            (low, high) = if at_a < at_b { (low, b) } else { (a, high) };
            // A smallest size that is not near 0 is none.
            if step == 12 && at_a.min(at_b) > 1e-3 * start {
                return None;
            }
        }
        let mut at = (0..12).fold(low, |x, _| x.next_down());
        for _ in 0..32 {
            if size(at).1 {
                return Some(at);
            }
            at = at.next_up();
        }
        None
    }

    /// The turns, each between the two neighbouring floats at which the sign changes.
    fn enclosed(&mut self, turns: Vec<Turn>) -> Vec<Turn> {
        let mut all: Vec<Turn> = Vec::new();
        for Turn { mut low, mut high, switch, sign } in turns {
            loop {
                let between = middle(low, high);
                if between <= low || between >= high {
                    break;
                }
                if self.sign(switch, between) == sign { low = between } else { high = between }
            }
            // Around a zero of x² the square is too small for a number: it turns at 0 itself.
            let tiny = low.abs().max(high.abs()) < 1e-30 && self.sign(switch, 0.0) == 0;
            let (low, high) = if tiny { (0.0, 0.0) } else { (low, high) };
            all.push(Turn { low, high, switch, sign });
        }
        all
    }

    /// The break of a turn between two neighbouring floats, if the limits on both sides differ.
    fn classified(&mut self, turn: &Turn) -> Option<Break> {
        let Turn { low, high, switch, .. } = *turn;
        // A switch that is exactly 0 turns there, at whatever numbers around rounding makes it so.
        let mut zero = |x: f64| self.sign(switch, x) == 0;
        let (mut from, mut to) = (low, high);
        if zero(low) {
            to = low;
        } else if zero(high) {
            from = high;
        }
        let mut run = |start: f64, next: fn(f64) -> f64| {
            let mut end = start;
            for _ in 0..16 {
                if !zero(end) || !zero(next(end)) {
                    return end;
                }
                end = next(end);
            }
            start // a stretch at which it is 0 ends here
        };
        from = run(from, f64::next_down);
        to = run(to, f64::next_up);
        let x = roundest(from, to);
        let left = self.formula.jet(from, self.p, Side::Left);
        let right = self.formula.jet(to, self.p, Side::Right);
        let (f, df) = self.formula.pair(x, self.p);
        self.formula.values(x, self.p, &mut self.values);
        let finite = self.values.iter().filter(|v| v.is_finite());
        let scale = finite.fold(1e-100, |most: f64, v| most.max(v.abs()));
        let kind = kind(left, right, f, scale)?;
        Some(Break { x, kind, left, right, f, df })
    }
}

/// A step of a grid over which the sign of a switch changes from `sign`.
struct Turn {
    low: f64,
    high: f64,
    switch: usize,
    sign: i8,
}
