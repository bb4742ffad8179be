//! A formula as one line of text: `f(x) = 1/(1 + e^(−x))`, for readers that have no MathML and for
//! the clipboard.

use roxmltree::{Document, Node};

/// Signs that stand between two things, with a space on either side.
const BETWEEN: &str = "=<>≤≥≈≠∈∉∼→±+−×⋅|⇒";

/// The roles of what stands in a row.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// A number, a letter, a closing bracket: something may be done with it.
    Operand,
    /// A fraction, which must not run into what follows.
    Fraction,
    /// The name of a function, before what it is taken of.
    Name,
    /// A sign between two things; before one alone it is a sign of that.
    Sign,
    /// An opening bracket, or a comma: something begins after it.
    Open,
    /// A closing bracket.
    Close,
    /// Space.
    Space,
}

/// The text of a formula in MathML. What is wrong with the MathML is told.
pub fn text(mathml: &str) -> Result<String, String> {
    let document = Document::parse(mathml).map_err(|e| e.to_string())?;
    Ok(row(document.root_element())?.trim().to_owned())
}

/// The children of an element, one after the other.
fn row(parent: Node) -> Result<String, String> {
    let mut pieces = Vec::new();
    for node in parent.children().filter(Node::is_element) {
        pieces.push(piece(node)?);
    }
    // The brace before the cases of a function has no partner in the formula.
    if pieces.first().is_some_and(|p| p.0 == "{") && !pieces.iter().any(|p| p.0 == "}") {
        pieces.push(("}".to_owned(), Role::Close));
    }
    let mut out = String::new();
    let (mut before, mut scripted) = (Role::Open, false);
    for (index, (text, role)) in pieces.iter().enumerate() {
        let next = pieces[index + 1..].iter().find(|p| p.1 != Role::Space);
        let ends = |role| matches!(role, Role::Operand | Role::Close | Role::Fraction);
        // A fraction beside a factor is bracketed, as it would take that in.
        let factor = next.is_some_and(|(text, role)| {
            !matches!(role, Role::Sign | Role::Close) && text != "," && text != "."
        });
        let bracketed = *role == Role::Fraction && (ends(before) || before == Role::Name || factor);
        let text = if bracketed { &format!("({text})") } else { text };
        match role {
            Role::Space if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            Role::Space => {}
            Role::Sign if ends(before) => {
                let space = if out.ends_with(' ') { "" } else { " " };
                out += &format!("{space}{text} ");
            }
            Role::Close => {
                out.truncate(out.trim_end().len());
                out += text;
            }
            _ if text == "," || text == ";" => {
                out.truncate(out.trim_end().len());
                out += &format!("{text} ");
            }
            _ => {
                let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let (last, first) = (out.chars().next_back(), text.chars().next());
                let named = *role == Role::Name || before == Role::Name;
                let apart = named && (word(last) || last == Some('′')) && word(first);
                // What follows an index or an exponent is no part of it.
                let after = scripted && (word(first) || first.is_some_and(|c| "(√∂".contains(c)));
                if (apart || after) && !out.ends_with(' ') {
                    out.push(' ');
                }
                out += text;
            }
        }
        if *role != Role::Space {
            before = *role;
            scripted = text.contains(['^', '_']) && *role != Role::Fraction;
        }
    }
    Ok(out.trim_end().to_owned())
}

/// One element as text, and its role in a row.
fn piece(node: Node) -> Result<(String, Role), String> {
    let child = |index: usize| {
        node.children().filter(Node::is_element).nth(index).ok_or("a formula lacks a part")
    };
    let part = |index: usize| -> Result<String, String> { Ok(piece(child(index)?)?.0) };
    // An index or an exponent, in brackets unless it is one thing.
    let script = |index: usize| -> Result<String, String> { bracketed(child(index)?, is_one) };
    let below =
        |sign: &str| -> Result<String, String> { Ok(format!("{}{sign}{}", part(0)?, script(1)?)) };
    let role = |index: usize| -> Result<Role, String> { Ok(piece(child(index)?)?.1) };
    let text: String = node.text().unwrap_or_default().replace(['\u{2061}', '\u{2063}'], "");
    Ok(match node.tag_name().name() {
        "mi" if text.chars().count() > 1 => (text, Role::Name),
        "mi" | "mn" => (text, Role::Operand),
        // The prime belongs to what is before it.
        "mtext" if text.trim().is_empty() => (String::new(), Role::Space),
        "mtext" if text == "′" => (text, Role::Operand),
        "mtext" => (text.replace('\u{a0}', " "), Role::Name),
        "mspace" => (String::new(), Role::Space),
        "mo" => {
            let role = match text.as_str() {
                "" => Role::Space,
                "(" | "[" | "{" | "," | ";" => Role::Open,
                ")" | "]" | "}" => Role::Close,
                "|" if node.attribute("stretchy") == Some("false") => Role::Operand,
                sign if BETWEEN.contains(sign) => Role::Sign,
                name if name.chars().all(char::is_alphabetic) => Role::Name,
                _ => Role::Operand,
            };
            (text, role)
        }
        "mfrac" => {
            let whole = |index| bracketed(child(index)?, is_factor);
            let under = |index| bracketed(child(index)?, is_one);
            (format!("{}/{}", whole(0)?, under(1)?), Role::Fraction)
        }
        "msqrt" => (format!("√{}", bracketed_row(node)?), Role::Operand),
        "msup" => (below("^")?, role(0)?),
        "msub" | "munder" => (below("_")?, role(0)?),
        "msubsup" | "munderover" => {
            (format!("{}_{}^{}", part(0)?, script(1)?, script(2)?), role(0)?)
        }
        "mover" => (part(0)?, role(0)?),
        "mtable" => {
            let rows = node.children().filter(Node::is_element).map(|line| {
                let cells = line.children().filter(Node::is_element).map(row);
                let cells: Result<Vec<String>, String> = cells.collect();
                cells.map(|cells| joined(&cells))
            });
            (rows.collect::<Result<Vec<String>, String>>()?.join("; "), Role::Operand)
        }
        "mrow" | "mstyle" | "mpadded" => {
            let text = row(node)?;
            let one = node.children().filter(Node::is_element).count() == 1;
            // The name of a function stays one with a prime.
            let role = if one || text.ends_with('′') { role(0)? } else { Role::Operand };
            (text, role)
        }
        other => return Err(format!("<{other}> has no form in a line of text")),
    })
}

/// The cells of a row of a table: those of an equation are one after the other, those of a case
/// have a comma between them.
fn joined(cells: &[String]) -> String {
    let filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    filled.fold(String::new(), |out, cell| {
        let open = out.is_empty() || out.ends_with(',');
        let equation = cell.starts_with(['=', '≤', '≈']);
        let between = if open && out.is_empty() {
            ""
        } else if open || equation {
            " "
        } else {
            ", "
        };
        out + between + cell
    })
}

/// An element as text, in brackets unless it can do without.
fn bracketed(node: Node, without: fn(Node) -> bool) -> Result<String, String> {
    let text = piece(node)?.0;
    Ok(if without(node) { text } else { format!("({text})") })
}

/// What is under a root, likewise.
fn bracketed_row(node: Node) -> Result<String, String> {
    let mut inside = node.children().filter(Node::is_element);
    let one = match (inside.next(), inside.next()) {
        (Some(only), None) => is_one(only),
        _ => false,
    };
    let text = row(node)?;
    Ok(if one { text } else { format!("({text})") })
}

/// Whether an element is a number, a letter or a root.
fn is_one(node: Node) -> bool {
    match node.tag_name().name() {
        "mi" | "mn" | "mo" | "msqrt" => true,
        "mrow" => {
            let mut inside = node.children().filter(Node::is_element);
            matches!((inside.next(), inside.next()), (Some(only), None) if is_one(only))
        }
        _ => false,
    }
}

/// Whether an element is a product of such, with indices and powers: it can stand over a line.
fn is_factor(node: Node) -> bool {
    match node.tag_name().name() {
        "mi" | "mn" | "msup" | "msub" | "msqrt" | "mtext" => true,
        "mo" => node.text().is_none_or(|sign| !BETWEEN.contains(sign)),
        "mrow" => node.children().filter(Node::is_element).all(is_factor),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::Math;

    #[test]
    fn a_formula_is_a_line_that_can_be_read() {
        let math = Math::new().unwrap();
        for (latex, wanted) in [
            ("e^x", "e^x"),
            (r"f(x) = \frac{1}{1 + e^{-x}}", "f(x) = 1/(1 + e^(−x))"),
            ("f'(x)=f(x)\\,(1-f(x))", "f′(x) = f(x) (1 − f(x))"),
            (r"\tanh x", "tanh x"),
            (r"\tanh' x", "tanh′ x"),
            (r"f\text{′}(x)", "f′(x)"),
            (r"\tanh(x)", "tanh(x)"),
            (r"x\,\Phi(x)", "x Φ(x)"),
            (r"\frac{1}{2}\,x", "(1/2) x"),
            (r"\sqrt{12}\approx3.46", "√12 ≈ 3.46"),
            (r"\sqrt{2/\pi}", "√(2/π)"),
            (r"\operatorname{erf}\frac{x}{\sqrt2}", "erf(x/√2)"),
            (r"x_i^2", "x_i^2"),
            (r"\sum_{i=1}^n w_i x_i+b", "∑_(i = 1)^n w_i x_i + b"),
            (r"9.5\times10^{-7}", "9.5 × 10^(−7)"),
            (r"(1,-1,1) + (-2,2,-2)", "(1, −1, 1) + (−2, 2, −2)"),
            (
                r"f(x) = \begin{cases} x & x>0 \\ \alpha\,(e^x-1) & x\le 0, \end{cases}",
                "f(x) = {x, x > 0; α (e^x − 1), x ≤ 0,}",
            ),
            (r"\frac{\partial L}{\partial w_i} = \delta\, x_i.", "∂L/(∂w_i) = δ x_i."),
        ] {
            let html = math.inline(latex).unwrap();
            let text = html.split_once("alttext=\"").unwrap().1.split_once('"').unwrap().0;
            assert_eq!(text.replace("&lt;", "<").replace("&gt;", ">"), wanted, "{latex}: {html}");
        }
    }

    #[test]
    fn what_has_no_form_in_a_line_is_told() {
        assert!(super::text("<math><mfoo/></math>").unwrap_err().contains("<mfoo>"));
        assert!(super::text("<math><mi>x</math>").is_err());
    }
}
