//! What wasm-bindgen writes, made lighter: short names where the module and its script meet, and
//! nothing of what no one calls.

/// What the module imports from the script by.
const SCRIPT: &[u8] = b"./app_bg.js";
/// Classes for streams that come with Leptos; nothing here makes one.
const UNUSED: &str = "IntoUnderlying";

/// The module without the exports that only serve those classes, so that wasm-opt drops what they
/// call; `None` if it is no module.
pub(crate) fn without_unused_exports(module: &[u8]) -> Option<Vec<u8>> {
    let unused = UNUSED.to_lowercase();
    rewritten(module, 7, |exports, out| {
        let mut kept = Vec::new();
        let mut count = 0;
        for _ in 0..exports.number()? {
            let start = exports.at;
            let name = exports.name()?;
            exports.skip(1)?;
            exports.number()?;
            if !String::from_utf8_lossy(name).contains(&unused) {
                kept.extend_from_slice(exports.bytes.get(start..exports.at)?);
                count += 1;
            }
        }
        put_number(count, out);
        out.extend(kept);
        Some(())
    })
}

/// The module with a short name for each function of the script, and the old names in the order of
/// the short ones, [`short`]; `None` if it is no module.
pub(crate) fn with_short_imports(module: &[u8]) -> Option<(Vec<u8>, Vec<String>)> {
    let mut names: Vec<String> = Vec::new();
    let module = rewritten(module, 2, |imports, out| {
        let count = imports.number()?;
        put_number(count, out);
        for _ in 0..count {
            let from = imports.name()?;
            put_name(from, out);
            let name = imports.name()?;
            if from == SCRIPT {
                let name = String::from_utf8_lossy(name);
                let known = names.iter().position(|known| *known == name);
                let index = known.unwrap_or_else(|| {
                    names.push(name.into_owned());
                    names.len() - 1
                });
                put_name(short(index).as_bytes(), out);
            } else {
                put_name(name, out);
            }
            let start = imports.at;
            imports.import()?;
            out.extend_from_slice(imports.bytes.get(start..imports.at)?);
        }
        Some(())
    })?;
    Some((module, names))
}

/// The script with those names, without the functions that the module does not import and the
/// classes that nothing makes. An error names what the module wants and the script has not.
pub(crate) fn slim_script(script: &str, names: &[String]) -> Result<String, String> {
    let mut slim = String::with_capacity(script.len());
    let mut found = 0;
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if let Some(end) = end_of_unused(line) {
            if !line.starts_with(end) {
                lines.by_ref().find(|line| line.starts_with(end));
            }
            continue;
        }
        // The functions stand eight spaces deep in an object, each up to a line `}, …`.
        let name = line.strip_prefix("        ").and_then(|rest| rest.split_once(": function("));
        let Some((name, rest)) = name.filter(|(name, _)| name.starts_with("__wb")) else {
            slim.push_str(line);
            slim.push('\n');
            continue;
        };
        let wanted = names.iter().position(|wanted| wanted == name);
        if let Some(index) = wanted {
            found += 1;
            slim.push_str(&format!("{}: function({rest}\n", short(index)));
        }
        for line in lines.by_ref() {
            if wanted.is_some() {
                slim.push_str(line);
                slim.push('\n');
            }
            if line.starts_with("        }") {
                break;
            }
        }
    }
    if found == names.len() {
        Ok(slim)
    } else {
        Err(format!("the script has {found} of the {} functions it needs", names.len()))
    }
}

/// Where what begins with this line ends, if it belongs to a class that nothing makes.
fn end_of_unused(line: &str) -> Option<&'static str> {
    let of = |start: &str| line.strip_prefix(start).is_some_and(|rest| rest.starts_with(UNUSED));
    if of("export class ") {
        Some("}")
    } else if of("if (Symbol.dispose) ") {
        Some("if")
    } else {
        of("const ").then_some("    : new")
    }
}

/// `a`, `b`, … `z`, `a0`, `b0`, …: no word of JavaScript has a digit.
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round - 1),
    }
}

/// The module with one section written anew.
fn rewritten<'a>(
    module: &'a [u8],
    section: u8,
    mut write: impl FnMut(&mut Cursor<'a>, &mut Vec<u8>) -> Option<()>,
) -> Option<Vec<u8>> {
    let mut all = Cursor { bytes: module, at: 8 };
    let mut out = module.get(..8)?.to_vec();
    while all.at < module.len() {
        let kind = all.skip(1)?[0];
        let size = all.number()?;
        let content = all.skip(size)?;
        out.push(kind);
        if kind == section {
            let mut anew = Vec::new();
            write(&mut Cursor { bytes: content, at: 0 }, &mut anew)?;
            put_number(anew.len(), &mut out);
            out.extend(anew);
        } else {
            put_number(size, &mut out);
            out.extend_from_slice(content);
        }
    }
    Some(out)
}

/// Reads a module's bytes.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn skip(&mut self, count: usize) -> Option<&'a [u8]> {
        let read = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(read)
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.skip(1)?[0];
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.skip(length)
    }

    /// What is imported: a function, a table, a memory or a global.
    fn import(&mut self) -> Option<()> {
        let kind = self.skip(1)?[0];
        match kind {
            0 => self.number().map(|_| ()),
            3 => self.skip(2).map(|_| ()),
            1 | 2 => {
                self.skip(usize::from(kind == 1))?;
                let limits = self.number()?;
                self.number()?;
                if limits & 1 == 1 {
                    self.number()?;
                }
                Some(())
            }
            _ => None,
        }
    }
}

fn put_number(mut number: usize, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_name(name: &[u8], out: &mut Vec<u8>) {
    put_number(name.len(), out);
    out.extend_from_slice(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (kind, content) in sections {
            module.push(*kind);
            put_number(content.len(), &mut module);
            module.extend(content);
        }
        module
    }

    fn named(entries: &[(&[&str], &[u8])]) -> Vec<u8> {
        let mut content = Vec::new();
        put_number(entries.len(), &mut content);
        for (names, rest) in entries {
            names.iter().for_each(|name| put_name(name.as_bytes(), &mut content));
            content.extend_from_slice(rest);
        }
        content
    }

    #[test]
    fn only_the_scripts_functions_get_short_names() {
        let kept: (&[&str], &[u8]) = (&["./link.js", "load"], &[0, 200, 1]);
        let memory: (&[&str], &[u8]) = (&["./app_bg.js", "memory"], &[2, 1, 0, 9]);
        let long = "__wbg_name_0123".repeat(20);
        let before = module(&[
            (1, vec![0]),
            (2, named(&[(&["./app_bg.js", &long], &[0, 3]), kept, memory])),
            (10, vec![7; 300]),
        ]);
        let after = module(&[
            (1, vec![0]),
            (
                2,
                named(&[
                    (&["./app_bg.js", "a"], &[0, 3]),
                    kept,
                    (&["./app_bg.js", "b"], &[2, 1, 0, 9]),
                ]),
            ),
            (10, vec![7; 300]),
        ]);
        assert_eq!(with_short_imports(&before), Some((after, vec![long, "memory".to_owned()])));
        assert_eq!(with_short_imports(&before[..before.len() - 1]), None);
    }

    #[test]
    fn exports_that_nothing_needs_go() {
        let [main, free] = [("main", 1), ("__wbg_intounderlyingsink_free", 2)];
        let entry = |(name, index): (&str, u8)| {
            let mut entry = Vec::new();
            put_name(name.as_bytes(), &mut entry);
            entry.extend([0, index]);
            entry
        };
        let both = [vec![2], entry(free), entry(main)].concat();
        let one = [vec![1], entry(main)].concat();
        assert_eq!(without_unused_exports(&module(&[(7, both)])), Some(module(&[(7, one)])));
    }

    #[test]
    fn the_script_keeps_what_the_module_imports() {
        let script = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.x = 1;\n    const import0 = {\n        __wbg_now_1: function() {\n            return 1;\n        },\n        __wbg_gone_2: function() { return handleError(function (a) {\n        }, arguments); },\n    };\nconst IntoUnderlyingSinkFinalization = (a)\n    ? { b }\n    : new FinalizationRegistry(ptr => c);\nlet rest;";
        let names = ["__wbg_now_1".to_owned()];
        let slim = "    const import0 = {\na: function() {\n            return 1;\n        },\n    };\nlet rest;\n";
        assert_eq!(slim_script(script, &names), Ok(slim.to_owned()));
        let more = [names[0].clone(), "__wbg_gone".to_owned()];
        assert!(slim_script(script, &more).is_err());
    }

    #[test]
    fn short_names_differ() {
        let mut names: Vec<_> = (0..2000).map(short).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 2000);
        assert_eq!([short(0), short(25), short(26), short(27)], ["a", "z", "a0", "b0"]);
    }
}
