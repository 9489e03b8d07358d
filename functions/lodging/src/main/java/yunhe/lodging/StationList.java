package yunhe.lodging;

import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Page;
import yunhe.core.lodging.Station;
import yunhe.web.Paging;

/** A part of all stations: there are some, not thousands, so that all are read. */
final class StationList {

    private StationList() {}

    /** The cursor is the id of the last one shown; one that is gone begins anew. */
    static Page<Station> page(List<Station> all, Paging paging) {
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            if (paging.cursor().filter(all.get(i).id().value()::equals).isPresent()) {
                from = i + 1;
            }
        }
        var items = all.subList(from, Math.min(all.size(), from + paging.limit()));
        var next = from + items.size() < all.size()
                ? Optional.of(items.getLast().id().value())
                : Optional.<String>empty();
        return new Page<>(items, next);
    }
}
