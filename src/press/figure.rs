//! A live component in a text, `![Caption](?view=…)`: what the build leaves for it. The page
//! mounts the component into the figure; until then, and where nothing runs, there is a still
//! picture of the curves if it is one of curves, and always the way to the whole view.

use super::evidence;
use super::links;
use super::markdown::{Press, inline};
use super::still;
use super::words::words;
use explorer_core::address::Address;
use explorer_core::lang::Lang;
use explorer_core::views;

/// The figure.
pub fn figure(
    query: &str,
    caption: &str,
    line: usize,
    lang: Lang,
    press: &Press,
) -> Result<String, String> {
    let at = |why: String| format!("line {line}: `{query}`: {why}");
    let state = links::check(query).map_err(at)?;
    if !state.view.in_texts {
        return Err(at(format!("`{}` cannot be part of a text", state.view.id)));
    }
    let caption = inline(caption, line, press)?;
    let charts = state.view == &views::evidence::VIEW;
    let picture = if charts { evidence::charts(lang)? } else { still(&state) };
    let (link, open) = (query.replace('&', "&amp;"), words(lang).claims.open);
    // A chart is complete; everything else comes alive.
    let live = if charts {
        "class=\"chart\"".to_owned()
    } else {
        format!("class=\"live\" data-query=\"{link}\"")
    };
    Ok(format!(
        "<figure {live}>{picture}<figcaption>{caption} <a class=\"show\" href=\"{link}\">{open}</a></figcaption></figure>\n"
    ))
}

/// A still picture with its legend, if the view is one of curves; nothing for any other.
fn still(state: &Address) -> String {
    if !state.view.named_by_functions {
        return String::new();
    }
    let Some((_, drawing)) = views::drawings(state).into_iter().next() else {
        return String::new();
    };
    let frame = still::frame(drawing.window());
    let (label, legend) = if state.view.reads.function {
        (state.act.name.to_owned(), still::legend(state.extras.second))
    } else {
        (state.subject().unwrap_or_default(), still::legend_of(&state.beside()))
    };
    let picture = still::svg(&frame, &drawing.picture(&frame), &label);
    format!("<div class=\"picture\">{picture}{legend}</div>")
}
