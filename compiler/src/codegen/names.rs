//! The names that generated items derive from the names in a board.

use proc_macro2::{Ident, Span};

/// `i2c_main` to `I2cMain`: variants, stages and type aliases. Never empty, never a keyword.
pub(crate) fn camel(name: &str) -> String {
    let mut camel = String::new();
    for word in plain(name).split('_') {
        let mut letters = word.chars();
        camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        if word.chars().any(char::is_lowercase) {
            camel.push_str(letters.as_str());
        } else {
            camel.extend(letters.flat_map(char::to_lowercase));
        }
    }
    if !camel.starts_with(char::is_alphabetic) {
        camel.insert(0, 'N');
    }
    if camel == "Self" {
        camel.push('_');
    }
    camel
}

/// `i2c_main` to `I2C_MAIN`: constants and statics.
pub(crate) fn upper(name: &str) -> String {
    plain(name).to_uppercase()
}

/// The name without `r#`: a part of longer names, and what the firmware reads.
pub(crate) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The name as it was written.
pub(super) fn ident(name: &str, span: Span) -> Ident {
    match name.strip_prefix("r#") {
        Some("_" | "self" | "Self" | "super" | "crate") | None => Ident::new(plain(name), span),
        Some(plain) => Ident::new_raw(plain, span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn camel_case_joins_words() {
        let cases =
            [("imu", "Imu"), ("i2c_main", "I2cMain"), ("VDD_IO", "VddIo"), ("imuA", "ImuA"), ("r#type", "Type")];
        for (name, expected) in cases {
            assert_eq!(camel(name), expected);
        }
    }

    #[test]
    fn camel_case_is_always_an_identifier() {
        for (name, expected) in
            [("self_", "Self_"), ("__", "N"), ("_1", "N1"), ("A", "A"), ("ALL", "All"), ("été", "Été")]
        {
            assert_eq!(camel(name), expected);
        }
    }

    #[test]
    fn upper_case_keeps_words() {
        assert_eq!(upper("low_power"), "LOW_POWER");
        assert_eq!(upper("r#type"), "TYPE");
    }

    #[test]
    fn identifiers_keep_their_raw_form() {
        assert_eq!(ident("r#type", Span::call_site()).to_string(), "r#type");
        assert_eq!(ident("imu", Span::call_site()).to_string(), "imu");
    }
}
