//! Words about a typed formula: what keeps a text from being one, its breaks, and where its numbers
//! break; apart from the rest because they are fetched when needed.

mod words;

pub use words::{Words, caret};

crate::for_each_language!(spoken);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::{Fault, parse};
    use crate::lang::Lang;
    use crate::precision::lens::Fault as Wrong;
    use crate::precision::ranges::Range;

    fn told(lang: Lang, text: &str) -> String {
        let fault = parse(text).expect_err(text);
        words(lang).fault(&fault)
    }

    #[test]
    fn faults_are_told_in_a_sentence() {
        for (text, english, chinese) in [
            (
                "sigmod(x)",
                "There is no “sigmod”; did you mean sigmoid?",
                "没有“sigmod”。是否想写 sigmoid？",
            ),
            ("2x", "An operation is missing here; did you mean *?", "此处缺少运算符。是否想写 *？"),
            ("(x", "A closing bracket is missing here.", "此处缺少右括号。"),
            ("softmax(x)", "softmax is not a function of one number.", "softmax 不是一元函数。"),
            ("max(x)", "max takes 2 arguments.", "max 需要 2 个参数。"),
            ("elu()", "elu takes 1 to 2 arguments.", "elu 需要 1 至 2 个参数。"),
            ("relu(x,2)", "relu takes 1 argument.", "relu 需要 1 个参数。"),
            ("x²", "“²” means nothing here; did you mean ^2?", "“²”在此没有意义。是否想写 ^2？"),
        ] {
            assert_eq!(told(Lang::En, text), english);
            assert_eq!(told(Lang::Zh, text), chinese);
        }
    }

    /// Every kind of fault has a sentence in every language, with a full stop or a question mark.
    #[test]
    fn every_fault_ends_as_a_sentence() {
        let deep = "(".repeat(60);
        let long = "x".repeat(500);
        let many = vec!["x"; 160].join("+");
        let texts = [
            "",
            &long,
            &many,
            &deep,
            "a+b+c+d+g",
            "$",
            "1e999",
            "1e-999",
            "x+",
            "2x",
            "sin x",
            "(x",
            "where(x,1,2)",
            "x)",
            "x,1",
            "x>0",
            "foo(x)",
            "min(x)",
            "glu(x)",
            "elu(x,x)",
        ];
        let mut kinds = Vec::new();
        for text in texts {
            let kind = parse(text).expect_err(text).kind;
            let name = format!("{kind:?}");
            kinds.push(name.split(['(', ' ', '{']).next().unwrap_or_default().to_owned());
            for lang in Lang::ALL {
                let told = told(lang, text);
                assert!(told.ends_with(['.', '?', '。', '？']), "{text}: {told}");
            }
        }
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), 15, "{kinds:?}");
    }

    #[test]
    fn a_caret_stands_under_the_fault() {
        let at = |text: &str| caret(&parse(text).expect_err(text));
        assert_eq!(at("x + sigmod(x)"), "    ^^^^^^");
        assert_eq!(at("x +"), "   ^");
        assert_eq!(caret(&Fault { at: 0, length: 0, kind: crate::formula::FaultKind::Empty }), "^");
    }

    #[test]
    fn ranges_are_told_with_their_ends() {
        let range = |fault, from, to| Range { fault, from, to };
        for (range, english, chinese) in [
            (
                range(Wrong::Infinite, 88.722_839, f64::INFINITY),
                "It is ∞ from x = 88.7228 on.",
                "从 x = 88.7228 起为 ∞。",
            ),
            (
                range(Wrong::Zero, f64::NEG_INFINITY, -36.736_800_6),
                "It is 0 up to x = −36.7368.",
                "到 x = −36.7368 为止为 0。",
            ),
            (
                range(Wrong::NoDigit, -5.5, -5.25),
                "No digit of it is right from x = −5.5 to −5.25.",
                "从 x = −5.5 到 −5.25 没有一位数字正确。",
            ),
        ] {
            assert_eq!(words(Lang::En).range(&range), english);
            assert_eq!(words(Lang::Zh).range(&range), chinese);
        }
    }
}
