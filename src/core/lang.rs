//! The languages of the page: a line each.

/// Hands every language to a macro: variant, module, tag for `<html lang>`, its name in itself.
///
/// The first is for readers whose own language is not among them.
#[macro_export]
macro_rules! for_each_language {
    ($then:ident) => {
        $then! {
            En en "en" "English",
            Zh zh "zh-CN" "中文",
        }
    };
}

macro_rules! enumerate {
    ($($Lang:ident $lang:ident $tag:literal $name:literal,)*) => {
        /// A language of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Lang {
            $(#[doc = $name] $Lang,)*
        }

        impl Lang {
            /// Every language, in the order menus show them.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$Lang),*];

            /// The name used in URLs and file names.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$Lang => stringify!($lang)),* }
            }

            /// The tag for `<html lang>`.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$Lang => $tag),* }
            }

            /// The language's name in itself.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Lang => $name),* }
            }
        }
    };
}
for_each_language!(enumerate);

impl Default for Lang {
    fn default() -> Self {
        Self::ALL[0]
    }
}

impl Lang {
    /// The nearest language to a BCP-47 tag; the first for anything unknown.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let known = Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()));
        known.unwrap_or_default()
    }
}

/// In a folder with a file per language: declares them, and `words(lang)` that gives the constant
/// `WORDS` of each, of the type `Words` beside it. A missing file or text does not compile.
macro_rules! spoken {
    ($($Lang:ident $lang:ident $tag:literal $name:literal,)*) => {
        $(mod $lang;)*

        /// The words in a language.
        #[must_use]
        pub const fn words(lang: $crate::lang::Lang) -> &'static Words {
            match lang { $($crate::lang::Lang::$Lang => &$lang::WORDS),* }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_lead_to_the_nearest_language() {
        for (tag, lang) in
            [("zh-Hant-TW", Lang::Zh), ("ZH_cn", Lang::Zh), ("en", Lang::En), ("fr", Lang::En)]
        {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
        assert_eq!(Lang::default(), Lang::En);
        assert_eq!(Lang::ALL.map(Lang::code)[..2], ["en", "zh"]);
    }
}
