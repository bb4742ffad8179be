//! What to know before using a function: cards with a built figure each.
//!
//! A card is a line of the section, `- [Title](?view=…) Why.`: the state that its figure shows.

use super::links;
use super::markdown::{Press, escaped, inline};
use super::still;
use super::words::Know;
use explorer_core::activation::Activation;
use explorer_core::address::Address;
use explorer_core::numeric::format::pretty;
use explorer_core::plot::{Curve, Dot, Role};
use explorer_core::views;

/// The most cards of a function.
const MOST: usize = 3;

/// A text without its section `heading`, which may be missing, and the lines of that section with
/// their numbers.
pub fn section<'a>(source: &'a str, heading: &str) -> (String, Vec<(usize, &'a str)>) {
    let mark = format!("\n## {heading}\n");
    let Some((before, rest)) = source.split_once(&mark) else {
        return (source.to_owned(), Vec::new());
    };
    let (section, after) = rest.split_once("\n## ").unwrap_or((rest, ""));
    let first = before.matches('\n').count() + 3;
    let lines = section.lines().enumerate().map(|(index, line)| (first + index, line));
    let lines = lines.filter(|(_, line)| !line.is_empty());
    (format!("{before}\n## {after}"), lines.collect())
}

/// The cards as HTML; nothing if there are none.
pub fn cards(lines: &[(usize, &str)], words: &Know, press: &Press) -> Result<String, String> {
    if lines.len() > MOST {
        return Err(format!("line {}: more than {MOST} cards", lines[MOST].0));
    }
    let each = lines.iter().map(|(line, source)| {
        card(source, *line, words, press).map_err(|why| format!("line {line}: {why}"))
    });
    let each: Result<String, String> = each.collect();
    Ok(if lines.is_empty() {
        String::new()
    } else {
        format!("<div class=\"know\">{}</div>", each?)
    })
}

fn card(source: &str, line: usize, words: &Know, press: &Press) -> Result<String, String> {
    const SYNTAX: &str = "a card looks like `- [Title](?view=…) Why.`";
    let (title, rest) =
        source.strip_prefix("- [").and_then(|rest| rest.split_once("](")).ok_or(SYNTAX)?;
    let (query, text) = rest.split_once(") ").ok_or(SYNTAX)?;
    let state = links::check(query).map_err(|why| format!("`{query}`: {why}"))?;
    let text = inline(text, line, press)?;
    let (link, open) = (query.replace('&', "&amp;"), words.open);
    Ok(format!(
        "<div class=\"advice\"><div><h3>{}</h3><p>{text}</p>\
         <a class=\"show\" href=\"{link}\">{open}</a></div>{}</div>",
        escaped(title),
        figure(&state, words)
    ))
}

/// The picture of a state of curves, with a ring where its probe is; nothing for any other.
fn figure(state: &Address, words: &Know) -> String {
    if !state.view.named_by_functions {
        return String::new();
    }
    let Some((_, drawing)) = views::drawings(state).into_iter().next() else {
        return String::new();
    };
    let frame = still::frame(drawing.window());
    let one = state.view.reads.function;
    let acts = if one { vec![state.act] } else { state.beside() };
    let names: Vec<_> = acts.iter().map(|act| act.name).collect();
    let mut picture = drawing.picture(&frame);
    still::thin(&frame, &mut picture);
    let difference = state.view.reads.differences && state.extras.difference;
    let height = |act: &'static Activation, x: f64| act.f(x, &state.params(act));
    let mut marks = Vec::new();
    if let Some(x) = state.x {
        let less = acts.first().filter(|_| difference).map_or(0.0, |first| height(first, x));
        for (index, act) in (0..).zip(&acts).skip(usize::from(difference)) {
            let role = if one { Role::F } else { Role::Series(index) };
            let at = (x, height(act, x) - less);
            marks.push(at);
            let dots = vec![Dot { at, filled: false }];
            picture.curves.push(Curve { role, strokes: Vec::new(), dots });
        }
    }
    let mut said = marks.last().map_or(String::new(), |(x, y)| {
        let slope =
            if one { Some(pretty(state.act.df(*x, &state.params(state.act)), 3)) } else { None };
        (words.at)(&pretty(*x, 4), &pretty(*y, 3), slope.as_deref())
    });
    let svg = still::svg(&frame, &picture, &names.join(", "));
    let legend = if one { still::legend(state.extras.second) } else { still::legend_of(&acts) };
    if let ([first, .., last], true) = (&names[..], difference) {
        said = format!("{last} − {first}{said}");
    } else if !one {
        said.clear();
    }
    let said = if said.is_empty() { said } else { format!("<figcaption>{said}</figcaption>") };
    let legend = if difference { String::new() } else { legend };
    format!("<figure><div class=\"picture\">{svg}{legend}</div>{said}</figure>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_taken_out_with_the_numbers_of_its_lines() {
        let source = "# T\n\nS.\n\n## A\n\n- a\n\n## Know\n\n- k\n- l\n\n## Last\n\n- c\n";
        let (rest, lines) = section(source, "Know");
        assert_eq!(rest, "# T\n\nS.\n\n## A\n\n- a\n\n## Last\n\n- c\n");
        assert_eq!(lines, [(11, "- k"), (12, "- l")]);
        assert_eq!(section(&rest, "Know"), (rest.clone(), Vec::new()));
    }
}
