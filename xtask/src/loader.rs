//! The files of the module's parts, and the script that loads them: the modules that several parts
//! share are joined, since dozens of requests would each cost a phone its latency.

use crate::edit::Edit;
use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::layout::PARTS;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const STEP: &str = "joining the shared modules";

/// Our script, before the build fills in what there is.
pub(crate) const LOADER: &str = include_str!("loader.js");

/// The script that wasm-split writes, in whose place ours comes.
pub(crate) const LINK: &str = "__wasm_split.js";

/// The part that every view but the first needs.
pub(crate) const SMALL: &str = "small";

/// The joined files, each with its rule: a module is in the first whose rule takes the parts that need
/// it. A frame with a function needs `shared` and `function`, its page `second` and `page` as well, a
/// frame with the zig-zag `shared`, `second` and its own. They are no modules, but hosts compress what
/// has this ending.
const FILES: [(&str, Rule); 5] = [
    ("shared", |needs| needs(SMALL) || needs("function") && needs("zigzag")),
    ("function", |needs| needs("function")),
    ("second", |needs| needs("zigzag")),
    ("page", |needs| needs("full")),
    ("more", |_| true),
];

/// Parts whose own module is in a joined file, by that file.
const JOINED: [(&str, &str); 2] = [(SMALL, "shared"), ("function", "function")];

type Rule = fn(&dyn Fn(&str) -> bool) -> bool;

/// A part, and the numbers of the shared modules that it needs.
type Needs = BTreeMap<String, Vec<String>>;

/// The files that each part comes in.
pub(crate) type Files = BTreeMap<String, Vec<String>>;

/// Writes the files of all parts from the folder `made` into `folder`; returns the script that loads
/// them, which wasm-split's `link` script tells what each needs, and the files of each part.
pub(crate) fn join(
    made: &Path,
    folder: &Path,
    link: &str,
    build: &str,
) -> Result<(String, Files), Failure> {
    let needs = needs(link)?;
    let names: Vec<&String> = needs.keys().collect();
    // The modules of each file, the list of them, and the bits of the parts that need any.
    let mut packs = FILES.map(|_| (Vec::new(), Vec::new(), 0));
    let mut files_of = Files::new();
    let mut needs_file = |part: &str, file: &str| {
        let files = files_of.entry(part.to_owned()).or_default();
        if !files.iter().any(|known| known == file) {
            files.push(file.to_owned());
        }
    };
    let mut put = |file: &str, path: &Path, bits: u32, own: &str| -> Result<(), Failure> {
        let index = FILES.iter().position(|(name, _)| *name == file).unwrap_or_default();
        let bytes = std::fs::read(path).map_err(|e| io(STEP, path, &e))?;
        let own = if own.is_empty() { String::new() } else { format!(",\"{own}\"") };
        let (joined, list, all) = &mut packs[index];
        list.push(format!("[{},{bits}{own}]", bytes.len()));
        joined.extend(bytes);
        *all |= bits;
        Ok(())
    };
    let there = files_below(made, &[]).map_err(|e| io(STEP, made, &e))?;
    for path in modules(&there, "chunk_") {
        let needed =
            |part: &str| needs.get(part).is_some_and(|all| all.contains(&number(path, "chunk_")));
        let bits = names.iter().enumerate().filter(|(_, name)| needed(name));
        let bits: u32 = bits.map(|(bit, _)| 1 << bit).sum();
        if bits == 0 {
            return Err(wrong(&format!("loads {} for no part", path.display())));
        }
        let file = FILES.iter().find(|(_, rule)| rule(&needed)).map_or("", |(name, _)| *name);
        names.iter().filter(|name| needed(name)).for_each(|name| needs_file(name, file));
        put(file, path, bits, "")?;
    }
    for path in modules(&there, "split_") {
        let part = number(path, "split_");
        if !needs.contains_key(&part) {
            return Err(wrong(&format!("loads no part {part}")));
        }
        let joined = JOINED.iter().find(|(name, _)| *name == part);
        needs_file(&part, joined.map_or(&part, |(_, file)| file));
        match joined {
            Some((_, file)) => put(file, path, 0, &part)?,
            None => {
                let target = folder.join(format!("{part}-{build}.wasm"));
                std::fs::copy(path, &target).map_err(|e| io(STEP, &target, &e))?;
            }
        }
    }
    let mut files = Vec::new();
    for ((name, _), (joined, list, bits)) in FILES.iter().zip(packs) {
        let file = folder.join(format!("{name}-{build}.wasm"));
        let mut bytes = format!("[{}]\n", list.join(",")).into_bytes();
        bytes.extend(joined);
        std::fs::write(&file, bytes).map_err(|e| io(STEP, &file, &e))?;
        files.push(format!("[\"{name}\",{bits}]"));
    }
    let homes = JOINED.map(|(part, file)| format!("\"{part}\":\"{file}\""));
    Edit::new(STEP, "loader.js", LOADER)
        .once("{parts}", &format!("{names:?}"))?
        .once("{files}", &format!("[{}]", files.join(",")))?
        .once("{homes}", &format!("{{{}}}", homes.join(",")))?
        .once("{folder}", PARTS)?
        .once("{build}", build)
        .map(|script| (script.done(), files_of))
}

/// The modules in the list whose names begin so, by number.
fn modules<'a>(there: &'a [PathBuf], start: &str) -> Vec<&'a Path> {
    let mut found: Vec<&Path> = there.iter().map(PathBuf::as_path).collect();
    found.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(".wasm")
    });
    // In the splitter's order, in which modules with the same users are neighbours.
    found.sort_by_key(|path| (number(path, start).len(), number(path, start)));
    found
}

/// What stands in a module's name after its kind.
fn number(path: &Path, kind: &str) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.trim_start_matches(kind).to_owned()
}

/// What each part needs, from wasm-split's script.
fn needs(link: &str) -> Result<Needs, Failure> {
    const PART: &str = "export const __wasm_split_load_";
    const CHUNK: &str = "const __chunk_";
    // Our script gives every module the same imports, and shared modules need no others.
    if !link.contains("sharedImports = { __wasm_split: {") {
        return Err(wrong("has other imports than those of __wasm_split"));
    }
    let alone = link.split(CHUNK).skip(1).all(|chunk| {
        chunk.split_once("\n, [").is_some_and(|(_, needs)| needs.starts_with("]);\n"))
    });
    if !alone {
        return Err(wrong("has shared modules that need others"));
    }
    let mut all = Needs::new();
    for part in link.split(PART).skip(1) {
        let found = part.split_once(" = ").and_then(|(name, rest)| {
            let (list, _) = rest.split_once("\n, [")?.1.split_once("]));")?;
            Some((name, list))
        });
        let Some((name, list)) = found else { return Err(wrong("has a part in other words")) };
        let chunks = list.split(", ").filter_map(|chunk| chunk.strip_prefix("__chunk_"));
        all.insert(name.to_owned(), chunks.map(str::to_owned).collect());
    }
    if all.contains_key(SMALL) { Ok(all) } else { Err(wrong("loads no part small")) }
}

fn wrong(wrong: &str) -> Failure {
    Edit::new(STEP, LINK, "").wrong(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;

    const TEXT: &str = "        sharedImports = { __wasm_split: {  } };
/* demos, function */
const __chunk_9 = makeLoad(() => {
    fetch(…);
}
, []);
/* demos */
const __chunk_10 = makeLoad(() => {
}
, []);
export const __wasm_split_load_small = wrapAsyncCb(makeLoad(() => {
}
, []));
export const __wasm_split_load_function = wrapAsyncCb(makeLoad(() => {
}
, [__chunk_9]));
export const __wasm_split_load_demos = wrapAsyncCb(makeLoad(() => {
}
, [__chunk_9, __chunk_10]));
";

    #[test]
    fn every_module_is_in_one_file() -> Result<(), Box<dyn std::error::Error>> {
        let made = std::env::temp_dir().join(format!("modules-{}", std::process::id()));
        let folder = made.join("parts");
        std::fs::create_dir_all(&folder)?;
        for (file, text) in [
            ("chunk_9", "nine"),
            ("chunk_10", "ten"),
            ("split_small", "small"),
            ("split_function", "function"),
            ("split_demos", "demos"),
        ] {
            std::fs::write(made.join(format!("{file}.wasm")), text)?;
        }
        let join = |link: &str| join(&made, &folder, link, "1f");
        let (script, files) = join(TEXT).map_err(|e| e.to_string())?;
        let demos: Vec<_> = files["demos"].iter().map(String::as_str).collect();
        assert_eq!(demos, ["function", "more", "demos"]);
        for part in [
            "const parts = [\"demos\", \"function\", \"small\"];",
            "const files = [[\"shared\",0],[\"function\",3],[\"second\",0],[\"page\",0],[\"more\",1]];",
            "const homes = {\"small\":\"shared\",\"function\":\"function\"};",
            "./parts/${file}-1f.wasm",
        ] {
            assert!(script.contains(part), "{part}: {script}");
        }
        let read = |name: &str| std::fs::read_to_string(folder.join(format!("{name}-1f.wasm")));
        for (name, text) in [
            ("shared", "[[5,0,\"small\"]]\nsmall"),
            ("function", "[[4,3],[8,0,\"function\"]]\nninefunction"),
            ("second", "[]\n"),
            ("page", "[]\n"),
            ("more", "[[3,1]]\nten"),
            ("demos", "demos"),
        ] {
            assert_eq!(read(name)?, text, "{name}");
        }
        for (from, to, why) in [
            ("__chunk_9, __chunk_10", "__chunk_9", "chunk_10.wasm for no part"),
            ("load_demos", "load_other", "loads no part demos"),
            ("load_small", "load_little", "loads no part small"),
            ("\n, [__chunk_9]", "\n,[__chunk_9]", "in other words"),
            ("}\n, []);", "}\n, [__chunk_9]);", "need others"),
            ("__wasm_split: {", "__wasm_split2: {", "other imports"),
        ] {
            let stopped = reason(join(&TEXT.replacen(from, to, 1)));
            assert!(stopped.contains(why), "{from}: {stopped}");
        }
        Ok(std::fs::remove_dir_all(&made)?)
    }
}
