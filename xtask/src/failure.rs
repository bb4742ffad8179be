//! The failure of a command: the step, the reason, and the advice.

use std::fmt;
use std::path::Path;

/// The failure of a command.
#[derive(Debug)]
pub(crate) struct Failure {
    step: String,
    command: Option<String>,
    reason: String,
    advice: Option<String>,
}

impl Failure {
    /// A failure of `step` because of `reason`.
    pub(crate) fn new(step: &str, reason: &str) -> Self {
        Self { step: step.to_owned(), command: None, reason: reason.to_owned(), advice: None }
    }

    /// Adds advice for the reader.
    pub(crate) fn advise(mut self, advice: &str) -> Self {
        self.advice = Some(advice.to_owned());
        self
    }

    /// Adds the command line that was run.
    pub(crate) fn ran(mut self, command: String) -> Self {
        self.command = Some(command);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "FAILED   {}", self.step)?;
        writeln!(out, "  why    {}", self.reason)?;
        if let Some(command) = &self.command {
            writeln!(out, "  ran    {command}")?;
        }
        if let Some(advice) = &self.advice {
            writeln!(out, "  to do  {}", advice.replace('\n', "\n         "))?;
        }
        Ok(())
    }
}

/// The failure for a file operation.
pub(crate) fn io(step: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(step, &format!("{}: {error}", path.display()))
}
