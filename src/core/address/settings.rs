//! The settings of the page: all of its state but the parameters of functions.

use super::{Edges, Extras, Hidden, Theme, Traits, View};
use crate::activation::{Activation, by_id};
use crate::chapters::CHAPTERS;
use crate::key::Key;
use crate::lang::Lang;
use crate::numeric::Window;
use crate::numeric::order::sort_by_key;

/// All of the state but the parameters of functions. Sliders move those many times a second: views
/// that depend on the settings alone need not be updated then.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The view; never one that [builds](View::builds) an embed of another.
    pub view: &'static View,
    /// The view that shows how to embed this state instead of the state itself: `view=embed` with
    /// the view as `show`. [`hidden`](Self::hidden), [`zoom`](Self::zoom) and
    /// [`autoplay`](Self::autoplay) then concern the embedded page only.
    pub builder: Option<&'static View>,
    /// The chosen function, `fn`.
    pub act: &'static Activation,
    /// The function that the reader typed, which `own` names; none if nothing has asked for it.
    pub typed: Option<&'static Activation>,
    /// The address as it was written, while it cannot be read.
    pub(super) unread: String,
    /// The functions of the comparison, `cmp`; empty for the view's own choice.
    pub compared: Vec<&'static Activation>,
    /// The place of the probe.
    pub x: Option<f64>,
    /// The window, as far as the address names it.
    pub edges: Edges,
    /// Whether the derivative is drawn.
    pub deriv: bool,
    /// The display options beside the curves.
    pub extras: Extras,
    /// The text of the lesson, by its name.
    pub chapter: &'static str,
    /// The place in it: the id of a section, empty for the beginning.
    pub section: String,
    /// The traits that the functions of the gallery have in common.
    pub only: Traits,
    /// Values of the view's own keys that differ from their start, in the view's order.
    pub(super) own: Vec<(&'static Key, Vec<f64>)>,
    /// The language, if the address names one.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// Whether the page is a part of another.
    pub embed: bool,
    /// Whether one figure fills the window, for a lecture.
    pub present: bool,
    /// The states of a lecture, that arrows walk through, as they are written; see
    /// [`views::dealt`](crate::views::dealt).
    pub deck: String,
    /// The parts that are not shown.
    pub hidden: Hidden,
    /// Whether fingers zoom and a mouse moves the window, if the address says so.
    pub zoom: Option<bool>,
    /// Whether demonstrations start by themselves, if the address says so.
    pub autoplay: Option<bool>,
    /// The factor by which a host page enlarges the frame, which the frame cannot see: plots have so
    /// many times the pixels.
    pub ratio: f64,
}

impl Settings {
    /// A view as it is at the start.
    #[must_use]
    pub fn new(view: &'static View) -> Self {
        Self {
            view,
            builder: None,
            act: view.own_function(),
            typed: None,
            unread: String::new(),
            compared: Vec::new(),
            x: None,
            edges: Edges::default(),
            deriv: true,
            extras: Extras::default(),
            chapter: CHAPTERS[0],
            section: String::new(),
            only: Traits::default(),
            own: Vec::new(),
            lang: None,
            theme: Theme::default(),
            embed: false,
            present: false,
            deck: String::new(),
            hidden: Hidden::default(),
            zoom: None,
            autoplay: None,
            ratio: 1.0,
        }
    }

    /// The functions that the view shows beside the chosen one: those of `cmp`, or its own choice.
    #[must_use]
    pub fn beside(&self) -> Vec<&'static Activation> {
        if self.view.most_compared > 0 && !self.compared.is_empty() {
            return self.compared.iter().copied().take(self.view.most_compared).collect();
        }
        self.view.beside.iter().filter_map(|id| by_id(id)).collect()
    }

    /// The first function beside the chosen one; that one itself where there is none.
    #[must_use]
    pub fn second(&self) -> &'static Activation {
        self.beside().first().copied().unwrap_or(self.act)
    }

    /// The window unless the address names another: the view's, that of the chosen function, or one
    /// that shows every function of the comparison.
    #[must_use]
    pub fn own_window(&self) -> Window {
        if let Some(window) = self.view.window {
            return window;
        }
        if self.view.reads.function || self.view.most_compared == 0 {
            return self.act.window;
        }
        let all = self.beside().into_iter().map(|act| act.window);
        all.reduce(|all, one| all.with(&one)).unwrap_or(self.act.window)
    }

    /// The window that is shown.
    #[must_use]
    pub fn window(&self) -> Window {
        let own = self.own_window();
        self.edges.over(own).unwrap_or(own)
    }

    /// Whether fingers zoom and a mouse moves the window: as the address says, else unless embedded.
    #[must_use]
    pub fn zooms(&self) -> bool {
        self.zoom.unwrap_or(!self.framed())
    }

    /// Whether demonstrations start by themselves: as the address says, else unless embedded or in
    /// a lecture.
    #[must_use]
    pub fn autoplays(&self) -> bool {
        self.autoplay.unwrap_or(!self.framed() && !self.present)
    }

    /// Whether the state is for a frame: one here, or the one that is being built.
    fn framed(&self) -> bool {
        self.embed || self.builder.is_some()
    }

    /// Forgets what says no more than nothing would: edges of the view's own window, its own choice
    /// of functions, and usual switches. A host page that names every key names these too.
    pub(super) fn forget_usual(&mut self) {
        if self.compared.iter().map(|act| act.id).eq(self.view.beside.iter().copied()) {
            self.compared.clear();
        }
        let own = self.own_window();
        let Edges { x_min, x_max, y_min, y_max } = &mut self.edges;
        for (edge, usual) in
            [(x_min, own.x_min), (x_max, own.x_max), (y_min, own.y_min), (y_max, own.y_max)]
        {
            *edge = edge.filter(|edge| *edge != usual);
        }
        let usual = !self.framed();
        self.zoom = self.zoom.filter(|on| *on != usual);
        let usual = usual && !self.present;
        self.autoplay = self.autoplay.filter(|on| *on != usual);
    }

    /// The value of a number: the address's, else the view's start, else the key's.
    #[must_use]
    pub fn number(&self, key: &Key) -> f64 {
        self.list(key).first().copied().unwrap_or(f64::NAN)
    }

    /// Whether a switch is on.
    #[must_use]
    pub fn on(&self, key: &Key) -> bool {
        self.number(key) != 0.0
    }

    /// Sets a number of this view, made valid; nothing happens if the view has no such key.
    pub fn set_number(&mut self, key: &Key, value: f64) {
        self.set_list(key, vec![value]);
    }

    /// The entries of a list: the address's, else the view's start, else the key's.
    #[must_use]
    pub fn list(&self, key: &Key) -> Vec<f64> {
        if let Some((_, values)) = self.own.iter().find(|(own, _)| *own == key) {
            return values.clone();
        }
        self.view.key(key.name).unwrap_or(key).start()
    }

    /// Sets a list of this view; an unusable list leaves it at the view's own. Nothing happens if
    /// the view has no such key.
    pub fn set_list(&mut self, key: &Key, values: Vec<f64>) {
        let Some(key) = self.view.key(key.name) else { return };
        let values = key.valid(values);
        self.own.retain(|(own, _)| *own != key);
        if values != key.start() {
            self.own.push((key, values));
            let place = |key| self.view.keys.iter().position(|own| own == key);
            sort_by_key(&mut self.own, |(key, _)| place(*key).unwrap_or_default() as f64);
        }
    }

    /// Goes to another view. The keys of the old view alone are left behind, and so is a function
    /// that the new one does not show. A view that builds embeds shows how to embed the view before
    /// it.
    pub fn set_view(&mut self, view: &'static View) {
        if !view.builds.is_empty() {
            self.builder = Some(view);
            return;
        }
        if self.builder.take().is_some() {
            (self.hidden, self.zoom, self.autoplay) = Default::default();
        }
        self.set_subject(view);
    }

    /// Goes to another view, or, where an embed is being built, embeds another view.
    pub fn set_subject(&mut self, view: &'static View) {
        if !view.builds.is_empty() {
            return;
        }
        // What waits for the parser is the address of the state before.
        self.unread.clear();
        if self.view != view {
            self.view = view;
            self.own.clear();
            if view.fresh {
                self.act = view.own_function();
                self.compared.clear();
            }
        }
        if !view.shows(self.act) {
            self.act = view.own_function();
        }
        self.compared.truncate(view.most());
    }
}
