//! Links from texts to states of the page: right exactly when the page takes them as they stand.
//!
//! The page forgives what it cannot use; a text has no excuse for asking.

use explorer_core::address::{Address, Theme};
use explorer_core::lang::Lang;
use explorer_core::views;

/// The state a link leads to, if the page's parser takes every key and writes it back as it stands.
pub fn check(link: &str) -> Result<Address, String> {
    let query = link.strip_prefix("?view=").map(|_| &link[1..]);
    let query = query.ok_or("it must begin with `?view=`")?;
    let name = query["view=".len()..].split('&').next().unwrap_or_default();
    if views::find(name).is_none() {
        return Err(format!("no view `{name}`"));
    }
    let (state, notices) = views::parse(query);
    if let Some(notice) = notices.first() {
        return Err(format!("`{}={}` cannot be used: {:?}", notice.key, notice.value, notice.why));
    }
    if state.view.reads.chapter {
        return Err("chapters are named differently: `lesson:…`".into());
    }
    let known = state.trimmed().every_key(Lang::default(), Theme::default());
    let mut seen: Vec<&str> = Vec::new();
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` has no value"))?;
        if seen.contains(&key) {
            return Err(format!("`{key}` is there twice"));
        }
        seen.push(key);
        match known.iter().find(|(name, _)| name == key) {
            Some((_, back)) if back == value => {}
            // A number may be written in another way, such as 1e3.
            Some((_, back)) if number(back).is_some() && number(back) == number(value) => {}
            Some((_, back)) if !back.is_empty() => {
                return Err(format!("the page makes `{key}={back}` of `{key}={value}`"));
            }
            _ => {
                return Err(format!(
                    "`{key}={value}` means nothing in the view `{}`",
                    state.view.id
                ));
            }
        }
    }
    Ok(state)
}

fn number(text: &str) -> Option<f64> {
    explorer_core::numeric::decimal::parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_known_to_the_page() {
        for link in [
            "?view=kink",
            "?view=function",
            "?view=zigzag&momentum=0.5&centre=1",
            "?view=linear&depth=3",
            "?view=neuron&w=1,2&in=0.5,-1",
            "?view=kink&softplus.beta=3",
            "?view=function&fn=elu&xmin=0",
            "?view=function&fn=elu&alpha=1.5&x=-2&second=1&tangent=0&deriv=0&shade=0.05",
            "?view=function&fn=sigmoid&x=1e3&xmin=-1e4&xmax=1e4&ymin=0&ymax=1",
            "?view=compare&cmp=elu,relu&elu.alpha=2&x=0&diff=1",
            "?view=zigzag&fn=sigmoid&batch=8&lr=0.1&seed=3",
            "?view=zigzag",
            "?view=zigzag&fn=sigmoid&steps=40",
            "?view=softmax&temperature=0.25",
            "?view=softmax&z=0,0,0",
            "?view=maxout&pieces=-1,0,1,0",
            "?view=maxout&target=1&k=9",
            "?view=function&fn=rrelu&x=-1&train=1",
        ] {
            assert_eq!(check(link).err(), None, "{link}");
        }
        for link in [
            "view=kink",
            "?fn=elu",
            "?view=",
            "?view=function&fn=elus",
            "?view=function&fn=silu",
            "?view=function&fn=elu&fn=relu",
            "?view=function&fn=celu&alpha=0",
            "?view=function&fn=elu&beta=1",
            "?view=function&fn=elu&x",
            "?view=function&fn=elu&x=one",
            "?view=function&fn=elu&xmin=1&xmax=1",
            "?view=function&fn=elu&second=2",
            "?view=function&fn=elu&shade=2",
            "?view=function&fn=elu&diff=1",
            "?view=function&fn=elu&cmp=relu",
            "?view=compare&cmp=elu,relu&alpha=2",
            "?view=compare&cmp=elu,relu&swish.beta=2",
            "?view=compare&cmp=elu,none",
            "?view=compare&cmp=elu,elu,elu,elu,elu,elu,elu,elu,elu",
            "?view=zigzag&fn=tanh&batch=1.5",
            "?view=zigzag&steps=10001",
            "?view=zigzag&batch=1000",
            "?view=zigzag&lr=5000",
            "?view=zigzag&seed=4000000000",
            "?view=maxout&target=9",
            "?view=kink&x=0",
            "?view=softmax&temperature=0",
            "?view=softmax&z=1",
            "?view=softmax&z=1,two",
            "?view=maxout&pieces=-1,0,1",
            "?view=maxout&k=0",
            "?view=function&fn=relu&train=1",
            "?view=kink&z=0,0",
            "?view=learn&chapter=01-activation",
        ] {
            assert!(check(link).is_err(), "{link}");
        }
    }
}
