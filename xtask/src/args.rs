//! The command line: a command, its few options, and an error for anything else.

use crate::failure::Failure;
use std::collections::VecDeque;

/// The arguments not read yet.
pub(crate) struct Args(VecDeque<String>);

/// The options of `serve`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Serve {
    /// The port, if one was given.
    pub(crate) port: Option<u16>,
    /// Whether to open the browser.
    pub(crate) open: bool,
    /// Whether to watch and rebuild.
    pub(crate) dev: bool,
}

impl Args {
    /// The arguments of this process.
    pub(crate) fn from_env() -> Self {
        Self(std::env::args_os().skip(1).map(|a| a.to_string_lossy().into_owned()).collect())
    }

    /// Takes the command's name.
    pub(crate) fn command(&mut self) -> Option<String> {
        self.0.pop_front()
    }

    /// Checks that the command has no further arguments.
    pub(crate) fn nothing_more(&self) -> Result<(), Failure> {
        self.0.front().map_or(Ok(()), |arg| Err(unknown(arg)))
    }

    /// Takes the only word the command may have.
    pub(crate) fn one_word(&mut self, what: &str) -> Result<Option<String>, Failure> {
        match self.0.pop_front() {
            Some(word) if word.starts_with('-') => Err(unknown(&word)),
            word => self.nothing_more().map(|()| word).map_err(|failure| {
                failure
                    .advise(&format!("Give one {what} only. `cargo xtask help` lists the options."))
            }),
        }
    }

    /// The only option of `build`: whether to pack the site.
    pub(crate) fn zip(&mut self) -> Result<bool, Failure> {
        let zip = self.0.front().is_some_and(|arg| arg == "--zip");
        if zip {
            self.0.pop_front();
        }
        self.nothing_more().map(|()| zip)
    }

    /// The options of `serve`, in any order.
    pub(crate) fn serve(&mut self) -> Result<Serve, Failure> {
        let mut options = Serve::default();
        while let Some(arg) = self.0.pop_front() {
            match arg.as_str() {
                "--open" => options.open = true,
                "--dev" => options.dev = true,
                "--port" => options.port = Some(port(self.0.pop_front().as_deref())?),
                other => match other.strip_prefix("--port=") {
                    Some(value) => options.port = Some(port(Some(value))?),
                    None => return Err(unknown(other)),
                },
            }
        }
        Ok(options)
    }
}

/// The failure for an argument that means nothing here.
pub(crate) fn unknown(arg: &str) -> Failure {
    Failure::new("reading the command line", &format!("`{arg}` is not something I know"))
        .advise("`cargo xtask help` lists the commands and their options.")
}

fn port(value: Option<&str>) -> Result<u16, Failure> {
    value.and_then(|text| text.parse().ok()).filter(|&port| port != 0).ok_or_else(|| {
        let shown = value.unwrap_or("nothing");
        Failure::new("reading the command line", &format!("--port was given {shown}"))
            .advise("Give a port between 1 and 65535: `cargo xtask serve --port 8080`.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args(line.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn serve_takes_its_options_in_any_order() {
        let wanted = Serve { port: Some(9000), open: true, dev: false };
        for line in ["--port 9000 --open", "--open --port=9000"] {
            assert_eq!(args(line).serve().ok(), Some(Serve { ..wanted }), "{line}");
        }
    }

    #[test]
    fn what_is_not_an_option_is_an_error() {
        for line in ["--prot 1", "8080", "--port", "--port 0", "--port 70000", "--port=x"] {
            assert!(args(line).serve().is_err(), "{line}");
        }
        assert!(args("--now").nothing_more().is_err());
        assert_eq!(args("--zip").zip().ok(), Some(true));
        assert_eq!(args("").zip().ok(), Some(false));
        assert!(args("--zip x").zip().is_err() && args("zip").zip().is_err());
        assert!(args("a b").one_word("FILTER").is_err());
        assert!(args("--a").one_word("FILTER").is_err());
    }
}
