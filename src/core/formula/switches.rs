//! Where a formula can have a kink, a jump or a pole: the quantities whose change of sign turns a
//! switch, as `x − 1` does in `where(x > 1, …)`.

use super::operation::{Binary, Unary};
use super::tree::{Formula, Node, Place};
use crate::activation;

/// A quantity that turns a switch where it changes its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Switch {
    /// The difference of two nodes.
    Difference(Place, Place),
    /// A node less a number.
    Above(Place, f64),
}

impl Switch {
    /// The sign of the quantity: −1, 0 or 1; 2 where it is NaN.
    ///
    /// By comparison: the difference itself may overflow, underflow, or be ∞ − ∞.
    #[must_use]
    pub fn sign(&self, values: &[f64]) -> i8 {
        let (a, b) = self.sides(values);
        match a.partial_cmp(&b) {
            Some(order) => order as i8,
            None => 2,
        }
    }

    /// The size of the quantity.
    #[must_use]
    pub fn size(&self, values: &[f64]) -> f64 {
        let (a, b) = self.sides(values);
        (a - b).abs()
    }

    fn sides(&self, values: &[f64]) -> (f64, f64) {
        let at = |place: Place| values.get(usize::from(place)).copied().unwrap_or(f64::NAN);
        match *self {
            Self::Difference(a, b) => (at(a), at(b)),
            Self::Above(u, level) => (at(u), level),
        }
    }
}

impl Formula {
    /// The nodes, with those places as operands at which the same is computed first: `relu(x)` twice has
    /// one switch.
    fn shared(&self) -> Vec<Node> {
        let mut firsts: Vec<Place> = Vec::with_capacity(self.nodes.len());
        let mut nodes: Vec<Node> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let node = node.with_operands(|place| firsts[usize::from(place)]);
            let known = nodes.iter().position(|other| *other == node);
            firsts.push(known.unwrap_or(nodes.len()) as Place);
            nodes.push(node);
        }
        nodes
    }

    /// The switches of the formula with parameters `p`: those of `abs`, `sign`, `step`, `max`, `min`
    /// and `where`, the breaks and bends of functions of the catalogue, and the ends of the domains of
    /// quotients, logarithms, roots and powers. What does not depend on x turns nothing.
    #[must_use]
    pub fn switches(&self, p: &[f64]) -> Vec<Switch> {
        let moving = self.moving();
        let moves = |place: Place| moving[usize::from(place)];
        let mut values = Vec::new();
        self.values(0.0, p, &mut values);
        let mut found = Vec::new();
        for node in &self.shared() {
            match *node {
                Node::Unary(unary, u) if moves(u) => match unary {
                    Unary::Abs | Unary::Sign | Unary::Step | Unary::Sqrt | Unary::Ln => {
                        found.push(Switch::Above(u, 0.0));
                    }
                    Unary::Log1p => found.push(Switch::Above(u, -1.0)),
                    _ => {}
                },
                Node::Binary(Binary::Divide, _, b) if moves(b) => found.push(Switch::Above(b, 0.0)),
                Node::Binary(Binary::Power, a, b) if moves(a) => {
                    let n = values[usize::from(b)];
                    let polynomial = !moves(b) && n >= 0.0 && n == libm::floor(n);
                    if !polynomial {
                        found.push(Switch::Above(a, 0.0));
                    }
                }
                Node::Binary(Binary::Min | Binary::Max, a, b) if moves(a) || moves(b) => {
                    found.push(Switch::Difference(a, b));
                }
                Node::Where(c) if moves(c.left) || moves(c.right) => {
                    found.push(Switch::Difference(c.left, c.right));
                }
                Node::Call(call) if moves(call.input) => {
                    // Its parameters do not depend on x: their values at 0 are theirs.
                    let own = call.parameters(|place| values[usize::from(place)]);
                    let Some(own) = own else { continue };
                    let own = &own[..call.act.params.len()];
                    let bends = activation::structure(call.act, own).bends;
                    let levels = call.act.breaks(own).into_iter().chain(bends);
                    found.extend(levels.map(|level| Switch::Above(call.input, level)));
                }
                _ => {}
            }
        }
        let mut kept: Vec<Switch> = Vec::new();
        for switch in found {
            if !kept.contains(&switch) {
                kept.push(switch);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse::parse;

    #[test]
    fn switches_are_those_of_what_depends_on_x() {
        for (text, count) in [
            ("x^2+exp(x)*sin(x)", 0),
            ("abs(x)", 1),
            ("abs(a)*x", 0),
            ("relu(x)+relu6(x)", 2),
            ("where(x>0,1,0)+where(x<0,1,0)", 1),
            ("hardtanh(x,a,b)", 2),
            ("elu(x)", 1),
            ("elu(x,2)", 1),
            ("x/a", 0),
            ("a/x", 1),
            ("x^a", 1),
            ("x^-2+x^3", 1),
            ("max(max(x,1),2)", 2),
            ("max(1,2)", 0),
            ("relu(2*x)+abs(2*x)*relu(2*x)", 1),
        ] {
            let found = parse(text).unwrap().switches(&[-0.5, 0.5]);
            assert_eq!(found.len(), count, "{text}: {found:?}");
        }
    }

    #[test]
    fn signs_are_known_where_differences_are_not() {
        let switch = Switch::Difference(0, 1);
        assert_eq!(switch.sign(&[f64::INFINITY, f64::INFINITY]), 0);
        assert_eq!(switch.sign(&[5e-324, 0.0]), 1);
        assert_eq!(switch.sign(&[f64::NAN, 0.0]), 2);
    }
}
