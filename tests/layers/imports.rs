//! The imports of a source, from file to file: an edge leads to the file that defines an item,
//! through the re-exports of the folders between them.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

/// A module or an item by its names, from the root of the source.
type Names = Vec<String>;

/// A path that a `use` brings into a module, by the name it gets there.
struct Import {
    name: String,
    path: Names,
    line: usize,
}

/// A file as a module.
struct Module {
    file: PathBuf,
    /// The code without its `use`s.
    code: String,
    imports: Vec<Import>,
    /// The macros that its crate exports from the root.
    macros: Vec<String>,
}

/// The end of a path.
enum Target {
    Module(Names),
    /// An item of this module.
    Item(Names),
}

/// The modules of a source by their names.
pub struct Source(BTreeMap<Names, Module>);

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Adds the imports of a tree of `use`, which begins with `tree` and is inside of `base`.
fn expand(tree: &str, base: &[String], line: usize, imports: &mut Vec<Import>) {
    let tree = tree.trim();
    if let Some(inside) = tree.strip_prefix('{').and_then(|tree| tree.strip_suffix('}')) {
        let (inside, mut depth, mut start) = (inside.to_owned() + ",", 0, 0);
        for (at, c) in inside.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if c == ',' && depth == 0 {
                expand(&inside[start..at], base, line, imports);
                start = at + 1;
            }
        }
        return;
    }
    if let Some((name, rest)) = tree.split_once("::") {
        return expand(rest, &[base, &[name.trim().to_owned()]].concat(), line, imports);
    }
    let (last, name) = tree.split_once(" as ").unwrap_or((tree, tree));
    let mut path = base.to_vec();
    if last == "self" && !base.is_empty() {
        let own = base.last().cloned().unwrap_or_default();
        let name = if name == "self" { own } else { name.to_owned() };
        imports.push(Import { name, path, line });
    } else if !last.is_empty() {
        path.push(last.trim().to_owned());
        imports.push(Import { name: name.trim().to_owned(), path, line });
    }
}

/// The imports of a file's code, and the code with these blanked out.
fn split(text: &str) -> (String, Vec<Import>) {
    let (mut code, mut imports) = (text.to_owned(), Vec::new());
    for (at, _) in text.match_indices("use ") {
        let before = text[..at].rsplit('\n').next().unwrap_or_default().trim();
        if before.is_empty() || before == "pub" || before.starts_with("pub(") {
            let end = at + text[at..].find(';').unwrap_or_default();
            expand(&text[at + 4..end], &[], line(text, at), &mut imports);
            let blank = text[at..end].replace(|c: char| c != '\n' && c.is_ascii(), " ");
            code.replace_range(at..end, &blank);
        }
    }
    (code, imports)
}

/// The paths of at least two names in a file's code, each with its line.
fn paths(code: &str) -> Vec<(usize, Names)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("::") {
        let start = code[..at].rfind(|c| !is_name(c)).map_or(0, |at| at + 1);
        if start == at || code[..start].ends_with("::") {
            continue;
        }
        let (mut path, mut rest) = (vec![code[start..at].to_owned()], &code[at..]);
        while let Some(more) = rest.strip_prefix("::") {
            let end = more.find(|c| !is_name(c)).unwrap_or(more.len());
            path.extend((end > 0).then(|| more[..end].to_owned()));
            rest = &more[end..];
        }
        found.push((line(code, at), path));
    }
    found
}

impl Source {
    /// The modules of files with their code; `names` are a file's from the root of the source.
    pub fn new(files: impl IntoIterator<Item = (Names, PathBuf, String)>) -> Self {
        let module = |(names, file, text): (Names, PathBuf, String)| {
            let (code, imports) = split(&text);
            let exported = code.split("#[macro_export]\nmacro_rules! ").skip(1);
            let macros = exported.filter_map(|rest| rest.split(' ').next()).map(str::to_owned);
            let macros = macros.collect();
            (names, Module { file, code, imports, macros })
        };
        Self(files.into_iter().map(module).collect())
    }

    /// The end of a path as the module `from` reads it; none outside of the source.
    fn find(&self, from: &[String], path: &[String], left: usize) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let up = || from[..from.len() - 1].to_vec();
        match first.as_str() {
            // A crate of its own is a folder of its own, but for the page, which is in the root.
            "crate" if from[0] == "page" => self.inside(Vec::new(), rest, left),
            "crate" => self.inside(vec![from[0].clone()], rest, left),
            "explorer_core" | "activation_explorer" => {
                self.inside(vec!["core".to_owned()], rest, left)
            }
            "self" => self.inside(from.to_vec(), rest, left),
            "super" if rest.first().is_some_and(|name| name == "super") => {
                self.find(&up(), rest, left)
            }
            "super" => self.inside(up(), rest, left),
            _ => self
                .inside(from.to_vec(), path, left)
                .filter(|target| !matches!(target, Target::Item(own) if own == from)),
        }
    }

    /// The end of a path inside of a module.
    fn inside(&self, module: Names, path: &[String], left: usize) -> Option<Target> {
        let Some((name, rest)) = path.split_first() else { return Some(Target::Module(module)) };
        let child = [module.as_slice(), std::slice::from_ref(name)].concat();
        if module.len() < 2
            && let Some(macro_in) = self.macro_in(&module, name)
        {
            return Some(Target::Item(macro_in));
        }
        let own = self.0.get(&module);
        let import = own.and_then(|own| own.imports.iter().find(|i| i.name == *name));
        // A macro may be called like a module.
        if self.0.contains_key(&child) && (import.is_none() || !rest.is_empty()) || own.is_none() {
            return self.inside(child, rest, left);
        }
        let Some(import) = import.filter(|_| left > 0) else { return Some(Target::Item(module)) };
        match self.find(&module, &import.path, left - 1)? {
            Target::Module(found) => self.inside(found, rest, left - 1),
            item => Some(item),
        }
    }

    /// The module that declares a macro which a crate exports from its root.
    fn macro_in(&self, root: &[String], name: &str) -> Option<Names> {
        let mut all = self.0.iter().filter(|(names, _)| names.starts_with(root));
        let here = |module: &Module| module.macros.iter().any(|known| known == name);
        all.find(|(_, module)| here(module)).map(|(names, _)| names.clone())
    }

    /// The modules that each module imports items of, with the line where it does.
    fn edges(&self) -> BTreeMap<&Names, BTreeMap<&Names, usize>> {
        let mut edges: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for (own, module) in &self.0 {
            let uses = module.imports.iter().map(|import| (import.line, import.path.clone()));
            let all = edges.entry(own).or_default();
            for (line, path) in uses.chain(paths(&module.code)) {
                if let Some(Target::Item(to)) = self.find(own, &path, 16)
                    && let Some((to, _)) = self.0.get_key_value(&to)
                    && to != own
                {
                    all.entry(to).or_insert(line);
                }
            }
        }
        edges
    }

    /// The circles of imports, each as its files with the line where one imports the next; one at
    /// least if there are any.
    pub fn circles(&self) -> Vec<String> {
        let mut edges = self.edges();
        for names in self.0.keys().filter(|names| names.len() > 1) {
            // A folder's mod.rs leads to its files, which therefore import nothing of its own.
            if let Some((facade, _)) = self.0.get_key_value(&names[..names.len() - 1]) {
                edges.entry(facade).or_default().entry(names).or_insert(0);
            }
        }
        let (mut circles, mut told) = (Vec::new(), Vec::new());
        for start in self.0.keys() {
            if told.contains(&start) {
                continue;
            }
            let (mut from, mut queue) = (BTreeMap::new(), VecDeque::from([start]));
            while let Some(at) = queue.pop_front().filter(|_| !from.contains_key(start)) {
                for to in edges[at].keys().copied() {
                    if !from.contains_key(to) {
                        from.insert(to, at);
                        queue.push_back(to);
                    }
                }
            }
            let (mut circle, mut at) = (Vec::new(), start);
            while let Some(before) = from.get(at).copied().filter(|_| from.contains_key(start)) {
                let file = self.0[before].file.display();
                circle.push(match edges[before][at] {
                    0 => file.to_string(),
                    line => format!("{file}:{line}"),
                });
                told.push(before);
                at = before;
                if at == start {
                    break;
                }
            }
            circle.reverse();
            circles.extend((!circle.is_empty()).then(|| circle.join(" -> ")));
        }
        circles
    }
}
