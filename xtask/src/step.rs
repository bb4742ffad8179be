//! Steps: a command to run, its duration, and a failure with advice.

use crate::failure::Failure;
use crate::{children, project};
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// One command line, run from the repository's top folder unless told otherwise.
#[derive(Clone)]
pub(crate) struct Cmd {
    program: OsString,
    args: Vec<OsString>,
    envs: Vec<(&'static str, Option<OsString>)>,
    dir: PathBuf,
}

impl Cmd {
    /// A command without arguments.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self {
            program: program.as_ref().to_owned(),
            args: Vec::new(),
            envs: Vec::new(),
            dir: project::root(),
        }
    }

    /// `cargo`, with the words of `args`.
    pub(crate) fn cargo(args: &str) -> Self {
        Self::new("cargo").words(args)
    }

    /// Adds the words of `args`; for arguments without spaces of their own.
    pub(crate) fn words(self, args: &str) -> Self {
        self.args(args.split_whitespace())
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(|a| a.as_ref().to_owned()));
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Self {
        self.envs.push((name, Some(value.as_ref().to_owned())));
        self
    }

    /// Removes an environment variable.
    pub(crate) fn without_env(mut self, name: &'static str) -> Self {
        self.envs.push((name, None));
        self
    }

    /// Runs in this folder.
    pub(crate) fn folder(mut self, folder: PathBuf) -> Self {
        self.dir = folder;
        self
    }

    /// Runs with its output on the terminal and waits; `advice` is printed on failure.
    pub(crate) fn run(&self, step: &str, advice: &str) -> Result<(), Failure> {
        let failed =
            |reason: String| Failure::new(step, &reason).ran(self.to_string()).advise(advice);
        let child = self.command().spawn().map_err(|e| {
            failed(format!("{} did not start: {e}", self.program.to_string_lossy()))
        })?;
        let status = children::Guard::new(child)
            .wait()
            .map_err(|e| failed(format!("waiting for it failed: {e}")))?;
        if status.success() { Ok(()) } else { Err(failed(format!("it ended with {status}"))) }
    }

    /// Runs a command whose output is only printed if it fails.
    pub(crate) fn run_quietly(&self, step: &str, advice: &str) -> Result<(), Failure> {
        let failed =
            |reason: String| Failure::new(step, &reason).ran(self.to_string()).advise(advice);
        let output = self.command().output().map_err(|e| {
            failed(format!("{} did not start: {e}", self.program.to_string_lossy()))
        })?;
        if output.status.success() {
            return Ok(());
        }
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        Err(failed(format!("it ended with {}", output.status)))
    }

    /// Its standard output, if it can be started and succeeds.
    pub(crate) fn output(&self) -> Option<String> {
        let output = self.command().stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The same as a standard library command.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).current_dir(&self.dir);
        for (name, value) in &self.envs {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.stdin(Stdio::null());
        command
    }
}

/// The command line for a shell in the repository's top folder.
impl fmt::Display for Cmd {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.envs {
            if let Some(value) = value {
                write!(out, "{name}={} ", shown(value, *name == "PATH"))?;
            }
        }
        write!(out, "{}", shown(&self.program, false))?;
        for arg in &self.args {
            write!(out, " {}", shown(arg, false))?;
        }
        Ok(())
    }
}

/// Quoted when it must be, and relative to the top folder where that is shorter.
fn shown(text: &OsStr, is_path_list: bool) -> String {
    let root = format!("{}{}", project::root().display(), std::path::MAIN_SEPARATOR);
    let mut text = text.to_string_lossy().replace(&root, "");
    if is_path_list {
        let inherited = std::env::var("PATH").unwrap_or_default();
        text = text.replace(&inherited, "$PATH");
        return format!("\"{text}\"");
    }
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,@+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// Announces something long, does it, and prints its duration.
pub(crate) fn long<T>(
    what: &str,
    usually: &str,
    work: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    println!("→ {what} (usually {usually}) …");
    let start = Instant::now();
    let result = work()?;
    println!("  done in {}", seconds(start.elapsed()));
    Ok(result)
}

/// The steps of one command, timed.
pub(crate) struct Steps {
    start: Instant,
    done: Vec<(String, Duration, bool)>,
}

impl Steps {
    /// Runs `work`, which runs steps, and prints the summary whether it went well or not.
    pub(crate) fn summarised<T>(
        work: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut steps = Self { start: Instant::now(), done: Vec::new() };
        let result = work(&mut steps);
        println!("\nstep                                         seconds");
        for (name, time, ok) in &steps.done {
            let mark = if *ok { "" } else { "   FAILED" };
            println!("{name:<42} {:>9.1}{mark}", time.as_secs_f64());
        }
        println!("{:<42} {:>9.1}", "all", steps.start.elapsed().as_secs_f64());
        result
    }

    /// One step, under a heading.
    pub(crate) fn step<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = work();
        self.done.push((name.to_owned(), start.elapsed(), result.is_ok()));
        result
    }

    /// One step that is one command.
    pub(crate) fn command(&mut self, name: &str, cmd: &Cmd, advice: &str) -> Result<(), Failure> {
        self.step(name, || {
            println!("   {cmd}");
            cmd.run(name, advice)
        })
    }
}

/// "0.4 s", "2 min 30 s".
pub(crate) fn seconds(time: Duration) -> String {
    if time < Duration::from_secs(60) {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_typed() {
        let cmd = Cmd::cargo("test --workspace").args(["it's"]).env("A", "x y").without_env("B");
        assert_eq!(cmd.to_string(), r"A='x y' cargo test --workspace 'it'\''s'");
    }

    #[test]
    fn a_failed_command_says_what_to_do() {
        let failure = Cmd::new("no-such-program-here").run("trying", "Install it.");
        let text = failure.err().map(|f| f.to_string()).unwrap_or_default();
        for part in ["FAILED   trying", "no-such-program-here", "to do  Install it."] {
            assert!(text.contains(part), "{text}");
        }
    }
}
