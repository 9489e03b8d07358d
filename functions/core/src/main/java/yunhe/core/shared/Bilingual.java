package yunhe.core.shared;

/** A text in both languages. One of them may be empty when it is made; it then reads as the other. */
public record Bilingual(String zh, String en) {

    public Bilingual {
        if (zh.isBlank() && en.isBlank()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        if (zh.isBlank()) {
            zh = en;
        }
        if (en.isBlank()) {
            en = zh;
        }
    }

    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
