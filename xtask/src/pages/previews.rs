//! A small page for each view and each function, for programs that do not run ours: they find a
//! title, a description, a picture and, where the site's address is known, an oEmbed answer. A
//! person is led on at once. A static host cannot vary an answer by its query, hence the folders.

use super::fault::Fault;
use crate::activation::ALL;
use std::path::Path;

/// How large the frame of an oEmbed answer is.
const SIZE: (u32, u32) = (700, 520);

/// A state with a page of its own.
struct Preset {
    /// The folder's name.
    name: String,
    /// The address's query, without the language.
    query: String,
    title: String,
    description: String,
}

/// What differs from language to language.
struct Language {
    code: &'static str,
    tag: &'static str,
    /// The folder of its pages, below that of all.
    folder: &'static str,
    product: &'static str,
    /// Leads on.
    open: &'static str,
    /// Name in the address, title and description of every view.
    views: &'static [(&'static str, &'static str, &'static str)],
}

const LANGUAGES: [Language; 2] = [
    Language {
        code: "en",
        tag: "en",
        folder: "",
        product: "Activation Explorer",
        open: "Open",
        views: &[
            (
                "gallery",
                "Every activation function, live",
                "Each activation function of neural networks with its derivative: bend it with sliders, read it with a probe.",
            ),
            (
                "compare",
                "Compare activation functions",
                "Up to eight activation functions over one another, each with its own parameters, one probe for all.",
            ),
            (
                "neuron",
                "A neuron, live",
                "A weighted sum, then a function: what an activation does with its inputs.",
            ),
            (
                "saturation",
                "Saturation, live",
                "Where an activation function lets no gradient through: left and right, hard and soft.",
            ),
            (
                "linear",
                "Why layers need a non-linear function",
                "Without an activation any number of layers is one affine map; with one, the plane bends.",
            ),
            (
                "zigzag",
                "Why descent zig-zags",
                "When all inputs have one sign, a step can only go into two of four quadrants.",
            ),
            ("kink", "ReLU at 0", "Not differentiable there, and why it does not matter."),
            (
                "learn",
                "Activation functions: a lesson with live figures",
                "What they are, why layers need them, each with its strengths and weaknesses, and what is said of them that is not so.",
            ),
            (
                "choose",
                "Which activation function?",
                "A few questions, then one or two functions with reasons: what is convention and what is evidence.",
            ),
            (
                "evidence",
                "Activation functions: what was measured",
                "Five variants of ReLU compared by Xu et al. (2015), with what the tables do not show.",
            ),
        ],
    },
    Language {
        code: "zh",
        tag: "zh-CN",
        folder: "/zh",
        product: "激活函数探索",
        open: "打开",
        views: &[
            (
                "gallery",
                "会动的激活函数图鉴",
                "神经网络的各种激活函数及其导数：用滑块改变参数，用探针读数。",
            ),
            ("compare", "对比激活函数", "最多八个激活函数叠在一起，各有各的参数，共用一个探针。"),
            ("neuron", "神经元演示", "先加权求和，再经过一个函数：激活函数对输入做了什么。"),
            ("saturation", "饱和演示", "激活函数在哪里不再传递梯度：左与右，硬与软。"),
            (
                "linear",
                "层与层之间为什么要非线性",
                "没有激活函数，多少层都只是一个仿射映射；有了它，平面才会弯曲。",
            ),
            ("zigzag", "梯度下降为什么走锯齿", "输入全部同号时，每一步只能走向四个象限中的两个。"),
            ("kink", "ReLU 在 0 处", "那里不可导，但并不要紧。"),
            (
                "learn",
                "激活函数课程：每幅图都能动手操作",
                "激活函数是什么，为什么需要它，每个函数的长处与短处，以及哪些流行说法并不成立。",
            ),
            (
                "choose",
                "激活函数怎么选",
                "回答几个问题，得到一两个函数和理由：哪些是惯例，哪些有证据。",
            ),
            (
                "evidence",
                "激活函数：实测结果",
                "Xu 等人（2015）对五种 ReLU 变体的对比实验，也说明这些表格不能证明什么。",
            ),
        ],
    },
];

/// Writes all of them into a folder directly in the site, and the oEmbed answer for the start page;
/// `texts` is where the crate's build script has left its own, `url` the site's address, with a
/// slash at its end, where it is known.
pub(crate) fn write(
    site: &Path,
    folder: &str,
    texts: &Path,
    url: Option<&str>,
) -> Result<(), Fault> {
    for language in &LANGUAGES {
        let pages = format!("{folder}{}", language.folder);
        for preset in presets(texts, language)? {
            let folder = site.join(&pages).join(&preset.name);
            save(&folder, "index.html", &page(&preset, language, &pages, url))?;
            if let Some(url) = url {
                save(&folder, "oembed.json", &answer(&preset, language, url))?;
            }
        }
    }
    let Some(url) = url else { return Ok(()) };
    let english = &LANGUAGES[0];
    let start = presets(texts, english)?.into_iter().next();
    start.map_or(Ok(()), |start| save(site, "oembed.json", &answer(&start, english, url)))
}

fn save(folder: &Path, name: &str, text: &str) -> Result<(), Fault> {
    let file = folder.join(name);
    let saved = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, text));
    saved.map_err(Fault::of(&file))
}

/// Every view and every function; the words about functions are those of the page.
fn presets(texts: &Path, language: &Language) -> Result<Vec<Preset>, Fault> {
    let views = language.views.iter().map(|(view, title, description)| Preset {
        name: (*view).to_owned(),
        query: format!("view={view}"),
        title: (*title).to_owned(),
        description: (*description).to_owned(),
    });
    let mut all: Vec<Preset> = views.collect();
    let file = texts.join(format!("{}.html", language.code));
    let html = std::fs::read_to_string(&file).map_err(Fault::of(&file))?;
    for act in ALL {
        let part = |class: &str| part(&html, act.id, class);
        let (Some(title), Some(description)) = (part("title"), part("summary")) else {
            return Err(Fault::new(&file, format!("it says nothing of {}", act.id)));
        };
        all.push(Preset {
            name: act.id.to_owned(),
            query: format!("view=function&fn={}", act.id),
            title: format!("{}: {title}", act.name),
            description,
        });
    }
    Ok(all)
}

/// A paragraph of a function's section, as plain text.
fn part(html: &str, id: &str, class: &str) -> Option<String> {
    let (_, section) = html.split_once(&format!("<section id=\"{id}\">"))?;
    let (_, rest) = section.split_once(&format!("<p class=\"{class}\">"))?;
    let (text, _) = rest.split_once("</p>")?;
    let mut plain = String::new();
    for piece in text.split('<') {
        plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    Some(plain)
}

fn page(preset: &Preset, language: &Language, folder: &str, url: Option<&str>) -> String {
    let Preset { name, query, title, description } = preset;
    let Language { code, tag, product, open, .. } = language;
    let up = "../".repeat(folder.split('/').count() + 1);
    let target = format!("{up}?{}&amp;lang={code}", query.replace('&', "&amp;"));
    // The texts are HTML already, so only what would end an attribute is left to escape.
    let (title, description) = (title.replace('"', "&quot;"), description.replace('"', "&quot;"));
    let (picture, more) = url.map_or_else(
        || (format!("{up}preview.png"), String::new()),
        |url| {
            let here = format!("{url}{folder}/{name}/");
            let more = format!(
                "<meta property=\"og:url\" content=\"{here}\">\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{here}oembed.json\" title=\"{title}\">\n"
            );
            (format!("{url}preview.png"), more)
        },
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <title>{title} · {product}</title>\n\
         <meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta property=\"og:type\" content=\"website\">\n\
         <meta property=\"og:site_name\" content=\"{product}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:image\" content=\"{picture}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n{more}\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\">\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p>{description}</p>\n<p><a href=\"{target}\">{open}</a></p>\n</body>\n</html>\n"
    )
}

/// What an oEmbed consumer reads; it cannot ask for another size.
fn answer(preset: &Preset, language: &Language, url: &str) -> String {
    let Preset { query, title, .. } = preset;
    let (width, height) = SIZE;
    let query = query.replace('&', "&amp;");
    let title = title.replace('"', "&quot;");
    let frame = format!(
        "<iframe src=\"{url}?embed=1&amp;{query}&amp;lang={}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" style=\"border:0\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\"></iframe>",
        language.code
    );
    format!(
        "{{\"version\":\"1.0\",\"type\":\"rich\",\"provider_name\":{},\"provider_url\":{},\"title\":{},\"width\":{width},\"height\":{height},\"thumbnail_url\":{},\"thumbnail_width\":1200,\"thumbnail_height\":630,\"html\":{}}}\n",
        json(language.product),
        json(url),
        json(&text(&title)),
        json(&format!("{url}preview.png")),
        json(&frame),
    )
}

/// HTML without tags as the text it stands for.
fn text(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A JSON string.
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &str = "<section id=\"elu\"><p class=\"title\">Exponential <em>unit</em></p><p class=\"summary\">It says \"f\" &amp; more.</p>";

    fn elu() -> Preset {
        let part = |class| part(TEXTS, "elu", class).unwrap_or_default();
        Preset {
            name: "elu".into(),
            query: "view=function&fn=elu".into(),
            title: format!("ELU: {}", part("title")),
            description: part("summary"),
        }
    }

    #[test]
    fn a_page_leads_up_to_the_state_and_describes_it() {
        let html = page(&elu(), &LANGUAGES[1], "p/zh", None);
        for part in [
            "<title>ELU: Exponential unit · 激活函数探索</title>",
            "content=\"It says &quot;f&quot; &amp; more.\"",
            "content=\"0; url=../../../?view=function&amp;fn=elu&amp;lang=zh\"",
            "<meta property=\"og:image\" content=\"../../../preview.png\">",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(!html.contains("oembed") && !html.contains("<script"));
        assert!(page(&elu(), &LANGUAGES[0], "p", None).contains("url=../../?view=function"));
        assert_eq!(part(TEXTS, "relu", "title"), None);
    }

    #[test]
    fn json_is_json() {
        assert_eq!(json("a\"b\\c\n"), "\"a\\\"b\\\\c\\u000a\"");
    }
}
