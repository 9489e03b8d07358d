package yunhe.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Venue;
import yunhe.core.profile.Catalogue;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Bilingual;

/** Running orders of sample projects, eight minutes each, with a break of ten minutes after every twelfth. */
public final class Programmes {

    /** Nine in the morning in Hangzhou, on a Saturday. */
    public static final Instant START = Instant.parse("2026-12-05T01:00:00Z");

    public static final Duration LENGTH = Duration.ofMinutes(8);
    public static final Duration BREAK = Duration.ofMinutes(10);
    public static final int BREAK_AFTER = 12;

    private static final ActivityId ROADSHOW =
            ActivityId.parse("show_AAAAAAAAAAE").orElseThrow();

    private static final List<String> NAMES = List.of(
            "示例智航科技",
            "Sample Robotics",
            "示例生物医药研究院（样本）股份有限公司杭州分公司",
            "Échantillon Énergie",
            "示例新材 Sample Materials",
            "Beispiel Übersetzungs- und Handelsgesellschaft für grenzüberschreitenden Verkehr",
            "示例数字文化",
            "Mẫu Thử Nghiệm",
            "样本城市大脑实验室",
            "Примерная Лаборатория",
            "示例低空飞行器",
            "Próbka Łódź");

    private static final List<Bilingual> ABOUT = List.of(
            new Bilingual(
                    "给老旧小区的电梯装上会说话的眼睛，故障在发生之前就有人来修。", "Eyes for old lifts: someone comes to repair before they stop."),
            new Bilingual("一次充电飞一百公里的巡河无人机。", "A drone that watches rivers, a hundred kilometres on one charge."),
            new Bilingual(
                    "用一滴血在二十分钟内筛查十二种常见的遗传病，社区医院就能做，不需要专门的实验室，也不需要专门培训的技术人员，结果当场可读。",
                    "Screens for twelve common hereditary diseases from one drop of blood within twenty minutes, in a"
                            + " community hospital, without a laboratory and without specially trained staff."),
            new Bilingual("把丝绸的边角料做成可以降解的包装。", "Packaging that decays, made from what silk leaves over."));

    private Programmes() {}

    public static Programme of(int pitches) {
        return of(pitches, new Bilingual("运河之春融资路演（示例）", "Canal Spring Roadshow (sample)"));
    }

    public static Programme of(int pitches, Bilingual title) {
        return new Programme(
                title,
                Optional.of(new Venue("运河文化艺术中心 三层报告厅", "拱墅区台州路 2 号")),
                ZoneId.of("Asia/Shanghai"),
                START.minus(Duration.ofMinutes(30)),
                IntStream.rangeClosed(1, pitches).mapToObj(Programmes::pitch).toList());
    }

    /** @param position counts from 1 */
    public static Pitch pitch(int position) {
        int before = position - 1;
        return new Pitch(
                position,
                new RegistrationId(
                        ROADSHOW,
                        Samples.PERSON_KEYS
                                .of(ROADSHOW.value(), Samples.withEmail(position))
                                .getFirst(),
                        1),
                NAMES.get(before % NAMES.size()) + " " + position,
                sectors(before),
                before % 9 == 5 ? Optional.empty() : Optional.of(code(Catalogue.STAGES, before)),
                before % 7 == 6 ? Optional.empty() : Optional.of(ABOUT.get(before % ABOUT.size())),
                START.plus(LENGTH.multipliedBy(before)).plus(BREAK.multipliedBy(before / BREAK_AFTER)),
                LENGTH);
    }

    private static List<String> sectors(int number) {
        var sectors = new ArrayList<String>();
        for (int i = 0; i <= number % 3; i++) {
            sectors.add(code(Catalogue.SECTORS, number + i));
        }
        return sectors;
    }

    private static String code(Catalogue catalogue, int number) {
        var codes = catalogue.codes();
        return codes.get(number % codes.size());
    }
}
