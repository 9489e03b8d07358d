package yunhe.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Directory;
import yunhe.core.shared.Language;

/** The pages of a roadshow's participants in every state. */
record RoadshowPages(Map<String, String> pages, Language language) {

    private static final String TYPED_PITCH = "<b>示例</b></textarea><script>alert(1)</script>";

    static Map<String, String> in(Language language) {
        var all = new RoadshowPages(new LinkedHashMap<>(), language);
        all.signingUp();
        all.own();
        all.finding();
        return all.pages;
    }

    private void signingUp() {
        var page = new ActivityPage(Samples.environment());
        var roadshow = RoadshowSamples.roadshow();
        var seats = RoadshowSamples.seats();
        pages.put("roadshow", page.open(roadshow, seats, Optional.empty(), language));
        for (var group : List.of("project", "investor", "audience")) {
            pages.put("roadshow-" + group, page.open(roadshow, seats, Optional.of(group), language));
        }
        pages.put("roadshow-project-errors", page.render(roadshow, seats, language, refusedProject(language)));
        pages.put("roadshow-investor-errors", page.render(roadshow, seats, language, refusedInvestor(language)));
        pages.put("roadshow-no-group", page.render(roadshow, seats, language, refusedWithoutGroup(language)));
        var one = RoadshowSamples.roadshow(List.of("project"));
        pages.put("roadshow-one-group", page.open(one, seats, Optional.empty(), language));
    }

    static SignUpForm refusedProject(Language language) {
        boolean zh = language == Language.ZH;
        var errors = new LinkedHashMap<String, String>();
        errors.put("person.organisation", zh ? "请填写单位。" : "Organisation is missing.");
        errors.put("profile.sectors", zh ? "请填写行业领域。" : "Sectors is missing.");
        errors.put("profile.seekingWan", zh ? "融资金额的格式不正确，请检查。" : "Money sought cannot be read.");
        errors.put("profile.deckUrl", zh ? "路演材料链接的格式不正确，请检查。" : "Link to the slides cannot be read.");
        errors.put("consent", zh ? "请勾选同意后再提交。" : "Please tick the box to agree.");
        return new SignUpForm(
                Map.of(
                        "group",
                        List.of("project"),
                        "person.name",
                        List.of("示例联系人 Sample Contact"),
                        "person.email",
                        List.of("sample@example.com"),
                        "profile.stage",
                        List.of("angel"),
                        "profile.seekingWan",
                        List.of("800.123456"),
                        "profile.pitch." + language.code(),
                        List.of(TYPED_PITCH),
                        "profile.deckUrl",
                        List.of("javascript:alert(1)"),
                        "requestId",
                        List.of("request-1")),
                errors,
                Optional.empty());
    }

    static SignUpForm refusedInvestor(Language language) {
        boolean zh = language == Language.ZH;
        return new SignUpForm(
                Map.of(
                        "group", List.of("investor"),
                        "person.name", List.of("示例联系人 Sample Contact"),
                        "person.organisation", List.of("样例基金 Example Fund"),
                        "profile.sectors", List.of("ai", "life-health"),
                        "profile.stages", List.of("seed"),
                        "profile.ticketMin", List.of("1000000"),
                        "profile.ticketMaxWan", List.of("50"),
                        "profile.maxMeetings", List.of("6")),
                Map.of("profile.ticketMaxWan", zh ? "单笔投资上限不能小于 100。" : "Largest investment must be at least 100."),
                Optional.empty());
    }

    /** As a form on another site may have sent it. */
    static SignUpForm refusedWithoutGroup(Language language) {
        return new SignUpForm(
                Map.of(
                        "person.name", List.of("示例联系人 Sample Contact"),
                        "profile.sectors", List.of("ai", "life-health"),
                        "profile.seeking", List.of("8000000")),
                Map.of("group", language == Language.ZH ? "请填写分组。" : "Group is missing."),
                Optional.empty());
    }

    private void own() {
        var roadshow = RoadshowSamples.roadshow();
        var project = RoadshowSamples.participant(roadshow, Side.PROJECT, 0, Status.CONFIRMED);
        var investor = RoadshowSamples.participant(roadshow, Side.INVESTOR, 1, Status.CONFIRMED);
        put("roadshow-manage", roadshow, project, new OwnMeetings.Wishing(3));
        put("roadshow-manage-investor", roadshow, investor, new OwnMeetings.Wishing(0));
        put("roadshow-manage-meetings", roadshow, project, RoadshowSamples.sixMeetings());
        put("roadshow-manage-no-meetings", roadshow, investor, new OwnMeetings.Published(List.of()));
        put("roadshow-manage-audience", roadshow, RoadshowSamples.listener(roadshow, 1), new OwnMeetings.None());
        var again = Samples.with(
                RoadshowSamples.participant(roadshow, Side.PROJECT, 0, Status.PENDING),
                it -> it.confirmed(Samples.NOW));
        put("roadshow-manage-pending-again", roadshow, again, RoadshowSamples.sixMeetings());
    }

    private void put(String name, Activity roadshow, Registration registration, OwnMeetings meetings) {
        pages.put(name, own(roadshow, registration, language, meetings));
    }

    static String own(Activity roadshow, Registration registration, Language language, OwnMeetings meetings) {
        return new ManagePage(Samples.environment())
                .render(
                        roadshow,
                        registration,
                        OptionalInt.empty(),
                        language,
                        Samples.BASE_URL,
                        SignUpForm.EMPTY,
                        meetings);
    }

    private void finding() {
        var open = DirectoryView.State.OPEN;
        var none = DirectoryView.Filter.NONE;
        var narrow = new DirectoryView.Filter(Optional.of("ai"), Optional.empty());
        put("directory", view(Side.INVESTOR, 15, List.of(3, 0, 7), none, open, SignUpForm.EMPTY));
        put("directory-filtered", view(Side.INVESTOR, 15, List.of(3, 0, 7), narrow, open, SignUpForm.EMPTY));
        put("directory-investors", view(Side.PROJECT, 15, List.of(), none, open, SignUpForm.EMPTY));
        put(
                "directory-saved",
                view(Side.INVESTOR, 15, List.of(3, 0, 7), none, DirectoryView.State.SAVED, SignUpForm.EMPTY));
        put(
                "directory-published",
                view(Side.INVESTOR, 15, List.of(3, 0, 7), none, DirectoryView.State.PUBLISHED, SignUpForm.EMPTY));
        put("directory-refused", view(Side.INVESTOR, 15, List.of(), none, open, refusedRanks()));
        put("directory-empty", view(Side.INVESTOR, 0, List.of(), none, open, SignUpForm.EMPTY));
        put(
                "directory-nobody",
                view(
                        Side.INVESTOR,
                        1,
                        List.of(),
                        new DirectoryView.Filter(Optional.of("cross-border"), Optional.of("c-plus")),
                        open,
                        SignUpForm.EMPTY));
    }

    private void put(String name, DirectoryView view) {
        pages.put(name, new DirectoryPage(Samples.environment()).render(view));
    }

    static String rank(int number) {
        return "rank."
                + RoadshowSamples.participant(RoadshowSamples.roadshow(), Side.PROJECT, number, Status.CONFIRMED)
                        .id();
    }

    private static SignUpForm refusedRanks() {
        return new SignUpForm(
                Map.of(rank(2), List.of("99"), rank(5), List.of("1"), "locale", List.of("zh")),
                Map.of(rank(2), "!"),
                Optional.empty());
    }

    /** @param wished by number, dearest first */
    DirectoryView view(
            Side side,
            int others,
            List<Integer> wished,
            DirectoryView.Filter filter,
            DirectoryView.State state,
            SignUpForm form) {
        var roadshow = RoadshowSamples.roadshow();
        var self = RoadshowSamples.participant(roadshow, side, 40, Status.CONFIRMED);
        var everyone = RoadshowSamples.participants(roadshow, side.other(), others);
        return new DirectoryView(
                language,
                roadshow,
                self.id(),
                side,
                Directory.of(everyone, side.other(), Optional.empty(), Optional.empty()),
                wished.stream().map(number -> everyone.get(number).id()).toList(),
                filter,
                state,
                form);
    }
}
