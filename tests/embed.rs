//! The snippets for other pages are right, whatever the state and the title are.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::address::View;
use activation_explorer::hosts::{Embed, Host, frame, link};
use activation_explorer::views;

const BASE: &str = "https://example.org/a/b/";

/// Every sample of every view.
fn samples() -> impl Iterator<Item = String> {
    let of =
        |view: &'static View| view.samples.iter().map(|more| format!("view={}&{more}", view.id));
    views::ALL.iter().copied().flat_map(of)
}

fn snippet(host: Host, query: &str) -> String {
    let (state, notices) = views::parse(query);
    assert_eq!(notices, [], "{query}");
    Embed { base: BASE, state: &state, title: "ELU", height: 520, width: None }.snippet(host)
}

/// The values of an attribute, as the browser reads them.
fn attributes(html: &str, name: &str) -> Vec<String> {
    let mark = format!(" {name}=\"");
    let values = html.split(&mark).skip(1).map(|rest| rest.split_once('"').unwrap().0);
    values
        .map(|v| v.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">"))
        .map(|v| v.replace("&amp;", "&"))
        .collect()
}

#[test]
fn the_frame_of_the_design_is_what_html_gets() {
    let html = snippet(Host::Html, "view=function&fn=elu&alpha=1.5");
    assert_eq!(
        html,
        "<iframe src=\"https://example.org/a/b/?view=function&amp;fn=elu&amp;alpha=1.5&amp;embed=1\" \
         title=\"ELU\" width=\"100%\" height=\"520\" style=\"border:0\" loading=\"lazy\" \
         allow=\"fullscreen; clipboard-write\"></iframe>\n\
         <p><a href=\"https://example.org/a/b/?view=function&amp;fn=elu&amp;alpha=1.5\">ELU</a></p>"
    );
}

#[test]
fn every_snippet_leads_to_the_state_in_and_out_of_the_frame() {
    let more = [
        "view=function&fn=elu&alpha=1.5&x=-2&hide=controls,text&zoom=on",
        "view=zigzag&batch=8&autoplay=1&lang=zh&theme=dark",
    ];
    for query in samples().chain(more.map(str::to_owned)) {
        let query = query.as_str();
        let state = views::parse(query).0;
        for host in Host::ALL {
            let text = snippet(host, query);
            assert!(text.contains("https://example.org/a/b/"), "{host:?}: {text}");
            let (framed, plain) = (frame(BASE, &state), link(BASE, &state));
            assert!(
                text.replace("&amp;", "&").contains(&plain) || host == Host::Reveal,
                "{host:?} leaves nothing where frames are taken away: {text}"
            );
            let sources: Vec<String> =
                [attributes(&text, "src"), attributes(&text, "data-src")].concat();
            match host {
                Host::Markdown => assert!(text.contains("](https://example.org/a/b/preview.png)]")),
                Host::Myst => assert!(text.starts_with(&format!(":::{{iframe}} {framed}\n"))),
                Host::Element => assert_eq!(sources, ["https://example.org/a/b/embed.js"]),
                _ => assert_eq!(sources, [framed.as_str()], "{host:?}"),
            }
            // A snippet needs no indenting and no wrapping.
            assert!(!text.contains('\t') && !text.ends_with('\n'), "{host:?}");
        }
        let (back, notices) = views::parse(frame(BASE, &state).split_once('?').unwrap().1);
        assert!(notices.is_empty() && back.embed && back.view == state.view, "{query}");
        assert_eq!((back.hidden, back.zoom), (state.hidden, state.zoom));
    }
}

#[test]
fn the_element_has_the_keys_of_the_address_as_attributes() {
    // As public/embed.js puts the address together.
    let read = |html: &str| {
        let tag = html.split_once("<activation-explorer").unwrap().1.split_once('>').unwrap().0;
        let mut query = String::from("embed=1&view=function");
        for pair in tag.split("\" ").map(|pair| pair.trim().trim_end_matches('"')) {
            let (key, value) = pair.split_once("=\"").unwrap();
            match key {
                "title" | "height" => {}
                "view" => query = query.replace("view=function", &format!("view={value}")),
                _ => query.push_str(&format!("&{key}={}", value.replace("&amp;", "%26"))),
            }
        }
        views::parse(&query).0
    };
    for query in samples().chain(["view=function&fn=elu&alpha=1.5&hide=text".to_owned()]) {
        let query = query.as_str();
        // Keys that the view does not show are not in the snippet.
        let mut wanted = views::parse(query).0.trimmed();
        (wanted.builder, wanted.embed) = (None, true);
        assert_eq!(read(&snippet(Host::Element, query)), wanted, "{query}");
    }
}

#[test]
fn odd_titles_and_sizes_do_no_harm() {
    let state = views::parse("view=function&fn=elu").0;
    let title = "\"><script>alert(1)</script> [x](y) & co";
    let embed =
        Embed { base: "https://h/p.html", state: &state, title, height: 9, width: Some(640) };
    for host in Host::ALL {
        let text = embed.snippet(host);
        assert!(host == Host::Element || !text.contains("<script"), "{host:?}: {text}");
        assert_eq!(text.matches("<script").count(), usize::from(host == Host::Element));
        assert!(text.contains("640") || host == Host::Markdown, "{host:?} has no width");
        if let Some(read) = attributes(&text, "title").first() {
            assert_eq!(read, title);
        }
        if text.contains("](https://h/p.html?") {
            assert!(text.contains("\\[x\\](y)"), "{host:?}: {text}");
        }
    }
    assert!(embed.snippet(Host::Element).starts_with("<script src=\"https://h/embed.js\" defer>"));
    assert!(embed.snippet(Host::Html).contains("src=\"https://h/p.html?view=function"));
}

#[test]
fn every_host_has_a_key_of_its_own() {
    for (index, host) in Host::ALL.iter().enumerate() {
        assert!(Host::ALL[..index].iter().all(|other| other.key() != host.key()));
    }
    assert!(views::ALL.iter().all(|view| view.frame_height >= 400));
}
