//! Words about what is not shown as it was written, apart from the rest because they are fetched
//! when needed.

mod words;

pub use words::{Words, line};

crate::for_each_language!(spoken);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::views;

    fn lines(query: &str, lang: Lang) -> Vec<String> {
        let (state, notices) = views::parse(query);
        notices.iter().map(|notice| line(lang, notice, &state)).collect()
    }

    #[test]
    fn a_notice_names_the_key_what_was_written_and_what_is_shown() {
        let en = |query: &str| lines(query, Lang::En).join(" ");
        assert_eq!(
            en("view=function&fn=rrelu&lower=0.5&upper=0.2"),
            "upper: 0.2 is not possible here; 0.5 is shown."
        );
        assert_eq!(
            en("view=function&fn=elu&alpha=1,5"),
            "alpha: “1,5” is not a finite number; 1 is shown."
        );
        assert_eq!(
            en("view=function&fn=elu&alhpa=3"),
            "alhpa: there is no such key here. Did you mean alpha?"
        );
        assert_eq!(en("hide=nav,all"), "hide: there is no “all”; nav is shown.");
        assert_eq!(
            lines("view=function&fn=elu&alhpa=3&x=a", Lang::Zh),
            ["alhpa：这里没有这个参数。是不是想写 alpha？", "x：“a”不是有限的数，没有采用。"]
        );
    }
}
