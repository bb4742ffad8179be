//! What a visit to each view downloads, as a page and in a frame: the table by which the boot script asks
//! for all of it at once, and its sizes.

use crate::layout::{PARTS, STYLES};
use crate::loader::{Files, SMALL};
use explorer_core::activation::{ALL, Kind};
use explorer_core::address::View;
use explorer_core::views;

/// The part that brings the whole page of a function, and the view that a frame has without it.
const FULL: (&str, &View) = ("full", &views::function::VIEW);

/// The stylesheet of frames.
const FRAMED: &str = "framed";

/// What a visit needs besides the first load.
pub(crate) struct Visit {
    pub(crate) view: &'static View,
    pub(crate) framed: bool,
    /// The files of the module's parts, in the order in which they are asked for.
    parts: Vec<String>,
}

impl Visit {
    /// The files, as they begin: a part's name goes on with that of the build.
    pub(crate) fn files(&self) -> Vec<String> {
        let parts = self.parts.iter().map(|part| format!("{PARTS}/{part}-"));
        let framed = (self.framed && !self.view.start).then_some(FRAMED);
        let styles = self.view.styles.iter().copied().chain(framed);
        parts.chain(styles.map(|style| format!("{STYLES}/{style}.css"))).collect()
    }
}

/// The visit of a view.
fn visit(view: &'static View, framed: bool, files: &Files) -> Visit {
    let own = if view == FULL.1 && !framed { FULL.0 } else { views::part(view) };
    let mut parts: Vec<String> = Vec::new();
    if !view.start {
        let needed = [SMALL, own].into_iter().filter_map(|part| files.get(part)).flatten();
        needed.for_each(|file| {
            if !parts.contains(file) {
                parts.push(file.clone())
            }
        });
    }
    Visit { view, framed, parts }
}

/// Every view but the first, with the files of its parts and its stylesheets; one that is less in a
/// frame once more, with `@`: `zigzag:shared+second+zigzag:function+demos+zigzag;…`.
pub(crate) fn table(files: &Files) -> String {
    let mut table = Vec::new();
    for view in views::ALL.iter().copied().filter(|view| !view.start) {
        let [page, frame] = [false, true].map(|framed| visit(view, framed, files));
        let line = |visit: &Visit, mark: &str| {
            format!("{}{mark}:{}:{}", view.id, visit.parts.join("+"), view.styles.join("+"))
        };
        if page.parts != frame.parts {
            table.push(line(&frame, "@"));
        }
        table.push(line(&page, ""));
    }
    // The functions whose text has a plot at rest: no other is asked for.
    let scalar = ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)).map(|act| act.id);
    table.push(format!("=:{}", scalar.collect::<Vec<_>>().join("+")));
    table.join(";")
}

/// The visits that a `table` names, each view as a page and in a frame.
pub(crate) fn visits(table: &str) -> Vec<Visit> {
    let line = |id: &str| {
        let mut lines = table.split(';').map(|line| line.split(':'));
        let mut line = lines.find(|line| line.clone().next() == Some(id))?;
        line.nth(1).map(|parts| parts.split('+').map(str::to_owned).collect())
    };
    let of = |view: &'static View, framed: bool| {
        let marked = framed.then(|| line(&format!("{}@", view.id))).flatten();
        Visit { view, framed, parts: marked.or_else(|| line(view.id)).unwrap_or_default() }
    };
    views::ALL.iter().flat_map(|view| [of(view, false), of(view, true)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let mut files = Files::new();
        for part in views::ALL.iter().map(|view| views::part(view)).chain(["full"]) {
            files.insert(part.to_owned(), vec!["shared".to_owned(), part.to_owned()]);
        }
        files.insert("small".to_owned(), vec!["shared".to_owned()]);
        files
    }

    #[test]
    fn every_view_but_the_first_is_named_with_what_it_needs() {
        let table = table(&files());
        let all = table.split(';').filter(|line| !line.contains(['@', '='])).count();
        assert_eq!(all, views::ALL.len() - 1, "{table}");
        assert!(!table.contains("+;") && !table.contains(":;"), "a view without styles: {table}");
        for part in [
            "function@:shared+function:function;function:shared+full:function;",
            "zigzag:shared+zigzag:function+demos+zigzag;",
        ] {
            assert!(table.contains(part), "{table}");
        }
    }

    #[test]
    fn a_visit_is_read_from_the_table() {
        let all = visits(&format!("3f2;{}", table(&files())));
        let find = |id: &str, framed: bool| {
            let visit = all.iter().find(|visit| visit.view.id == id && visit.framed == framed);
            visit.map(|visit| visit.files().join(" "))
        };
        let function = "parts/shared- parts/function- styles/function.css styles/framed.css";
        assert_eq!(find("function", true).as_deref(), Some(function));
        let full = "parts/shared- parts/full- styles/function.css";
        assert_eq!(find("function", false).as_deref(), Some(full));
        assert_eq!(find("gallery", false).as_deref(), Some(""));
    }
}
