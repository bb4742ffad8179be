//! The references of texts by name: chapters with their sections, terms of the glossary, questions of
//! the guide. A reference to what is not there stops the build.

use super::links;

/// The slug of the glossary.
pub const GLOSSARY: &str = "glossary";
/// The slug of the decision guide.
pub const GUIDE: &str = "choose";

/// A text that can be referred to, with the ids of its sections.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexedText {
    /// Its name in addresses.
    pub slug: String,
    /// The ids of its sections, in their order.
    pub sections: Vec<String>,
}

/// Everything that can be referred to: the chapters in their order, the glossary and the guide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index(pub Vec<IndexedText>);

impl Index {
    /// The opening tag of a link to `target` as a text writes it.
    pub fn link(&self, target: &str) -> Result<String, String> {
        if target.starts_with("https://") {
            return Ok(format!(
                "<a href=\"{}\" rel=\"noopener\" target=\"_blank\">",
                target.replace('&', "&amp;")
            ));
        }
        let wrong = |why: String| format!("the link `{target}`: {why}");
        if target.starts_with('?') {
            links::check(target).map_err(wrong)?;
            return Ok(format!("<a href=\"{}\">", target.replace('&', "&amp;")));
        }
        let (class, slug, id) = if let Some(place) = target.strip_prefix("lesson:") {
            let (slug, id) = place.split_once('#').map_or((place, None), |(s, id)| (s, Some(id)));
            ("", slug, id)
        } else if let Some(id) = target.strip_prefix("term:") {
            ("class=\"glossed\" ", GLOSSARY, Some(id))
        } else if let Some(id) = target.strip_prefix('#') {
            ("", GUIDE, Some(id))
        } else {
            return Err(wrong("neither `?view=…`, `lesson:…`, `term:…` nor `https://…`".into()));
        };
        let place = self.0.iter().find(|place| place.slug == slug);
        let place = place.ok_or_else(|| wrong(format!("there is no text `{slug}`")))?;
        if let Some(id) = id.filter(|id| !place.sections.iter().any(|known| known == id)) {
            return Err(wrong(format!("`{slug}` has no section `{id}`")));
        }
        Ok(format!("<a {class}href=\"{}\">", address(slug, id)))
    }
}

/// The address of a section, or of a whole text, as it stands in an attribute.
pub fn address(slug: &str, section: Option<&str>) -> String {
    let section = section.map_or_else(String::new, |id| format!("&amp;section={id}"));
    format!("?view=learn&amp;chapter={slug}{section}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        let place = |slug: &str, ids: &[&str]| IndexedText {
            slug: slug.into(),
            sections: ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        Index(vec![
            place("03-curves", &["sigmoid", "tanh"]),
            place(GLOSSARY, &["kink"]),
            place(GUIDE, &["place"]),
        ])
    }

    #[test]
    fn references_become_addresses() {
        for (target, tag) in [
            ("lesson:03-curves", "<a href=\"?view=learn&amp;chapter=03-curves\">"),
            (
                "lesson:03-curves#tanh",
                "<a href=\"?view=learn&amp;chapter=03-curves&amp;section=tanh\">",
            ),
            (
                "term:kink",
                "<a class=\"glossed\" href=\"?view=learn&amp;chapter=glossary&amp;section=kink\">",
            ),
            ("#place", "<a href=\"?view=learn&amp;chapter=choose&amp;section=place\">"),
            ("?view=function&fn=elu", "<a href=\"?view=function&amp;fn=elu\">"),
        ] {
            assert_eq!(index().link(target).as_deref(), Ok(tag), "{target}");
        }
        assert!(index().link("https://a.org/?b&c").unwrap().contains("b&amp;c\" rel="));
    }

    #[test]
    fn a_reference_to_nothing_is_refused() {
        for (target, why) in [
            ("lesson:04-none", "no text `04-none`"),
            ("lesson:03-curves#relu", "`03-curves` has no section `relu`"),
            ("term:jump", "`glossary` has no section `jump`"),
            ("#jump", "`choose` has no section `jump`"),
            ("?view=home", "no view `home`"),
            ("?view=function&fn=elus", "cannot be used"),
            ("curves.html", "neither"),
            ("http://a.org", "neither"),
        ] {
            let error = index().link(target).unwrap_err();
            assert!(error.contains(why) && error.contains(target), "{target}: {error}");
        }
    }
}
