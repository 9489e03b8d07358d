package yunhe.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import yunhe.core.profile.Catalogue;

/** Sectors, stages and money as people read them. */
record ProfileWords(PageTexts texts) {

    private static final int YUAN_DIGITS_OF_WAN = 4;

    List<String> sectors(List<String> codes) {
        return labels(Catalogue.SECTORS, codes);
    }

    List<String> stages(List<String> codes) {
        return labels(Catalogue.STAGES, codes);
    }

    String joined(List<String> labels) {
        return String.join(texts.get("list.separator"), labels);
    }

    /** In Chinese by ten thousands: {@code 800 万元}; in English {@code 8,000,000 yuan}. */
    String money(long yuan) {
        return switch (texts.language()) {
            case ZH ->
                texts.get(
                        "profile.money",
                        BigDecimal.valueOf(yuan, YUAN_DIGITS_OF_WAN)
                                .stripTrailingZeros()
                                .toPlainString());
            case EN -> texts.get("profile.money", String.format(Locale.ROOT, "%,d", yuan));
        };
    }

    private List<String> labels(Catalogue catalogue, List<String> codes) {
        return codes.stream()
                .map(code -> catalogue.label(code, texts.language()))
                .toList();
    }
}
