//! The small chunks of the module, which several views share, joined into two files: dozens of
//! requests would each cost a phone its latency.

use crate::step::{Failure, io};
use std::path::Path;

const STEP: &str = "joining the shared chunks";

/// The view whose chunks are in the first file; the second has those it does without.
const FIRST: &str = "plots";

/// The two files. They are no modules, but hosts compress what has this ending.
const NAMES: [&str; 2] = ["shared", "more"];

/// Fetches a file once, but again after a failure, and makes modules of its pieces.
const LOADER: &str = "
const packs = [];
const pack = (index) => packs[index] ??= fetch(new URL([PACKS][index], import.meta.url)).then((answer) => {
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
/// gives the script that knows.
pub(crate) fn join(made: &Path, folder: &Path, link: &str, build: &str) -> Result<String, Failure> {
    let mut packs = [Vec::new(), Vec::new()];
    let mut script = String::new();
    let mut rest = link;
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
        rest = chunk.after;
    }
    script.push_str(rest);
    let files = NAMES.map(|name| format!("{name}-{build}.wasm"));
    for (name, bytes) in files.iter().zip(&packs) {
        let file = folder.join(name);
        std::fs::write(&file, bytes).map_err(|e| io(STEP, &file, &e))?;
    }
    let places = files.map(|name| format!("\"./{}/{name}\"", crate::chunks::FOLDER)).join(", ");
    Ok(LOADER.replace("PACKS", &places) + &script)
}

/// One chunk in the script that wasm-split writes.
#[derive(Debug, PartialEq)]
struct Chunk<'a> {
    /// What stands before it.
    before: &'a str,
    /// The views that need it.
    views: &'a str,
    number: &'a str,
    /// What stands after it.
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

    #[test]
    fn a_chunk_is_found_with_its_views() {
        let link = "head\n/* demos, plots */\nconst __chunk_9 = makeLoad(() => {\n    fetch(…);\n}\n, []);\n/* demos */\nconst __chunk_10 = makeLoad(() => {}\n, []);\ntail";
        let first = Chunk::next(link).unwrap();
        assert_eq!((first.before, first.views, first.number), ("head\n", "demos, plots", "9"));
        let second = Chunk::next(first.after).unwrap();
        assert_eq!((second.before, second.views, second.number), ("", "demos", "10"));
        assert_eq!((second.after, Chunk::next(second.after)), ("tail", None));
    }
}
