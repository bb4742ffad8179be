//! The fault of a page: the file, and why it cannot be read or written.

use std::fmt;
use std::path::{Path, PathBuf};

/// A file and what is wrong with it.
#[derive(Debug)]
pub struct Fault {
    file: PathBuf,
    reason: String,
}

impl Fault {
    /// A fault of this file.
    pub(super) fn new(file: &Path, reason: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), reason: reason.to_string() }
    }

    /// The same for `map_err`.
    pub(super) fn of<E: fmt::Display>(file: &Path) -> impl Fn(E) -> Self {
        move |reason| Self::new(file, reason)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.file.display(), self.reason)
    }
}

impl std::error::Error for Fault {}
