//! The repository's folders, and the tool versions that its files pin.

use crate::failure::{Failure, io};
use std::path::PathBuf;

/// The repository's top folder.
pub(crate) fn root() -> PathBuf {
    // `cargo run` sets the package's present place, even if the binary was built elsewhere.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// The finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools installed for this project only.
pub(crate) fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The folder of these commands' own small files.
pub(crate) fn scratch() -> Result<PathBuf, Failure> {
    let path = root().join("target/xtask");
    std::fs::create_dir_all(&path).map_err(|e| io("making a folder for small files", &path, &e))?;
    Ok(path)
}

/// The exact version that `key = "=1.2.3"` pins in a file at the top.
pub(crate) fn pinned(file: &str, key: &str) -> Result<String, Failure> {
    let path = root().join(file);
    let text = std::fs::read_to_string(&path).map_err(|e| io("reading versions", &path, &e))?;
    value_of(&text, key).map(|value| value.trim_start_matches('=').to_owned()).ok_or_else(|| {
        Failure::new("reading versions", &format!("{file} has no line `{key} = \"…\"`"))
            .advise("The commands read tool versions from there: restore the line.")
    })
}

fn value_of<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let rest = line.trim().strip_prefix(key)?.trim_start();
        rest.strip_prefix('=')?.trim().strip_prefix('"')?.split('"').next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_read_from_a_line() {
        let text = "wasm-bindgen-test = \"0.3\"\nwasm-bindgen = \"=0.2.128\"\nx=\"1\" # y";
        assert_eq!(value_of(text, "wasm-bindgen"), Some("=0.2.128"));
        assert_eq!(value_of(text, "x"), Some("1"));
        assert_eq!(value_of(text, "wasm"), None);
    }

    #[test]
    fn this_repository_pins_its_tools() -> Result<(), Failure> {
        for (file, key) in [
            ("Cargo.toml", "wasm-bindgen"),
            ("Trunk.toml", "trunk-version"),
            ("Trunk.toml", "wasm_opt"),
        ] {
            assert!(!pinned(file, key)?.is_empty(), "{file}: {key}");
        }
        Ok(())
    }
}
