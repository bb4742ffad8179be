//! The words around the pages that need no JavaScript.

use explorer_core::lang::Lang;

/// The words in one language.
pub(super) struct Words {
    /// The folder's name, and `lang` in addresses.
    pub(super) code: &'static str,
    /// For `lang` attributes.
    pub(super) tag: &'static str,
    /// The language in itself.
    pub(super) language: &'static str,
    pub(super) product: &'static str,
    pub(super) description: &'static str,
    pub(super) navigation: &'static str,
    /// Leads from a preview to the live page.
    pub(super) open: &'static str,
    /// Leads to the live page.
    pub(super) live: &'static str,
    pub(super) lesson: &'static str,
    pub(super) functions: &'static str,
    pub(super) definition: &'static str,
    pub(super) claims: &'static str,
    pub(super) frameworks: &'static str,
    pub(super) around: &'static str,
    pub(super) previous: &'static str,
    pub(super) next: &'static str,
    /// Between a short name and a long one.
    pub(super) colon: &'static str,
}

/// The words in a language.
pub(super) fn of(lang: Lang) -> &'static Words {
    let place = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
    &LANGUAGES[place]
}

/// Every language.
pub(super) static LANGUAGES: &[Words] = &[
    Words {
        code: "en",
        tag: "en",
        language: "English",
        product: "Activation Explorer",
        description: "Every activation function of neural networks and its derivative: formulas, pictures, strengths and weaknesses, and a lesson that corrects what is often said about them.",
        navigation: "Other forms of this page",
        open: "Open",
        live: "Open it live",
        lesson: "The lesson",
        functions: "The functions",
        definition: "Definition",
        claims: "What people say",
        frameworks: "In the frameworks",
        around: "Chapters before and after",
        previous: "Previous",
        next: "Next",
        colon: ": ",
    },
    Words {
        code: "zh",
        tag: "zh-CN",
        language: "中文",
        product: "激活函数探索",
        description: "神经网络的各种激活函数及其导数：公式、图像、优点与缺点，外加一门课程，纠正关于它们的种种误传。",
        navigation: "本页的其他形式",
        open: "打开",
        live: "打开可交互的页面",
        lesson: "课程",
        functions: "函数",
        definition: "定义",
        claims: "常见说法",
        frameworks: "各框架中的约定",
        around: "前后章节",
        previous: "上一章",
        next: "下一章",
        colon: "：",
    },
];
