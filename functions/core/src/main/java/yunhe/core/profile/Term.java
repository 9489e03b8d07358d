package yunhe.core.profile;

import yunhe.core.shared.Bilingual;

/** A sector or a stage: what is stored, and what people read. */
public record Term(String code, Bilingual label) {}
