//! A text of the lesson as it is written: `# Title`, a lead, sections `## Heading {#id}`.

/// A text with the numbers of its lines.
#[derive(Debug, PartialEq)]
pub struct Sheet<'a> {
    /// The title.
    pub title: &'a str,
    /// The first paragraph: one line.
    pub lead: Lines<'a>,
    /// The text between the lead and the first section, if there is any.
    pub before: Lines<'a>,
    /// The sections.
    pub sections: Vec<Section<'a>>,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines<'a> {
    /// The number of its first line.
    pub first: usize,
    /// The lines.
    pub text: &'a str,
}

/// A section.
#[derive(Debug, PartialEq)]
pub struct Section<'a> {
    /// The line of its heading.
    pub line: usize,
    /// Its name in addresses.
    pub id: &'a str,
    /// Its heading.
    pub heading: &'a str,
    /// Its text.
    pub body: Lines<'a>,
}

/// Reads a text.
pub fn read(source: &str) -> Result<Sheet<'_>, String> {
    let (title, rest) = source
        .strip_prefix("# ")
        .and_then(|rest| rest.split_once('\n'))
        .ok_or("line 1: the title is expected, `# Title`")?;
    let (head, rest) =
        rest.split_once("\n## ").ok_or("a section is expected: `## Heading {#id}`")?;
    let lead = head.trim_start_matches('\n');
    let (lead, before) = lead.split_once("\n\n").unwrap_or((lead, &lead[lead.len()..]));
    if lead.trim_end().contains('\n') || lead.trim().is_empty() || lead.starts_with('#') {
        return Err("line 3: a lead of one line is expected under the title".into());
    }
    let at = |part: &str| source[..begin(source, part)].matches('\n').count() + 1;
    let mut sheet = Sheet {
        title: title.trim(),
        lead: Lines { first: at(lead), text: lead.trim_end() },
        before: Lines { first: at(before), text: before },
        sections: Vec::new(),
    };
    for part in rest.split("\n## ") {
        let line = at(part);
        let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
        let (heading, id) = heading
            .trim_end()
            .strip_suffix('}')
            .and_then(|heading| heading.rsplit_once(" {#"))
            .filter(|(_, id)| is_id(id))
            .ok_or_else(|| format!("line {line}: `## Heading {{#id}}` is expected"))?;
        if sheet.sections.iter().any(|section| section.id == id) {
            return Err(format!("line {line}: a second section `{id}`"));
        }
        let other = body.lines().position(|line| line.starts_with('#'));
        if let Some(other) = other {
            return Err(format!("line {}: only `## ` divides a text", line + 1 + other));
        }
        let body = Lines { first: line + 1, text: body };
        sheet.sections.push(Section { line, id, heading, body });
    }
    Ok(sheet)
}

/// The offset of a part of `source` in it.
fn begin(source: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(source.as_ptr() as usize).min(source.len())
}

/// True of what can be an id: an address holds it without escapes.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Pieces of a section that stand for themselves.
#[derive(Debug, PartialEq)]
pub enum Piece<'a> {
    /// Markdown.
    Words(Lines<'a>),
    /// A claim, without its `> `.
    Claim(Lines<'a>),
    /// A live component: its caption and its query.
    Live { line: usize, caption: &'a str, query: &'a str },
}

/// The pieces of a text: each claim and each component is a paragraph of one line.
pub fn pieces(lines: Lines) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut offset = 0;
    for (number, line) in (lines.first..).zip(lines.text.split_inclusive('\n')) {
        let bare = line.trim_end();
        let special = if let Some(claim) = bare.strip_prefix("> ") {
            Some(Piece::Claim(Lines { first: number, text: claim }))
        } else if let Some(live) = bare.strip_prefix("![") {
            let parts = live.rsplit_once("](").and_then(|(caption, query)| {
                Some((caption, query.strip_suffix(')')?)).filter(|(c, _)| !c.trim().is_empty())
            });
            let (caption, query) = parts.ok_or_else(|| {
                format!("line {number}: a component looks like `![Caption](?view=…)`")
            })?;
            Some(Piece::Live { line: number, caption, query })
        } else {
            None
        };
        match special {
            Some(piece) => {
                if let Some((first, begin)) = open.take() {
                    push_words(&mut pieces, first, &lines.text[begin..offset]);
                }
                pieces.push(piece);
            }
            None => {
                open.get_or_insert((number, offset));
            }
        }
        offset += line.len();
    }
    if let Some((first, begin)) = open {
        push_words(&mut pieces, first, &lines.text[begin..]);
    }
    Ok(pieces)
}

fn push_words<'a>(pieces: &mut Vec<Piece<'a>>, first: usize, text: &'a str) {
    if !text.trim().is_empty() {
        pieces.push(Piece::Words(Lines { first, text }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Title\n\nLead.\n\nMore.\n\n## One {#one}\n\nWords.\n\n> [1.1 true] “A.” B.\n\n\
                        ## Two words {#two-2}\n\n![See (it)](?view=kink)\n";

    #[test]
    fn a_text_is_read_in_its_parts() {
        let sheet = read(TEXT).unwrap();
        assert_eq!((sheet.title, sheet.lead), ("Title", Lines { first: 3, text: "Lead." }));
        assert_eq!((sheet.before.first, sheet.before.text.trim()), (5, "More."));
        let heads: Vec<_> = sheet.sections.iter().map(|s| (s.line, s.id, s.heading)).collect();
        assert_eq!(heads, [(7, "one", "One"), (13, "two-2", "Two words")]);
        let [first, second] = [0, 1].map(|i| pieces(sheet.sections[i].body).unwrap());
        assert_eq!(
            first,
            [
                Piece::Words(Lines { first: 8, text: "\nWords.\n\n" }),
                Piece::Claim(Lines { first: 11, text: "[1.1 true] “A.” B." }),
            ]
        );
        let live = Piece::Live { line: 15, caption: "See (it)", query: "?view=kink" };
        assert_eq!(second, [live]);
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        for (text, why) in [
            ("Title\n", "line 1"),
            ("# T\n\nLead.\n", "a section is expected"),
            ("# T\n\nLead\nlong.\n\n## A {#a}\n", "line 3"),
            ("# T\n\nL.\n\n## A\n", "line 5: `## Heading {#id}`"),
            ("# T\n\nL.\n\n## A {#A}\n", "line 5: `## Heading {#id}`"),
            ("# T\n\nL.\n\n## A {#a}\n\nB.\n\n## B {#a}\n", "line 9: a second section `a`"),
            ("# T\n\nL.\n\n## A {#a}\n\n### B\n", "line 7: only `## `"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(why), "{text}: {error}");
        }
        let error = pieces(Lines { first: 4, text: "a\n\n![b](?view=kink) c\n" }).unwrap_err();
        assert!(error.contains("line 6: a component"), "{error}");
    }
}
