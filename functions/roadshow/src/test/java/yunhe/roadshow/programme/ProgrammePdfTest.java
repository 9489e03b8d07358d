package yunhe.roadshow.programme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Programmes;

class ProgrammePdfTest {

    private static final Path PREVIEW = Path.of("target", "preview");
    private static final float MARGIN = 28;
    private static final int BYTES_MAX = 200_000;

    private static final Bilingual LONG_TITLE = new Bilingual(
            "运河之春融资路演暨人工智能与生命健康产业投融资对接会（示例）第三场：从实验室到生产线的最后一公里，以及更远的地方",
            "The Canal Spring Roadshow and Matching Day for Artificial Intelligence and Life Sciences (sample), session"
                    + " three: the last mile from the laboratory to the production line");

    private final ProgrammePdf pdf = new ProgrammePdf();

    static Stream<Arguments> sizes() {
        return IntStream.of(0, 1, 8, 20, 21, 42, 43, 60, 61, 100)
                .boxed()
                .flatMap(size -> Arrays.stream(Language.values()).map(language -> Arguments.of(size, language)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void however_many_pitch_it_is_one_page_with_everything_on_it(int pitches, Language language) throws IOException {
        var bytes = pdf.render(Programmes.of(pitches, LONG_TITLE), language);
        Files.createDirectories(PREVIEW);
        Files.write(PREVIEW.resolve("programme-" + pitches + "." + language.code() + ".pdf"), bytes);
        var printed = Printed.of(bytes);
        assertEquals(1, printed.pages());
        assertEquals(List.of(), printed.nearerToTheEdgeThan(MARGIN));
        assertEquals(List.of(), printed.overlapping());
        assertTrue(printed.isEmbedded());
        assertFalse(printed.hasMissing());
        assertTrue(bytes.length < BYTES_MAX, () -> bytes.length + " bytes");
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void each_organisation_stands_behind_its_number_and_time(int pitches, Language language) {
        var programme = Programmes.of(pitches);
        var text = Printed.of(pdf.render(programme, language)).text();
        var zone = programme.zone();
        for (var pitch : programme.pitches().subList(0, Math.min(pitches, ProgrammePdf.PITCHES_MAX))) {
            var time = pitch.startsAt().atZone(zone).toLocalTime();
            var name = pitch.organisation().substring(0, 6);
            var line = "(?s).*(?<![0-9])" + pitch.position() + " *" + time + " *" + name + ".*";
            assertTrue(text.matches(line), () -> line + " in " + text);
        }
    }

    @Test
    void what_does_not_fit_is_counted() {
        assertTrue(zh(Programmes.of(60)).contains("共 60 个项目"));
        assertTrue(zh(Programmes.of(63)).contains("另有 3 个项目未列出"));
        assertFalse(zh(Programmes.of(63)).contains(" 61"));
    }

    @Test
    void it_speaks_the_readers_language() {
        var programme = Programmes.of(1);
        var zh = zh(programme);
        for (var words : List.of("运河之春", "2026年12月5日 星期六", "8 分钟", "人工智能 · 创意期", "给老旧小区的电梯装上")) {
            assertTrue(zh.contains(words), () -> words + " in " + zh);
        }
        var en = en(programme);
        for (var words : List.of(
                "Canal Spring Roadshow (sample)",
                "Saturday, 5 December 2026",
                "8 min",
                "Artificial intelligence · Idea",
                "Eyes for old lifts",
                "运河文化艺术中心 三层报告厅 · 拱墅区台州路 2 号")) {
            assertTrue(en.contains(words), () -> words + " in " + en);
        }
    }

    @Test
    void times_are_those_of_the_venue() {
        var here = Programmes.of(1);
        assertTrue(en(here).contains("09:00–09:08"));
        assertTrue(en(here).contains("China Time (GMT+8)"));
        assertFalse(zh(here).contains("GMT"));
        var there =
                new Programme(here.title(), here.venue(), ZoneId.of("Europe/Berlin"), here.startsAt(), here.pitches());
        assertTrue(en(there).contains("02:00–02:08"));
        assertTrue(zh(there).contains("中欧时间 (GMT+1)"));
    }

    @Test
    void a_pitch_may_be_shorter_or_longer_than_others() {
        var first = Programmes.pitch(1);
        var longer = new Pitch(
                1,
                first.id(),
                first.organisation(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                first.startsAt(),
                Duration.ofMinutes(90));
        var text = en(with(longer));
        assertTrue(text.contains("90 min"), text);
        assertTrue(text.contains("09:00–10:30"), text);
    }

    @Test
    void a_stage_is_read_however_many_sectors_there_are() {
        var first = Programmes.pitch(1);
        var broad = new Pitch(
                1,
                first.id(),
                "示例综合集团（样本）有限公司".repeat(5),
                List.of("ai", "smart-manufacturing", "life-health", "new-materials", "digital-culture", "low-altitude"),
                Optional.of("c-plus"),
                Optional.empty(),
                first.startsAt(),
                first.length());
        var text = en(with(broad));
        assertTrue(text.contains("… · Series C and later"), text);
        assertTrue(text.contains("示例综合集团"), text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void characters_that_the_fonts_lack_do_no_harm(Language language) {
        var first = Programmes.pitch(1);
        var strange = new Pitch(
                1,
                first.id(),
                "示例\uD83D\uDE80 \uD842\uDFB7 한 عر ไ \uD800 ㎡\u0000\u200D\uFE0F",
                List.of("no-such-sector"),
                Optional.of("no-such-stage"),
                Optional.of(Bilingual.same("一\n二\t三")),
                first.startsAt(),
                first.length());
        var printed = Printed.of(pdf.render(with(strange), language));
        assertFalse(printed.hasMissing());
        assertTrue(printed.text().contains("示例 〓 〓 〓〓 〓 ㎡"), printed.text());
        assertTrue(printed.text().contains("no-such-sector · no-such-stage"), printed.text());
        assertTrue(printed.text().contains("一 二 三"), printed.text());
    }

    @Test
    void a_programme_without_a_venue_or_a_pitch_is_a_page_as_well() {
        var some = Programmes.of(0);
        var printed = Printed.of(pdf.render(
                new Programme(some.title(), Optional.empty(), some.zone(), some.startsAt(), List.of()), Language.EN));
        assertEquals(1, printed.pages());
        assertTrue(printed.text().contains("Saturday, 5 December 2026 · 08:30"), printed.text());
    }

    @Test
    void a_reader_is_told_title_and_language() {
        var printed = Printed.of(pdf.render(Programmes.of(1), Language.ZH));
        assertEquals("运河之春融资路演（示例）", printed.title());
        assertEquals("zh-CN", printed.language());
        assertEquals("en", Printed.of(pdf.render(Programmes.of(1), Language.EN)).language());
    }

    @Test
    void the_same_programme_gives_the_same_bytes_and_another_does_not() {
        var one = pdf.render(Programmes.of(20), Language.ZH);
        assertArrayEquals(one, new ProgrammePdf().render(Programmes.of(20), Language.ZH));
        assertFalse(Arrays.equals(one, pdf.render(Programmes.of(21), Language.ZH)));
    }

    @Test
    void a_text_that_leaves_the_page_is_found() {
        var text = Style.regular(10, Tint.INK);
        assertEquals(List.of(), drawn(paper -> paper.text(text, 100, 100, "里面")).nearerToTheEdgeThan(MARGIN));
        for (var outside : List.<Consumer<Paper>>of(
                paper -> paper.text(text, 550, 100, "外面外面"),
                paper -> paper.text(text, 20, 100, "外"),
                paper -> paper.text(text, 100, 20, "外"),
                paper -> paper.text(text, 100, 830, "外"))) {
            assertNotEquals(List.of(), drawn(outside).nearerToTheEdgeThan(MARGIN));
        }
    }

    @Test
    void texts_that_meet_are_found() {
        var text = Style.regular(10, Tint.INK);
        assertEquals(
                List.of(), drawn(paper -> paper.text(text, 100, 100, "（你好，）")).overlapping());
        assertNotEquals(
                List.of(),
                drawn(paper -> {
                            paper.text(text, 100, 100, "你好你好");
                            paper.text(text, 132, 100, "再见");
                        })
                        .overlapping());
    }

    private static Printed drawn(Consumer<Paper> what) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4)) {
            var writer = PdfWriter.getInstance(document, bytes);
            document.open();
            what.accept(new Paper(writer.getDirectContent()));
        }
        return Printed.of(bytes.toByteArray());
    }

    private static Programme with(Pitch pitch) {
        var some = Programmes.of(0);
        return new Programme(some.title(), some.venue(), some.zone(), some.startsAt(), List.of(pitch));
    }

    private String zh(Programme programme) {
        return Printed.of(pdf.render(programme, Language.ZH)).text();
    }

    private String en(Programme programme) {
        return Printed.of(pdf.render(programme, Language.EN)).text();
    }
}
