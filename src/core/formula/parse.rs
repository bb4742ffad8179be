//! Reads a formula: sums of products of powers, with brackets, functions and `where`.
//!
//! ```text
//! sum     = product { ("+" | "-") product }
//! product = signed { ("*" | "/") signed }
//! signed  = ("-" | "+") signed | power
//! power   = operand [ "^" signed ]                        from the right: 2^3^2 = 2^9
//! operand = number | "x" | "pi" | "e" | letter | "(" sum ")" | function "(" sum { "," sum } ")"
//!         | "where" "(" sum relation sum "," sum "," sum ")"
//! ```
//!
//! Time and memory are linear in the text, whose length is bounded; so is the recursion.

use super::fault::{DEEPEST, Fault, FaultKind, MOST_CHARACTERS, MOST_NODES, Missing};
use super::names;
use super::operation::Binary;
use super::print;
use super::token::{Token, TokenKind, tokens};
use super::tree::{Formula, Node, PARAMETERS, Place};

/// The formula that a text spells.
///
/// # Errors
/// The first fault, with its place.
pub fn parse(text: &str) -> Result<Formula, Fault> {
    let too_long = |at| Fault { at, length: 0, kind: FaultKind::TooLong };
    if text.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(too_long(MOST_CHARACTERS));
    }
    let tokens = tokens(text)?;
    let end = text.trim_end().chars().count();
    if tokens.is_empty() {
        return Err(Fault { at: 0, length: 0, kind: FaultKind::Empty });
    }
    let letters = letters(&tokens)?;
    let mut parser = Parser { tokens: &tokens, next: 0, end, depth: 0, letters, nodes: Vec::new() };
    parser.sum()?;
    parser.nothing_else()?;
    let formula = Formula {
        nodes: parser.nodes.into_iter().map(|(node, _)| node).collect(),
        letters: parser.letters,
    };
    // What is read is written into an address, and read again from there: `.5` is `0.5` then.
    if print::compact(&formula).chars().count() > MOST_CHARACTERS {
        return Err(too_long(end));
    }
    Ok(formula)
}

/// The letters that are parameters, in alphabetical order.
fn letters(tokens: &[Token]) -> Result<Vec<char>, Fault> {
    let mut letters = Vec::new();
    for token in tokens {
        let TokenKind::Name(name) = &token.kind else { continue };
        let Some(letter) = names::is_parameter(name) else { continue };
        if letters.contains(&letter) {
            continue;
        }
        if letters.len() == PARAMETERS {
            let kind = FaultKind::TooManyParameters(letter);
            return Err(Fault { at: token.at, length: token.length, kind });
        }
        letters.push(letter);
    }
    letters.sort_unstable();
    Ok(letters)
}

/// The state of reading.
pub(super) struct Parser<'a> {
    pub(super) tokens: &'a [Token],
    /// The place of the next token.
    pub(super) next: usize,
    /// The number of characters before the end of the text.
    end: usize,
    depth: usize,
    pub(super) letters: Vec<char>,
    /// The nodes so far, each with whether it depends on x.
    pub(super) nodes: Vec<(Node, bool)>,
}

impl Parser<'_> {
    pub(super) fn sum(&mut self) -> Result<Place, Fault> {
        let mut left = self.product()?;
        while let Some(op) = self.take_one_of(&[('+', Binary::Add), ('-', Binary::Subtract)]) {
            let right = self.product()?;
            left = self.push(Node::Binary(op, left, right))?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Place, Fault> {
        let mut left = self.signed()?;
        while let Some(op) = self.take_one_of(&[('*', Binary::Multiply), ('/', Binary::Divide)]) {
            let right = self.signed()?;
            left = self.push(Node::Binary(op, left, right))?;
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Place, Fault> {
        if self.take('-') {
            let operand = self.nested(Self::signed)?;
            return self.push(Node::Negate(operand));
        }
        if self.take('+') {
            return self.nested(Self::signed);
        }
        self.power()
    }

    fn power(&mut self) -> Result<Place, Fault> {
        let base = self.operand()?;
        if !self.take('^') {
            return Ok(base);
        }
        let exponent = self.nested(Self::signed)?;
        self.push(Node::Binary(Binary::Power, base, exponent))
    }

    fn operand(&mut self) -> Result<Place, Fault> {
        let Some(token) = self.tokens.get(self.next) else {
            return Err(self.missing(Missing::Operand));
        };
        match &token.kind {
            TokenKind::Number(value) => {
                self.next += 1;
                self.push(Node::Number(*value))
            }
            TokenKind::Name(name) => {
                self.next += 1;
                self.named(name, token)
            }
            TokenKind::Sign('(') => {
                self.next += 1;
                let inner = self.nested(Self::sum)?;
                self.close()?;
                Ok(inner)
            }
            _ => Err(self.missing(Missing::Operand)),
        }
    }

    /// What is read one level deeper.
    pub(super) fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Place, Fault>,
    ) -> Result<Place, Fault> {
        if self.depth == DEEPEST {
            return Err(Fault { at: self.here(), length: 0, kind: FaultKind::TooDeep });
        }
        self.depth += 1;
        let place = read(self);
        self.depth -= 1;
        place
    }

    pub(super) fn push(&mut self, node: Node) -> Result<Place, Fault> {
        if self.nodes.len() == MOST_NODES {
            return Err(Fault { at: self.here(), length: 0, kind: FaultKind::TooManyNodes });
        }
        let moves =
            matches!(node, Node::X) || node.operands().any(|p| self.nodes[usize::from(p)].1);
        self.nodes.push((node, moves));
        Ok((self.nodes.len() - 1) as Place)
    }

    pub(super) fn take(&mut self, sign: char) -> bool {
        let there = self.tokens.get(self.next).is_some_and(|t| t.kind == TokenKind::Sign(sign));
        self.next += usize::from(there);
        there
    }

    fn take_one_of(&mut self, signs: &[(char, Binary)]) -> Option<Binary> {
        signs.iter().find(|(sign, _)| self.take(*sign)).map(|(_, op)| *op)
    }

    pub(super) fn close(&mut self) -> Result<(), Fault> {
        if self.take(')') {
            return Ok(());
        }
        match self.tokens.get(self.next) {
            None => Err(self.missing(Missing::Closing)),
            Some(token) => Err(self.unexpected(token)),
        }
    }

    fn nothing_else(&self) -> Result<(), Fault> {
        self.tokens.get(self.next).map_or(Ok(()), |token| Err(self.unexpected(token)))
    }

    /// The fault of a token after a whole operand.
    fn unexpected(&self, token: &Token) -> Fault {
        let kind = match &token.kind {
            TokenKind::Sign(sign @ (')' | ',')) => FaultKind::Unopened(*sign),
            TokenKind::Relation(_) => FaultKind::Comparison,
            _ => return self.missing(Missing::Operation),
        };
        Fault { at: token.at, length: token.length, kind }
    }

    pub(super) fn missing(&self, what: Missing) -> Fault {
        Fault { at: self.here(), length: 0, kind: FaultKind::Missing(what) }
    }

    /// The place of the next token, or that of the end.
    pub(super) fn here(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |token| token.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, usize, FaultKind) {
        let fault = parse(text).expect_err(text);
        (fault.at, fault.length, fault.kind)
    }

    #[test]
    fn operations_bind_as_in_mathematics() {
        for (text, same) in [
            ("1+2*3^2", "1+(2*(3^2))"),
            ("-x^2", "-(x^2)"),
            ("2^3^2", "2^(3^2)"),
            ("2^-x", "2^(-x)"),
            ("a-b-c", "(a-b)-c"),
            ("a/b*c", "(a/b)*c"),
            ("-a*b", "(-a)*b"),
            ("+x", "x"),
            ("x --1", "x-(-1)"),
        ] {
            assert_eq!(parse(text), parse(same), "{text}");
        }
        assert_ne!(parse("(-x)^2"), parse("-x^2"));
        assert_ne!(parse("a-(b-c)"), parse("a-b-c"));
        assert_eq!(parse("b*x+a").unwrap().letters(), ['a', 'b']);
    }

    #[test]
    fn faults_have_a_place_and_say_what_is_missing() {
        use FaultKind::{Arguments, Comparison, Missing as Lacks, Unopened};
        for (text, want) in [
            ("", (0, 0, FaultKind::Empty)),
            ("  ", (0, 0, FaultKind::Empty)),
            ("x +", (3, 0, Lacks(Missing::Operand))),
            ("x + * 2", (4, 0, Lacks(Missing::Operand))),
            ("2x", (1, 0, Lacks(Missing::Operation))),
            ("2 (x)", (2, 0, Lacks(Missing::Operation))),
            ("(x + 1", (6, 0, Lacks(Missing::Closing))),
            ("x)", (1, 1, Unopened(')'))),
            ("x, 1", (1, 1, Unopened(','))),
            ("sin x", (4, 0, Lacks(Missing::Opening))),
            ("where(x, 1, 2)", (7, 0, Lacks(Missing::Comparison))),
            ("where(x x > 0, 1, 2)", (8, 0, Lacks(Missing::Operation))),
            ("x > 0", (2, 1, Comparison)),
            ("max(x)", (0, 3, Arguments { name: "max", least: 2, most: 2 })),
            ("max(x, 1, 2)", (0, 3, Arguments { name: "max", least: 2, most: 2 })),
            ("2 + elu()", (4, 3, Arguments { name: "elu", least: 1, most: 2 })),
            ("where(x > 0, 1)", (0, 5, Arguments { name: "where", least: 3, most: 3 })),
            ("softmax(x)", (0, 7, FaultKind::NotScalar("softmax"))),
            ("elu(x, 2 + x)", (7, 5, FaultKind::MovingParameter("elu"))),
            ("a+b+c+d+g", (8, 1, FaultKind::TooManyParameters('g'))),
            (
                "1 + sigmod(x)",
                (4, 6, { FaultKind::Unknown("sigmod".into(), Some("sigmoid".into())) }),
            ),
        ] {
            assert_eq!(fault(text), want, "{text}");
        }
    }

    #[test]
    fn limits_are_kept() {
        let deep = |n: usize| "(".repeat(n) + "x" + &")".repeat(n);
        assert!(parse(&deep(DEEPEST)).is_ok());
        assert_eq!(fault(&deep(DEEPEST + 1)), (DEEPEST + 1, 0, FaultKind::TooDeep));
        for chain in ["-".repeat(DEEPEST + 1) + "x", "2^".repeat(DEEPEST + 1) + "x"] {
            assert_eq!(fault(&chain).2, FaultKind::TooDeep, "{chain}");
        }
        assert_eq!(fault(&"(".repeat(100_000)).2, FaultKind::TooLong);
        assert!(parse(&vec!["x"; 150].join("+")).is_ok(), "299 nodes in one level");
        assert_eq!(fault(&vec!["x"; 151].join("+")).2, FaultKind::TooManyNodes);
        let points = vec![".5"; 130].join("+");
        assert!(points.len() < MOST_CHARACTERS);
        assert_eq!(fault(&points).2, FaultKind::TooLong, "as 0.5 it is longer");
        assert!(parse("9^9^9^9").is_ok());
    }
}
