//! Claims about activation functions, judged: the table `claims.csv` and the syntax
//! `[3.72 false](?view=…) “What they say.” Why.` of a claim in a text.
//!
//! Ids and verdicts are those of the fact check of the lecture note, whose rows are all in the
//! table; rows `x.…` are ours. A row names the functions in whose texts it must be, none if it
//! belongs to the lesson alone. Where the fact check is not of one mind the table decides: true
//! with a proviso is true, 5.2 (true of the output, open for the rest) and 7.8 (not testable)
//! depend. 3.90, misleading there for its conditions, is false: under them the gradient grows.

use super::links;
use explorer_core::activation::by_id;

/// The table.
const FILE: &str = include_str!("../content/claims.csv");

/// The verdict on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    True,
    /// It does not.
    False,
    /// Partly right, or right only after a correction.
    Misleading,
    /// Right under conditions that it does not name.
    Depends,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::True, Self::False, Self::Misleading, Self::Depends];

    /// The word that stands for it in files and markup.
    pub const fn name(self) -> &'static str {
        match self {
            Self::True => "true",
            Self::False => "false",
            Self::Misleading => "misleading",
            Self::Depends => "depends",
        }
    }

    /// The order in which claims are told: what most needs an answer first.
    pub const fn rank(self) -> u8 {
        match self {
            Self::False => 0,
            Self::Misleading => 1,
            Self::Depends => 2,
            Self::True => 3,
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// A row of the table.
pub struct Row {
    /// Section and number in the fact check: `3.72`.
    pub id: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// The ids of the functions whose texts must have it.
    pub functions: Vec<&'static str>,
}

/// Every row, in the order of the file.
pub fn rows() -> Result<Vec<Row>, String> {
    let mut rows: Vec<Row> = Vec::new();
    for (number, line) in FILE.lines().enumerate().skip(1) {
        let at = |why: String| format!("src/content/claims.csv: line {}: {why}", number + 1);
        let row = row(line).map_err(at)?;
        if rows.iter().any(|other| other.id == row.id) {
            return Err(at(format!("a second row {}", row.id)));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn row(line: &'static str) -> Result<Row, String> {
    let fields: Vec<_> = line.split(',').collect();
    let [id, verdict, functions] = fields[..] else { return Err("three fields".into()) };
    let verdict = Verdict::named(verdict).ok_or_else(|| format!("no verdict `{verdict}`"))?;
    let functions: Vec<_> = functions.split_whitespace().collect();
    match functions.iter().find(|id| by_id(id).is_none_or(|act| act.id != **id)) {
        Some(unknown) => Err(format!("no function `{unknown}`")),
        None => Ok(Row { id, verdict, functions }),
    }
}

/// A claim in a text.
#[derive(Debug, PartialEq)]
pub struct Claim<'a> {
    /// Its row in the table.
    pub id: &'a str,
    /// The verdict, the same as in its row.
    pub verdict: Verdict,
    /// The query, with its `?`, of a state that shows it.
    pub link: Option<&'a str>,
    /// The claim in quotation marks and the reason, as Markdown.
    pub text: &'a str,
    /// Whether it is about activation functions at large: a row outside of the fact check's section
    /// on single functions.
    pub shared: bool,
}

/// Reads one claim, and checks it against the table and its link against the address grammar.
///
/// The lesson uses the same syntax in a block quote: what follows its `> `.
pub fn claim<'a>(source: &'a str, rows: &[Row]) -> Result<Claim<'a>, String> {
    const SYNTAX: &str = "a claim looks like `[3.72 false](?view=…) “What they say.” Why.`";
    let head = source.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (head, rest) = head.ok_or(SYNTAX)?;
    let (id, verdict) = head.split_once(' ').ok_or(SYNTAX)?;
    let row = rows.iter().find(|row| row.id == id);
    let row = row.ok_or_else(|| format!("claim {id} is not in claims.csv"))?;
    if verdict != row.verdict.name() {
        return Err(format!("claim {id} is {}, not {verdict}", row.verdict.name()));
    }
    let (link, text) = match rest.strip_prefix('(') {
        Some(rest) => {
            let (link, text) = rest.split_once(')').ok_or(SYNTAX)?;
            links::check(link).map_err(|why| format!("claim {id}: {link}: {why}"))?;
            (Some(link), text)
        }
        None => (None, rest),
    };
    let text = text.strip_prefix(' ').ok_or(SYNTAX)?;
    let quote = text.strip_prefix('“').and_then(|rest| rest.split_once('”'));
    if quote.is_none_or(|(quote, why)| quote.trim().is_empty() || why.trim().is_empty()) {
        return Err(format!("claim {id}: {SYNTAX}"));
    }
    let shared = !(id.starts_with("3.") || id.starts_with("x."));
    Ok(Claim { id, verdict: row.verdict, link, text, shared })
}

/// A text without its section `heading`, which may be missing, and the claims of that section
/// with the numbers of their lines.
///
/// `id` is the function that the text is about.
pub fn section<'a>(
    source: &'a str,
    heading: &str,
    id: &str,
    rows: &[Row],
) -> Result<(String, Vec<(usize, Claim<'a>)>), String> {
    let mark = format!("\n## {heading}\n");
    let (text, claims) = match source.split_once(&mark) {
        None => (source.to_owned(), Vec::new()),
        Some((before, rest)) => {
            let (section, after) = rest.split_once("\n## ").ok_or_else(|| {
                format!("`## {heading}` must not be the last section: frameworks are")
            })?;
            let first = before.matches('\n').count() + 3;
            (format!("{before}\n## {after}"), list(section, first, id, rows)?)
        }
    };
    let wanted = rows.iter().filter(|row| row.functions.contains(&id));
    match wanted.map(|row| row.id).find(|row| !claims.iter().any(|(_, claim)| claim.id == *row)) {
        Some(missing) => Err(format!("claim {missing} is missing from `## {heading}`")),
        None => Ok((text, claims)),
    }
}

/// The claims of a list whose first line has the number `first`.
fn list<'a>(
    section: &'a str,
    first: usize,
    id: &str,
    rows: &[Row],
) -> Result<Vec<(usize, Claim<'a>)>, String> {
    let mut claims: Vec<(usize, Claim)> = Vec::new();
    let lines = section.lines().enumerate().map(|(index, line)| (first + index, line));
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let at = |why: String| format!("line {number}: {why}");
        let item = line.strip_prefix("- ").ok_or_else(|| at("an item a line: `- […`".into()))?;
        let claim = claim(item, rows).map_err(at)?;
        if claims.iter().any(|(_, other)| other.id == claim.id) {
            return Err(at(format!("claim {} is here twice", claim.id)));
        }
        if !rows.iter().any(|row| row.id == claim.id && row.functions.contains(&id)) {
            return Err(at(format!("claims.csv does not put claim {} here", claim.id)));
        }
        claims.push((number, claim));
    }
    Ok(claims)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Result<Claim<'_>, String> {
        claim(source, &rows().unwrap())
    }

    #[test]
    fn a_claim_is_read_in_its_parts() {
        let link = "?view=function&fn=swish&x=-2";
        let source = format!("[3.72 false]({link}) “Always (sic) positive.” It is not.");
        let text = "“Always (sic) positive.” It is not.";
        let expected =
            Claim { id: "3.72", verdict: Verdict::False, link: Some(link), text, shared: false };
        assert_eq!(read(&source), Ok(expected));
        let bare = read("[1.8 misleading] “神经元。”只是比喻。").unwrap();
        assert_eq!((bare.id, bare.link), ("1.8", None));
    }

    #[test]
    fn a_claim_that_is_wrong_is_refused() {
        for (source, why) in [
            ("3.72 false “A.” B.", "looks like"),
            ("[3.72] “A.” B.", "looks like"),
            ("[9.9 false] “A.” B.", "9.9 is not in claims.csv"),
            ("[3.72 true] “A.” B.", "3.72 is false, not true"),
            ("[3.72 false] A. B.", "looks like"),
            ("[3.72 false] “A.”", "looks like"),
            ("[3.72 false]“A.” B.", "looks like"),
            ("[3.72 false](?view=kink “A.” B.", "looks like"),
            ("[3.72 false](?view=home) “A.” B.", "no view `home`"),
        ] {
            let error = read(source).unwrap_err();
            assert!(error.contains(why), "{source}: {error}");
        }
    }

    #[test]
    fn a_section_is_taken_out_and_its_errors_have_lines() {
        const LAST: &str = "## Last\n\n- c\n";
        let find = |items: &str, id: &str| {
            let source = format!("# T\n\nS.\n\n## A\n\n- a\n\n## Said\n\n{items}\n{LAST}");
            section(&source, "Said", id, &rows().unwrap())
                .map(|(text, claims)| (text, claims.len()))
        };
        let good = "- [x.3 false] “A.” B.\n";
        let without = format!("# T\n\nS.\n\n## A\n\n- a\n\n{LAST}");
        assert_eq!(find(good, "celu"), Ok((without.clone(), 1)));
        let none = section(&without, "Said", "squared_relu", &rows().unwrap());
        assert_eq!(none.map(|(text, claims)| (text, claims.len())), Ok((without, 0)));
        for (items, id, why) in [
            ("", "celu", "claim x.3 is missing"),
            ("- [x.3 true] “A.” B.\n", "celu", "line 11: claim x.3 is false"),
            (&format!("{good}{good}"), "celu", "line 12: claim x.3 is here twice"),
            (&format!("{good}\nB.\n"), "celu", "line 13: an item a line"),
            (good, "relu", "line 11: claims.csv does not put claim x.3 here"),
        ] {
            let error = find(items, id).unwrap_err();
            assert!(error.contains(why), "{items}: {error}");
        }
    }

    #[test]
    fn every_row_of_the_fact_check_is_in_the_table_once() {
        // The fact check's sections and how many rows each has.
        let sections = [(1, 9), (2, 5), (3, 99), (4, 6), (5, 7), (6, 7), (7, 8)];
        let numbered = sections.iter().flat_map(|(s, n)| (1..=*n).map(move |i| format!("{s}.{i}")));
        let (ours, theirs): (Vec<_>, Vec<_>) =
            rows().unwrap().into_iter().partition(|row| row.id.starts_with("x."));
        assert_eq!(
            theirs.iter().map(|row| row.id).collect::<Vec<_>>(),
            numbered.collect::<Vec<_>>()
        );
        for (index, row) in ours.iter().enumerate() {
            assert_eq!(row.id, format!("x.{}", index + 1));
        }
        let third = |row: &&Row| row.id.starts_with("3.") || row.id.starts_with("x.");
        for row in theirs.iter().chain(&ours).filter(third) {
            assert!(!row.functions.is_empty(), "{} is about a function", row.id);
        }
    }
}
