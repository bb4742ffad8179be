//! Markdown with LaTeX to HTML with MathML.

use super::claims::Claim;
use super::linear;
use super::references::Index;
use super::words::Claims;
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// A function's text.
pub struct Text {
    /// The heading: the function's long name.
    pub title: String,
    /// The sentence after it.
    pub summary: String,
    /// Strengths and weaknesses, as HTML.
    pub body: String,
    /// The differences between the frameworks, as HTML.
    pub frameworks: String,
}

/// The means of a text: formulas, and references to other texts.
pub struct Press<'a> {
    /// For its formulas.
    pub math: &'a Math,
    /// For its links.
    pub index: &'a Index,
}

/// LaTeX to MathML.
pub struct Math(LatexToMathML);

impl Math {
    /// The converter with its default settings.
    pub fn new() -> Result<Self, String> {
        LatexToMathML::new(MathCoreConfig::default())
            .map(Self)
            .map_err(|_| "math-core does not accept its own defaults".to_owned())
    }

    /// A formula on a line of its own; one for each of those between which it has a wide space, so
    /// that they can stand below each other.
    pub fn block(&self, latex: &str) -> Result<String, String> {
        let all = side_by_side(latex).into_iter();
        let all = all.map(|part| self.convert(part, MathDisplay::Block));
        Ok(all.collect::<Result<Vec<_>, _>>()?.join(" "))
    }

    /// A formula in running text.
    pub fn inline(&self, latex: &str) -> Result<String, String> {
        self.convert(latex, MathDisplay::Inline)
    }

    fn convert(&self, latex: &str, display: MathDisplay) -> Result<String, String> {
        let converted = self.0.convert_with_local_state(latex, display);
        let mathml = converted.map(|c| primes(&without_styles(&c.mathml)));
        let mathml = mathml.map_err(|e| format!("${latex}$: {e}"))?;
        super::glyphs::check(&mathml).map_err(|e| format!("${latex}$: {e}"))?;
        let text = linear::text(&mathml).map_err(|e| format!("${latex}$: {e}"))?;
        Ok(with_text(&mathml, &text))
    }
}

/// The formulas that stand beside each other in one: what is between wide spaces outside of braces
/// and environments.
fn side_by_side(latex: &str) -> Vec<&str> {
    let (mut all, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, sign) in latex.char_indices() {
        let rest = &latex[at..];
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            '\\' if rest.starts_with(r"\begin") => depth += 1,
            '\\' if rest.starts_with(r"\end") => depth -= 1,
            '\\' if depth == 0 => {
                if let Some(space) = [r"\qquad", r"\quad"].into_iter().find(|s| rest.starts_with(s))
                {
                    all.push(latex[start..at].trim());
                    start = at + space.len();
                }
            }
            _ => {}
        }
    }
    all.push(latex[start..].trim());
    all
}

/// Reads `# Title`, a one-line summary, two sections, and the one with the heading `last`.
///
/// `lines` is how many lines the file has, which may be more than are given here: those of the
/// claims, which stand before the last section, may be missing.
pub fn text(source: &str, last: &str, lines: usize, press: &Press) -> Result<Text, String> {
    let (title, rest) = source
        .trim_start()
        .strip_prefix("# ")
        .and_then(|s| s.split_once('\n'))
        .ok_or("the first line must be the heading, `# Long name`")?;
    let (summary, body) = rest
        .trim_start()
        .split_once("\n\n")
        .filter(|(summary, _)| !summary.starts_with('#') && !summary.contains('\n'))
        .ok_or("a one-line summary and an empty line must follow the heading")?;
    let first = source[..source.len() - body.len()].matches('\n').count() + 1;
    let (body, frameworks) = body
        .split_once(&format!("\n## {last}\n\n"))
        .ok_or_else(|| format!("the last section must be `## {last}`"))?;
    if body.matches("\n- ").count() < 2 || body.matches("## ").count() != 2 {
        return Err("two sections with lists are expected: strengths and weaknesses".into());
    }
    let bullets = frameworks.lines().filter(|line| line.starts_with("- ")).count();
    if !(1..=3).contains(&bullets) || frameworks.contains("## ") {
        return Err(format!("`## {last}` must be a list of one to three, and come last"));
    }
    let first_of_last = (lines + 1).saturating_sub(frameworks.lines().count());
    Ok(Text {
        title: escaped(title),
        summary: escaped(summary),
        body: render(body, first, press)?,
        frameworks: render(frameworks, first_of_last, press)?,
    })
}

/// Claims, with the numbers of their lines, as HTML; nothing if there are none.
pub fn claims(claims: &[(usize, Claim)], words: &Claims, press: &Press) -> Result<String, String> {
    if claims.is_empty() {
        return Ok(String::new());
    }
    let each = claims.iter().map(|(line, said)| claim(said, *line, words, press));
    let each: Result<String, String> = each.collect();
    Ok(format!("<div class=\"claims\">{}</div>", each?))
}

/// Claims as lines that unfold: the verdict and what is said, and behind them why.
///
/// Those about this function before those about many, and what is wrong before what is right.
pub fn folded(claims: &[(usize, Claim)], words: &Claims, press: &Press) -> Result<String, String> {
    if claims.is_empty() {
        return Ok(String::new());
    }
    let mut order: Vec<_> = claims.iter().collect();
    order.sort_by_key(|(_, claim)| (claim.shared, claim.verdict.rank()));
    let each = order.into_iter().map(|(line, claim)| fold(claim, *line, words, press));
    let each: Result<String, String> = each.collect();
    Ok(format!("<div class=\"claims\">{}</div>", each?))
}

/// One of them.
fn fold(claim: &Claim, line: usize, words: &Claims, press: &Press) -> Result<String, String> {
    let Claim { id, verdict, link, text, .. } = claim;
    let (quote, why) = text.split_once('”').ok_or_else(|| format!("line {line}: no quotation"))?;
    let quote = inline(&format!("{quote}”"), line, press)?;
    let why = inline(why.trim_start(), line, press)?;
    let show = link.map_or_else(String::new, |link| {
        let (link, show) = (link.replace('&', "&amp;"), words.show);
        format!(" <a class=\"show\" href=\"{link}\">{show}</a>")
    });
    let (name, word) = (verdict.name(), (words.verdict)(*verdict));
    Ok(format!(
        "<details class=\"claim\" data-claim=\"{id}\" data-verdict=\"{name}\">\
         <summary><span class=\"verdict\">{word}</span> <span class=\"quote\">{quote}</span></summary>\
         <p>{why}{show}</p></details>"
    ))
}

/// One claim as HTML: its verdict, what is said and why, and the way to a state that shows it.
fn claim(claim: &Claim, line: usize, words: &Claims, press: &Press) -> Result<String, String> {
    let Claim { id, verdict, link, text, .. } = claim;
    let html = render(text, line, press)?;
    let html = html.trim_end();
    if html.matches("<p>").count() != 1 || !html.ends_with("</p>") {
        return Err(format!("line {line}: claim {id}: one paragraph is expected, not {html}"));
    }
    let show = link.map_or_else(String::new, |link| {
        let (link, show) = (link.replace('&', "&amp;"), words.show);
        format!("<a class=\"show\" href=\"{link}\">{show}</a>")
    });
    let (name, word) = (verdict.name(), (words.verdict)(*verdict));
    Ok(format!(
        "<div class=\"claim\" data-claim=\"{id}\" data-verdict=\"{name}\">\
         <span class=\"verdict\">{word}</span>{html}{show}</div>"
    ))
}

/// Punctuation that must not begin a line, as it could after a formula.
const CLOSING: &str = ",.;:!?)]，。；：、！？）”’";

/// Markdown as HTML. What is wrong is told with the line, of which the first has the number
/// `first`.
pub fn render(source: &str, first: usize, press: &Press) -> Result<String, String> {
    const OPTIONS: Options = Options::ENABLE_MATH.union(Options::ENABLE_TABLES);
    let mut events: Vec<Event> = Vec::new();
    let mut after_formula = false;
    for (mut event, at) in Parser::new_ext(source, OPTIONS).into_offset_iter() {
        let here = |why: String| {
            format!("line {}: {why}", first + source[..at.start].matches('\n').count())
        };
        if let (true, Event::Text(text), Some(formula)) = (after_formula, &event, events.last_mut())
            && let Some((kept, rest)) = closed(formula, text)
        {
            *formula = Event::InlineHtml(kept.into());
            event = Event::Text(rest.into());
        }
        after_formula = matches!(event, Event::InlineMath(_));
        let html = match &event {
            Event::InlineMath(latex) => press.math.inline(latex).map_err(here)?,
            Event::DisplayMath(latex) => press.math.block(latex).map_err(here)?,
            Event::Start(Tag::Link { dest_url, .. }) => press.index.link(dest_url).map_err(here)?,
            Event::End(TagEnd::Link) => "</a>".into(),
            Event::Start(Tag::Image { .. }) => {
                return Err(here("a live component must be a paragraph of its own".into()));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                return Err(here(format!("no HTML is expected in a text: {html}")));
            }
            Event::Code(code) => format!("<code translate=\"no\">{}</code>", escaped(code)),
            // A dollar sign left over is a formula without an end, or with braces that do not match.
            Event::Text(text) if text.contains(['*', '$']) || text.contains("](") => {
                return Err(here(format!("Markdown that was not understood: {text}")));
            }
            Event::Text(text) if [" = ", " ≈ ", "′("].iter().any(|part| text.contains(part)) => {
                // An equation that is broken over two lines is hard to read, and so is f′(x).
                let kept = text.replace(" = ", "\u{a0}=\u{a0}").replace(" ≈ ", "\u{a0}≈\u{a0}");
                let kept = kept.replace("′(", "′\u{2060}(");
                events.push(Event::Text(kept.into()));
                continue;
            }
            Event::Start(Tag::Table(_)) => {
                // On a narrow page the table scrolls, not the page.
                events.push(Event::Html("<div class=\"table\">".into()));
                events.push(event);
                continue;
            }
            Event::End(TagEnd::Table) => {
                events.push(event);
                "</div>".into()
            }
            _ => {
                events.push(event);
                continue;
            }
        };
        events.push(Event::InlineHtml(html.into()));
    }
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    Ok(without_styles(&formulas(&out)))
}

/// A formula together with the punctuation that `text` begins with, and the rest of the text.
fn closed(formula: &Event, text: &str) -> Option<(String, String)> {
    let Event::InlineHtml(math) = formula else { return None };
    let end = text.find(|c| !CLOSING.contains(c)).unwrap_or(text.len());
    let (close, rest) = text.split_at(end);
    let kept = || format!("<span class=\"kept\">{math}{close}</span>");
    (end > 0).then(|| (kept(), rest.to_owned()))
}

/// A line of text as HTML without a paragraph around it.
pub fn inline(source: &str, line: usize, press: &Press) -> Result<String, String> {
    let html = render(source, line, press)?;
    let inner = html.trim_end().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>"));
    let inner = inner.filter(|html| !html.contains("<p>"));
    inner.map(str::to_owned).ok_or_else(|| format!("line {line}: not one line of text: {html}"))
}

/// A formula that is a paragraph of its own becomes a block that can scroll by itself.
fn formulas(html: &str) -> String {
    let mut out = String::new();
    for (index, part) in html.split("<p><math display=\"block\"").enumerate() {
        if index == 0 {
            out.push_str(part);
            continue;
        }
        match part.split_once("</math></p>") {
            // The end of another paragraph would mean that words follow the formula.
            Some((math, rest)) if !math.contains("</p>") => out.push_str(&format!(
                "<div class=\"formula\"><math display=\"block\"{math}</math></div>{rest}"
            )),
            _ => out.push_str(&format!("<p><math display=\"block\"{part}")),
        }
    }
    out
}

/// Plain text as HTML.
pub fn escaped(text: &str) -> String {
    text.trim().replace('&', "&amp;").replace('<', "&lt;")
}

/// A formula with its text for readers that have no MathML and for the clipboard, and with the
/// note that there is nothing in it to translate.
fn with_text(mathml: &str, text: &str) -> String {
    let (open, rest) = mathml.split_once('>').unwrap_or((mathml, ""));
    let text = escaped(text).replace('>', "&gt;").replace('"', "&quot;");
    format!("{open} translate=\"no\" alttext=\"{text}\">{rest}")
}

/// A formula whose primes are characters of their own: as superscripts they are only legible in a
/// font made for formulas, and not every system has one.
fn primes(mathml: &str) -> String {
    const PRIME: &str = "<mo>′</mo></msup>";
    let mut out = String::new();
    let mut parts = mathml.split(PRIME).peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_none() {
            return out;
        }
        // What is primed begins where the last superscript was opened.
        let base = out.rfind("<msup>").filter(|at| !out[*at..].contains("</msup>"));
        let Some(at) = base else {
            out.push_str(PRIME);
            continue;
        };
        let base = out.split_off(at);
        let base = base.trim_start_matches("<msup>");
        // The space after the name of a function belongs after its prime.
        let after = " rspace=\"0.1667em\"";
        let space = if base.contains(after) { "<mspace width=\"0.1667em\"/>" } else { "" };
        let base = base.replace(after, " rspace=\"0\"");
        out.push_str(&format!("<mrow>{base}<mtext class=\"prime\">′</mtext>{space}</mrow>"));
    }
    out
}

/// HTML without `style` attributes: the page's security policy forbids them. Its stylesheet says
/// the same of the cells of formulas, and of those of tables by class.
fn without_styles(html: &str) -> String {
    let html = html.replace(" style=\"text-align: right\"", " class=\"right\"");
    let mut parts = html.split(" style=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn formulas_are_parted_at_wide_spaces_outside_of_braces() {
        let parts = side_by_side(r"f(x) = x, \qquad f'(x) = 1, \quad x \in {\quad}");
        assert_eq!(parts, ["f(x) = x,", "f'(x) = 1,", r"x \in {\quad}"]);
        let cases = r"\begin{cases} 0 & x<0 \\ 1, \quad & x>0 \end{cases}";
        assert_eq!(side_by_side(cases), [cases]);
        assert_eq!(side_by_side(r"a\,b"), [r"a\,b"]);
    }
}
