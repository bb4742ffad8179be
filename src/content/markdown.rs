//! Markdown with LaTeX to HTML with MathML, for the build script.

use crate::claims::{Claim, Verdict};
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};
use pulldown_cmark::{Event, Options, Parser, html};

/// A function's text.
pub struct Text {
    /// The heading: the function's long name.
    pub title: String,
    /// The sentence after it.
    pub summary: String,
    /// Strengths and weaknesses, as HTML.
    pub body: String,
    /// What differs between the frameworks, as HTML.
    pub frameworks: String,
}

/// The words around claims, `[3.72 false](?view=…) “…” …`, in one language.
pub struct Words {
    /// The heading of a function's claims.
    pub heading: &'static str,
    /// The text of the link to a state that shows it.
    pub show: &'static str,
    /// What a verdict is called.
    pub verdict: fn(Verdict) -> &'static str,
}

/// The words in the language called `lang`.
pub fn words(lang: &str) -> Result<&'static Words, String> {
    const ENGLISH: Words =
        Words { heading: "What people say", show: "show me", verdict: Verdict::name };
    const CHINESE: Words = Words {
        heading: "常见说法",
        show: "演示",
        verdict: |verdict| match verdict {
            Verdict::True => "正确",
            Verdict::False => "错误",
            Verdict::Misleading => "易误导",
            Verdict::Depends => "视情况",
        },
    };
    match lang {
        "en" => Ok(&ENGLISH),
        "zh" => Ok(&CHINESE),
        _ => Err(format!("no words around claims in `{lang}`")),
    }
}

/// LaTeX to MathML.
pub struct Math(LatexToMathML);

impl Math {
    pub fn new() -> Result<Self, String> {
        LatexToMathML::new(MathCoreConfig::default())
            .map(Self)
            .map_err(|_| "math-core does not accept its own defaults".to_owned())
    }

    /// A formula on a line of its own.
    pub fn block(&self, latex: &str) -> Result<String, String> {
        self.convert(latex, MathDisplay::Block)
    }

    /// A formula in running text.
    pub fn inline(&self, latex: &str) -> Result<String, String> {
        self.convert(latex, MathDisplay::Inline)
    }

    fn convert(&self, latex: &str, display: MathDisplay) -> Result<String, String> {
        let converted = self.0.convert_with_local_state(latex, display);
        converted.map(|c| without_styles(&c.mathml)).map_err(|e| format!("${latex}$: {e}"))
    }
}

/// Reads `# Title`, a one-line summary, two sections, and the one with the heading `last`.
pub fn text(source: &str, last: &str, math: &Math) -> Result<Text, String> {
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
    Ok(Text {
        title: escaped(title),
        summary: escaped(summary),
        body: render(body, math)?,
        frameworks: render(frameworks, math)?,
    })
}

/// Claims, with the numbers of their lines, as HTML; nothing if there are none.
pub fn claims(claims: &[(usize, Claim)], words: &Words, math: &Math) -> Result<String, String> {
    if claims.is_empty() {
        return Ok(String::new());
    }
    let each = claims
        .iter()
        .map(|(line, said)| claim(said, words, math).map_err(|why| format!("line {line}: {why}")));
    let each: Result<String, String> = each.collect();
    Ok(format!("<div class=\"claims\">{}</div>", each?))
}

/// One claim as HTML: its verdict, what is said and why, and the way to a state that shows it.
pub fn claim(claim: &Claim, words: &Words, math: &Math) -> Result<String, String> {
    let Claim { id, verdict, link, text } = claim;
    let html = render(text, math).map_err(|e| format!("claim {id}: {e}"))?;
    let html = html.trim_end();
    if html.matches("<p>").count() != 1 || !html.ends_with("</p>") {
        return Err(format!("claim {id}: one paragraph is expected, not {html}"));
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

fn render(source: &str, math: &Math) -> Result<String, String> {
    let mut failure = None;
    let events = Parser::new_ext(source, Options::ENABLE_MATH).map(|event| {
        let mathml = match &event {
            Event::InlineMath(latex) => math.inline(latex),
            Event::DisplayMath(latex) => math.block(latex),
            _ => return event,
        };
        match mathml {
            Ok(mathml) => Event::InlineHtml(mathml.into()),
            Err(why) => {
                failure.get_or_insert(why);
                event
            }
        }
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    failure.map_or(Ok(out), Err)
}

/// Plain text as HTML.
pub fn escaped(text: &str) -> String {
    text.trim().replace('&', "&amp;").replace('<', "&lt;")
}

/// MathML without `style` attributes: the page's security policy forbids them, and its
/// stylesheet says the same of table cells.
fn without_styles(mathml: &str) -> String {
    let mut parts = mathml.split(" style=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}
