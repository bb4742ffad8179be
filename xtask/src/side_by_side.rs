//! Commands side by side: as many at once as there are cores, each with its output in one piece.

use crate::failure::Failure;
use crate::step::Cmd;
use std::path::PathBuf;
use std::sync::Mutex;

/// A command, and what a person can do if it fails.
pub(crate) struct Job {
    pub(crate) name: String,
    pub(crate) cmd: Cmd,
    pub(crate) advice: &'static str,
}

/// Runs all of them, in order as cores become free, and prints what each said once it has ended.
///
/// All of them run even if one fails: the failure of the first that did is returned.
pub(crate) fn run(jobs: Vec<Job>) -> Result<(), Failure> {
    let queue = Mutex::new(jobs.into_iter());
    let next = || queue.lock().ok().and_then(|mut jobs| jobs.next());
    let work = || {
        let mut result = Ok(());
        while let Some(job) = next() {
            let done = job.run();
            result = result.and(done);
        }
        result
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        // All are waited for before the first failure counts.
        let results: Vec<_> = running.into_iter().map(|thread| thread.join()).collect();
        let broken = |_| Err(Failure::new("running side by side", "a thread of ours failed"));
        results.into_iter().try_for_each(|result| result.unwrap_or_else(broken))
    })
}

impl Job {
    fn run(&self) -> Result<(), Failure> {
        let failed = |reason: &str| {
            Failure::new(&self.name, reason).ran(self.cmd.to_string()).advise(self.advice)
        };
        let output = self.cmd.command().output();
        let output = output.map_err(|e| failed(&format!("it did not start: {e}")))?;
        let text = [output.stdout, output.stderr].concat();
        println!("   {}\n{}", self.name, String::from_utf8_lossy(&text));
        if output.status.success() {
            return Ok(());
        }
        Err(failed(&format!("it ended with {}", output.status)))
    }
}

/// A test program that cargo has built: the package's folder and the program.
#[derive(Debug, PartialEq)]
pub(crate) struct Program {
    pub(crate) folder: PathBuf,
    pub(crate) path: PathBuf,
}

/// The test programs that cargo names in its messages.
pub(crate) fn programs(messages: &str) -> Vec<Program> {
    let value = |line: &str, key: &str| {
        let (_, rest) = line.split_once(&format!("\"{key}\":\""))?;
        Some(PathBuf::from(rest.split_once('"')?.0.replace("\\\\", "\\")))
    };
    let program = |line: &str| {
        let manifest = value(line, "manifest_path")?;
        let test = line.contains("\"test\":true}");
        Some(Program { folder: manifest.parent()?.into(), path: value(line, "executable")? })
            .filter(|_| test)
    };
    messages.lines().filter_map(program).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(name: &str, script: &str) -> Job {
        let cmd = Cmd::new("sh").args(["-c", script]);
        Job { name: name.into(), cmd, advice: "Look." }
    }

    #[test]
    fn all_run_and_a_failure_is_told() {
        let folder = std::env::temp_dir().join(format!("side-by-side-{}", std::process::id()));
        let touch = |name: &str| format!("mkdir -p {0} && touch {0}/{name}", folder.display());
        let jobs = vec![job("a", &touch("a")), job("b", "exit 3"), job("c", &touch("c"))];
        let why = run(jobs).map_err(|failure| failure.to_string()).unwrap_err();
        assert!(why.contains("FAILED   b") && why.contains("exit status: 3"), "{why}");
        assert!(folder.join("a").exists() && folder.join("c").exists());
        assert!(run(vec![job("d", "exit 0")]).is_ok());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn test_programs_are_found_in_cargos_messages() {
        let line = |test: bool, executable: &str| {
            format!(
                "{{\"reason\":\"compiler-artifact\",\"manifest_path\":\"/w/x/Cargo.toml\",\"profile\":{{\"debuginfo\":2,\"test\":{test}}},\"executable\":{executable}}}\n"
            )
        };
        let messages = line(true, "\"/t/a\"") + &line(false, "\"/t/b\"") + &line(true, "null");
        let found = vec![Program { folder: "/w/x".into(), path: "/t/a".into() }];
        assert_eq!(programs(&messages), found);
    }
}
