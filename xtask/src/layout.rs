//! The layout of the finished site: the folders that several steps use.

/// The parts of the module that a view loads when it is first opened.
pub(crate) const PARTS: &str = "parts";

/// The pages that need no JavaScript.
pub(crate) const PLAIN: &str = "pages";

/// The pages that programs read for a link's preview.
pub(crate) const PREVIEWS: &str = "p";

/// The texts that the page fetches.
pub(crate) const TEXTS: &str = "content";

/// The stylesheets that a view fetches when it is first opened.
pub(crate) const STYLES: &str = "styles";
