package yunhe.pages;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.pages.TimetableView.Pair;
import yunhe.pages.TimetableView.Party;

/** What the people of a timetable are called. Whoever is not confirmed any more is called so. */
record TimetableNames(Map<String, String> byId, PageTexts texts) {

    static TimetableNames of(TimetableView view, PageTexts texts) {
        var byId = Stream.concat(view.projects().stream(), view.investors().stream())
                .collect(Collectors.toUnmodifiableMap(Party::id, Party::organisation, (one, same) -> one));
        return new TimetableNames(byId, texts);
    }

    String of(String id) {
        return byId.getOrDefault(id, texts.get("timetable.gone"));
    }

    /** {@code 示例智造 × 示例资本}. */
    String of(Pair pair) {
        return texts.get("timetable.pair", of(pair.project()), of(pair.investor()));
    }
}
