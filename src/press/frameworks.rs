//! The table of what the frameworks call a function, as HTML.

use super::markdown::escaped;
use super::measured::{Row, at_kinks};
use super::words::Frameworks;
use explorer_core::activation::{Activation, AtKink, Framework, Library};
use explorer_core::numeric::format::{brief, shortest};

/// Frameworks that go together: a function in one of them is there for the other as well.
const GROUPS: [&[Library]; 4] = [
    &[Library::PyTorch],
    &[Library::Jax, Library::Flax],
    &[Library::Keras, Library::TensorFlow],
    &[Library::Onnx],
];

/// The table of one function.
pub fn table(act: &Activation, words: &Frameworks, rows: &[Row]) -> Result<String, String> {
    let mut shown = Vec::new();
    for entry in act.frameworks {
        if !entry.defaults.is_empty() && entry.defaults.len() != act.params.len() {
            return Err(format!("{}: one default for every parameter, or none", entry.call));
        }
        shown.push((entry, kinks(act, entry, words, rows)?));
    }
    let columns = Columns {
        defaults: shown.iter().any(|(entry, _)| !entry.defaults.is_empty()),
        kinks: shown.iter().any(|(_, kinks)| kinks.is_some()),
    };
    let mut html = format!("<table><caption>{}</caption>", caption(act, words, rows));
    html.push_str("<thead><tr>");
    let last = [(columns.defaults, words.defaults), (columns.kinks, words.kinks)];
    let last = last.iter().filter(|(there, _)| *there).map(|(_, name)| *name);
    for name in [words.framework, words.call].into_iter().chain(last) {
        html.push_str(&format!("<th scope=\"col\">{name}</th>"));
    }
    html.push_str("</tr></thead><tbody>");
    for (entry, kinks) in &shown {
        html.push_str(&columns.row(act, entry, kinks.as_deref(), words));
    }
    let has = |group: &[Library]| shown.iter().any(|(entry, _)| group.contains(&entry.library));
    let without: Vec<_> = GROUPS.iter().filter(|group| !has(group)).copied().flatten().collect();
    if !without.is_empty() {
        let width = 2 + usize::from(columns.defaults) + usize::from(columns.kinks);
        let names = without.iter().filter(|library| ***library != Library::Flax);
        let names: Vec<_> = names.map(|library| library.name()).collect();
        let text = words.none.replace("{}", &names.join(words.list));
        html.push_str(&format!("<tr><td colspan=\"{width}\">{text}</td></tr>"));
    }
    html.push_str("</tbody></table>");
    Ok(html)
}

/// Which of the columns a function needs.
struct Columns {
    defaults: bool,
    kinks: bool,
}

impl Columns {
    fn row(
        &self,
        act: &Activation,
        entry: &Framework,
        kinks: Option<&str>,
        words: &Frameworks,
    ) -> String {
        let mut html = format!(
            "<tr><th scope=\"row\">{}</th><td><code translate=\"no\">{}</code></td>",
            entry.library.name(),
            escaped(entry.call)
        );
        if self.defaults && entry.defaults.is_empty() {
            html.push_str("<td>–</td>");
        } else if self.defaults {
            html.push_str(&format!(
                "<td>{} <a class=\"use\" href=\"{}\">{}</a></td>",
                assignments(act, entry.defaults, words),
                address(act, entry.defaults),
                words.take
            ));
        }
        if self.kinks {
            html.push_str(&format!("<td>{}</td>", kinks.unwrap_or(words.not_measured)));
        }
        html.push_str("</tr>");
        html
    }
}

/// `α = 1, λ = 2`, where no line begins with a sign.
fn assignments(act: &Activation, values: &[f64], words: &Frameworks) -> String {
    let each = act.params.iter().zip(values);
    let each: Vec<_> =
        each.map(|(p, v)| format!("{}\u{a0}=\u{a0}{}", p.symbol, brief(*v, 6))).collect();
    each.join(words.comma)
}

/// The address of the function with these parameters, in an attribute.
fn address(act: &Activation, values: &[f64]) -> String {
    let each = act.params.iter().zip(values);
    let each: String = each.map(|(p, v)| format!("&amp;{}={}", p.name, shortest(*v))).collect();
    format!("?view=function&amp;fn={}{each}", act.id)
}

/// `f′(0) = 1`, with the parameters in parentheses where they are not the entry's defaults.
fn kinks(
    act: &Activation,
    entry: &Framework,
    words: &Frameworks,
    rows: &[Row],
) -> Result<Option<String>, String> {
    let at = |x: f64, df: &str| format!("f′({})\u{a0}=\u{a0}{df}", brief(x, 6));
    let (values, params): (Vec<_>, _) = match entry.kink {
        AtKink::Unknown => return Ok(None),
        AtKink::ByVersion(points) => {
            let one_of = |values: &[f64]| {
                let values: Vec<_> = values.iter().map(|v| brief(*v, 6)).collect();
                values.join(words.or)
            };
            let points: Vec<_> = points.iter().map(|(x, dfs)| at(*x, &one_of(dfs))).collect();
            let [open, close] = words.note;
            return Ok(Some(points.join(words.comma) + open + words.by_version + close));
        }
        AtKink::Measured(case) => {
            let found = at_kinks(rows, entry.library, case);
            if found.is_empty() {
                return Err(format!("{}: nothing measured for {case}", entry.call));
            }
            let values = found.iter().map(|row| at(row.x, &brief(row.df, 6)));
            (values.collect(), parameters(case))
        }
        AtKink::House => {
            let (params, points) = house_case(act, entry, rows);
            let values = points.iter().map(|x| at(*x, &brief(act.df(*x, &params), 6)));
            (values.collect(), Some(params))
        }
    };
    let params = params.filter(|params| params != entry.defaults && !params.is_empty());
    let note = params.map_or(String::new(), |params| {
        let [open, close] = words.note;
        format!("{open}{}{close}", assignments(act, &params, words))
    });
    Ok(Some(values.join(words.comma) + &note))
}

/// The parameters and points at which to compute what our convention gives: the entry's own
/// defaults, or, if nothing meets at a kink with them, the case measured in another framework.
fn house_case(act: &Activation, entry: &Framework, rows: &[Row]) -> (Vec<f64>, Vec<f64>) {
    let own = if entry.defaults.is_empty() { act.defaults() } else { entry.defaults.to_vec() };
    let points = act.breaks(&own);
    if !points.is_empty() {
        return (own, points);
    }
    let other = act.frameworks.iter().find_map(|other| match other.kink {
        AtKink::Measured(case) => Some((other.library, case)),
        _ => None,
    });
    let Some((library, case)) = other else { return (own, points) };
    let points = at_kinks(rows, library, case).iter().map(|row| row.x).collect();
    (parameters(case).unwrap_or(own), points)
}

/// The caption: the function, and the source of its derivatives.
fn caption(act: &Activation, words: &Frameworks, rows: &[Row]) -> String {
    let mut caption = words.caption.replace("{}", act.name);
    let mut versions: Vec<String> = Vec::new();
    for entry in act.frameworks {
        let AtKink::Measured(case) = entry.kink else { continue };
        for row in at_kinks(rows, entry.library, case) {
            let version = written(&row.framework);
            if !versions.contains(&version) {
                versions.push(version);
            }
        }
    }
    if versions.is_empty() {
        return caption;
    }
    caption.push_str(&words.measured.replace("{}", &versions.join(words.and)));
    let by_sources = |entry: &Framework| matches!(entry.kink, AtKink::House | AtKink::ByVersion(_));
    if act.frameworks.iter().any(|e| e.library == Library::PyTorch && by_sources(e)) {
        caption.push_str(words.by_sources);
    }
    caption
}

/// Frameworks and versions as the measurements have them, with the names as they are written.
pub fn written(framework: &str) -> String {
    [Library::Jax, Library::TensorFlow, Library::Keras]
        .iter()
        .fold(framework.to_owned(), |text, l| text.replace(&l.name().to_lowercase(), l.name()))
}

/// The parameters in the name of a case: `elu(0.5)`.
pub fn parameters(case: &str) -> Option<Vec<f64>> {
    let (_, list) = case.strip_suffix(')')?.split_once('(')?;
    list.split(',').map(|p| p.parse().ok()).collect()
}
