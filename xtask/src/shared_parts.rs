//! The small chunks of the module, which several views share, joined into two files: dozens of
//! requests would each cost a phone its latency.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::PARTS;
use std::path::Path;

const STEP: &str = "joining the shared chunks";

/// The view whose chunks are in the first file; the second has all others.
const FIRST: &str = "plots";

/// The two files. They are no modules, but hosts compress what has this ending.
const NAMES: [&str; 2] = ["shared", "more"];

/// Fetches a file once, but again after a failure, and makes modules of its pieces.
const LOADER: &str = "
const pack = (index) => packs[index] ??= fetch(new URL(files[index], import.meta.url)).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.arrayBuffer();
}).catch((error) => {
    packs[index] = undefined;
    throw error;
});
const piece = (index, start, end) => () => {
    const all = pack(index);
    all.catch(() => {});
    return async (imports) => WebAssembly.instantiate((await all).slice(start, end), imports);
};
";

/// Joins the chunks that the `link` script names and that are in the folder `made`, into `folder`;
/// returns the script that loads them from there.
pub(crate) fn join(made: &Path, folder: &Path, link: &str, build: &str) -> Result<String, Failure> {
    let mut packs = [Vec::new(), Vec::new()];
    let mut script = String::new();
    let mut rest = link;
    let mut joined = Vec::new();
    while let Some(chunk) = Chunk::next(rest) {
        let file = made.join(format!("chunk_{}.wasm", chunk.number));
        let bytes = std::fs::read(&file).map_err(|e| io(STEP, &file, &e))?;
        let index = usize::from(!chunk.views.split(", ").any(|view| view == FIRST));
        let pack = &mut packs[index];
        let (start, end) = (pack.len(), pack.len() + bytes.len());
        pack.extend(bytes);
        script.push_str(chunk.before);
        script.push_str(&format!(
            "const __chunk_{} = makeLoad(piece({index}, {start}, {end}), []);\n",
            chunk.number
        ));
        joined.push(file);
        rest = chunk.after;
    }
    script.push_str(rest);
    let there = files_below(made, &[]).map_err(|e| io(STEP, made, &e))?;
    let chunks = there.iter().filter(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("chunk_") && name.ends_with(".wasm")
    });
    for chunk in chunks {
        let times = joined.iter().filter(|file| *file == chunk).count();
        if times != 1 {
            let name = chunk.file_name().unwrap_or_default().to_string_lossy();
            let wrong = format!("loads {name} {times} times, as far as can be read here, not once");
            return Err(Edit::new(STEP, "__wasm_split.js", "").wrong(&wrong));
        }
    }
    let files = NAMES.map(|name| format!("{name}-{build}.wasm"));
    for (name, bytes) in files.iter().zip(&packs) {
        let file = folder.join(name);
        std::fs::write(&file, bytes).map_err(|e| io(STEP, &file, &e))?;
    }
    let files = files.map(|name| format!("\"./{}/{name}\"", PARTS)).join(", ");
    Ok(format!("const packs = [], files = [{files}];{LOADER}{script}"))
}

/// One chunk in the script that wasm-split writes.
#[derive(Debug, PartialEq)]
struct Chunk<'a> {
    /// The text before it.
    before: &'a str,
    /// The views that need it.
    views: &'a str,
    number: &'a str,
    /// The text after it.
    after: &'a str,
}

impl<'a> Chunk<'a> {
    fn next(link: &'a str) -> Option<Self> {
        const NAME: &str = "const __chunk_";
        const END: &str = "\n, []);\n";
        let name = link.find(NAME)?;
        let comment = link[..name].rfind("/* ")?;
        let views = link[comment + 3..name].trim_end().strip_suffix(" */")?;
        let after = &link[name + NAME.len()..];
        let number = after.split(' ').next()?;
        let (_, after) = after.split_once(END)?;
        Some(Self { before: &link[..comment], views, number, after })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;

    const LINK: &str = "head\n/* demos, plots */\nconst __chunk_9 = makeLoad(() => {\n    fetch(…);\n}\n, []);\n/* demos */\nconst __chunk_10 = makeLoad(() => {}\n, []);\ntail";

    #[test]
    fn a_chunk_is_found_with_its_views() {
        let first = Chunk::next(LINK).unwrap();
        assert_eq!((first.before, first.views, first.number), ("head\n", "demos, plots", "9"));
        let second = Chunk::next(first.after).unwrap();
        assert_eq!((second.before, second.views, second.number), ("", "demos", "10"));
        assert_eq!((second.after, Chunk::next(second.after)), ("tail", None));
    }

    #[test]
    fn every_chunk_is_joined_or_the_build_stops() -> Result<(), Box<dyn std::error::Error>> {
        let made = std::env::temp_dir().join(format!("chunks-{}", std::process::id()));
        let folder = made.join("parts");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(made.join("chunk_9.wasm"), "nine")?;
        std::fs::write(made.join("chunk_10.wasm"), "ten")?;
        let join = |link: &str| join(&made, &folder, link, "1f");
        let script = join(LINK).map_err(|e| e.to_string())?;
        for part in [
            "files = [\"./parts/shared-1f.wasm\", \"./parts/more-1f.wasm\"];",
            "head\nconst __chunk_9 = makeLoad(piece(0, 0, 4), []);\n",
            "const __chunk_10 = makeLoad(piece(1, 0, 3), []);\ntail",
        ] {
            assert!(script.contains(part), "{part}: {script}");
        }
        assert_eq!(std::fs::read(folder.join("shared-1f.wasm"))?, b"nine");
        let twice = format!("{LINK}{LINK}");
        let renamed = LINK.replace("const __chunk_10", "let __chunk_10");
        for (link, name) in [(&twice, "chunk_10.wasm 2"), (&renamed, "chunk_10.wasm 0")] {
            let why = reason(join(link));
            assert!(why.contains(&format!("__wasm_split.js loads {name} times")), "{why}");
        }
        Ok(std::fs::remove_dir_all(&made)?)
    }
}
