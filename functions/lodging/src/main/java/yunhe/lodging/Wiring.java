package yunhe.lodging;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.web.LibPhoneNumbers;
import yunhe.web.Links;
import yunhe.web.form.PersonForm;

/** What the public and the keepers' function have in common. */
record Wiring(OwnStay own, StayForm form, BookStay bookStay, StayView view) {

    static Wiring of(Environment environment, DynamoDbClient client) {
        var stations = stations(environment, client);
        var stays = stays(environment, client);
        var signing = Secrets.signing(environment);
        var links = new Links(environment.optional("PUBLIC_URL"), new ManageTokens(signing), new Tickets(signing));
        var phones = new LibPhoneNumbers(environment.require("PHONE_REGION"));
        boolean mailOnly = environment.require("SMS_CHANNEL").equals("none");
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        return new Wiring(
                new OwnStay(stations, stays, links),
                new StayForm(
                        new PersonForm(phones, mailOnly),
                        new PersonKeys(Secrets.identity(environment)),
                        environment.clock()),
                new BookStay(stations, stays, environment, retention),
                new StayView(links, stays, environment.clock()));
    }

    static Stations stations(Environment environment, DynamoDbClient client) {
        return new DynamoStations(client, environment.require("LODGING_TABLE"), environment.random());
    }

    static Stays stays(Environment environment, DynamoDbClient client) {
        return new DynamoStays(client, environment.require("LODGING_TABLE"), environment.random());
    }
}
