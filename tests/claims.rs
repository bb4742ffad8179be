//! The claims in the texts against the table of claims, each other, the address and the functions.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::content;
use activation_explorer::lang::Lang;
use activation_explorer::views;
use common::rows;

const TABLE: &str = include_str!("../src/content/claims.csv");
/// Ids and verdicts of the fact check of the lecture note, as they stand there: T, F, M, D, and –
/// as `-` for what cannot be tested.
const FACT_CHECK: &str = include_str!("data/fact_check.csv");

/// The rows `(id, verdict, functions)` of the table.
fn table() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let row = |r: common::Row<'static>| {
        (r.get("id"), r.get("verdict"), r.get("functions").split_whitespace().collect())
    };
    rows(TABLE).map(row).collect()
}

/// A claim in a file of texts.
struct Claim {
    function: &'static str,
    id: &'static str,
    verdict: &'static str,
    /// The verdict in the language of the text.
    word: &'static str,
    text: &'static str,
    link: Option<String>,
}

/// The text between `open` and the next `close`.
fn between(html: &'static str, open: &str, close: &str) -> Option<&'static str> {
    Some(html.split_once(open)?.1.split_once(close)?.0)
}

/// The claims in a piece of HTML about `function`: `div`s in the lesson, `details` elsewhere.
fn claims_in(html: &'static str, function: &'static str) -> Vec<Claim> {
    let each = html.split(" class=\"claim\" ").skip(1).map(|claim| {
        let folded = claim.split_once('>').unwrap().1.starts_with("<summary>");
        let end = if folded { "</details>" } else { "</div>" };
        let claim = claim.split_once(end).unwrap().0;
        let text =
            if folded { ["<span class=\"quote\">", " <a class=\"show\""] } else { ["<p>", "</p>"] };
        let text = between(claim, text[0], text[1]).or_else(|| between(claim, text[0], "</p>"));
        let link = between(claim, "<a class=\"show\" href=\"", "\"");
        Claim {
            function,
            id: between(claim, "data-claim=\"", "\"").unwrap(),
            verdict: between(claim, "data-verdict=\"", "\"").unwrap(),
            word: between(claim, "<span class=\"verdict\">", "</span>").unwrap(),
            text: text.unwrap(),
            link: link.map(|link| link.replace("&amp;", "&")),
        }
    });
    each.collect()
}

/// Every claim in a file of texts about functions, in its order.
fn claims(html: &'static str) -> Vec<Claim> {
    let sections = html.split("<section id=\"").skip(1);
    sections.flat_map(|section| claims_in(section, section.split_once('"').unwrap().0)).collect()
}

/// Every claim of the lesson in a language, in its order, with the chapter in place of a function.
fn lesson(lang: Lang) -> Vec<Claim> {
    let texts = activation_explorer::chapters::CHAPTERS.iter().flat_map(|slug| {
        let address = content::text_address(lang, slug);
        let (_, html) = content::LESSON.iter().find(|(p, _)| address.starts_with(p)).unwrap();
        claims_in(html, slug)
    });
    texts.collect()
}

/// The claims of each language, by the path of its file.
fn languages() -> Vec<(&'static str, Vec<Claim>)> {
    let of = |lang: Lang| {
        let address = format!("content/{}.html", lang.code());
        let (path, html) = content::FILES.iter().find(|(p, _)| *p == address).unwrap();
        (*path, claims(html))
    };
    Lang::ALL.into_iter().map(of).collect()
}

#[test]
fn claims_have_the_verdicts_of_the_table() {
    for (path, claims) in languages() {
        assert!(claims.len() > 150, "{path}: {}", claims.len());
        for claim in claims {
            let row = table().into_iter().find(|(id, ..)| *id == claim.id);
            let (_, verdict, functions) = row.unwrap_or_else(|| panic!("{path}: {}", claim.id));
            assert_eq!(claim.verdict, verdict, "{path}: {} in {}", claim.id, claim.function);
            assert!(
                functions.contains(&claim.function),
                "{path}: {} is not for {}",
                claim.id,
                claim.function
            );
        }
    }
}

#[test]
fn every_claim_is_in_the_texts_of_its_functions() {
    for (path, claims) in languages() {
        for (id, _, functions) in table() {
            for function in functions {
                let here = claims.iter().filter(|c| c.id == id && c.function == function);
                assert_eq!(here.count(), 1, "{path}: {id} in {function}");
            }
        }
    }
}

/// Every false or misleading claim of the note is called so in the lesson, once.
#[test]
fn the_lesson_answers_every_false_and_misleading_claim() {
    for lang in Lang::ALL {
        let said = lesson(lang);
        for (id, verdict, _) in table() {
            let here = said.iter().filter(|claim| claim.id == id).count();
            let own = id.starts_with("x.");
            let wrong = !own && matches!(verdict, "false" | "misleading");
            assert!(here <= 1 && (here == 1 || !wrong), "{lang:?}: {id} is there {here} times");
        }
        for claim in &said {
            let row = table().into_iter().find(|(id, ..)| *id == claim.id);
            assert_eq!(row.map(|row| row.1), Some(claim.verdict), "{lang:?}: {}", claim.id);
        }
        let wrong = said.iter().filter(|c| ["false", "misleading"].contains(&c.verdict)).count();
        assert!(wrong > 40, "{lang:?}: only {wrong}");
    }
}

/// No row of the fact check is missing from the table or has another verdict there.
#[test]
fn the_table_has_every_row_of_the_fact_check() {
    let table = table();
    let mut ids = Vec::new();
    for row in rows(FACT_CHECK) {
        let (id, letter) = (row.get("id"), row.get("verdict"));
        let wanted = match letter {
            // The fact check looked at its conditions; the gradient grows under them too.
            "M" if id == "3.90" => "false",
            "T" => "true",
            "F" => "false",
            "M" => "misleading",
            // 5.2 is true of one half only, 7.8 cannot be tested.
            "D" | "T/D" | "-" => "depends",
            _ => panic!("{id}: {letter}"),
        };
        let found = table.iter().find(|(other, ..)| *other == id);
        assert_eq!(found.map(|row| row.1), Some(wanted), "{id}");
        ids.push(id);
    }
    assert_eq!(ids.len(), 141);
    for (id, ..) in table {
        assert!(ids.contains(&id) || id.starts_with("x."), "{id} is not in the fact check");
    }
}

/// A wrong claim is not only called so: there is a state that shows it.
#[test]
fn what_is_false_or_misleading_can_be_seen_in_the_lesson() {
    for claim in lesson(Lang::En) {
        let wrong = ["false", "misleading"].contains(&claim.verdict);
        assert!(!wrong || claim.link.is_some(), "{}: {}", claim.function, claim.id);
    }
}

#[test]
fn languages_agree_on_claims_links_and_order() {
    let all = languages();
    let (_, first) = &all[0];
    for ((_, other), lang) in all.iter().zip(Lang::ALL).skip(1) {
        agree(first, other, lang);
        agree(&lesson(Lang::ALL[0]), &lesson(lang), lang);
    }
}

fn agree(english: &[Claim], other: &[Claim], lang: Lang) {
    assert_eq!(english.len(), other.len());
    for (en, zh) in english.iter().zip(other) {
        let key = |c: &Claim| (c.function, c.id, c.verdict, c.link.clone());
        assert_eq!(key(en), key(zh));
        assert!(en.word == en.verdict && zh.word != zh.verdict, "{}: {}", zh.id, zh.word);
        let han = |text: &str| text.chars().any(|c| ('一'..='鿿').contains(&c));
        let chinese = lang == Lang::Zh;
        assert!(han(zh.text) == chinese && !han(en.text), "{}: {} {}", zh.id, en.text, zh.text);
    }
}

/// Claims about the function come before those about functions at large, and of each wrong ones come
/// first: false, misleading, depends, true.
#[test]
fn claims_are_in_the_order_of_their_relevance() {
    let shared = |claim: &Claim| !(claim.id.starts_with("3.") || claim.id.starts_with("x."));
    let place =
        |verdict| ["false", "misleading", "depends", "true"].iter().position(|v| *v == verdict);
    for (path, claims) in languages() {
        for pair in claims.windows(2).filter(|pair| pair[0].function == pair[1].function) {
            let order = |claim: &Claim| (shared(claim), place(claim.verdict));
            let ordered = order(&pair[0]) <= order(&pair[1]);
            assert!(ordered, "{path}: {} after {} in {}", pair[1].id, pair[0].id, pair[0].function);
        }
    }
}

/// The press has checked every link against the grammar; here each leads to the state it names.
#[test]
fn links_lead_to_the_state_they_name() {
    let mut seen = 0;
    for claim in languages()[0].1.iter().chain(&lesson(Lang::En)) {
        let Some(link) = &claim.link else { continue };
        let pairs: Vec<_> = link.trim_start_matches('?').split('&').collect();
        let (state, notices) = views::parse(link);
        assert_eq!(notices, [], "{link}");
        let written = state.query();
        for pair in &pairs {
            // A value that no key takes tells whether the key is known: it leaves a notice.
            let (key, _) = pair.split_once('=').unwrap();
            let odd = format!("{key}=?");
            let odd = pairs.iter().map(|p| if p == pair { odd.as_str() } else { p });
            let (_, known) = views::parse(&odd.collect::<Vec<_>>().join("&"));
            assert!(!known.is_empty(), "{link}: {key} is not read");
            seen += 1;
            let rest: Vec<_> = pairs.iter().filter(|p| p != &pair).copied().collect();
            let default = views::parse(&rest.join("&")).0 == state;
            let kept = written.split('&').any(|w| w.replace("%2C", ",") == *pair);
            assert!(kept || default, "{link}: {pair} became {written}");
        }
    }
    assert!(seen > 100, "only {seen} pairs were looked at");
}

/// "Show me" shows: a place that a link names is in the window it shows, and on a curve there. Where
/// the claim is about f′ alone, that is in the window or on an axis of its own.
#[test]
fn what_a_link_points_at_is_in_its_window() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for lang in Lang::ALL {
        let at = Lang::ALL.iter().position(|other| *other == lang).unwrap();
        for claim in languages()[at].1.iter().chain(&lesson(lang)) {
            let Some(link) = &claim.link else { continue };
            let (state, _) = views::parse(link);
            assert!(state.view.shows(state.act), "{link}: another function");
            let (true, Some(x)) = (state.view.reads.probe && state.view.reads.window, state.x)
            else {
                continue;
            };
            seen += 1;
            let w = state.window();
            let inside = (w.x_min..=w.x_max).contains(&x);
            let acts = if state.view.reads.function { vec![state.act] } else { state.beside() };
            let difference = state.extras.difference && !state.view.reads.function;
            let heights = acts.iter().map(|act| act.f(x, &state.params(act)));
            let heights: Vec<f64> = heights.collect();
            let less = if difference { heights[0] } else { 0.0 };
            let on = heights.iter().any(|y| (w.y_min..=w.y_max).contains(&(y - less)));
            if !(inside && on) {
                wrong.push(format!(
                    "{lang:?} {} in {}: {link}: {x}, {heights:?}, {w:?}",
                    claim.id, claim.function
                ));
            }
        }
    }
    assert!(seen > 100, "only {seen} links name a place");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A claim about cost, convergence or training is shown by a measurement, or by nothing: curves say
/// nothing about it.
#[test]
fn claims_about_cost_and_training_lead_to_no_curve() {
    for id in ["3.14", "3.23", "3.30", "3.32", "3.39", "3.64", "3.89", "4.6"] {
        let mut found = 0;
        for claims in languages().into_iter().map(|(_, claims)| claims).chain(Lang::ALL.map(lesson))
        {
            for claim in claims.iter().filter(|claim| claim.id == id) {
                found += 1;
                let Some(link) = &claim.link else { continue };
                let view = views::parse(link).0.view.id;
                let measures = ["zigzag", "evidence", "linear"].contains(&view);
                assert!(measures, "{id} in {}: {link}", claim.function);
            }
        }
        assert!(found > 1, "{id} is nowhere");
    }
}
