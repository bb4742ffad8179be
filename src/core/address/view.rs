//! The declaration of a view: all that its address, links, figures and the tools know of it.

use crate::activation::{Activation, by_id};
use crate::key::Key;
use crate::numeric::Window;
use std::fmt;

/// The most functions compared at once.
pub const MOST_COMPARED: usize = 8;

/// A view of the page, as plain data.
///
/// Its words and its pictures are functions of its module and not fields: the splitter follows what a
/// static points to, and they would come with the first download.
pub struct View {
    /// The name in the address.
    pub id: &'static str,
    /// The entry of the bar on top that it belongs to.
    pub group: Group,
    /// Whether an empty address shows it.
    pub start: bool,
    /// The shared keys it reads.
    pub reads: Reads,
    /// Numbers, switches and lists of its own.
    pub keys: &'static [Key],
    /// Whether one of its keys means anything for the chosen function.
    pub concerns: fn(&Key, &Activation) -> bool,
    /// The functions it can show; empty for any.
    pub functions: &'static [&'static str],
    /// The function it begins with if none has been chosen.
    pub first: &'static str,
    /// Whether it begins with [`first`](Self::first) even where another function has been chosen
    /// before.
    pub fresh: bool,
    /// The functions beside the chosen one, unless `cmp` names others.
    pub beside: &'static [&'static str],
    /// The number of functions of `cmp` it shows.
    pub most_compared: usize,
    /// The window, if it is not that of the function.
    pub window: Option<Window>,
    /// Whether its title is the name of the functions it shows.
    pub named_by_functions: bool,
    /// The view it shows in a frame, to be embedded, if the address names none.
    pub builds: &'static str,
    /// The stylesheets it needs, by name.
    pub styles: &'static [&'static str],
    /// The height of its frame in CSS pixels at which all that matters is seen, on a page 700 px
    /// wide.
    pub frame_height: u32,
    /// Whether it can be a figure in a text.
    pub in_texts: bool,
    /// Its place in the overview of demonstrations: the two states, without `view`, between which its
    /// small picture moves; the second is the one that is shown at rest.
    pub plays: Option<(&'static str, &'static str)>,
    /// States that tests and screenshots open, without `view`.
    pub samples: &'static [&'static str],
}

/// The samples of a view, which only tools and tests open: none in the page.
#[must_use]
pub const fn samples(all: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_arch = "wasm32") { &[] } else { all }
}

/// The beginning of every view's declaration: any function, no keys.
pub const VIEW: View = View {
    id: "",
    group: Group::Tools,
    start: false,
    reads: Reads::NONE,
    keys: &[],
    concerns: |_, _| true,
    functions: &[],
    first: "relu",
    fresh: false,
    beside: &[],
    most_compared: 0,
    window: None,
    named_by_functions: false,
    builds: "",
    styles: &[],
    frame_height: 720,
    in_texts: false,
    plays: None,
    samples: samples(&[""]),
};

/// The shared keys that a view reads; a link to it leaves the others out.
#[derive(Clone, Copy, Debug)]
pub struct Reads {
    /// `fn`.
    pub function: bool,
    /// The parameters of the functions it shows.
    pub params: bool,
    /// The parameters of every function.
    pub every_param: bool,
    /// `x`.
    pub probe: bool,
    /// `xmin`, `xmax`, `ymin`, `ymax`.
    pub window: bool,
    /// `deriv`.
    pub deriv: bool,
    /// `second`, `tangent`, `axis2`, `shade`.
    pub details: bool,
    /// `equal`.
    pub equal: bool,
    /// `f`, `diff`.
    pub differences: bool,
    /// `chapter`, `section`.
    pub chapter: bool,
    /// `only`.
    pub only: bool,
}

impl Reads {
    /// None of them.
    pub const NONE: Self = Self {
        function: false,
        params: false,
        every_param: false,
        probe: false,
        window: false,
        deriv: false,
        details: false,
        equal: false,
        differences: false,
        chapter: false,
        only: false,
    };

    /// A function with its parameters, and whether derivatives are drawn.
    pub const FUNCTION: Self = Self { function: true, params: true, deriv: true, ..Self::NONE };
}

/// Title and description of a view, for programs that show a link to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The title; empty for a view without a page of its own.
    pub title: &'static str,
    /// A sentence or two.
    pub description: &'static str,
}

impl About {
    /// Nothing, for views that have no link preview.
    pub const NONE: Self = Self { title: "", description: "" };
}

/// An entry of the bar on top of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The start page, to which the name of the product leads.
    Gallery,
    /// One function.
    Functions,
    /// Several functions.
    Compare,
    /// The demonstrations.
    Demos,
    /// The lesson and the evidence.
    Lesson,
    /// The decision guide.
    Guide,
    /// The views without an entry.
    Tools,
}

impl Group {
    /// The entries of the bar, each with the view it leads to.
    pub const BAR: [(Self, &'static str); 5] = [
        (Self::Lesson, "contents"),
        (Self::Functions, "function"),
        (Self::Compare, "compare"),
        (Self::Demos, "play"),
        (Self::Guide, "choose"),
    ];
}

impl View {
    /// Whether this view can show a function.
    #[must_use]
    pub fn shows(&self, act: &Activation) -> bool {
        self.functions.is_empty() || self.functions.contains(&act.id)
    }

    /// The most functions that `cmp` can name; a view that shows none of them keeps them for one that
    /// does.
    #[must_use]
    pub fn most(&self) -> usize {
        if self.most_compared == 0 { MOST_COMPARED } else { self.most_compared }
    }

    /// The function it shows when none is named.
    #[must_use]
    pub fn own_function(&self) -> &'static Activation {
        let first = self.functions.first().unwrap_or(&self.first);
        by_id(first).unwrap_or(crate::activation::ALL[0])
    }

    /// Its key of this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for View {}

impl fmt::Debug for View {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id)
    }
}
