//! Reads what begins with a name: letters, constants, calls of functions, `where`.

use super::fault::{Fault, FaultKind, Missing};
use super::names::{self, Function};
use super::operation::Relation;
use super::parse::Parser;
use super::token::{Token, TokenKind};
use super::tree::{Call, Choice, Node, Place};

impl Parser<'_> {
    /// The letter, constant or function of a name.
    pub(super) fn named(&mut self, name: &str, token: &Token) -> Result<Place, Fault> {
        let fault = |kind| Err(Fault { at: token.at, length: token.length, kind });
        match name {
            "x" => return self.push(Node::X),
            "pi" => return self.push(Node::Pi),
            "e" => return self.push(Node::E),
            _ => {}
        }
        if let Some(letter) = names::is_parameter(name) {
            let place = self.letters.iter().position(|known| *known == letter).unwrap_or_default();
            return self.push(Node::Parameter(place as u8));
        }
        let Some(function) = names::function(name) else {
            return fault(FaultKind::Unknown(name.to_owned(), names::meant(name)));
        };
        if let Function::NotScalar(act) = function {
            return fault(FaultKind::NotScalar(act.id));
        }
        if !self.take('(') {
            return Err(self.missing(Missing::Opening));
        }
        self.nested(|parser| parser.call(function, token))
    }

    /// The arguments of a function, after its bracket.
    fn call(&mut self, function: Function, token: &Token) -> Result<Place, Fault> {
        let (least, most) = function.arguments();
        let wrong = Fault {
            at: token.at,
            length: token.length,
            kind: FaultKind::Arguments { name: function.name(), least, most },
        };
        if self.take(')') {
            return Err(wrong);
        }
        let first = self.sum()?;
        let comparison = match function {
            Function::Where => Some((self.relation()?, self.sum()?)),
            _ => None,
        };
        let mut others: Vec<Place> = Vec::new();
        while self.take(',') {
            if others.len() + 1 == most {
                return Err(wrong);
            }
            let at = self.here();
            let place = self.sum()?;
            if let Function::Catalogue(act) = function
                && self.nodes[usize::from(place)].1
            {
                let length = self.tokens[self.next - 1].at + self.tokens[self.next - 1].length - at;
                return Err(Fault { at, length, kind: FaultKind::MovingParameter(act.id) });
            }
            others.push(place);
        }
        self.close()?;
        if others.len() + 1 < least {
            return Err(wrong);
        }
        self.push(match (function, comparison, others.as_slice()) {
            (Function::Unary(unary), ..) => Node::Unary(unary, first),
            (Function::Extreme(op), _, [other]) => Node::Binary(op, first, *other),
            (Function::Where, Some((relation, right)), [yes, no]) => {
                Node::Where(Choice { relation, left: first, right, yes: *yes, no: *no })
            }
            (Function::Catalogue(act), _, others) => {
                let parameters = [others.first().copied(), others.get(1).copied()];
                Node::Call(Call { act, input: first, parameters })
            }
            _ => return Err(wrong),
        })
    }

    fn relation(&mut self) -> Result<Relation, Fault> {
        match self.tokens.get(self.next).map(|token| &token.kind) {
            Some(TokenKind::Relation(relation)) => {
                self.next += 1;
                Ok(*relation)
            }
            Some(TokenKind::Sign(',' | ')')) | None => Err(self.missing(Missing::Comparison)),
            Some(_) => Err(self.missing(Missing::Operation)),
        }
    }
}
