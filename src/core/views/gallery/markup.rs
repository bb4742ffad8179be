//! The start page's texts as HTML: for the live page, and for the one before it is live.

use super::Words;
use super::model::{LAYERS, brightness, choice, left};
use crate::activation::{ALL, Activation, Kind};
use crate::address::{Choice, Group, Trait, View};
use crate::chapters::{APPENDED, CHAPTERS};
use crate::numeric::format::{fixed, shortest};
use crate::words::Words as PageWords;

/// What stands above the large plot: headline, lead, functions to choose from.
#[must_use]
pub fn above(title: &str, lead: &str, label: &str, act: &'static Activation) -> String {
    let chip = |each: &Activation| {
        let (id, name) = (each.id, each.name);
        let on = each == act;
        format!(
            "<button type=\"button\" data-choice=\"{id}\" aria-pressed=\"{on}\">{name}</button>"
        )
    };
    let chips: String = choice(act).into_iter().map(chip).collect();
    format!(
        "<div class=\"says\"><h1>{title}</h1><p class=\"lead\">{lead}</p></div>\
         <div class=\"chips\" role=\"group\" aria-label=\"{label}\" translate=\"no\">{chips}</div>"
    )
}

/// What stands below it: room for the sliders, the lamps, also in words, and the sentence.
#[must_use]
pub fn below(lamps: &str, lights: &str, lit: &str, fate: &str) -> String {
    format!(
        "<div class=\"own\"></div><div class=\"after\"><p class=\"hint\">{lamps}</p>\
         <div class=\"lamps\" role=\"img\" aria-label=\"{lit}\">{lights}</div></div><p class=\"fate\">{fate}</p>"
    )
}

/// The lamps: how bright each is, and its number.
#[must_use]
pub fn lights(slope: f64) -> String {
    let lamp = |(number, rest): (usize, f64)| {
        let (value, on) = (shortest(rest), fixed(brightness(rest), 3));
        format!(
            "<data translate=\"no\" value=\"{value}\"><svg><rect width=\"100%\" height=\"100%\" opacity=\"{on}\"/></svg>{number}</data>"
        )
    };
    (1..=LAYERS).zip(left(slope)).map(lamp).collect()
}

/// The three ways on, each by the entry of the bar that leads there; `views` are all there are.
#[must_use]
pub fn doors(words: &Words, views: &[&View]) -> String {
    let demos = views.iter().filter(|view| view.plays.is_some()).count();
    let ways = [
        (Group::Lesson, CHAPTERS.len() - APPENDED),
        (Group::Functions, ALL.len()),
        (Group::Demos, demos),
    ];
    let door = |((group, number), (name, line)): ((Group, usize), super::words::Door)| {
        let view = Group::BAR.iter().find(|(entry, _)| *entry == group).map_or("", |(_, id)| id);
        format!("<p><a data-view=\"{view}\" href=\"?view={view}\">{name}</a>{}</p>", line(number))
    };
    ways.into_iter().zip(words.doors).map(door).collect()
}

/// The heading of the gallery, which has the page to itself in a frame, and its filters.
#[must_use]
pub fn head(words: &Words, page: &PageWords, framed: bool) -> String {
    let heading = (words.heading)(ALL.len());
    let rank = if framed { 1 } else { 2 };
    let button = |(each, name): &(Trait, &str)| {
        let text = (page.traits)(*each);
        format!("<button type=\"button\" data-trait=\"{name}\">{text}</button>")
    };
    let buttons: String = Trait::NAMES.iter().map(button).collect();
    format!(
        "<h{rank}>{heading}</h{rank}><div class=\"filters\" role=\"group\" aria-label=\"{}\">{buttons}\
         <button type=\"button\" class=\"all\">{}</button><span class=\"hint\" role=\"status\"></span></div>",
        page.only, page.show_all
    )
}

/// What stands below a tile's plot: name, note, sliders.
#[must_use]
pub fn card(page: &PageWords, act: &Activation) -> String {
    let (id, name) = (act.id, act.name);
    format!(
        "<h3 translate=\"no\"><a data-view=\"function\" data-act=\"{id}\" href=\"?view=function&amp;fn={id}\">{name}</a></h3>\
         <p class=\"hint\">{}</p>{}",
        slice(page, act),
        sliders(page, act)
    )
}

/// The note on the slice that the plot of a function of several inputs shows.
#[must_use]
pub fn slice(page: &PageWords, act: &Activation) -> String {
    let inputs = match act.kind {
        Kind::Scalar => return String::new(),
        // Maxout with two pieces is no slice but a small unit.
        Kind::Vector(_) if act.id == "maxout" => return "k = 2".to_owned(),
        Kind::Gated(_) => "f(a, x)",
        Kind::Vector(_) => "z = (x, 0, 0)",
    };
    format!("{}: {inputs}", page.slice_mark)
}

/// A slider for each parameter in one line, and a button that resets them; nothing where there are
/// none.
#[must_use]
pub fn sliders(page: &PageWords, act: &Activation) -> String {
    let id = act.id;
    let line = |param: &crate::activation::Param| {
        let (name, symbol) = (param.name, param.symbol);
        let label = (page.slider_label)(symbol, name, act.name);
        format!(
            "<div class=\"line\"><i translate=\"no\" aria-hidden=\"true\">{symbol}</i>\
             <input type=\"range\" name=\"{name}\" data-fn=\"{id}\" step=\"{}\" aria-label=\"{label}\">\
             <span translate=\"no\" aria-hidden=\"true\"></span></div>",
            shortest(param.step)
        )
    };
    let lines: String = act.params.iter().map(line).collect();
    if lines.is_empty() {
        return lines;
    }
    let reset = page.reset;
    format!(
        "<div class=\"sliders\">{lines}<button type=\"button\" class=\"reset\" data-fn=\"{id}\" \
         aria-label=\"{}: {reset}\" hidden>{reset}</button></div>",
        act.name
    )
}

/// The foot of the page; `code` is the language's name in addresses.
#[must_use]
pub fn foot(words: &Words, code: &str) -> String {
    let link =
        |at: &str, text: &str| format!("<a href=\"./pages/{code}/about.html{at}\">{text}</a>");
    format!(
        "<span>{}</span>{}{}<a data-view=\"embed\" href=\"?view=embed\">{}</a>",
        words.tested,
        link("#tested", words.how),
        link("#licence", words.licence),
        words.embed
    )
}

/// The value and the slope at a tile's probe.
#[must_use]
pub fn probed(f: f64, df: Option<f64>) -> String {
    let number = |class: &str, x: f64| {
        let text = crate::numeric::format::typographic(&fixed(x + 0.0, 2));
        format!("<span class=\"{class}\">{text}</span> ")
    };
    number("f", f) + &df.map(|df| number("df", df)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::views;

    #[test]
    fn lamps_carry_the_numbers_of_the_model() {
        let html = lights(-0.5);
        for rest in left(0.5) {
            assert!(html.contains(&format!("value=\"{}\"", shortest(rest))), "{html}");
        }
    }

    #[test]
    fn three_doors_lead_to_views_there_are() {
        for lang in Lang::ALL {
            let html = doors(super::super::words(lang), views::ALL);
            let ids: Vec<_> = html.split("data-view=\"").skip(1).collect();
            assert_eq!(ids.len(), 3, "{html}");
            for id in ids {
                assert!(views::find(id.split('"').next().unwrap_or_default()).is_some(), "{html}");
            }
            assert!(html.contains("11") && html.contains(&ALL.len().to_string()), "{html}");
        }
    }

    #[test]
    fn every_parameter_has_a_slider_in_one_line() {
        let page = crate::words::words(Lang::En);
        for act in ALL {
            let html = card(page, act);
            for param in act.params {
                let input =
                    format!("type=\"range\" name=\"{}\" data-fn=\"{}\"", param.name, act.id);
                assert_eq!(html.matches(&input).count(), 1, "{html}");
            }
            assert_eq!(html.contains("reset"), !act.params.is_empty());
        }
    }
}
