//! The functions of the catalogue that a formula calls, as helpers with names of their own.

use super::target::Target;
use crate::activation::{Activation, Language};
use crate::formula::tree::{Formula, Node};

/// Finds the code of a function of the catalogue, with the values of its parameters put in, as
/// [`filled`](crate::activation::code::filled) returns it.
pub type Catalogue<'a> = dyn Fn(&Activation, &[f64], Language) -> String + 'a;

/// The helpers of a formula.
#[derive(Default)]
pub struct Helpers {
    /// The name for each node that is a call.
    names: Vec<Option<String>>,
    made: Vec<Helper>,
    imports: Vec<String>,
}

/// A function of the catalogue with its parameters.
struct Helper {
    act: &'static Activation,
    p: Vec<f64>,
    name: String,
    /// Its code without imports.
    code: String,
}

impl Helpers {
    /// The helpers of a formula with parameters `p`: one for each function and its own parameters.
    pub fn new(
        formula: &Formula,
        p: &[f64],
        language: Language,
        target: &dyn Target,
        catalogue: &Catalogue<'_>,
    ) -> Self {
        let mut values = Vec::new();
        formula.values(0.0, p, &mut values);
        let mut helpers = Self::default();
        for (node, moves) in formula.nodes().iter().zip(formula.moving()) {
            let name = match *node {
                Node::Call(call) if moves => match target.own_name(call.act.id) {
                    Some(name) => Some(name.to_owned()),
                    None => call.parameters(|place| values[usize::from(place)]).map(|own| {
                        let own = &own[..call.act.params.len()];
                        helpers.named(call.act, own, || catalogue(call.act, own, language))
                    }),
                },
                _ => None,
            };
            helpers.names.push(name);
        }
        helpers
    }

    /// The name for the call at a place.
    pub fn name(&self, place: usize) -> Option<&str> {
        self.names.get(place)?.as_deref()
    }

    /// Their definitions, with the derivatives that the code of the formula calls.
    pub fn texts(&self, target: &dyn Target, own: &str) -> Vec<String> {
        let text = |helper: &Helper| {
            let call = target.helper_call(&helper.name, true, &super::target::Piece::operand(""));
            let derivative = own.contains(call.text.trim_end_matches(')'));
            target.helper(&helper.name, &helper.code, derivative)
        };
        self.made.iter().map(text).collect()
    }

    /// The lines with which they import what they need.
    pub fn imports(&self) -> &[String] {
        &self.imports
    }

    /// The name of a function with parameters, defined now if it is not yet.
    fn named(&mut self, act: &'static Activation, p: &[f64], code: impl Fn() -> String) -> String {
        if let Some(known) = self.made.iter().find(|known| known.act == act && known.p == p) {
            return known.name.clone();
        }
        let earlier = self.made.iter().filter(|known| known.act == act).count();
        let name =
            if earlier == 0 { act.id.to_owned() } else { format!("{}_{}", act.id, earlier + 1) };
        let code = code();
        let is_import = |line: &&str| line.starts_with("import ");
        for import in code.lines().filter(is_import) {
            if !self.imports.iter().any(|known| known == import) {
                self.imports.push(import.to_owned());
            }
        }
        let body: Vec<&str> = code.lines().filter(|line| !is_import(line)).collect();
        let code = body.join("\n").trim().to_owned();
        self.made.push(Helper { act, p: p.to_vec(), name: name.clone(), code });
        name
    }
}
