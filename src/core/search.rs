//! The search: names that a text finds, the best first, and the nearest where it finds none.

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// The address it leads to, without `?`.
    pub query: String,
    /// Its name in each language, in the order of [`Lang::ALL`](crate::lang::Lang::ALL), then its
    /// other names.
    pub names: Vec<String>,
}

/// The kinds of what can be found, in the order in which equal finds are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A function of the catalogue.
    Function,
    /// A demonstration.
    Demo,
    /// A text of the lesson.
    Chapter,
    /// A term of the glossary.
    Term,
    /// A section of a chapter.
    Section,
}

/// What a text finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places of the entries, the best first, each with the place of the name that fits.
    pub hits: Vec<(usize, usize)>,
    /// Whether none has this name, and these are only the nearest.
    pub nearest: bool,
}

/// The most finds.
const MOST: usize = 9;

/// Whether a character is left out where names are compared.
fn joins(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '.' | '(' | ')' | '（' | '）' | '·' | '’' | '\'')
}

/// A text in small letters without spaces and hyphens.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !joins(*c)).flat_map(char::to_lowercase).collect()
}

/// The words of a text, plain.
fn parts(text: &str) -> Vec<String> {
    text.split(joins).map(plain).filter(|word| !word.is_empty()).collect()
}

/// How well a name fits what was written, smaller for better; `None` if it does not.
fn fit(name: &str, written: &[String], whole: &str) -> Option<usize> {
    let joined = plain(name);
    if joined == whole {
        return Some(0);
    }
    if joined.starts_with(whole) {
        return Some(1);
    }
    // Each word written begins a word of the name, in its order.
    let mut words = parts(name).into_iter();
    if written.iter().all(|part| words.any(|word| word.starts_with(part.as_str()))) {
        return Some(2);
    }
    // Two letters are inside of too much; two characters of Chinese are a word.
    let long = whole.chars().count() >= 3 || !whole.is_ascii();
    (long && joined.contains(whole)).then_some(3)
}

/// What a text finds in some entries.
#[must_use]
pub fn find(entries: &[Entry], text: &str) -> Found {
    let (written, whole) = (parts(text), plain(text));
    if whole.is_empty() {
        return Found::default();
    }
    let ranked = |rank: &dyn Fn(&str) -> Option<usize>| {
        let mut all: Vec<_> = entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| {
                let fits = |(at, name): (usize, &String)| Some((rank(name)?, at));
                let (rank, at) = entry.names.iter().enumerate().filter_map(fits).min()?;
                Some(((rank, entry.kind, entry.names[at].len(), place), (place, at)))
            })
            .collect();
        all.sort_unstable();
        all.into_iter().take(MOST).map(|(_, hit)| hit).collect::<Vec<_>>()
    };
    let hits = ranked(&|name| fit(name, &written, &whole));
    if !hits.is_empty() {
        return Found { hits, nearest: false };
    }
    // A third of the letters may be wrong, at the beginning of a name or in one of its words.
    let count = whole.chars().count();
    let near = ranked(&|name| {
        let start: String = plain(name).chars().take(count).collect();
        let words = parts(name).into_iter().chain([plain(name), start]);
        words.map(|word| edits(&whole, &word)).min().filter(|wrong| *wrong <= count.div_ceil(3))
    });
    Found { hits: near.into_iter().take(3).collect(), nearest: true }
}

/// The number of letters to leave out, put in, replace or exchange with the next to make one word
/// of another.
pub(crate) fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j - 1] + same).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
