//! String literals to the text they stand for.

/// The text of a plain or raw string literal without prefix `b` or `c`. `None` if it is malformed.
pub(crate) fn unquote(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let text = raw.trim_start_matches('#');
        let hashes = &raw[..raw.len() - text.len()];
        return Some(text.strip_suffix(hashes)?.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let mut chars = literal.strip_prefix('"')?.strip_suffix('"')?.chars().peekable();
    let mut text = String::new();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        text.push(match chars.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            c @ ('\\' | '"' | '\'') => c,
            'x' => {
                let code = chars.next()?.to_digit(16)? * 16 + chars.next()?.to_digit(16)?;
                char::from_u32(code).filter(char::is_ascii)?
            }
            'u' => {
                chars.next_if_eq(&'{')?;
                let mut code = 0u32;
                loop {
                    match chars.next()? {
                        '}' => break char::from_u32(code)?,
                        '_' => {}
                        digit => code = code.checked_mul(16)?.checked_add(digit.to_digit(16)?)?,
                    }
                }
            }
            '\n' => {
                while chars.next_if(|c| c.is_ascii_whitespace()).is_some() {}
                continue;
            }
            _ => return None,
        });
    }
    Some(text)
}
