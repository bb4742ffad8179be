//! The glue between the module and its script, as wasm-bindgen writes it, made smaller: short names
//! for the functions that the module imports, and no classes that nothing makes.
//!
//! It saves 9.5 kB of the first load, gzip -9: the names 8.1 (4.8 in the module, 3.3 in the script),
//! the classes 1.4. Measured at commit b191861 on the module and the script, with and without, both
//! optimised and minified as the release build does it: 200.0 kB without, 190.5 kB with.
//!
//! Binaryen's `--minify-imports-and-exports-and-modules` finds the same short names (0.4 kB less),
//! but also renames the exports that the other parts look up, merges the module's two sources of
//! imports into one, and leaves the classes: the script would need more edits, not fewer.

use crate::edit::Edit;
use crate::failure::Failure;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ImportSectionReader, Parser, Payload};

const STEP: &str = "shortening the glue between module and script";

/// The script, by its name in the module's imports.
const SCRIPT: &str = "./app_bg.js";

/// Classes for streams that Leptos brings along; without a server nothing makes one.
const UNUSED: [&str; 3] =
    ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

type Unread = Box<dyn std::error::Error>;

/// The functions that the module imports from the script, each in the place of its short name.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Names(Vec<String>);

impl Names {
    /// The short name of this function.
    fn shorten(&mut self, name: &str) -> String {
        let known = self.0.iter().position(|known| known == name);
        short(known.unwrap_or_else(|| {
            self.0.push(name.to_owned());
            self.0.len() - 1
        }))
    }
}

/// The module with short names for its imports from the script, which then needs the same names,
/// and without the exports of the unused classes, so that wasm-opt drops the functions behind them.
pub(crate) fn module(bytes: &[u8]) -> Result<(Vec<u8>, Names), Failure> {
    shortened(bytes).map_err(|why| {
        Failure::new(STEP, &format!("wasm-bindgen's module: {why}"))
            .advise("wasm-bindgen writes something else now: xtask/src/glue.rs must follow.")
    })
}

fn shortened(bytes: &[u8]) -> Result<(Vec<u8>, Names), Unread> {
    let mut names = Names::default();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(section) => module.section(&imports(section, &mut names)?),
            Payload::ExportSection(section) => module.section(&exports(section)?),
            payload => match payload.as_section() {
                Some((id, range)) => {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = bytes.get(range).ok_or("a section ends after the file")?;
                    module.section(&RawSection { id, data })
                }
                None => continue,
            },
        };
    }
    if names.0.is_empty() {
        return Err(format!("it imports nothing from {SCRIPT}").into());
    }
    Ok((module.finish(), names))
}

fn imports(section: ImportSectionReader, names: &mut Names) -> Result<ImportSection, Unread> {
    let mut out = ImportSection::new();
    for import in section.into_imports() {
        let import = import?;
        let kind = RoundtripReencoder.entity_type(import.ty)?;
        if import.module == SCRIPT {
            out.import(import.module, &names.shorten(import.name), kind);
        } else {
            out.import(import.module, import.name, kind);
        }
    }
    Ok(out)
}

fn exports(section: ExportSectionReader) -> Result<ExportSection, Unread> {
    let mut out = ExportSection::new();
    let count = section.count();
    for export in section {
        let export = export?;
        if !UNUSED.iter().any(|class| export.name.contains(&class.to_lowercase())) {
            let kind = RoundtripReencoder.export_kind(export.kind)?;
            out.export(export.name, kind, export.index);
        }
    }
    if out.len() == count {
        return Err(format!("it has no exports of the classes {}", UNUSED.join(", ")).into());
    }
    Ok(out)
}

/// The script with those names and without the unused classes.
pub(crate) fn script(script: &str, names: &Names) -> Result<String, Failure> {
    let mut edit = Edit::new(STEP, "app.js", script);
    for (index, name) in names.0.iter().enumerate() {
        let to = format!(" {}: function(", short(index));
        edit = edit.once(&format!(" {name}: function("), &to)?;
    }
    for class in UNUSED {
        edit = edit
            .cut(&format!("export class {class} {{\n"), "\n}\n")?
            .cut(&format!("if (Symbol.dispose) {class}."), ";\n")?
            .cut(&format!("const {class}Finalization = "), ";\n")?
            .without(class)?;
    }
    Ok(edit.done())
}

/// `a`, `b`, … `z`, `a0`, `b0`, …: no word of JavaScript has a digit.
fn short(index: usize) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::reason;
    use wasm_encoder::{EntityType, ExportKind, MemoryType, TypeSection};

    const LONG: &str = "__wbg_now_0123456789abcdef";

    /// A module that imports from two places and exports these names.
    fn sample(imported: [&str; 2], exported: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let memory = MemoryType {
            minimum: 9,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let mut imports = ImportSection::new();
        imports.import(SCRIPT, imported[0], EntityType::Function(0));
        imports.import("./link.js", "load", EntityType::Function(0));
        imports.import("./link.js", "memory", EntityType::Memory(memory));
        imports.import(SCRIPT, imported[1], EntityType::Function(0));
        let mut exports = ExportSection::new();
        for name in exported {
            exports.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.section(&RawSection { id: 0, data: b"\x04nameanything" });
        module.finish()
    }

    #[test]
    fn only_the_scripts_functions_get_short_names_and_unused_exports_go() {
        let free = "__wbg_intounderlyingsink_free";
        let before = sample([LONG, "__wbg_b"], &["main", free]);
        let (after, names) = module(&before).unwrap();
        assert_eq!(after, sample(["a", "b"], &["main"]));
        assert_eq!(names, Names(vec![LONG.to_owned(), "__wbg_b".to_owned()]));
        let why = reason(module(&before[..before.len() - 1]));
        assert!(why.contains("wasm-bindgen's module: "), "{why}");
        let why = reason(module(&sample([LONG, "b"], &["main"])));
        assert!(why.contains("no exports of the classes IntoUnderlyingByteSource"), "{why}");
    }

    /// A class, its disposal and its finalisation.
    fn class(name: &str) -> [String; 3] {
        [
            format!(
                "export class {name} {{\n    free() {{\n        {name}Finalization.unregister(this);\n    }}\n}}\n"
            ),
            format!(
                "if (Symbol.dispose) {name}.prototype[Symbol.dispose] = {name}.prototype.free;\n"
            ),
            format!(
                "const {name}Finalization = (typeof FinalizationRegistry === 'undefined')\n    ? {{ register: () => {{}} }}\n    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n"
            ),
        ]
    }

    #[test]
    fn the_script_has_short_names_and_no_unused_classes() {
        let functions = format!(
            "    const import0 = {{\n        {LONG}: function() {{\n        }},\n    }};\n"
        );
        let parts: Vec<[String; 3]> = UNUSED.iter().map(|name| class(name)).collect();
        let all = parts.concat().concat() + &functions;
        let names = Names(vec![LONG.to_owned()]);
        let wanted = "    const import0 = {\n        a: function() {\n        },\n    };\n";
        assert_eq!(script(&all, &names).ok().as_deref(), Some(wanted));
        for part in parts.concat() {
            let why = reason(script(&all.replace(&part, ""), &names));
            assert!(why.contains("app.js does not have `"), "{why}");
        }
        let more = Names(vec![LONG.to_owned(), "__wbg_gone".to_owned()]);
        let why = reason(script(&all, &more));
        assert!(why.contains("app.js does not have ` __wbg_gone: function(`"), "{why}");
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
