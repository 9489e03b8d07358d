package yunhe.pages;

import yunhe.core.lodging.Station;
import yunhe.core.shared.Language;

/** A station in a few lines, as the list shows it. */
record StationCard(String path, String name, String address, String rules) {
    static StationCard of(Station station, Language language) {
        return new StationCard(
                "/s/" + station.id(),
                station.details().name().in(language),
                station.details().address(),
                new PolicyWords(station, PageTexts.in(language)).inShort());
    }
}
