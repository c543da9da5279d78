//! Lints as warnings of rustc.
//!
//! Stable rustc lets no macro warn. But it warns, at the place, about the use of something deprecated, with a text of
//! our choice: "use of deprecated constant `L0903`: …". So `#![deny(warnings)]` and `#![allow(deprecated)]` reach these as well.

use crate::emit::message;
use crate::places::Places;
use bringup_dsl::Diagnostic;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

pub(crate) fn warning(diagnostic: &Diagnostic, places: &Places) -> TokenStream {
    let code = diagnostic.code.name();
    let text = message(diagnostic, places);
    let declared = Ident::new(code, Span::call_site());
    let used = Ident::new(code, places.ends(diagnostic.primary.span).0);
    quote! {
        const _: () = {
            #[deprecated(note = #text)]
            const #declared: () = ();
            #used
        };
    }
}
