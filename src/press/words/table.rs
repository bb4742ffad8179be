//! The words, a struct for each place where they stand.

use crate::claims::Verdict;

/// All of them.
pub struct Words {
    /// Around claims and live components.
    pub claims: Claims,
    /// Around what to know before using a function.
    pub know: Know,
    /// Of the decision guide.
    pub guide: Guide,
    /// Of a function's table of frameworks.
    pub frameworks: Frameworks,
    /// Around the tables of Xu et al.
    pub evidence: Evidence,
    /// Of the pages that need no JavaScript.
    pub plain: Plain,
    /// Of `index.html`, until the page is live.
    pub start: Start,
    /// Of `404.html`.
    pub lost: Lost,
}

/// The words around claims, `[3.72 false](?view=…) “…” …`, and live components.
pub struct Claims {
    /// The heading of a function's claims in its text.
    pub heading: &'static str,
    /// The heading over them on a page.
    pub title: &'static str,
    /// The text of the link to a state that shows it.
    pub show: &'static str,
    /// The same under a live component, which is small there.
    pub open: &'static str,
    /// The name of a verdict.
    pub verdict: fn(Verdict) -> &'static str,
}

/// The words around the cards of what to know before using a function.
pub struct Know {
    /// The heading.
    pub heading: &'static str,
    /// The link to the live state of a card's figure.
    pub open: &'static str,
    /// What is read at the ring of a figure: x and f, and f′ if there is one function.
    pub at: fn(x: &str, f: &str, df: Option<&str>) -> String,
}

/// The marks by which the decision guide is read.
pub struct Guide {
    /// The beginning of a recommendation.
    pub recommendation: &'static str,
    /// The mark of what has been measured or proved.
    pub evidence: &'static str,
    /// The mark of what is only usual.
    pub convention: &'static str,
}

/// The words of the table of frameworks: `{}` stands for a function, or for frameworks with their
/// versions.
pub struct Frameworks {
    /// The heading of the texts that follow the table.
    pub heading: &'static str,
    /// The largest errors of f and of f′, in ulp/(1 + condition number).
    pub accuracy: fn(f: &str, df: &str) -> String,
    /// The caption.
    pub caption: &'static str,
    /// The second sentence of the caption: the frameworks that were measured.
    pub measured: &'static str,
    /// The third: PyTorch, which was read instead.
    pub by_sources: &'static str,
    /// The column of frameworks.
    pub framework: &'static str,
    /// The column of the function's names.
    pub call: &'static str,
    /// The column of default parameters.
    pub defaults: &'static str,
    /// The column of derivatives at kinks.
    pub kinks: &'static str,
    /// The link that takes an entry's defaults.
    pub take: &'static str,
    /// The row of frameworks without the function.
    pub none: &'static str,
    /// The cell of an entry that was not measured.
    pub not_measured: &'static str,
    /// The comma between formulas.
    pub comma: &'static str,
    /// The comma between names.
    pub list: &'static str,
    /// The word between versions.
    pub and: &'static str,
    /// The word between values.
    pub or: &'static str,
    /// The note on a value that changed.
    pub by_version: &'static str,
    /// The parentheses around a note.
    pub note: [&'static str; 2],
}

/// The words around the tables of Xu et al.
pub struct Evidence {
    /// The title.
    pub title: &'static str,
    /// The sentence under it.
    pub lead: &'static str,
    /// The caption of a data set's chart, whose bars end at `end`.
    pub caption: fn(dataset: &str, end: &str) -> String,
    /// The column of variants.
    pub variant: &'static str,
    /// The slope for x < 0 in testing.
    pub slope: fn(&str) -> String,
    /// The same of a slope that is learned.
    pub learned: &'static str,
    /// The column of shares of wrong answers in testing.
    pub test: &'static str,
    /// The column of losses on data held out.
    pub held_out: &'static str,
    /// The column of training figures.
    pub train: &'static str,
    /// The column of differences.
    pub difference: &'static str,
    /// The mark of the lowest figure.
    pub lowest: &'static str,
    /// The heading of the remarks.
    pub remarks: &'static str,
    /// The remarks, from the figures of ReLU, of Leaky ReLU with slopes 1/100 and 1/5.5, and of
    /// RReLU on CIFAR-10, and how many of its 10,000 test images lie between the last two.
    pub notice: fn([&str; 4], usize) -> [String; 4],
}

/// The words of the pages that need no JavaScript.
pub struct Plain {
    /// The sentence under the title of the page of all pages.
    pub description: &'static str,
    /// The label of the links to the live page and other languages.
    pub navigation: &'static str,
    /// The link from a preview to the live page.
    pub open: &'static str,
    /// The link from a plain page to the live page.
    pub live: &'static str,
    /// The heading of the chapters.
    pub lesson: &'static str,
    /// The heading of the functions.
    pub functions: &'static str,
    /// The colon between a short name and a long one.
    pub colon: &'static str,
    /// The page on tests, licence and source.
    pub about: About,
}

/// The page on tests, licence and source, as HTML.
pub struct About {
    /// The heading.
    pub title: &'static str,
    /// The lead.
    pub lead: &'static str,
    /// The heading over the tests.
    pub tested: &'static str,
    /// A paragraph for each kind of test.
    pub tests: &'static [&'static str],
    /// The heading over licence and source.
    pub licence: &'static str,
    /// A paragraph for each.
    pub terms: &'static [&'static str],
}

impl About {
    /// The page's content.
    pub fn body(&self) -> String {
        let section = |id: &str, heading: &str, texts: &[&str]| {
            let texts: String = texts.iter().map(|text| format!("<p>{text}</p>")).collect();
            format!("<section id=\"{id}\"><h2>{heading}</h2>{texts}</section>")
        };
        let Self { title, lead, tested, tests, licence, terms } = self;
        let sections = section("tested", tested, tests) + &section("licence", licence, terms);
        format!("<h1>{title}</h1><p class=\"lead\">{lead}</p>{sections}")
    }
}

/// The words of `index.html`, as HTML.
pub struct Start {
    /// The language's name in that of `index.html`, which is the first.
    pub language: &'static str,
    /// The status until the page is live.
    pub loading: &'static str,
    /// The reason that nothing moves without JavaScript.
    pub no_script: &'static str,
    /// The link to the pages that need none.
    pub plain: &'static str,
    /// The failure of a browser without WebAssembly.
    pub unsupported: &'static str,
    /// The failure of a page that did not arrive whole.
    pub load: &'static str,
    /// The failure of a page that was opened as a file.
    pub file: &'static str,
    /// The failure of a page that has stopped.
    pub panic: &'static str,
    /// The button that reloads.
    pub reload: &'static str,
}

/// The words of `404.html`.
pub struct Lost {
    /// The sentence about the address.
    pub no_page: &'static str,
    /// The link to the first page.
    pub home: &'static str,
}
