//! The formatting check: rustfmt over a list of every source file of the repository.
//!
//! `cargo fmt` follows `mod` lines and never sees a module that a macro declares, as those of the
//! catalogue are: <https://github.com/rust-lang/rustfmt/issues/3253>.

use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::project;
use crate::step::Cmd;
use std::path::{Path, PathBuf};

const STEP: &str = "formatting";

/// Folders directly below the root with files that are not ours.
const NOT_OURS: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Fails with the names of the files that rustfmt would change.
pub(crate) fn check() -> Result<(), Failure> {
    let files = sources(&project::root())?;
    println!("   rustfmt --check, {} files", files.len());
    let wrong = unformatted(&files)?;
    if wrong.is_empty() {
        return Ok(());
    }
    let fix = rustfmt()?.args(&wrong);
    Err(Failure::new(STEP, &format!("not as rustfmt writes them: {}", wrong.join(", ")))
        .advise(&format!("Run this and look at what it changed:\n{fix}")))
}

/// Every `.rs` file below `root` that git knows or would add; without git, every one there is.
fn sources(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listed = Cmd::new("git")
        .args(["-C"])
        .args([root])
        .words("ls-files -z --cached --others --exclude-standard -- *.rs")
        .output()
        .unwrap_or_default();
    let files: Vec<PathBuf> = listed
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(|name| root.join(name))
        // A file that is deleted, but not yet in a commit, is still listed.
        .filter(|file| file.is_file())
        .collect();
    if !files.is_empty() {
        return Ok(files);
    }
    let mut files = files_below(root, &NOT_OURS).map_err(|e| io(STEP, root, &e))?;
    files.retain(|file| file.extension().is_some_and(|e| e == "rs"));
    Ok(files)
}

/// The names of those files that rustfmt would change.
fn unformatted(files: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let cmd = rustfmt()?.words("--check --files-with-diff").args(files);
    let failed = |why: &str| {
        Failure::new(STEP, why)
            .advise("The message above says why. rustfmt is missing? rustup component add rustfmt")
    };
    let output = cmd.command().output().map_err(|e| failed(&format!("rustfmt: {e}")))?;
    let root = project::root();
    let listed = String::from_utf8_lossy(&output.stdout);
    let relative = |name: &str| {
        let path = Path::new(name);
        path.strip_prefix(&root).unwrap_or(path).display().to_string()
    };
    let mut names: Vec<String> = listed.lines().map(relative).collect();
    // A module is visited as a file of the list and again from the one that declares it.
    names.sort();
    names.dedup();
    if output.status.success() || !names.is_empty() {
        return Ok(names);
    }
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Err(failed(&format!("rustfmt ended with {}", output.status)))
}

/// rustfmt with the repository's edition and settings.
fn rustfmt() -> Result<Cmd, Failure> {
    let config = project::root().join("rustfmt.toml");
    let edition = project::pinned("Cargo.toml", "edition")?;
    Ok(Cmd::new("rustfmt")
        .words("--edition")
        .args([&edition])
        .args(["--config-path"])
        .args([config]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    type Tested = Result<(), Box<dyn std::error::Error>>;

    fn names(files: &[PathBuf]) -> Vec<String> {
        files.iter().filter_map(|f| Some(f.file_name()?.to_string_lossy().into_owned())).collect()
    }

    /// The catalogue's modules are declared by a macro, so that only a list finds them.
    #[test]
    fn the_list_has_the_catalogue_and_every_crate() -> Tested {
        let files = sources(&project::root()).map_err(|e| e.to_string())?;
        let names = names(&files);
        for name in ["elu.rs", "sigmoid.rs", "main.rs", "formatting.rs", "harness.rs"] {
            assert!(names.iter().any(|n| n == name), "{name} is not checked");
        }
        Ok(())
    }

    #[test]
    fn a_module_that_a_macro_declares_is_seen_and_without_git_too() -> Tested {
        let folder = std::env::temp_dir().join(format!("formatting-{}", std::process::id()));
        for ours in ["src/catalogue", "target"] {
            fs::create_dir_all(folder.join(ours))?;
        }
        let list = "macro_rules! list {\n    ($name:ident) => {\n        mod $name;\n    };\n}\nlist!(elu);\n";
        fs::write(folder.join("src/catalogue/mod.rs"), list)?;
        fs::write(folder.join("src/catalogue/elu.rs"), "fn  elu( ) { }\n")?;
        fs::write(folder.join("target/made.rs"), "fn  made( ) { }\n")?;
        let files = sources(&folder).map_err(|e| e.to_string())?;
        assert_eq!(names(&files), ["elu.rs", "mod.rs"]);
        let wrong = unformatted(&files).map_err(|e| e.to_string())?;
        assert!(wrong.len() == 1 && wrong[0].ends_with("elu.rs"), "{wrong:?}");
        fs::write(folder.join("src/catalogue/elu.rs"), "fn elu() {\n")?;
        assert!(unformatted(&files).is_err(), "a file that does not parse");
        Ok(fs::remove_dir_all(&folder)?)
    }
}
