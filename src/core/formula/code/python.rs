//! Python: NumPy, PyTorch, JAX and Keras.

use super::target::{Piece, Target, indented};
use crate::activation::Language;
use crate::formula::operation::{Binary, Relation, Unary};
use crate::formula::print::Binding;
use crate::numeric::format::shortest;

/// Python with one of its libraries.
pub struct Python {
    /// The library.
    pub language: Language,
}

impl Python {
    /// The module with the elementary functions.
    const fn module(&self) -> &'static str {
        match self.language {
            Language::PyTorch => "torch",
            Language::Jax => "jnp",
            Language::Keras => "keras.ops",
            _ => "np",
        }
    }

    fn call(&self, name: &str, arguments: &[&Piece]) -> Piece {
        let texts: Vec<&str> = arguments.iter().map(|piece| piece.text.as_str()).collect();
        let name = if name.contains('.') || name.starts_with("erf") {
            name.to_owned()
        } else {
            format!("{}.{name}", self.module())
        };
        Piece::operand(format!("{name}({})", texts.join(", ")))
    }

    /// An elementary function of numbers alone, by Python's own module.
    fn of_numbers(&self, unary: Unary, u: &Piece) -> Piece {
        let name = match unary {
            Unary::Ln => "math.log",
            Unary::Abs => "abs",
            other => return Piece::operand(format!("math.{}({})", other.name(), u.text)),
        };
        Piece::operand(format!("{name}({})", u.text))
    }
}

impl Target for Python {
    fn number(&self, value: f64) -> Piece {
        if value.is_nan() {
            return Piece::operand("math.nan");
        }
        if value.is_infinite() {
            let inf = Piece::operand("math.inf");
            return if value > 0.0 { inf } else { Piece::negative(&inf) };
        }
        let mut text = shortest(value.abs());
        if !text.contains(['.', 'e']) {
            text.push_str(".0");
        }
        let number = Piece::operand(text);
        if value.is_sign_negative() { Piece::negative(&number) } else { number }
    }

    fn pi(&self) -> Piece {
        Piece::operand("math.pi")
    }

    fn e(&self) -> Piece {
        Piece::operand("math.e")
    }

    fn parameter(&self, letter: char) -> Piece {
        Piece::operand(letter)
    }

    fn parameter_line(&self, letter: char, value: f64) -> String {
        format!("{letter} = {}", self.number(value).text)
    }

    fn unary(&self, unary: Unary, u: &Piece, moves: bool) -> Piece {
        if !moves {
            return self.of_numbers(unary, u);
        }
        match (unary, self.language) {
            (Unary::Ln, _) => self.call("log", &[u]),
            (Unary::Step, Language::PyTorch) => {
                Piece::operand(format!("torch.where({} >= 0.0, 1.0, 0.0)", u.text))
            }
            (Unary::Step, Language::Keras) => {
                Piece::operand(format!("keras.ops.where({} >= 0.0, 1.0, 0.0)", u.text))
            }
            (Unary::Step, _) => self.call("heaviside", &[u, &self.number(1.0)]),
            (Unary::Erf | Unary::Erfc, Language::NumPy) => self.call(unary.name(), &[u]),
            (Unary::Erf, Language::PyTorch) => self.call("torch.special.erf", &[u]),
            (Unary::Erfc, Language::PyTorch) => self.call("torch.special.erfc", &[u]),
            (Unary::Erf, Language::Jax) => self.call("jax.scipy.special.erf", &[u]),
            (Unary::Erfc, Language::Jax) => self.call("jax.scipy.special.erfc", &[u]),
            (Unary::Erf, _) => self.call("keras.ops.erf", &[u]),
            // Keras has no erfc; this loses the right tail.
            (Unary::Erfc, _) => {
                Piece::infix(&self.number(1.0), "-", &self.call("keras.ops.erf", &[u]))
            }
            _ => self.call(unary.name(), &[u]),
        }
    }

    fn power(&self, a: &Piece, b: &Piece, whole: Option<i32>) -> Piece {
        let exponent = whole.map_or_else(|| b.held(Binding::Signed), |whole| whole.to_string());
        Piece {
            text: format!("{} ** {exponent}", a.held(Binding::Operand)),
            binding: Binding::Power,
        }
    }

    fn extreme(&self, op: Binary, a: (&Piece, bool), b: (&Piece, bool)) -> Piece {
        let min = op == Binary::Min;
        let (moving, still) = match (a.1, b.1) {
            (false, false) => {
                let name = if min { "min" } else { "max" };
                return Piece::operand(format!("{name}({}, {})", a.0.text, b.0.text));
            }
            (true, false) => (a.0, b.0),
            (false, true) => (b.0, a.0),
            (true, true) => {
                return self.call(if min { "minimum" } else { "maximum" }, &[a.0, b.0]);
            }
        };
        if self.language == Language::PyTorch {
            let end = if min { "max" } else { "min" };
            return Piece::operand(format!("torch.clamp({}, {end}={})", moving.text, still.text));
        }
        self.call(if min { "minimum" } else { "maximum" }, &[a.0, b.0])
    }

    fn choice(
        &self,
        (left, relation, right): (&Piece, Relation, &Piece),
        moves: bool,
        yes: &Piece,
        no: &Piece,
    ) -> Piece {
        let comparison = format!("{} {} {}", left.text, relation.sign(), right.text);
        if moves {
            return self.call("where", &[&Piece::operand(comparison), yes, no]);
        }
        Piece::operand(format!("({} if {comparison} else {})", yes.text, no.text))
    }

    fn everywhere(&self, value: &Piece) -> Piece {
        self.call("where", &[&Piece::operand("x == x"), value, &Piece::operand("x")])
    }

    fn function(&self, name: &str, lines: &[(String, Piece)], value: &Piece) -> String {
        let mut text = format!("def {name}(x):\n");
        for (name, piece) in lines {
            text.push_str(&format!("    {name} = {}\n", piece.text));
        }
        text + &format!("    return {}", value.text)
    }

    fn own_name(&self, id: &str) -> Option<&'static str> {
        Some(match (self.language, id) {
            (Language::PyTorch, "sigmoid") => "torch.sigmoid",
            (Language::PyTorch, "tanh") => "torch.tanh",
            (Language::PyTorch, "relu") => "torch.relu",
            (Language::Jax, "sigmoid") => "jax.nn.sigmoid",
            (Language::Jax, "tanh") => "jnp.tanh",
            (Language::Jax, "relu") => "jax.nn.relu",
            (Language::Keras, "sigmoid") => "keras.ops.sigmoid",
            (Language::Keras, "tanh") => "keras.ops.tanh",
            (Language::Keras, "relu") => "keras.ops.relu",
            _ => return None,
        })
    }

    fn helper(&self, name: &str, code: &str, d: bool) -> String {
        if let Some(layer) = code.strip_prefix("f = ") {
            return format!("{name} = {layer}");
        }
        let top = |line: &str| !line.is_empty() && !line.starts_with([' ', ')', '#']);
        let alone = code.lines().filter(|line| top(line)).all(|line| line.starts_with("def "));
        if alone {
            return renamed(
                &renamed(code, "df(", &format!("d_{name}(")),
                "f(",
                &format!("{name}("),
            );
        }
        // Names of its own stay inside, so that they are not those of parameters.
        let (names, values) =
            if d { (format!("{name}, d_{name}"), "f, df") } else { (name.to_owned(), "f") };
        let inside = indented(code);
        format!("def make_{name}():\n{inside}\n\n    return {values}\n\n{names} = make_{name}()")
    }

    fn helper_call(&self, name: &str, d: bool, u: &Piece) -> Piece {
        let d = if d { "d_" } else { "" };
        Piece::operand(format!("{d}{name}({})", u.text))
    }

    fn preamble(&self, own: &str, helpers: &[String], imports: &[String]) -> String {
        const IMPORTS: [(&str, &str); 7] = [
            ("math.", "import math"),
            ("flax.", "import flax.linen"),
            ("jax.", "import jax"),
            ("jnp.", "import jax.numpy as jnp"),
            ("keras.", "import keras"),
            ("np.", "import numpy as np"),
            ("torch.", "import torch"),
        ];
        let named = |text: &str, mark: &str| {
            text.match_indices(mark).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.')
            })
        };
        // Without another library NumPy has no error function.
        let special = ["erf", "erfc"].into_iter().filter(|name| named(own, &format!("{name}(")));
        let special: Vec<String> = special
            .map(|name| format!("{name} = np.vectorize(math.{name}, otypes=[float])"))
            .collect();
        let whole = [own, &helpers.join("\n"), &special.join("\n")].join("\n");
        let needed = IMPORTS.iter().filter(|(mark, import)| {
            named(&whole, mark) || imports.iter().any(|line| line == import)
        });
        let lines: Vec<&str> = needed.map(|(_, import)| *import).collect();
        let parts = [lines.join("\n"), special.join("\n")];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// A text with another name for a function where that is called or defined.
fn renamed(code: &str, from: &str, to: &str) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (at, _) in code.match_indices(from) {
        let before = code[..at].chars().next_back();
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
            out.push_str(&code[done..at]);
            out.push_str(to);
            done = at + from.len();
        }
    }
    out + &code[done..]
}
