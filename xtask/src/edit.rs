//! Edits of texts that another program wrote: one that does not find its text stops the build.

use crate::failure::Failure;

/// A text on its way to the site.
#[derive(Debug)]
pub(crate) struct Edit {
    step: &'static str,
    /// The name of its file, for the failure.
    file: String,
    text: String,
}

impl Edit {
    /// The `text` of this file, edited in this step.
    pub(crate) fn new(step: &'static str, file: &str, text: impl Into<String>) -> Self {
        Self { step, file: file.to_owned(), text: text.into() }
    }

    /// Every `from`, of which there is at least one, replaced.
    pub(crate) fn every(self, from: &str, to: &str) -> Result<Self, Failure> {
        if self.text.contains(from) { Ok(self.replaced(from, to)) } else { Err(self.lacks(from)) }
    }

    /// The only `from` there is, replaced.
    pub(crate) fn once(self, from: &str, to: &str) -> Result<Self, Failure> {
        match self.text.matches(from).count() {
            0 => Err(self.lacks(from)),
            1 => Ok(self.replaced(from, to)),
            count => Err(self.wrong(&format!("has `{from}` {count} times, not once"))),
        }
    }

    /// The only text that begins with `start`, up to the next `end`, taken out.
    pub(crate) fn cut(self, start: &str, end: &str) -> Result<Self, Failure> {
        let kept = self.text.split_once(start).and_then(|(before, rest)| {
            let (_, after) = rest.split_once(end)?;
            Some(format!("{before}{after}"))
        });
        let Some(kept) = kept else { return Err(self.lacks(&format!("{start}…{end}"))) };
        Self { text: kept, ..self }.without(start)
    }

    /// The text unchanged, checked to have nothing left of the text that earlier edits replaced.
    pub(crate) fn without(self, text: &str) -> Result<Self, Failure> {
        if self.text.contains(text) {
            Err(self.wrong(&format!("still has `{text}`")))
        } else {
            Ok(self)
        }
    }

    /// The text, edited.
    pub(crate) fn done(self) -> String {
        self.text
    }

    /// A failure of this step with the file's name and the reason.
    pub(crate) fn wrong(&self, wrong: &str) -> Failure {
        Failure::new(self.step, &format!("{} {wrong}", self.file)).advise(
            "The program that writes this file, perhaps of another version now, writes something\n\
             else than this step edits: the step's code in xtask/src must follow.",
        )
    }

    fn lacks(&self, text: &str) -> Failure {
        self.wrong(&format!("does not have `{text}`, which is to be replaced"))
    }

    fn replaced(mut self, from: &str, to: &str) -> Self {
        self.text = self.text.replace(from, to);
        self
    }
}

/// The failure's text, where one was expected.
#[cfg(test)]
pub(crate) fn reason<T>(result: Result<T, Failure>) -> String {
    result.err().map_or_else(|| "it went well".to_owned(), |failure| failure.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(text: &str) -> Edit {
        Edit::new("trying", "app.js", text)
    }

    #[test]
    fn what_is_there_is_replaced() -> Result<(), Failure> {
        let text = edit("a b a c").every("a", "d")?.once("b", "e")?.without("a")?.done();
        assert_eq!(text, "d e d c");
        assert_eq!(edit("1 ( 2 ) 3 )").cut("(", ")")?.done(), "1  3 )");
        Ok(())
    }

    #[test]
    fn what_is_not_there_stops_the_build_with_file_and_reason() {
        for (failure, why) in [
            (reason(edit("a").every("b", "c")), "app.js does not have `b`"),
            (reason(edit("a").once("b", "c")), "app.js does not have `b`"),
            (reason(edit("a a").once("a", "c")), "app.js has `a` 2 times, not once"),
            (reason(edit("(").cut("(", ")")), "app.js does not have `(…)`"),
            (reason(edit("() ()").cut("(", ")")), "app.js still has `(`"),
            (reason(edit("a").without("a")), "app.js still has `a`"),
        ] {
            assert!(failure.contains("FAILED   trying") && failure.contains(why), "{failure}");
        }
    }
}
