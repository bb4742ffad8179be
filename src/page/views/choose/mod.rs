//! The decision guide: one question at a time, the answers so far, and a recommendation at the end.

mod race;

use crate::page::state::{Page, page};
use crate::page::widgets::fetched_text::Fetched;
use crate::page::widgets::fetched_text::text;
use crate::page::widgets::figures::{Mounted, all};
use activation_explorer::address::{Notice, Why};
use activation_explorer::numeric::format::shortest;
use activation_explorer::views;
use activation_explorer::views::choose::PATH;
use activation_explorer::words::reading::words as reading;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The most curves on an answer.
const CURVES: usize = 4;

/// The view.
pub(crate) fn show() -> AnyView {
    Choose().into_any()
}

/// The view.
#[component]
fn Choose() -> impl IntoView {
    let page = page();
    let slug = Signal::derive(|| "choose");
    let (html, mounted, area) = (text(page, slug), Mounted::new(), NodeRef::<Div>::new());
    let path = page.address.list(&PATH);
    Effect::new(move |before: Option<bool>| {
        let (Some(area), html, path) = (area.get(), html.get(), path.get()) else { return false };
        let Some(guide) = parsed(&html).filter(|_| !html.is_empty()) else { return false };
        let step = step(page, &guide, &path);
        if step.used < path.len() {
            // Answers to questions that are not on the path.
            let notice = Notice::new(PATH.name, &written(&path), Why::NoSuchChoice)
                .shows(&written(&path[..step.used]));
            page.address.notices.update(|all| all.push(notice));
            page.address.edit(|s| s.set_list(&PATH, path[..step.used].to_vec()));
        }
        mounted.fill(page, &area, &step.html);
        // The link that was followed is gone; the next step gets the focus.
        if before == Some(true) {
            let heading = area.query_selector("h2").ok().flatten();
            if let Some(heading) = heading.and_then(|h| h.dyn_into::<HtmlElement>().ok()) {
                let _ = heading.focus();
            }
        }
        true
    });
    view! {
        <div class="page reading choose">
            <article class="subject" tabindex="-1">
                <Fetched slug />
                <div node_ref=area></div>
                <p class="hint">
                    <a href="?view=learn&chapter=choose">{page.say(reading, |w| w.whole)}</a>
                </p>
            </article>
        </div>
    }
}

/// The guide in an element that is not in the document.
fn parsed(html: &str) -> Option<Element> {
    let guide = document().create_element("div").ok()?;
    guide.set_inner_html(html);
    Some(guide)
}

/// A step of the guide.
struct Step {
    html: String,
    /// The number of answers used on the way here.
    used: usize,
}

/// The step at the end of a path of answers.
fn step(page: Page, guide: &Element, path: &[f64]) -> Step {
    let words = page.table(reading);
    let find = |selector: &str| guide.query_selector(selector).ok().flatten();
    let inner = |element: Option<Element>| element.map(|e| e.inner_html()).unwrap_or_default();
    let mut question = find("[data-question]");
    let (mut answers, mut used, mut end) = (String::new(), 0, None);
    for answer in path {
        let Some(asked) = question.as_ref().filter(|_| end.is_none()) else { break };
        let Some(option) = all(asked, ".options > li").into_iter().nth(place(*answer)) else {
            break;
        };
        let heading = inner(asked.query_selector("h2").ok().flatten());
        let chosen = inner(option.query_selector(".option").ok().flatten());
        answers.push_str(&format!(
            "<li><span>{heading}</span> <b>{chosen}</b> <a href=\"{}\">{}</a></li>",
            address(&path[..used]),
            words.change
        ));
        used += 1;
        match option.get_attribute("data-next") {
            Some(next) => question = find(&format!("[data-question=\"{next}\"]")),
            None => end = Some(option),
        }
    }
    let mut html = String::new();
    // Everything before the first question: title, lead, the explanation of the marks.
    for part in all(guide, ":scope > h1, :scope > p") {
        if used == 0 || part.tag_name() == "H1" {
            html.push_str(&part.outer_html());
        }
    }
    if used > 0 {
        html.push_str(&format!(
            "<nav aria-label=\"{}\"><ol class=\"answers\">{answers}</ol></nav>",
            words.answers
        ));
    }
    match (end, question) {
        (Some(option), _) => html.push_str(&recommendation(page, &option)),
        (None, Some(question)) => html.push_str(&asked(page, guide, &question, &path[..used])),
        (None, None) => {}
    }
    if used > 0 {
        html.push_str(&format!(
            "<p class=\"hint\"><a href=\"{}\">{}</a></p>",
            address(&[]),
            words.again
        ));
    }
    Step { html, used }
}

/// The index of an option in its list; an index that no list has for anything but a whole number
/// from 1.
fn place(answer: f64) -> usize {
    let place = answer - 1.0;
    if place >= 0.0 && place == libm::floor(place) { place as usize } else { usize::MAX }
}

/// The question with its options as links.
fn asked(page: Page, guide: &Element, question: &Element, path: &[f64]) -> String {
    let heading = question.query_selector("h2").ok().flatten();
    let heading = heading.map(|h| h.inner_html()).unwrap_or_default();
    let mut html = format!("<section><h2 tabindex=\"-1\">{heading}</h2><ul class=\"options\">");
    for (index, item) in all(question, ".options > li").iter().enumerate() {
        let Ok(Some(option)) = item.query_selector(".option") else { continue };
        let mut path = path.to_vec();
        path.push(index as f64 + 1.0);
        let (words, acts) = (option.inner_html(), race::of_option(guide, item));
        let curves: String = acts.iter().take(CURVES).map(|act| race::curve(act)).collect();
        html.push_str(&format!(
            "<li><a class=\"option\" href=\"{}\"><span>{words}</span><span>{curves}</span></a></li>",
            address(&path)
        ));
    }
    let names = race::of_question(guide, question).into_iter().map(|act| {
        format!(
            "<a data-view=\"function\" data-act=\"{0}\" href=\"?view=function&amp;fn={0}\">{1}<span translate=\"no\">{2}</span></a>",
            act.id,
            race::curve(act),
            act.name
        )
    });
    let names: String = names.collect();
    let title = page.table(reading).race;
    html + &format!("</ul><p class=\"race\"><span>{title}</span>{names}</p></section>")
}

/// The end of the path: the recommendation, its reasons, the functions, and one of them to play
/// with.
fn recommendation(page: Page, option: &Element) -> String {
    let words = page.table(reading);
    let query = option.get_attribute("data-query").unwrap_or_default();
    let advice = option.query_selector(".advice").ok().flatten();
    let advice = advice.map(|a| a.inner_html()).unwrap_or_default();
    let (state, _) = views::parse(&query);
    let acts = state.subjects();
    let links = acts.iter().map(|act| {
        format!(
            "<a data-view=\"function\" data-act=\"{0}\" href=\"?view=function&amp;fn={0}\">{1}</a>",
            act.id, act.name
        )
    });
    let links = links.collect::<Vec<_>>().join(" · ");
    let links =
        if links.is_empty() { links } else { format!("<p>{} {links}</p>", words.functions) };
    let show = option.query_selector("a.show").ok().flatten();
    let show = show.map(|a| a.outer_html()).unwrap_or_default();
    let query = query.replace('&', "&amp;");
    format!(
        "<section class=\"end\"><h2 tabindex=\"-1\">{}</h2><p class=\"advice\">{advice}</p>{links}\
         <figure class=\"live\" data-query=\"{query}\"><figcaption>{show}</figcaption></figure></section>",
        words.recommendation
    )
}

/// The address of a step, escaped for an attribute.
fn address(path: &[f64]) -> String {
    if path.is_empty() {
        return "?view=choose".into();
    }
    format!("?view=choose&amp;path={}", written(path))
}

fn written(path: &[f64]) -> String {
    path.iter().map(|answer| shortest(*answer)).collect::<Vec<_>>().join(",")
}
