//! The words that the press adds to the texts, a file a language: a missing word does not compile.

mod table;

pub use table::{About, Claims, Evidence, Frameworks, Guide, Know, Lost, Plain, Start, Words};

/// Declares a file for each language, and `words(lang)` that gives its `WORDS`.
macro_rules! spoken {
    ($($Lang:ident $lang:ident $tag:literal $name:literal,)*) => {
        $(mod $lang;)*

        /// The words in a language.
        pub const fn words(lang: explorer_core::lang::Lang) -> &'static Words {
            match lang { $(explorer_core::lang::Lang::$Lang => &$lang::WORDS),* }
        }
    };
}
explorer_core::for_each_language!(spoken);

#[cfg(test)]
mod tests {
    use crate::files;
    use explorer_core::lang::Lang;
    use std::fs;
    use std::path::Path;

    #[test]
    fn no_language_is_named_outside_of_its_words() {
        let press = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = files::below(press).unwrap();
        files.retain(|file| {
            file.extension().is_some_and(|kind| kind == "rs")
                && file.parent().is_none_or(|folder| !folder.ends_with("words"))
        });
        assert!(files.len() > 20, "{files:?}");
        let root = press.join("../..");
        for page in ["index.html", "public/404.html", "src/boot.js"] {
            files.push(root.join(page));
        }
        files.extend(files::below(&root.join("style/main")).unwrap());
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            // The pages' titles are in the first language.
            let first = format!("<html lang=\"{}\">", Lang::default().tag());
            let code = code.replacen(&first, "", 1);
            for lang in Lang::ALL {
                let variant = format!("Lang::{lang:?}");
                let quoted = ["\"{}\"", "'{}'", "({})", "/^{}/", "\"{}-", "\"{}_"];
                let quoted = quoted.map(|quoted| quoted.replace("{}", lang.code()));
                let named = quoted.iter().chain([&variant]).find(|name| code.contains(*name));
                assert_eq!(named, None, "{} names {}", file.display(), lang.name());
            }
        }
    }
}
