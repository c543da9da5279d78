//! What all pictures share: colours, and the frame around a drawing as a file of its own or as a page.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Colours by their meaning, for light and dark, and the type face. A letter is 0.6 em wide in it.
const THEME: &str = include_str!("picture/theme.css");

/// The look of what pages have around their drawing: head, search box, what is shown beside the pointer.
pub(crate) const TOOLS_STYLES: &str = include_str!("picture/tools.css");

/// `make`, `tip`, `detail` and `search`, for the script of a page to start with.
pub(crate) const TOOLS_SCRIPT: &str = include_str!("picture/tools.js");

/// The search box that `search` of [`TOOLS_SCRIPT`] works with.
pub(crate) fn search_box() -> Markup {
    html! {
        input #search type="search" placeholder="search: /" aria-label="search" spellcheck="false" autocomplete="off";
        output #count for="search" {}
    }
}

/// What a script of a page reads, as the element `#data`. Nothing in it can end the element.
pub(crate) fn data(value: &impl serde::Serialize) -> Markup {
    let json = crate::message::json(value).replace('<', "\\u003c");
    html! { script #data type="application/json" { (PreEscaped(json)) } }
}

/// A drawing.
pub(crate) struct Drawing {
    /// What it shows, for those who cannot see it.
    pub(crate) title: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Beside those of the theme.
    pub(crate) styles: &'static str,
    /// What is in the `<svg>`.
    pub(crate) body: Markup,
}

impl Drawing {
    /// A file of its own.
    pub(crate) fn svg(&self) -> String {
        self.element(html! { style { (PreEscaped(THEME)) (PreEscaped(self.styles)) } }).into_string() + "\n"
    }

    /// A page without links to anything else, with `head` above the drawing and the means to work with it in `script`.
    pub(crate) fn page(&self, head: &Markup, styles: &str, script: &str) -> String {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    style { (PreEscaped(THEME)) (PreEscaped(self.styles)) (PreEscaped(styles)) }
                }
                body {
                    (head)
                    main { (self.element(html! {})) }
                    script { (PreEscaped(script)) }
                }
            }
        };
        page.into_string() + "\n"
    }

    fn element(&self, styles: Markup) -> Markup {
        let (width, height) = (number(self.width), number(self.height));
        html! {
            svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img" {
                title { (self.title) }
                (styles)
                (self.body)
            }
        }
    }
}

/// To a tenth of a pixel, so that pictures are the same on every machine.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
